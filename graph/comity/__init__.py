"""Comity: an open knowledge graph of space diplomacy, and the tool to ask it.

::

    import comity

    kg = comity.load()
    kg.query("SELECT ?n WHERE { ?n comity:memberOf organisation:copuos }")

Importing this package is cheap; the parts are imported when they are first used. In a notebook,
`%load_ext comity` adds the magics `%sparql`, `%%sparql` and `%comity`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comity.resources import VERSION

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from comity.knowledge import KnowledgeGraph, load

__all__ = ["KnowledgeGraph", "__version__", "load"]

__version__ = VERSION


def __getattr__(name: str) -> Any:
    if name in {"KnowledgeGraph", "load"}:
        from comity import knowledge  # noqa: PLC0415  (pandas-free imports stay cheap)

        return getattr(knowledge, name)
    raise AttributeError(f"module 'comity' has no attribute {name!r}")


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Add the magics and the display of tables to IPython; `%load_ext comity` calls this."""
    from comity import notebook  # noqa: PLC0415  (needs IPython, which no other part does)

    notebook.load(shell)


def unload_ipython_extension(shell: InteractiveShell) -> None:
    """Take them away again; `%unload_ext comity` calls this."""
    from comity import notebook  # noqa: PLC0415  (the same)

    notebook.unload(shell)
