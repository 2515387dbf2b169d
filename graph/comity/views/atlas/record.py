"""The whole record for the full atlas: every quad, in a hundredth of the room that text takes.

In: N-Quads. Out: bytes that `graph/explorer/src/sparql/engine/record.ts` turns into N-Quads again.
What does not belong here: the page, and what the picture is drawn from (`payload`).

The bytes are, in this order:

- the number of bytes of the terms (four, the lowest first), and the terms: sorted, one a line, in
  the syntax of N-Quads; the first sign of a line says how many signs it shares with the one before;
- for each graph and predicate: their places among the terms and the number of their rows, then the
  subjects of the rows, each as its distance from the one before, then the objects likewise.

Whole numbers take seven bits a byte, the lowest first; the eighth bit says that more follow.
Distances of objects are doubled, and one more where they are negative. Reifiers of RDF 1.2 follow
from the claims and are left out.
"""

from __future__ import annotations

import base64
import gzip
import struct
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np

from comity.rdf import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

_REIFIES: Final = str(terms.REIFIES)
_LONGEST_SHARED: Final = 90
"""A sign for each length from 32 on: none of them ends a line."""


def packed_record(quads: bytes) -> str:
    """Return quads as base64 of gzip; the same quads give the same text in whatever order they are.

    Args:
        quads: N-Quads without blank nodes, each in a named graph.
    """
    return packed_bytes(encoded_record(quads))


def packed_bytes(content: bytes) -> str:
    """Return base64 of gzip of some bytes."""
    return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()


def encoded_record(quads: bytes) -> bytes:
    """Return quads as terms and columns.

    >>> encoded_record(b"<a:s> <a:p> <a:o> <a:g> .").hex()
    '12000000203c613a673e0a236f3e0a23703e0a23733e0002010302'
    """
    rows: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for line in quads.decode().split("\n"):
        if not line:
            continue
        subject, predicate, rest = line.split(" ", 2)
        object_, graph, _ = rest.rsplit(" ", 2)
        if predicate != _REIFIES:
            rows[graph, predicate].append((subject, object_))
    known = {term for pair in rows for term in pair}
    known |= {term for pairs in rows.values() for pair in pairs for term in pair}
    sorted_terms = sorted(known)
    places = {term: place for place, term in enumerate(sorted_terms)}
    text = "\n".join(_front_coded(sorted_terms)).encode()
    pieces = [struct.pack("<I", len(text)), text]
    for (graph, predicate), pairs in sorted(rows.items()):
        columns = np.array(
            sorted({(places[subject], places[object_]) for subject, object_ in pairs}),
            dtype=np.int64,
        )
        head = np.array([places[graph], places[predicate], len(columns)], dtype=np.int64)
        steps = np.diff(columns, axis=0, prepend=0)
        signed = np.where(steps[:, 1] < 0, -2 * steps[:, 1] + 1, 2 * steps[:, 1])
        pieces += [_varints(head), _varints(steps[:, 0]), _varints(signed)]
    return b"".join(pieces)


def _front_coded(sorted_terms: Sequence[str]) -> Iterable[str]:
    before = ""
    for term in sorted_terms:
        most = min(len(term), len(before), _LONGEST_SHARED)
        shared = 0
        # signs outside the basic plane count twice in JavaScript, so they are never shared
        while shared < most and term[shared] == before[shared] and term[shared] < "\ud800":
            shared += 1
        yield chr(32 + shared) + term[shared:]
        before = term


def _varints(values: NDArray[np.int64]) -> bytes:
    """Return whole numbers below 2^35 with seven bits a byte."""
    lengths = np.ones(len(values), dtype=np.int64)
    for size in range(1, 5):
        lengths += values >= 1 << 7 * size
    starts = np.cumsum(lengths) - lengths
    made = np.zeros(int(lengths.sum()), dtype=np.uint8)
    for size in range(5):
        longer = lengths > size
        more = np.where(lengths[longer] > size + 1, 128, 0)
        made[starts[longer] + size] = (values[longer] >> 7 * size) & 127 | more
    return made.tobytes()
