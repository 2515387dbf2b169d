import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import AnswerTooLarge
from comity.server.limits import Limits
from comity.server.writing import write_results

LIMITS = Limits()
FEW = replace(LIMITS, rows=3)
TRICKY = st.text(alphabet='"}{,:[]\\\r\n\t<>/result ü', max_size=30)


def values(texts: list[str]) -> ox.QuerySolutions:
    store = ox.Store()
    terms = " ".join(str(ox.Literal(text)) for text in texts)
    found = store.query(f"SELECT ?text ?other WHERE {{ VALUES ?text {{ {terms} }} }}")
    assert isinstance(found, ox.QuerySolutions)
    return found


def content(name: str, texts: list[str], limits: Limits = LIMITS) -> bytes:
    reply = write_results(values(texts), [name], limits)
    assert reply is not None
    if not reply.file:
        return reply.body
    path = Path(reply.file)
    found = path.read_bytes()
    path.unlink()
    return found


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_as_many_rows_as_the_limit_are_given(name: str) -> None:
    assert content(name, ["a", "b", "c"], replace(LIMITS, rows=4))


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_more_rows_than_the_limit_are_refused(name: str) -> None:
    with pytest.raises(AnswerTooLarge, match="larger than 3 rows; add LIMIT"):
        content(name, ["x"] * 9, FEW)


@given(st.lists(TRICKY, min_size=1, max_size=3))
def test_no_value_of_json_or_xml_counts_as_a_row(texts: list[str]) -> None:
    for name in ("json", "xml", "tsv"):
        assert content(name, texts, replace(LIMITS, rows=4))


@given(st.lists(TRICKY, min_size=1, max_size=5))
def test_what_is_written_is_what_was_found(texts: list[str]) -> None:
    bindings = json.loads(content("json", texts))["results"]["bindings"]
    assert [row["text"]["value"] for row in bindings] == texts


def test_a_large_answer_goes_through_a_file() -> None:
    texts = ["x" * 1000] * 1000
    rows = list(csv.reader(io.StringIO(content("csv", texts).decode())))
    assert len(rows) == 1001


def test_an_answer_may_not_have_more_bytes_than_the_limit() -> None:
    with pytest.raises(AnswerTooLarge, match="larger than 100,000 bytes"):
        content("json", ["x" * 1000] * 200, replace(LIMITS, size=100_000))


def construct(count: int) -> ox.QueryTriples:
    store = ox.Store()
    text = " ".join(f"<x:{number}>" for number in range(count))
    found = store.query(f"CONSTRUCT {{ ?s <x:p> 1 }} WHERE {{ VALUES ?s {{ {text} }} }}")
    assert isinstance(found, ox.QueryTriples)
    return found


def test_triples_are_counted_too() -> None:
    assert write_results(construct(3), ["turtle"], FEW)
    with pytest.raises(AnswerTooLarge, match="3 triples"):
        write_results(construct(4), ["turtle"], FEW)


def test_a_graph_is_no_table_and_a_table_no_graph() -> None:
    assert write_results(construct(1), ["csv", "json"], LIMITS) is None
    assert write_results(values(["a"]), ["turtle"], LIMITS) is None


def test_a_truth_value_can_be_a_table() -> None:
    found = ox.Store().query("ASK {}")
    reply = write_results(found, ["csv"], LIMITS)
    assert reply is not None
    assert reply.body == b"answer\ntrue\n"
