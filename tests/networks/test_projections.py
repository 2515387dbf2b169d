"""What joins two actors: windows, weights, roll-up and coalitions, on the record and by hand."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import BadNumber, UnknownName
from comity.knowledge import KnowledgeGraph
from comity.networks.coalitions import tied_to_both_since
from comity.networks.incidences import Incidence, joined, spells
from comity.networks.links import Window, graph_of
from comity.networks.projection_table import PROJECTIONS
from comity.networks.projections import _until


def part(actor: str, body: str, start: int | None, end: int | None = None) -> Incidence:
    return Incidence(
        actor,
        body,
        date(start, 1, 1) if start else None,
        date(end, 12, 31) if end else None,
        (f"claim/{actor}-{body}-{start}",),
    )


# Bodies ------------------------------------------------------------------------------------------


def test_members_of_a_body_share_one_unit_of_strength_each() -> None:
    graph = graph_of(joined([part(actor, "body", 2000) for actor in "abcd"]))
    assert all(graph.degree(actor, weight="weight") == pytest.approx(1) for actor in "abcd")


def test_the_number_of_members_is_that_of_the_window() -> None:
    parts = [part("a", "x", 2000), part("b", "x", 2000), part("c", "x", 2010)]
    before, after = (joined(parts, Window.of_years(year)) for year in (2005, 2015))
    assert [link.weight for link in before] == [1.0]
    assert [link.weight for link in after] == [0.5, 0.5, 0.5]


def test_those_who_were_members_one_after_the_other_are_not_joined() -> None:
    parts = [part("a", "x", 2000, 2004), part("b", "x", 2005)]
    assert joined(parts) == []


def test_a_link_holds_while_both_are_members() -> None:
    (link,) = joined([part("a", "x", 2000, 2008), part("b", "x", 2005)])
    assert (link.start, link.end) == (date(2005, 1, 1), date(2008, 12, 31))
    assert link.claims == ("claim/a-x-2000", "claim/b-x-2005")


def test_signing_and_ratifying_is_one_part() -> None:
    (one,) = spells([part("a", "x", 2000, 2005), part("a", "x", 2003)])
    assert (one.start, one.end, len(one.claims)) == (date(2000, 1, 1), None, 2)


PARTS = st.lists(
    st.builds(
        part,
        st.sampled_from("abcd"),
        st.sampled_from("xy"),
        st.integers(1990, 2000),
        st.integers(2000, 2010) | st.none(),
    ),
    max_size=12,
)


@given(PARTS, st.integers(2001, 2010))
def test_later_rows_do_not_change_what_joined_before(parts: list[Incidence], year: int) -> None:
    later = [part("e", "x", year + 1), part("a", "y", year + 1)]
    window = Window.of_years(year)
    assert joined(parts, window) == joined([*parts, *later], window)


@given(PARTS)
def test_spells_of_one_actor_in_one_body_do_not_overlap(parts: list[Incidence]) -> None:
    for one, other in pairwise(spells(parts)):
        if (one.actor, one.body) == (other.actor, other.body):
            assert one.end is not None
            assert other.start is not None
            assert one.end < other.start


# Time --------------------------------------------------------------------------------------------


def test_an_event_counts_for_its_years_to_the_day() -> None:
    assert _until(date(2020, 6, 1), 5) == date(2025, 5, 31)
    assert _until(date(2020, 2, 29), 1) == date(2021, 2, 28)
    assert _until(date(2020, 1, 1), 9000) is None


def test_flights_are_remembered_for_some_years(kg: KnowledgeGraph) -> None:
    """By May 1980, citizens of four states had flown with Soviet cosmonauts, the last in 1979."""
    links = kg.links("crews", as_of="1980-05-01")
    assert {link.second for link in links} == {"nation/sun"}
    assert sorted(link.first.partition("/")[2] for link in links) == ["bgr", "csk", "ddr", "pol"]
    assert kg.links("crews", as_of="1980-05-01", memory=1) == []
    assert kg.links("crews", as_of="1978-03-01") == []


def test_a_graph_of_a_day_gives_the_network_of_the_day(kg: KnowledgeGraph) -> None:
    day = kg.as_of("1990-01-01")
    assert day.links("agreements") == kg.links("agreements", as_of="1990-01-01")


def test_what_is_certain_is_a_part_of_what_is_possible(kg: KnowledgeGraph) -> None:
    sure = kg.as_of("2024-03-01", certain=True).links("statements")
    maybe = {link.claims for link in kg.links("statements", as_of="2024-03-01")}
    assert sure
    assert {link.claims for link in sure} < maybe


def test_one_time_at_a_time_and_years_in_order(kg: KnowledgeGraph) -> None:
    with pytest.raises(BadNumber, match="last year 2010"):
        kg.links("crews", window=(2020, 2010))
    with pytest.raises(BadNumber, match="memory 0"):
        kg.links("crews", memory=0)


# Projections of the record -----------------------------------------------------------------------


@pytest.mark.parametrize("name", PROJECTIONS)
def test_every_projection_has_links_that_rest_on_claims(name: str, kg: KnowledgeGraph) -> None:
    links = kg.links(name, window=(1958, 2026))
    assert links
    assert all(link.claims and link.first != link.second for link in links)
    assert all(link.start is not None for link in links)
    if PROJECTIONS[name].sign:
        assert all(link.weight >= 0 for link in links)


def test_an_unknown_projection_is_named(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean crews"):
        kg.links("crew")
    with pytest.raises(UnknownName, match="no level 'state'"):
        kg.links("crews", level="state")  # type: ignore[arg-type]


def test_crews_and_satellites_sum_to_the_networks_of_dyads(kg: KnowledgeGraph) -> None:
    for name in ("crews", "launches", "builds"):
        summed = sum(edge["count"] for *_, edge in kg.network(name).edges(data=True))
        assert sum(link.weight for link in kg.links(name)) == summed
    assert sum(link.weight for link in kg.links("crews")) == 311  # as counted by hand


def test_a_thing_that_two_projections_have_counts_once(kg: KnowledgeGraph) -> None:
    graph = graph_of(kg.links("cooperation"))
    parts = [graph_of(kg.links(part)) for part in PROJECTIONS["cooperation"].parts]
    for one, other, edge in graph.edges(data=True):
        things = set().union(
            *(part.edges[one, other]["through"] for part in parts if part.has_edge(one, other))
        )
        assert set(edge["through"]) == things
        assert edge["weight"] <= len(things) + 1e-9


def test_members_of_the_iss_agreement_of_1998_are_joined_through_it(kg: KnowledgeGraph) -> None:
    edge = kg.actor_network("co-membership", year=2024).edges["nation/jpn", "nation/rus"]
    assert "accord/iss-iga-1998" in edge["through"]


def test_restrictions_run_from_the_bound_to_the_other(kg: KnowledgeGraph) -> None:
    graph = kg.actor_network("restriction", year=2024, directed=True)
    assert "restriction/wolf-amendment" in graph.edges["nation/usa", "nation/chn"]["through"]
    by_agency = kg.actor_network("restriction", year=2024, directed=True, level="agency")
    assert by_agency.has_edge("agency/nasa", "nation/chn")
    assert "restriction/frank-wolf-space-security-act-2025" not in {
        link.through for link in kg.links("restriction")
    }  # a bill


def test_what_was_taken_off_a_mission_joins_nobody(kg: KnowledgeGraph) -> None:
    claims = {claim for link in kg.links("payload") for claim in link.claims}
    assert "claim/luna-27-carries-payload-prospect" not in claims
    assert "claim/change-7-carries-payload-rashid-2-ce7" not in claims


def test_agreement_in_votes_is_that_counted_by_hand(kg: KnowledgeGraph) -> None:
    """The United States and Israel, and the United States and Russia, on all they both voted on."""
    rows = kg.query(
        """SELECT ?r ?a ?b WHERE {
             VALUES (?p ?a) { (comity:votedFor 1) (comity:abstainedOn 2) (comity:votedAgainst 3) }
             VALUES (?q ?b) { (comity:votedFor 1) (comity:abstainedOn 2) (comity:votedAgainst 3) }
             ?x rdf:subject nation:usa ; rdf:predicate ?p ; rdf:object ?r .
             ?y rdf:subject nation:isr ; rdf:predicate ?q ; rdf:object ?r }"""
    )
    alike = [1 - abs(int(row.a) - int(row.b)) / 2 for row in rows.itertuples()]
    found = {(link.first, link.second): link for link in kg.links("votes")}
    link = found["nation/isr", "nation/usa"]
    assert link.weight == pytest.approx(sum(alike) / len(alike))
    assert len(link.claims) == 2 * len(alike)


# Roll-up -----------------------------------------------------------------------------------------


def test_agencies_count_for_their_nations(kg: KnowledgeGraph) -> None:
    recorded = {link.first for link in kg.links("payload", level="agency")}
    rolled = {end for link in kg.links("payload") for end in (link.first, link.second)}
    assert any(name.startswith("institution/") for name in recorded)
    assert {name.partition("/")[0] for name in rolled} <= {"nation", "agency", "organisation"}
    assert {name for name in rolled if name.startswith("agency/")} == {
        "agency/esa",
        "agency/eumetsat",
    }


def test_esa_is_an_actor_unless_its_members_stand_for_it(kg: KnowledgeGraph) -> None:
    kept = kg.links("payload", year=2020)
    shared = kg.links("payload", year=2020, members=True)
    assert any("agency/esa" in (link.first, link.second) for link in kept)
    assert not any("agency/esa" in (link.first, link.second) for link in shared)


def test_a_universitys_memorandum_makes_no_state_a_member(kg: KnowledgeGraph) -> None:
    """An institute of Thailand worked with the ILRS before the state joined on 2024-04-05."""
    before = kg.links("membership", as_of="2024-01-01")
    assert not [link for link in before
                if (link.first, link.second) == ("nation/tha", "organisation/ilrs")]  # fmt: skip
    after = kg.links("membership", as_of="2024-04-05")
    assert [link.start for link in after
            if (link.first, link.second) == ("nation/tha", "organisation/ilrs")] == [
        date(2024, 4, 5)
    ]  # fmt: skip


def test_a_seat_that_passed_on_is_two_nodes_or_one(kg: KnowledgeGraph) -> None:
    kept = kg.actor_network("crews", window=(1985, 1995))
    joined_ = kg.actor_network("crews", window=(1985, 1995), seats="joined")
    assert {"nation/sun", "nation/rus"} <= set(kept)
    assert "nation/sun" not in joined_
    assert joined_.edges["nation/fra", "nation/rus"]["count"] == (
        kept.edges["nation/fra", "nation/sun"]["count"]
        + kept.edges["nation/fra", "nation/rus"]["count"]
    )


def test_what_begins_after_a_seat_passed_on_is_its_successors(kg: KnowledgeGraph) -> None:
    loans = [link for link in kg.links("samples") if link.through == "sample/luna-16-lunar-samples"]
    assert {(link.first, link.second) for link in loans} == {
        ("nation/sun", "nation/usa"),
        ("nation/rus", "nation/chn"),
    }


def test_both_levels_together_are_the_links_of_each(kg: KnowledgeGraph) -> None:
    both = set(kg.links("statements", level="actor"))
    assert both == {*kg.links("statements", level="agency"), *kg.links("statements")}


# Coalitions --------------------------------------------------------------------------------------


def test_thailand_is_the_first_state_tied_to_both_coalitions(kg: KnowledgeGraph) -> None:
    since = tied_to_both_since(kg.projector.coalitions)
    assert next(iter(since.items())) == ("nation/tha", date(2024, 12, 16))
    graph = kg.actor_network("co-membership", year=2024)
    assert [name for name, tied in graph.nodes(data="coalition") if tied == "both"] == [
        "nation/tha"
    ]


def test_29_states_had_signed_the_artemis_accords_on_2_october_2023(kg: KnowledgeGraph) -> None:
    graph = kg.actor_network("membership", as_of="2023-10-02")
    assert graph.degree("accord/artemis-accords") == 29
