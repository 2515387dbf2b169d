"""The moment asked for, inside the text of a query.

In: a SPARQL text with marks, and a moment. Out: the text with filters in their place, which any
SPARQL 1.1 engine runs on the whole record. What does not belong here: stores.

A mark stands where a triple pattern might stand, after the patterns that bind its variable:

- `?claim comity:at $moment .` keeps the claims that the moment shows, or all when no day is asked
  for;
- `?claim comity:at $today .` does the same, with the day of the snapshot when no day is asked for;
- `?said comity:publicAt $moment .` keeps the attestations and sources that were public by the day
  of `known_by`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from comity.errors import QuerySyntax
from comity.rdf import literals
from comity.rdf.dates import Moment
from comity.rdf.query_words import QUOTED

if TYPE_CHECKING:
    from datetime import date

MARKS: Final = frozenset({"at", "publicAt"})  # look like terms, and are none
RESERVED: Final = frozenset({"moment", "today"})
ALWAYS: Final = Moment()
_MARK: Final = re.compile(
    rf"(?P<other>{QUOTED})"
    r"|(?P<variable>\?\w+)\s+comity:(?P<what>at|publicAt)\s+\$(?P<when>moment|today)\s*\.",
    re.DOTALL,
)


def has_marks(text: str) -> bool:
    """Tell whether a text has a mark outside its comments and quotes.

    >>> has_marks("SELECT * { ?c a comity:Claim . ?c comity:at $moment . }")
    True
    >>> has_marks("ASK {} # ?c comity:at $moment .")
    False
    """
    return any(match["variable"] for match in _MARK.finditer(text))


def at_moment(
    text: str, moment: Moment, today: date | None = None, *, is_shown: bool = False
) -> str:
    """Return a text with filters in the place of its marks.

    Args:
        text: A SPARQL text, with or without marks.
        moment: The moment asked for.
        today: The day that `$today` means when the moment has none.
        is_shown: Whether the store that is asked shows what the moment shows and nothing else: then
            only the day of `$today` is left to say, where the moment has none.

    Raises:
        QuerySyntax: A mark stands before the pattern that binds its variable, where it would
            filter nothing.

    >>> print(at_moment("{ ?c a comity:Claim . ?c comity:at $moment . }", Moment()))
    { ?c a comity:Claim .  }
    """
    if is_shown:
        moment, today = ALWAYS, None if moment.as_of else today
    pieces: list[str] = []
    end = 0
    for match in _MARK.finditer(text):
        variable = match["variable"]
        if not variable:
            continue
        start = _group_start(text, match.start())
        if not re.search(rf"{re.escape(variable)}\b", text[start : match.start()]):
            line = text.count("\n", 0, match.start()) + 1
            words = f"the mark comity:{match['what']} stands before what binds {variable}"
            raise QuerySyntax(words, line, match.start() - text.rfind("\n", 0, match.start()))
        meant = moment
        if match["when"] == "today" and moment.as_of is None:
            meant = replace(moment, as_of=today)
        is_claim = match["what"] == "at"
        number = len(pieces) // 2  # of the mark, whatever else stands before it
        filters = [*(_held(variable, meant, number) if is_claim else ()), *_known(variable, meant)]
        placed = " ".join(sorted(filters, key=_removes))
        if text[: start - 1].rstrip().endswith(("OPTIONAL", "EXISTS")):
            placed = placed.replace("MINUS", "FILTER NOT EXISTS")  # asked once a row, not anew
        pieces += [text[end : match.start()], placed]
        end = match.end()
    return "".join([*pieces, text[end:]])


def _group_start(text: str, place: int) -> int:
    """Return where the innermost group around a place begins."""
    depth = 0
    for start in range(place - 1, -1, -1):
        depth += (text[start] == "}") - (text[start] == "{")
        if depth < 0:
            return start + 1
    return place


def _removes(pattern: str) -> bool:
    """Tell whether a pattern takes away; those come last, when the variable is bound."""
    return pattern.startswith("MINUS")


def _held(variable: str, moment: Moment, number: int) -> list[str]:
    """Return the patterns of `ontology/decisions/0002`; a missing bound excludes nothing."""
    if moment.as_of is None:
        return []
    day = literals.day(moment.as_of)
    began, ended = f"?began_{number}", f"?ended_{number}"
    if moment.certain:
        begun = f"{variable} comity:latestStart {began} . FILTER ({began} <= {day})"
        return [
            f"FILTER EXISTS {{ {begun} }}",  # as a join it might be begun with, and found for all
            f"MINUS {{ {variable} comity:earliestEnd {ended} . FILTER ({ended} < {day}) }}",
        ]
    return [
        f"MINUS {{ {variable} comity:earliestStart {began} . FILTER ({began} > {day}) }}",
        f"MINUS {{ {variable} comity:latestEnd {ended} . FILTER ({ended} < {day}) }}",
    ]


def _known(variable: str, moment: Moment) -> list[str]:
    """Return the patterns of `ontology/decisions/0004`; what has no day was never public."""
    if moment.known_by is None:
        return []
    day = literals.day(moment.known_by)
    known = f"?known_{variable[1:]}"
    return [f"{variable} comity:knownFrom {known} . FILTER ({known} <= {day})"]
