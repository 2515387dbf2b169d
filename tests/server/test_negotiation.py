import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.server.formats import FORMATS, GRAPHS, SOLUTIONS
from comity.server.negotiation import acceptable

OFFERED = (*SOLUTIONS, *GRAPHS)


@pytest.mark.parametrize(
    ("accept", "first"),
    [
        (None, "json"),
        ("", "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("text/turtle", "turtle"),
        ("application/sparql-results+xml", "xml"),
        ("application/json", "json"),
        ("text/*", "csv"),
        ("text/csv;q=0.1, text/tab-separated-values;q=0.9", "tsv"),
        ("application/sparql-results+json;q=0.2,*/*;q=0.1", "json"),
        ("TEXT/CSV; q=1.0", "csv"),
        ("application/n-triples, */*;q=0.5", "ntriples"),
    ],
)
def test_the_best_format_comes_first(accept: str | None, first: str) -> None:
    assert acceptable(accept, OFFERED)[0] == first


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0", "text/csv;q=none", ";;"])
def test_what_nobody_takes_is_not_offered(accept: str) -> None:
    assert acceptable(accept, ["csv"]) == ()


def test_a_more_exact_range_counts_before_a_wider_one() -> None:
    accept = "text/*;q=0.9, text/csv;q=0, */*;q=0.1"
    found = acceptable(accept, ["csv", "tsv", "jsonld"])
    assert found == ("tsv", "jsonld")


def test_each_media_type_leads_to_its_format() -> None:
    for name in OFFERED:
        assert acceptable(FORMATS[name].media_type, OFFERED)[0] == name


@given(st.text(max_size=60))
def test_any_header_is_understood_somehow(accept: str) -> None:
    assert set(acceptable(accept, OFFERED)) <= set(OFFERED)
