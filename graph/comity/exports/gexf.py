"""A network as GEXF 1.3, the format of Gephi, with lifespans.

In: a network. Out: one XML document, a dynamic graph whose nodes and edges say from which day to
which they may have been. What does not belong here: layout, which is the reader's.

NetworkX has a writer too; it stamps the day of writing into the file, and knows neither the kind
that GEXF wants of parallel edges nor the form of dates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from comity.exports.editions import HOME
from comity.exports.plain import plain_edges, plain_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import networkx as nx

    from comity.exports.editions import Origin
    from comity.exports.plain import Lifespan, Plain, PlainEdge, PlainNode

NAMESPACE: Final = "http://gexf.net/1.3"
_SCHEMA: Final = f"{NAMESPACE} {NAMESPACE}/gexf.xsd"
_TYPES: Final = {int: "integer", str: "string"}


def to_gexf(graph: nx.MultiDiGraph[str], origin: Origin) -> bytes:
    """Return a network as GEXF.

    Args:
        graph: A network of `comity.analysis`.
        origin: Which release it shows; the day of it stands as the day of the last change.
    """
    root = ET.Element(
        "gexf",
        {
            "xmlns": NAMESPACE,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": _SCHEMA,
            "version": "1.3",
        },
    )
    meta = ET.SubElement(root, "meta", lastmodifieddate=origin.date)
    ET.SubElement(meta, "creator").text = f"Comity {origin.version}, {HOME}"
    ET.SubElement(meta, "description").text = f"Network {graph.graph['kind']}; {origin.words}"
    whole = ET.SubElement(
        root,
        "graph",
        {
            "defaultedgetype": "directed",
            "mode": "dynamic",
            "timeformat": "date",
            "timerepresentation": "interval",
            "idtype": "string",
        },
    )
    nodes, edges = list(plain_nodes(graph)), list(plain_edges(graph))
    node_columns = _declare(whole, "node", (node.values for node in nodes))
    edge_columns = _declare(whole, "edge", (edge.values for edge in edges))
    _add_nodes(ET.SubElement(whole, "nodes", count=str(len(nodes))), nodes, node_columns)
    _add_edges(ET.SubElement(whole, "edges", count=str(len(edges))), edges, edge_columns)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _declare(
    whole: ET.Element, of: str, values: Iterable[Mapping[str, Plain]]
) -> Mapping[str, str]:
    """Declare the columns of nodes or edges and return their ids by name."""
    kinds = {name: type(value) for each in values for name, value in each.items()}
    before = len(whole.findall("attributes/attribute"))
    ids = {name: str(number) for number, name in enumerate(sorted(kinds), start=before)}
    declared = ET.SubElement(whole, "attributes", {"class": of, "mode": "static"})
    for name, id_ in ids.items():  # graphology takes titles for names where ids are numbers
        ET.SubElement(
            declared, "attribute", {"id": id_, "title": name, "type": _TYPES[kinds[name]]}
        )
    return ids


def _add_nodes(parent: ET.Element, nodes: Sequence[PlainNode], columns: Mapping[str, str]) -> None:
    for node in nodes:
        element = ET.SubElement(
            parent, "node", {"id": node.id, "label": node.label, **_days(node.lifespan)}
        )
        _add_values(element, node.values, columns)


def _add_edges(parent: ET.Element, edges: Sequence[PlainEdge], columns: Mapping[str, str]) -> None:
    for edge in edges:
        element = ET.SubElement(
            parent,
            "edge",
            {
                "id": edge.id,
                "source": edge.tail,
                "target": edge.head,
                "label": edge.label,
                "kind": edge.relation,
                **_days(edge.lifespan),
            },
        )
        _add_values(element, edge.values, columns)


def _days(lifespan: Lifespan) -> dict[str, str]:
    """Return the bounds, both included; an open one is left out, as GEXF 1.3 asks."""
    bounds = {"start": lifespan.first, "end": lifespan.last}
    return {name: day for name, day in bounds.items() if day}


def _add_values(
    element: ET.Element, values: Mapping[str, Plain], columns: Mapping[str, str]
) -> None:
    holder = ET.SubElement(element, "attvalues")
    for name in sorted(values):
        ET.SubElement(holder, "attvalue", {"for": columns[name], "value": str(values[name])})
