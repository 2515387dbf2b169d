import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import QueryRefused, QuerySyntax
from comity.knowledge import KnowledgeGraph
from comity.queries.safety import MAX_DEPTH, refuse_unsafe


def test_a_syntax_error_has_line_and_column(toy: KnowledgeGraph) -> None:
    with pytest.raises(QuerySyntax, match="line 2, column") as caught:
        toy.results("SELECT ?x WHERE {\n ?x a nope:Thing }")
    assert "prefix not found" in str(caught.value)
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


def test_an_update_is_no_query(toy: KnowledgeGraph) -> None:
    with pytest.raises(QuerySyntax):
        toy.results("INSERT DATA { <x:a> <x:b> <x:c> }")
