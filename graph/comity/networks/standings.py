"""Standings: which state is party, signatory, member or participant of what, on a day.

In: a store and a day. Out: `Standing` values. What does not belong here: networks of them
(`projections`), and pictures.

Standings are those of states themselves, by accepted claims; what their agencies, universities and
companies signed does not count. Of several in one body, the one that binds most is given. A claim
without a first day is there from the day on which its body began, and says so by having none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.analysis.ties import read_ties
from comity.networks.facts import as_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from comity.rdf.engine import Engine

STATUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "party": ("party_to",),
    "member": ("member_of",),
    "participant": ("participates_in", "committed_to"),
    "signatory": ("signatory_of",),
    "adherent": ("adheres_to", "accepts_obligations_of"),
    "observer or associate": ("observer_of", "associate_member_of", "cooperating_state_of"),
}
"""What a standing is called, the one that binds most first, and the relations that make it."""
_ACCEPTED: Final = ("supported", "unverified")
_OF: Final = {relation: status for status, names in STATUSES.items() for relation in names}
_PLACE: Final = {status: place for place, status in enumerate(STATUSES)}


@dataclass(frozen=True, slots=True, order=True)
class Standing:
    """How a state stands to an accord, body or programme.

    Attributes:
        state: Id of the state.
        body: Id of the accord, body or programme.
        status: One of `STATUSES`.
        since: Since when, as stated (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`); None when the record does
            not say.
        claim: Id of the claim.
    """

    state: str
    body: str
    status: str
    since: str | None
    claim: str


def standings_on(store: Engine, day: date) -> list[Standing]:
    """Return the standings of states on a day, one a state and body, sorted.

    Args:
        store: Where the claims of all times are.
        day: The day.
    """
    found: dict[tuple[str, str], Standing] = {}
    for tie in read_ties(store, tuple(_OF)):
        start, end = as_day(tie.earliest), as_day(tie.latest, last=True)
        if (
            tie.subject.startswith("nation/")
            and tie.verdict in _ACCEPTED
            and (start is None or start <= day)
            and (end is None or end >= day)
        ):
            new = Standing(tie.subject, tie.object, _OF[tie.relation], tie.start, tie.claim)
            old = found.get((tie.subject, tie.object))
            if old is None or _PLACE[new.status] < _PLACE[old.status]:
                found[tie.subject, tie.object] = new
    return [found[pair] for pair in sorted(found)]
