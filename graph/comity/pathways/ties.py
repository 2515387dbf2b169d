"""Ties on a day: what joins two actors.

In: who belongs to whom on a day. Out: for each pair the ties that join it, the firmest first, as
edges of a graph. What does not belong here: rules, and ways through the graph (`routes`).

=============  ===================================================  =========  ==================
kind           joins                                                setting    weakness
=============  ===================================================  =========  ==================
``own``        an agency and its nation, a part and its whole       bilateral  0
``agreement``  parties to an agreement, or a stated cooperation     by size    0 treaty … 4 none
``payload``    who gave an instrument and whose mission carries it  bilateral  1
``sample``     who returned samples and who received part           bilateral  1
``satellite``  who built a satellite and who owns it                bilateral  1
``launch``     who launched a satellite and who owns it             bilateral  1
``programme``  who takes part in a programme or agency, and it      by size    2
``body``       two who take part in one body or programme           by size    3 + log2(size / 2)
=============  ===================================================  =========  ==================

By size: two sides deal with each other alone, more deal among several. Agencies and their nation
are one side. Treaties and commitments with more than `MANY` parties say nothing of two of them, and
tie nobody.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Final

from comity.pathways.grounds import JOINING
from comity.pathways.model import Setting, Tie

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from comity.pathways.standing import Standing

MANY: Final = 60
TALKS: Final = frozenset({"bilateral_cooperation", "data_exchange", "facility_visit"})
"""Activities for which it is enough to meet in a body; goods, money and rides need more."""
_NOT_CARRIED: Final[Mapping[str, frozenset[str]]] = {
    "launch": frozenset({"data_exchange", "sample_request"}),
    "satellite": frozenset({"data_exchange", "sample_request"}),
    "payload": frozenset({"sample_request"}),
    "sample": frozenset({"funding", "hosted_payload", "launch", "launcher_technology",
                         "military_items", "procurement", "technology_export"}),
}  # fmt: skip
"""By kind of tie, activities that it does not carry; bodies carry talks alone."""
_STRENGTH: Final[Mapping[str, int]] = {
    "Treaty": 0, "ProgrammeCharter": 1, "Agreement": 1, "Contract": 1, "Arrangement": 2,
    "Memorandum": 2, "PoliticalCommitment": 3, "JointStatement": 3, "LetterOfIntent": 3,
    "Dialogue": 3,
}  # fmt: skip
_STATED: Final = 4
_KINDS: Final = ("own", "programme", "body", *sorted(set(JOINING.values())))
_STOPS: Final = ("nation/", "agency/", "institution/")


@dataclass(frozen=True, slots=True)
class Body:
    """Something in which several take part on a day.

    Attributes:
        id: Its id.
        kind: `agreement` or `body`.
        members: The claims by which each takes part, by actor.
        setting: In which setting they deal through it.
        weakness: How little it binds two of them.
    """

    id: str
    kind: str
    members: Mapping[str, tuple[str, ...]]
    setting: Setting
    weakness: int


class Ties:
    """The ties of a day."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self._edges: dict[frozenset[str], dict[tuple[str, str], dict[Setting, int]]] = {}

    def between(self, one: str, other: str) -> list[Tie]:
        """Return all ties of two actors, the firmest first."""
        one, other = sorted((one, other))
        found = list(self._direct.get((one, other), ()))
        for body in self.bodies:
            if one in body.members and other in body.members:
                claims = tuple(sorted({*body.members[one], *body.members[other]}))
                size = len(body.members)
                found.append(
                    Tie(one, other, body.id, body.kind, body.setting, size, body.weakness, claims)
                )
        return sorted(found, key=lambda tie: (tie.weakness, tie.kind, tie.through, tie.claims))

    def edges(self, activity: str) -> dict[tuple[str, str], dict[Setting, int]]:
        """Return for each pair of actors the least weakness of its ties, by setting.

        Args:
            activity: Only ties that can carry it.
        """
        kinds = frozenset(kind for kind in _KINDS if carries(kind, activity))
        if kinds not in self._edges:
            self._edges[kinds] = self._edges_of(kinds)
        return self._edges[kinds]

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies and agreements of the day, those that bind most first."""
        grounds, day = self.standing.grounds, self.standing.day
        members: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for bond in grounds.parts:
            if bond.holds_on(day):
                kind = "agreement" if bond.kind == "agreements" else "body"
                members[bond.second, kind][bond.first].update(bond.claims)
        found = []
        for (id_, kind), among in members.items():
            sides = {self.standing.side(actor) for actor in among}
            if id_.startswith("accord/") and len(sides) > MANY:
                continue
            setting: Setting = "bilateral" if len(sides) <= 2 else "multilateral"
            strength = _STRENGTH.get(grounds.strengths.get(id_, ""), _STATED)
            weakness = strength if kind == "agreement" else 3 + _spread(len(among))
            ordered = {actor: tuple(sorted(among[actor])) for actor in sorted(among)}
            found.append(Body(id_, kind, ordered, setting, weakness))
        return tuple(sorted(found, key=lambda body: (body.weakness, body.id)))

    @cached_property
    def _direct(self) -> dict[tuple[str, str], list[Tie]]:
        found: dict[tuple[str, str], list[Tie]] = defaultdict(list)
        for tie in self._each_direct():
            pair = (min(tie.one, tie.other), max(tie.one, tie.other))
            if tie not in found[pair]:
                found[pair].append(tie)
        return dict(found)

    def _each_direct(self) -> Iterator[Tie]:
        grounds, day = self.standing.grounds, self.standing.day
        for own in grounds.actors:
            for above, ascent in self.standing.ascents(own).items():
                if len(ascent.steps) == 1 and ascent.way in {"part", "home"}:
                    step = ascent.steps[0]
                    yield _tie(
                        (own, above), above, "own", "bilateral", 2, 0, step.claims,
                        step.sources,
                    )  # fmt: skip
        for bond in grounds.links:
            if bond.holds_on(day):
                kind = JOINING.get(bond.kind, bond.kind)
                strength = grounds.strengths.get(bond.through, "")
                weakness = _STRENGTH.get(strength, _STATED) if kind == "agreement" else 1
                pair = (bond.first, bond.second)
                yield _tie(pair, bond.through, kind, "bilateral", 2, weakness, bond.claims)
        for body in self.bodies:
            if body.id in grounds.actors:
                for actor, claims in body.members.items():
                    size = len(body.members)
                    pair = (actor, body.id)
                    yield _tie(pair, body.id, "programme", body.setting, size, 2, claims)

    def _edges_of(self, kinds: Collection[str]) -> dict[tuple[str, str], dict[Setting, int]]:
        found: dict[tuple[str, str], dict[Setting, int]] = {}
        for pair, ties in self._direct.items():
            for tie in ties:
                if tie.kind in kinds:
                    _note(found, pair, tie.setting, tie.weakness)
        for body in self.bodies:
            if body.kind in kinds:
                for pair in combinations(body.members, 2):
                    _note(found, pair, body.setting, body.weakness)
        return found


def carries(kind: str, activity: str) -> bool:
    """Tell whether ties of a kind can carry an activity.

    >>> carries("body", "launch"), carries("agreement", "launch")
    (False, True)
    """
    if kind == "body":
        return activity in TALKS
    return activity not in _NOT_CARRIED.get(kind, ())


def is_stop(actor: str) -> bool:
    """Tell whether a way may lead through an actor; bodies are where actors meet, and no stop."""
    return actor.startswith(_STOPS)


def _note(
    found: dict[tuple[str, str], dict[Setting, int]],
    pair: tuple[str, str],
    setting: Setting,
    weakness: int,
) -> None:
    by_setting = found.setdefault(pair, {})
    if by_setting.get(setting, weakness + 1) > weakness:
        by_setting[setting] = weakness


def _tie(
    pair: tuple[str, str],
    through: str,
    kind: str,
    setting: Setting,
    size: int,
    weakness: int,
    claims: tuple[str, ...],
    sources: tuple[str, ...] = (),
) -> Tie:
    return Tie(*pair, through, kind, setting, size, weakness, claims, sources)


def _spread(size: int) -> int:
    return math.ceil(math.log2(max(size, 2) / 2))
