"""Each construct of SPARQL 1.1 touches what it can match, and nothing that it needs is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from comity.errors import QueryRefused
from comity.rdf.patterns import Beside, Match, Renamed, Scope, Values, Within
from comity.rdf.query_algebra import touched_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.rdf.patterns import Part, Term

START = "http://x.example/"
PREFIX = f"PREFIX : <{START}>\n"

GROUPS = {
    ":a :p ?x": [":a :p ?x"],
    ":a ?p ?x . ?x ?q ?y": [":a ?p ?x", "?x ?q ?y"],
    "?x :p 'text', 'mot'@fr": ['?x :p "text"', '?x :p "mot"@fr'],
    # a number or a day stands for any term: stores write them anew
    "?x :p 01, '2024'^^<http://www.w3.org/2001/XMLSchema#gYear>": ["?x :p *", "?x :p *"],
    "?x :p [ :q ?y ]": ["?x :p _", "_ :q ?y"],
    "?x :p ?y . FILTER (?y > 3) BIND (?y + 1 AS ?z)": ["?x :p ?y"],
    "VALUES ?x { :a :b }": [],
    "?x :p ?y OPTIONAL { ?y :q ?z FILTER (?z > 1) }": ["?x :p ?y", "?y :q ?z"],
    "?x :p ?y MINUS { ?y :q ?z }": ["?x :p ?y", "?y :q ?z"],
    "{ ?x :p ?y } UNION { ?x :q ?y }": ["?x :p ?y", "?x :q ?y"],
    "GRAPH :g { ?x :p ?y } ?y :q ?z": ["in :g ?x :p ?y", "?y :q ?z"],
    "GRAPH ?g { ?x :p ?y OPTIONAL { ?y :q ?z } }": ["in ?g ?x :p ?y", "in ?g ?y :q ?z"],
    "GRAPH :g { ?x :p ?y FILTER NOT EXISTS { ?y :q ?z } }": ["in :g ?x :p ?y", "in :g ?y :q ?z"],
    "?x :p ?y FILTER EXISTS { ?y :q ?z }": ["?x :p ?y", "?y :q ?z"],
    "?x :p ?y FILTER (?y = 1 || ! EXISTS { ?y :q ?z })": ["?x :p ?y", "?y :q ?z"],
    "?x :p ?y FILTER EXISTS { ?y :q ?z MINUS { ?z :r ?u FILTER EXISTS { ?u :s ?x } } }": [
        "?x :p ?y",
        "?y :q ?z",
        "?z :r ?u",
        "?u :s ?x",
    ],
    "?x :p ?y OPTIONAL { ?y :q ?z FILTER EXISTS { ?z :r ?x } }": [
        "?x :p ?y",
        "?y :q ?z",
        "?z :r ?x",
    ],
    "?x :p ?y BIND (EXISTS { ?y :q/:r ?z } AS ?has)": ["?x :p ?y", "?y :q *", "* :r ?z"],
    "{ SELECT ?x (COUNT(?y) AS ?n) { ?x :p ?y } GROUP BY ?x HAVING (COUNT(?y) > 1) }": ["?x :p ?y"],
    "{ SELECT ?x { ?x :p ?y } ORDER BY EXISTS { ?y :q ?z } LIMIT 1 }": ["?x :p ?y", "?y :q ?z"],
    "{ SELECT ?x (EXISTS { ?x :q* :b } AS ?e) { ?x :p ?y } }": [
        "?x :p ?y",
        "* :q *",
        ":b * *",
        "* * :b",
    ],
    "{ SELECT (SUM(IF(EXISTS { ?y :q ?z }, 1, 0)) AS ?n) { ?x :p ?y } }": ["?x :p ?y", "?y :q ?z"],
    # rdflib names variables in HAVING anew
    "{ SELECT ?x { ?x :p ?y } GROUP BY ?x HAVING (EXISTS { ?x :q ?z }) }": [
        "?x :p ?y",
        "?__agg_1__ :q ?__agg_2__",
    ],
    "?x ^:p ?y": ["?y :p ?x"],
    "?x :p/^:q ?y": ["?x :p *", "?y :q *"],
    "?x :p|:q ?y": ["?x :p ?y", "?x :q ?y"],
    "?x :p+ :b": ["* :p *"],
    "?x :p+ ?y": ["* :p *"],
    "?x (:p/:q)+ ?y": ["* :p *", "* :q *"],
    # a path of no steps begins and ends at a node of the graph, about which something is said
    "?x :p* ?y": ["* :p *", "?x * *", "* * ?x"],
    "?x :p* :b": ["* :p *", ":b * *", "* * :b"],
    ":a :p? ?y": ["* :p *", ":a * *", "* * :a"],
    "?x :q ?y . ?x :p* ?z": ["?x :q ?y", "* :p *"],
    "?a ?x ?b . ?x :p* ?z": ["?a ?x ?b", "* :p *", "?x * *", "* * ?x"],
    "?x :p*/:q ?z": ["* :p *", "* :q ?z"],
    "?x !:p ?y": ["?x * ?y"],
    "?x !^:p ?y": ["?y * ?x"],
    "?x !(:p|^:q) ?y": ["?x * ?y", "?y * ?x"],
}


def short(term: Term) -> str:
    if not isinstance(term, str):
        return str(term).replace(f"<{START}", ":").removesuffix(">")
    if term.startswith("_:"):
        return "_"
    return "*" if term.startswith(" ") else f"?{term}"


def patterns(part: Part, place: str = "") -> Iterator[str]:
    match part:
        case Match():
            yield from (place + " ".join(map(short, pattern)) for pattern in part.patterns)
        case Values():
            return
        case Within():
            yield from patterns(part.part, f"in {short(part.graph)} ")
        case Beside():
            for one in (part.part, *part.others):
                yield from patterns(one, place)
        case Scope() | Renamed():
            yield from patterns(part.part, place)
        case _:
            for one in part.parts:
                yield from patterns(one, place)


@pytest.mark.parametrize("group", GROUPS)
def test_what_a_group_touches(group: str) -> None:
    touched = touched_by(f"{PREFIX}SELECT * WHERE {{ {group} }}")
    assert sorted(set(patterns(touched.part))) == sorted(set(GROUPS[group]))


def test_the_graphs_of_from_are_told() -> None:
    touched = touched_by(f"{PREFIX}ASK FROM :g FROM :h FROM NAMED :i {{ ?x :p ?y }}")
    assert touched.default == (START + "g", START + "h")
    assert touched.named == (START + "i",)


def test_a_call_to_another_server_is_refused() -> None:
    with pytest.raises(QueryRefused, match="SERVICE calls another server"):
        touched_by("ASK { SERVICE <http://other.example/> { ?x ?y ?z } }")


def test_what_is_no_sparql_1_1_is_refused() -> None:
    with pytest.raises(QueryRefused, match="which statements it touches is not understood"):
        touched_by("SELECT ?x { ?x ?y << ?a ?b ?c >> }")
