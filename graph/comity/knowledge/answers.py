"""Answers that are neither DataFrames nor graphs.

In: what the knowledge graph found. Out: values that show themselves. What does not belong here: how
they are found (`graph`).
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from comity.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comity.analysis.profiles import Facts
    from comity.analysis.ties import Node, Tie


@dataclass(frozen=True, slots=True)
class View:
    """A picture as one HTML page; a notebook shows it in place.

    Attributes:
        title: What is in its centre.
        page: The text of the page.
    """

    title: str
    page: str = field(repr=False)

    def save(self, path: str | Path) -> Path:
        """Write the page to a file and return its path.

        Raises:
            WriteFailed: The file could not be written; one that was there before is unchanged.
        """
        target = Path(path)
        write_atomically(target, self.page.encode("utf-8"))
        return target

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.page, quote=True)}" width="100%" height="760" '
            'style="border:0" sandbox="allow-scripts allow-popups allow-downloads" '
            'title="Comity view"></iframe>'
        )


@dataclass(frozen=True, slots=True)
class Exported:
    """An export that was written.

    Attributes:
        path: The file or folder.
        form: Name of its format.
        counts: How many of what it holds, such as statements or rows.
        size: Number of bytes.
    """

    path: Path
    form: str
    counts: Mapping[str, int]
    size: int


@dataclass(frozen=True, slots=True)
class Profile:
    """A thing with its ties.

    Attributes:
        node: The thing.
        ties: Its ties without votes, sorted by claim.
        labels: Labels of the thing and of those it is tied to, by id.
        facts: Its names, identifiers, sources and values.
        documents: Claims about it that stand in documents alone, sorted by claim.
        ballots: Its votes, or the votes on it, sorted by claim.
    """

    node: Node
    ties: list[Tie]
    labels: Mapping[str, str]
    facts: Facts
    documents: list[Tie] = field(default_factory=list)
    ballots: list[Tie] = field(default_factory=list)

    @property
    def votes(self) -> int:
        """Number of its votes, or of the votes on it."""
        return len(self.ballots)
