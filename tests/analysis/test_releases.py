"""What changed between two releases of the toy world."""

from pathlib import Path

import pytest
from tests.world import Rows, toy_rows, write_rows

from comity import pipeline, resources
from comity.analysis.releases import Difference, differences
from comity.store import Snapshot


def built(rows: Rows, folder: Path) -> Snapshot:
    return pipeline.build(
        write_rows(folder / "tables", rows), resources.ontology_folder(), folder / "out"
    )


@pytest.fixture
def changed(tmp_path: Path) -> list[Difference]:
    old, rows = built(toy_rows(), tmp_path / "old"), toy_rows()
    rows["nations.csv"].append({**rows["nations.csv"][0], "id": "nation/eri", "label": "Eriador"})
    rows["cooperation.csv"] = []
    rows["treaty_actions.csv"][1]["start"] = "2022-06-21"
    rows["attestations.csv"] = [
        row for row in rows["attestations.csv"] if row["claim"] != "bor-signatory-of-moon-pact"
    ]
    rows["votes.csv"].pop()
    rows["resolutions.csv"][0]["yes"] = "1"
    return differences(old, built(rows, tmp_path / "new"))


def test_things_that_came_are_added(changed: list[Difference]) -> None:
    assert Difference("thing", "added", "nation/eri", "Eriador") in changed


def test_claims_that_went_are_told_as_sentences(changed: list[Difference]) -> None:
    words = "Arcadian Space Agency cooperates with Bordurian Space Agency"
    gone = Difference("claim", "removed", "claim/arsa-cooperates-with-bosa", words)
    assert gone in changed


def test_changed_fields_have_before_and_after(changed: list[Difference]) -> None:
    found = {
        each.field: (each.before, each.after)
        for each in changed
        if each.id == "claim/bor-signatory-of-moon-pact"
    }
    assert found["start"] == ("2022-06", "2022-06-21")
    assert "paper" in found["sources"][0]
    assert set(found) <= {"start", "sources", "confidence"}


def test_votes_are_told_apart(changed: list[Difference]) -> None:
    assert [each.what for each in changed if each.kind == "vote"] == ["removed"]


def test_one_release_does_not_differ_from_itself(tmp_path: Path) -> None:
    snapshot = built(toy_rows(), tmp_path)
    assert differences(snapshot, snapshot) == []
