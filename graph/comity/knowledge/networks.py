"""Networks of actors and what is measured on them.

In: a record seen from a moment, the name of a projection and a time. Out: links and NetworkX
graphs, and DataFrames of what was measured. What does not belong here: how links are made and
measures taken (`comity.networks`).

A graph seen from a day (`kg.as_of(day)`) gives the network of that day, if no other time is asked
for; one of what was known by a day, that of the claims that were. Without a time, the network is of
all times.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from comity.errors import BadDate, UnknownName
from comity.knowledge.readings import FIRST_YEAR, How, When, expect_years, reading_as
from comity.knowledge.standpoint import Standpoint, whole_day
from comity.pipeline import cache_key
from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from typing import Self, Unpack

    import networkx as nx
    import pandas as pd

    from comity.networks.cache import Cache
    from comity.networks.incidences import Incidence
    from comity.networks.links import Link, Window
    from comity.networks.projections import Projector


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
        return self.projector.links(projection, self.window_of(how), reading_as(how))

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
        found = self.projector.incidences(projection, reading_as(how))
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

        window, reading = self.window_of(how), reading_as(how)
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

    def measures(self, projection: str, **how: Unpack[How]) -> pd.DataFrame:
        """Return what is measured of the actors of a network.

        What each measure says stands in `comity.networks.measure_table.MEASURES`. Networks are
        measured without directions.

        ::

            kg.measures("cooperation", year=2024).sort_values("betweenness")

        Args:
            projection: Its name.
            **how: The time, and how the record is read: see `How`.

        Returns:
            A row for each actor, the strongest first: `id`, `label`, `coalition`, and the measures
            `degree`, `strength`, `betweenness`, `closeness`, `eigenvector`, `pagerank`,
            `constraint`, `effective_size`, `core` and `clustering`, NaN where not defined.

        Raises:
            UnknownName: There is no such projection, level or way to treat seats.
            BadDate: The day is not YYYY-MM-DD.
            BadNumber: A year or the memory is out of range.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        from comity.networks.measure_table import NODE_MEASURES  # noqa: PLC0415  (as above)

        columns = ["id", "label", "coalition", *NODE_MEASURES]
        types = {"id": "str", "label": "str", "coalition": "str"}
        rows = self._measured(projection, how)["nodes"]
        return pd.DataFrame(rows, columns=columns).astype(types)

    def network_measures(self, projection: str, **how: Unpack[How]) -> pd.DataFrame:
        """Return what is measured of a network as a whole; arguments and errors as for `measures`.

        Returns:
            Columns `measure`, `value` and `meaning`, a sentence.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        from comity.networks.measure_table import MEASURES  # noqa: PLC0415  (as above)

        words = {
            "nodes": "How many actors are in it.",
            "edges": "How many pairs of them are joined.",
            **{name: each.sentence for name, each in MEASURES.items()},
        }
        whole = self._measured(projection, how)["whole"]
        rows = [(name, float(value), words[name]) for name, value in whole.items()]
        return pd.DataFrame(rows, columns=["measure", "value", "meaning"])

    def panel(
        self, name: str, *, years: tuple[int, int] | int | None = None, zeros: bool = False
    ) -> pd.DataFrame:
        """Return a panel of nations: a row for each pair and year, or for each nation and year.

        ::

            kg.panel("dyad-year", years=(2015, 2024))

        Args:
            name: `dyad-year` or `state-year`.
            years: The first and the last year, or one year; from 1958 to the year looked at unless
                given.
            zeros: Whether pairs are there that nothing joins or sets apart in the year.

        Returns:
            Columns as in the codebook, `comity.networks.panel_table.codebook(name)`.

        Raises:
            UnknownName: There is no such panel.
            BadNumber: A year is out of range.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        from comity.networks.panel_table import PANELS  # noqa: PLC0415  (as above)
        from comity.networks.panels import Years, dyad_years, state_years  # noqa: PLC0415
        from comity.networks.states import read_states  # noqa: PLC0415

        if name not in PANELS:
            raise UnknownName("panel", name, look=f"choose one of {', '.join(PANELS)}")
        if isinstance(years, int):
            years = (years, years)
        first, last = years or (FIRST_YEAR, self.day.year)
        window = self.window_of({"window": (first, last)})
        span = range(first, last + 1) if window else range(0)
        joined = Years(self.projector, read_states(self._of_all_times.store))
        made = (
            dyad_years(joined, span, zeros=zeros)
            if name == "dyad-year"
            else state_years(joined, span)
        )
        frame = pd.DataFrame(dict(made.columns))
        for column in frame.columns:
            if column.rstrip("12") == "cow":
                frame[column] = pd.to_numeric(frame[column], errors="coerce").astype("Int64")
            elif frame[column].dtype == object:
                frame[column] = frame[column].astype("str")
        return frame

    @cached_property
    def network_cache(self) -> Cache:
        """What was worked out before from this record, as it is looked at."""
        from comity.networks.cache import Cache  # noqa: PLC0415  (networkx is slow to import)

        return Cache(cache_key(self.manifest), str(self._moment))

    def _measured(self, projection: str, how: How) -> dict[str, Any]:
        from comity.networks.measures import measures  # noqa: PLC0415  (networkx is slow to import)
        from comity.networks.projection_table import projection as stated  # noqa: PLC0415

        def make() -> dict[str, Any]:
            graph = self.actor_network(projection, **how)
            found = measures(graph)
            order = sorted(found.nodes, key=lambda node: (-node.strength, node.name))
            return {
                "whole": asdict(found.whole),
                "nodes": [
                    {
                        "id": node.name,
                        "label": graph.nodes[node.name]["label"],
                        "coalition": graph.nodes[node.name]["coalition"],
                        **asdict(node),
                    }
                    for node in order
                ],
            }

        stated(projection)
        arguments = {
            "projection": projection,
            "window": str(self.window_of(how)),
            "reading": reading_as(how),
        }
        found: dict[str, Any] = self.network_cache.value("measures", arguments, make)
        return found

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
            expect_years(first, last, self.today.year)
            return Window.of_years(first, last)
        chosen = whole_day(day) if day is not None else self._moment.as_of
        return None if chosen is None else Window.of_day(chosen)

    @cached_property
    def projector(self) -> Projector:
        """What makes links from this record, from claims of all times."""
        from comity.networks.projections import Projector  # noqa: PLC0415  (as above)

        return Projector(self._of_all_times.store, certain=self._moment.certain)

    @cached_property
    def _of_all_times(self) -> Self:
        """The record that this one is a moment of, as far as it was known."""
        return self.at(Moment(known_by=self._moment.known_by))
