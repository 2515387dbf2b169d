"""Networks open in the programs that they are for, with days, relations and claims."""

import io
import json
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import igraph
import networkx as nx
import pytest
from tests.exports.reading import exported
from tests.node import need_packages, run_node

from comity.analysis import NETWORKS
from comity.errors import UnknownName
from comity.exports import Origin
from comity.exports.gexf import NAMESPACE, to_gexf
from comity.exports.networks import to_graphml
from comity.knowledge import KnowledgeGraph
from comity.rdf.dates import Moment

GRAPHOLOGY = ("graphology@0.26.0", "graphology-gexf@0.13.2")
SCRIPT = """
const fs = require("fs");
const {MultiDirectedGraph} = require("graphology");
const gexf = require("graphology-gexf");
const text = fs.readFileSync(process.argv[process.argv.length - 1], "utf8");
const graph = gexf.parse(MultiDirectedGraph, text);
const edge = graph.getEdgeAttributes(graph.edges()[0]);
console.log(JSON.stringify({nodes: graph.order, edges: graph.size, edge}));
"""
TYPES = {"integer", "string"}

Network = Callable[[str], "nx.MultiDiGraph[str]"]
File = Callable[[str, str], bytes]

pytestmark = pytest.mark.xdist_group("exported-networks")  # each is made once, not by each worker

every_network = pytest.mark.parametrize("kind", NETWORKS)


def elements(content: bytes, name: str) -> list[ET.Element]:
    return list(ET.fromstring(content).iter(f"{{{NAMESPACE}}}{name}"))  # noqa: S314  (our own file)


@pytest.fixture(scope="module")
def network(short: KnowledgeGraph) -> Network:
    """Give a network of the release by its kind; each is made once."""
    return cache(short.network)


@pytest.fixture(scope="module")
def file(short: KnowledgeGraph) -> File:
    """Give the file of a network of the release, by its format and kind; each is made once."""
    return cache(lambda form, kind: exported(short, form, network=kind))


@pytest.fixture
def origin(toy: KnowledgeGraph) -> Origin:
    return Origin("1.0", "2026-01-02", "0" * 64, Moment())


@every_network
def test_gexf_keeps_the_rules_of_its_schema(network: Network, file: File, kind: str) -> None:
    graph = network(kind)
    content = file("gexf", kind)
    root = elements(content, "gexf")[0]
    assert root.get("version") == "1.3"
    (whole,) = elements(content, "graph")
    assert (whole.get("mode"), whole.get("timeformat")) == ("dynamic", "date")
    assert [child.tag.rpartition("}")[2] for child in whole] == [
        "attributes",
        "attributes",
        "nodes",
        "edges",
    ]
    nodes, edges = elements(content, "node"), elements(content, "edge")
    names = [node.get("id") for node in nodes]
    assert sorted(names) == sorted(graph)
    assert len({edge.get("id") for edge in edges}) == len(edges) == graph.size()
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= set(names)
    declared = {column.get("id"): column.get("type") for column in elements(content, "attribute")}
    assert len(declared) == len(elements(content, "attribute"))
    assert set(declared.values()) <= TYPES
    for value in elements(content, "attvalue"):
        assert declared[value.get("for")] == "string" or int(value.get("value") or "x") >= 0
    for each in (*nodes, *edges):
        start, end = each.get("start"), each.get("end")
        assert all(day is None or len(day) == len("2024-01-01") for day in (start, end))
        assert start is None or end is None or start <= end, each.get("id")


@every_network
def test_networkx_reads_gexf_and_graphml(network: Network, file: File, kind: str) -> None:
    graph = network(kind)
    read = {
        "gexf": nx.read_gexf(io.BytesIO(file("gexf", kind)), version="1.3"),
        "graphml": nx.read_graphml(io.BytesIO(file("graphml", kind))),
    }
    for back in read.values():
        assert set(back) == set(graph)
        assert sorted(back.edges()) == sorted((tail, head) for tail, head, _ in graph.edges)


@every_network
def test_node_link_gives_the_same_network(network: Network, file: File, kind: str) -> None:
    graph = network(kind)
    back = nx.node_link_graph(json.loads(file("node-link", kind)), edges="edges")
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(back.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))
    assert back.graph["kind"] == kind
    assert back.graph["licence"] == "CC-BY-4.0"


@every_network
def test_igraph_reads_graphml(network: Network, file: File, kind: str, tmp_path: Path) -> None:
    graph = network(kind)
    path = tmp_path / "network.graphml"
    path.write_bytes(file("graphml", kind))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        back = igraph.Graph.Read_GraphML(str(path))
    assert (back.vcount(), back.ecount()) == (len(graph), graph.size())
    assert set(back.vs["id"]) == set(graph)
    assert set(back.es["relation"]) == {key for _, _, key in graph.edges}


def test_graphology_reads_gexf(
    network: Network, file: File, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    folder = need_packages(pytestconfig, "graphology-0.26.0", *GRAPHOLOGY)
    for kind in ("all", "votes", "crews"):
        path = tmp_path / f"{kind}.gexf"
        path.write_bytes(file("gexf", kind))
        graph = network(kind)
        back = json.loads(run_node(pytestconfig, ["-e", SCRIPT, "--", path], folder=folder))
        assert (back["nodes"], back["edges"]) == (len(graph), graph.size())
        assert back["edge"]["relation"] in {key for _, _, key in graph.edges}
        assert back["edge"]["claims"].startswith("claim/")


def test_an_edge_says_relation_claims_and_days(toy: KnowledgeGraph) -> None:
    content = exported(toy, "gexf", network="cooperation")
    (edge,) = elements(content, "edge")
    assert (edge.get("start"), edge.get("end")) == ("2005-01-01", "2010-12-31")
    assert edge.get("kind") == "cooperates_with"
    titles = {each.get("id"): each.get("title") for each in elements(content, "attribute")}
    values = {
        titles[each.get("for")]: each.get("value") for each in edge.iter(f"{{{NAMESPACE}}}attvalue")
    }
    assert values["claims"] == "claim/arsa-cooperates-with-bosa"
    assert (values["since"], values["until"]) == ("2005", "2010")


def test_an_open_bound_is_left_out(toy: KnowledgeGraph) -> None:
    content = exported(toy, "gexf", network="membership")
    edges = {edge.get("id"): edge for edge in elements(content, "edge")}
    signed = edges["nation/bor signatory_of accord/moon-pact"]
    assert (signed.get("start"), signed.get("end")) == ("2022-06-01", None)
    undated = edges["nation/dor member_of organisation/star-club"]
    assert (undated.get("start"), undated.get("end")) == (None, None)


def test_the_day_of_change_is_that_of_the_release(toy: KnowledgeGraph) -> None:
    (meta,) = elements(exported(toy, "gexf"), "meta")
    assert meta.get("lastmodifieddate") == toy.manifest.date


def test_what_xml_cannot_hold_does_not_break_a_file(toy: KnowledgeGraph, origin: Origin) -> None:
    graph = toy.network("cooperation")
    graph.nodes["agency/arsa"]["label"] = 'a\x00<b>&"\n\ud800'
    for write in (to_gexf, to_graphml):
        root = ET.fromstring(write(graph, origin))  # noqa: S314  (our own file)
        assert "a\ufffd<b>&" in ET.tostring(root, encoding="unicode", method="xml").replace(
            "&lt;", "<"
        ).replace("&gt;", ">").replace("&amp;", "&")


def test_known_by_and_as_of_are_said(toy: KnowledgeGraph) -> None:
    content = exported(toy.as_of("2023-01-01").known_by("2024-01-01"), "gexf")
    (described,) = elements(content, "description")
    assert "as of 2023-01-01; known by 2024-01-01" in (described.text or "")


def test_an_unknown_network_offers_the_nearest(toy: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean crews"):
        exported(toy, "gexf", network="crew")
