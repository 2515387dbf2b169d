"""A number that stands for a set of statements, in whatever order they come.

In: statements, each once. Out: the sum of their SHA-256, modulo 2^256; sums of parts add up to that
of the whole. What does not belong here: where the statements are.

Engines may write a number or a truth value otherwise than they were given it (`1.50` as `1.5`).
Such literals count by their value; all other terms count as they are written.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from comity.rdf.literals import XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pyoxigraph import Quad

MODULUS: Final = 2**256


def quads_digest(quads: Iterable[Quad]) -> int:
    """Return the number of some statements.

    >>> quads_digest([])
    0
    """
    total = 0
    for quad in quads:
        term = quad.object
        value = _canonical(term) if isinstance(term, Literal) else str(term)
        line = f"{quad.subject} {quad.predicate} {value} {quad.graph_name}"
        total += int.from_bytes(hashlib.sha256(line.encode("utf-8")).digest(), "big")
    return total % MODULUS


def _canonical(literal: Literal) -> str:
    write = _WRITERS.get(literal.datatype.value)
    if write is None:
        return str(literal)
    try:
        return f'"{write(literal.value)}"^^{literal.datatype}'
    except (ValueError, InvalidOperation):  # what is no value is compared as it is written
        return str(literal)


def _decimal(text: str) -> str:
    return f"{Decimal(text).normalize():f}"


def _boolean(text: str) -> str:
    return {"1": "true", "0": "false"}.get(text, text)


_WRITERS: Final[Mapping[str, Callable[[str], str]]] = {
    XSD + "integer": lambda text: str(int(text)),
    XSD + "decimal": _decimal,
    XSD + "boolean": _boolean,
}
