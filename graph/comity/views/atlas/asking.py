"""What the full atlas needs to ask its record: named queries, prefixes, and words to complete.

In: named queries, the ontology and the moment of the atlas. Out: a dictionary that
`graph/explorer/src/sparql/data.ts` describes. What does not belong here: the record (`record`) and
the evaluation, which the page does.

The page never takes marks apart (see `comity.queries.moments`). Each query comes as two texts, one
for all times and one for a day, in which the page puts the day that is asked for in the place of
`SOME_DAY`; both are made by the code that Python's own answers rest on.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import Literal, NamedNode

from comity.queries.moments import ALWAYS, at_moment
from comity.queries.named import named_queries
from comity.rdf import terms
from comity.rdf.dates import Moment
from comity.rdf.namespaces import NS, PREFIXES, graph_name
from comity.rdf.vocabulary import CONCEPTS, RELATIONS
from comity.views.wording import readable

if TYPE_CHECKING:
    from comity.queries.named import NamedQuery
    from comity.rdf.engine import Engine

SOME_DAY: Final = date(9999, 12, 30)
_ONTOLOGY: Final = graph_name("ontology")
_COMMENTS: Final = (
    NamedNode(PREFIXES["rdfs"] + "comment"),
    NamedNode(PREFIXES["skos"] + "definition"),
    terms.LABEL,
)


def asking_payload(store: Engine, moment: Moment, today: date) -> dict[str, Any]:
    """Return what the page needs to ask.

    Args:
        store: The store that the page carries; its ontology is read.
        moment: The moment to which that store is restricted already; `ALWAYS` for none.
        today: The day of the release.
    """
    return {
        "prefixes": PREFIXES,
        "today": (moment.as_of or today).isoformat(),
        "someDay": SOME_DAY.isoformat(),
        "restricted": moment != ALWAYS,
        "queries": [_query(each, moment, today) for each in named_queries().values()],
        "relations": {name: each.iri.value for name, each in RELATIONS.items()},
        "provisions": {name: iri.value for name, iri in CONCEPTS["ProvisionScheme"].items()},
        "general": {
            each.iri.value: [RELATIONS[name].iri.value for name in (each.name, *each.supers)]
            for each in RELATIONS.values()
        },
        "terms": _terms(store),
    }


def _query(query: NamedQuery, moment: Moment, today: date) -> dict[str, Any]:
    shown = moment != ALWAYS
    on_day = Moment(as_of=SOME_DAY)
    return {
        "name": query.name,
        "title": query.title,
        "question": query.question,
        "timed": query.carries_moment and not shown and not query.about_things,
        "always": at_moment(query.text, moment, today, is_shown=shown),
        "onDay": at_moment(query.text, on_day, today, is_shown=shown),
        "parameters": [
            {
                "name": each.name,
                "type": each.type,
                "entity": each.is_entity,
                "default": each.default,
                "meaning": each.meaning,
                "needed": query.needs(each),
            }
            for each in query.parameters
        ],
    }


def _terms(store: Engine) -> list[list[str]]:
    """Return name, kind and comment of each term of ours, in the order of their names."""
    kinds = {each.iri.value: "relation" for each in RELATIONS.values()}
    for concepts in CONCEPTS.values():
        kinds |= {iri.value: "concept" for iri in concepts.values()}
    found: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, terms.TYPE, None, _ONTOLOGY):
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(NS):
            found.setdefault(quad.subject.value, _comment(store, quad.subject))
            if isinstance(quad.object, NamedNode) and quad.object.value.endswith("#Class"):
                kinds.setdefault(quad.subject.value, "class")
    return [
        [iri.removeprefix(NS), kinds.get(iri, "property"), comment]
        for iri, comment in sorted(found.items())
    ]


def _comment(store: Engine, term: NamedNode) -> str:
    for predicate in _COMMENTS:
        for quad in store.quads_for_pattern(term, predicate, None, _ONTOLOGY):
            if isinstance(quad.object, Literal):
                return readable(quad.object.value)
    return ""
