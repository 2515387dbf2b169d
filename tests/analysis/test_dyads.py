"""Dyads of crews and satellites, and totals that were published or counted elsewhere."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from comity.analysis.dyads import Dyad, DyadKind, read_dyads
from comity.knowledge import KnowledgeGraph

DATA = Path(__file__).parents[1] / "data"

UP = """
  ?seat rdf:predicate comity:flewOn ; rdf:subject ?person ; rdf:object ?flight ;
        comity:forNation ?nation ; comity:validFrom ?day .
  FILTER NOT EXISTS { ?seat comity:leg "down" }
  ?flight comity:reachedOrbit true ."""


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def number(kg: KnowledgeGraph, what: str, where: str) -> int:
    return int(kg.query(f"SELECT (COUNT(DISTINCT {what}) AS ?n) WHERE {{ {where} }}")["n"][0])


def by_nation(kg: KnowledgeGraph, where: str) -> dict[str, int]:
    """Persons by the nation for which they flew first."""
    text = f"SELECT DISTINCT ?person ?nation ?day WHERE {{ {where} }} ORDER BY ?day"
    first: dict[str, str] = {}
    for row in kg.query(text, ids=True).itertuples():
        first.setdefault(str(row.person), str(row.nation))
    merged = {"nation/sun": "nation/rus", "nation/ddr": "nation/deu"}
    return Counter(merged.get(nation, nation) for nation in first.values())


def until(day: str) -> str:
    return f'{UP} FILTER (?day <= "{day}"^^xsd:date)'


def to_station(station: str, day: str) -> str:
    return f"{until(day)} ?flight comity:visited programme:{station} ."


# Crews -------------------------------------------------------------------------------------------


def test_flights_persons_and_seats_that_reached_orbit(kg: KnowledgeGraph) -> None:
    assert number(kg, "?flight", UP) == 363
    assert number(kg, "?person", UP) == 651
    assert number(kg, "?seat", UP) == 1_426


@pytest.mark.parametrize(
    ("day", "persons"),
    [
        ("2013-11-06", 533),  # copy of Wikipedia's list, as of that day
        ("2016-11-17", 549),  # likewise
        ("2019-12-04", 562),  # Darlington after Wikipedia
        ("2025-04-11", 631),  # TASS
    ],
)
def test_persons_in_orbit_by_a_day_as_published(day: str, persons: int, kg: KnowledgeGraph) -> None:
    assert number(kg, "?person", until(day)) == persons


def test_persons_by_nation_as_tass_published_in_april_2025(kg: KnowledgeGraph) -> None:
    found = by_nation(kg, until("2025-04-11"))
    assert len(found) == 43
    assert {
        nation.removeprefix("nation/"): found[nation] for nation in found if found[nation] > 7
    } == {
        "usa": 369,
        "rus": 138,
        "chn": 24,
        "jpn": 14,
        "deu": 13,
        "can": 11,
        "fra": 10,
        "ita": 8,
    }


@pytest.mark.parametrize(
    ("day", "persons", "nations", "some"),
    [
        ("2020-05-25", 240, 19, {"usa": 151, "rus": 48, "jpn": 9}),  # NASA data via Statista
        ("2023-12-31", 273, 21, {"usa": 165, "rus": 59, "jpn": 11}),  # NASA via Statista
        ("2024-04-19", 280, 23, {"usa": 167, "rus": 60, "jpn": 11, "can": 9, "ita": 6}),
        ("2025-11-02", 290, 26, {}),  # Roscosmos via TASS
    ],
)
def test_visitors_of_the_iss_as_published(
    day: str, persons: int, nations: int, some: dict[str, int], kg: KnowledgeGraph
) -> None:
    found = by_nation(kg, to_station("iss", day))
    assert sum(found.values()) == persons
    assert len(found) == nations
    assert {nation: found[f"nation/{nation}"] for nation in some} == some


def test_visits_of_mir_as_published(kg: KnowledgeGraph) -> None:
    assert number(kg, "?seat", to_station("mir", "2001-12-31")) == 137
    assert number(kg, "?flight", to_station("mir", "2001-12-31")) == 39


def test_pairs_of_nations_that_flew_together(kg: KnowledgeGraph) -> None:
    graph = kg.network("crews")
    assert graph.number_of_edges() == 89
    assert sum(edge["count"] for *_, edge in graph.edges(data=True)) == 311
    assert graph.edges["nation/rus", "nation/usa", "crews"]["count"] == 91
    assert "nation/chn" not in graph


def test_pairs_by_decade_are_those_of_the_collected_list(kg: KnowledgeGraph) -> None:
    listed = {
        (row["decade"], row["first"], row["second"]): int(row["ascents"])
        for row in rows("crew_dyads.csv")
        if row["ascents"] != "0"
    }
    found = Counter(
        (f"{dyad.day[:3]}0s", dyad.first, dyad.second) for dyad in read_dyads(kg.store, "crews")
    )
    assert found == listed


def test_pairs_on_the_way_down_are_those_of_the_collected_list(kg: KnowledgeGraph) -> None:
    """Who came down on the craft: those who went up and stayed, and those who came by another."""
    seats = kg.query(
        """SELECT ?flight ?nation ?leg ?day ?ended WHERE {
             ?seat rdf:predicate comity:flewOn ; rdf:object ?flight ; comity:forNation ?nation .
             ?flight comity:reachedOrbit true ; comity:startDate ?day .
             OPTIONAL { ?seat comity:leg ?leg }
           }""",
        ids=True,
    )
    aboard: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in seats.itertuples():
        if row.leg != "up":
            aboard[str(row.flight), str(row.day)].add(str(row.nation))
    pairs = {
        (first, second)
        for nations in aboard.values()
        for first in nations
        for second in nations
        if first < second
    }
    listed = {(r["first"], r["second"]) for r in rows("crew_dyads.csv") if r["descents"] != "0"}
    assert pairs == listed


def test_each_nation_has_one_first_flight(kg: KnowledgeGraph) -> None:
    firsts = kg.query(
        """SELECT ?nation ?person ?first WHERE {
             ?seat comity:firstOfNation ?first ; comity:forNation ?nation ; rdf:subject ?person ;
                   rdf:predicate comity:flewOn }""",
        ids=True,
    )
    nations = {str(row.nation): str(row.person) for row in firsts.itertuples()}
    assert len(firsts) == len(nations) == number(kg, "?nation", UP)
    assert nations["nation/sun"] == "person/yuri-gagarin"
    assert nations["nation/csk"] == "person/vladimir-remek"
    assert nations["nation/kaz"] == "person/aidyn-aimbetov"
    assert list(firsts[firsts["nation"] == "nation/rus"]["first"]) == ["successor-of-sun"]


CITIZENSHIP = """SELECT ?nation WHERE {
  ?claim rdf:predicate comity:citizenOf ; rdf:subject $person ; rdf:object ?nation .
  ?claim comity:at $moment . }"""


def test_soviet_citizenship_ends_where_russian_begins(kg: KnowledgeGraph) -> None:
    text = CITIZENSHIP.replace("$person", "person:sergei-krikalev")
    assert list(kg.query(text, as_of="1991-12-25", ids=True)["nation"]) == ["nation/sun"]
    assert list(kg.query(text, as_of="1991-12-26", ids=True)["nation"]) == ["nation/rus"]


def test_a_citizen_of_the_gdr_was_one_until_it_ended(kg: KnowledgeGraph) -> None:
    text = CITIZENSHIP.replace("$person", "person:sigmund-jahn")
    assert list(kg.query(text, as_of="1990-10-02", ids=True)["nation"]) == ["nation/ddr"]
    assert kg.query(text, as_of="1990-10-03").empty


def test_sponsors_of_seats_are_marked_as_recalled(kg: KnowledgeGraph) -> None:
    verdicts = kg.query(
        """SELECT DISTINCT ?verdict WHERE {
             ?claim rdf:predicate comity:sentBy ; comity:verdict/skos:notation ?verdict }"""
    )
    assert list(verdicts["verdict"]) == ["unverified"]


def test_a_nation_has_crew_on_a_flight_through_its_citizen(kg: KnowledgeGraph) -> None:
    text = "SELECT ?n WHERE { ?n comity:hasCrewOn mission:soyuz-t-11 } ORDER BY ?n"
    assert list(kg.query(text, ids=True)["n"]) == ["nation/ind", "nation/sun"]


# Satellites --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def launches(kg: KnowledgeGraph) -> list[Dyad]:
    return read_dyads(kg.store, "launches")


@pytest.fixture(scope="module")
def first_owners(kg: KnowledgeGraph) -> dict[str, str]:
    found = kg.query(
        """SELECT ?thing ?owner WHERE {
             ?claim rdf:predicate comity:ownedBy ; rdf:subject ?thing ; rdf:object ?owner .
             FILTER NOT EXISTS { ?claim comity:ownerRank ?rank FILTER (?rank > 1) } }""",
        ids=True,
    )
    return dict(zip(found["thing"], found["owner"], strict=True))


def foreign(dyads: list[Dyad], launcher: str, owners: dict[str, str]) -> list[Dyad]:
    return [
        dyad
        for dyad in dyads
        if dyad.second == launcher and dyad.reached_orbit and owners[dyad.thing] == dyad.first
    ]


def test_foreign_satellites_launched_by_india(
    launches: list[Dyad], first_owners: dict[str, str]
) -> None:
    """Published are 342 to February 2021, and 130, 60 and 50 in the years; GCAT has 341 and 61."""
    found = foreign(launches, "nation/ind", first_owners)
    years: Counter[str] = Counter()
    for dyad in found:
        years[dyad.day[:4]] += dyad.units
    assert sum(dyad.units for dyad in found if dyad.day <= "2021-02-28") == 341
    assert (years["2017"], years["2018"], years["2019"]) == (130, 61, 50)


@pytest.mark.parametrize(
    ("kind", "word"), [("launches", "launch"), ("builds", "build"), ("joint", "joint")]
)
def test_pairs_by_year_are_those_of_the_collected_list(
    kind: DyadKind, word: str, kg: KnowledgeGraph
) -> None:
    listed = {
        (row["first"], row["second"], row["year"]): int(row["count"])
        for row in rows("satellite_dyads.csv")
        if row["kind"] == word
    }
    found: Counter[tuple[str, str, str]] = Counter()
    for dyad in read_dyads(kg.store, kind):
        found[dyad.first, dyad.second, dyad.day[:4]] += dyad.units
    assert found == listed


def test_networks_of_satellites_run_from_the_owner(kg: KnowledgeGraph) -> None:
    assert kg.network("launches").edges["nation/gbr", "nation/fra", "launches"]["count"] == 478
    assert kg.network("builds").edges["nation/ury", "nation/arg", "builds"]["count"] == 41


def test_first_satellites_of_nations(kg: KnowledgeGraph) -> None:
    found = kg.query(
        """SELECT ?owner ?thing WHERE {
             ?claim comity:firstOfNation "yes" ; rdf:predicate comity:ownedBy ;
                    rdf:subject ?thing ; rdf:object ?owner }""",
        ids=True,
    )
    first = dict(zip(found["owner"], found["thing"], strict=True))
    assert len(first) == len(found) == 107
    assert first["nation/ind"] == "satellite/aryabhata"
    assert first["nation/bol"] == "mission/tupac-katari-1"


def test_recalled_builders_are_unverified_and_owners_are_not(kg: KnowledgeGraph) -> None:
    text = """SELECT ?relation ?verdict WHERE {
        ?claim rdf:subject satellite:ariel-1 ; rdf:predicate/rdfs:label ?relation ;
               comity:verdict/skos:notation ?verdict } ORDER BY ?relation"""
    found = {row.relation: row.verdict for row in kg.query(text).itertuples()}
    assert found == {
        "built by": "unverified",
        "launched by": "supported",
        "owned by": "supported",
    }
