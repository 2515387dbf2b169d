"""The words of a SPARQL text.

In: a text. Out: its words with their places: names, IRIs, quoted texts, brackets. What does not
belong here: what the words mean together, which the engine's parser says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

OPERATORS: Final = frozenset("!|/+*&^=<>~-")
_ESCAPE: Final = r"\\(?:[tbnrf\\\"']|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
QUOTED: Final = (
    rf'''"""(?:[^"\\]|{_ESCAPE}|"(?!""))*"""|\'\'\'(?:[^'\\]|{_ESCAPE}|'(?!\'\'))*\'\'\''''
    rf"""|"(?:[^"\\\n\r]|{_ESCAPE})*"|'(?:[^'\\\n\r]|{_ESCAPE})*'"""
    r"""|<(?:[^<>"{}|^`\\\s]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>|\#[^\n\r]*"""
)
"""A pattern for what is no word of the query's own: a text, an IRI, a comment; `.` fits all."""
_WORD: Final = QUOTED + r"|[?$]\w+|[\w.-]*:[\w.:%-]*|\w+|[{}()\[\]]"
_WORDS: Final = re.compile(_WORD, re.DOTALL)
_WORDS_AND_OPERATORS: Final = re.compile(_WORD + r"|[!|/+*&^=<>~-]", re.DOTALL)


def words_of(text: str) -> list[str]:
    """Return the words, names, IRIs, texts and brackets of a query, without its comments.

    >>> words_of("ASK { ?s a <x:y> } # why")
    ['ASK', '{', '?s', 'a', '<x:y>', '}']
    """
    return [word.group() for word in placed_words(text)]


def words_and_operators(text: str) -> list[str]:
    """Return the words of a query and its single operators, without its comments.

    >>> words_and_operators("ASK { ?s !a ?o }")
    ['ASK', '{', '?s', '!', 'a', '?o', '}']
    """
    return [word for word in _WORDS_AND_OPERATORS.findall(text) if not word.startswith("#")]


def placed_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a query with their places, without its comments."""
    return (word for word in _WORDS.finditer(text) if not word.group().startswith("#"))
