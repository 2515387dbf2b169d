"""The W3C's tests of the SPARQL 1.1 Protocol, against the live server.

The suite names 34 requests and says what they must be answered with; the requests are written down
here. Those that change data are answered too: with a refusal, since the endpoint is read-only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

import httpx
import pyoxigraph as ox
import pytest
from tests.w3c.archive import need_suites
from tests.w3c.datasets import PROTOCOL_GRAPH
from tests.w3c.manifests import read_tests

if TYPE_CHECKING:
    from collections.abc import Callable

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

ONE, TWO, THREE = (PROTOCOL_GRAPH.format(number) for number in (1, 2, 3))
BOTH_DEFAULT: Final = f"ASK {{ <{ONE}> a ?type . <{TWO}> a ?type }}"
BOTH_NAMED: Final = f"ASK {{ GRAPH ?g1 {{ <{ONE}> a ?type }} GRAPH ?g2 {{ <{TWO}> a ?type }} }}"
FULL: Final = BOTH_NAMED.replace("{", f"{{ <{THREE}> a ?type . ", 1)
FROM_THREE: Final = BOTH_NAMED.replace("ASK", f"ASK FROM <{THREE}>")
EMPTY_GRAPH: Final = ("default-graph-uri", PROTOCOL_GRAPH.format(0))
DEFAULTS: Final = (("default-graph-uri", ONE), ("default-graph-uri", TWO))
NAMED: Final = (("named-graph-uri", ONE), ("named-graph-uri", TWO))
INSERT: Final = "INSERT DATA { <http://example.org/s> <http://example.org/p> 1 }"
MOVE: Final = "INSERT {{ GRAPH <x:g> {{ ?s a <x:C> }} }} {} WHERE {{ ?s a ?any }}"


@dataclass(frozen=True, slots=True)
class Sent:
    """A request: what stands in the address, the body and its media type."""

    parameters: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    type: str = ""
    method: str = ""


def direct(text: str, *parameters: tuple[str, str], type: str = QUERY) -> Sent:  # noqa: A002
    return Sent(parameters, text.encode(), type)


def form(*pairs: tuple[str, str], parameters: tuple[tuple[str, str], ...] = ()) -> Sent:
    return Sent(parameters, urlencode(pairs).encode(), FORM)


def in_address(*parameters: tuple[str, str], method: str = "GET") -> Sent:
    return Sent(parameters, method=method)


ANSWERED: Final[dict[str, tuple[str, Sent]]] = {
    "query_post_form": ("true", form(("query", "ASK {}"), parameters=(EMPTY_GRAPH,))),
    "query_dataset_default_graphs_get": ("true", in_address(("query", BOTH_DEFAULT), *DEFAULTS)),
    "query_dataset_default_graphs_post": ("true", direct(BOTH_DEFAULT, *DEFAULTS)),
    "query_dataset_named_graphs_post": ("true", direct(BOTH_NAMED, *NAMED)),
    "query_dataset_named_graphs_get": ("true", in_address(("query", BOTH_NAMED), *NAMED)),
    "query_dataset_full": ("true", direct(FULL, ("default-graph-uri", THREE), *NAMED)),
    "query_multiple_dataset": ("true", direct(FROM_THREE, *NAMED)),
    "query_get": ("true", in_address(("query", "ASK {}"), EMPTY_GRAPH)),
    "query_content_type_select": ("table", direct("SELECT (1 AS ?value) {}", EMPTY_GRAPH)),
    "query_content_type_ask": ("boolean", direct("ASK {}", EMPTY_GRAPH)),
    "query_content_type_describe": ("graph", direct("DESCRIBE <http://example.org/>", EMPTY_GRAPH)),
    "query_content_type_construct": (
        "graph",
        direct("CONSTRUCT { <x:s> <x:p> 1 } WHERE {}", EMPTY_GRAPH),
    ),
    "query_post_direct": ("true", direct("ASK {}")),
}
REFUSED: Final[dict[str, Sent]] = {
    "bad_query_method": in_address(("query", "ASK {}"), EMPTY_GRAPH, method="PUT"),
    "bad_multiple_queries": in_address(("query", "ASK {}"), ("query", "SELECT * {}")),
    "bad_query_wrong_media_type": direct("ASK {}", type="text/plain"),
    "bad_query_missing_form_type": Sent(body=b"query=ASK%20%7B%7D"),
    "bad_query_missing_direct_type": Sent(body=b"ASK {}"),
    "bad_query_non_utf8": Sent(body="ASK {}".encode("utf-16"), type=f"{QUERY}; charset=UTF-16"),
    "bad_query_syntax": in_address(("query", "ASK {")),
    "bad_update_get": in_address(("update", "CLEAR ALL")),
    "bad_multiple_updates": form(("update", "CLEAR NAMED"), ("update", "CLEAR DEFAULT")),
    "bad_update_wrong_media_type": direct("CLEAR NAMED", type="text/plain"),
    "bad_update_missing_form_type": Sent(body=b"update=CLEAR%20NAMED"),
    "bad_update_non_utf8": Sent(
        body="CLEAR NAMED".encode("utf-16"), type=f"{UPDATE}; charset=UTF-16"
    ),
    "bad_update_syntax": form(("update", "CLEAR XYZ")),
    "bad_update_dataset_conflict": direct(
        MOVE.format("USING <x:u>"), ("using-graph-uri", ONE), type=UPDATE
    ),
}
READ_ONLY: Final[dict[str, Sent]] = {
    "update_dataset_default_graph": direct(MOVE.format(""), ("using-graph-uri", ONE), type=UPDATE),
    "update_dataset_default_graphs": direct(
        MOVE.format(""), ("using-graph-uri", ONE), ("using-graph-uri", TWO), type=UPDATE
    ),
    "update_dataset_named_graphs": direct(
        MOVE.format(""), ("using-named-graph-uri", ONE), type=UPDATE
    ),
    "update_dataset_full": direct(
        MOVE.format(""), ("using-graph-uri", ONE), ("using-named-graph-uri", TWO), type=UPDATE
    ),
    "update_post_form": form(("update", "CLEAR ALL")),
    "update_post_direct": direct("CLEAR ALL", type=UPDATE),
    "update_base_uri": direct(INSERT.replace("1 }", "<test> }"), type=UPDATE),
}
TYPES: Final = {
    "table": {
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    },
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "graph": {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"},
}


@pytest.fixture(scope="module", params=["/sparql", "/sparql/"])
def send(request: pytest.FixtureRequest, w3c_server: str) -> Callable[[Sent], httpx.Response]:
    """Sends a request as it is: no media type is added, nothing is followed but redirects."""

    def ask(sent: Sent) -> httpx.Response:
        query = f"?{urlencode(sent.parameters)}" if sent.parameters else ""
        with httpx.Client(follow_redirects=True, timeout=20) as client:
            return client.request(
                sent.method or ("GET" if sent.body is None else "POST"),
                w3c_server + request.param + query,
                content=sent.body,
                headers={"content-type": sent.type} if sent.type else {},
            )

    return ask


def test_every_request_of_the_suite_is_written_down(request: pytest.FixtureRequest) -> None:
    tests = read_tests(need_suites(request.config), frozenset({"ProtocolTest"}))
    assert {test.name.rpartition("/")[2] for test in tests} == {*ANSWERED, *REFUSED, *READ_ONLY}


@pytest.mark.parametrize("name", ANSWERED)
def test_a_query_is_answered(name: str, send: Callable[[Sent], httpx.Response]) -> None:
    kind, sent = ANSWERED[name]
    answer = send(sent)
    assert answer.status_code == 200, answer.text
    media = answer.headers["content-type"].partition(";")[0]
    assert media in TYPES["boolean" if kind == "true" else kind]
    if kind == "true":
        form_ = ox.QueryResultsFormat.from_media_type(media)
        assert bool(ox.parse_query_results(answer.content, form_)) is True


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_request_is_refused(name: str, send: Callable[[Sent], httpx.Response]) -> None:
    answer = send(REFUSED[name])
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.text.strip()


@pytest.mark.parametrize("name", READ_ONLY)
def test_an_update_is_refused_and_says_why(
    name: str, send: Callable[[Sent], httpx.Response]
) -> None:
    answer = send(READ_ONLY[name])
    assert 400 <= answer.status_code < 500, answer.text
    assert "read-only" in answer.text


def test_graphs_that_were_not_asked_for_are_not_seen(
    send: Callable[[Sent], httpx.Response],
) -> None:
    for text, graphs in ((BOTH_DEFAULT, DEFAULTS[:1]), (BOTH_NAMED, NAMED[:1])):
        assert '"boolean":false' in send(direct(text, *graphs)).text.replace(" ", "")
