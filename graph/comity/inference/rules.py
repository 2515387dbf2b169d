"""Reading and running the rules.

In: `ontology/rules/*.rq`, each a CONSTRUCT query whose header names a title, an explanation and the
graph that its triples go to. Out: the derived quads. The rules run once, in the order of their
names; each sees what the ones before it gave.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Quad, QueryTriples

from comity.errors import Unreadable
from comity.rdf import literals, terms
from comity.rdf.namespaces import PREFIXES, graph_name
from comity.rdf.query_files import read_query_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from pyoxigraph import Store, Triple

_AS_OF: Final = "$as_of"
_COMMENT: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#comment")
_ONTOLOGY: Final = graph_name("ontology")


@dataclass(frozen=True, slots=True)
class Rule:
    """A CONSTRUCT query with its explanation.

    Attributes:
        name: Name of the rule.
        title: A few words.
        explanation: One sentence that says why each of its triples holds.
        graph: Named graph that its triples go to.
        text: The query; `$as_of` stands for the day.
    """

    name: str
    title: str
    explanation: str
    graph: NamedNode
    text: str


def read_rules(folder: Path) -> list[Rule]:
    """Return the rules of a folder in the order in which they run.

    Raises:
        Unreadable: The folder has no rules, or a rule lacks a part of its header.
    """
    return [
        Rule(
            name=file.name,
            title=file.word("title"),
            explanation=file.word("explanation"),
            graph=graph_name(file.word("graph")),
            text=file.text,
        )
        for file in read_query_files(folder)
    ]


def derive(dataset: Store, rules: Sequence[Rule], as_of: date) -> list[Quad]:
    """Run the rules for a day, add what follows to the dataset, and return it.

    A rule's triples are new: what an earlier rule gave is not given again. The graphs themselves
    are described by the rules' titles and explanations.

    Raises:
        Unreadable: A rule is not a CONSTRUCT query.
    """
    derived: list[Quad] = []
    known: set[Triple] = set()
    for rule in rules:
        result = dataset.query(
            rule.text.replace(_AS_OF, str(literals.day(as_of))),
            prefixes=PREFIXES,
            use_default_graph_as_union=True,
        )
        if not isinstance(result, QueryTriples):
            raise Unreadable(f"{rule.name}.rq", "not a CONSTRUCT query")
        new = set(result) - known
        known |= new
        quads = [Quad(each.subject, each.predicate, each.object, rule.graph) for each in new]
        quads.append(Quad(rule.graph, terms.LABEL, literals.english(rule.title), _ONTOLOGY))
        quads.append(Quad(rule.graph, _COMMENT, literals.english(rule.explanation), _ONTOLOGY))
        dataset.extend(quads)
        derived.extend(quads)
    return derived
