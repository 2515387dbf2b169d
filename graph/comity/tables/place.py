"""Where a row stands.

In and out: values. What does not belong here: what a row holds.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: the file's name and the line, counted from 1."""

    file: str
    line: int
