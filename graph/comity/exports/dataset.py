"""The dataset in RDF formats.

In: a store, and which of its graphs are wanted. Out: their quads, and bytes in a format, sorted.
The reifiers of the embedded store are not the dataset's; for RDF 1.2 they are made from the claims.
What does not belong here: JSON-LD (`jsonld`).

Turtle, N-Triples and RDF/XML know no graphs: what stands in several of them is written once.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from comity.errors import FormatMismatch, NeedsSnapshot, UnknownName
from comity.exports.formats import FORMATS
from comity.queries.evaluation import evaluate
from comity.rdf import terms
from comity.rdf.namespaces import GRAPH, PREFIXES
from comity.rdf.text import RDF_FORMATS, sorted_prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from comity.exports.formats import ExportFormat
    from comity.rdf.engine import Engine

_PREDICATE_PREFIXES: Final = {
    prefix: start
    for prefix, start in PREFIXES.items()
    if prefix in {"comity", "rdf", "rdfs", "owl", "skos", "dcterms", "prov", "schema", "oa"}
}
_DECLARATION: Final = re.compile(rb' xmlns:[a-z]+="[^"]*"')


def read_quads(store: Engine, graphs: Iterable[str] = ()) -> list[ox.Quad]:
    """Return the quads of RDF 1.1 of some graphs, or of all, in no particular order.

    Args:
        store: Where they are.
        graphs: Names such as `claims`; `inferred` means all graphs below it as well.

    Raises:
        UnknownName: There is no graph of a name; the nearest are offered.
    """
    names = list(graphs)
    try:
        quads = _quads_of(store, _wanted(names, _graph_names(store)) if names else [None])
    except NeedsSnapshot:  # a store elsewhere gives a graph at a time
        known = _graph_names(store)
        quads = _quads_of(store, _wanted(known, known))
    return [quad for quad in quads if quad.predicate != terms.REIFIES]


def _quads_of(store: Engine, patterns: Iterable[ox.NamedNode | None]) -> list[ox.Quad]:
    return [
        quad for pattern in patterns for quad in store.quads_for_pattern(None, None, None, pattern)
    ]


def to_bytes(quads: Iterable[ox.Quad], form: ExportFormat) -> tuple[bytes, int]:
    """Return quads in a format, sorted, each once; and how many statements there are."""
    written = RDF_FORMATS[form.name]
    if form.name in {"nquads", "ntriples"}:  # lines sort faster than statements
        found = quads if form.graphs else (quad.triple for quad in quads)
        lines = set((ox.serialize(found, format=written) or b"").splitlines(keepends=True))
        return b"".join(sorted(lines)), len(lines)
    ordered: list[ox.Quad] | list[ox.Triple]
    if form.graphs:
        ordered = sorted(set(quads), key=_by_graph)
    else:
        ordered = sorted({quad.triple for quad in quads}, key=str)
    if form.name == "rdfxml":
        xml = _serialised(ordered, written, _PREDICATE_PREFIXES)
        return _sorted_declarations(xml), len(ordered)
    return sorted_prefixes(_serialised(ordered, written, PREFIXES)), len(ordered)


def expect_rdf12(form: ExportFormat) -> None:
    """Return when a format can hold RDF 1.2.

    Raises:
        FormatMismatch: It cannot.
    """
    if not form.rdf12:
        able = [each.name for each in FORMATS.values() if each.rdf12]
        raise FormatMismatch(form.name, "RDF 1.2", able)


def _serialised(
    statements: Iterable[ox.Quad] | Iterable[ox.Triple],
    written: ox.RdfFormat,
    prefixes: Mapping[str, str],
) -> bytes:
    return ox.serialize(statements, format=written, prefixes=dict(prefixes)) or b""


def _by_graph(quad: ox.Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad.triple)


def _sorted_declarations(xml: bytes) -> bytes:
    """Return RDF/XML with the declarations of its root sorted, for the same reason."""
    end = xml.index(b">", xml.index(b"<rdf:RDF")) + 1
    root = xml[:end]
    found = _DECLARATION.findall(root)
    return root.split(b" xmlns:", 1)[0] + b"".join(sorted(found)) + b">" + xml[end:]


def _graph_names(store: Engine) -> list[str]:
    rows = evaluate(store, "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }")
    return sorted(
        row[0].value.removeprefix(GRAPH)
        for row in rows  # type: ignore[union-attr]  # a SELECT gives solutions
    )


def _wanted(names: Iterable[str], known: list[str]) -> list[ox.NamedNode]:
    found: dict[str, None] = {}
    for name in names:
        plain = name.removeprefix(GRAPH).removeprefix("graph:").removeprefix("graph/")
        below = [each for each in known if each == plain or each.startswith(f"{plain}/")]
        if not below:
            nearest = difflib.get_close_matches(plain, known, n=2)
            raise UnknownName("graph", name, nearest, f"choose from {', '.join(known)}")
        found |= dict.fromkeys(below)
    return [ox.NamedNode(GRAPH + name) for name in found]
