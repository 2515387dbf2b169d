"""Results in a format.

In: the results of a query and the name of a format. Out: bytes. CSV, TSV, JSON and the RDF formats
come from the engine and need no pandas; Parquet does. What does not belong here: the terminal's
table, which is the command line's.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from comity.errors import FormatMismatch, MissingPart
from comity.rdf.literals import value_of
from comity.rdf.namespaces import PREFIXES, short_name
from comity.rdf.text import RDF_FORMATS, RESULT_FORMATS, sorted_prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.rdf.engine import Results

SOLUTION_FORMATS: Final = ("csv", "tsv", "json", "xml", "ndjson", "parquet")
GRAPH_FORMATS: Final = ("turtle", "ntriples", "rdfxml", "jsonld")
FORMATS: Final = (*SOLUTION_FORMATS, *GRAPH_FORMATS)
SUFFIXES: Final = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".xml": "xml",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".parquet": "parquet",
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".rdf": "rdfxml",
    ".jsonld": "jsonld",
}


def to_bytes(results: Results, form: str, *, ids: bool = False) -> bytes:
    """Return results in a format.

    Args:
        results: What a query gave.
        form: One of `FORMATS`.
        ids: Whether IRIs are shortened to ids; for csv, tsv, ndjson and parquet.

    Raises:
        FormatMismatch: Solutions were asked for as a graph, or a graph as solutions.
        MissingPart: Parquet was asked for, and pyarrow is not installed.
    """
    if isinstance(results, ox.QueryTriples):
        return _graph(results, form)
    if form in GRAPH_FORMATS:
        raise FormatMismatch(form, "a table of solutions", SOLUTION_FORMATS)
    if form == "parquet":
        return _parquet(results, ids=ids)
    if form == "ndjson":
        return _ndjson(results, ids=ids)
    if isinstance(results, ox.QuerySolutions) and ids and form in {"csv", "tsv"}:
        return _delimited(results, "," if form == "csv" else "\t")
    if isinstance(results, ox.QueryBoolean) and form in {"csv", "tsv"}:
        return f"answer\n{str(bool(results)).lower()}\n".encode()
    written = results.serialize(format=RESULT_FORMATS[form])
    return (written or b"") + (b"\n" if form in {"json", "xml"} else b"")


def _graph(results: ox.QueryTriples, form: str) -> bytes:
    """Return triples as RDF 1.1: reifiers, whose object is a triple of RDF 1.2, are left out."""
    if form not in GRAPH_FORMATS:
        raise FormatMismatch(form, "a graph of triples", GRAPH_FORMATS)
    triples = sorted(
        {triple for triple in results if not isinstance(triple.object, ox.Triple)}, key=str
    )
    prefixes = _used_prefixes(triples) if form == "turtle" else None
    written = ox.serialize(triples, format=RDF_FORMATS[form], prefixes=prefixes) or b""
    return sorted_prefixes(written) if form == "turtle" else written


def _used_prefixes(triples: Iterable[ox.Triple]) -> dict[str, str]:
    parts = (part for each in triples for part in (each.subject, each.predicate, each.object))
    iris = {part.value for part in parts if isinstance(part, ox.NamedNode)} | {
        part.datatype.value for each in triples if isinstance(part := each.object, ox.Literal)
    }
    return {
        prefix: start
        for prefix, start in PREFIXES.items()
        if any(iri.startswith(start) for iri in iris)
    }


def _delimited(results: ox.QuerySolutions, delimiter: str) -> bytes:
    import csv  # noqa: PLC0415  (only here)

    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([variable.value for variable in results.variables])
    writer.writerows([_short(cell) for cell in solution] for solution in results)
    return buffer.getvalue().encode("utf-8")


def _short(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, ox.NamedNode):
        return short_name(cell)
    return cell.value if isinstance(cell, ox.Literal) else str(cell)


def _ndjson(results: ox.QuerySolutions | ox.QueryBoolean, *, ids: bool) -> bytes:
    if isinstance(results, ox.QueryBoolean):
        return json.dumps({"answer": bool(results)}).encode() + b"\n"
    names = [variable.value for variable in results.variables]
    return b"".join(_json_lines(names, results, ids=ids))


def _json_lines(
    names: list[str], solutions: Iterable[ox.QuerySolution], *, ids: bool
) -> Iterable[bytes]:
    for solution in solutions:
        row = {}
        for name, cell in zip(names, solution, strict=True):
            if isinstance(cell, ox.Literal):
                row[name] = value_of(cell)
            elif isinstance(cell, ox.NamedNode):
                row[name] = short_name(cell) if ids else cell.value
            elif cell is not None:
                row[name] = str(cell)
        yield json.dumps(row, ensure_ascii=False, default=str).encode("utf-8") + b"\n"


def _parquet(results: ox.QuerySolutions | ox.QueryBoolean, *, ids: bool) -> bytes:
    from comity.queries.frames import to_frame  # noqa: PLC0415  (pandas is slow to import)

    buffer = io.BytesIO()
    try:
        to_frame(results, ids=ids).to_parquet(buffer, index=False)
    except ImportError as problem:
        raise MissingPart("the format parquet", "comity[parquet]") from problem
    return buffer.getvalue()
