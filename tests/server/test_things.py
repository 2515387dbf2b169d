from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from comity.knowledge.grouping import record
from comity.rdf import terms
from comity.rdf.namespaces import iri

if TYPE_CHECKING:
    import httpx

    from comity.knowledge import KnowledgeGraph

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
}
PAGE = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def triples(response: httpx.Response, form: str) -> set[Triple]:
    return {quad.triple for quad in parse(response.content, format=FORMATS[form])}


@pytest.mark.parametrize("thing", ["nation/bhr", "mission/change-6", "restriction/wolf-amendment"])
def test_json_of_a_thing_is_what_the_command_line_shows(
    client: httpx.Client, kg: KnowledgeGraph, thing: str
) -> None:
    found = client.get(f"/id/{thing}", headers={"Accept": "application/json"}).json()
    assert found == json.loads(json.dumps(record(kg.profile(thing))))


def test_a_day_is_looked_at(client: httpx.Client, kg: KnowledgeGraph) -> None:
    found = client.get("/id/nation/bhr", params={"as-of": "2022-01-01", "format": "json"}).json()
    assert found == json.loads(json.dumps(record(kg.as_of("2022-01-01").profile("nation/bhr"))))
    assert not any(tie["object"] == "accord/artemis-accords" for tie in found["ties"])


def test_all_formats_of_rdf_say_the_same(client: httpx.Client) -> None:
    address = "/id/mission/change-6"
    found = {form: client.get(address, params={"format": form}) for form in FORMATS}
    assert {response.status_code for response in found.values()} == {200}
    sets = {form: triples(response, form) for form, response in found.items()}
    assert sets["turtle"]
    assert all(each == sets["turtle"] for each in sets.values())


def test_rdf_of_a_thing_has_its_claims_and_labels(client: httpx.Client) -> None:
    found = triples(client.get("/id/nation/bhr", headers={"Accept": "text/turtle"}), "turtle")
    claim = iri("claim/bhr-signatory-of-artemis-accords")
    assert Triple(claim, terms.SUBJECT, iri("nation/bhr")) in found
    labelled = {each.subject for each in found if each.predicate == terms.LABEL}
    assert {iri("nation/bhr"), iri("accord/artemis-accords")} <= labelled
    assert not any(isinstance(each.object, Triple) for each in found)


def test_rdf_of_a_claim_has_its_attestations(client: httpx.Client) -> None:
    address = "/id/claim/bhr-signatory-of-artemis-accords"
    found = triples(client.get(address), "turtle")
    said = iri("attestation/bhr-signatory-of-artemis-accords.nasa-bahrain")
    assert Triple(said, terms.DERIVED_FROM, iri("source/nasa-bahrain")) in found


def test_json_of_a_claim_explains_its_verdict(client: httpx.Client, kg: KnowledgeGraph) -> None:
    address = "/id/claim/bhr-signatory-of-artemis-accords"
    found = client.get(address, params={"format": "json"}).json()
    explained = kg.explain("claim/bhr-signatory-of-artemis-accords")
    assert (found["verdict"], found["reason"]) == (explained.verdict, explained.reason)
    assert len(found["attestations"]) == len(explained.attestations)


def test_the_page_of_a_claim_has_what_decides(client: httpx.Client) -> None:
    page = client.get("/id/claim/tur-member-of-ilrs", headers=PAGE).text
    assert "Verdict: disputed" in page
    assert "Affirmed by" in page
    assert "Denied by" in page
    assert 'href="/id/source/' in page


def test_the_page_of_a_claim_says_when_it_does_not_hold(client: httpx.Client) -> None:
    address = "/id/claim/bhr-signatory-of-artemis-accords"
    before = client.get(address, params={"as-of": "2020-01-01"}, headers=PAGE).text
    after = client.get(address, params={"as-of": "2023-01-01"}, headers=PAGE).text
    assert "This claim does not hold as of 2020-01-01" in before
    assert "does not hold" not in after


def test_a_source_tells_of_its_claims(client: httpx.Client) -> None:
    page = client.get("/id/source/nasa-50", headers=PAGE).text
    assert 'href="/id/claim/' in page
    found = client.get("/id/source/nasa-50", params={"format": "json"}).json()
    listed = client.get("/claims", params={"source": "nasa-50", "votes": "true"}).json()
    assert found["claims"] == listed["total"] > 0
    rdf = triples(client.get("/id/source/nasa-50"), "turtle")
    assert any(each.object == iri("source/nasa-50") for each in rdf)


def test_an_attestation_leads_to_its_place_on_the_page_of_the_claim(client: httpx.Client) -> None:
    slug = "bhr-signatory-of-artemis-accords.nasa-bahrain"
    page = client.get(f"/id/attestation/{slug}", headers=PAGE)
    assert page.status_code == 303
    target = f"/id/claim/bhr-signatory-of-artemis-accords#{slug}"
    assert page.headers["location"] == target
    assert f'id="{slug}"' in client.get(target, headers=PAGE).text
    found = client.get(f"/id/attestation/{slug}", params={"format": "json"}).json()
    assert found["source"] == "source/nasa-bahrain"


def test_a_merged_id_leads_to_the_one_of_today(client: httpx.Client) -> None:
    moved = client.get("/id/agency/abe-bolivia", params={"as-of": "2024-01-01"}, headers=PAGE)
    assert moved.status_code == 301
    assert moved.headers["location"] == "/id/agency/abe?as-of=2024-01-01"


@pytest.mark.parametrize("kind", ["claim", "source"])
def test_short_addresses_lead_to_ids(client: httpx.Client, kind: str) -> None:
    moved = client.get(f"/{kind}s/nasa-50?format=json")
    assert moved.status_code == 301
    assert moved.headers["location"] == f"/id/{kind}/nasa-50?format=json"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/id/nation/chna", "unknown-name"),
        ("/id/claim/no-such-claim", "unknown-name"),
        ("/id/source/no-such-source", "unknown-name"),
        ("/id/attestation/a.b", "unknown-name"),
        ("/id/comet/halley", "no-such-page"),
        ("/id/nation/CHN", "no-such-page"),
        ("/id/nation/..%2f..%2fetc", "no-such-page"),
        ("/id/nation/%3Cscript%3E", "no-such-page"),
        ("/claims/%20", "no-such-page"),
    ],
)
def test_what_is_not_there_is_told(client: httpx.Client, path: str, kind: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"].endswith(f"/problems/{kind}")


def test_the_nearest_ids_are_offered_as_links(client: httpx.Client) -> None:
    assert client.get("/id/agency/cnsaa").json()["nearest"][0] == "agency/cnsa"
    page = client.get("/id/agency/cnsaa", headers=PAGE)
    assert page.status_code == 404
    assert '<a href="/id/agency/cnsa">agency/cnsa</a>' in page.text


def test_no_iri_of_the_data_leads_nowhere(client: httpx.Client) -> None:
    found = triples(client.get("/id/restriction/wolf-amendment"), "turtle")
    ours = {
        end.value.removeprefix("https://w3id.org/comity")
        for triple in found
        for end in (triple.subject, triple.predicate, triple.object)
        if isinstance(end, NamedNode) and end.value.startswith("https://w3id.org/comity/id/")
    }
    assert len(ours) > 5
    for path in sorted(ours):
        assert client.get(path).status_code == 200, path


def test_a_prohibition_has_a_page_with_its_words(client: httpx.Client) -> None:
    address = "/id/prohibition/wolf-amendment-fy2012-bilateral"
    page = client.get(address, headers=PAGE).text
    assert "Public Law 112-55, division B, section 539(a)" in page
    assert "/id/restriction/wolf-amendment" in page
    assert "not legal advice" in page
    told = client.get(address, params={"format": "json"}).json()
    assert told["restriction"] == "restriction/wolf-amendment"
    assert told["facts"]["kind of exemption"] == ["certification"]
    assert told["facts"]["lead time in days"] == ["14"]
    found = triples(client.get(address, headers={"Accept": "text/turtle"}), "turtle")
    owner, rule = iri("restriction/wolf-amendment"), iri(address.removeprefix("/id/"))
    assert Triple(owner, terms.PROHIBITION, rule) in found


def test_a_precedent_has_one_too(client: httpx.Client) -> None:
    told = client.get("/id/precedent/rashid-2-change-7-2023", params={"format": "json"}).json()
    assert told["restriction"] == "restriction/itar"
    assert told["facts"]["outcome of a case"] == ["prevented"]


def test_an_unknown_prohibition_is_not_found(client: httpx.Client) -> None:
    answer = client.get("/id/prohibition/of-nothing", headers=PAGE)
    assert answer.status_code == 404
    assert "rules-between" in answer.text


def test_the_page_of_a_claim_names_things_and_says_what_its_verdict_means(
    client: httpx.Client,
) -> None:
    text = client.get("/id/claim/tur-member-of-ilrs", headers={"Accept": "text/html"}).text
    assert '<a href="/id/nation/tur">Türkiye</a>' in text
    assert '<a href="/id/source/tass-12">“Twelve countries' in text
    assert "Disputed means: sources of standing disagree" in text


def test_the_page_of_a_thing_leads_to_its_ties_and_on(client: httpx.Client) -> None:
    text = client.get("/id/nation/chn", headers={"Accept": "text/html"}).text
    assert 'href="#ties-1"' in text
    assert 'id="ties-1"' in text
    assert 'href="/path?one=nation/chn"' in text.replace("%2F", "/")
