"""The front end of the widget, and pictures for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.front_end import need_front_end

from comity.views.widget.payload import WidgetFacts, widget_payload

if TYPE_CHECKING:
    import networkx as nx

TODAY = date(2024, 6, 30)


@pytest.fixture(scope="session")
def widget_script(request: pytest.FixtureRequest) -> str:
    return need_front_end(request.config, "widget.js")


def picture_of(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Return what the widget draws of a graph, its first node in the centre."""
    centre = next(iter(graph))
    return widget_payload(graph, WidgetFacts(str(graph.nodes[centre]["label"]), (centre,), TODAY))
