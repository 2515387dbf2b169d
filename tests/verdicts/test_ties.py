"""Ties are judged by the evidence, complete lists, rival details, plans and order."""

import pytest

from tests.verdicts.making import claim, judged, said, thing, total

BODY = "organisation/club"
PACT = "accord/pact"


@pytest.mark.parametrize(
    ("for_", "against", "verdict"),
    [
        ([said("a")], [], "supported"),
        ([], [said("b", "denies")], "contradicted"),
        ([said("a")], [said("b", "denies")], "disputed"),
        ([said("a", class_="news", confidence="low")], [said("b", "denies")], "contradicted"),
        ([said("a")], [said("b", "denies", "news", confidence="low")], "supported"),
        ([said("a", class_="news")], [said("b", "denies")], "disputed"),
        ([said("a", class_="recollection", seen=False)], [], "unverified"),
        ([said("a", class_="text")], [], "unverified"),
        ([said("a", class_="text")], [said("b", "denies", "news")], "contradicted"),
    ],
)
def test_sources_are_weighed_by_class_and_sureness(for_, against, verdict):
    found = judged(claim("c", "nation/a", "member_of", BODY, *for_, *against))["c"]
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("stances", "verdict"),
    [
        ([said("a"), said("b", "qualifies")], "disputed"),
        ([said("b", "qualifies")], "disputed"),
        ([said("a", group="x"), said("b", "qualifies", group="x")], "supported"),
        ([said("a"), said("b", "qualifies", "news", confidence="low")], "supported"),
        ([said("a", class_="news"), said("b", "qualifies")], "disputed"),
        ([said("b", "qualifies"), said("c", "denies")], "disputed"),
        (
            [said("b", "qualifies", "news", confidence="low"), said("c", "denies")],
            "contradicted",
        ),
        ([said("a"), said("b", "qualifies", seen=False)], "supported"),
        ([said("a", class_="text"), said("b", "qualifies", "news")], "disputed"),
    ],
)
def test_what_is_confirmed_only_in_part_is_disputed(stances, verdict):
    found = judged(claim("c", "nation/a", "member_of", BODY, *stances))["c"]
    assert found.verdict == verdict
    assert found.judgement.rule == "weighing"


def test_a_reason_tells_who_confirms_what_in_part():
    both = claim("c", "nation/a", "member_of", BODY, said("a"), said("b", "qualifies"))
    found = judged(both)["c"]
    words = "a (official, 2020-01-01) affirms it; b (official, 2020-01-01) confirms it only in part"
    assert found.judgement.reason == f"{words}; neither decides (weighing 4 against 4)."
    assert found.judgement.basis == ("attestation/claim.a", "attestation/claim.b")
    assert found.confidence == "low"


def test_the_reason_names_sources_and_rule():
    found = judged(claim("c", "nation/a", "member_of", BODY, said("gazette")))["c"]
    assert found.judgement.rule == "weighing"
    assert "gazette (official, 2020-01-01)" in found.judgement.reason
    assert found.judgement.basis == ("attestation/claim.gazette",)


def test_reprints_of_one_text_are_one_voice():
    one = claim("c", "nation/a", "member_of", BODY, said("a", group="x"), said("b", group="x"))
    two = claim("d", "nation/b", "member_of", BODY, said("a", group="x"), said("b", group="y"))
    found = judged(one, two)
    assert "independent" not in found["c"].judgement.reason
    assert "2 independent sources" in found["d"].judgement.reason


def members(*names: str) -> list:
    return [claim(name, f"nation/{name}", "signatory_of", PACT, start="2020") for name in names]


def test_absence_from_a_complete_list_contradicts_what_only_a_text_says():
    text = claim(
        "x", "nation/x", "signatory_of", PACT, said("essay", class_="text", published="2023")
    )
    found = judged(*members("a", "b"), text, totals=(total("signatory_of", PACT, "2024-01-01", 2),))
    assert (found["x"].verdict, found["x"].judgement.rule) == ("contradicted", "complete_list")


def test_absence_from_a_list_older_than_the_text_says_nothing():
    text = claim(
        "x", "nation/x", "signatory_of", PACT, said("essay", class_="text", published="2025")
    )
    found = judged(*members("a", "b"), text, totals=(total("signatory_of", PACT, "2024-01-01", 2),))
    assert found["x"].verdict == "unverified"


def test_an_incomplete_list_says_nothing_of_absence():
    text = claim(
        "x", "nation/x", "signatory_of", PACT, said("essay", class_="text", published="2023")
    )
    found = judged(*members("a", "b"), text, totals=(total("signatory_of", PACT, "2024-01-01", 3),))
    assert found["x"].verdict == "unverified"


def test_absence_disputes_what_a_source_says_unsurely():
    rumour = claim(
        "x",
        "nation/x",
        "signatory_of",
        PACT,
        said("rumour", class_="news", confidence="low"),
        start="2021",
        confidence="low",
    )
    totals = (total("signatory_of", PACT, "2024-01-01", 2),)
    assert judged(*members("a", "b"), rumour, totals=totals)["x"].verdict == "disputed"


def test_of_two_dates_the_weightier_stands_and_the_other_is_disputed():
    right = claim("right", "nation/a", "signatory_of", PACT, said("list"), start="2020-11-12")
    wrong = claim(
        "wrong", "nation/a", "signatory_of", PACT, said("web", class_="news"), start="2020-11-13"
    )
    found = judged(right, wrong)
    assert found["right"].verdict == "supported"
    assert (found["wrong"].verdict, found["wrong"].judgement.rule) == ("disputed", "detail")
    assert "2020-11-12, not 2020-11-13" in found["wrong"].judgement.reason


def test_two_terms_of_membership_are_no_rivals():
    first = claim("first", "nation/a", "member_of", BODY, start="1990", end="1995")
    second = claim("second", "nation/a", "member_of", BODY, start="2001")
    assert {each.verdict for each in judged(first, second).values()} == {"supported"}


def test_agreements_about_different_missions_are_no_rivals():
    one = claim("one", "nation/a", "cooperates_with", "nation/b", start="2001", mission="mission/x")
    two = claim("two", "nation/a", "cooperates_with", "nation/b", start="2005", mission="mission/y")
    assert {each.verdict for each in judged(one, two).values()} == {"supported"}


def test_an_agency_cannot_sponsor_a_resolution():
    found = judged(
        claim("c", "agency/a", "sponsored", "accord/r", said("headline", class_="text"))
    )["c"]
    assert (found.verdict, found.judgement.rule) == ("contradicted", "kind")


def test_a_plan_gives_way_to_a_later_one():
    old = claim(
        "old", "agency/a", "operates", "mission/m", said("a", published="2021-05"),
        start="2024", status="planned",
    )  # fmt: skip
    new = claim(
        "new", "agency/a", "operates", "mission/m", said("b", published="2023-05"),
        start="2026", status="planned",
    )  # fmt: skip
    found = judged(old, new)
    assert (found["old"].verdict, found["new"].verdict) == ("outdated", "supported")


def test_a_plan_gives_way_to_what_happened():
    plan = claim("plan", "agency/a", "operates", "mission/m", start="2024", status="planned")
    fact = claim("fact", "agency/a", "operates", "mission/m", start="2025-03-01")
    assert judged(plan, fact)["plan"].verdict == "outdated"


def test_what_was_dropped_is_outdated():
    found = judged(claim("c", "mission/m", "carries_payload", "instrument/i", status="dropped"))
    assert found["c"].verdict == "outdated"


def test_order_follows_the_plans_of_the_time():
    plans = [
        claim("p7", "mission/seven", "planned_launch", "2026", start="2022"),
        claim("p8", "mission/eight", "planned_launch", "2028", start="2022"),
    ]
    text = said("essay", class_="text", published="2023-10")
    right = claim("right", "mission/seven", "precedes", "mission/eight", text)
    wrong = claim("wrong", "mission/eight", "precedes", "mission/seven", text)
    things = (thing("mission/seven"), thing("mission/eight"))
    found = judged(*plans, right, wrong, things=things)
    assert (found["right"].verdict, found["wrong"].verdict) == ("supported", "contradicted")


def test_age_is_compared_by_dated_material():
    ages = [
        claim("n", "sample/new", "age_gyr", "2.8"),
        claim("o1", "sample/old", "age_gyr", "3.2"),
        claim("o2", "sample/old", "age_gyr", "4.3"),
    ]
    text = said("essay", class_="text")
    found = judged(*ages, claim("c", "sample/new", "older_than", "sample/old", text))
    assert found["c"].verdict == "contradicted"
    assert "2.8 billion" in found["c"].judgement.reason


def test_a_detail_that_is_denied_leaves_the_tie():
    tie = claim("tie", "agency/a", "restricted_by", "restriction/r", exemption="certification")
    wide = claim(
        "wide",
        "agency/a",
        "restricted_by",
        "restriction/r",
        said("essay", class_="text"),
        said("law", "denies"),
        scope="everything",
    )
    found = judged(tie, wide)
    assert (found["tie"].verdict, found["wide"].verdict) == ("supported", "disputed")
