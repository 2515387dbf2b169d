"""The release's own claims get the verdicts that readers who looked into them reached."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from comity import pipeline, resources
from comity.claims import assemble
from comity.tables import read_tables
from comity.tables.release import release_day

if TYPE_CHECKING:
    from comity.claims.model import Attestation, Claim

YARDSTICK = Path(__file__).parent / "data" / "yardstick.csv"
CONTESTED = {"contradicted", "outdated", "disputed"}


@pytest.fixture(scope="module")
def claims() -> dict[str, Claim]:
    folder = resources.tables_folder()
    tables = read_tables(folder)
    return {
        claim.id: claim for claim in pipeline.judged(tables, assemble(tables), release_day(folder))
    }


@pytest.fixture(scope="module")
def passages(claims: dict[str, Claim]) -> dict[tuple[str, int], Attestation]:
    return {
        (said.source, said.offsets[0]): said
        for claim in claims.values()
        for said in claim.attestations
        if said.offsets
    }


@pytest.fixture(scope="module")
def judged(passages: dict[tuple[str, int], Attestation]) -> dict[str, tuple[str, Attestation]]:
    with YARDSTICK.open(encoding="utf-8", newline="") as stream:
        return {
            row["statement"]: (row["verdict"], passages[row["source"], int(row["char_start"])])
            for row in csv.DictReader(stream)
        }


def agreement(judged: dict[str, tuple[str, Attestation]], among: set[str] | None = None) -> float:
    outcomes = [
        said.judgement is not None and said.judgement.verdict == wanted
        for wanted, said in judged.values()
        if among is None or wanted in among
    ]
    return sum(outcomes) / len(outcomes)


def test_every_judged_passage_is_in_the_tables(judged: dict[str, tuple[str, Attestation]]) -> None:
    assert len(judged) == 183
    assert Counter(wanted in CONTESTED for wanted, _ in judged.values())[True] == 37


@pytest.mark.parametrize(
    ("statement", "then", "now"),
    [
        ("seed-001-29", "contradicted", "contradicted"),  # Egypt in the Artemis Accords
        ("seed-001-35", "contradicted", "contradicted"),  # the same once more
        ("seed-001-60", "contradicted", "contradicted"),  # the European Union in the ILRS
        ("seed-003-16", "supported", "outdated"),  # 29 signatories
        ("seed-003-20", "contradicted", "contradicted"),  # only Russia and Venezuela
        ("seed-004-01", "contradicted", "contradicted"),  # NASA as sponsor, in the headline
        ("seed-004-20", "supported", "supported"),  # Russia as sponsor, in the body
        ("seed-004-21", "supported", "supported"),  # China as sponsor, in the body
        ("seed-000-20", "contradicted", "contradicted"),  # a billion years older
        ("seed-000-21", "contradicted", "contradicted"),
        ("seed-003-08", "contradicted", "contradicted"),  # Chang'e-8 before Chang'e-7
        ("seed-003-12", "supported", "outdated"),  # a landing in December 2025
        ("seed-003-18", "supported", "supported"),  # China has not signed
        ("seed-002-12", "supported", "outdated"),  # Chang'e-8 in 2028
    ],
)
def test_a_passage_is_judged_for_its_day_and_for_today(
    statement: str, then: str, now: str, judged: dict[str, tuple[str, Attestation]]
) -> None:
    _, said = judged[statement]
    assert said.when_published is not None
    assert said.judgement is not None
    assert (said.when_published.verdict, said.judgement.verdict) == (then, now)


def test_rules_and_readers_agree_no_less_than_before(
    judged: dict[str, tuple[str, Attestation]],
) -> None:
    # 144 of 183, 25 of 37; decision 0005 tells how that came to be
    assert agreement(judged) >= 0.78
    assert agreement(judged, CONTESTED) >= 0.67


def test_every_reason_is_a_sentence_that_names_its_basis(claims: dict[str, Claim]) -> None:
    for claim in claims.values():
        for found in (claim.judgement, claim.when_published):
            if found is not None:
                assert found.reason.endswith(".")
                assert len(found.reason) < 600
        assert all(id_.startswith(("claim/", "attestation/")) for id_ in claim.judgement.basis)


def test_quotes_are_short_and_of_documents_or_provisions(claims: dict[str, Claim]) -> None:
    for claim in claims.values():
        for said in claim.attestations:
            assert len(said.quote.split()) < 25
            assert said.is_document or claim.predicate == "provides_for" or not said.quote


def test_no_verdict_is_entered_by_hand() -> None:
    for path in resources.tables_folder().glob("*.csv"):
        header = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
        assert not {"verdict", "standing"} & set(header)
