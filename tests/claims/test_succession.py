"""Which identifier stood for a state or seat."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity import resources
from comity.claims.model import Bounds
from comity.claims.succession import Seats
from comity.tables import read_tables

SEATS = Seats(read_tables(resources.tables_folder()).successions)
DAYS = st.dates(date(1945, 1, 1), date(2030, 12, 31))
NATIONS = st.sampled_from(SEATS.nations)


@pytest.mark.parametrize(
    ("nation", "day", "state"),
    [
        ("rus", "1980-01-01", "sun"),
        ("rus", "1991-12-23", "sun"),
        ("rus", "1991-12-24", "rus"),
        ("sun", "2020-01-01", "rus"),
        ("kaz", "1980-01-01", "sun"),
        ("ukr", "1980-01-01", "ukr"),
        ("blr", "1980-01-01", "blr"),
        ("est", "1980-01-01", "est"),
        ("deu", "1980-01-01", "deu"),
        ("ddr", "1980-01-01", "ddr"),
        ("ddr", "2000-01-01", "deu"),
        ("ymd", "2000-01-01", "yem"),
        ("svk", "1992-12-31", "csk"),
        ("csk", "1993-01-01", None),
        ("srb", "1985-01-01", "yug"),
        ("srb", "2001-01-01", "scg"),
        ("scg", "2010-01-01", "srb"),
        ("mne", "2005-01-01", "scg"),
        ("chn", "1971-10-24", "twn"),
        ("chn", "1971-10-25", "chn"),
        ("twn", "1980-01-01", None),
        ("fra", "1960-01-01", "fra"),
    ],
)
def test_the_state_of_a_day(nation: str, day: str, state: str | None) -> None:
    found = SEATS.state_on(f"nation/{nation}", date.fromisoformat(day))
    assert found == (f"nation/{state}" if state else None)


@given(NATIONS, DAYS)
def test_who_stood_for_a_seat_stood_for_itself(nation: str, day: date) -> None:
    state = SEATS.state_on(nation, day)
    assert state is None or SEATS.state_on(state, day) == state


@given(st.sampled_from(sorted(SEATS.passed_to)), DAYS)
def test_a_state_and_the_one_that_goes_on_for_it_answer_alike(nation: str, day: date) -> None:
    after = SEATS.passed_to[nation]
    if after in SEATS.after:  # a continuation, not a state that joined another
        assert SEATS.state_on(nation, day) == SEATS.state_on(after, day)


@given(NATIONS, DAYS, st.integers(0, 9000))
def test_bounds_stay_in_order_and_within_the_state(nation: str, start: date, length: int) -> None:
    given_end = start + timedelta(days=length)
    bounds = SEATS.bound(nation, Bounds(start, start, given_end, given_end))
    assert bounds.earliest_start is not None
    assert bounds.latest_end is not None
    assert start <= bounds.earliest_start <= bounds.latest_end <= given_end


def test_a_seat_that_changed_hands_bounds_no_standing() -> None:
    open_ended = Bounds(date(1960, 1, 1), date(1960, 1, 1), None, None)
    assert SEATS.bound("nation/chn", open_ended) == open_ended
    assert SEATS.bound("nation/twn", open_ended) == open_ended
