"""Days on which accords bind, derived from rules."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.world import toy_rows, write_rows

from comity.claims import Claim, assemble
from comity.claims.legal import end, entry, rule_in_words
from comity.rdf.dates import PartialDate
from comity.rdf.spans import Span
from comity.rdf.vocabulary import Comity
from comity.tables import read_tables
from comity.tables.legal_rows import TreatyRuleRow
from comity.tables.rows import Place


def rule(article: str, act: str, delay: str) -> TreatyRuleRow:
    concerns = "entry" if act == "deposit" else "withdrawal"
    place = Place("treaty_rules.csv", 2)
    return TreatyRuleRow(
        place, "accord/moon-pact", concerns, article, act, Span.parse(delay), "atlas", "seen", ""
    )


MOON = rule("19(4)", "deposit", "30 days")
SPACE = rule("XIV(4)", "deposit", "")
NOTICE = rule("20", "receipt", "1 year")
SPANS = st.sampled_from(["", "30 days", "3 months", "1 year"])


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates(date(1960, 1, 1), date(2030, 12, 31)))
    exactness = draw(st.integers(1, 3))
    parts = (day.year, day.month, day.day)[:exactness]
    return PartialDate(*parts)


def test_a_deposit_after_entry_into_force_binds_on_the_thirtieth_day_after() -> None:
    found = entry(PartialDate.parse("2012-07-18"), MOON, PartialDate.parse("1984-07-11"))
    assert str(found.day) == "2012-08-17"
    assert found.words == (
        "derived: deposited 2012-07-18; by Article 19(4) in force 30 days after, 2012-08-17"
    )


def test_a_deposit_before_entry_into_force_binds_with_the_treaty() -> None:
    found = entry(PartialDate.parse("1981-11-12"), MOON, PartialDate.parse("1984-07-11"))
    assert (str(found.day), found.rule) == ("1984-07-11", "entry_with_treaty")


def test_a_deposit_may_bind_on_the_same_day() -> None:
    found = entry(PartialDate.parse("1983-12-30"), SPACE, PartialDate.parse("1967-10-10"))
    assert str(found.day) == "1983-12-30"


def test_a_withdrawal_takes_effect_a_year_after_its_notice() -> None:
    assert str(end(PartialDate.parse("2023-01-05"), NOTICE).day) == "2024-01-05"


def test_a_year_alone_gives_no_more_than_a_year() -> None:
    assert str(entry(PartialDate(1979), SPACE, PartialDate(1967, 10, 10)).day) == "1979"
    assert entry(PartialDate(1979), MOON, None).day is None


@given(partial_dates(), partial_dates(), SPANS)
def test_nobody_is_bound_before_the_deposit_or_before_the_treaty(
    deposited: PartialDate, treaty: PartialDate, delay: str
) -> None:
    found = entry(deposited, rule("1", "deposit", delay), treaty)
    if found.day:
        assert found.day.last_day >= deposited.first_day
        assert found.day.last_day >= treaty.first_day


@given(partial_dates(), SPANS)
def test_a_derived_day_is_never_more_exact_than_the_act(deposited: PartialDate, delay: str) -> None:
    found = entry(deposited, rule("1", "deposit", delay), None).day
    if found:
        assert bool(deposited.day) or not found.day


@given(partial_dates())
def test_a_withdrawal_never_precedes_its_notice(notified: PartialDate) -> None:
    found = end(notified, NOTICE).day
    assert found is not None
    assert found.first_day > notified.first_day


def test_a_rule_reads_as_a_sentence() -> None:
    assert rule_in_words(MOON) == "Article 19(4): 30 days after the deposit"
    assert rule_in_words(SPACE) == "Article XIV(4): on the day of the deposit"
    assert rule_in_words(NOTICE) == "Article 20: 1 year after receipt of the notice"


def pact_claims(folder: Path) -> dict[str, Claim]:
    """Return the toy world's claims, with a pact that has rules and a state that broke up."""
    rows = toy_rows()
    source = {"source": "atlas", "verified": "https://example.org/"}
    rows["accord_terms.csv"] = [
        {"accord": "accord/moon-pact", "strength": "treaty", "entered_into_force": "2000-01-01"}
        | source
    ]
    rows["treaty_rules.csv"] = [
        {"accord": "accord/moon-pact", "concerns": concerns, "article": "9", "act": act} | more
        for concerns, act, more in (
            ("entry", "deposit", {"delay": "30 days"} | source),
            ("withdrawal", "receipt", {"delay": "1 year"} | source),
        )
    ]
    rows["successions.csv"] = [
        {
            "predecessor": "nation/dor",
            "successor": "nation/cor",
            "kind": "continuation",
            "seat": "passes",
            "date": "1993-01-01",
            "confidence": "high",
        }
        | source
    ]

    def act(id_: str, subject: str, predicate: str, **cells: str) -> dict[str, str]:
        return {
            "id": id_,
            "subject": subject,
            "predicate": predicate,
            "object": "accord/moon-pact",
            "confidence": "high",
            **source,
            **cells,
        }

    rows["treaty_actions.csv"] += [
        act("arc-party", "nation/arc", "party_to", start="2010-01-10", qualifiers="mode=accession"),
        act("arc-leaves", "nation/arc", "withdrew_from", qualifiers="notified=2015-03-01"),
        act("cor-party", "nation/cor", "party_to", start="1980"),
        act("dor-party", "nation/dor", "party_to", start="1980", qualifiers="mode=ratification"),
    ]
    return {claim.id: claim for claim in assemble(read_tables(write_rows(folder, rows)))}


@pytest.fixture(scope="module")
def pact(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Claim]:
    return pact_claims(tmp_path_factory.mktemp("pact"))


def test_a_party_has_the_days_between_which_it_was_bound(pact: dict[str, Claim]) -> None:
    found = pact["arc-party"].in_force
    assert found is not None
    assert (str(found.start), str(found.end)) == ("2010-02-09", "2016-03-01")
    assert found.rules == ("entry_after_deposit", "end_after_notice")


def test_the_act_by_which_a_state_became_party_is_its_status(pact: dict[str, Claim]) -> None:
    assert pact["arc-party"].legal_status == Comity.Acceded
    assert pact["dor-party"].legal_status == Comity.Ratified
    assert pact["cor-party"].legal_status == Comity.Continued
    assert pact["arc-leaves"].legal_status == Comity.Withdrawn


def test_a_state_and_the_one_that_continues_it_are_bound_one_after_the_other(
    pact: dict[str, Claim],
) -> None:
    before, after = pact["dor-party"], pact["cor-party"]
    assert before.bounds.latest_end == date(1992, 12, 31)
    assert after.bounds.earliest_start == date(1993, 1, 1)
    assert str(after.period.start) == "1980"  # as the source states it
    assert after.in_force is not None
    assert str(after.in_force.start) == "1993-01-01"
    assert "Dorne" in after.in_force.words[0]


def test_a_succession_is_a_claim(pact: dict[str, Claim]) -> None:
    claim = pact["cor-successor-of-dor"]
    assert (claim.subject, claim.object) == ("nation/cor", "nation/dor")
    assert dict(claim.qualifiers) == {"succession": "continuation"}
