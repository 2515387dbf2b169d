"""What changed between two days of the toy world."""

from datetime import date
from pathlib import Path

from tests.world import toy_rows, write_rows

from comity import load, pipeline, resources
from comity.analysis.changes import GROUPS, Change, became_known, changes
from comity.knowledge import KnowledgeGraph

TODAY = date(2026, 1, 1)


def between(kg: KnowledgeGraph, since: str, until: str) -> list[Change]:
    return changes(kg.store, date.fromisoformat(since), date.fromisoformat(until), today=TODAY)


def told(found: list[Change]) -> set[tuple[str, str]]:
    return {(change.group, change.words) for change in found}


def test_who_signed_and_what_was_launched(toy: KnowledgeGraph) -> None:
    found = told(between(toy, "2020-12-31", "2022-12-31"))
    assert ("Joined or signed", "Borduria is a signatory of Moon Pact") in found
    assert ("Launched", "Probe was launched") in found
    assert ("Put to a vote", "Resolution 1 was put to a vote") in found
    assert not any("Arcadia is a signatory" in words for _, words in found)


def test_the_first_day_is_no_change_and_the_last_is(toy: KnowledgeGraph) -> None:
    sentence = ("Joined or signed", "Arcadia is a signatory of Moon Pact")
    assert sentence not in told(between(toy, "2020-10-13", "2020-12-31"))
    assert sentence in told(between(toy, "2020-10-12", "2020-10-13"))


def test_days_in_the_wrong_order_are_put_right(toy: KnowledgeGraph) -> None:
    assert between(toy, "2022-12-31", "2020-12-31") == between(toy, "2020-12-31", "2022-12-31")


def test_who_left_and_who_stopped(toy: KnowledgeGraph) -> None:
    found = told(between(toy, "1992-01-01", "2011-01-01"))
    assert ("Left", "Dorne is no longer a member of Star Club") in found
    assert ("Other ties that ended", "Dorne ceased to exist") in found
    stopped = "Arcadian Space Agency no longer cooperates with Bordurian Space Agency"
    assert ("Stopped cooperating", stopped) in found


def test_refuted_claims_and_single_votes_are_left_out(toy: KnowledgeGraph) -> None:
    words = [change.words for change in between(toy, "1900-01-01", "2026-01-01")]
    assert not any("Cordium" in each for each in words)
    assert not any("voted" in each for each in words)


def test_what_has_no_date_of_its_own_is_told_apart(toy: KnowledgeGraph) -> None:
    found = between(toy, "2021-01-01", "2021-12-31")
    carried = next(change for change in found if change.words == "Probe carries Spectrometer")
    assert (carried.group, carried.date) == (GROUPS[-1], "")


def test_numbers_are_listed_when_they_were_stated(toy: KnowledgeGraph) -> None:
    found = between(toy, "2022-12-31", "2023-12-31")
    counted = next(change for change in found if change.relation == "signatory_count")
    assert counted.group == "Planned, counted or described"
    assert counted.words == "Moon Pact has a number of signatories: 2"
    assert (counted.date, counted.object) == ("2023", "2")


def test_a_number_that_held_then_is_listed_though_it_is_outdated_now(kg: KnowledgeGraph) -> None:
    found = between(kg, "2023-09-13", "2023-09-14")
    counted = next(change for change in found if change.relation == "signatory_count")
    assert counted.words == "Artemis Accords has a number of signatories: 29"
    assert counted.verdict == "outdated"


def test_provisions_come_with_their_accord(toy: KnowledgeGraph) -> None:
    found = between(toy, "2020-10-12", "2020-10-13")
    words = {change.words for change in found}
    assert "Moon Pact provides for safety zones" in words
    assert "Moon Pact is silent on dispute settlement" in words


def test_what_lies_ahead_is_planned(toy: KnowledgeGraph) -> None:
    early = date(2021, 1, 1)
    found = changes(toy.store, early, date(2024, 1, 1), today=early)
    assert "Probe is planned" in {change.words for change in found}
    assert "Probe is to end" in {change.words for change in found}


def test_a_withdrawal_is_told_once(tmp_path: Path) -> None:
    rows = toy_rows()
    signed = rows["treaty_actions.csv"][1]
    signed["end"] = "2023-05-01"
    rows["treaty_actions.csv"].append(
        {**signed, "id": "bor-left", "predicate": "withdrew_from", "start": "2023-05-01", "end": ""}
    )
    rows["assertions.csv"] = []
    pipeline.build(write_rows(tmp_path / "t", rows), resources.ontology_folder(), tmp_path / "o")
    left = [c.words for c in between(load(tmp_path / "o"), "2023-01-01", "2023-12-31")]
    assert "Borduria withdrew from Moon Pact" in left
    assert "Borduria is no longer a signatory of Moon Pact" not in left


def test_what_became_known_is_listed_by_publication(toy: KnowledgeGraph) -> None:
    found = became_known(toy.store, date(2022, 6, 30), date(2022, 12, 31))
    assert [change.words for change in found] == []
    found = became_known(toy.store, date(2023, 12, 31), date(2024, 1, 1))
    words = {change.words: change.date for change in found}
    assert words["Arcadia is a member of Star Club (since 1958)"] == "2024-01-01"


def test_groups_come_in_order(kg: KnowledgeGraph) -> None:
    found = between(kg, "2020-01-01", "2024-12-31")
    places = [GROUPS.index(change.group) for change in found]
    assert places == sorted(places)
    assert len(found) > 500
