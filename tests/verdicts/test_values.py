"""Values are judged by counting, by plans and events, by rivals and by what can be checked."""

import pytest

from tests.verdicts.making import claim, judged, said, thing, total

PACT = "accord/pact"
BODY = "organisation/club"


def text(published: str):
    return said("essay", class_="text", published=published)


def signatories():
    return [
        claim("a", "nation/a", "signatory_of", PACT, start="2020-01-01"),
        claim("b", "nation/b", "signatory_of", PACT, start="2021-01-01"),
        claim("c", "nation/c", "signatory_of", PACT, start="2023-01-01"),
    ]


COMPLETE = (total("signatory_of", PACT, "2024-01-01", 3),)


@pytest.mark.parametrize(
    ("number", "day", "then", "now"),
    [
        ("2", "2022", "supported", "outdated"),
        ("3", "2022", "contradicted", "supported"),
        ("3", "2023-06", "supported", "supported"),
        ("5", "2023-06", "contradicted", "contradicted"),
    ],
)
def test_a_count_is_counted_again_for_its_day_and_for_today(number, day, then, now):
    count = claim("n", PACT, "signatory_count", number, text(day), start=day)
    found = judged(*signatories(), count, totals=COMPLETE)["n"]
    (passage,) = found.attestations
    assert passage.when_published.verdict == then
    assert passage.judgement.verdict == now


def test_a_bound_is_respected():
    count = claim(
        "n", PACT, "signatory_count", "2", text("2023-06"), start="2023-06", bound="at_least"
    )
    assert judged(*signatories(), count, totals=COMPLETE)["n"].verdict == "supported"


def test_a_record_that_may_be_incomplete_cannot_refute_a_higher_number():
    count = claim("n", PACT, "signatory_count", "9", text("2023-06"), start="2023-06")
    assert judged(*signatories(), count)["n"].verdict == "unverified"


def test_only_these_is_refuted_by_others_on_the_day():
    members = [
        claim("x", "nation/x", "member_of", BODY, start="2021"),
        claim("y", "nation/y", "member_of", BODY, start="2023-09-01"),
    ]
    only = claim(
        "only", BODY, "member_count", "1", text("2023-10"), start="2023-10",
        named="nation/x", exclusive="yes",
    )  # fmt: skip
    earlier = claim(
        "earlier", BODY, "member_count", "1", text("2022"), start="2022",
        named="nation/x", exclusive="yes",
    )  # fmt: skip
    found = judged(*members, only, earlier)
    assert found["only"].verdict == "contradicted"
    assert "nation/y" in found["only"].judgement.reason
    assert found["earlier"].verdict == "outdated"


def plans():
    return [
        claim("p1", "mission/m", "planned_launch", "2024", said("a"), start="2021"),
        claim("p2", "mission/m", "planned_launch", "2026", said("b"), start="2023-06"),
    ]


@pytest.mark.parametrize(
    ("value", "published", "then", "now"),
    [
        ("2024", "2022", "supported", "outdated"),
        ("2024", "2024-01", "outdated", "outdated"),
        ("2026", "2024-01", "supported", "supported"),
        ("2031", "2024-01", "contradicted", "contradicted"),
    ],
)
def test_a_plan_is_compared_with_the_plans_of_its_time(value, published, then, now):
    plan = claim("n", "mission/m", "planned_launch", value, text(published))
    (passage,) = judged(*plans(), plan, things=(thing("mission/m"),))["n"].attestations
    assert (passage.when_published.verdict, passage.judgement.verdict) == (then, now)


def test_a_plan_is_compared_with_what_happened():
    launched = (thing("mission/m", "2025-03-01"),)
    kept = claim("kept", "mission/m", "planned_launch", "2025", text("2023-09"))
    found = judged(*plans(), kept, things=launched)
    assert found["kept"].verdict == "supported"
    assert found["p1"].verdict == "outdated"


@pytest.mark.parametrize(
    ("denial", "verdict"),
    [
        (said("news", "denies", "news", published="2025-09"), "outdated"),
        (said("news", "denies", "news", published="2022-09"), "supported"),
        (said("news", "denies", "news", published="2025-09", confidence="low"), "supported"),
    ],
    ids=["later", "before the plan", "too weak"],
)
def test_a_plan_that_was_given_up_without_a_new_one_is_outdated(denial, verdict):
    plan = claim(
        "p", "mission/m", "planned_launch", "2029",
        said("told", class_="state_medium", published="2025-04-24"), denial, start="2025-04-24",
    )  # fmt: skip
    found = judged(plan)["p"]
    assert found.verdict == verdict
    assert found.when_published.verdict == "supported"


def test_a_number_is_compared_with_those_published_before_and_after():
    numbers = [
        claim("n40", BODY, "institution_count", "40", said("a"), start="2024-09"),
        claim("n50", BODY, "institution_count", "50", said("b"), start="2025-04"),
    ]
    stale = claim(
        "stale", BODY, "institution_count", "40", text("2025-10"), start="2025-10",
        bound="at_least",
    )  # fmt: skip
    found = judged(*numbers, stale)["stale"]
    assert found.attestations[0].when_published.verdict == "outdated"
    assert found.verdict == "outdated"


def test_of_rival_measures_the_weightier_stands():
    record = claim("un", "accord/r", "roll_call", "127-51-6", said("un", class_="depositary"))
    press = claim("press", "accord/r", "roll_call", "127-50-6", said("press", class_="news"))
    essay = claim("essay", "accord/r", "roll_call", "1-2-3", text("2024"))
    found = judged(record, press, essay)
    assert found["un"].verdict == "supported"
    assert found["press"].verdict == "disputed"
    assert found["essay"].verdict == "contradicted"


def test_two_ages_of_one_body_of_samples_are_no_rivals():
    found = judged(
        claim("a", "sample/s", "age_gyr", "2.8", said("x")),
        claim("b", "sample/s", "age_gyr", "4.2", said("y")),
    )
    assert {each.verdict for each in found.values()} == {"supported"}


def test_an_evaluation_is_never_supported():
    shared = claim("a", "restriction/r", "assessed_as", "harmful", text("2024"), said("x"))
    denied = claim("b", "restriction/r", "assessed_as", "fair", text("2024"), said("y", "denies"))
    found = judged(shared, denied)
    assert (found["a"].verdict, found["b"].verdict) == ("unverified", "disputed")


def test_an_evaluation_that_is_shared_only_in_part_is_disputed():
    found = judged(
        claim("a", "restriction/r", "assessed_as", "harmful", text("2024"), said("x", "qualifies")),
        claim(
            "b", "restriction/r", "assessed_as", "fair", text("2024"), said("y"),
            said("z", "qualifies", "news", confidence="low"),
        ),
    )  # fmt: skip
    assert (found["a"].verdict, found["b"].verdict) == ("disputed", "unverified")


def test_a_number_that_is_confirmed_only_in_part_is_disputed():
    found = judged(
        claim(
            "n", BODY, "institution_count", "40", text("2024-09"), said("a"),
            said("b", "qualifies"), start="2024-09",
        )
    )  # fmt: skip
    assert found["n"].verdict == "disputed"
