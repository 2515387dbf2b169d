from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.queries.doors import Door, open_door

from comity.errors import ComityError, QueryFailed, QueryRefused, QuerySyntax
from comity.queries.calls import only_allowed
from comity.queries.evaluation import evaluate, reading_on
from comity.rdf.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.knowledge import KnowledgeGraph

STORE = ox.Store()
BODY = "{ ?s ?p ?o }"


@pytest.fixture(scope="module")
def watched() -> Iterator[Door]:
    """A server that nobody may be led to unless it is allowed."""
    with open_door() as door:
        yield door


@pytest.fixture
def door(watched: Door) -> Door:
    """The same, with nobody come yet."""
    watched.visits.clear()
    return watched


# each is a call to the engine's parser; @ stands for the address in <>, and : is its prefix
CALLS = {
    "plain": "SELECT * { SERVICE @ BODY }",
    "silent": "SELECT * { service silent @ BODY }",
    "by a name": "SELECT * { SERVICE : BODY }",
    "glued to a name": "SELECT * { SERVICE:x BODY }",
    "glued to a prefix": "SELECT * { SERVICEd:x BODY }",
    "glued to both": "SELECT * { SERVICESILENTd:x BODY }",
    "behind a number": "SELECT * { BIND(1 AS ?n) FILTER(?n = 1)SERVICE @ BODY }",
    "behind a bracket": "SELECT * { VALUES ?x { UNDEF }SERVICE@BODY }",
    "behind a comment that ends with CR": "SELECT * { #a\rSERVICE @ BODY }",
    "behind < and # that look like an IRI": (
        'SELECT * { BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b#>"""\n) SERVICE @ BODY #"""\n}'
    ),
    "behind < and ' that look like an IRI": (
        "SELECT * { BIND('1' AS ?a) FILTER(?a<'>'#'\n) SERVICE @ BODY #'\n}"
    ),
    "behind an IRI with an escape": (
        "SELECT * { OPTIONAL { ?s <http://x/\\u0061#> ?o } SERVICE @ BODY \n}"
    ),
    "in what would be a long text but for an escape": (
        'SELECT * { VALUES ?x {"""abc"} SERVICE @ BODY #\\q"""\n}'
    ),
    "in what would be a long text but for a surrogate": (
        'SELECT * { VALUES ?x {"""abc"} SERVICE @ BODY #\\uD800"""\n}'
    ),
    "with a comment inside": "SELECT * { SERVICE # <http://x/>\n @ BODY }",
    "nested": "SELECT * { { SELECT * { OPTIONAL { SERVICE @ BODY } } } }",
    "in EXISTS": "SELECT * { VALUES ?x {1} FILTER(EXISTS { SERVICE @ BODY }) }",
    "in a CONSTRUCT": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE @ BODY }",
    "in an ASK": "ASK { SERVICE @ BODY }",
}


def written(name: str, door: Door) -> str:
    text = CALLS[name].replace("BODY", BODY).replace("@", f"<{door.url}x>")
    return f"PREFIX : <{door.url}> PREFIX d: <{door.url}> {text}"


def read(text: str, **options: object) -> None:
    results = evaluate(STORE, text, **options)  # type: ignore[arg-type]
    with reading_on():
        if not isinstance(results, ox.QueryBoolean):
            list(results)


@pytest.mark.parametrize("name", CALLS)
def test_each_of_these_is_a_call_to_the_bare_engine(name: str, door: Door) -> None:
    results = STORE.query(written(name, door), prefixes=PREFIXES)
    if not isinstance(results, ox.QueryBoolean):
        list(results)
    assert door.visits


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("allowed", [(), ("http://127.0.0.1:1/x",)])
def test_nobody_is_called_who_is_not_allowed(
    name: str, allowed: tuple[str, ...], door: Door
) -> None:
    with pytest.raises((QueryRefused, QuerySyntax)):
        read(written(name, door), allow_service=allowed)
    assert door.visits == []


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { BIND(@ AS ?x) SERVICE ?x BODY }",
        "SELECT * { ?s a 1SERVICE @ BODY }",
        "SELECT * { ?s a trueSERVICE @ BODY }",
        "SELECT * { ?s a :.SERVICE @ BODY }",
        "SELECT * { ?s a :.SERVICE:x BODY }",
    ],
)
def test_a_call_that_only_the_data_would_make_is_refused(text: str) -> None:
    with pytest.raises(QueryRefused, match="SERVICE would ask another server"):
        only_allowed(text.replace("BODY", BODY).replace("@", "<http://a/>"))


BEFORE = ["#", "\n", "\r", '"""', "'''", '"', "'", "\\q", "\\u0061", "<", ">", "?a", "{", "}", "1"]
BEFORE += [" ", ":", ".", "FILTER(?a<", ")", "VALUES ?x {", "OPTIONAL {", "<http://x/", "true", "|"]


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(BEFORE), max_size=6),
    st.sampled_from(["SERVICE ", "SERVICE", "service silent ", "sErViCe #\n"]),
    st.sampled_from(["@", "?x", ":", "d:x"]),
    st.lists(st.sampled_from(BEFORE), max_size=6),
)
def test_no_text_calls_anybody(
    watched: Door, before: list[str], word: str, target: str, after: list[str]
) -> None:
    watched.visits.clear()
    text = f"{''.join(before)}{word}{target} {BODY}{''.join(after)}"
    whole = f"PREFIX : <{watched.url}> PREFIX d: <{watched.url}> SELECT * {{ {text} \n}}"
    with suppress(ComityError):
        read(whole.replace("@", f"<{watched.url}>"))
    assert watched.visits == []


MEANT = [
    'SELECT (1 AS ?x) { BIND("""a " SERVICE <x:y> " b""" AS ?s) }',
    "SELECT ?service { BIND('SERVICE A, service <x:y>' AS ?service) } # SERVICE <x:y> {}",
    "SELECT (comity:SERVICE AS ?x) (<http://example.org/service?a> AS ?y) {}",
    "SELECT (agency:geological-service AS ?x) { FILTER(?x_service != 1 || true) }",
    "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT (sd:Service AS ?x) {}",
]


@pytest.mark.parametrize("text", MEANT)
def test_names_texts_and_comments_mean_what_they_meant(text: str) -> None:
    bare = STORE.query(text, prefixes=PREFIXES).serialize(format=ox.QueryResultsFormat.JSON)
    assert evaluate(STORE, text).serialize(format=ox.QueryResultsFormat.JSON) == bare


def test_a_mistake_behind_a_word_in_a_text_has_its_own_column() -> None:
    with pytest.raises(QuerySyntax) as found:
        evaluate(STORE, "SELECT * { BIND('service a' AS ?x) nope:x }")
    with pytest.raises(QuerySyntax) as plain:
        evaluate(STORE, "SELECT * { BIND('letters a' AS ?x) nope:x }")
    assert (found.value.line, found.value.column) == (plain.value.line, plain.value.column)


ROW = b"""{"head":{"vars":["s"]},"results":{"bindings":[
    {"s":{"type":"uri","value":"https://w3id.org/comity/id/nation/bhr"}}]}}"""


def test_an_allowed_address_is_asked(toy: KnowledgeGraph, door: Door) -> None:
    door.answers["/named"] = (200, ("Content-Type", "application/sparql-results+json"), ROW)
    address = f"{door.url}named"
    text = f"SELECT * {{ SERVICE <{address}> {{ ?s a ?kind }} }}"
    found = toy.query(text, allow_service=(address,), ids=True)
    assert list(found["s"]) == ["nation/bhr"]
    assert toy.query(text, allow_service=[address]).equals(toy.query(text, allow_service=address))
    ((method, path, headers, _), *_) = door.visits
    assert (method, path) == ("POST", "/named")
    assert "Authorization" not in headers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SERVICE <{url}y> {{}}", "is none of the addresses allowed"),
        ("SERVICE <{url}> {{}}", "is none of the addresses allowed"),
        ("SERVICE <{url}x#y> {{}}", "is none of the addresses allowed"),
        ("SERVICE <x> {{}}", "SERVICE <x> is none of the addresses allowed"),
        ("SERVICE ?x {{}}", "SERVICE needs the whole address"),
        ("SERVICE d:x {{}}", "SERVICE needs the whole address"),
        ("SERVICE # why\n<{url}x> {{}}", "SERVICE needs the whole address"),
        ("SERVICE <{url}\\u0078> {{}}", "SERVICE needs the whole address"),
        ("SERVICE <{url}x> {{ SERVICE <{url}y> {{}} }}", "is none of the addresses allowed"),
    ],
)
def test_only_the_very_address_is_allowed(text: str, words: str, door: Door) -> None:
    whole = f"BASE <{door.url}> SELECT * {{ {text.format(url=door.url)} }}"
    with pytest.raises(QueryRefused, match=words):
        read(whole, allow_service=(f"{door.url}x",))
    with pytest.raises(QueryRefused):
        read(whole, allow_service=f"{door.url}x")  # a text is one address
    assert door.visits == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nobody_is_led_on_to_another_address(status: int, door: Door) -> None:
    door.answers["/moved"] = (status, ("Location", f"{door.url}secret"), b"")
    address = f"{door.url}moved"
    with pytest.raises(QueryFailed):
        read(f"SELECT * {{ SERVICE <{address}> {BODY} }}", allow_service=(address,))
    assert [path for _, path, _, _ in door.visits] == ["/moved"]


@pytest.mark.parametrize("answer", [(500, b"no"), (200, b"{"), (200, b"<html>")])
def test_a_bad_answer_is_an_error(
    answer: tuple[int, bytes], toy: KnowledgeGraph, door: Door
) -> None:
    status, content = answer
    door.answers["/bad"] = (status, ("Content-Type", "application/sparql-results+json"), content)
    address = f"{door.url}bad"
    with pytest.raises(QueryFailed):
        toy.query(f"SELECT * {{ SERVICE <{address}> {BODY} }}", allow_service=(address,))


def test_a_password_is_not_sent() -> None:
    address = "http://me:secret@127.0.0.1:1/x"
    with pytest.raises(QueryFailed, match="not allowed"):
        read(f"SELECT * {{ SERVICE <{address}> {BODY} }}", allow_service=(address,))
