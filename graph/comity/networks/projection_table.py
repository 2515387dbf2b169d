"""The table of projections: what each joins, and how it counts.

In: a name. Out: what the projection of that name is, in words and switches. What does not belong
here: how its links are made (`projections`).
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from comity.errors import UnknownName
from comity.networks.voting import FEWEST

if TYPE_CHECKING:
    from collections.abc import Mapping

MEMORY: Final = 5
"""Years for which what happened on a day counts, unless another number is asked for."""


@dataclass(frozen=True, slots=True)
class Projection:
    """What a projection is.

    Attributes:
        node: What a node is.
        edge: What an edge is.
        weight: What the weight of a link means; that of an edge is the sum over its links.
        time: How its links count in time.
        directed: Whether the direction from the first to the second actor means something.
        sign: 1 if it joins, -1 if it sets apart, 0 if its weight may be either.
        institutions: Whether an institution counts for the nation in which it is at home.
        happens: Whether a link is what happened on a day, so that `memory` applies.
        parts: Projections of which it is the union.
    """

    node: str
    edge: str
    weight: str
    time: str
    directed: bool = False
    sign: Literal[-1, 0, 1] = 1
    institutions: bool = False
    happens: bool = False
    parts: tuple[str, ...] = ()


_ACTORS: Final = "nations, or agencies, and intergovernmental bodies"
_SHARED: Final = "1/(k−1) for each, k being its members in the window (Newman 2001)"
_WHILE: Final = "while both hold it"
_DAY: Final = f"from its day for `memory` years ({MEMORY})"
PROJECTIONS: Final[Mapping[str, Projection]] = {
    "membership": Projection(
        node="actors; and bodies: organisations, agencies with members, programmes, and accords"
        " that are a treaty, a political commitment or a programme's charter",
        edge="an actor is a member, party, signatory or participant of a body, or committed to it;"
        " two kinds of nodes",
        weight="1",
        time="while the standing holds",
        directed=True,
    ),
    "co-membership": Projection(
        node=_ACTORS,
        edge="two actors are members of one body of `membership`",
        weight=_SHARED,
        time=_WHILE,
    ),
    "agreements": Projection(
        node=_ACTORS,
        edge="two actors are parties to or signed one agreement, arrangement, memorandum, contract,"
        " letter of intent, joint statement or dialogue",
        weight=_SHARED,
        time=_WHILE,
    ),
    "payload": Projection(
        node=_ACTORS,
        edge="the first provided an instrument that flies on a mission run by the second",
        weight="1 an instrument",
        time="from the launch to the end of the mission on record, and at least `memory` years"
        f" ({MEMORY})",
        directed=True,
        institutions=True,
        happens=True,
    ),
    "crews": Projection(
        node="nations",
        edge="citizens of both went up to orbit on one craft",
        weight="1 a flight",
        time=_DAY,
        happens=True,
    ),
    "launches": Projection(
        node=_ACTORS,
        edge="the second launched satellites that the first owns, failures included",
        weight="the number of satellites",
        time=_DAY,
        directed=True,
        happens=True,
    ),
    "builds": Projection(
        node=_ACTORS,
        edge="the second built satellites that the first owns",
        weight="the number of satellites",
        time=_DAY,
        directed=True,
        happens=True,
    ),
    "joint": Projection(
        node=_ACTORS,
        edge="both own one satellite",
        weight="the number of satellites",
        time=_DAY,
        happens=True,
    ),
    "samples": Projection(
        node=_ACTORS,
        edge="the first returned samples of which the second received part, as a loan or gift",
        weight="1 a collection of samples",
        time=_DAY,
        directed=True,
        institutions=True,
        happens=True,
    ),
    "statements": Projection(
        node=_ACTORS,
        edge="a source states that the two cooperate",
        weight="1 a claim, or 1 an accord that claims name",
        time="while the cooperation is stated to go on",
        institutions=True,
    ),
    "cooperation": Projection(
        node=_ACTORS,
        edge="any cooperation: agreements, payloads, crews, launches, builds, joint satellites,"
        " samples and statements",
        weight="1 a thing, however many projections have it; an agreement's own weight",
        time="as in each of them",
        parts=(
            "statements",
            "agreements",
            "payload",
            "crews",
            "launches",
            "builds",
            "joint",
            "samples",
        ),
    ),
    "cosponsorship": Projection(
        node="nations",
        edge="both sponsored one resolution",
        weight=_SHARED,
        time=_DAY,
        happens=True,
    ),
    "votes": Projection(
        node="nations",
        edge=f"both voted in {FEWEST} roll calls of the window or more",
        weight="share of equal votes, from 0 to 1; an abstention agrees by half",
        time=_DAY,
        happens=True,
    ),
    "votes-pi": Projection(
        node="nations",
        edge=f"both voted in {FEWEST} roll calls of the window or more",
        weight="that share, corrected for chance by Scott's π (Häge 2011); may be negative",
        time=_DAY,
        sign=0,
        happens=True,
    ),
    "votes-kappa": Projection(
        node="nations",
        edge=f"both voted in {FEWEST} roll calls of the window or more",
        weight="that share, corrected for chance by Cohen's κ (Häge 2011); may be negative",
        time=_DAY,
        sign=0,
        happens=True,
    ),
    "opposed-votes": Projection(
        node="nations",
        edge="one voted for and the other against a resolution",
        weight="1 a resolution",
        time=_DAY,
        sign=-1,
        happens=True,
    ),
    "restriction": Projection(
        node=_ACTORS,
        edge="a rule binds the first and limits its dealings with the second; no bills",
        weight="1 a rule",
        time="while the rule holds; exceptions do not end it",
        directed=True,
        sign=-1,
        institutions=True,
    ),
}


def projection(name: str) -> Projection:
    """Return what a projection is.

    Raises:
        UnknownName: There is no projection of that name.
    """
    if name not in PROJECTIONS:
        nearest = difflib.get_close_matches(name, PROJECTIONS, n=1)
        raise UnknownName("projection", name, nearest, f"choose one of {', '.join(PROJECTIONS)}")
    return PROJECTIONS[name]
