from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import BadDate
from comity.rdf.spans import Span, covering

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
SPANS = st.builds(Span, st.integers(1, 400), st.sampled_from(["day", "month", "year"]))


@given(SPANS)
def test_a_span_is_read_as_it_is_written(span: Span) -> None:
    assert Span.parse(str(span)) == span


def test_no_text_is_no_time() -> None:
    assert Span.parse("").after(date(1967, 10, 10)) == date(1967, 10, 10)


@pytest.mark.parametrize("text", ["0 days", "thirty days", "30", "1 week", "-1 day", "1 year "])
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises(BadDate):
        Span.parse(text)


@pytest.mark.parametrize(
    ("text", "day", "after"),
    [
        ("30 days", "2012-07-18", "2012-08-17"),
        ("1 year", "2023-01-05", "2024-01-05"),
        ("1 year", "2024-02-29", "2025-02-28"),
        ("1 month", "2023-01-31", "2023-02-28"),
        ("11 months", "2023-03-01", "2024-02-01"),
    ],
)
def test_days_after(text: str, day: str, after: str) -> None:
    assert str(Span.parse(text).after(date.fromisoformat(day))) == after


@given(SPANS, DAYS, DAYS)
def test_what_is_earlier_has_its_effect_no_later(span: Span, one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert first < span.after(first) <= span.after(second)


@given(DAYS, st.integers(0, 800))
def test_a_covering_date_covers(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = covering(first, last)
    if found is None:
        assert first.year != last.year
    else:
        assert found.first_day <= first <= last <= found.last_day
