import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import BadIri, QueryRefused, QuerySyntax
from comity.knowledge import KnowledgeGraph
from comity.queries.evaluation import GraphChoice, evaluate
from comity.queries.hints import hints
from comity.queries.safety import MAX_DEPTH, MAX_STEPS, refuse_unsafe

THINGS = "https://w3id.org/comity/graph/things"
CLAIMS = "https://w3id.org/comity/graph/claims"
IS_CLAIM = "ASK { ?c a comity:Claim }"


def test_chosen_graphs_stand_in_place_of_those_of_the_text(toy: KnowledgeGraph) -> None:
    assert evaluate(toy.store, IS_CLAIM)
    assert evaluate(toy.store, IS_CLAIM, GraphChoice(default=(CLAIMS,)))
    assert not evaluate(toy.store, IS_CLAIM, GraphChoice(default=(THINGS,)))
    from_claims = IS_CLAIM.replace("ASK", "ASK FROM graph:claims")
    assert not evaluate(toy.store, from_claims, GraphChoice(default=(THINGS,)))
    in_a_graph = "ASK { GRAPH ?g { ?c a comity:Claim } }"
    assert evaluate(toy.store, in_a_graph, GraphChoice(named=(CLAIMS,)))
    assert not evaluate(toy.store, in_a_graph, GraphChoice(default=(CLAIMS,)))
    assert not evaluate(toy.store, IS_CLAIM, GraphChoice(named=(CLAIMS,)))


def test_a_chosen_graph_needs_an_iri(toy: KnowledgeGraph) -> None:
    with pytest.raises(BadIri, match="'not an iri' is not an IRI"):
        evaluate(toy.store, IS_CLAIM, GraphChoice(default=("not an iri",)))


def test_a_syntax_error_has_line_and_column(toy: KnowledgeGraph) -> None:
    with pytest.raises(QuerySyntax, match="line 2, column") as caught:
        toy.results("SELECT ?x WHERE {\n ?x a nope:Thing }")
    assert "the prefix nope: is not declared" in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { # a comment\n SERVICE<http://example.org/>{} }",
        'SELECT * { ?s rdfs:label "it\'s" . SERVICE <x:y> {} }',
        "ASK " + "{" * (MAX_DEPTH + 1) + "}" * (MAX_DEPTH + 1),
        "ASK { ?s ?p ?o }" + " " * 100_000,
    ],
)
def test_what_is_unsafe_is_refused(text: str, toy: KnowledgeGraph) -> None:
    with pytest.raises(QueryRefused):
        toy.results(text)


CHAINS = {
    "sum": "ASK {{ FILTER({}1) }}",
    "UNION": "ASK {{ {}{{}} }}",
    "MINUS": "ASK {{ ?s ?p ?o {} }}",
    "BIND": "ASK {{ {} }}",
    "expressions": "SELECT {} {{}}",
    "GROUP BY": "SELECT (1 AS ?x) {{}} GROUP BY {}",
    "ORDER BY": "SELECT * {{}} ORDER BY {}",
    "DESCRIBE": "DESCRIBE {}",
    "NOT": "ASK {{ FILTER({}1) }}",
    "reified": "ASK {{ {} ?s ?p ?o",
    "list": "ASK {{ FILTER(1 IN (EXISTS {{ {} }})) }}",
}
LINKS = {
    "sum": "1+",
    "UNION": "{}UNION",
    "MINUS": "MINUS{}",
    "BIND": "BIND(1 AS ?x%d)",
    "expressions": "(1 AS ?x%d)",
    "GROUP BY": "(1)",
    "ORDER BY": "(1)",
    "DESCRIBE": "<x:>",
    "NOT": "!",
    "reified": "<<",
    "list": "BIND(1 AS ?x%d)",
}


def chain(name: str, count: int) -> str:
    links = (
        LINKS[name] % number if "%d" in LINKS[name] else LINKS[name] for number in range(count)
    )
    return CHAINS[name].format("".join(links))


def longest(name: str) -> int:
    """Return how many links a chain may have."""
    low, high = 1, 20_000
    while high - low > 1:
        middle = (low + high) // 2
        try:
            refuse_unsafe(chain(name, middle))
            low = middle
        except QueryRefused:
            high = middle
    return low


@pytest.mark.parametrize("name", CHAINS)
def test_the_longest_chain_that_may_be_does_not_end_the_process(name: str) -> None:
    count = longest(name)
    assert 100 < count <= MAX_STEPS
    code = "import sys; from pyoxigraph import Store; Store().query(sys.stdin.read())"
    text = chain(name, count)
    ended = subprocess.run(
        [sys.executable, "-c", code], input=text, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0 or "SyntaxError" in ended.stderr


def test_long_lists_of_data_may_be() -> None:
    terms = "nation:chn " * 4_000
    refuse_unsafe(f"ASK {{ VALUES ?n {{ {terms} }} }}")
    refuse_unsafe(f"ASK {{ VALUES (?n ?x) {{ {'(nation:chn 1)' * 3_000} }} }}")
    refuse_unsafe(f"ASK {{ ?s ?p ?o FILTER(?o IN ({terms.replace(' ', ',')} 1)) }}")
    with pytest.raises(QueryRefused, match="words and operators"):
        refuse_unsafe(f"DESCRIBE {terms}")


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s rdfs:label "SERVICE {" }',
        "SELECT * { ?s rdfs:label 'SERVICE' } # SERVICE <x:y> {}",
        "SELECT * { ?service ?p <http://example.org/SERVICE> }",
        "SELECT * { ?s comity:SERVICE ?o }",
        'SELECT * { ?s rdfs:label """a " SERVICE " b""" }',
    ],
)
def test_a_word_in_a_name_or_text_is_no_call(text: str) -> None:
    refuse_unsafe(text)


@given(st.text(max_size=200))
def test_any_text_is_either_accepted_or_refused(text: str) -> None:
    try:
        refuse_unsafe(text)
    except QueryRefused:
        assert "service" in text.lower()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("INSERT DATA { <x:a> <x:b> <x:c> }", "INSERT would change the graph, which is read-only"),
        ("SELCT ?n WHERE {}", "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with"),
        ("", "a query begins with SELECT"),
        ("SELECT ?n WHERE { ?n ", "the query ends too early"),
        ("SELECT ?n WHERE { ?n } }", "line 1, column"),
    ],
)
def test_a_syntax_error_says_what_is_wrong(text: str, message: str, toy: KnowledgeGraph) -> None:
    with pytest.raises(QuerySyntax, match=message):
        toy.results(text)


def test_from_is_honoured(toy: KnowledgeGraph) -> None:
    member = "ASK {} {{ ?s comity:memberOf ?o }}"
    assert toy.query(member.format(""))["answer"][0]
    assert not toy.query(member.format("FROM graph:claims"))["answer"][0]
    assert not toy.query(member.format("FROM <http://example.org/>"))["answer"][0]
    assert toy.query(member.format("FROM graph:current"))["answer"][0]


def test_a_byte_order_mark_does_not_matter(toy: KnowledgeGraph) -> None:
    assert toy.query("\ufeffASK { ?s a comity:Nation }")["answer"][0]


def test_names_that_name_nothing_are_pointed_out(toy: KnowledgeGraph) -> None:
    text = 'SELECT * { ?n comity:memberof organisation:star-clib ; rdfs:label "comity:x" }'
    assert hints(toy.store, text) == [
        "comity:memberof is not a term of the ontology; did you mean comity:memberOf?",
        "organisation:star-clib is not in the graph; did you mean organisation:star-club?",
    ]
    assert hints(toy.store, "SELECT * { ?n comity:memberOf organisation:star-club }") == []
