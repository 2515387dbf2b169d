"""The release, published in stores elsewhere, gives the answers of the embedded store."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, cast

import httpx
import pyoxigraph as ox
import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import comity
from comity.cli.main import main
from comity.errors import NeedsSnapshot, NotAComityStore
from comity.queries.named import named_queries
from comity.rdf.dates import Moment
from comity.store.connection import Connection
from comity.store.description import RELEASE, description
from comity.store.target import Target, find_addresses
from tests.servers import Server, oxigraph, virtuoso

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pyoxigraph import QuerySolutions

    from comity.knowledge import KnowledgeGraph

pytestmark = pytest.mark.xdist_group("elsewhere")  # a store is filled once, not by each worker
NAMES = sorted(named_queries())
STORES = ["oxigraph", "virtuoso"]
CERTAIN = Moment(date(2024, 12, 31), certain=True)
MOMENTS = {
    "oxigraph": (CERTAIN,),  # by the engine of the embedded store: the way there is tried, not it
    "virtuoso": (Moment(), Moment(date(1992, 2, 1)), CERTAIN),
}
PARAMETERS: dict[str, list[dict[str, str]]] = {
    "is-it-true": [{"actor": "nation/tur", "body": "organisation/ilrs"}],
    "instrument-roles": [{"mission": "mission/exomars-tgo"}],
    "members-by-year": [{"body": "accord/artemis-accords", "relation": "signatory_of"}],
    "roll-call-totals": [{"resolution": "accord/unga-res-77-41"}],
    "signatories-on": [{"accord": "accord/moon-agreement"}],
    "signatures-by-year": [{"accord": "accord/moon-agreement"}],
    "sources-of": [{"thing": "mission/change-6"}],
    "why-connected": [{"one": "nation/lux", "other": "agency/cnsa"}],
}
ASKED_ONCE = {"why-connected"}  # with other values only: it searches for seconds, each time alike
BATCH = "5000"
SMALL_BATCH = "100"  # of which the toy world has some fifty
BATCHES_BEFORE_THE_END = 20
DONE = """SELECT (COUNT(*) AS ?n) WHERE { GRAPH <https://w3id.org/comity/graph/publishing> {
  ?r <https://w3id.org/comity/ns#batchDone> ?b } }"""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A store that holds a release.

    Attributes:
        name: Which kind of store it is.
        server: The store.
        graph: The knowledge graph there.
    """

    name: str
    server: Server
    graph: KnowledgeGraph


@dataclass(frozen=True, slots=True)
class Resumed(Elsewhere):
    """A store in which the toy world was published by a command that was killed, and another.

    Attributes:
        was_whole: Whether the store passed for one with a release between the two.
        said: What the second command said.
    """

    was_whole: bool
    said: str


@pytest.fixture(scope="module")
def kg(short: KnowledgeGraph) -> KnowledgeGraph:
    """The knowledge graph of a short release, in the embedded store."""
    return short


@contextmanager
def empty_store(name: str, config: pytest.Config, folder: Path) -> Iterator[Server]:
    started = (
        oxigraph(folder / "store") if name == "oxigraph" else virtuoso(config, folder / "store")
    )
    with started as server:
        yield server


def publishing(
    server: Server, kg: KnowledgeGraph, batch: str = BATCH
) -> tuple[list[str], dict[str, str]]:
    """Return the command that publishes a release in a store, and its environment."""
    command = [sys.executable, "-m", "comity.cli.main", "publish", "--to", server.query]
    command += ["--snapshot", str(kg.snapshot.folder), "--batch", batch]
    return command, {**os.environ, **server.environment}


@pytest.fixture(scope="module", params=STORES)
def elsewhere(
    request: pytest.FixtureRequest,
    kg: KnowledgeGraph,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Elsewhere]:
    """A store that was filled in one go, and asked nothing before.

    Virtuoso plans by what it saw when it was first asked; asked while it is filled, it plans badly
    and answers some queries wrongly. The Oxigraph server finds the statements in its folder, put
    there at once; how it is published to, `resumed` and `tests/store/test_publishing.py` try.
    """
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "oxigraph":
        fill(folder / "store", kg)
    with empty_store(request.param, request.config, folder) as server:
        if request.param == "oxigraph":
            describe(server, kg)
        else:
            command, environment = publishing(server, kg)
            subprocess.run(command, env=environment, capture_output=True, check=True)
        yield Elsewhere(request.param, server, comity.load(server.query))


def fill(folder: Path, kg: KnowledgeGraph) -> None:
    """Put what is published of a release into an Oxigraph store, without its description."""
    quads = ox.parse(kg.snapshot.read(), format=ox.RdfFormat.N_QUADS)
    store = ox.Store(str(folder))
    store.bulk_extend(quad for quad in quads if not isinstance(quad.object, ox.Triple))
    store.flush()


def describe(server: Server, kg: KnowledgeGraph) -> None:
    """Put the description of a release into a store, by which it is known."""
    connection = Connection()
    target = Target(find_addresses(server.query, None, None, connection), connection)
    described = description(kg.manifest, endpoint=server.query)
    target.add(RELEASE, [quad.triple for quad in described])


@pytest.fixture(scope="module", params=STORES)
def resumed(
    request: pytest.FixtureRequest, toy: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Resumed]:
    """A store in which the toy world was published, in two goes."""
    with empty_store(request.param, request.config, tmp_path_factory.mktemp("resumed")) as server:
        command, environment = publishing(server, toy, SMALL_BATCH)
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        while batches_done(server) < BATCHES_BEFORE_THE_END:
            assert process.poll() is None, "it was published before it could be killed"
            time.sleep(0.01)  # between two looks at the store
        process.send_signal(signal.SIGKILL)
        process.wait()
        was_whole = holds_a_release(server)
        again = subprocess.run(command, env=environment, capture_output=True, check=True)
        graph = comity.load(server.query)
        yield Resumed(request.param, server, graph, was_whole, again.stderr.decode())


def holds_a_release(server: Server) -> bool:
    try:
        _ = comity.load(server.query).manifest
    except NotAComityStore:
        return False
    return True


def test_a_publishing_that_was_killed_is_gone_on_with(
    resumed: Resumed, toy: KnowledgeGraph
) -> None:
    assert not resumed.was_whole
    assert "going on with what was begun" in resumed.said
    assert resumed.graph.manifest == toy.manifest


def test_exports_give_the_same(resumed: Resumed, toy: KnowledgeGraph, tmp_path: Path) -> None:
    for name, options in (
        ("ontology.ttl", {"graphs": ("ontology",), "rdf": "1.2"}),
        ("all.nq", {}),
        ("tables.zip", {}),
    ):
        theirs, ours = tmp_path / f"theirs-{name}", tmp_path / f"ours-{name}"
        resumed.graph.export(theirs, **options)
        toy.export(ours, **options)
        place = f"sparqlEndpoint> <{resumed.server.query}>".encode()  # where it is asked
        lines = [line for line in theirs.read_bytes().splitlines() if place not in line]
        assert lines == ours.read_bytes().splitlines(), name


def batches_done(server: Server) -> int:
    answer = httpx.get(
        server.query, params={"query": DONE}, headers={"Accept": "text/csv"}, timeout=60
    )
    return int(answer.raise_for_status().text.split()[-1].strip('"'))


def test_a_second_publishing_does_nothing(elsewhere: Elsewhere, kg: KnowledgeGraph) -> None:
    command, environment = publishing(elsewhere.server, kg)
    again = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert "is published there already" in again.stderr.decode()


@pytest.fixture(scope="module")
def rows_here(kg: KnowledgeGraph) -> Callable[[str], Counter[tuple[str, ...]]]:
    """Give what the embedded store says to a text; it is asked once for all stores elsewhere."""
    return cache(lambda text: rows(kg, text))


def rows(graph: KnowledgeGraph, text: str) -> Counter[tuple[str, ...]]:
    found = cast("QuerySolutions", graph.results(text))
    names = [variable.value for variable in found.variables]
    return Counter(tuple(str(row[name]) for name in names) for row in found)


def asked_with(name: str) -> list[dict[str, str]]:
    """Return the parameters with which a named query is asked."""
    return [*([] if name in ASKED_ONCE else [{}]), *PARAMETERS.get(name, ())]


@pytest.mark.parametrize("name", NAMES)
def test_named_queries_give_the_same_rows(
    name: str, elsewhere: Elsewhere, rows_here: Callable[[str], Counter[tuple[str, ...]]]
) -> None:
    for moment in MOMENTS[elsewhere.name]:
        for values in asked_with(name):
            answering, text = elsewhere.graph.at(moment).question(name, values)
            assert rows(answering, text) == rows_here(text), (moment, values)


@pytest.mark.parametrize("elsewhere", ["oxigraph"], indirect=True)
@pytest.mark.parametrize("name", NAMES)
def test_named_queries_evaluated_here_give_the_same_rows(
    name: str, elsewhere: Elsewhere, rows_here: Callable[[str], Counter[tuple[str, ...]]]
) -> None:
    for values in asked_with(name):
        answering, text = elsewhere.graph.at(CERTAIN).here.question(name, values)
        assert rows(answering, text) == rows_here(text), values


def test_questions_in_python_give_the_same(elsewhere: Elsewhere, kg: KnowledgeGraph) -> None:
    there = elsewhere.graph
    assert there.find("chang e 6") == kg.find("chang e 6")
    assert there.profile("mission/change-6") == kg.profile("mission/change-6")
    assert there.why("agency/nasa", "agency/cnsa") == kg.why("agency/nasa", "agency/cnsa")
    claim = "claim/bhr-signatory-of-artemis-accords"
    assert there.explain(claim) == kg.explain(claim)
    assert there.claims(object="organisation/ilrs").equals(kg.claims(object="organisation/ilrs"))
    asked = {"subject": "nation/tha", "as_of": "2024-12-31"}
    assert there.claims(**asked).equals(kg.claims(**asked))


def test_reports_of_the_whole_give_the_same(elsewhere: Elsewhere, kg: KnowledgeGraph) -> None:
    there = elsewhere.graph
    days = ("2024-01-01", "2024-07-01")
    assert there.diff(*days).equals(kg.diff(*days))
    assert there.diff(*days, known=True).equals(kg.diff(*days, known=True))
    mine, theirs = kg.network("membership"), there.network("membership")
    assert dict(theirs.nodes(data=True)) == dict(mine.nodes(data=True))
    assert list(theirs.edges(data=True)) == list(mine.edges(data=True))


def test_a_network_of_more_ties_than_the_store_gives_at_once_is_whole(
    elsewhere: Elsewhere, kg: KnowledgeGraph
) -> None:
    text = (
        "SELECT ?claim ?end { ?claim a comity:Claim . OPTIONAL { ?claim comity:latestEnd ?end } }"
    )
    found = rows(elsewhere.graph, text)
    assert found == rows(kg, text)
    assert found.total() > 10_000  # which Virtuoso gives at most


def test_yes_and_no_and_triples_come_too(elsewhere: Elsewhere, kg: KnowledgeGraph) -> None:
    for text in (
        "ASK { nation:bhr comity:signatoryOf accord:artemis-accords }",
        "ASK { nation:egy comity:signatoryOf accord:artemis-accords }",
    ):
        assert bool(elsewhere.graph.results(text)) == bool(kg.results(text))
    for text in (
        "CONSTRUCT { ?n rdfs:label ?name } WHERE { ?n a comity:Nation ; rdfs:label ?name }",
        "DESCRIBE nation:bhr",
        "DESCRIBE ?m WHERE { ?m comity:memberOf organisation:copuos }",
        "CONSTRUCT WHERE { ?c rdf:predicate comity:votedFor ; rdf:subject ?who }",
    ):
        assert triples(elsewhere.graph, text) == triples(kg, text)


def triples(graph: KnowledgeGraph, text: str) -> set[str]:
    found = {str(triple) for triple in graph.results(text)}
    return {line for line in found if "<<(" not in line}


def test_the_command_line_asks_there(
    elsewhere: Elsewhere, kg: KnowledgeGraph, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    asked = ["--name", "artemis-signatories", "--as-of", "2020-10-13", "--ids", "--format", "csv"]
    main(["query", *asked, "--store", elsewhere.server.query])
    there = capfdbinary.readouterr().out
    main(["query", *asked, "--snapshot", str(kg.snapshot.folder)])
    assert there == capfdbinary.readouterr().out
    assert there.count(b"nation/") == 8


def test_the_command_line_exports_from_there(
    elsewhere: Elsewhere, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ontology.nt"
    words = ["export", "-o", str(out), "--store", elsewhere.server.query]
    main([*words, "--graph", "ontology"])
    assert b"ns#memberOf" in out.read_bytes()
    with pytest.raises(SystemExit):
        main([*words, "--as-of", "2020-01-01"])
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("comity: this as of a day cannot be asked of a store elsewhere")


def test_cells_of_a_notebook_ask_there(
    elsewhere: Elsewhere, kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    shell.run_line_magic("load_ext", "comity")
    shell.user_ns["kg"] = "none"
    address = elsewhere.server.query
    asked = "artemis-signatories --as-of 2020-10-13 --ids"
    wanted = list(kg.as_of("2020-10-13").ask("artemis-signatories", ids=True).iloc[:, 0])
    for before, options in (
        ("x = 1", f"--store {address} "),
        (f"%comity at --store {address}", ""),
    ):
        shell.run_cell(before).raise_error()
        found = shell.run_cell(f"%sparql {options}--name {asked}")
        found.raise_error()
        assert list(found.result.iloc[:, 0]) == wanted
    monkeypatch.setenv("COMITY_STORE", address)
    shell.run_cell("%comity at").raise_error()
    text = "ASK { ?endpoint ^void:sparqlEndpoint ?release }"
    assert bool(shell.run_cell(f"%sparql {text}").result["answer"][0])
    shell.run_line_magic("unload_ext", "comity")


def test_a_text_evaluated_here_gives_the_same(
    elsewhere: Elsewhere, kg: KnowledgeGraph, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = "ASK { nation:egy comity:signatoryOf accord:artemis-accords }"
    assert not elsewhere.graph.here.query(text)["answer"][0]
    text = "DESCRIBE ?m WHERE { ?m comity:memberOf organisation:copuos } ORDER BY ?m LIMIT 3"
    assert triples(elsewhere.graph.here, text) == triples(kg, text)
    mark = "?c rdf:object organisation:ilrs ; rdf:subject ?who . ?c comity:at $moment ."
    asked = [f"SELECT ?who {{ {mark} }} ORDER BY ?who", "--as-of", "2023-06-01", "--format", "csv"]
    main(["query", *asked, "--here", "--store", elsewhere.server.query])
    there = capfdbinary.readouterr()
    main(["query", *asked, "--here", "--snapshot", str(kg.snapshot.folder)])
    assert there == capfdbinary.readouterr()
    assert b"nation/chn" in there.out


def test_what_needs_the_snapshot_says_so(elsewhere: Elsewhere) -> None:
    there = elsewhere.graph
    with pytest.raises(NeedsSnapshot, match="comity:at"):
        there.query("SELECT ?n { ?n comity:memberOf organisation:copuos }", as_of="2020-01-01")
    with pytest.raises(NeedsSnapshot, match="what was known by a day"):
        there.known_by("2020-01-01").ask("artemis-signatories")
    with pytest.raises(NeedsSnapshot, match=r"annotations of RDF 1\.2"):
        there.query("SELECT ?d { ?n comity:memberOf ?o {| comity:validFrom ?d |} }")
    with pytest.raises(NeedsSnapshot, match="all statements"):
        there.to_rdflib()
    with pytest.raises(NeedsSnapshot, match="SERVICE cannot be asked of a store elsewhere"):
        there.query("ASK { SERVICE <http://a/> {} }", allow_service=("http://a/",))


def test_a_day_at_most_is_compared_rightly(elsewhere: Elsewhere, kg: KnowledgeGraph) -> None:
    for test in ('?b <= "2024-12-31"^^xsd:date', '"2024-12-31"^^xsd:date >= ?b'):
        text = f"SELECT ?c {{ GRAPH graph:claims {{ ?c comity:latestStart ?b FILTER ({test}) }} }}"
        assert rows(elsewhere.graph, text) == rows(kg, text)
