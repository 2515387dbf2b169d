"""A network as GraphML or as node-link JSON.

In: a network. Out: bytes that NetworkX and others read. What does not belong here: GEXF (`gexf`).
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import networkx as nx

from comity.exports.editions import LICENCE, LICENCE_URL
from comity.exports.gexf import to_gexf
from comity.exports.plain import plain_edges, plain_nodes

if TYPE_CHECKING:
    from comity.exports.editions import Origin
    from comity.exports.formats import ExportFormat
    from comity.exports.plain import Lifespan


def to_bytes(graph: nx.MultiDiGraph[str], form: ExportFormat, origin: Origin) -> bytes:
    """Return a network in a format."""
    match form.name:
        case "gexf":
            return to_gexf(graph, origin)
        case "graphml":
            return to_graphml(graph, origin)
        case _:
            return to_node_link(graph, origin)


def to_graphml(graph: nx.MultiDiGraph[str], origin: Origin) -> bytes:
    """Return a network as GraphML, with typed columns; what is not known is left out."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    plain.graph = {"kind": graph.graph["kind"], "record": origin.words, "licence": LICENCE}
    for node in plain_nodes(graph):
        plain.add_node(node.id, label=node.label, **node.values, **_days(node.lifespan))
    for edge in plain_edges(graph):
        plain.add_edge(
            edge.tail,
            edge.head,
            key=edge.id,
            label=edge.label,
            **edge.values,
            **_days(edge.lifespan),
        )
    buffer = io.BytesIO()
    nx.write_graphml_xml(plain, buffer)  # keys become the ids of edges
    return buffer.getvalue() + b"\n"


def to_node_link(graph: nx.MultiDiGraph[str], origin: Origin) -> bytes:
    """Return a network as node-link JSON: `nodes`, `edges` and what the graph says of itself.

    `networkx.node_link_graph` gives the same network again.
    """
    told = {
        "record": origin.words,
        "release": origin.date,
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        **graph.graph,
    }
    whole = nx.node_link_data(graph, edges="edges")
    whole["graph"] = told
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _days(lifespan: Lifespan) -> dict[str, str]:
    bounds = {"start": lifespan.first, "end": lifespan.last}
    return {name: day for name, day in bounds.items() if day}
