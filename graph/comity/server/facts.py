"""What is said of a node, for a page: names of properties, and values.

In: a store and a node. Out: labels and cells. What does not belong here: which page shows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from comity.rdf import terms
from comity.rdf.namespaces import short_name
from comity.server.links import Cell, cell

if TYPE_CHECKING:
    from comity.rdf.engine import Engine


def facts_of(
    store: Engine, node: NamedNode, leave_out: frozenset[NamedNode]
) -> list[tuple[str, list[Cell]]]:
    """Return what is said of a node: the labels of properties, and values, both sorted."""
    found: dict[str, list[Cell]] = {}
    for quad in store.quads_for_pattern(node, None, None):
        term = quad.object
        if quad.predicate in leave_out or not isinstance(term, NamedNode | Literal):
            continue
        shown = cell(term)
        if isinstance(term, NamedNode) and (label := label_of(store, term)):
            shown = Cell(label, shown.href)
        name = label_of(store, quad.predicate) or short_name(quad.predicate).partition(":")[2]
        if shown not in found.setdefault(name, []):
            found[name].append(shown)
    return [(name, sorted(found[name], key=lambda each: each.text)) for name in sorted(found)]


def label_of(store: Engine, node: NamedNode) -> str:
    """Return the label of a node, or an empty text."""
    return text_of(store, node, terms.LABEL)


def text_of(store: Engine, node: NamedNode, name: NamedNode) -> str:
    """Return the text that a property gives of a node, or an empty one."""
    for quad in store.quads_for_pattern(node, name, None):
        if isinstance(quad.object, Literal):
            return quad.object.value
    return ""
