"""Networks of actors and what is measured on them.

In: a record seen from a moment, the name of a projection and a time. Out: links and NetworkX
graphs, and DataFrames of what was measured. What does not belong here: how links are made and
measures taken (`comity.networks`).

A graph seen from a day (`kg.as_of(day)`) gives the network of that day, if no other time is asked
for; one of what was known by a day, that of the claims that were. Without a time, the network is of
all times.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypedDict

from comity.errors import BadDate, BadNumber
from comity.knowledge.standpoint import Day, Standpoint, whole_day
from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from typing import Unpack

    import networkx as nx

    from comity.networks.incidences import Incidence
    from comity.networks.links import Link, Window
    from comity.networks.projections import Projector
    from comity.networks.rollup import Level, Reading, Seats


class When(TypedDict, total=False):
    """The time of a network; one of these, or none.

    Attributes:
        as_of: A day, as a date or as `YYYY-MM-DD`.
        year: A calendar year.
        window: The first and last of some years, `(2015, 2024)`, or a `Window`.
    """

    as_of: Day | None
    year: int | None
    window: tuple[int, int] | Window | None


class How(When, total=False):
    """The time of a network and how the record is read for it; see `comity.networks.rollup`.

    Attributes:
        level: Who is a node: `nation` (the usual level), `agency` or `actor`.
        seats: Whether a seat that passed on stays two nodes, `kept`, or is one, `joined`.
        members: Whether the members of an intergovernmental body stand for it.
        memory: For how many years what happened on a day counts.
    """

    level: Level
    seats: Seats
    members: bool
    memory: int | None


class Networks(Standpoint):
    """Networks of actors."""

    def links(self, projection: str, **how: Unpack[How]) -> list[Link]:
        """Return the links of a projection, see `comity.networks.projection_table`.

        ::

            kg.links("crews", year=1975)

        Args:
            projection: Its name.
            **how: The time, and how the record is read: see `How`.

        Raises:
            UnknownName: There is no such projection, level or way to treat seats.
            BadDate: The day is not YYYY-MM-DD.
            BadNumber: A year or the memory is out of range.
        """
        return self.projector.links(projection, self.window_of(how), _reading(how))

    def incidences(self, projection: str, **how: Unpack[How]) -> list[Incidence]:
        """Return who has a part in what, behind a projection through bodies.

        Args:
            projection: `membership`, `agreements` or `cosponsorship`.
            **how: The time, and how the record is read: see `How`.

        Raises:
            UnknownName: The projection has no bodies, or there is none of that name.
            BadDate: The day is not YYYY-MM-DD.
            BadNumber: A year or the memory is out of range.
        """
        window = self.window_of(how)
        found = self.projector.incidences(projection, _reading(how))
        return [each for each in found if window is None or each.is_in(window)]

    def actor_network(
        self, projection: str, *, directed: bool = False, **how: Unpack[How]
    ) -> nx.Graph[str]:
        """Return the network of a projection as a NetworkX graph.

        ::

            kg.actor_network("co-membership", year=2024)

        Args:
            projection: Its name.
            directed: Whether edges keep their direction.
            **how: The time, and how the record is read: see `How`.

        Returns:
            A Graph, or a DiGraph; nodes have `kind`, `label` and `coalition` (`Artemis`, `ILRS`,
            `both` or empty), edges what `comity.networks.links.graph_of` gives them, and the graph
            `projection`, `window` and `level`.

        Raises:
            UnknownName: There is no such projection, level or way to treat seats.
            BadDate: The day is not YYYY-MM-DD.
            BadNumber: A year or the memory is out of range.
        """
        from comity.networks.coalitions import coalitions_in  # noqa: PLC0415  (as below)
        from comity.networks.links import graph_of  # noqa: PLC0415  (networkx is slow to import)

        window, reading = self.window_of(how), _reading(how)
        graph = graph_of(self.projector.links(projection, window, reading), directed=directed)
        tied = coalitions_in(self.projector.coalitions, window)
        for name, node in graph.nodes(data=True):
            node.update(
                kind=name.partition("/")[0],
                label=self.projector.labels.get(name, name),
                coalition=tied.get(name, ""),
            )
        graph.graph.update(
            projection=projection, window=str(window or "all times"), level=reading.level
        )
        return graph

    def window_of(self, when: When) -> Window | None:
        """Return the window of days that a time means; of this graph's day if none is given.

        Raises:
            BadDate: The day is not YYYY-MM-DD, or more than one time is given.
            BadNumber: A year is out of range.
        """
        from comity.networks.links import Window  # noqa: PLC0415  (networkx is slow to import)

        day, year, window = when.get("as_of"), when.get("year"), when.get("window")
        given = [each for each in (day, year, window) if each is not None]
        if len(given) > 1:
            raise BadDate(" and ".join(str(each) for each in given))
        if isinstance(window, Window):
            return window
        if window is not None or year is not None:
            first, last = window or (year or 0, year or 0)
            for each in (first, last):
                if not 1 <= each <= _LAST_YEAR:
                    raise BadNumber("year", each, f"from 1 to {_LAST_YEAR}")
            if last < first:
                raise BadNumber("last year", last, f"{first} or later")
            return Window.of_years(first, last)
        chosen = whole_day(day) if day is not None else self._moment.as_of
        return None if chosen is None else Window.of_day(chosen)

    @cached_property
    def projector(self) -> Projector:
        """What makes links from this record, from claims of all times."""
        from comity.networks.projections import Projector  # noqa: PLC0415  (as above)

        store = self.at(Moment(known_by=self._moment.known_by)).store
        return Projector(store, certain=self._moment.certain)


_LAST_YEAR = 9000


def _reading(how: How) -> Reading:
    from comity.networks.rollup import reading_of  # noqa: PLC0415  (networkx is slow to import)

    return reading_of(
        how.get("level", "nation"),
        how.get("seats", "kept"),
        members=how.get("members", False),
        memory=how.get("memory"),
    )
