"""Everything that can go wrong, as one tree.

In: the fields of a failure, never a ready-made sentence. Out: exceptions whose message is built
here, in one place each. What does not belong here: exit codes (`comity.cli.exits`) and any import.

::

    ComityError
    ├── BadInput                what was asked cannot be meant
    │   ├── BadDate
    │   ├── BadHorizon
    │   ├── BadIdentifier
    │   ├── BadIri
    │   ├── BadNumber
    │   ├── BadParameter
    │   ├── DayAfterRecord
    │   ├── UnknownName
    │   ├── QuerySyntax
    │   ├── QueryRefused
    │   ├── FormatMismatch
    │   └── ViewTooLarge
    ├── Findings                the data was read, and faults were found in it
    │   ├── TableFaults
    │   └── NotConforming
    └── CannotRun               the surroundings do not allow it
        ├── Unreadable
        ├── WriteFailed
        ├── SnapshotMissing
        ├── SnapshotDamaged
        ├── QueryFailed
        ├── TooFewCases
        └── MissingPart
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class ComityError(Exception):
    """Root of all errors that Comity raises on purpose."""


class BadInput(ComityError):
    """What was asked cannot be meant: a usage error of the caller."""


class BadDate(BadInput):
    """A text is not a partial date, or not a whole day where one is needed."""

    def __init__(self, value: str, *, whole: bool = False) -> None:
        self.value = value
        self.whole = whole
        form = "day (YYYY-MM-DD)" if whole else "date (YYYY, YYYY-MM or YYYY-MM-DD)"
        super().__init__(f"{value!r} is not a {form}")


class BadHorizon(BadInput):
    """A text does not say how far a forecast looks."""

    def __init__(self, value: str) -> None:
        self.value = value
        super().__init__(f"{value!r} is not a horizon: half-years up to 5y, such as 6m, 1y or 18m")


class BadIdentifier(BadInput):
    """A text is not an identifier such as `nation/chn`."""

    def __init__(self, value: str, reason: str) -> None:
        self.value = value
        self.reason = reason
        super().__init__(f"{value!r} is not an identifier: {reason}")


class BadIri(BadInput):
    """A text is not an absolute IRI."""

    def __init__(self, value: str) -> None:
        self.value = value
        super().__init__(f"{value!r} is not an IRI such as https://w3id.org/comity/graph/claims")


class BadNumber(BadInput):
    """A number is out of its range."""

    def __init__(self, name: str, value: int, range_: str) -> None:
        self.name = name
        self.value = value
        self.range = range_
        super().__init__(f"{name} {value} is out of range; it is {range_}")


class BadParameter(BadInput):
    """A parameter of a named query is missing, unknown or of the wrong type."""

    def __init__(self, query: str, name: str, problem: str) -> None:
        self.query = query
        self.name = name
        self.problem = problem
        super().__init__(f"query {query}: parameter {name!r} {problem}")


class DayAfterRecord(BadInput):
    """A day is asked for that comes after the last day of the record."""

    def __init__(self, day: date, last: date) -> None:
        self.day = day
        self.last = last
        super().__init__(f"the record ends on {last}: {day} is after it")


class UnknownName(BadInput):
    """A name is not known; the nearest known ones are offered, or where to look."""

    def __init__(self, kind: str, name: str, nearest: Sequence[str] = (), look: str = "") -> None:
        self.kind = kind
        self.name = name
        self.nearest = tuple(nearest)
        self.look = look
        hint = f"; did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        where = f"; {look}" if look and not self.nearest else ""
        super().__init__(f"no {kind} {name!r}{hint}{where}")


class QuerySyntax(BadInput):
    """A query is not SPARQL; says where the parser stopped."""

    def __init__(self, problem: str, line: int | None = None, column: int | None = None) -> None:
        self.problem = problem
        self.line = line
        self.column = column
        where = f"line {line}, column {column}: " if line is not None else ""
        super().__init__(f"query: {where}{problem}")


class QueryRefused(BadInput):
    """A query asks for something that is switched off, or is too large to be safe."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"query refused: {reason}")


class FormatMismatch(BadInput):
    """A result cannot be written in the format that was asked for."""

    def __init__(self, form: str, result: str, possible: Sequence[str]) -> None:
        self.form = form
        self.result = result
        self.possible = tuple(possible)
        super().__init__(
            f"{result} cannot be written as {form}; choose one of {', '.join(self.possible)}"
        )


class ViewTooLarge(BadInput):
    """A picture would hold more things than can be read."""

    def __init__(self, nodes: int, limit: int) -> None:
        self.nodes = nodes
        self.limit = limit
        super().__init__(
            f"the view would hold {nodes} things, more than {limit}; use a smaller depth or limit"
        )


class Findings(ComityError):
    """The data was read, and faults were found in it."""


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


class CannotRun(ComityError):
    """The surroundings do not allow it: a file, a disk, a missing part."""


class Unreadable(CannotRun):
    """A file cannot be read."""

    def __init__(self, path: object, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(f"{path}: cannot be read: {reason}")


class WriteFailed(CannotRun):
    """A file could not be written; what was there before is unchanged."""

    def __init__(self, path: object, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(
            f"{path}: could not be written: {reason}; what was there before is unchanged"
        )


class SnapshotMissing(CannotRun):
    """There is no snapshot where one is looked for."""

    def __init__(self, path: object) -> None:
        self.path = str(path)
        super().__init__(f"{path}: no snapshot here; run `comity build` first")


class SnapshotDamaged(CannotRun):
    """A snapshot does not match its manifest."""

    def __init__(self, path: object, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(f"{path}: damaged snapshot: {reason}; run `comity build --force`")


class QueryFailed(CannotRun):
    """The engine could not evaluate a well-formed query."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the query could not be evaluated: {reason}")


class TooFewCases(CannotRun):
    """The record holds too few cases of something to learn from, or to test what was learned."""

    def __init__(self, about: str, found: int, needed: int, what: str) -> None:
        self.about = about
        self.found = found
        self.needed = needed
        self.what = what
        super().__init__(f"{about} cannot be forecast: {found} {what}; {needed} are needed")


class MissingPart(CannotRun):
    """An optional part is not installed."""

    def __init__(self, purpose: str, install: str) -> None:
        self.purpose = purpose
        self.install = install
        super().__init__(f"{purpose} needs a part that is not installed; install {install}")
