from __future__ import annotations

import csv
import io
import shlex
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from comity.queries.named import NamedQuery, Parameter, named_queries
from comity.server.limits import Limits
from comity.server.messages import Request
from comity.server.questions import question_page

if TYPE_CHECKING:
    import httpx

    from comity.knowledge import KnowledgeGraph

PAGE = {"Accept": "text/html"}
QUERIES = named_queries()


def rows_of(response: httpx.Response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.text)))


def test_the_list_names_every_query_with_its_parameters(client: httpx.Client) -> None:
    found = client.get("/queries").json()
    assert [each["name"] for each in found["items"]] == list(QUERIES)
    assert found["total"] == len(QUERIES)
    members = next(each for each in found["items"] if each["name"] == "is-it-true")
    assert members["parameters"][0]["default"] == "nation/tur"
    page = client.get("/queries", headers=PAGE).text
    assert all(f'href="/queries/{name}"' in page for name in QUERIES)


def test_an_answer_is_that_of_the_knowledge_graph(client: httpx.Client, kg: KnowledgeGraph) -> None:
    response = client.get("/queries/artemis-signatories?as-of=2023-10-02&format=csv")
    names = [row["name"] for row in rows_of(response)]
    assert names == list(kg.as_of("2023-10-02").ask("artemis-signatories")["name"])
    assert len(names) == 29


def test_all_formats_have_as_many_rows(client: httpx.Client) -> None:
    address = "/queries/artemis-signatories?as-of=2023-10-02"
    found = client.get(address).json()
    assert len(found["results"]["bindings"]) == 29
    assert len(client.get(f"{address}&format=tsv").text.splitlines()) == 30
    assert client.get(f"{address}&format=xml").text.count("<result>") == 29
    page = client.get(address, headers=PAGE).text
    assert "29 rows." in page
    assert page.count("<tr>") == 30


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_has_a_page(client: httpx.Client, name: str) -> None:
    page = client.get(f"/queries/{name}", headers=PAGE)
    assert page.status_code == 200, page.text
    for each in QUERIES[name].parameters:
        assert f'name="{each.name}"' in page.text
        assert f'for="p-{each.name}"' in page.text


def test_the_form_is_shown_when_something_must_be_given(
    toy: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    parameter = Parameter("who", "nation", None, "the nation")
    query = NamedQuery("asked", "Asked", "Who?", (parameter,), "ASK { $who ?p ?o }\n")
    monkeypatch.setattr("comity.server.questions.named_query", lambda _: query)
    place = {"page": {"path": "/queries/asked", "parameters": []}, "base": "http://x"}
    asked = Request("question_page", {"name": "asked", "parameters": {}, **place}, ("html",))
    reply = question_page(toy, asked, Limits())
    assert b"Fill in the form" in reply.body
    assert b'name="who" value="" ' in reply.body
    assert b" required>" in reply.body
    assert "problem" not in reply.details


def test_fields_have_the_types_of_their_parameters(client: httpx.Client) -> None:
    page = client.get("/queries/parties-on?day=2020-01-01", headers=PAGE).text
    assert '<input type="date" id="p-day" name="day" value="2020-01-01">' in page
    assert '<datalist id="p-treaty-list">' in page or '<datalist id="p-accord-list">' in page


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/queries/is-it-true?actor=nation/nowhere", "actor"),
        ("/queries/is-it-true?actor=nowhere", "actor"),
        ("/queries/is-it-true?actr=nation/tur", "actr"),
        ("/queries/parties-on?day=2020-13-01", "day"),
        ("/queries/parties-on?day=2020", "day"),
        ("/queries/parties-on?day=2020-01-01&as-of=2021-01-01", "day"),
    ],
)
def test_a_wrong_parameter_is_named_to_programs_and_readers(
    client: httpx.Client, address: str, parameter: str
) -> None:
    told = client.get(address)
    assert told.status_code == 400
    assert told.json()["parameter"] == parameter
    page = client.get(address, headers=PAGE)
    assert page.status_code == 400
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert parameter in page.text
    assert 'class="problem"' in page.text


def test_a_parameter_twice_is_refused(client: httpx.Client) -> None:
    response = client.get("/queries/is-it-true?actor=nation/tur&actor=nation/chn")
    assert response.status_code == 400
    assert "given 2 times" in response.json()["detail"]


def test_an_unknown_query_offers_the_nearest(client: httpx.Client) -> None:
    response = client.get("/queries/artemis-signatory")
    assert response.status_code == 404
    assert response.json()["nearest"][0] == "artemis-signatories"


def test_the_line_for_curl_gets_the_answer(client: httpx.Client) -> None:
    address = "/queries/is-it-true?actor=nation%2Fchn&as-of=2024-01-01"
    page = client.get(address, headers=PAGE).text
    line = page.partition('<pre tabindex="0">curl ')[2].partition("</pre>")[0]
    (target,) = shlex.split(line.replace("&#39;", "'").replace("&amp;", "&"))
    parts = urlsplit(target)
    assert str(client.base_url).rstrip("/") == f"{parts.scheme}://{parts.netloc}"
    answer = client.get(f"{parts.path}?{parts.query}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    expected = client.get(address, headers={"Accept": "text/csv"})
    assert answer.text == expected.text


def test_links_carry_the_day(client: httpx.Client) -> None:
    page = client.get("/queries/artemis-signatories?as-of=2023-10-02", headers=PAGE).text
    assert 'href="/id/nation/jpn?as-of=2023-10-02"' in page
    assert 'href="/queries?as-of=2023-10-02"' in page
    assert '<input type="hidden" name="as-of" value="2023-10-02">' in page


def test_sparql_has_a_page_with_its_text_and_a_table(client: httpx.Client) -> None:
    text = 'SELECT ?n ?l { ?n a comity:Nation ; rdfs:label ?l . FILTER (?l = "China"@en) }'
    page = client.get("/sparql", params={"query": text}, headers=PAGE).text
    assert "1 row." in page
    assert 'href="/id/nation/chn"' in page
    assert "FILTER (?l = &#34;China&#34;@en)" in page


@pytest.mark.parametrize(("text", "shown"), [("ASK {}", "Yes"), ("ASK { ?s <urn:no> ?o }", "No")])
def test_a_yes_or_no_is_a_word(client: httpx.Client, text: str, shown: str) -> None:
    page = client.get("/sparql", params={"query": text}, headers=PAGE).text
    assert f'<p class="answer">{shown}</p>' in page


def test_a_graph_is_a_table_of_triples(client: httpx.Client) -> None:
    text = "CONSTRUCT { nation:chn ?p ?o } { nation:chn rdfs:label ?o ; ?p ?o }"
    page = client.get("/sparql", params={"query": text}, headers=PAGE).text
    assert "1 triple." in page
    assert "format=turtle" in page


def test_many_rows_are_cut_on_a_page_and_whole_as_data(client: httpx.Client) -> None:
    text = "SELECT ?c { ?c a comity:Claim } LIMIT 1500"
    page = client.get("/sparql", params={"query": text}, headers=PAGE).text
    assert "The first 1,000 rows; " in page
    assert page.count("<tr>") == 1_001
    data = client.get("/sparql", params={"query": text, "format": "csv"}).text
    assert len(data.splitlines()) == 1_501


def test_a_mistake_is_shown_beside_the_text(client: httpx.Client) -> None:
    page = client.get("/sparql", params={"query": "SELECT * { ?s ?p }"}, headers=PAGE)
    assert page.status_code == 400
    assert "etag" not in page.headers
    assert "SELECT * { ?s ?p }</textarea>" in page.text
    assert 'role="alert"' in page.text


def test_what_is_refused_is_told_on_a_page(client: httpx.Client) -> None:
    refused = client.get(
        "/sparql", params={"query": "SELECT * { SERVICE <http://x/> {} }"}, headers=PAGE
    )
    assert refused.status_code == 403


def test_without_a_query_a_reader_gets_a_form_and_a_program_a_description(
    client: httpx.Client,
) -> None:
    assert "<textarea" in client.get("/sparql", headers=PAGE).text
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert response.headers["content-type"] == "text/turtle; charset=utf-8"
