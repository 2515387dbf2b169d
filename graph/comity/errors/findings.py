"""The data was read, and faults were found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.errors.roots import Findings

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a table: where it is, what stands there and what is wrong with it.

    Attributes:
        file: Name of the file.
        line: Line in the file, counted from 1; 0 when the whole file is meant.
        column: Name of the column, or empty when the whole row is meant.
        value: The text that stands there.
        problem: What is wrong, as the end of a sentence that begins with the value.
    """

    file: str
    line: int
    column: str
    value: str
    problem: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f" {self.column}:" if self.column else ":" if not self.line else ""
        value = f" {self.value!r}" if self.value or self.column else ""
        return f"{place}{column}{value} {self.problem}"


class TableFaults(Findings):
    """Tables have faults; all of them are listed."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class NotConforming(Findings):
    """A dataset breaks shapes or checks; all findings are listed."""

    def __init__(self, findings: Sequence[str]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(self.findings))
