"""JSON-LD: the context comes from the ontology, and the document gives the quads again."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from tests.exports.reading import exported, read_back, read_by_rdflib

from comity import resources
from comity.errors import Unreadable
from comity.exports.dataset import read_quads
from comity.exports.jsonld import read_context, to_jsonld
from comity.knowledge import KnowledgeGraph
from comity.rdf import literals, terms
from comity.rdf.namespaces import graph_name, iri
from comity.rdf.vocabulary import Comity

ROOT = Path(__file__).resolve().parents[2]
CONTEXT = resources.ontology_folder() / "context.jsonld"


@pytest.fixture(scope="module")
def document(toy: KnowledgeGraph) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exported(toy, "jsonld"))
    return found


def node(document: dict[str, Any], graph: str, id_: str) -> dict[str, Any]:
    objects = next(each["@graph"] for each in document["@graph"] if each["id"] == graph)
    return next(each for each in objects if each["id"] == id_)


def test_the_context_is_up_to_date() -> None:
    check = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "generate_context.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert check.returncode == 0, check.stdout + check.stderr


def test_the_context_stands_in_the_document_and_fetches_nothing(document: dict[str, Any]) -> None:
    assert document["@context"] == json.loads(CONTEXT.read_bytes())["@context"]
    assert all("@import" not in str(value) for value in document["@context"].values())


def test_a_thing_has_short_keys(document: dict[str, Any]) -> None:
    assert node(document, "graph:things", "agency/arsa") == {
        "id": "agency/arsa",
        "type": "Agency",
        "identifier": "agency/arsa",
        "label": "Arcadian Space Agency",
        "nation": "nation/arc",
        "source": "source/atlas",
        "startDate": {"@value": "1990", "@type": "xsd:gYear"},
        "verification": "Seen",
        "verifiedAt": "https://example.org/",
    }


def test_a_claim_holds_its_attestations(document: dict[str, Any]) -> None:
    claim = node(document, "graph:claims", "claim/bor-signatory-of-moon-pact")
    assert (claim["subject"], claim["predicate"], claim["object"]) == (
        "nation/bor",
        "signatoryOf",
        "accord/moon-pact",
    )
    assert claim["earliestStart"] == "2022-06-01"
    assert [said["derivedFrom"] for said in claim["attestation"]] == [
        "source/atlas",
        "source/paper",
    ]


def test_an_attestation_of_several_claims_stands_by_itself() -> None:
    said, graph = iri("attestation/a.b"), graph_name("claims")
    quads = [ox.Quad(iri(f"claim/{slug}"), Comity.attestation, said, graph) for slug in "xy"]
    quads.append(ox.Quad(said, terms.TYPE, Comity.Attestation, graph))
    objects = json.loads(to_jsonld(quads, read_context(CONTEXT)))["@graph"][0]["@graph"]
    assert objects == [
        {"id": "attestation/a.b", "type": "Attestation"},
        {"id": "claim/x", "attestation": "attestation/a.b"},
        {"id": "claim/y", "attestation": "attestation/a.b"},
    ]


@pytest.mark.parametrize(
    "value",
    [
        ox.Literal("Bahreïn", language="fr"),
        ox.Literal("plain"),
        ox.Literal("7", datatype=literals.INTEGER),
        ox.Literal("007", datatype=literals.INTEGER),
        ox.Literal("9007199254740993", datatype=literals.INTEGER),
        ox.Literal(value=True),
        ox.Literal("1", datatype=ox.NamedNode(literals.XSD + "boolean")),
        ox.Literal("1.50", datatype=literals.DECIMAL),
        ox.Literal("2024", datatype=literals.YEAR),
        ox.NamedNode("http://www.wikidata.org/entity/Q1"),
        ox.NamedNode("https://example.org/a:b"),
        iri("nation/bhr"),
        Comity.Supported,
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "predicate",
    [
        terms.LABEL,
        terms.OBJECT,
        terms.ALT_LABEL,
        Comity.verdict,
        Comity.binds,
        Comity.earliestStart,
        Comity.massKg,
        Comity.votesFor,
        Comity.reachedOrbit,
        ox.NamedNode("https://example.org/unknown"),
    ],
    ids=str,
)
def test_any_value_comes_back_from_any_key(
    predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal, monkeypatch: pytest.MonkeyPatch
) -> None:
    quads = [ox.Quad(iri("claim/x"), predicate, value, graph_name("claims"))]
    content = to_jsonld(quads, read_context(CONTEXT))
    assert read_back(content, "jsonld") == set(quads)
    assert read_by_rdflib(content, "jsonld", monkeypatch) == set(quads)


def test_the_release_comes_back(short: KnowledgeGraph) -> None:
    assert read_back(exported(short, "jsonld"), "jsonld") == set(read_quads(short.store))


def test_rdflib_reads_documents_and_ontology(
    kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    graphs = ("documents", "ontology")
    content = exported(kg, "jsonld", graphs=graphs)
    assert read_by_rdflib(content, "jsonld", monkeypatch) == set(read_quads(kg.store, graphs))


def test_a_missing_context_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="reinstall the package"):
        read_context(tmp_path / "context.jsonld")
