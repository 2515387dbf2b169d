"""What a document says is judged apart from the claim that it makes or denies."""

from comity.claims.model import Judgement
from tests.verdicts.making import claim, judged, said

BODY = "organisation/club"


def passage(found, source="essay") -> tuple[Judgement, Judgement]:
    said_ = next(each for each in found.attestations if each.source == source)
    assert said_.judgement is not None
    assert said_.when_published is not None
    return said_.when_published, said_.judgement


def test_who_denies_what_holds_is_contradicted():
    text = said("essay", "denies", "text")
    found = judged(claim("c", "nation/a", "member_of", BODY, said("list"), text))["c"]
    assert found.verdict == "supported"
    assert passage(found)[1].verdict == "contradicted"


def test_who_denies_what_does_not_hold_is_supported():
    text = said("essay", "denies", "text")
    found = judged(claim("c", "nation/a", "member_of", BODY, said("list", "denies"), text))["c"]
    assert found.verdict == "contradicted"
    assert passage(found)[1].verdict == "supported"


def test_what_held_when_it_was_said_and_ended_since_is_outdated():
    text = said("essay", class_="text", published="2020")
    found = judged(
        claim("c", "nation/a", "member_of", BODY, said("list"), text, start="1990", end="2022")
    )["c"]
    assert [each.verdict for each in passage(found)] == ["supported", "outdated"]
    assert found.verdict == "supported"  # the claim states its end


def test_what_had_ended_before_was_outdated_already():
    text = said("essay", class_="text", published="2024")
    found = judged(
        claim("c", "nation/a", "member_of", BODY, said("list"), text, start="1990", end="2022")
    )["c"]
    assert passage(found)[0].verdict == "outdated"


def test_what_is_put_as_possible_asserts_nothing():
    text = said("essay", class_="text", modality="possible")
    found = judged(claim("c", "nation/a", "cooperates_with", "nation/b", said("list"), text))["c"]
    assert (passage(found)[1].verdict, passage(found)[1].rule) == ("unverified", "modality")


def test_a_document_is_no_evidence_for_itself():
    text = said("essay", class_="text", confidence="high")
    assert judged(claim("c", "nation/a", "member_of", BODY, text))["c"].verdict == "unverified"
