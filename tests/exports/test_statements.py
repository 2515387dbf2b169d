"""The statement table: a row a claim and attestation, typed, the same bytes each time."""

import io
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.exports.reading import exported

from comity import resources
from comity.errors import MissingPart
from comity.exports.schema import STATEMENTS, TABLES
from comity.knowledge import KnowledgeGraph

DOCS = (resources.PACKAGE.parent.parent / "docs" / "exports.md").read_text(encoding="utf-8")


def table(kg: KnowledgeGraph) -> pa.Table:
    return pq.read_table(io.BytesIO(exported(kg, "parquet")))


def test_columns_and_types_are_those_of_the_schema(toy: KnowledgeGraph) -> None:
    found = table(toy).schema
    assert found.names == [column.name for column in STATEMENTS]
    for column in STATEMENTS:
        expected = pa.date32() if column.type == "date" else pa.string()
        assert found.field(column.name).type == expected
        assert found.field(column.name).nullable is not column.required


def test_a_claim_has_a_row_for_each_of_its_attestations(toy: KnowledgeGraph) -> None:
    rows = [
        row for row in table(toy).to_pylist() if row["claim"] == "claim/bor-signatory-of-moon-pact"
    ]
    assert [row["source"] for row in rows] == ["source/atlas", "source/paper"]
    first, second = rows
    assert first["subject_label"] == "Borduria"
    assert (first["since"], first["earliest_start"]) == ("2022-06", date(2022, 6, 1))
    assert first["latest_start"] == date(2022, 6, 30)
    assert (second["stance"], second["modality"]) == ("affirms", "asserted")
    assert second["stated_from"] == "2022"


def test_the_whole_record_is_there(kg: KnowledgeGraph) -> None:
    found = table(kg)
    claims = found.column("claim").unique()
    assert len(claims) == kg.manifest.counts["claims"]
    said = found.column("attestation").drop_null().unique()
    assert len(said) == kg.manifest.counts["attestations"]
    assert found.column("source_class").null_count == found.column("attestation").null_count
    verdicts = kg.query(
        "SELECT ?v (COUNT(?c) AS ?n) { ?c a comity:Claim ; comity:verdict/skos:notation ?v }"
        " GROUP BY ?v"
    )
    firsts = found.to_pandas().drop_duplicates("claim")
    assert firsts["verdict"].value_counts().to_dict() == dict(
        zip(verdicts["v"], verdicts["n"], strict=True)
    )


def test_what_was_not_known_by_a_day_is_left_out(toy: KnowledgeGraph) -> None:
    early = table(toy.known_by("2021-01-01")).to_pylist()
    assert all(
        row["attestation_known_from"] is None or row["attestation_known_from"] <= date(2021, 1, 1)
        for row in early
    )


def test_the_bytes_are_the_same_each_time(toy: KnowledgeGraph) -> None:
    assert exported(toy, "parquet") == exported(toy, "parquet")


def test_without_pyarrow_the_part_is_named(
    toy: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingPart, match=r"install comity\[parquet\]"):
        exported(toy, "parquet")


def test_every_column_is_documented() -> None:
    for column in STATEMENTS:
        assert f"| `{column.name}` |" in DOCS
    for name in TABLES:
        assert f"`{name}.csv`" in DOCS
