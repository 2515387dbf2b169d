"""Clients that others wrote, unchanged, against the live server.

Every client asks the same question, and what it shows is what the graph itself answers.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

import pandas as pd
import pytest
import rdflib
import SPARQLWrapper
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from tests.browser import open_chromium
from tests.node import need_packages, run_node
from tests.programs import need_program

from comity.rdf.namespaces import GRAPH, ID, NS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph

PREFIXES: Final = f"""PREFIX comity: <{NS}>
PREFIX nation: <{ID}nation/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
QUESTION: Final = PREFIXES + "SELECT ?n ?name WHERE { ?n a comity:Nation ; rdfs:label ?name }"
TRIPLES: Final = PREFIXES + "CONSTRUCT { ?n rdfs:label ?x } { ?n a comity:Nation ; rdfs:label ?x }"
COMUNICA: Final = "@comunica/query-sparql@5.4.1"
YASGUI: Final = "@zazuko/yasgui@4.6.2"

Rows = set[tuple[str, str]]


@pytest.fixture(scope="module")
def expected(kg: KnowledgeGraph) -> Rows:
    """What the graph itself answers: addresses and names of all nations."""
    rows = {(row.n, row.name) for row in kg.query(QUESTION).itertuples()}
    assert len(rows) > 190
    assert any(not name.isascii() for _, name in rows)
    return rows


# SPARQLWrapper, https://sparqlwrapper.readthedocs.io


def wrapped(
    endpoint: str, text: str, form: str, method: str = SPARQLWrapper.GET
) -> SPARQLWrapper.SPARQLWrapper:
    client = SPARQLWrapper.SPARQLWrapper(endpoint)
    client.setQuery(text)
    client.setReturnFormat(form)
    client.setMethod(method)
    return client


@pytest.mark.parametrize("method", [SPARQLWrapper.GET, SPARQLWrapper.POST])
def test_sparqlwrapper_reads_json(endpoint: str, expected: Rows, method: str) -> None:
    found = wrapped(endpoint, QUESTION, SPARQLWrapper.JSON, method).queryAndConvert()
    rows = found["results"]["bindings"]
    assert {(row["n"]["value"], row["name"]["value"]) for row in rows} == expected


def test_sparqlwrapper_posts_a_query_directly(endpoint: str, expected: Rows) -> None:
    client = wrapped(endpoint, QUESTION, SPARQLWrapper.JSON, SPARQLWrapper.POST)
    client.setRequestMethod(SPARQLWrapper.POSTDIRECTLY)
    assert len(client.queryAndConvert()["results"]["bindings"]) == len(expected)


def test_sparqlwrapper_reads_xml(endpoint: str, expected: Rows) -> None:
    found = wrapped(endpoint, QUESTION, SPARQLWrapper.XML).queryAndConvert()
    names = {node.firstChild.data for node in found.getElementsByTagName("literal")}
    assert names == {name for _, name in expected}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # SPARQLWrapper uses it
@pytest.mark.parametrize(
    "form", [SPARQLWrapper.TURTLE, SPARQLWrapper.RDFXML, SPARQLWrapper.N3, SPARQLWrapper.JSONLD]
)
def test_sparqlwrapper_reads_graphs(endpoint: str, expected: Rows, form: str) -> None:
    found = wrapped(endpoint, TRIPLES, form).queryAndConvert()
    if isinstance(found, bytes):
        found = rdflib.Graph().parse(found, format="turtle")
    assert {(str(s), str(o)) for s, _, o in found} == expected


def test_sparqlwrapper_raises_its_own_error_for_a_bad_query(endpoint: str) -> None:
    with pytest.raises(SPARQLWrapper.SPARQLExceptions.QueryBadFormed, match="line 1"):
        wrapped(endpoint, "SELECT ?n WHERE { ?n", SPARQLWrapper.JSON).query()


# rdflib, https://rdflib.readthedocs.io


def test_rdflib_asks_the_endpoint_as_a_graph(endpoint: str, expected: Rows) -> None:
    graph = rdflib.Graph(SPARQLStore(endpoint), identifier=rdflib.BNode())
    assert {(str(n), str(name)) for n, name in graph.query(QUESTION)} == expected
    chad = rdflib.URIRef(ID + "nation/tcd")
    assert str(graph.value(chad, rdflib.RDFS.label)) == "Chad"
    assert (chad, rdflib.RDF.type, rdflib.URIRef(NS + "Nation")) in graph


def test_rdflib_posts_and_reads_named_graphs(endpoint: str, kg: KnowledgeGraph) -> None:
    name = rdflib.URIRef(GRAPH + "current")
    graph = rdflib.Graph(SPARQLStore(endpoint, method="POST"), identifier=name)
    member = rdflib.URIRef(NS + "signatoryOf")
    accord = rdflib.URIRef(ID + "accord/artemis-accords")
    here = kg.query("SELECT ?n FROM graph:current { ?n comity:signatoryOf accord:artemis-accords }")
    assert {str(s) for s in graph.subjects(member, accord)} == set(here["n"])
    assert len(here) > 50


# curl, https://curl.se


def curl(*words: str) -> str:
    program = need_program(
        lambda: shutil.which("curl"), ["curl"], missing="curl is missing: install the package curl"
    )
    done = subprocess.run(
        [program, "--silent", "--show-error", "--fail-with-body", "--max-time", "30", *words],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_curl_gets_csv(endpoint: str, expected: Rows) -> None:
    found = curl("-G", endpoint, "--data-urlencode", f"query={QUESTION}", "-H", "Accept: text/csv")
    assert len(found.splitlines()) == 1 + len(expected)


@pytest.mark.parametrize("compressed", [["--compressed"], []])
def test_curl_posts_a_file(
    endpoint: str, expected: Rows, tmp_path: Path, compressed: list[str]
) -> None:
    path = tmp_path / "question.rq"
    path.write_text(QUESTION, encoding="utf-8")
    sent = ["-H", "Content-Type: application/sparql-query", "--data-binary", f"@{path}"]
    found = json.loads(curl(*compressed, *sent, endpoint))
    assert len(found["results"]["bindings"]) == len(expected)


def test_curl_posts_a_form(endpoint: str, expected: Rows) -> None:
    found = curl(endpoint, "--data-urlencode", f"query={QUESTION}")
    assert len(json.loads(found)["results"]["bindings"]) == len(expected)


# pandas, https://pandas.pydata.org


def test_pandas_reads_csv_from_an_address(endpoint: str, expected: Rows) -> None:
    address = f"{endpoint}?{urlencode({'query': QUESTION, 'format': 'csv'})}"
    frame = pd.read_csv(address)
    assert set(zip(frame["n"], frame["name"], strict=True)) == expected


# Comunica, https://comunica.dev


@pytest.mark.parametrize("kind", ["sparql@", ""])
def test_comunica_asks_the_endpoint(
    request: pytest.FixtureRequest, endpoint: str, expected: Rows, kind: str
) -> None:
    folder = need_packages(request.config, "comunica-5.4.1", COMUNICA)
    script = folder / "node_modules/@comunica/query-sparql/bin/query.js"
    words = [script, kind + endpoint, "-q", QUESTION, "-t", "application/sparql-results+json"]
    found = json.loads(run_node(request.config, words))["results"]["bindings"]
    assert {(row["n"]["value"], row["name"]["value"]) for row in found} == expected


# YASGUI, https://yasgui.org

PAGE: Final = """<!doctype html><meta charset="utf-8"><title>YASGUI</title>
<link rel="stylesheet" href="yasgui.min.css"><div id="here"></div>
<script src="yasgui.min.js"></script>
<script>
  const endpoint = new URLSearchParams(location.search).get("endpoint");
  window.yasgui = new Yasgui(document.getElementById("here"), {
    requestConfig: {endpoint}, copyEndpointOnNewTab: false, persistenceId: null,
  });
</script>"""


@pytest.fixture(scope="module")
def elsewhere(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a page with YASGUI, of another origin than the endpoint's."""
    package = need_packages(request.config, "yasgui-4.6.2", YASGUI)
    folder = tmp_path_factory.mktemp("yasgui")
    for name in ("yasgui.min.js", "yasgui.min.css"):
        shutil.copy(package / "node_modules/@zazuko/yasgui/build" / name, folder)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_yasgui_of_another_origin_shows_rows(
    request: pytest.FixtureRequest, endpoint: str, elsewhere: str, expected: Rows, tmp_path: Path
) -> None:
    with open_chromium(request.config, webgl=False) as browser:
        page = browser.new_page()
        page.goto(f"{elsewhere}?{urlencode({'endpoint': endpoint})}")
        page.click(".tabPanel.active .CodeMirror")
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(QUESTION)
        page.click(".tabPanel.active .yasqe_queryButton")
        page.wait_for_selector(".tabPanel.active .yasr_results table td", timeout=20_000)
        said = page.inner_text(".tabPanel.active .yasr_response_chip")
        page.screenshot(path=tmp_path / "yasgui.png")
    assert f"{len(expected)} result" in said
