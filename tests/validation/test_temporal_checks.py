"""The checks of dates against dates, each on a toy world with one thing wrong."""

from pathlib import Path

import pytest
from tests.world import Rows, toy_rows, write_rows

from comity import pipeline, resources
from comity.errors import NotConforming, TableFaults, Unreadable
from comity.knowledge import KnowledgeGraph
from comity.validation import run_checks

ONTOLOGY = resources.ontology_folder()


def warnings(rows: Rows, folder: Path) -> list[str]:
    snapshot = pipeline.build(write_rows(folder / "tables", rows), ONTOLOGY, folder / "out")
    return pipeline.validate(pipeline.open_graph(snapshot), ONTOLOGY)


def change(rows: Rows, table: str, id_: str, **cells: str) -> None:
    next(row for row in rows[table] if row["id"] == id_).update(cells)


@pytest.mark.parametrize(
    ("table", "id_", "cells", "message"),
    [
        ("memberships.csv", "arc-member-of-star-club", {"start": "1957"}, "before the body"),
        ("organisations.csv", "organisation/star-club", {"start": "1958-02"}, None),
        ("agencies.csv", "agency/arsa", {"start": "2012"}, "before its founding"),
        ("nations.csv", "nation/arc", {"end": "2019"}, "after its end"),
        ("payloads.csv", "probe-carries-payload-spec", {"start": "2024"}, "mission or programme"),
        ("payloads.csv", "spec-provided-by-arsa", {"start": "2024"}, "after every mission"),
        ("payloads.csv", "spec-provided-by-arsa", {"start": "2023"}, None),
        (
            "organisations.csv",
            "organisation/star-club",
            {"start": "1950", "end": "1957"},
            "had ended",
        ),
        ("instruments.csv", "instrument/spec", {"end": "2020"}, "before the other began"),
    ],
)
def test_a_warning_names_the_claim_and_lets_the_build_go_on(
    table: str, id_: str, cells: dict[str, str], message: str | None, tmp_path: Path
) -> None:
    rows = toy_rows()
    rows["votes.csv"], rows["resolutions.csv"] = [], []
    change(rows, table, id_, **cells)
    found = warnings(rows, tmp_path)
    assert [text for text in found if message and message in text] or not (message or found)


def test_a_standing_that_outlives_its_body_is_told(tmp_path: Path) -> None:
    rows = toy_rows()
    change(rows, "organisations.csv", "organisation/star-club", end="1990")
    change(rows, "memberships.csv", "arc-member-of-star-club", end="1991")
    assert any("begins or ends after the body" in text for text in warnings(rows, tmp_path))


def test_a_vote_of_a_state_that_had_ended_stops_the_build(tmp_path: Path) -> None:
    rows = toy_rows()
    change(rows, "nations.csv", "nation/bor", end="2022-12-06")
    with pytest.raises(NotConforming, match="vote-res-1-bor: is a vote by a state"):
        warnings(rows, tmp_path)


def test_a_withdrawal_before_the_entry_stops_the_build(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["treaty_actions.csv"].append(
        {
            **rows["treaty_actions.csv"][1],
            "id": "bor-withdrew-from-moon-pact",
            "predicate": "withdrew_from",
            "start": "2022-05",
        }
    )
    with pytest.raises(NotConforming, match="withdraws before it had joined"):
        warnings(rows, tmp_path)


def test_refuted_claims_are_exempt(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["votes.csv"], rows["resolutions.csv"] = [], []
    change(rows, "nations.csv", "nation/cor", end="2010")
    change(rows, "treaty_actions.csv", "cor-signatory-of-moon-pact", start="2021")
    assert warnings(rows, tmp_path) == []  # the signature is contradicted


@pytest.mark.parametrize(
    ("about", "start", "fits"),
    [
        ("organisation/star-club", "1957", True),
        ("organisation/star-club", "1957-06", True),
        ("organisation/star-club", "1958", False),
        ("claim/arc-member-of-star-club", "", True),
    ],
)
def test_a_reason_in_the_data_excepts(about: str, start: str, fits: bool, tmp_path: Path) -> None:
    rows = toy_rows()
    change(rows, "memberships.csv", "arc-member-of-star-club", start="1957")
    rows["exceptions.csv"] = [
        {
            "about": about,
            "start": start,
            "reason": "A forerunner.",
            "source": "atlas",
            "verified": "https://example.org/",
        }
    ]
    assert (warnings(rows, tmp_path) == []) is fits


@pytest.mark.parametrize(
    ("about", "start", "problem"),
    [
        ("organisation/none", "1957", "is not in any table"),
        ("organisation/star-club", "", "must say from when"),
        ("claim/arc-member-of-star-club", "1957", "is not wanted for a claim"),
    ],
)
def test_a_faulty_exception_is_a_fault(
    about: str, start: str, problem: str, tmp_path: Path
) -> None:
    rows = toy_rows()
    rows["exceptions.csv"] = [
        {"about": about, "start": start, "reason": "r", "source": "atlas", "verified": "v"}
    ]
    with pytest.raises(TableFaults, match=problem):
        warnings(rows, tmp_path)


def test_a_check_says_its_severity(toy: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_text("# message: m\n# severity: awful\nSELECT ?focus {}")
    with pytest.raises(Unreadable, match="its severity is not error or warning"):
        run_checks(toy.store, tmp_path)


def test_the_curated_tables_give_no_warning(kg: KnowledgeGraph) -> None:
    assert run_checks(kg.store, ONTOLOGY / "checks")["warning"] == []
