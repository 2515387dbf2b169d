"""The table of hand-checked cases names things, rules and sources that the record has."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from comity import resources
from comity.rdf.dates import PartialDate, Period, parse_day
from comity.rdf.vocabulary import CONCEPTS
from comity.tables import Tables, read_tables

with (Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read_tables(resources.tables_folder())


def parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def test_there_are_enough_and_each_stands_once() -> None:
    assert len(CASES) >= 48
    assert len({case["id"] for case in CASES}) == len(CASES)
    answers = [case["answer"] for case in CASES]
    assert {answer: answers.count(answer) >= 7 for answer in answers} == {
        "allowed": True,
        "needs-exemption": True,
        "blocked": True,
    }


def test_each_names_things_and_a_source(tables: Tables) -> None:
    things = {row.id for row in tables.entities}
    sources = {row.id for row in tables.sources}
    for case in CASES:
        named = {case["one"], case["other"], *parts(case["funded_by"]), *parts(case["parts_from"])}
        assert named <= things, case["id"]
        assert case["source"] in sources, case["id"]
        assert case["why"].endswith("."), case["id"]


def test_each_uses_words_of_the_ontology() -> None:
    for case in CASES:
        assert case["activity"] in CONCEPTS["ActivityScheme"], case["id"]
        assert set(parts(case["given"])) <= set(CONCEPTS["ExemptionScheme"]), case["id"]
        assert case["setting"] in {"bilateral", "multilateral"}, case["id"]


def test_the_rules_that_must_be_named_hold_on_the_day_for_the_activity(tables: Tables) -> None:
    rules = {row.id: row for row in tables.prohibitions}
    for case in CASES:
        day = parse_day(case["on"])
        for name in parts(case["rules"]):
            rule = rules[name]
            assert Period(rule.start, rule.end).allows(day), (case["id"], name)
            assert case["activity"] in rule.activities, (case["id"], name)


def test_an_answer_fits_the_rules_that_it_names(tables: Tables) -> None:
    rules = {row.id: row for row in tables.prohibitions}
    for case in CASES:
        binding = [rules[name] for name in parts(case["rules"]) if rules[name].force == "in-force"]
        lifted = set(parts(case["given"]))
        match case["answer"]:
            case "blocked":
                assert any(rule.exemption == "none" for rule in binding), case["id"]
            case "needs-exemption":
                assert any(rule.exemption not in lifted for rule in binding), case["id"]
                assert all(rule.exemption != "none" for rule in binding), case["id"]
            case _:
                assert all(rule.exemption in lifted for rule in binding), case["id"]


def test_every_restriction_that_forbids_something_is_coded(tables: Tables) -> None:
    coded = {row.restriction for row in tables.prohibitions}
    forbidding = {
        row.subject for row in tables.claims if row.predicate == "restricts_dealings_with"
    }
    assert forbidding - coded == {
        "restriction/us-rogozin-sanctions-2014",  # a listing of a person, who is in no table
    }


def test_the_years_of_the_wolf_amendment_leave_no_gap(tables: Tables) -> None:
    years = [
        row
        for row in tables.prohibitions
        if row.restriction == "restriction/wolf-amendment" and row.id.endswith("-bilateral")
    ]
    years.sort(key=lambda row: row.id)
    assert len(years) == 16
    assert years[0].start == PartialDate(2011, 4, 15)
    assert years[-1].end is None
    for before, after in pairwise(years):
        assert before.end is not None
        assert after.start is not None
        gap = (after.start.last_day - before.end.last_day).days
        assert gap == 1 or (after.start == PartialDate(2026, 1) and before.end.month == 1)
