from __future__ import annotations

import csv
import io
import time
from statistics import median
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import httpx

    from comity.knowledge import KnowledgeGraph

PAGE = {"Accept": "text/html"}


def walk(client: httpx.Client, address: str | None) -> list[dict[str, object]]:
    items: list[dict[str, object]] = []
    while address:
        found = client.get(address, headers={"Accept": "application/json"}).json()
        assert set(found) == {"items", "total", "next"}
        items += found["items"]
        address = found["next"]
    return items


def test_claims_are_those_of_the_knowledge_graph(client: httpx.Client, kg: KnowledgeGraph) -> None:
    found = walk(client, "/claims?subject=nation/bhr&limit=7")
    listed = kg.claims(subject="nation/bhr", ids=True)
    assert [each["claim"] for each in found] == sorted(listed["claim"])
    by_claim = listed.set_index("claim")
    for each in found:
        row = by_claim.loc[str(each["claim"])]
        assert each["verdict"] == row["verdict"]
        assert each["sources"] == row["sources"]


@pytest.mark.parametrize(
    "filters",
    [
        {"predicate": "signatory_of", "object": "accord/artemis-accords"},
        {"source": "nasa-50"},
        {"verdict": "disputed"},
        {"subject": "nation/fra", "votes": "true"},
        {"predicate": "planned_launch"},
    ],
)
@pytest.mark.parametrize("day", [None, "2023-10-02"])
def test_filters_and_days_give_as_many_claims_as_the_knowledge_graph(
    client: httpx.Client, kg: KnowledgeGraph, filters: dict[str, str], day: str | None
) -> None:
    found = client.get("/claims", params={**filters, **({"as-of": day} if day else {})}).json()
    wanted = {**filters, "votes": filters.get("votes") == "true"}
    assert found["total"] == len(kg.claims(as_of=day, **wanted))  # type: ignore[arg-type]


def test_a_finer_relation_counts_for_a_general_one(client: httpx.Client) -> None:
    finer = client.get("/claims?predicate=signatory_of&limit=1").json()["total"]
    general = client.get("/claims?predicate=member_of&limit=1").json()["total"]
    assert 0 < finer < general


def test_claims_come_as_csv(client: httpx.Client) -> None:
    response = client.get("/claims?verdict=disputed&format=csv&limit=1000")
    rows = list(csv.DictReader(io.StringIO(response.text)))
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert {row["verdict"] for row in rows} == {"disputed"}
    assert len(rows) == client.get("/claims?verdict=disputed").json()["total"]


def test_a_page_leads_to_the_next_and_the_one_before(client: httpx.Client) -> None:
    page = client.get("/claims?subject=nation/usa&limit=10&offset=10", headers=PAGE).text
    assert 'rel="next" href="/claims?subject=nation%2Fusa&amp;limit=10&amp;offset=20"' in page
    assert 'rel="prev" href="/claims?subject=nation%2Fusa&amp;limit=10"' in page


def test_beyond_the_end_there_is_nothing(client: httpx.Client) -> None:
    found = client.get("/claims?subject=nation/bhr&offset=5000").json()
    assert found["items"] == []
    assert found["total"] > 0
    assert found["next"] is None


def test_a_merged_id_is_followed_in_a_filter(client: httpx.Client) -> None:
    old = client.get("/claims?subject=agency/abe-bolivia").json()
    assert old["items"] == client.get("/claims?subject=agency/abe").json()["items"] != []


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("subject=nation/nowhere", "subject"),
        ("subject=Nowhere", "subject"),
        ("object=claim/a", "object"),
        ("predicate=signatory", "predicate"),
        ("verdict=true", "verdict"),
        ("source=nowhere", "source"),
        ("source=No%20where", "source"),
        ("limit=0", "limit"),
        ("limit=1001", "limit"),
        ("limit=-1", "limit"),
        ("limit=١", "limit"),
        ("offset=a", "offset"),
        ("votes=maybe", "votes"),
        ("subjct=nation/chn", "subjct"),
    ],
)
def test_a_wrong_parameter_is_named(client: httpx.Client, query: str, parameter: str) -> None:
    response = client.get(f"/claims?{query}")
    assert response.status_code == 400
    assert response.json()["parameter"] == parameter


def test_sources_have_the_number_of_their_claims(client: httpx.Client) -> None:
    found = walk(client, "/sources?limit=1000")
    assert len(found) == client.get("/sources?limit=1").json()["total"]
    counts = {each["id"]: each["claims"] for each in found}
    listed = client.get("/claims?source=nasa-50&votes=true").json()["total"]
    assert counts["source/nasa-50"] == listed


def test_sources_of_a_class(client: httpx.Client) -> None:
    found = walk(client, "/sources?class=depositary")
    assert {each["class"] for each in found} == {"depositary"}
    assert client.get("/sources?class=nope").json()["parameter"] == "class"


def test_a_day_leaves_out_claims_of_a_source(client: httpx.Client) -> None:
    def count(address: str) -> object:
        return {each["id"]: each["claims"] for each in walk(client, address)}["source/nasa-50"]

    assert count("/sources?limit=1000&as-of=2019-01-01") == 0
    assert count("/sources?limit=1000") != 0


def test_search_finds_what_the_knowledge_graph_finds(
    client: httpx.Client, kg: KnowledgeGraph
) -> None:
    found = client.get("/search", params={"q": "Chang’e 6"}).json()
    assert [each["id"] for each in found["items"]] == [match.id for match in kg.find("Chang’e 6")]


def test_search_forgives_slips_and_completion_does_not(client: httpx.Client) -> None:
    assert client.get("/search?q=Artmis+Acords").json()["total"] > 0
    assert client.get("/search?q=Artmis+Acords&prefix=true").json()["total"] == 0


def test_a_list_of_matches_goes_on(client: httpx.Client) -> None:
    found = walk(client, "/search?q=s&prefix=true&kind=nation&limit=10")
    assert len(found) == client.get("/search?q=s&prefix=true&kind=nation").json()["total"] > 10
    assert {each["kind"] for each in found} == {"nation"}


def test_completion_is_fast_enough_to_type_by(client: httpx.Client) -> None:
    times, nothing = [], []  # of completions, and of answers that ask for nothing
    for letters in ("c", "ch", "cha", "chan", "m", "mo", "moo", "sa", "sat", "a"):
        began = time.perf_counter()
        assert client.get("/search", params={"q": letters, "prefix": "true"}).status_code == 200
        times.append(time.perf_counter() - began)
        assert client.get("/health").status_code == 200
        nothing.append(time.perf_counter() - began - times[-1])
    assert median(times) < 0.05 + 5 * median(nothing)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("", "q"), ("q=", "q"), ("q=a&kind=comet", "kind"), ("q=a&prefix=yes", "prefix")],
)
def test_a_search_needs_words_and_a_kind_that_exists(
    client: httpx.Client, query: str, parameter: str
) -> None:
    response = client.get(f"/search?{query}")
    assert response.status_code == 400
    assert response.json()["parameter"] == parameter


def test_a_page_without_words_is_a_form(client: httpx.Client) -> None:
    response = client.get("/search", headers=PAGE)
    assert response.status_code == 200
    assert '<input id="q" name="q"' in response.text


def test_a_search_finds_nothing_in_words(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "<b>xyzzy</b>"}, headers=PAGE).text
    assert "Nothing is called “&lt;b&gt;xyzzy&lt;/b&gt;”" in page
