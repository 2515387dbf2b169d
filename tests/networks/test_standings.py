"""How states stand to accords and bodies on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from comity.networks.standings import STATUSES, Standing, standings_on
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph


def test_standings_of_the_toy_world(toy: KnowledgeGraph) -> None:
    found = standings_on(toy.store, date(2022, 12, 31))
    assert found == [
        Standing(
            "nation/arc", "accord/moon-pact", "signatory", "2020-10-13",
            "claim/arc-signatory-of-moon-pact",
        ),
        Standing(
            "nation/arc", "organisation/star-club", "member", "1958",
            "claim/arc-member-of-star-club",
        ),
        Standing(
            "nation/bor", "accord/moon-pact", "signatory", "2022-06",
            "claim/bor-signatory-of-moon-pact",
        ),
    ]  # fmt: skip


def test_one_without_a_date_stands_from_the_beginning_of_its_body(toy: KnowledgeGraph) -> None:
    then = standings_on(toy.store, date(1970, 1, 1))
    assert [(each.state, each.since) for each in then] == [
        ("nation/arc", "1958"),
        ("nation/dor", None),  # Dorne ended in 1992
    ]
    assert standings_on(toy.store, date(1950, 1, 1)) == []


def test_signatories_of_the_record_are_as_many_as_published(kg: KnowledgeGraph) -> None:
    found = kg.memberships("2024-12-20")
    signed = found[found["body"] == "accord/artemis-accords"]
    assert len(signed) == 52
    assert set(signed["status"]) == {"signatory"}
    assert not found.duplicated(["state", "body"]).any()
    china = found[(found["state"] == "nation/chn") & (found["body"] == "organisation/mtcr")]
    assert set(china["status"]) <= {"adherent"}  # no member


def test_every_relation_that_affiliates_states_has_a_status() -> None:
    named = {name for names in STATUSES.values() for name in names}
    finer = {
        name for name, each in RELATIONS.items()
        if "affiliated_with" in each.supers or name == "affiliated_with"
    }  # fmt: skip
    # that of institutions is none of a state
    assert finer - named == {"affiliated_with", "has_institution_in"}
