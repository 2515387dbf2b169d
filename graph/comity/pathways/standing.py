"""Who belongs to whom on a day.

In: grounds and a day. Out: for each actor, what it belongs to, and the steps by which. What does
not belong here: rules (`reach`) and ties (`ties`).

An actor reaches upward in four ways:

==========  =====================================================================================
way         leads to
==========  =====================================================================================
``itself``  the actor
``part``    the nation whose agency it is, and what it is part of, and so on
``home``    the nation at which it, or what it is part of, is at home
``member``  the union of which that nation is a member
==========  =====================================================================================
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from comity.pathways.grounds import day_of
from comity.pathways.model import Step

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from comity.pathways.grounds import Bond, Grounds

Way = Literal["itself", "part", "home", "member"]
_ORDER: Final[tuple[Way, ...]] = ("itself", "part", "home", "member")
_STANDING: Final = "membership"
_WORDS: Final = {"agency_of": "is an agency of", "part_of": "is part of"}


@dataclass(frozen=True, slots=True)
class Ascent:
    """How an actor belongs to another.

    Attributes:
        way: The loosest way that it takes.
        steps: The sentences, from the actor upward; none for itself.
    """

    way: Way
    steps: tuple[Step, ...]


class Standing:
    """Who belongs to whom on a day.

    Attributes:
        grounds: What it is found from.
        day: The day.
        classes: The actors of each class of parties that a rule names, as far as they were found.
    """

    def __init__(self, grounds: Grounds, day: date) -> None:
        self.grounds = grounds
        self.day = day
        self.classes: dict[tuple[str, str], frozenset[str]] = {}
        self._nations: dict[str, frozenset[str]] = {}
        self._ascents: dict[str, Mapping[str, Ascent]] = {}
        self._above: dict[str, list[Bond]] = defaultdict(list)
        self._unions: dict[str, list[Bond]] = defaultdict(list)
        for bond in grounds.belongings:
            if bond.holds_on(day, dated=False) or _only_begins_later(bond):
                self._above[bond.first].append(bond)
        for bond in grounds.parts:
            if (
                bond.kind == _STANDING
                and bond.first.startswith("nation/")
                and bond.second.startswith("organisation/")
                and bond.holds_on(day)
            ):
                self._unions[bond.first].append(bond)

    def ascents(self, actor: str) -> Mapping[str, Ascent]:
        """Return what an actor belongs to on the day, itself first."""
        if actor not in self._ascents:
            self._ascents[actor] = self._climb(actor)
        return self._ascents[actor]

    def nations(self, actor: str) -> frozenset[str]:
        """Return the nations to which an actor belongs on the day."""
        if actor not in self._nations:
            above = self.ascents(actor)
            self._nations[actor] = frozenset(id_ for id_ in above if id_.startswith("nation/"))
        return self._nations[actor]

    def side(self, actor: str) -> str:
        """Return for whom an actor stands when sides are counted: its nation, else itself."""
        return min(self.nations(actor), default=actor)

    def share_nation(self, one: str, other: str) -> bool:
        """Tell whether two actors belong to one nation."""
        return not self.nations(one).isdisjoint(self.nations(other))

    def label(self, id_: str) -> str:
        """Return the label of an actor, or its id."""
        actor = self.grounds.actors.get(id_)
        return actor.label if actor else self.grounds.labels.get(id_, id_)

    def below(self, named: str, ways: frozenset[Way]) -> frozenset[str]:
        """Return the actors that belong to another in one of some ways."""
        return frozenset(
            actor for actor, way in self._descents.get(named, {}).items() if way in ways
        )

    @cached_property
    def _descents(self) -> dict[str, dict[str, Way]]:
        found: dict[str, dict[str, Way]] = defaultdict(dict)
        for actor in self.grounds.actors:
            for above, ascent in self.ascents(actor).items():
                found[above][actor] = ascent.way
        return found

    def _climb(self, actor: str) -> dict[str, Ascent]:
        found: dict[str, Ascent] = {actor: Ascent("itself", ())}
        waiting = [actor]
        while waiting:
            current = waiting.pop(0)
            for bond in self._above.get(current, ()):
                self._add(found, waiting, current, bond.second, "part", _belongs(self, bond))
            known = self.grounds.actors.get(current)
            if known and known.nation and known.nation not in found:
                way: Way = "part" if known.kind == "agency" else "home"
                words = f"{known.label} is at home in {self.label(known.nation)}."
                step = Step(words, (), known.sources)
                self._add(found, waiting, current, known.nation, way, step)
            for bond in self._unions.get(current, ()):
                words = f"{self.label(current)} is a member of {self.label(bond.second)}."
                self._add(found, waiting, current, bond.second, "member", Step(words, bond.claims))
        return found

    def _add(
        self,
        found: dict[str, Ascent],
        waiting: list[str],
        below: str,
        above: str,
        way: Way,
        step: Step,
    ) -> None:
        if above in found:
            return
        before = found[below]
        loosest = max(before.way, way, key=_ORDER.index)
        found[above] = Ascent(loosest, (*before.steps, step))
        waiting.append(above)


def existence_note(standing: Standing, actor: str) -> str:
    """Return the sentence that an actor did not exist on the day; empty when it did."""
    known = standing.grounds.actors[actor]
    begun, ended = day_of(known.start), day_of(known.end, last=True)
    if begun and standing.day < begun:
        return f"{known.label} is on record from {known.start} only."
    if ended and standing.day > ended:
        return f"{known.label} is on record until {known.end} only."
    return ""


def _only_begins_later(bond: Bond) -> bool:
    """Tell whether an agency is recorded from a later day on, which cuts nothing off.

    What an agency did before (its forerunner's doing) counts for the same nation, as in the roll-up
    of networks.
    """
    return bond.end is None and bond.kind == "agency_of"


def _belongs(standing: Standing, bond: Bond) -> Step:
    words = f"{standing.label(bond.first)} {_WORDS[bond.kind]} {standing.label(bond.second)}."
    return Step(words, bond.claims)
