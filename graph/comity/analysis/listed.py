"""Things of which lists name very many: persons, satellites and crewed flights.

In: a store and the other ties. Out: for a thing, its neighbours, with those of such lists where
they are few. What does not belong here: how far a picture reaches (`neighbourhood`).

A great power has launched a thousand satellites and flown hundreds of persons; a picture of it that
shows them shows nothing else. A state with one satellite, a flight with its crew, and whatever is
asked for by itself are shown in full.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from comity.analysis.networks import NETWORKS
from comity.analysis.ties import LISTED_KINDS, Tie, count_subjects, plain_flights, read_ties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.rdf.engine import Engine


FEW: Final = 12
"""As many of one kind are shown beside a thing; where there are more, none is."""


class Listed:
    """The ties of a picture, to which those of lists are added while it is walked.

    Attributes:
        ties: All ties known so far.
        adjacent: For each thing, those that a tie joins to it.
        unlisted: How many things were left out because a thing has many of them, by kind.
    """

    def __init__(self, store: Engine, ties: Iterable[Tie]) -> None:
        """Take all ties that are not about persons and satellites."""
        self.ties = list(ties)
        self.adjacent: dict[str, set[str]] = defaultdict(set)
        self.unlisted: Counter[str] = Counter()
        self._store = store
        self._known = {tie.claim for tie in self.ties}
        for tie in self.ties:
            self._join(tie)
        self._flights = plain_flights(store, self.ties)

    def near(self, name: str, *, asked: bool) -> set[str]:
        """Return the things that are tied to a thing, without those of which it has many.

        Args:
            name: Id of the thing.
            asked: Whether the picture is of it; elsewhere, lists are looked into only for a person,
                a satellite or a crewed flight.
        """
        own = name.partition("/")[0] in LISTED_KINDS or name in self._flights
        if asked or own:
            self._add_listed(name)
        beside = self.adjacent[name]
        flights = beside & self._flights
        if len(flights) > FEW and not own:
            self.unlisted["crewed flight"] += len(flights)
            return beside - flights
        return set(beside)

    def _add_listed(self, name: str) -> None:
        """Read the ties of a thing to persons and satellites, where they are few."""
        for kind in LISTED_KINDS:
            is_one = name.startswith(f"{kind}/")
            count = 1 if is_one else count_subjects(self._store, of=name, kind=kind)
            if count > FEW:
                self.unlisted[kind] += count
            elif count:
                for tie in read_ties(self._store, NETWORKS["all"].names, about=name):
                    ends = (tie.subject.partition("/")[0], tie.object.partition("/")[0])
                    if kind in ends and tie.claim not in self._known:
                        self._known.add(tie.claim)
                        self.ties.append(tie)
                        self._join(tie)

    def _join(self, tie: Tie) -> None:
        self.adjacent[tie.subject].add(tie.object)
        self.adjacent[tie.object].add(tie.subject)
