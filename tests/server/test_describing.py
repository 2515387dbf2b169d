from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Store, parse

from comity.rdf.namespaces import PREFIXES
from comity.resources import ontology_folder

if TYPE_CHECKING:
    import httpx

    from comity.knowledge import KnowledgeGraph


@pytest.fixture(scope="module")
def described(client: httpx.Client) -> Store:
    store = Store()
    content = client.get("/sparql", headers={"Accept": "text/turtle"}).content
    store.extend(parse(content, format=RdfFormat.TURTLE))
    return store


def value(store: Store, text: str) -> object:
    (row,) = store.query(text, prefixes=PREFIXES)  # type: ignore[misc]  # a SELECT
    return row[0].value


def test_the_service_says_where_it_is_and_what_it_speaks(described: Store, server: str) -> None:
    service = f"{server}/sparql"
    text = f"""ASK {{ <{service}> a sd:Service ; sd:endpoint <{service}> ;
        sd:supportedLanguage sd:SPARQL11Query ; sd:feature sd:UnionDefaultGraph ;
        sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON> ;
        sd:defaultDataset [ sd:defaultGraph [ a sd:Graph ] ] ;
        dcat:endpointURL <{service}> ; dcat:servesDataset [ a void:Dataset , dcat:Dataset ] }}"""
    assert described.query(text, prefixes=PREFIXES)


def test_its_counts_are_what_a_query_counts(client: httpx.Client, described: Store) -> None:
    counts = """SELECT ?name ?count WHERE {
        ?part a sd:NamedGraph ; sd:name ?name . ?name a sd:Graph ; void:triples ?count }"""
    told = {
        row["name"].value: int(row["count"].value)
        for row in described.query(counts, prefixes=PREFIXES)
    }
    text = (
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o . FILTER (!isTriple(?o)) } } GROUP BY ?g"
    )
    rows = client.get("/sparql", params={"query": text}).json()["results"]["bindings"]
    assert told == {row["g"]["value"]: int(row["n"]["value"]) for row in rows}


def test_it_names_the_release(described: Store, kg: KnowledgeGraph) -> None:
    text = "SELECT ?hash { ?release a dcat:Dataset ; comity:snapshotHash ?hash }"
    assert value(described, text) == kg.manifest.sha256


def test_it_has_no_blank_nodes(described: Store) -> None:
    assert not any(isinstance(end, BlankNode) for quad in described for end in quad)


def test_it_stands_at_the_well_known_address_too(client: httpx.Client) -> None:
    here = client.get("/.well-known/void?format=ntriples").text
    there = client.get("/sparql", headers={"Accept": "application/n-triples"}).text
    assert set(here.splitlines()) == set(there.splitlines())


@pytest.mark.parametrize("host", ["a b", "<x>", 'x"y', "{host}"])
def test_a_host_that_is_none_is_not_written(client: httpx.Client, host: str) -> None:
    response = client.get("/.well-known/void", headers={"Host": host})
    assert response.status_code == 200
    assert host not in response.text


def test_who_asks_the_home_page_for_rdf_is_led_to_the_description(client: httpx.Client) -> None:
    response = client.get("/?as-of=2024-01-01", headers={"Accept": "text/turtle"})
    assert response.status_code == 303
    assert response.headers["location"] == "/.well-known/void?as-of=2024-01-01"
    assert client.get("/", headers={"Accept": "text/html"}).status_code == 200


def test_shapes_and_context_are_those_of_the_ontology(client: httpx.Client) -> None:
    shapes = Store()
    shapes.load(client.get("/ns/shapes.ttl").content, format=RdfFormat.TURTLE)
    folder = ontology_folder()
    expected = Store()
    for path in folder.glob("shapes/*.ttl"):
        expected.load(path.read_bytes(), format=RdfFormat.TURTLE)
    kind = NamedNode("http://www.w3.org/ns/shacl#NodeShape")
    count = sum(1 for _ in shapes.quads_for_pattern(None, None, kind))
    assert count
    assert len(shapes) == len(expected)
    context = client.get("/ns/context.jsonld")
    assert context.json() == json.loads((folder / "context.jsonld").read_bytes())
    assert client.get("/ns/odd.ttl").status_code == 404
