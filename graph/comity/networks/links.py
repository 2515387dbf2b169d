"""Links: two actors, joined by one thing over a time.

In: links and a window of time. Out: a NetworkX graph of the actors, with one edge a pair. Every
projection gives links, and every measure takes the graph of some. What does not belong here: which
claims make a link (`projections`).

A pair is linked once through one thing, however many claims say so; so nothing is counted twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two actors, joined by one thing.

    Attributes:
        first: Id of one actor: of the one from which it runs, if it runs one way.
        second: Id of the other actor.
        through: Id of what joins them: a body, an accord, a mission, a resolution, a rule.
        start: The first day on which the record does not exclude that it holds; None when it says
            nothing of a beginning.
        end: The last such day; None when it says nothing of an end.
        weight: How much it counts in its projection.
        claims: Ids of the claims that it rests on, sorted.
    """

    first: str
    second: str
    through: str
    start: date | None
    end: date | None
    weight: float
    claims: tuple[str, ...]

    def is_in(self, window: Window) -> bool:
        """Tell whether it may hold on some day of a window; one without a beginning never does."""
        begins_in_time = self.start is not None and self.start <= window.last
        return begins_in_time and (self.end is None or self.end >= window.first)


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Days from the first to the last, both included.

    >>> str(Window.of_years(2011, 2013))
    '2011-01-01/2013-12-31'
    """

    first: date
    last: date

    @classmethod
    def of_years(cls, first: int, last: int | None = None) -> Window:
        """Return the window from the start of one year to the end of another, or of the same."""
        return cls(date(first, 1, 1), date(first if last is None else last, 12, 31))

    @classmethod
    def of_day(cls, day: date) -> Window:
        """Return the window of one day."""
        return cls(day, day)

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


def graph_of(
    links: Iterable[Link],
    window: Window | None = None,
    *,
    directed: bool = False,
    nodes: Iterable[str] = (),
) -> nx.Graph[str]:
    """Return the graph of some links, with nodes and edges in a fixed order.

    Args:
        links: The links, in any order; those that are equal but for their claims are one.
        window: Only the links that may hold on some day of it; all unless given.
        directed: Whether the graph is a DiGraph.
        nodes: Actors that are in the graph even without a link.

    Returns:
        Edges have `weight`, the sum of the links' weights; `count`, their number; `through`, the
        ids of what joins the pair, and `claims`, the ids of all claims, both sorted lists; and
        `since`, the first day of the earliest link.
    """
    joined: dict[tuple[str, str], dict[str, Link]] = {}
    for link in links:
        if window is not None and not link.is_in(window):
            continue
        pair = (link.first, link.second)
        if not directed and pair[1] < pair[0]:
            pair = (pair[1], pair[0])
        through = joined.setdefault(pair, {})
        through[link.through] = _merged(through.get(link.through), link)
    graph: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(sorted({*nodes, *(end for pair in joined for end in pair)}))
    for (first, second), among in sorted(joined.items()):
        starts = [link.start for link in among.values() if link.start is not None]
        graph.add_edge(
            first,
            second,
            weight=sum(link.weight for link in sorted(among.values())),
            count=len(among),
            through=sorted(among),
            claims=sorted({claim for link in among.values() for claim in link.claims}),
            since=min(starts, default=None),
        )
    return graph


def _merged(before: Link | None, link: Link) -> Link:
    if before is None:
        return link
    return Link(
        link.first,
        link.second,
        link.through,
        min((day for day in (before.start, link.start) if day), default=None),
        None if before.end is None or link.end is None else max(before.end, link.end),
        max(before.weight, link.weight),
        tuple(sorted({*before.claims, *link.claims})),
    )
