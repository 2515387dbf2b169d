from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import BadDate
from comity.rdf.dates import PartialDate, Period, parse_day


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    whole = draw(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31)))
    month = draw(st.booleans())
    day = month and draw(st.booleans())
    return PartialDate(whole.year, whole.month if month else None, whole.day if day else None)


@pytest.mark.parametrize(
    "text", ["2020-13-45", "2023-02-29", "20-1-1", "2024-6", "", "now", "2024/06"]
)
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(BadDate, match="YYYY"):
        PartialDate.parse(text)


@given(partial_dates())
def test_text_of_a_date_reads_as_the_same_date(when: PartialDate) -> None:
    assert PartialDate.parse(str(when)) == when


@given(partial_dates())
def test_first_day_is_never_after_last_day(when: PartialDate) -> None:
    assert when.first_day <= when.last_day


@given(partial_dates(), st.dates(min_value=date(1800, 1, 1)))
def test_nothing_is_allowed_after_its_last_day(end: PartialDate, day: date) -> None:
    assert Period(None, end).allows(day) == (day <= end.last_day)


def test_the_last_day_itself_counts() -> None:
    period = Period(PartialDate(2020, 1, 1), PartialDate(2020, 1, 31))
    assert period.allows(date(2020, 1, 31))
    assert not period.allows(date(2020, 2, 1))


def test_a_less_precise_date_agrees_and_a_rival_one_does_not() -> None:
    assert PartialDate(2024).agrees_with(PartialDate(2024, 6, 25))
    assert not PartialDate(2024, 5).agrees_with(PartialDate(2024, 6, 25))


def test_a_month_is_not_a_day() -> None:
    with pytest.raises(BadDate):
        parse_day("2024-06")
