"""The words of a SPARQL text.

In: a text. Out: its words with their places: names, IRIs, quoted texts, brackets. What does not
belong here: what the words mean together, which the engine's parser says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!\'\'))*\'\'\''''
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
    r"""|<[^<>"{}|^`\\\s]*>|\#[^\n]*|[?$]\w+|[\w.-]*:[\w.:%-]*|\w+|[{}()\[\]]""",
    re.DOTALL,
)


def words_of(text: str) -> list[str]:
    """Return the words, names, IRIs, texts and brackets of a query, without its comments.

    >>> words_of("ASK { ?s a <x:y> } # why")
    ['ASK', '{', '?s', 'a', '<x:y>', '}']
    """
    return [word.group() for word in placed_words(text)]


def placed_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a query with their places, without its comments."""
    return (word for word in _WORDS.finditer(text) if not word.group().startswith("#"))
