"""What Virtuoso understands otherwise than the standard says.

In: a query. Out: one that means the same and that Virtuoso answers rightly. Seen in version 7.2.5;
each case has a test that asks a running Virtuoso. What does not belong here: other products.

- A day compared by `<=` with a constant, as the only condition on it, is looked up in an index in
  which some days are missed: `?day <= "2024-12-31"^^xsd:date` finds 29,293 of 29,654 days. Negated
  comparisons are evaluated row by row, and find all.
- The filter that a mark for the certain becomes (`comity.queries.moments`) is left out in a branch
  of a UNION. A claim has one latest start at most, so a plain pattern keeps the same claims.

What cannot be adapted is named in the header of a named query (`# not-on: Virtuoso`), and refused.
"""

from __future__ import annotations

import re
from typing import Final

VIRTUOSO: Final = "Virtuoso"
_DAY: Final = r'"[^"\\\n]*"\^\^(?:xsd:date(?!\w)|<http://www\.w3\.org/2001/XMLSchema#date>)'
_AT_MOST: Final = re.compile(
    rf"(?P<variable>[?$]\w+)\s*<=\s*(?P<day>{_DAY})|(?P<day_>{_DAY})\s*>=\s*(?P<variable_>[?$]\w+)"
)
_CERTAIN: Final = re.compile(
    r"FILTER EXISTS \{ (?P<pattern>\?\w+ comity:latestStart \?began_\d+ \.) "
    r"(?P<filter>FILTER \([^{}]*\)) \}"
)


def adapted(text: str) -> str:
    """Return a query as Virtuoso has to be asked.

    >>> adapted('ASK { ?c ?p ?b FILTER (?b <= "2024-12-31"^^xsd:date) }')
    'ASK { ?c ?p ?b FILTER (!(?b > "2024-12-31"^^xsd:date)) }'
    """

    def negated(match: re.Match[str]) -> str:
        variable = match["variable"] or match["variable_"]
        return f"!({variable} > {match['day'] or match['day_']})"

    joined = _CERTAIN.sub(lambda match: f"{match['pattern']} {match['filter']}", text)
    return _AT_MOST.sub(negated, joined)
