"""Confidence follows from class, independence and age of the sources."""

import pytest

from tests.verdicts.making import claim, judged, said

BODY = "organisation/club"


@pytest.mark.parametrize(
    ("attestations", "confidence"),
    [
        ([said("a")], "high"),
        ([said("a", class_="news")], "medium"),
        ([said("a", class_="news"), said("b", class_="news")], "high"),
        ([said("a", class_="news", group="x"), said("b", class_="news", group="x")], "medium"),
        ([said("a", confidence="medium")], "medium"),
        ([said("a", confidence="low")], "low"),
        ([said("a"), said("b", "denies", "news", confidence="low")], "medium"),
        ([said("a", published="2010")], "medium"),
        ([said("a", class_="recollection", seen=False)], "low"),
        ([said("a"), said("b", "denies")], "low"),
    ],
)
def test_confidence_follows_the_rule(attestations, confidence):
    found = judged(claim("c", "nation/a", "member_of", BODY, *attestations, start="2000"))["c"]
    assert found.confidence == confidence


def test_age_does_not_matter_for_what_has_ended():
    old = claim("c", "nation/a", "member_of", BODY, said("a", published="1995"), end="1995")
    assert judged(old)["c"].confidence == "high"
