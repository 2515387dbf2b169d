"""What a prohibition or a precedent says: a page, RDF or JSON.

In: its id and the moment. Out: whom it binds, toward whom, for what, what lifts it and on which
claims it rests; or what happened in a case. What does not belong here: whether it reaches a pair.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import NamedNode

from comity.errors import UnknownName
from comity.rdf import terms
from comity.rdf.namespaces import identifier, iri
from comity.rdf.vocabulary import Comity
from comity.server.engines import record_of
from comity.server.facts import facts_of, label_of
from comity.server.formats import GRAPHS
from comity.server.messages import Reply
from comity.server.portraits import portrait_of_node
from comity.server.rendering import frame_of, page_reply
from comity.server.writing import write_triples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.knowledge import KnowledgeGraph
    from comity.rdf.engine import Engine
    from comity.server.limits import Limits
    from comity.server.links import Cell
    from comity.server.messages import Request

_OFFERED: Final = ("turtle", "jsonld", "ntriples", "rdfxml", "data")
# terms of ODRL, which the ontology does not label
_WORDS: Final = {"action": "activities", "assignee": "binds", "assigner": "made by"}
_BOUNDS: Final = frozenset(
    {
        terms.LABEL,
        terms.TYPE,
        terms.IDENTIFIER,
        Comity.earliestStart,
        Comity.latestStart,
        Comity.earliestEnd,
        Comity.latestEnd,
    }
)


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """What the page of a prohibition or a precedent shows.

    Attributes:
        id: Its id.
        kind: `prohibition` or `precedent`.
        title: Its label.
        restriction: Id of the restriction to which it belongs, and its name.
        facts: Names of properties, and values.
    """

    id: str
    kind: str
    title: str
    restriction: tuple[str, str]
    facts: Sequence[tuple[str, Sequence[Cell]]]


def rules_of(store: Engine, restriction: NamedNode) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what a restriction forbids or limits, and cases around it: words, ids and labels."""
    prohibited = store.quads_for_pattern(restriction, terms.PROHIBITION, None)
    cases = store.quads_for_pattern(None, Comity.precedentTo, restriction)
    of: dict[str, set[Any]] = {
        "What it forbids or limits": {quad.object for quad in prohibited},
        "Cases around it": {quad.subject for quad in cases},
    }
    named = {
        words: [
            (label_of(store, node), id_)
            for node in nodes
            if isinstance(node, NamedNode) and (id_ := identifier(node))
        ]
        for words, nodes in of.items()
    }
    return [
        (words, [(id_, label) for label, id_ in sorted(rules)])
        for words, rules in named.items()
        if rules
    ]


def policy(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Tell of a prohibition or a precedent.

    Raises:
        UnknownName: There is none with that id.
    """
    id_ = request.arguments["id"]
    kind = id_.partition("/")[0]
    node = iri(id_)
    store = record_of(graph, request)
    owners = [
        *(quad.subject for quad in store.quads_for_pattern(None, terms.PROHIBITION, node)),
        *(quad.object for quad in store.quads_for_pattern(node, Comity.precedentTo, None)),
    ]
    ids = [name for owner in owners if (name := identifier(owner))]
    if not ids:
        raise UnknownName(kind, id_, (), f"see the query {_QUERIES[kind]}")
    if request.formats[0] in GRAPHS:
        return write_triples(portrait_of_node(store, node), request.formats[0], limits)
    of = ids[0]
    shown = PolicyPage(
        id=id_,
        kind=kind,
        title=label_of(store, node) or id_,
        restriction=(of, label_of(store, iri(of)) or of),
        facts=[
            (_WORDS.get(name, name), cells)
            for name, cells in facts_of(store, node, leave_out=_BOUNDS)
        ],
    )
    if request.formats[0] == "data":
        facts = {name: [each.text for each in cells] for name, cells in shown.facts}
        found = {"id": id_, "label": shown.title, "restriction": of, "facts": facts}
        return Reply("data", json.dumps(found, ensure_ascii=False).encode())
    return page_reply("policy", shown, frame_of(request, graph, _OFFERED))


_QUERIES: Final = {"prohibition": "rules-between", "precedent": "precedents-of"}
