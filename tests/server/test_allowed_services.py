"""SERVICE in queries to a server that was told whom they may ask."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import httpx
import pytest
from pyoxigraph import RdfFormat, Store, parse
from tests.queries.doors import Door, open_door
from tests.server.serving import Served, serving

from comity.rdf.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.knowledge import KnowledgeGraph

LIMIT = 2  # seconds
FEDERATED = "ASK { ?service sd:feature sd:BasicFederatedQuery }"


@pytest.fixture(scope="module")
def door() -> Iterator[Door]:
    with open_door() as door:
        yield door


@pytest.fixture(scope="module")
def asking(
    toy: KnowledgeGraph, server: str, door: Door, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """A server of the toy world that may ask the shared server, and three doors."""
    paths = ("slow", "endless", "moved")
    allowed = [f"{server}/sparql", *(f"{door.url}{path}" for path in paths)]
    with serving(
        tmp_path_factory.mktemp("asking"),
        snapshot=toy.snapshot.folder,
        time_limit=LIMIT,
        memory_limit=200,
        allow_service=allowed,
    ) as served:
        yield served


def ask(served: Served, query: str, **headers: str) -> httpx.Response:
    return httpx.get(f"{served.url}/sparql", params={"query": query}, headers=headers, timeout=60)


def across(server: str) -> str:
    """Return a query for the classes that one server knows, by the names that the other has."""
    return f"""SELECT ?c ?name {{
        ?c a owl:Class . SERVICE <{server}/sparql> {{ ?c rdfs:label ?name }} }} ORDER BY ?c"""


def test_a_query_joins_what_two_servers_say(
    asking: Served, server: str, toy: KnowledgeGraph
) -> None:
    ours = toy.query("SELECT ?c { ?c a owl:Class } ORDER BY ?c")["c"]
    text = f"""SELECT ?name {{ VALUES ?c {{ {" ".join(f"<{each}>" for each in ours)} }}
        ?c rdfs:label ?name }} ORDER BY ?c"""
    theirs = httpx.get(f"{server}/sparql", params={"query": text}).json()["results"]["bindings"]
    answer = ask(asking, across(server), Accept="application/json")
    rows = answer.json()["results"]["bindings"]
    assert [row["name"] for row in rows] == [row["name"] for row in theirs]
    assert rows


def test_the_page_shows_it_too(asking: Served, server: str) -> None:
    answer = ask(asking, across(server), Accept="text/html")
    assert answer.status_code == 200
    assert "Nation" in answer.text


def test_its_answer_is_not_kept(asking: Served, server: str) -> None:
    answer = ask(asking, across(server), If_None_Match="*")
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert "etag" in ask(asking, "ASK { ?service ?p 'SERVICE' }").headers


def test_others_are_refused(asking: Served, server: str, door: Door) -> None:
    for address in (f"{door.url}secret", f"{server}/sparql/", server):
        answer = ask(asking, f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")
        assert answer.status_code == 403
        assert "is none of the addresses allowed" in answer.json()["detail"]
    assert "/secret" not in [path for _, path, _, _ in door.visits]


def test_nobody_is_led_on(asking: Served, door: Door) -> None:
    door.answers["/moved"] = (307, ("Location", f"{door.url}secret"), b"")
    answer = ask(asking, f"SELECT * {{ SERVICE <{door.url}moved> {{ ?s ?p ?o }} }}")
    assert answer.status_code == 422
    assert "/secret" not in [path for _, path, _, _ in door.visits]


@pytest.mark.parametrize(
    ("path", "limits"),
    [
        ("slow", {"too-much-time"}),
        # How much of it comes within the time hangs on the machine; one of the limits is met.
        ("endless", {"too-much-time", "too-much-memory", "answer-too-large"}),
    ],
)
def test_limits_hold_while_others_are_asked(
    asking: Served, door: Door, path: str, limits: set[str]
) -> None:
    began = time.monotonic()
    answer = ask(asking, f"SELECT * {{ SERVICE SILENT <{door.url}{path}> {{ ?s ?p ?o }} }}")
    assert answer.json()["type"].rpartition("/")[2] in limits
    assert time.monotonic() - began < LIMIT + 8
    assert ask(asking, "ASK { ?s ?p ?o }").status_code == 200


def test_the_description_says_so_where_it_is_so(asking: Served, server: str) -> None:
    for url, is_so in ((asking.url, True), (server, False)):
        described = Store()
        content = httpx.get(f"{url}/sparql", headers={"Accept": "text/turtle"}).content
        described.extend(parse(content, format=RdfFormat.TURTLE))
        assert bool(described.query(FEDERATED, prefixes=PREFIXES)) is is_so
