"""Redirects: which id stands for a thing that was collected under several ids.

In: rows of `redirects.csv`. Out: the id to use. Finding out that two ids mean one thing is a
curator's work (entities) or that of `intake.sources` (sources).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.tables import Cells


class Redirects:
    """A map from old ids to the ids in use, followed to the end of each chain."""

    def __init__(self, rows: list[Cells]) -> None:
        self.rows = list(rows)
        self._targets = {row["from"]: row["to"] for row in rows}

    def add(self, old: str, new: str, reason: str) -> None:
        """Add a redirect unless it stands already."""
        if old not in self._targets:
            self._targets[old] = new
            self.rows.append({"from": old, "to": new, "reason": reason})

    def resolve(self, identifier: str) -> str:
        """Return the id in use for an id.

        >>> rows = [{"from": "agency/b", "to": "agency/a", "reason": ""}]
        >>> Redirects(rows).resolve("agency/b")
        'agency/a'
        """
        seen: set[str] = set()
        while identifier in self._targets and identifier not in seen:
            seen.add(identifier)
            identifier = self._targets[identifier]
        return identifier

    def resolve_source(self, identifier: str) -> str:
        """Return the bare id in use for the bare or `src/` id of a source."""
        bare = identifier.removeprefix("src/")
        return self.resolve(f"source/{bare}").removeprefix("source/")
