"""Errors as a notebook shows them.

In: an error of Comity, and the query that it is about. Out: an exception that shows itself in a
line or three, without a traceback, and stops the cell. What does not belong here: messages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.errors import QuerySyntax

if TYPE_CHECKING:
    from comity.errors import ComityError

_WIDEST = 76


class CellFailed(Exception):
    """A cell could not be answered; shows what went wrong, and where in the query."""

    def __init__(self, problem: ComityError | str, text: str = "") -> None:
        self.lines = [*(str(problem).splitlines() or [type(problem).__name__])]
        if isinstance(problem, QuerySyntax):
            self.lines += caret_lines(text, problem.line, problem.column)
        super().__init__("\n".join(self.lines))

    def _render_traceback_(self) -> list[str]:
        """Return the lines that IPython shows in place of a traceback."""
        return [f"comity: {self.lines[0]}", *self.lines[1:]]


def caret_lines(text: str, line: int | None, column: int | None) -> list[str]:
    r"""Return the line of a query where something is wrong, and a caret under the place.

    >>> print("\n".join(caret_lines("SELECT ?n\nWHERE { ?n foo:bar ?x }", 2, 19)))
      WHERE { ?n foo:bar ?x }
                        ^
    """
    lines = text.splitlines()
    if line is None or column is None or not 1 <= line <= len(lines) + 1:
        return []
    at_end = line > len(lines)
    stands = lines[-1] if at_end and lines else "" if at_end else lines[line - 1]
    place = len(stands) if at_end else min(column - 1, len(stands))
    start = max(0, place - _WIDEST // 2) if len(stands) > _WIDEST else 0
    shown = stands[start : start + _WIDEST].replace("\t", " ")
    return [f"  {shown}", f"  {' ' * (place - start)}^"]
