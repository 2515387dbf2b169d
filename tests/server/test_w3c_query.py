"""The W3C's tests of SPARQL 1.0 and 1.1: nothing that the engine can do is lost on the way.

Each query is asked of the bare engine over the data of that test, and in Comity's ways over one
dataset that holds the data of all tests, of which the query chooses its own graphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx
import pyoxigraph as ox
import pytest
from tests.store_asking import StoreAsker
from tests.w3c import answers
from tests.w3c.archive import need_suites
from tests.w3c.datasets import (
    LEFT_OUT,
    all_quads,
    chosen_graphs,
    own_store,
    query_of,
    runnable,
)
from tests.w3c.manifests import CSV, EVALUATION, SYNTAX, path_of, read_tests, text_of

from comity.errors import ComityError, QueryFailed
from comity.queries.evaluation import GraphChoice, evaluate
from comity.queries.formats import to_bytes
from comity.store.client_side import ClientSide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.w3c.manifests import W3CTest

FAILED: Final = "no answer"
GRAPHS: Final = ("default-graph-uri", "named-graph-uri")
PASSED_BY_THE_BARE_ENGINE: Final = {"sparql11": 176, "dawg-data-r2": 228}  # by pyoxigraph 0.5.13


@pytest.fixture(scope="module")
def suites(request: pytest.FixtureRequest) -> Path:
    return need_suites(request.config)


@pytest.fixture(scope="module")
def bare(suites: Path) -> dict[W3CTest, object]:
    """What the bare engine answers to each test."""
    return {test: bare_answer(suites, test) for test in runnable(suites, EVALUATION)}


@pytest.fixture(scope="module")
def everything(suites: Path) -> ox.Store:
    """A store with the data of all tests."""
    store = ox.Store()
    store.extend(all_quads(suites, runnable(suites, EVALUATION | CSV)))
    return store


def bare_answer(suites: Path, test: W3CTest) -> object:
    text = text_of(suites, test.query)
    try:
        return answers.answer_of(own_store(suites, test).query(text, base_iri=test.query))
    except (SyntaxError, RuntimeError):
        return FAILED


def is_expected(suites: Path, test: W3CTest, answer: object) -> bool:
    path = path_of(suites, test.result)
    return answer == answers.expected_answer(path, test.result)


def differing(
    tests: Iterable[W3CTest], one: Callable[[W3CTest], object], two: Callable[[W3CTest], object]
) -> list[str]:
    return [test.name for test in tests if one(test) != two(test)]


def test_evaluation_answers_as_the_bare_engine_does(
    suites: Path, bare: dict[W3CTest, object], everything: ox.Store, record_property: Callable
) -> None:
    def ours(test: W3CTest) -> object:
        try:
            graphs = GraphChoice(*chosen_graphs(test))
            return answers.answer_of(evaluate(everything, query_of(suites, test), graphs))
        except ComityError:
            return FAILED

    assert differing(bare, bare.__getitem__, ours) == []
    passed = [test for test, answer in bare.items() if is_expected(suites, test, answer)]
    for suite, minimum in PASSED_BY_THE_BARE_ENGINE.items():
        count, total = (
            sum(test.name.startswith(suite) for test in them) for them in (passed, bare)
        )
        figure = f"W3C {suite}: all {total} answers are the bare engine's, {count} as expected"
        record_property("figure", figure)
        assert count >= minimum


def test_the_server_answers_as_the_bare_engine_does(
    suites: Path, bare: dict[W3CTest, object], w3c_server: str, record_property: Callable
) -> None:
    with httpx.Client(base_url=w3c_server, timeout=20) as client:

        def served(test: W3CTest) -> object:
            default, named = chosen_graphs(test)
            form = {
                "query": query_of(suites, test),
                "default-graph-uri": list(default),
                "named-graph-uri": list(named),
            }
            return served_answer(client.post("/sparql", data=form))

        assert differing(bare, bare.__getitem__, served) == []
    record_property("figure", f"W3C over HTTP: all {len(bare)} answers are the bare engine's")


def test_evaluating_on_fragments_answers_as_the_bare_engine_does(
    suites: Path, bare: dict[W3CTest, object], everything: ox.Store, record_property: Callable
) -> None:
    asker = StoreAsker(everything)

    def ours(test: W3CTest) -> object:
        graphs = dict(zip(GRAPHS, chosen_graphs(test), strict=True))
        has_graphs = any(graphs.values())  # else the query itself names them
        client = ClientSide(asker)
        text = query_of(suites, test)
        return answers.answer_of(client.solutions(text, (), graphs if has_graphs else {}))

    tests = [test for test, answer in bare.items() if is_table_or_truth(answer)]
    assert differing(tests, bare.__getitem__, ours) == []
    record_property("figure", f"W3C on fragments: all {len(tests)} answers are the bare engine's")


def is_table_or_truth(answer: object) -> bool:
    """Tell whether an answer is one to SELECT or ASK, from which other forms are made."""
    return isinstance(answer, bool) or (isinstance(answer, tuple) and answer[0] == "rows")


def served_answer(answer: httpx.Response) -> object:
    if 400 <= answer.status_code < 500:
        return FAILED
    assert answer.status_code == 200, answer.text
    media = answer.headers["content-type"].partition(";")[0]
    form = ox.QueryResultsFormat.from_media_type(media)
    if form is None:
        triples = ox.parse(answer.content, format=ox.RdfFormat.from_media_type(media))
        return answers.graph_answer(quad.triple for quad in triples)
    return answers.answer_of(ox.parse_query_results(answer.content, format=form))


def test_rows_come_in_the_order_that_was_asked_for(suites: Path, everything: ox.Store) -> None:
    tests = [test for test in runnable(suites, EVALUATION) if test.folder.endswith("/sort")]
    assert len(tests) == 13
    for test in tests:
        text = query_of(suites, test)
        own = own_store(suites, test).query(text)
        ours = evaluate(everything, text, GraphChoice(*chosen_graphs(test)))
        assert answers.rows_in_order(ours) == answers.rows_in_order(own), test.name


def test_csv_is_written_as_the_bare_engine_writes_it(suites: Path, everything: ox.Store) -> None:
    tests = runnable(suites, CSV)
    assert len(tests) == 3
    expected = 0
    for test in tests:
        text = query_of(suites, test)
        own = own_store(suites, test).query(text).serialize(format=ox.QueryResultsFormat.CSV)
        ours = to_bytes(evaluate(everything, text, GraphChoice(*chosen_graphs(test))), "csv")
        assert answers.csv_rows(ours) == answers.csv_rows(own)
        expected += answers.csv_rows(ours) == answers.csv_rows(
            path_of(suites, test.result).read_bytes()
        )
    assert expected == 2  # the third wants 1.0E6 as it was written; the engine keeps its value


def test_what_is_sparql_is_taken_and_what_is_not_is_not(
    suites: Path, record_property: Callable
) -> None:
    store = ox.Store()

    def bare_takes(test: W3CTest) -> bool:
        try:
            store.query(text_of(suites, test.query), base_iri=test.query)
        except SyntaxError:
            return False
        except RuntimeError:  # well-formed, but with a function that nobody knows
            return True
        return True

    def ours_takes(test: W3CTest) -> bool:
        try:
            evaluate(store, query_of(suites, test))
        except QueryFailed:
            return True
        except ComityError:
            return False
        return True

    tests = runnable(suites, SYNTAX)
    assert differing(tests, bare_takes, ours_takes) == []
    right = sum(bare_takes(test) == test.kind.startswith("Positive") for test in tests)
    record_property("figure", f"W3C query syntax: {right} of {len(tests)} as expected")
    assert right >= 297


def test_each_suite_is_run_or_left_out_for_a_reason(suites: Path) -> None:
    folders = {test.folder for test in read_tests(suites, EVALUATION | SYNTAX)}
    assert LEFT_OUT.keys() < folders
    assert len(folders) == 47
