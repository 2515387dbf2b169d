from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from comity.errors import NotAComityStore, ReleaseNotUnderstood
from comity.rdf.literals import INTEGER
from comity.rdf.namespaces import GRAPH
from comity.rdf.vocabulary import CLASS_OF_KIND, Comity
from comity.store import Manifest
from comity.store.description import RELEASE, description, read_manifest, release_iri
from comity.store.snapshot import FORM, quads_file

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph

DIGEST = "0123456789abcdef" * 4
SMALL = Manifest(
    FORM, "1.0", "2026-01-01", "f" * 64, quads_file(DIGEST), DIGEST, {"claims": 2, "quads": 9}
)
digests = st.text("0123456789abcdef", min_size=64, max_size=64)
keys = st.one_of(
    st.sampled_from(["claims", "votes", "attestations", "sources", "entities", "quads", "else"]),
    st.sampled_from(sorted(CLASS_OF_KIND)).map("kind.{}".format),
    st.sampled_from(["current", "inferred/general-classes"]).map("graph.{}".format),
)


def store_of(manifest: Manifest) -> Store:
    store = Store()
    store.extend(description(manifest))
    return store


@given(digests, st.dates(), st.dictionaries(keys, st.integers(0, 10**9)))
def test_a_manifest_is_read_back_from_its_description(digest, day, counts) -> None:
    manifest = replace(
        SMALL, date=day.isoformat(), quads=quads_file(digest), sha256=digest, counts=counts
    )
    assert read_manifest(store_of(manifest), "here") == manifest


def test_the_same_manifest_gives_the_same_quads_without_blank_nodes() -> None:
    once = list(description(SMALL, examples=["nation/chn"]))
    assert once == list(description(SMALL, examples=["nation/chn"]))
    assert len(set(once)) == len(once)
    assert {quad.graph_name for quad in once} == {RELEASE}
    assert not [q for q in once if BlankNode in (type(q.subject), type(q.object))]


def test_the_address_of_the_endpoint_is_there_only_when_given() -> None:
    said = {q.predicate.value.rpartition("#")[2] for q in description(SMALL)}
    assert "sparqlEndpoint" not in said
    (given_,) = set(description(SMALL, endpoint="http://localhost/sparql")) - set(
        description(SMALL)
    )
    assert given_.object == NamedNode("http://localhost/sparql")


def test_every_opened_store_says_which_release_it_holds(toy: KnowledgeGraph) -> None:
    for graph in (toy, toy.as_of("2021-01-01"), toy.known_by("2022-01-01")):
        assert read_manifest(graph.store, "here") == toy.manifest
        found = graph.query(
            """SELECT ?hash ?claims ?triples WHERE {
              ?release a comity:Release ; comity:snapshotHash ?hash ;
                       comity:claimCount ?claims ; void:triples ?triples . }"""
        )
        counts = toy.manifest.counts
        row = [toy.manifest.sha256, counts["claims"], counts["quads"]]
        assert found.to_numpy().tolist() == [row]


def test_the_triples_of_the_graphs_are_those_of_the_release(toy: KnowledgeGraph) -> None:
    stated = toy.query(
        """SELECT ?graph ?triples WHERE { GRAPH graph:release {
          ?release void:subset ?part . ?part sd:name ?graph ; void:triples ?triples } }"""
    )
    counted = toy.query(
        """SELECT ?graph (COUNT(*) AS ?triples) WHERE { GRAPH ?graph {
          ?s ?p ?o FILTER (?p != rdf:reifies && ?graph != graph:release) } } GROUP BY ?graph"""
    )
    expected = dict(zip(counted["graph"], counted["triples"], strict=True))
    assert dict(zip(stated["graph"], stated["triples"], strict=True)) == expected
    assert sum(expected.values()) == toy.manifest.counts["quads"]


def test_examples_are_things_that_are_there(kg: KnowledgeGraph, toy: KnowledgeGraph) -> None:
    asked = """SELECT ?thing ?label WHERE {
      ?release a comity:Release ; void:exampleResource ?thing . ?thing rdfs:label ?label }"""
    assert len(kg.query(asked)) == 4
    assert toy.query(asked).empty


def test_a_store_without_a_release_is_none_of_comitys() -> None:
    store = Store()
    store.add(Quad(Comity.Claim, Comity.Claim, Comity.Claim, NamedNode(GRAPH + "claims")))
    with pytest.raises(NotAComityStore, match="`comity publish --to there`"):
        read_manifest(store, "there")


def test_a_release_of_another_form_is_refused() -> None:
    with pytest.raises(ReleaseNotUnderstood, match=f"its layout 99 is not the {FORM}"):
        read_manifest(store_of(replace(SMALL, form=99)), "there")


def test_two_releases_in_one_store_are_refused() -> None:
    store = store_of(SMALL)
    store.extend(description(replace(SMALL, sha256="a" * 64)))
    with pytest.raises(ReleaseNotUnderstood, match="describes 2 releases"):
        read_manifest(store, "there")


def test_a_description_that_misses_a_fact_or_garbles_it_is_refused() -> None:
    store = store_of(SMALL)
    quad = next(store.quads_for_pattern(None, Comity.snapshotHash, None))
    store.remove(quad)
    with pytest.raises(ReleaseNotUnderstood, match=r"0 values of .*snapshotHash"):
        read_manifest(store, "there")
    store = store_of(SMALL)
    form = next(store.quads_for_pattern(release_iri(SMALL), Comity.snapshotForm, None))
    store.remove(form)
    store.add(Quad(form.subject, form.predicate, Literal("one", datatype=INTEGER), RELEASE))
    with pytest.raises(ReleaseNotUnderstood, match="'one' is not a number"):
        read_manifest(store, "there")
