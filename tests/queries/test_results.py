import io
import json

import pandas as pd
import pytest

from comity.errors import FormatMismatch
from comity.knowledge import KnowledgeGraph
from comity.queries.formats import FORMATS, GRAPH_FORMATS, SOLUTION_FORMATS, to_bytes

TYPED = """
SELECT ?n ?d ?when ?day ?mixed ?word ?flag ?gap WHERE {
  VALUES (?n ?d ?when ?day ?mixed ?word ?flag ?gap) {
    (1 1.5 "2024"^^xsd:gYear "2024-06-25"^^xsd:date "2024"^^xsd:gYear "a" true 1)
    (2 2.5 "2025"^^xsd:gYear "2024-06-26"^^xsd:date "2024-06-25"^^xsd:date "b" false UNDEF)
  } }"""
SELECT = "SELECT ?n ?label WHERE { ?n a comity:Nation ; rdfs:label ?label } ORDER BY ?n"
CONSTRUCT = "CONSTRUCT { ?n rdfs:label ?l } WHERE { ?n a comity:Nation ; rdfs:label ?l }"


def test_columns_have_the_type_of_their_values(toy: KnowledgeGraph) -> None:
    frame = toy.query(TYPED)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        "n": "int64",
        "d": "float64",
        "when": "str",
        "day": "datetime64[s]",
        "mixed": "str",
        "word": "str",
        "flag": "boolean",
        "gap": "Int64",
    }
    assert list(frame["mixed"]) == ["2024", "2024-06-25"]


def test_an_empty_answer_keeps_its_columns(toy: KnowledgeGraph) -> None:
    frame = toy.query("SELECT ?a ?b WHERE { ?a comity:nothing ?b }")
    assert list(frame.columns) == ["a", "b"]
    assert frame.empty


def test_ids_are_shortened_on_request(toy: KnowledgeGraph) -> None:
    assert toy.query(SELECT)["n"][0] == "https://w3id.org/comity/id/nation/arc"
    assert toy.query(SELECT, ids=True)["n"][0] == "nation/arc"


def test_a_truth_value_is_one_cell(toy: KnowledgeGraph) -> None:
    assert toy.query("ASK { ?s a comity:Nation }")["answer"].tolist() == [True]


@pytest.mark.parametrize("form", SOLUTION_FORMATS)
def test_solutions_can_be_written(form: str, toy: KnowledgeGraph) -> None:
    content = to_bytes(toy.results(SELECT), form)
    assert b"Arcadia" in content


@pytest.mark.parametrize("form", GRAPH_FORMATS)
def test_graphs_can_be_written_and_are_the_same_twice(form: str, toy: KnowledgeGraph) -> None:
    first, second = (to_bytes(toy.results(CONSTRUCT), form) for _ in range(2))
    assert first == second
    assert b"Arcadia" in first


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_that_does_not_fit_is_refused(form: str, toy: KnowledgeGraph) -> None:
    other = CONSTRUCT if form in SOLUTION_FORMATS else SELECT
    with pytest.raises(FormatMismatch, match="choose one of"):
        to_bytes(toy.results(other), form)


def test_csv_from_the_engine_and_from_pandas_agree(toy: KnowledgeGraph) -> None:
    written = pd.read_csv(io.BytesIO(to_bytes(toy.results(SELECT), "csv")))
    assert written["label"].tolist() == toy.query(SELECT)["label"].tolist()


def test_a_line_of_ndjson_is_a_row(toy: KnowledgeGraph) -> None:
    lines = to_bytes(toy.results(SELECT), "ndjson", ids=True).splitlines()
    assert json.loads(lines[0]) == {"n": "nation/arc", "label": "Arcadia"}


def test_parquet_keeps_the_types(toy: KnowledgeGraph) -> None:
    frame = pd.read_parquet(io.BytesIO(to_bytes(toy.results(TYPED), "parquet")))
    assert str(frame["day"].dtype).startswith("datetime64")
    assert frame["n"].tolist() == [1, 2]
