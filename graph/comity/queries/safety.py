"""What a query may not do.

In: the text of a query. Out: nothing, or a refusal. The engine makes HTTP requests for SERVICE with
no switch to forbid it, and deeply nested or very long texts end the whole process; so both are
refused before the text reaches it. What does not belong here: syntax, which the engine checks.
"""

from __future__ import annotations

from typing import Final

from comity.errors import QueryRefused
from comity.rdf.query_words import words_of

MAX_LENGTH: Final = 60_000
MAX_DEPTH: Final = 100


def refuse_unsafe(text: str) -> list[str]:
    """Return the words of a query that may be evaluated.

    Raises:
        QueryRefused: The text is too long, nested too deeply, or would reach out by SERVICE.
    """
    if len(text) > MAX_LENGTH:
        raise QueryRefused(f"{len(text):,} characters long, more than {MAX_LENGTH:,}")
    words = words_of(text)
    depth = 0
    for word in words:
        if word in "{([":
            depth += 1
            if depth > MAX_DEPTH:
                raise QueryRefused(f"nested more than {MAX_DEPTH} levels deep")
        elif word in "})]":
            depth -= 1
        elif word.upper() == "SERVICE":
            raise QueryRefused("SERVICE would ask another server, which is switched off")
    return words
