"""Networks and pictures of the graph.

In: a record seen from a moment, and ids. Out: NetworkX graphs and interactive pages. What does not
belong here: how they are made (`comity.analysis`, `comity.views`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from comity import resources
from comity.errors import BadIdentifier, BadNumber, NeedsSnapshot
from comity.knowledge.answers import View
from comity.knowledge.standpoint import Day, Standpoint
from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

VIEW_LIMIT = 120


class Pictures(Standpoint):
    """What can be drawn, or counted as a network."""

    def network(
        self, kind: str = "all", *, as_of: Day | None = None, known_by: Day | None = None
    ) -> nx.MultiDiGraph[str]:
        """Return a named network, see `comity.analysis.networks`.

        Args:
            kind: Name of the network.
            as_of: Day to look at, for this network only.
            known_by: Day by which a thing must have been public, for this network only.

        Raises:
            UnknownName: There is no network of that name.
            BadDate: A day is not YYYY-MM-DD.
        """
        from comity.analysis import network, tells_days  # noqa: PLC0415  (networkx is slow to import)

        graph = self._on(as_of, known_by)
        if graph.moment == Moment(graph.moment.as_of) and tells_days(kind):
            found = network(graph._whole.store, kind, graph.moment.as_of)  # no store of the day
        else:
            found = network(graph.store, kind)
        found.graph["as_of"] = graph.day.isoformat()
        if graph.moment.known_by:
            found.graph["known_by"] = graph.moment.known_by.isoformat()
        return found

    def view(
        self,
        *things: str,
        depth: int = 1,
        as_of: Day | None = None,
        known_by: Day | None = None,
        limit: int = VIEW_LIMIT,
    ) -> View:
        """Return an interactive page of what surrounds some things.

        Args:
            *things: Ids of the things in the centre.
            depth: How many ties away a thing may be.
            as_of: Day to look at; without it, ended ties are there too, dashed.
            known_by: Day by which a tie must have been public; without it, all that are known now.
            limit: How many things are drawn at most, the nearest first.

        Raises:
            BadIdentifier: A text is not an id.
            UnknownName: Nothing has one of the ids.
            BadNumber: Depth or limit is out of range.
        """
        from comity.analysis import neighbourhood  # noqa: PLC0415  (networkx is slow to import)
        from comity.views.neighbourhood import PageFacts, neighbourhood_page  # noqa: PLC0415

        expect_extent(things, depth, limit)
        graph = self._on(as_of, known_by)
        centre = list(dict.fromkeys(graph.resolve(name) for name in things))
        around = neighbourhood(graph.store, centre, depth=depth, limit=limit, today=graph.day)
        labels = [around.graph.nodes[name]["label"] for name in centre]
        facts = PageFacts(
            title=", ".join(labels),
            subtitle=_subtitle(depth, graph._moment, around.unlisted),
            as_of=graph._moment.as_of.isoformat() if graph._moment.as_of else None,
            snapshot=self.manifest.date,
            today=self.today,
            centre=around.centre,
            omitted=around.omitted,
            version=resources.VERSION,
        )
        return View(facts.title, neighbourhood_page(around.graph, facts))

    def atlas(
        self,
        *,
        as_of: Day | None = None,
        known_by: Day | None = None,
        full: bool = False,
        pages: str = "",
    ) -> View:
        """Return an interactive page of the whole graph; it takes some seconds to lay out.

        The reader moves the day in the page, so a day is needed here only to leave out of the page
        what did not hold then, or was not public.

        Args:
            as_of: Day to which the record is restricted.
            known_by: Day by which all that is shown must have been public.
            full: Whether the page carries the whole record and a SPARQL engine as well.
            pages: Where the atlas stands beside pages of things, claims and sources: their
                address, with `$id` in place of the id.

        Raises:
            BadDate: A day is not YYYY-MM-DD.
            MissingPart: The front end is not built.
            NeedsSnapshot: A full page is wanted of a store elsewhere.
        """
        from comity.analysis.panorama import read_panorama  # noqa: PLC0415  (only for this page)
        from comity.networks.coalitions import coalitions_in, read_coalitions  # noqa: PLC0415
        from comity.views.atlas.asking import asking_payload  # noqa: PLC0415
        from comity.views.atlas.layout import place_all  # noqa: PLC0415  (scipy is slow to import)
        from comity.views.atlas.page import atlas_page, expect_front_end  # noqa: PLC0415
        from comity.views.atlas.payload import AtlasFacts, atlas_payload  # noqa: PLC0415

        expect_front_end(full=full)
        graph = self._on(as_of, known_by)
        moment = graph.moment
        record = read_panorama(graph.store)
        places = place_all(
            list(record.things),
            [(tie.subject, tie.object) for tie in record.ties],
            coalitions_in(read_coalitions(graph.store), None),
        )
        facts = AtlasFacts(
            version=resources.VERSION,
            release=self.manifest.date,
            snapshot=self.manifest.sha256,
            as_of=moment.as_of.isoformat() if moment.as_of else None,
            known_by=moment.known_by.isoformat() if moment.known_by else None,
            pages=pages,
        )
        title = f"Comity atlas, {graph.day}"
        payload = atlas_payload(record, places, facts)
        if not full:
            return View(title, atlas_page(payload, title))
        payload["asking"] = asking_payload(graph.store, moment, self.today)
        return View(title, atlas_page(payload, title, graph._quads()))

    def _quads(self) -> bytes:
        """Return what the moment shows as N-Quads."""
        if isinstance(self.store, Store):
            return self.store.dump(format=RdfFormat.N_QUADS) or b""
        raise NeedsSnapshot("the whole record")


def expect_extent(things: Sequence[str], depth: int, limit: int) -> None:
    """Return when a neighbourhood of some extent can be drawn.

    Raises:
        BadIdentifier: No thing is named.
        BadNumber: Depth or limit is out of range.
    """
    from comity.views.neighbourhood import LIMIT  # noqa: PLC0415  (networkx is slow to import)

    if not things:
        raise BadIdentifier("", "name at least one thing")
    if depth < 0:
        raise BadNumber("depth", depth, "0 or more")
    if not 1 <= limit <= LIMIT:
        raise BadNumber("limit", limit, f"from 1 to {LIMIT}")


def _subtitle(depth: int, moment: Moment, unlisted: Mapping[str, int]) -> str:
    left_out = ", ".join(
        ("votes", *(f"{count:,} {kind}s" for kind, count in sorted(unlisted.items())))
    )
    return ", ".join(
        (
            f"Ties up to {depth} step{'' if depth == 1 else 's'} away",
            *(() if moment.as_of else ("ended ones included",)),
            *(("only what certainly held",) if moment.certain else ()),
            *((f"only what was public by {moment.known_by}",) if moment.known_by else ()),
            f"{left_out} left out",
        )
    )
