"""What a query may not do.

In: the text of a query. Out: its words, or a refusal. Deeply nested texts and long chains (a
thousand BINDs, UNIONs or sums) end the whole process of the engine; so they are refused before the
text reaches it. What does not belong here: calls of other servers (`calls`), and syntax, which the
engine checks.
"""

from __future__ import annotations

from typing import Final

from comity.errors import QueryRefused
from comity.rdf.query_words import OPERATORS, words_and_operators

MAX_LENGTH: Final = 60_000
MAX_DEPTH: Final = 100
MAX_STEPS: Final = 2_000  # the engine's stack of 8 MB holds some 2,600 of the dearest kind

_LISTS: Final = {"VALUES": ("{", 1), "IN": ("(", 0)}  # how a list of terms begins, levels inside


def refuse_unsafe(text: str) -> list[str]:
    """Return the words of a query that may be evaluated.

    Raises:
        QueryRefused: The text is too long, or nested too deeply.
    """
    if len(text) > MAX_LENGTH:
        raise QueryRefused(f"{len(text):,} characters long, more than {MAX_LENGTH:,}")
    pieces = words_and_operators(text)
    _measure(pieces)
    return [piece for piece in pieces if piece not in OPERATORS]


def _measure(pieces: list[str]) -> None:
    """Refuse a query of too many levels or steps; the terms of a list of data are no steps."""
    depth, steps = 0, 0
    opening, levels = "", 0  # the list that is about to begin
    first, last = 0, -1  # the levels of the list that goes on
    for piece in pieces:
        if piece in "{([":
            depth += 1
            if depth > MAX_DEPTH:
                raise QueryRefused(f"nested more than {MAX_DEPTH} levels deep")
            if piece == opening:
                opening, first, last = "", depth, depth + levels
        elif piece in "})]":
            depth -= 1
            if depth < first:
                first, last = 0, -1
        elif depth > last or piece in OPERATORS:
            steps += 1
            opening, levels = _LISTS.get(piece.upper(), (opening, levels))
    if steps > MAX_STEPS:
        raise QueryRefused(f"{steps:,} words and operators, more than {MAX_STEPS:,}")
