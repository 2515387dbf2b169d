"""Texts of RDF and of results: the engine's formats by name, and what makes bytes the same.

In: quads in any order, or what the engine wrote. Out: sorted, duplicate-free N-Quads, which is the
canonical form of a snapshot as long as it holds no blank nodes; Turtle with sorted prefixes. What
does not belong here: files and compression.
"""

from __future__ import annotations

import io
from itertools import takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pyoxigraph import QueryResultsFormat, RdfFormat, serialize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Quad

RESULT_FORMATS: Final[Mapping[str, QueryResultsFormat]] = MappingProxyType(
    {
        "csv": QueryResultsFormat.CSV,
        "tsv": QueryResultsFormat.TSV,
        "json": QueryResultsFormat.JSON,
        "xml": QueryResultsFormat.XML,
    }
)
RDF_FORMATS: Final[Mapping[str, RdfFormat]] = MappingProxyType(
    {
        "turtle": RdfFormat.TURTLE,
        "ntriples": RdfFormat.N_TRIPLES,
        "rdfxml": RdfFormat.RDF_XML,
        "jsonld": RdfFormat.JSON_LD,
        "trig": RdfFormat.TRIG,
        "nquads": RdfFormat.N_QUADS,
    }
)


def canonical_nquads(quads: Iterable[Quad]) -> bytes:
    """Return N-Quads with one quad a line, sorted by code point, each once."""
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    lines = written.splitlines(keepends=True)
    return b"".join(sorted(set(lines)))


def sorted_prefixes(text: bytes) -> bytes:
    r"""Return Turtle or TriG with its prefixes sorted; the engine writes them in any order.

    >>> sorted_prefixes(b"@prefix b: <x:> .\n@prefix a: <y:> .\na:c b:d 1 .\n")
    b'@prefix a: <y:> .\n@prefix b: <x:> .\na:c b:d 1 .\n'
    """
    head = list(takewhile(lambda line: line.startswith(b"@prefix"), io.BytesIO(text)))
    return b"".join(sorted(head)) + text[sum(map(len, head)) :]
