"""Legal status, succession and absence in the release."""

from datetime import date

import pytest

from comity import resources
from comity.claims.succession import Seats
from comity.knowledge import KnowledgeGraph
from comity.tables import read_tables

TABLES = read_tables(resources.tables_folder())
SEATS = Seats(TABLES.successions)


def test_every_accord_has_a_binding_strength(kg: KnowledgeGraph) -> None:
    found = kg.query(
        "SELECT ?a WHERE { ?a a comity:Accord FILTER NOT EXISTS { ?a comity:bindingStrength ?s } }"
    )
    assert found.empty
    strengths = kg.ask("accords-by-strength", ids=True).set_index("accord")["strength"]
    assert strengths["accord/outer-space-treaty"] == "treaty"
    assert strengths["accord/artemis-accords"] == "political commitment"
    assert strengths["accord/unga-res-77-41"] == "resolution"
    assert strengths["accord/unsc-draft-s-2024-302"] == "draft resolution"


def test_saudi_arabia_was_bound_by_the_moon_agreement_between_derived_days(
    kg: KnowledgeGraph,
) -> None:
    standings = kg.ask("standings", body="accord/moon-agreement", ids=True)
    row = standings.query("actor == 'nation/sau' and relation == 'party to'").iloc[0]
    assert str(row["in_force_from"])[:10] == "2012-08-17"
    assert str(row["in_force_until"])[:10] == "2024-01-05"
    assert row["legal_status"] == "acceded"


def test_parties_on_a_day_are_those_in_force(kg: KnowledgeGraph) -> None:
    def on(day: str) -> set[str]:
        found = kg.ask("parties-on", accord="accord/moon-agreement", day=day, ids=True)
        return set(found["party"])

    assert on("1984-07-10") == set()
    assert len(on("1984-07-11")) == 5
    assert "nation/sau" not in on("2012-08-16")
    assert "nation/sau" in on("2012-08-17")
    assert "nation/sau" not in on("2024-01-06")


def test_parties_of_1980_count_the_soviet_union_and_not_russia(kg: KnowledgeGraph) -> None:
    parties = set(kg.as_of("1980-01-01").ask("treaty-parties", ids=True)["party"])
    assert "nation/sun" in parties
    assert "nation/rus" not in parties
    now = set(kg.ask("treaty-parties", ids=True)["party"])
    assert "nation/rus" in now
    assert "nation/sun" not in now


@pytest.mark.parametrize(
    "day", ["1968-01-01", "1980-01-01", "1991-12-24", "1992-12-31", "1993-01-01", "2006-06-03"]
)
def test_nobody_is_counted_twice(day: str, kg: KnowledgeGraph) -> None:
    standings = kg.as_of(day).query(
        """SELECT DISTINCT ?nation ?body WHERE {
             ?relation rdfs:subPropertyOf* comity:memberOf .
             ?claim rdf:predicate ?relation ; rdf:subject ?nation ; rdf:object ?body ;
                comity:verdict ?verdict .
             FILTER (?verdict NOT IN (comity:Contradicted, comity:Outdated, comity:Disputed))
             ?nation a comity:Nation . ?claim comity:at $moment . }""",
        ids=True,
    )
    for _, members in standings.groupby("body")["nation"]:
        there = set(members)
        for nation in there:
            assert SEATS.state_on(nation, date.fromisoformat(day)) in {nation, None}


def test_every_vote_stands_under_the_state_of_its_day() -> None:
    days = {row.accord: row.date.last_day for row in TABLES.resolutions}
    wrong = [
        (row.nation, row.resolution)
        for row in TABLES.votes
        if SEATS.state_on(row.nation, days[row.resolution]) != row.nation
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("nation", "day", "state"),
    [
        ("rus", "1980-01-01", "sun"),
        ("rus", "2020-01-01", "rus"),
        ("sun", "2020-01-01", "rus"),
        ("srb", "1985-01-01", "yug"),
        ("chn", "1970-01-01", "twn"),
    ],
)
def test_the_graph_says_who_stood_for_a_seat(
    nation: str, day: str, state: str, kg: KnowledgeGraph
) -> None:
    assert kg.state_on(f"nation/{nation}", day) == f"nation/{state}"


def test_the_graph_and_the_tables_agree_on_seats(kg: KnowledgeGraph) -> None:
    for nation in SEATS.nations:
        for day in ("1970-06-01", "1991-12-01", "1992-06-01", "2001-01-01", "2020-01-01"):
            assert kg.state_on(nation, day) == SEATS.state_on(nation, date.fromisoformat(day))


def test_kinds_of_standing_stay_apart_and_general_questions_find_all(kg: KnowledgeGraph) -> None:
    def having(relation: str, body: str) -> set[str]:
        found = kg.query(f"SELECT DISTINCT ?x WHERE {{ ?x comity:{relation} {body} }}", ids=True)
        return set(found["x"])

    moon = "accord:moon-agreement"
    assert not having("partyTo", moon) & having("signatoryOf", moon)
    assert having("partyTo", moon) | having("signatoryOf", moon) == having("memberOf", moon)
    copuos = "organisation:copuos"
    assert not having("observerOf", copuos) & having("memberOf", copuos)
    assert having("observerOf", copuos) < having("affiliatedWith", copuos)
    ilrs = "organisation:ilrs"
    assert having("hasInstitutionIn", ilrs) <= having("affiliatedWith", ilrs)
    assert "agency/esa" in having("declinedToJoin", ilrs)
    assert "agency/esa" not in having("affiliatedWith", ilrs)
    assert "agency/esa" in having("tiedTo", ilrs)


def test_who_declined_is_listed_with_who_says_so(kg: KnowledgeGraph) -> None:
    found = kg.ask("declined", ids=True)
    declined = set(zip(found["actor"], found["object"], strict=True))
    assert ("agency/esa", "organisation/ilrs") in declined
    assert ("agency/roscosmos", "programme/artemis") in declined
    assert ("nation/sau", "accord/moon-agreement") in declined
    assert found["source"].notna().all()


def test_a_seat_says_nothing_on_succession_between_states(kg: KnowledgeGraph) -> None:
    found = kg.claims(subject="nation/chn", object="nation/twn", ids=True)
    assert list(found["relation"]) == ["took seat of"]
