"""What a row of a resolution that was put to a vote is, and of a vote on it.

In: nothing. Out: row types and the parsers of their cells. What does not belong here: who sponsored
or vetoed a draft, which claims say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.tables import columns as c

if TYPE_CHECKING:
    from comity.rdf.dates import PartialDate
    from comity.tables.place import Place


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    """What was voted on, with the totals of the vote if there was one."""

    place: Place
    accord: str
    symbol: str
    date: PartialDate
    title: str
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    vote_type: str
    subject: str
    sponsors: str
    source: str
    undl_record: str


@dataclass(frozen=True, slots=True)
class VoteRow:
    """How one nation voted on one resolution."""

    place: Place
    resolution: str
    nation: str
    vote: str
    source: str


RESOLUTION: Final = {
    "accord": c.identifier,
    "symbol": c.some_text,
    "date": c.partial_date,
    "title": c.some_text,
    "yes": c.optional_count,
    "no": c.optional_count,
    "abstain": c.optional_count,
    "absent": c.optional_count,
    "vote_type": c.some_text,
    "subject": c.text,
    "sponsors": c.text,
    "source": c.slug,
    "undl_record": c.text,
}
VOTE: Final = {
    "resolution": c.identifier,
    "nation": c.identifier,
    "vote": c.choice("yes", "no", "abstain", "absent"),
    "source": c.slug,
}
