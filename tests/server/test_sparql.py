from __future__ import annotations

import gzip
import json
import socket
from typing import TYPE_CHECKING

import httpx
import pandas as pd
import pyoxigraph as ox
import pytest

from comity.rdf.namespaces import graph_name
from comity.server.formats import FORMATS, GRAPHS, SOLUTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.server.serving import Served

    from comity.knowledge import KnowledgeGraph

SIGNATORIES = """
SELECT ?n WHERE { ?n comity:signatoryOf accord:artemis-accords } ORDER BY ?n"""
ABOUT_ONE = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . FILTER (?s = nation:bhr) }"
FORM = {"content-type": "application/x-www-form-urlencoded"}
DIRECT = {"content-type": "application/sparql-query"}
ZIPPED = {"content-encoding": "gzip"}


def get(client: httpx.Client, query: str, **parameters: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query, **parameters})


def names(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["n"]["value"] for row in answer.json()["results"]["bindings"]]


def test_the_three_ways_of_asking_give_the_same(client: httpx.Client) -> None:
    answers = [
        get(client, SIGNATORIES),
        client.post("/sparql", data={"query": SIGNATORIES}),
        client.post("/sparql", content=SIGNATORIES, headers=DIRECT),
    ]
    assert len(names(answers[0])) > 60
    assert names(answers[0]) == names(answers[1]) == names(answers[2])


def test_the_answer_is_that_of_the_graph(client: httpx.Client, kg: KnowledgeGraph) -> None:
    assert names(get(client, SIGNATORIES)) == list(kg.query(SIGNATORIES)["n"])


@pytest.mark.parametrize("name", SOLUTIONS)
def test_solutions_come_in_each_format(client: httpx.Client, name: str) -> None:
    media_type = FORMATS[name].media_type
    by_header = client.get("/sparql", params={"query": SIGNATORIES}, headers={"accept": media_type})
    by_parameter = get(client, SIGNATORIES, format=name)
    assert by_header.content == by_parameter.content
    assert by_header.headers["content-type"].partition(";")[0] == media_type
    if name != "tsv":
        form = ox.QueryResultsFormat.from_media_type(media_type)
        assert form is not None
        if name != "csv":
            parsed = ox.parse_query_results(by_header.content, format=form)
            assert len(list(parsed)) == len(names(get(client, SIGNATORIES)))


@pytest.mark.parametrize("name", GRAPHS)
def test_graphs_come_in_each_format(client: httpx.Client, name: str) -> None:
    answer = get(client, ABOUT_ONE, format=name)
    form = ox.RdfFormat.from_media_type(FORMATS[name].media_type)
    assert form is not None
    plain = get(client, ABOUT_ONE, format="ntriples")
    expected = {quad.triple for quad in ox.parse(plain.content, format=ox.RdfFormat.N_TRIPLES)}
    assert {quad.triple for quad in ox.parse(answer.content, format=form)} == expected
    assert len(expected) > 10


def test_pandas_reads_a_url(server: str, client: httpx.Client) -> None:
    url = httpx.URL(f"{server}/sparql", params={"query": SIGNATORIES, "format": "csv"})
    assert list(pd.read_csv(str(url))["n"]) == names(get(client, SIGNATORIES))


def test_a_question_is_asked_as_of_a_day(client: httpx.Client) -> None:
    text = """SELECT ?n WHERE { ?c rdf:predicate comity:signatoryOf ; rdf:subject ?n ;
              rdf:object accord:artemis-accords ; comity:verdict comity:Supported .
              ?c comity:at $moment . }"""
    assert len(names(get(client, text, **{"as-of": "2023-10-02"}))) == 29
    assert len(names(get(client, text, **{"as-of": "2020-10-13"}))) == 8
    certain = get(client, text, **{"as-of": "2020-10-13", "certain": "true"})
    assert len(names(certain)) == 8


def test_graphs_can_be_chosen_beside_the_text(client: httpx.Client) -> None:
    text = "SELECT ?n WHERE { ?n a comity:Claim } LIMIT 1"
    claims, things = (graph_name(name).value for name in ("claims", "things"))
    assert names(get(client, text, **{"default-graph-uri": claims}))
    assert not names(get(client, text, **{"default-graph-uri": things}))
    answer = client.post("/sparql", data={"query": text, "default-graph-uri": [things, claims]})
    assert names(answer)
    in_graph = "SELECT ?n WHERE { GRAPH ?g { ?n a comity:Claim } } LIMIT 1"
    assert not names(get(client, in_graph, **{"named-graph-uri": things}))


@pytest.mark.parametrize(
    ("query", "parameters", "status", "words"),
    [
        ("SELECT * {", {}, 400, "the query ends too early"),
        ("SELECT * { ?s a nope:X }", {}, 400, "the prefix nope: is not declared"),
        ("INSERT DATA { <x:y> a 1 }", {}, 400, "read-only"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", {}, 403, "switched off"),
        ("ASK {}", {"as-of": "2023"}, 400, "as-of: '2023' is not a day"),
        ("ASK {}", {"certain": "true"}, 400, "certain: needs as-of=DAY"),
        ("ASK {}", {"certain": "maybe"}, 400, "is neither true nor false"),
        ("ASK {}", {"format": "png"}, 406, "no answer as 'png'"),
        ("ASK {}", {"format": "turtle"}, 406, "cannot be written as turtle"),
        ("ASK {}", {"default-graph-uri": "no iri"}, 400, "'no iri' is not an IRI"),
        ("ASK {}", {"update": "CLEAR ALL"}, 400, "there is no update here"),
    ],
)
def test_a_mistake_is_explained(
    client: httpx.Client, query: str, parameters: dict[str, str], status: int, words: str
) -> None:
    answer = get(client, query, **parameters)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_a_syntax_error_has_its_position(client: httpx.Client) -> None:
    problem = get(client, "SELECT ?x WHERE {\n ?x a nope:Thing }").json()
    assert (problem["line"], problem["column"]) == (2, 17)


@pytest.mark.parametrize(
    ("method", "path", "options", "status"),
    [
        ("PUT", "/sparql", {}, 405),
        ("DELETE", "/graph-store?default", {}, 405),
        ("POST", "/sparql", {"content": "ASK {}", "headers": {"content-type": "text/plain"}}, 415),
        ("POST", "/sparql", {"content": "ASK {}"}, 415),
        ("POST", "/sparql", {"content": b"ASK { # \xff\n }", "headers": DIRECT}, 400),
        ("POST", "/sparql", {"content": b"query=ASK%20%7B%7D&query=ASK", "headers": FORM}, 400),
        ("POST", "/sparql", {"content": b"query=%ff", "headers": FORM}, 400),
        ("POST", "/sparql", {"content": b"nothing=1", "headers": FORM}, 400),
        ("POST", "/sparql", {"content": b"x" * 2_000_000, "headers": DIRECT}, 413),
        ("POST", "/sparql", {"content": b"", "headers": {**DIRECT, **ZIPPED}}, 415),
        ("GET", "/graph-store", {}, 400),
        ("GET", "/graph-store?graph=https://example.org/none", {}, 404),
        ("GET", "/graph-store?default&graph=x:y", {}, 400),
        ("GET", "/nothing-here", {}, 404),
        ("GET", "/sparql?x=1", {}, 400),
    ],
)  # fmt: skip
def test_what_is_no_request_is_refused(
    client: httpx.Client, method: str, path: str, options: dict[str, object], status: int
) -> None:
    answer = client.request(method, path, **options)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.json()["status"] == status
    assert answer.json()["type"].startswith("https://w3id.org/comity/problems/")
    if status == 405:
        assert "GET" in answer.headers["allow"]


def test_an_answer_that_has_not_changed_is_not_sent_again(client: httpx.Client) -> None:
    first = get(client, SIGNATORIES)
    again = client.get(
        "/sparql",
        params={"query": SIGNATORIES},
        headers={"if-none-match": first.headers["etag"]},
    )
    assert (again.status_code, again.content) == (304, b"")
    marked = "ASK { ?c rdf:object accord:artemis-accords . ?c comity:at $moment . }"
    now, other = get(client, marked), get(client, marked, **{"as-of": "2020-10-13"})
    assert other.headers["etag"] != now.headers["etag"]
    assert now.headers["etag"] != first.headers["etag"]
    assert get(client, SIGNATORIES, format="csv").headers["etag"] != first.headers["etag"]


def test_head_gives_the_head_alone(client: httpx.Client) -> None:
    whole = get(client, SIGNATORIES)
    head = client.head("/sparql", params={"query": SIGNATORIES})
    assert head.content == b""
    assert head.headers["etag"] == whole.headers["etag"]
    assert head.headers["content-type"] == whole.headers["content-type"]


def test_answers_are_compressed_for_those_who_take_it(server: str) -> None:
    with httpx.stream(
        "GET",
        f"{server}/sparql",
        params={"query": SIGNATORIES},
        headers={"accept-encoding": "gzip"},
    ) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert "Accept-Encoding" in answer.headers["vary"]
        found = json.loads(gzip.decompress(b"".join(answer.iter_raw())))
    assert len(found["results"]["bindings"]) > 60


def test_pages_of_others_may_ask(client: httpx.Client) -> None:
    origin = {"origin": "https://example.org"}
    assert client.get("/health", headers=origin).headers["access-control-allow-origin"] == "*"
    asked = client.options(
        "/sparql",
        headers={
            **origin,
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
        },
    )
    assert asked.status_code == 200
    assert "POST" in asked.headers["access-control-allow-methods"]


@pytest.mark.parametrize("query", [SIGNATORIES, "SELEC", "SELECT * WHERE {"])
def test_the_endpoint_has_the_surroundings_of_all_pages(client: httpx.Client, query: str) -> None:
    """Its requests go past the layers of the application, so these could be missing."""
    origin = {"origin": "https://example.org"}
    usual = client.get("/queries", headers=origin).headers
    here = client.get("/sparql", params={"query": query}, headers=origin).headers
    shared = [
        name
        for name in usual
        if name.startswith("access-control-")
        or name in {"content-security-policy", "referrer-policy", "x-content-type-options", "date"}
    ]
    assert len(shared) == 6
    assert set(shared) <= set(here)
    assert all(here[name] == usual[name] for name in shared if name != "date")
    assert {"Accept-Encoding", "Origin"} <= set(here["vary"].split(", "))
    counted = client.get("/metrics").text
    assert 'comity_requests_total{method="GET",route="/sparql"' in counted


def test_a_graph_is_given_whole(client: httpx.Client, kg: KnowledgeGraph) -> None:
    graph = graph_name("current")
    answer = client.get(
        "/graph-store", params={"graph": graph.value}, headers={"accept": "application/n-triples"}
    )
    found = {quad.triple for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES)}
    assert found == {quad.triple for quad in kg.store.quads_for_pattern(None, None, None, graph)}


def test_a_large_answer_arrives_whole(client: httpx.Client) -> None:
    text = "SELECT ?c ?s ?p ?o WHERE { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
    answer = get(client, text, format="csv")
    assert len(answer.content) == int(answer.headers.get("content-length", len(answer.content)))
    assert len(answer.text.splitlines()) > 30_000


def raw(server: str, request: bytes, *, patience: float = 10) -> bytes:
    host, _, port = server.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=patience) as connection:
        connection.sendall(request)
        pieces = []
        while piece := connection.recv(65_536):
            pieces.append(piece)
    return b"".join(pieces)


@pytest.mark.parametrize(
    "head",
    [
        b"GET /health HTTP/1.1\r\nHost: x\r\n" + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET /health HTTP/1.1\r\nHost: x\r\n" + b"X: a\r\n" * 20_000 + b"\r\n",
        b"GET /health?" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /health HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 100_000,
    ],
    ids=["a large field", "many fields", "a long address", "a field without end"],
)
def test_a_head_that_is_too_large_is_refused(server: str, head: bytes) -> None:
    answer = raw(server, head)
    assert answer.startswith(b"HTTP/1.1 431 ")
    assert b"larger than 65,536 bytes" in answer


def test_a_head_that_does_not_come_ends_the_connection(serve: Callable[..., Served]) -> None:
    served = serve(receive_limit=1)
    assert raw(served.url, b"GET /health HTTP/1.1\r\nHost:").startswith(b"HTTP/1.1 408 ")
    body = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
    body += b"Content-Type: application/sparql-query\r\nConnection: close\r\n\r\nASK"
    assert b"did not come within 1 s" in raw(served.url, body)


def test_health_and_readiness_are_told_apart(client: httpx.Client) -> None:
    assert client.get("/health").text == "ok\n"
    assert client.get("/ready").text == "ready\n"


def test_prometheus_can_read_the_counts(client: httpx.Client) -> None:
    get(client, SIGNATORIES)
    text = client.get("/metrics").text
    assert 'comity_requests_total{method="GET",route="/sparql",status="200"}' in text
    assert 'comity_workers{state="idle"}' in text
    assert "nothing-here" not in text  # an address that is not there makes no new series
