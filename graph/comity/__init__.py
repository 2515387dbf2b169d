"""Comity: an open knowledge graph of space diplomacy, and the tool to ask it.

::

    import comity

    kg = comity.load()
    kg.query("SELECT ?n WHERE { ?n comity:memberOf organisation:copuos }")

Importing this package is cheap; the parts are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comity.resources import VERSION

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph, load

__all__ = ["KnowledgeGraph", "__version__", "load"]

__version__ = VERSION


def __getattr__(name: str) -> Any:
    if name in {"KnowledgeGraph", "load"}:
        from comity import knowledge  # noqa: PLC0415  (pandas-free imports stay cheap)

        return getattr(knowledge, name)
    raise AttributeError(f"module 'comity' has no attribute {name!r}")
