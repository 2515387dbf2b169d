"""SHACL shapes.

In: triples as a text and the folder of shapes. Out: one finding for each result. The engine is the
Rust package `shacl`; the tests prove on every example that pySHACL, the reference, finds the same.
What does not belong here: conditions over several claims (`checks`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shacl
from pyoxigraph import NamedNode

from comity.errors import Unreadable
from comity.rdf.namespaces import identifier

if TYPE_CHECKING:
    from pathlib import Path


def run_shapes(triples: bytes, folder: Path) -> list[str]:
    """Return what breaks the shapes, in the form `id: message (value)`, sorted.

    Args:
        triples: What is validated, as N-Triples.
        folder: Where the shapes are.

    Raises:
        Unreadable: The folder holds no shapes that can be read.
    """
    report = _compiled(folder).validate_text(triples.decode("utf-8"), format="ntriples")
    return sorted({_finding(result) for result in report.results})


def _compiled(folder: Path) -> shacl.Shapes:
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise Unreadable(folder, "no shapes here; reinstall the package")
    try:
        return shacl.Shapes.from_text(
            "\n".join(path.read_text(encoding="utf-8") for path in files), format="turtle"
        )
    except (OSError, ValueError) as problem:
        raise Unreadable(folder, str(problem)) from problem


def _finding(result: shacl.Result) -> str:
    node = result.focus_node.strip("<>")
    name = identifier(NamedNode(node)) or node
    value = f" (found {result.value_plain!r})" if result.value_plain else ""
    return f"{name}: {result.message or result.component}{value}"
