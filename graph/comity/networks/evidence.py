"""Evidence: the record as a hypothesis is tested on it, whole or with a part left out.

In: what makes links, the classes of sources behind claims, the places of states, and the last year
that is over. Out: links of cooperation, votes, and who signed when. What does not belong here: what
is tested (`hypotheses`) and how (`breaks`, `dyadic`, `strata`).

A result that hangs on one class of sources, or on one kind of cooperation, is worth less than one
that does not. So every test is repeated with each of them left out, one at a time, and each takes
the record from here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from comity.analysis.regions import subregion_of
from comity.analysis.ties import read_nodes
from comity.networks.coalitions import COALITIONS, coalitions_in
from comity.networks.links import Window
from comity.networks.rollup import Reading
from comity.networks.source_classes import read_source_classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from comity.networks.facts import Fact
    from comity.networks.incidences import Incidence
    from comity.networks.links import Link
    from comity.networks.projections import Projector
    from comity.rdf.engine import Engine

COOPERATION: Final = "cooperation"
SOURCES: Final = "source class"
RELATIONS: Final = "relation kind"
AND: Final = " and "


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the record that is left out.

    Attributes:
        kind: `source class` or `relation kind`; empty if nothing is left out.
        name: Which one; several kinds with `AND` between.
    """

    kind: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What hypotheses are tested on.

    Attributes:
        projector: Makes links.
        votes: All votes.
        classes: The classes of the sources that affirm each claim.
        subregions: The subregion of each state that there is.
        last_year: The last year that is over.
    """

    projector: Projector
    votes: tuple[Fact, ...]
    classes: Mapping[str, frozenset[str]]
    subregions: Mapping[str, str]
    last_year: int


def read_record(store: Engine, projector: Projector, day: date) -> Record:
    """Return what hypotheses are tested on, by a store and the day looked from."""
    subregions = {
        name: subregion_of(node.description)
        for name, node in sorted(read_nodes(store).items())
        if node.kind == "nation" and node.description.startswith("State in")
    }
    is_over = (day.month, day.day) == (12, 31)
    last_year = day.year if is_over else day.year - 1
    return Record(
        projector, tuple(projector.votes()), read_source_classes(store), subregions, last_year
    )


class Evidence:
    """The record, whole or with a part left out."""

    def __init__(self, record: Record, left_out: LeftOut | None = None) -> None:
        self.record = record
        self.left_out = left_out or LeftOut()

    def cooperation(
        self, window: Window | None = None, reading: Reading | None = None
    ) -> list[Link]:
        """Return the links of cooperation of a window, or of all times."""
        kinds = self.left_out.name.split(AND) if self.left_out.kind == RELATIONS else ()
        links = self.record.projector.links(COOPERATION, window, reading, without=kinds)
        return [link for link in links if self._stays(link.claims)]

    def begun(self, first: int, last: int) -> list[Link]:
        """Return the links of cooperation that began in some years, at their first day alone."""
        links = self.cooperation(None, Reading())
        window = Window.of_years(first, last)
        return [
            replace(link, end=link.start)
            for link in links
            if link.start is not None and window.first <= link.start <= window.last
        ]

    def votes(self, first: int, last: int) -> list[Fact]:
        """Return the votes cast in some years."""
        window = Window.of_years(first, last)
        return [
            vote
            for vote in self.record.votes
            if vote.start is not None
            and window.first <= vote.start <= window.last
            and self._stays((vote.claim,))
        ]

    def coalitions(self) -> dict[str, str]:
        """Return the coalition of each nation that was ever tied to one, or `both`."""
        found = coalitions_in(
            {name: list(self._standings(name)) for name in COALITIONS}, window=None
        )
        return {actor: name for actor, name in found.items() if actor in self.record.subregions}

    def signatures(self, coalition: str) -> dict[str, date]:
        """Return the day on which each nation was first tied to a coalition, in order of days."""
        days: dict[str, date] = {}
        for standing in self._standings(coalition):
            if standing.start is not None and standing.actor in self.record.subregions:
                before = days.get(standing.actor, standing.start)
                days[standing.actor] = min(before, standing.start)
        return dict(sorted(days.items(), key=lambda each: (each[1], each[0])))

    def _standings(self, coalition: str) -> Iterable[Incidence]:
        for standing in self.record.projector.coalitions[coalition]:
            if self._stays(standing.claims):
                yield standing

    def _stays(self, claims: Iterable[str]) -> bool:
        """Tell whether all claims have a source of another class than the one left out."""
        if self.left_out.kind != SOURCES:
            return True
        only = frozenset({self.left_out.name})
        return all(self.record.classes.get(claim) != only for claim in claims)
