"""Identifiers and IRIs lead to each other."""

import pytest
from pyoxigraph import Literal, NamedNode, Store

from comity.errors import BadIdentifier
from comity.rdf.namespaces import (
    GRAPH,
    ID,
    KINDS,
    NS,
    PREFIXES,
    graph_name,
    identifier,
    iri,
    prologue,
)


@pytest.mark.parametrize(
    "id_", ["nation/chn", "mission/change-6", "claim/a-b-2", "attestation/a-b.source-1", "source/x"]
)
def test_identifier_survives_the_way_there_and_back(id_):
    assert iri(id_) == NamedNode(ID + id_)
    assert identifier(iri(id_)) == id_


@pytest.mark.parametrize(
    ("id_", "reason"),
    [
        ("chn", "needs a kind"),
        ("", "needs a kind"),
        ("state/chn", "no kind 'state'"),
        ("nation/CHN", "lower-case"),
        ("nation/", "lower-case"),
        ("nation/a--b", "lower-case"),
        ("nation/a b", "lower-case"),
        ("nation/chn\n", "lower-case"),
        ("nation/chn> ; <x", "lower-case"),
        ("nation/a.b", "lower-case"),
        ("attestation/a", "full stop"),
    ],
)
def test_malformed_identifier_is_refused_with_a_reason(id_, reason):
    with pytest.raises(BadIdentifier, match=reason):
        iri(id_)


def test_terms_of_the_ontology_have_a_short_name():
    assert identifier(NamedNode(NS + "memberOf")) == "comity:memberOf"


@pytest.mark.parametrize(
    "node",
    [
        NamedNode("https://example.org/x"),
        NamedNode(NS),
        NamedNode(NS + "a/b"),
        NamedNode(ID + "nation/CHN"),
        NamedNode(GRAPH + "claims"),
        Literal("nation/chn"),
        None,
    ],
)
def test_everything_else_has_none(node):
    assert identifier(node) is None


def test_graph_names_may_be_nested():
    assert graph_name("inferred/nation-behind-provider").value == (
        GRAPH + "inferred/nation-behind-provider"
    )


@pytest.mark.parametrize("name", ["", "Claims", "a//b", "/a", "a b"])
def test_malformed_graph_name_is_refused(name):
    with pytest.raises(BadIdentifier):
        graph_name(name)


def test_every_kind_has_a_prefix():
    assert all(PREFIXES[kind] == f"{ID}{kind}/" for kind in KINDS)


def test_prologue_can_stand_before_a_query():
    query = prologue() + "ASK { nation:chn a comity:Nation ; ^prov:used graph:claims }"
    assert not Store().query(query)
