"""Loading into IPython, and unloading.

In: a shell. Out: magics and a formatter registered in it, or removed. What does not belong here:
what they do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pandas as pd

from comity.notebook.links import linked_html
from comity.notebook.magics import ComityMagics

if TYPE_CHECKING:
    from collections.abc import Callable

    from IPython.core.formatters import DisplayFormatter, HTMLFormatter
    from IPython.core.interactiveshell import InteractiveShell

_NAMES = {"line": ("sparql", "comity"), "cell": ("sparql",)}
_replaced: dict[int, Callable[[pd.DataFrame], str | None] | None] = {}


def load(shell: InteractiveShell) -> None:
    """Register the magics, and links to things in tables that Comity gave."""
    shell.register_magics(ComityMagics)
    formatter = _html_formatter(shell)
    # somebody else's display goes on for other tables
    before = formatter.for_type(pd.DataFrame)  # type: ignore[no-untyped-call]  # IPython's

    def shown(frame: pd.DataFrame) -> str | None:
        plain = before or _plain
        return linked_html(frame) if "comity" in frame.attrs else plain(frame)

    _replaced[id(shell)] = before
    formatter.for_type(pd.DataFrame, shown)  # type: ignore[no-untyped-call]  # IPython's


def unload(shell: InteractiveShell) -> None:
    """Remove what `load` registered."""
    for kind, names in _NAMES.items():
        for name in names:
            shell.magics_manager.magics[kind].pop(name, None)
    formatter = _html_formatter(shell)
    formatter.pop(pd.DataFrame, None)  # type: ignore[no-untyped-call]  # IPython's
    if before := _replaced.pop(id(shell), None):
        formatter.for_type(pd.DataFrame, before)  # type: ignore[no-untyped-call]  # IPython's


def _html_formatter(shell: InteractiveShell) -> HTMLFormatter:
    found: HTMLFormatter = cast("DisplayFormatter", shell.display_formatter).formatters["text/html"]
    return found


def _plain(frame: pd.DataFrame) -> str | None:
    html: str | None = frame._repr_html_()  # type: ignore[operator]  # pandas' own display
    return html
