"""Answers from the curated record: what every answer carries, and what a rule more or less does."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from comity.errors import BadIdentifier, BadNumber, BadSupposition, NotTwoActors, UnknownName
from comity.pathways.briefs import brief_of
from comity.pathways.keeping import from_value, to_value
from comity.pathways.model import STATUSES
from comity.pathways.values import answer_value

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph
    from comity.pathways.answers import Pathways
    from comity.pathways.model import Answer

WOLF = "restriction/wolf-amendment"


@pytest.fixture(scope="module")
def asked(kg: KnowledgeGraph) -> Answer:
    return kg.path("agency/nasa", "agency/cnsa", as_of="2019-01-03")


def test_rules_that_nearly_reach_an_agency_of_several_states_are_named(kg: KnowledgeGraph) -> None:
    ruling = kg.ruling("agency/esa", "agency/cnsa", activity="hosted_payload")
    named = {each.prohibition.restriction for each in ruling.misses}
    assert {"restriction/itar", "restriction/ear"} <= named


@pytest.mark.parametrize(
    ("one", "activity", "noted"),
    [
        ("agency/esa", "hosted_payload", True),
        ("agency/dlr", "hosted_payload", True),
        ("agency/dlr", "bilateral_cooperation", False),
        ("agency/jaxa", "hosted_payload", False),
    ],
)
def test_a_gap_in_european_law_is_said(
    one: str, activity: str, noted: bool, kg: KnowledgeGraph
) -> None:
    notes = kg.ruling(one, "agency/cnsa", activity=activity).notes
    assert any("2021/821" in note for note in notes) is noted


def test_nasa_and_cnsa_before_and_after_the_wolf_amendment(kg: KnowledgeGraph) -> None:
    before = kg.ruling("agency/nasa", "agency/cnsa", as_of="2011-04-14")
    after = kg.ruling("agency/nasa", "agency/cnsa", as_of="2011-04-15")
    families = [
        {kg.pathways.grounds.family(each.prohibition.restriction) for each in found.findings}
        for found in (before, after)
    ]
    assert WOLF not in families[0]
    assert WOLF in families[1]


def test_every_leg_names_claims_or_sources_and_its_setting(asked: Answer) -> None:
    assert len(asked.routes) == 3
    for route in asked.routes:
        assert route.actors[0] == "agency/nasa"
        assert route.actors[-1] == "agency/cnsa"
        assert len(set(route.actors)) == len(route.actors)
        for leg in route.legs:
            cited = [*leg.tie.sources, *(s for c in leg.tie.claims for s in asked.cited[c])]
            assert cited
            assert set(cited) <= set(asked.sources)
            assert leg.ruling.dealing.setting == leg.tie.setting
            assert leg.words.endswith(".")


def test_every_answer_says_what_it_is_not(asked: Answer) -> None:
    for words in ("what the record knows", "2019-01-03", "not legal advice"):
        assert words in asked.caveat
        assert words in str(brief_of(asked))
    json.dumps(answer_value(asked))


def test_alternatives_pass_different_nations_and_come_in_order(kg: KnowledgeGraph) -> None:
    found = kg.path("agency/nasa", "agency/cnsa", as_of="2024-06-25", alternatives=6)
    standing = kg.pathways.ties(found.ruling.dealing.on).standing
    sides = [tuple(standing.side(actor) for actor in each.actors) for each in found.routes]
    assert len(set(sides)) == 6
    order = [
        (STATUSES.index(each.status), each.exemptions, len(each.legs)) for each in found.routes
    ]
    assert order == sorted(order)
    again = kg.path("agency/nasa", "agency/cnsa", as_of="2024-06-25", alternatives=6)
    assert again == found


def test_technology_keeps_its_origin_through_third_parties(kg: KnowledgeGraph) -> None:
    found = kg.path("agency/nasa", "agency/cnsa", as_of="2024-06-25", activity="hosted_payload")
    last = [route.legs[-1] for route in found.routes if len(route.legs) > 1]
    assert last
    rules = {each.prohibition.id for leg in last for each in leg.ruling.findings}
    assert "prohibition/itar-china-items" in rules


def test_who_stands_behind_a_nation_acts_itself(kg: KnowledgeGraph) -> None:
    found = kg.path("agency/nasa", "agency/cnsa", as_of="2024-06-25", alternatives=10)
    for route in found.routes:
        if route.actors == ("agency/nasa", "nation/usa", "nation/chn", "agency/cnsa"):
            assert route.legs[1].tie.setting == "multilateral"


@pytest.mark.parametrize(
    ("ends", "error", "words"),
    [
        (("agency/nasaa", "agency/cnsa"), UnknownName, "did you mean agency/nasa"),
        (("agency/nasa", "agency/nasa"), NotTwoActors, "is one actor"),
        (("agency/nasa", "mission/change-6"), NotTwoActors, "is no actor; actors are nation/…"),
        (("qqqqqq!", "agency/cnsa"), BadIdentifier, "not an identifier"),
    ],
)
def test_what_is_no_pair_of_actors_is_said(
    kg: KnowledgeGraph, ends: tuple[str, str], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        kg.path(*ends)


@pytest.mark.parametrize("number", [0, 21])
def test_there_is_one_limit_of_alternatives(kg: KnowledgeGraph, number: int) -> None:
    with pytest.raises(BadNumber, match="from 1 to 20"):
        kg.path("agency/nasa", "agency/cnsa", alternatives=number)


def test_unknown_activities_and_exemptions_are_listed(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean launch"):
        kg.path("agency/nasa", "agency/cnsa", activity="lanch")
    with pytest.raises(UnknownName, match=r"choose one of .*bilateral_cooperation"):
        kg.path("agency/nasa", "agency/cnsa", activity="xyz")
    with pytest.raises(UnknownName, match=r"did you mean sample_request\?"):
        kg.path("agency/nasa", "agency/cnsa", activity="sample loan")
    words = kg.ruling("agency/nasa", "agency/cnsa", activity="sample request")
    assert words.dealing.activity == "sample_request"
    with pytest.raises(UnknownName, match="no exemption"):
        kg.path("agency/nasa", "agency/cnsa", given=["prayer"])


def test_days_before_the_record_and_actors_without_ties_are_said(kg: KnowledgeGraph) -> None:
    found = kg.path("agency/nasa", "agency/cnsa", as_of="1950-01-01")
    assert found.ruling.status == "allowed"
    assert any("from 1958 only" in note for note in found.ruling.notes)
    assert any("knows of no rule before" in note for note in found.ruling.notes)
    tied = {end for pair in kg.pathways.ties(kg.day).edges("launch") for end in pair}
    alone = next(id_ for id_ in kg.pathways.grounds.actors if id_ not in tied)
    none = kg.path(alone, "agency/cnsa", activity="launch")
    assert none.routes == ()
    assert "has no tie on record" in none.no_route


def test_restrictions_of_all_activities(kg: KnowledgeGraph) -> None:
    found = kg.restrictions("agency/nasa", "agency/cnsa", as_of="2024-06-25")
    assert {"bilateral_cooperation", "facility_visit", "sample_request"} <= set(found["activity"])
    assert set(found["status"]) <= set(STATUSES)
    assert all(found["why"])
    assert kg.restrictions("agency/jaxa", "agency/esa", activity="data_exchange").empty


def test_what_was_not_public_yet_does_not_count(short: KnowledgeGraph) -> None:
    terms = {"activity": "facility_visit", "as_of": "2025-10-01"}
    ban = "prohibition/nasa-chinese-nationals-2025"
    for graph, is_known in ((short, True), (short.known_by("2024-06-30"), False)):
        found = graph.ruling("agency/nasa", "nation/chn", **terms)  # type: ignore[arg-type]
        assert (ban in {each.prohibition.id for each in found.findings}) is is_known


def test_lifting_the_wolf_amendment_changes_what_names_it_alone(kg: KnowledgeGraph) -> None:
    supposed = kg.what_if(without=WOLF)
    agencies = [id_ for id_ in kg.pathways.grounds.actors if id_.startswith("agency/")]
    pairs = list(combinations(agencies, 2))
    of_wolf = [
        id_
        for id_, each in kg.pathways.grounds.prohibitions.items()
        if kg.pathways.grounds.family(each.restriction) == WOLF
    ]
    assert of_wolf
    assert not set(of_wolf) & set(supposed.pathways.grounds.prohibitions)
    changed = 0
    for activity, day in (("sample_request", "2024-06-25"), ("facility_visit", "2012-06-01")):
        dealing = kg.dealing("agency/nasa", "agency/cnsa", activity=activity, as_of=day)
        was = kg.pathways.statuses(dealing, pairs)
        would_be = supposed.pathways.statuses(dealing, pairs)
        for pair in pairs:
            assert STATUSES.index(would_be[pair]) <= STATUSES.index(was[pair])
            if was[pair] != would_be[pair]:
                changed += 1
                ruling = kg.pathways.ruling(replace(dealing, one=pair[0], other=pair[1]))
                assert {each.prohibition.id for each in ruling.in_the_way} & set(of_wolf)
    assert changed
    other = kg.ruling("agency/roscosmos", "agency/esa", as_of="2023-01-01")
    assert supposed.ruling("agency/roscosmos", "agency/esa", as_of="2023-01-01") == other


def test_a_comparison_counts_what_changes(kg: KnowledgeGraph) -> None:
    found = kg.what_if(without=WOLF).compare(
        "agency/nasa", "agency/cnsa", activity="sample_request", as_of="2022-06-25"
    )
    assert (found.before.status, found.after.status) == ("needs-exemption", "needs-exemption")
    ostp = {each.one for each in found.changed} | {each.other for each in found.changed}
    assert ostp <= {
        id_ for id_ in kg.pathways.grounds.actors
        if kg.pathways.ties(found.before.dealing.on).standing.nations(id_)
        & {"nation/usa", "nation/chn", "nation/hkg", "nation/mac"}
    }  # fmt: skip
    assert found.network_after.ties >= found.network_before.ties
    assert not found.closed


def test_a_tie_more_opens_a_way(kg: KnowledgeGraph) -> None:
    terms = {"activity": "launch", "as_of": "2024-06-25"}
    tied = {end for pair in kg.pathways.ties(kg.day).edges("launch") for end in pair}
    alone = next(
        id_ for id_ in kg.pathways.grounds.actors
        if id_ not in tied and id_.startswith("organisation/")
    )  # fmt: skip
    assert kg.path(alone, "agency/esa", **terms).no_route  # type: ignore[arg-type]
    supposed = kg.what_if(with_=f"{alone} cooperates_with agency/esa")
    found = supposed.path(alone, "agency/esa", **terms)  # type: ignore[arg-type]
    assert found.routes[0].legs[0].tie.claims == (f"supposed: {alone} cooperates_with agency/esa",)
    assert found.routes[0].actors == (alone, "agency/esa")


@pytest.mark.parametrize(
    ("without", "with_", "words"),
    [
        ((), "nation/chn loves nation/usa", "is not a relation"),
        ((), "nation/chn provided_by nation/usa", "cannot be supposed"),
        ((), "nation/chn cooperates_with", "SUBJECT RELATION OBJECT"),
        ((), "mission/change-6 member_of organisation/copuos", "is no actor"),
        ("nation/chn", (), "a nation cannot be taken away"),
        ("claim/no-such-claim", (), "no tie and no exception"),
    ],
)
def test_what_cannot_be_supposed_is_said(
    kg: KnowledgeGraph, without: str, with_: str, words: str
) -> None:
    with pytest.raises(BadSupposition, match=words):
        _ = kg.what_if(without=without, with_=with_).pathways


def test_unknown_rules_offer_the_nearest(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean restriction/wolf-amendment"):
        kg.what_if(without="restriction/wolf-amendmen")
    with pytest.raises(UnknownName, match="did you mean prohibition/itar"):
        kg.what_if(without="prohibition/itar-china-item")


def test_grounds_come_back_from_json_as_they_were(pathways: Pathways) -> None:
    again = from_value(json.loads(json.dumps(to_value(pathways.grounds))))
    assert again == pathways.grounds


def test_the_picture_shows_each_leg_by_its_ruling(kg: KnowledgeGraph, asked: Answer) -> None:
    page = kg.view_ways(asked).page
    assert 'data-standing="allowed"' in page
    assert 'data-standing="needs-exemption"' in page
    assert "not legal advice" in page
    assert "https://cdn" not in page
