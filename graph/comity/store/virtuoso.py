"""What Virtuoso understands otherwise than the standard says.

In: a query. Out: one that means the same and that Virtuoso answers rightly. Seen in version 7.2.5;
each case has a test that asks a running Virtuoso. What does not belong here: other products.

- A comparison that is the only condition on a variable is looked up in an index in which some
  values are missed: `?day <= "2024-12-31"^^xsd:date` finds 29,293 of 29,654 days. Negated
  comparisons are evaluated row by row, and find all.
- The filter that a mark for the certain becomes (`comity.queries.moments`) is left out in a branch
  of a UNION. A claim has one latest start at most, so a plain pattern keeps the same claims.

What cannot be adapted is named in the header of a named query (`# evaluate-here-on: Virtuoso`), and
evaluated by `client_side`.
"""

from __future__ import annotations

import re
from typing import Final

VIRTUOSO: Final = "Virtuoso"
_DAY: Final = r'"[^"\\\n]*"\^\^(?:xsd:date(?!\w)|<http://www\.w3\.org/2001/XMLSchema#date>)'
_COMPARED: Final = re.compile(
    rf"(?P<one>[?$]\w+|{_DAY})\s*(?P<how><=|>=|<|>)\s*(?P<other>[?$]\w+(?!\w)|{_DAY}|\d+\b)"
)
_OPPOSITE: Final = {"<=": ">", ">=": "<", "<": ">=", ">": "<="}
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
        return f"!({match['one']} {_OPPOSITE[match['how']]} {match['other']})"

    joined = _CERTAIN.sub(lambda match: f"{match['pattern']} {match['filter']}", text)
    return _COMPARED.sub(negated, joined)
