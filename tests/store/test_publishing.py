from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad
from tests.servers import Server, oxigraph
from tests.world import toy_rows, write_rows

import comity
from comity import pipeline, resources
from comity.cli.main import main
from comity.errors import BadAddress, PublishingFailed
from comity.rdf.literals import XSD
from comity.rdf.namespaces import prologue
from comity.store.connection import Connection
from comity.store.digest import quads_digest
from comity.store.publishing import publish
from comity.store.target import Target, find_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph

FOREIGN = "https://example.org/graph/mine"
A = NamedNode("https://example.org/a")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with oxigraph(tmp_path / "store") as running:
        yield running


def target(server: Server) -> Target:
    connection = Connection()
    return Target(find_addresses(server.query, None, None, connection), connection)


def graphs(server: Server) -> set[str]:
    text = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    answer = httpx.get(server.query, params={"query": text}, headers={"Accept": "text/csv"})
    return set(answer.text.split()[1:])


def test_a_new_release_takes_the_place_of_the_old_one_and_of_nothing_else(
    server: Server, toy: KnowledgeGraph, tmp_path: Path
) -> None:
    target(server).update(f"INSERT DATA {{ GRAPH <{FOREIGN}> {{ <{FOREIGN}> a <{FOREIGN}> }} }}")
    old = publish(toy.snapshot, target(server), batch=1000)
    assert (old.sent, old.resumed) == (toy.manifest.counts["quads"], False)
    rows = toy_rows()
    rows["memberships.csv"].pop()
    tables = write_rows(tmp_path / "tables", rows)
    newer = pipeline.build(tables, resources.ontology_folder(), tmp_path / "newer")
    publish(newer, target(server), batch=1000)
    there = comity.load(server.query)
    assert there.manifest == newer.manifest
    assert not there.query("ASK { nation:dor ?p organisation:star-club }")["answer"][0]
    below = "https://w3id.org/comity/graph/"
    expected = {f"{below}{key[6:]}" for key in newer.manifest.counts if key.startswith("graph.")}
    assert graphs(server) == expected | {FOREIGN, f"{below}release"}


def test_what_is_there_already_is_not_sent_again(server: Server, toy: KnowledgeGraph) -> None:
    publish(toy.snapshot, target(server))
    again = publish(toy.snapshot, target(server))
    assert (again.sent, again.resumed) == (0, False)


def test_batches_of_another_size_are_begun_anew(server: Server, toy: KnowledgeGraph) -> None:
    class Broken(Exception):
        pass

    def breaks(stage: str, done: int, _total: int) -> None:
        if stage == "sending" and done > 2000:
            raise Broken

    with pytest.raises(Broken):
        publish(toy.snapshot, target(server), batch=500, progress=breaks)
    anew = publish(toy.snapshot, target(server), batch=1000)
    assert (anew.sent, anew.resumed) == (toy.manifest.counts["quads"], False)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("INSERT DATA { GRAPH graph:claims { graph:x a graph:y } }", "statements instead of"),
        (
            """DELETE { GRAPH graph:claims { ?c comity:validFrom ?d } }
               INSERT { GRAPH graph:claims { ?c comity:validFrom '1066' } }
               WHERE { SELECT ?c ?d { GRAPH graph:claims { ?c comity:validFrom ?d } } LIMIT 1 }""",
            "holds other statements",
        ),
    ],
)
def test_a_store_that_holds_something_else_is_found_out(
    change: str, message: str, server: Server, toy: KnowledgeGraph
) -> None:
    def meddle(stage: str, done: int, total: int) -> None:
        if stage == "sending" and done == total:
            target(server).update(prologue() + change)

    with pytest.raises(PublishingFailed, match=message):
        publish(toy.snapshot, target(server), progress=meddle)
    assert "https://w3id.org/comity/graph/release" not in graphs(server)
    assert publish(toy.snapshot, target(server)).sent == toy.manifest.counts["quads"]


def test_a_store_that_only_reads_answers_too(tmp_path: Path, toy: KnowledgeGraph) -> None:
    with oxigraph(tmp_path / "store") as server:
        publish(toy.snapshot, target(server))
    with oxigraph(tmp_path / "store", read_only=True) as server:
        there = comity.load(server.query)
        asked = {"accord": "accord/moon-pact", "as_of": "2021-01-01", "ids": True}
        found = there.ask("signatories-on", **asked)
        assert found.equals(toy.ask("signatories-on", **asked))


def test_the_command_says_what_it_did(
    server: Server, toy: KnowledgeGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["publish", "--to", server.query, "--snapshot", str(toy.snapshot.folder)]
    main(command)
    told = capsys.readouterr()
    assert told.out == ""
    assert "reading back" in told.err
    assert f"ask it with `--store {server.query}`" in told.err
    main(command)
    assert "is published there already" in capsys.readouterr().err


def test_where_updates_go_must_be_known(server: Server) -> None:
    with pytest.raises(BadAddress, match="give --update-url"):
        find_addresses(server.query.replace("/query", "/"), None, None, Connection())


statements = st.builds(
    lambda name, value: Quad(NamedNode(f"x:{name}"), A, Literal(value), A),
    st.integers(0, 50),
    st.text(max_size=5),
)


@given(st.lists(statements, unique=True), st.randoms())
def test_the_digest_does_not_mind_the_order(quads: list[Quad], random) -> None:
    shuffled = random.sample(quads, len(quads))
    assert quads_digest(quads) == quads_digest(shuffled)


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("decimal", "1.50", "1.5", True),
        ("decimal", "100", "100.0", True),
        ("integer", "007", "7", True),
        ("boolean", "1", "true", True),
        ("boolean", "0", "true", False),
        ("string", "1.50", "1.5", False),
        ("gYear", "2024", "02024", False),
        ("integer", "seven", "7", False),
    ],
)
def test_numbers_count_by_their_value(kind: str, one: str, other: str, *, same: bool) -> None:
    datatype = NamedNode(XSD + kind)
    digests = {quads_digest([Quad(A, A, Literal(v, datatype=datatype), A)]) for v in (one, other)}
    assert (len(digests) == 1) == same
