"""Pathways over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import httpx

    from comity.knowledge import KnowledgeGraph

ASKED = ("agency/nasa", "agency/cnsa")


def test_http_gives_what_python_gives(client: httpx.Client, kg: KnowledgeGraph) -> None:
    terms = {"one": ASKED[0], "other": ASKED[1], "as-of": "2019-01-03", "format": "json"}
    found = client.get("/path", params=terms).json()
    answer = kg.path(*ASKED, as_of="2019-01-03")
    assert found["status"] == answer.ruling.status
    assert [each["actors"] for each in found["routes"]] == [
        list(each.actors) for each in answer.routes
    ]
    assert found["caveat"] == answer.caveat


def test_the_page_says_the_answer_and_escapes_what_is_asked(client: httpx.Client) -> None:
    terms = {"one": "agency/mbrsc", "other": "agency/cnsa", "activity": "hosted_payload",
             "parts-from": "nation/usa", "as-of": "2023-03-20"}  # fmt: skip
    page = client.get("/path", params=terms, headers={"Accept": "text/html"}).text
    for words in ("Needs an exemption", "Way out:", "not legal advice", "/id/claim/"):
        assert words in page
    form = client.get("/path", headers={"Accept": "text/html"})
    assert form.status_code == 200
    assert "<form" in form.text
    hostile = {"one": "<script>", "other": "agency/cnsa"}
    wrong = client.get("/path", params=hostile, headers={"Accept": "text/html"})
    assert wrong.status_code == 400
    assert "<script>" not in wrong.text


def test_http_offers_who_may_be_meant_to_programs_too(client: httpx.Client) -> None:
    told = client.get("/path", params={"one": "NASA", "other": "agency/cnsa"}).json()
    assert told["detail"] == "the parameter one: no thing 'NASA'; did you mean agency/nasa?"
    assert told["nearest"] == ["agency/nasa"]
    wrong = client.get("/path", params={"one": "agency/nasa", "as-of": "2024-13-01"}).json()
    assert (wrong["title"], wrong["parameter"]) == ("Wrong parameter", "as-of")


@pytest.mark.parametrize(
    ("terms", "status", "words"),
    [
        ({"one": "agency/nasa"}, 400, "other"),
        ({"one": "agency/nasa", "other": "agency/nasaa"}, 400, "did you mean agency/nasa"),
        ({"one": "agency/nasa", "other": "agency/nasa"}, 400, "one actor"),
        ({"one": "agency/nasa", "other": "agency/cnsa", "activity": "x"}, 400, "launch"),
        ({"one": "agency/nasa", "other": "agency/cnsa", "alternatives": "99"}, 400, "from 1 to 20"),
        ({"one": "agency/nasa", "other": "agency/cnsa", "with": "a b c"}, 400, "not a relation"),
    ],
)
def test_http_says_what_is_wrong(
    client: httpx.Client, terms: dict[str, str], status: int, words: str
) -> None:
    found = client.get("/path", params=terms)
    assert found.status_code == status
    assert words in found.json()["detail"]


def test_an_actor_may_be_given_by_its_name(client: httpx.Client) -> None:
    names = {"one": "national aeronautics and space administration", "other": "China"}
    ids = {"one": "agency/nasa", "other": "nation/chn"}
    found = [client.get("/path", params={**each, "format": "json"}) for each in (names, ids)]
    assert [each.status_code for each in found] == [200, 200]
    assert found[0].json() == found[1].json()


def test_the_form_leads_to_examples(client: httpx.Client) -> None:
    text = client.get("/path", headers={"Accept": "text/html"}).text
    assert text.count('<li><a href="/path?one=') == 3
    assert '<option value="agency/nasa">' in text
