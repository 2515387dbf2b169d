"""Results of SPARQL queries as XML documents.

In: documents with solutions of the same variables. Out: one document with all of them. What does
not belong here: reading the solutions, which pyoxigraph does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.store.connection import Answer

_OPEN: Final = b"<results"
_CLOSE: Final = b"</results>"


def joined(answers: Sequence[Answer]) -> Answer:
    """Return one answer with the solutions of all, in their order.

    Args:
        answers: One at least; the first gives the head.
    """
    first = answers[0].content
    start, end = _inside(first)
    solutions = (content[slice(*_inside(content))] for content in (a.content for a in answers))
    return replace(answers[0], content=b"".join((first[:start], *solutions, first[end:])))


def _inside(content: bytes) -> tuple[int, int]:
    """Return where the solutions of a document begin and end; the same place when it has none."""
    tag = content.find(_OPEN)
    start = content.find(b">", tag) + 1
    end = content.rfind(_CLOSE)
    return (start, end) if tag >= 0 and end >= start else (start, start)
