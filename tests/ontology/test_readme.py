"""The README's examples are real: its queries run and its terms exist."""

import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

from comity.queries.moments import MARKS
from comity.rdf.namespaces import prologue
from comity.rdf.vocabulary import Comity

README = (Path(__file__).resolve().parents[2] / "ontology" / "README.md").read_text(
    encoding="utf-8"
)
BLOCKS = dict.fromkeys(re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL))


@pytest.mark.parametrize("query", [text for kind, text in BLOCKS if kind == "sparql"])
def test_query_is_sparql(query):
    assert list(Store().query(prologue() + query)) == []


@pytest.mark.parametrize("data", [text for kind, text in BLOCKS if kind == "turtle"])
def test_example_is_turtle(data):
    prefixes = prologue().replace("PREFIX", "@prefix").replace(">\n", "> .\n")
    assert list(parse(prefixes + data, format=RdfFormat.TURTLE))


def test_terms_exist():
    named = set(re.findall(r"\bcomity:([A-Za-z]+)", README))
    assert named
    assert not [name for name in named - MARKS if not hasattr(Comity, name)]
