"""Queries that try to wear a server out, as texts.

In: nothing. Out: texts by name. What does not belong here: sending them.
"""

from __future__ import annotations

from typing import Final

_DOUBLED: Final = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
_PATH: Final = "(!<x:a>|^!<x:a>)"

TOO_DEEP: Final = {
    "nested groups": "SELECT * " + "{" * 30_000 + "}" * 30_000,
    "nested parentheses": "ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
    "nested lists": "ASK { ?s ?p " + "(" * 5_000 + ")" * 5_000 + " }",
    "nested blank nodes": "ASK { ?s ?p " + "[?p " * 5_000 + "1" + "]" * 5_000 + " }",
    "nested functions": "ASK { BIND(" + "STR(" * 5_000 + "1" + ")" * 5_000 + " AS ?x) }",
    "nested queries": "SELECT * {" * 5_000 + "}" * 5_000,
    "long chain of NOT": "ASK { FILTER(" + "!" * 59_000 + "1) }",
    "long chain of minus": "ASK { FILTER(" + "-" * 59_000 + "1) }",
    "never closed": "SELECT * { ?s ?p '''" + "a" * 50_000,
    "long text": "ASK { ?s ?p ?o } #" + "a" * 200_000,
}
HEAVY: Final = {
    "nested lists below the limit": "ASK { ?s ?p " + "(" * 90 + ")" * 90 + " }",
    "nested queries below the limit": "SELECT * {" * 45 + "?s ?p ?o" + "}" * 45,
    "thousand alternatives": "SELECT * { "
    + " UNION ".join(f"{{ ?s{n} ?p{n} ?o{n} }}" for n in range(1000))
    + " }",
    "thousand options": "SELECT * { ?s ?p ?o "
    + " ".join(f"OPTIONAL {{ ?s ?p{n} ?o }}" for n in range(1000))
    + " }",
    "thousand bindings": "SELECT * { " + " ".join(f"BIND({n} AS ?x{n})" for n in range(2000)) + "}",
    "cross product, counted": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "cross product, sorted": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
    "cross product, distinct": "SELECT DISTINCT ?c ?f { ?a ?b ?c . ?d ?e ?f }",
    "cross product, joined to text": (
        "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) { ?a ?b ?c . ?d ?e ?f }"
    ),
    "cross product, as triples": "CONSTRUCT { ?a ?e ?f } { ?a ?b ?c . ?d ?e ?f }",
    "doubled texts": f'SELECT (STRLEN(?x40) AS ?n) {{ BIND("0123456789" AS ?x0) {_DOUBLED} }}',
    "any path": f"SELECT (COUNT(*) AS ?n) {{ ?s {_PATH}* ?o }}",
    "nested paths": f"SELECT * {{ ?s (({_PATH}*)+/({_PATH}+)*)* ?o }}",
    "regex that backtracks": (
        'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER REGEX(STR(?o), "^(([a-z])+.)+[A-Z]([a-z])+$") }'
    ),
    "regex that grows": (
        'SELECT * { ?s ?p ?o FILTER REGEX(STR(?o), "((a{1,1000}){1,1000}){1,1000}") }'
    ),
    "minus everything": "SELECT * { ?a ?b ?c . ?d ?e ?f MINUS { ?g ?h ?i . ?j ?k ?l } }",
    "not exists everywhere": (
        "SELECT (COUNT(*) AS ?n) "
        "{ ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f FILTER(?f < ?c && ?d > ?a) } }"
    ),
    "everything described": "DESCRIBE * { ?s ?p ?o . ?o ?q ?r }",
    "everything ordered": "SELECT * { ?s ?p ?o } ORDER BY DESC(STR(?o)) ?s ?p",
    "everything, and more": "SELECT * { ?s ?p ?o ; ?q ?r }",
}
