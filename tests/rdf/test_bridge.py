import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import FormatMismatch
from comity.rdf.bridge import from_rdflib, from_rdflib_term, to_rdflib, to_rdflib_term

XSD = "http://www.w3.org/2001/XMLSchema#"
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=20)
iris = st.from_regex(r"https://example\.org/[a-z0-9/-]{1,20}", fullmatch=True).map(ox.NamedNode)
literals = st.one_of(
    words.map(ox.Literal),
    st.tuples(words, st.sampled_from(["en", "fr", "zh-hans"])).map(
        lambda pair: ox.Literal(pair[0], language=pair[1])
    ),
    st.dates().map(lambda day: ox.Literal(day.isoformat(), datatype=ox.NamedNode(XSD + "date"))),
    st.integers().map(lambda n: ox.Literal(str(n), datatype=ox.NamedNode(XSD + "integer"))),
    st.from_regex(r"00[1-9]", fullmatch=True).map(
        lambda text: ox.Literal(text, datatype=ox.NamedNode(XSD + "integer"))
    ),
)


@given(st.one_of(iris, literals))
def test_a_term_comes_back_as_it_went(term: ox.NamedNode | ox.Literal) -> None:
    assert from_rdflib_term(to_rdflib_term(term)) == term


@given(
    st.lists(
        st.tuples(iris, iris, literals, st.one_of(iris, st.just(ox.DefaultGraph()))), max_size=8
    )
)
def test_quads_come_back_as_they_went(
    parts: list[tuple[ox.NamedNode, ox.NamedNode, ox.Literal, ox.NamedNode | ox.DefaultGraph]],
) -> None:
    quads = {ox.Quad(*part) for part in parts}
    assert set(from_rdflib(to_rdflib(quads))) == quads


def test_a_plain_and_a_typed_string_are_one_term() -> None:
    typed = rdflib.Literal("a", datatype=rdflib.XSD.string)
    assert from_rdflib_term(typed) == from_rdflib_term(rdflib.Literal("a")) == ox.Literal("a")


def test_a_triple_term_is_refused_by_name() -> None:
    node = ox.NamedNode("https://example.org/a")
    with pytest.raises(FormatMismatch, match="triple term"):
        to_rdflib_term(ox.Triple(node, node, node))


def test_a_variable_is_refused_by_name() -> None:
    with pytest.raises(FormatMismatch, match="Variable"):
        from_rdflib_term(rdflib.Variable("x"))
