"""Deterministic text: the same quads give the same bytes.

In: quads in any order. Out: sorted, duplicate-free N-Quads, which is the canonical form of a
snapshot as long as it holds no blank nodes. What does not belong here: files and compression.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, serialize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad


def canonical_nquads(quads: Iterable[Quad]) -> bytes:
    """Return N-Quads with one quad a line, sorted by code point, each once."""
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    lines = written.splitlines(keepends=True)
    return b"".join(sorted(set(lines)))
