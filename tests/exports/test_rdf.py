"""Exports of RDF hold the record and nothing else, in every format, byte for byte the same."""

import subprocess
import sys

import pyoxigraph as ox
import pytest
from tests.exports.reading import READERS, exported, read_back, read_by_rdflib

from comity.errors import ExportOptions, FormatMismatch, UnknownName
from comity.exports.dataset import read_quads
from comity.exports.reifying import to_rdf11, to_rdf12
from comity.knowledge import KnowledgeGraph
from comity.rdf import terms
from comity.rdf.namespaces import graph_name, iri
from comity.rdf.vocabulary import Comity

KEEP_GRAPHS = ("trig", "nquads", "jsonld")


def triples(quads: set[ox.Quad]) -> set[ox.Triple]:
    return {quad.triple for quad in quads}


@pytest.mark.parametrize("form", READERS)
def test_every_format_gives_the_record_again(toy: KnowledgeGraph, form: str) -> None:
    whole = set(read_quads(toy.store))
    back = read_back(exported(toy, form), form)
    if form in KEEP_GRAPHS:
        assert back == whole
    else:
        assert triples(back) == triples(whole)


@pytest.mark.parametrize("form", READERS)
def test_rdflib_reads_every_format(
    toy: KnowledgeGraph, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = set(read_quads(toy.store))
    back = read_by_rdflib(exported(toy, form), form, monkeypatch)
    assert triples(back) == triples(whole)
    assert form not in KEEP_GRAPHS or back == whole


@pytest.mark.parametrize("form", READERS)
def test_the_bytes_are_the_same_in_another_process(toy: KnowledgeGraph, form: str) -> None:
    command = [sys.executable, "-m", "comity.cli.main", "export", "--format", form, "-o", "-"]
    folder = str(toy.snapshot.folder)
    done = subprocess.run([*command, "--snapshot", folder], capture_output=True, check=True)
    assert done.stdout == exported(toy, form)


def test_the_reifiers_of_the_store_are_no_part_of_rdf_11(toy: KnowledgeGraph) -> None:
    assert not any(quad.predicate == terms.REIFIES for quad in read_quads(toy.store))
    assert b"<<(" not in exported(toy, "nquads")


def test_in_rdf_12_a_claim_reifies_its_triple(toy: KnowledgeGraph) -> None:
    quads = read_back(exported(toy, "trig", rdf="1.2"), "trig")
    claim = iri("claim/arc-signatory-of-moon-pact")
    said = {quad.predicate: quad.object for quad in quads if quad.subject == claim}
    assert said[terms.REIFIES] == ox.Triple(
        iri("nation/arc"), Comity.signatoryOf, iri("accord/moon-pact")
    )
    assert terms.SUBJECT not in said


def test_in_rdf_12_claims_of_values_and_of_documents_reify_too(toy: KnowledgeGraph) -> None:
    quads = read_back(exported(toy, "nquads", rdf="1.2"), "nquads")
    reified = {quad.subject for quad in quads if quad.predicate == terms.REIFIES}
    assert reified == {
        quad.subject
        for quad in quads
        if quad.predicate == terms.TYPE and quad.object == Comity.Claim
    }


@pytest.mark.parametrize("form", ["turtle", "trig", "ntriples", "nquads"])
def test_both_versions_of_rdf_say_the_same(toy: KnowledgeGraph, form: str) -> None:
    old = read_back(exported(toy, form), form)
    new = read_back(exported(toy, form, rdf="1.2"), form)
    assert set(to_rdf11(new)) == old
    assert set(to_rdf12(old)) == new


def test_both_versions_of_rdf_say_the_same_of_the_release(short: KnowledgeGraph) -> None:
    old = read_back(exported(short, "nquads"), "nquads")
    new = read_back(exported(short, "nquads", rdf="1.2"), "nquads")
    reifiers = sum(quad.predicate == terms.REIFIES for quad in new)
    assert reifiers == short.manifest.counts["claims"]
    release = sum(quad.graph_name == graph_name("release") for quad in old)
    assert len(old) - release == short.manifest.counts["quads"]
    # back from the one is the other; that the way there is the same, the toy world's tests show
    assert set(to_rdf11(new)) == old


def test_what_is_no_whole_reification_is_left_as_it_is() -> None:
    node, graph = iri("claim/x"), graph_name("claims")
    half = ox.Quad(node, terms.SUBJECT, iri("nation/arc"), graph)
    twice = [
        ox.Quad(node, end, value, graph)
        for end in (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)
        for value in (iri("nation/arc"), iri("nation/bor"))
    ]
    assert set(to_rdf12([half])) == {half}
    assert set(to_rdf12(twice)) == set(twice)


def test_graphs_can_be_chosen_with_those_below_them(toy: KnowledgeGraph) -> None:
    quads = read_back(exported(toy, "nquads", graphs=("claims", "inferred")), "nquads")
    names = {quad.graph_name for quad in quads}
    assert graph_name("claims") in names
    assert graph_name("inferred/general-classes") in names
    assert graph_name("things") not in names


def test_an_unknown_graph_offers_the_nearest(toy: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean claims"):
        exported(toy, "nquads", graphs=("claim",))


@pytest.mark.parametrize("form", ["jsonld", "rdfxml"])
def test_formats_without_triple_terms_refuse_rdf_12(toy: KnowledgeGraph, form: str) -> None:
    with pytest.raises(FormatMismatch, match="choose one of turtle, trig"):
        exported(toy, form, rdf="1.2")


def test_there_is_no_other_rdf(toy: KnowledgeGraph) -> None:
    with pytest.raises(ExportOptions, match=r"there is no RDF 2\.0; use 1\.1 or 1\.2"):
        exported(toy, "nquads", rdf="2.0")


def test_an_export_as_of_a_day_leaves_out_what_came_later(toy: KnowledgeGraph) -> None:
    early = read_back(exported(toy.as_of("2021-01-01"), "nquads"), "nquads")
    subjects = {quad.subject for quad in early}
    assert iri("claim/arc-signatory-of-moon-pact") in subjects
    assert iri("claim/bor-signatory-of-moon-pact") not in subjects
    assert {quad.graph_name for quad in early} >= {graph_name("current"), graph_name("things")}


def test_prefixes_stand_in_order(toy: KnowledgeGraph) -> None:
    for form in ("turtle", "trig"):
        lines = exported(toy, form).decode().splitlines()
        head = [line for line in lines if line.startswith("@prefix")]
        assert head == sorted(head)
        assert lines[: len(head)] == head
