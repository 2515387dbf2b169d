"""Answers to queries, in one form that can be compared.

In: what the engine gave, or a file with an expected answer. Out: a hashable value; two are equal if
the answers are, whatever the order of rows and the names of blank nodes. What does not belong here:
where answers come from.
"""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
    Row = Mapping[str, Term]

_RS: Final = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_TABLES: Final = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}


def answer_of(results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> object:
    """Return what a query gave, comparable."""
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    if isinstance(results, ox.QueryTriples):
        return graph_answer(results)
    names = [variable.value for variable in results.variables]
    rows = [dict(zip(names, solution, strict=True)) for solution in results]
    return table_answer(
        names, [{name: cell for name, cell in row.items() if cell is not None} for row in rows]
    )


def graph_answer(triples: Iterable[ox.Triple]) -> object:
    """Return triples, comparable."""
    return "triples", _canonical(ox.Quad(*triple) for triple in triples)


def table_answer(names: Iterable[str], rows: Sequence[Row]) -> object:
    """Return rows, comparable: as a multiset, with blank nodes renamed."""
    counted = Counter(frozenset((name, str(cell)) for name, cell in row.items()) for row in rows)
    kept = {frozenset((name, str(cell)) for name, cell in row.items()): row for row in rows}
    quads = []
    for number, (key, row) in enumerate(kept.items()):
        node = ox.BlankNode(f"row{number}")
        quads.append(ox.Quad(node, ox.NamedNode("x:times"), ox.Literal(counted[key])))
        for name, cell in row.items():
            quads.append(ox.Quad(node, ox.NamedNode(f"x:cell/{name}"), cell))
    return "rows", frozenset(names), _canonical(quads)


def rows_in_order(results: ox.QuerySolutions) -> list[tuple[str, ...]]:
    """Return rows in their order; all blank nodes look alike."""
    return [tuple(_plain(cell) for cell in solution) for solution in results]


def csv_rows(written: bytes) -> Counter[frozenset[tuple[str, str]]]:
    """Return the rows of a CSV file, whatever the order of columns; all blank nodes look alike."""
    head, *rows = csv.reader(written.decode("utf-8").splitlines())
    blurred = (["_:" if cell.startswith("_:") else cell for cell in row] for row in rows)
    return Counter(frozenset(zip(head, row, strict=True)) for row in blurred)


def _plain(cell: Term | None) -> str:
    return "_:" if isinstance(cell, ox.BlankNode) else str(cell)


def _canonical(quads: Iterable[ox.Quad]) -> frozenset[ox.Quad]:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return frozenset(dataset)


def expected_answer(path: Path, address: str) -> object:
    """Return the answer that a file holds, as the engine would write its numbers."""
    if path.suffix in _TABLES:
        results = ox.parse_query_results(path=str(path), format=_TABLES[path.suffix])
        if isinstance(results, ox.QueryBoolean):
            return bool(results)
        names = [variable.value for variable in results.variables]
        rows = [dict(zip(names, solution, strict=True)) for solution in results]
        return table_answer(names, [_known(row) for row in rows])
    store = ox.Store()
    store.load(path=str(path), base_iri=address)
    if next(store.quads_for_pattern(None, None, ox.NamedNode(_RS + "ResultSet")), None) is None:
        return graph_answer(quad.triple for quad in store)
    for quad in store.quads_for_pattern(None, ox.NamedNode(_RS + "boolean"), None):
        return quad.object.value == "true"
    return table_answer(*_written_rows(store))


def _written_rows(store: ox.Store) -> tuple[list[str], list[Row]]:
    """Return the columns and rows of a result that is written as RDF."""
    names = [
        quad.object.value
        for quad in store.quads_for_pattern(None, ox.NamedNode(_RS + "resultVariable"), None)
    ]
    rows: list[Row] = []
    for solution in store.quads_for_pattern(None, ox.NamedNode(_RS + "solution"), None):
        row = {}
        for link in store.quads_for_pattern(solution.object, ox.NamedNode(_RS + "binding"), None):
            name, value = (
                next(store.quads_for_pattern(link.object, ox.NamedNode(_RS + part), None)).object
                for part in ("variable", "value")
            )
            row[name.value] = value
        rows.append(row)
    return names, rows


def _known(row: Row) -> Row:
    """Return a row with numbers as the engine writes them after a stay in its store."""
    return {name: _through_store(cell) for name, cell in row.items() if cell is not None}


def _through_store(cell: Term) -> Term:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("x:s"), ox.NamedNode("x:p"), cell))
    return next(iter(store)).object
