"""The widget for Jupyter, and the answers for what is chosen in it.

In: a graph seen from a moment, and ids. Out: a widget, and DataFrames. What does not belong here:
the widget itself (`comity.views.widget`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from comity.errors import CertainInWidget
from comity.knowledge.pictures import expect_extent
from comity.queries.filtering import about_sparql

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import pandas as pd

    from comity.knowledge.graph import KnowledgeGraph
    from comity.views.widget.element import Explorer

COLUMNS = ("id", "kind", "label", "description", "since", "until", "ties", "votes")


def explorer(graph: KnowledgeGraph, things: Sequence[str], *, depth: int, limit: int) -> Explorer:
    """Return the widget that `KnowledgeGraph.explore` describes; errors are the same."""
    from comity.analysis import neighbourhood  # noqa: PLC0415  (networkx is slow to import)
    from comity.views.widget.element import Explorer  # noqa: PLC0415  (needs an extra)
    from comity.views.widget.payload import WidgetFacts, widget_payload  # noqa: PLC0415

    expect_extent(things, depth, limit)
    moment = graph.moment
    if moment.certain:
        raise CertainInWidget
    whole = graph.at(replace(moment, as_of=None))
    centre = tuple(dict.fromkeys(whole.resolve(name) for name in things))
    around = neighbourhood(whole.store, centre, depth=depth, limit=limit, today=whole.day)
    labels = [around.graph.nodes[name]["label"] for name in centre]
    facts = WidgetFacts(", ".join(labels), centre, whole.day, around.omitted)
    return Explorer(widget_payload(around.graph, facts), Chosen(whole), moment.as_of)


class Chosen:
    """Answers for what is chosen in a widget, from one graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph

    def claims_of(self, chosen: Sequence[str], day: date | None) -> pd.DataFrame:
        """Return the claims about some things, and some claims, as `kg.claims` does.

        Args:
            chosen: Ids of things and of claims.
            day: Day on which they held; None for all times.
        """
        things = [name for name in chosen if not _is_claim(name)]
        text = about_sparql(things, filter(_is_claim, chosen))
        return self._graph.query(text, as_of=day, ids=True)

    def things_of(self, chosen: Sequence[str], day: date | None) -> pd.DataFrame:
        """Return the things among what is chosen, one a row, as on a day.

        Args:
            chosen: Ids of things and of claims, which are left out.
            day: Day on which their ties are counted; None for all times.

        Returns:
            The columns `COLUMNS`: texts, but for the numbers `ties` and `votes`.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        graph = self._graph.as_of(day)
        rows = [_row(graph, name) for name in chosen if not _is_claim(name)]
        kinds = {name: "int64" if name in {"ties", "votes"} else "str" for name in COLUMNS}
        return pd.DataFrame(rows, columns=list(COLUMNS)).astype(kinds)


def _row(graph: KnowledgeGraph, name: str) -> dict[str, Any]:
    found = graph.profile(name)
    node = found.node
    return {
        "id": node.id,
        "kind": node.kind,
        "label": node.label,
        "description": node.description,
        "since": node.start or "",
        "until": node.end or "",
        "ties": len(found.ties),
        "votes": found.votes,
    }


def _is_claim(name: str) -> bool:
    return name.startswith("claim/")
