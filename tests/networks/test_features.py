"""Features are numbers of a day, and nothing later is in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.networks.invented import PACT, entry, history, invented, state

from comity.claims.model import Attestation
from comity.networks.feature_list import FEATURES
from comity.networks.features import FeatureTable, features_at
from comity.networks.situation import ACCORDS, Accord, joinings, situation

if TYPE_CHECKING:
    from comity.networks.history import Entry, History

DAY = date(2018, 6, 30)
BEFORE = date(2016, 1, 1)
INVENTED = invented()
TABLE = features_at(INVENTED, PACT, DAY)

RELATIONS = (
    "signatory_of", "member_of", "party_to", "cooperates_with", "flew_on", "owned_by",
    "launched_by", "provided_by", "operates", "carries_payload", "restricts_dealings_with",
)  # fmt: skip
OBJECTS = ("accord/pact", "organisation/body-1", "accord/pair-1", "nation/s003", "mission/m")
later_days = st.dates(min_value=DAY + timedelta(days=1), max_value=date(2026, 1, 1))


@st.composite
def later_rows(draw: st.DrawFn) -> Entry:
    """A row that began later, or became public later, whatever it says."""
    made = entry(
        state(draw(st.integers(0, 89))),
        draw(st.sampled_from(RELATIONS)),
        draw(st.sampled_from(OBJECTS)),
        draw(later_days),
        nation=state(draw(st.integers(0, 89))),
    )
    if draw(st.booleans()):  # it began before, and was published later
        made = replace(made, start=BEFORE)
    elif draw(st.booleans()):  # it was announced before, and began later
        made = replace(made, known=BEFORE)
    return made


def denial(day: date) -> Attestation:
    return Attestation("x", "atlas", "denies", seen=True, verified="", confidence="high", known=day)


def same(one: FeatureTable, other: FeatureTable) -> bool:
    return one.states == other.states and bool((one.raw == other.raw).all())


@settings(max_examples=60)
@given(rows=st.lists(later_rows(), max_size=12))
def test_no_later_row_changes_them(rows: list[Entry]) -> None:
    grown = replace(INVENTED, entries=tuple(sorted({*INVENTED.entries, *rows})))
    assert same(features_at(grown, PACT, DAY), TABLE)


@settings(max_examples=30)
@given(data=st.data())
def test_no_later_refutation_or_end_changes_them(data: st.DataObject) -> None:
    entries = list(INVENTED.entries)
    for place in data.draw(st.lists(st.integers(0, len(entries) - 1), max_size=20)):
        day = data.draw(later_days)
        refuted = replace(entries[place], said=(denial(day),), verdict="contradicted")
        entries[place] = data.draw(st.sampled_from([refuted, replace(entries[place], end=day)]))
    assert same(features_at(replace(INVENTED, entries=tuple(entries)), PACT, DAY), TABLE)


def test_an_earlier_refutation_does_change_them() -> None:
    gone = [
        replace(each, said=(denial(BEFORE),), verdict="contradicted")
        if each.object.startswith("organisation/")
        else each
        for each in INVENTED.entries
    ]
    assert not same(features_at(replace(INVENTED, entries=tuple(gone)), PACT, DAY), TABLE)


@pytest.mark.parametrize("day", [date(2015, 6, 30), date(2018, 12, 31), date(2020, 12, 31)])
def test_a_history_that_ends_on_the_day_gives_the_same(day: date) -> None:
    assert same(features_at(INVENTED.until(day), PACT, day), features_at(INVENTED, PACT, day))


def small_world() -> History:
    """S0 and S1 joined on the first day; S2 and S3 may still."""
    day = date(2010, 1, 1)
    vote, other = "accord/vote-1", "accord/vote-2"
    votes = [
        entry(state(0), "voted_for", vote, day), entry(state(1), "voted_for", vote, day),
        entry(state(2), "abstained_on", vote, day), entry(state(3), "voted_against", vote, day),
        entry(state(0), "voted_for", other, day), entry(state(2), "voted_for", other, day),
        entry(state(3), "absent_from", other, day),
    ]  # fmt: skip
    entries = [
        *(entry(state(n), "signatory_of", PACT.id, day) for n in (0, 1)),
        *(entry(state(n), "member_of", "organisation/six", day) for n in (0, 1, 2, 6, 7, 8)),
        *(entry(state(n), "member_of", "organisation/five", day) for n in (2, 3, 4, 5, 6)),
        *(entry(state(n), "party_to", "accord/two", day) for n in (0, 2)),
        *(entry(state(n), "party_to", "accord/other", day) for n in (2, 3)),
        entry("person/a", "flew_on", "mission/m", day, nation=state(1)),
        entry("person/b", "flew_on", "mission/m", day, nation=state(3)),
    ]
    return history(entries, votes, 9)


def value(table: FeatureTable, number: int, name: str) -> float:
    return float(table.raw[table.states.index(state(number)), table.names.index(name)])


def test_values_by_hand() -> None:
    table = features_at(small_world(), PACT, date(2012, 1, 1))
    assert table.states == tuple(state(n) for n in range(2, 9))
    # two of five fellow members in one body, none of four in the other
    assert value(table, 2, "bodies_share") == pytest.approx((2 / 5 + 0) / 2)
    assert value(table, 2, "bodies") == pytest.approx(np.log(3))
    assert value(table, 2, "agreements") == pytest.approx(np.log(2))
    assert value(table, 2, "agreements_others") == pytest.approx(np.log(2))
    assert value(table, 3, "crews") == pytest.approx(np.log(2))
    # S2 and the founder S0: one half and one; and the founder S1: one half
    assert value(table, 2, "votes") == pytest.approx((0.75 + 0.5) / 2)
    assert value(table, 3, "votes") == 0.0
    assert value(table, 6, "region_share") == 0.5  # with S0 in Western Africa
    assert value(table, 4, "neighbours") == 0.0
    assert value(table, 2, "neighbours") == pytest.approx(np.log(3))
    assert value(table, 2, "time") == pytest.approx(np.log(1 + 730 / 365.25))


def test_what_is_compared_has_mean_0_and_spread_1_among_the_states() -> None:
    relative = [place for place, feature in enumerate(FEATURES) if feature.is_relative]
    values = TABLE.values[:, relative]
    assert values.mean(axis=0) == pytest.approx(0, abs=1e-12)
    assert set(np.round(values.std(axis=0), 9)) <= {0.0, 1.0}


def test_a_number_rests_on_claims() -> None:
    table = features_at(small_world(), PACT, date(2012, 1, 1))
    for feature in FEATURES:
        if feature.name in {"agreements", "crews", "bodies_share", "votes"}:
            finding = feature.find(table.around, state(2))
            assert bool(finding.claims) == (finding.value > 0), feature.name


def test_where_days_differ_the_one_published_last_is_followed() -> None:
    rows = [
        entry(state(0), "signatory_of", PACT.id, date(2015, 1, 1)),
        entry(state(0), "signatory_of", PACT.id, date(2016, 1, 1)),
    ]
    made = history(rows, [], 2)
    assert joinings(made, PACT.id, date(2015, 6, 1))[state(0)][0] == date(2015, 1, 1)
    assert joinings(made, PACT.id, date(2016, 6, 1))[state(0)][0] == date(2016, 1, 1)


def test_a_joining_without_a_date_counts_from_when_it_was_public() -> None:
    made = entry(state(0), "signatory_of", PACT.id, date(2015, 1, 1), is_dated=False)
    row = replace(made, known=date(2017, 1, 1))
    assert joinings(history([row], [], 2), PACT.id, DAY)[state(0)][0] == date(2017, 1, 1)


def test_before_anybody_joined_the_openers_stand_for_those_that_did() -> None:
    accord = Accord(PACT.id, openers=(state(5),))
    found = situation(INVENTED, accord, date(2014, 1, 1))
    assert list(found.joined) == [state(5)]
    assert found.founders == {state(5)}
    assert state(5) not in found.at_risk
    assert state(0) in found.at_risk


def test_each_coalition_is_the_rival_of_the_other() -> None:
    for accord in ACCORDS.values():
        assert accord.rival
        assert ACCORDS[accord.rival].rival == accord.id
