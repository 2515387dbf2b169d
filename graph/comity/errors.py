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
    │   ├── BadAddress
    │   ├── NeedsSnapshot
    │   ├── FormatMismatch
    │   ├── ExportOptions
    │   ├── ViewTooLarge
    │   ├── AnswerTooLarge
    │   └── BadRequest          an HTTP request is not as it should be
    │       ├── WrongParameter
    │       ├── NoSuchPage
    │       ├── MethodNotAllowed
    │       ├── NotAcceptable
    │       ├── BodyTooLarge
    │       └── UnsupportedMediaType
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
        ├── EndpointUnreachable
        ├── EndpointFailed
        ├── EndpointAnswerUnusable
        ├── EndpointCut
        ├── NotAComityStore
        ├── ReleaseNotUnderstood
        ├── ReleaseReplaced
        ├── PublishingFailed
        ├── MissingPart
        └── ServiceTrouble      the service cannot answer, or not now
            ├── ServerBusy
            ├── ServiceStopped
            ├── TooMuchTime
            ├── TooMuchMemory
            ├── WorkerDied
            └── AddressInUse
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


class BadAddress(BadInput):
    """A text is not the address of a SPARQL endpoint, or holds a secret that does not belong there.

    The address is given without what stands before an @ in it.
    """

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: {reason}")


class NeedsSnapshot(BadInput):
    """A question cannot be put to a store elsewhere; the snapshot can answer it."""

    def __init__(self, what: str, instead: str = "") -> None:
        self.what = what
        self.instead = instead
        other = f"{instead}, or " if instead else ""
        super().__init__(
            f"{what} cannot be asked of a store elsewhere; {other}ask the snapshot "
            "(without --store; in Python comity.load())"
        )


class FormatMismatch(BadInput):
    """A result cannot be written in the format that was asked for."""

    def __init__(self, form: str, result: str, possible: Sequence[str]) -> None:
        self.form = form
        self.result = result
        self.possible = tuple(possible)
        super().__init__(
            f"{result} cannot be written as {form}; choose one of {', '.join(self.possible)}"
        )


class ExportOptions(BadInput):
    """Options of an export do not go together, or say too little."""

    def __init__(self, problem: str, instead: str) -> None:
        self.problem = problem
        self.instead = instead
        super().__init__(f"{problem}; use {instead}")


class ViewTooLarge(BadInput):
    """A picture would hold more things than can be read."""

    def __init__(self, nodes: int, limit: int) -> None:
        self.nodes = nodes
        self.limit = limit
        super().__init__(
            f"the view would hold {nodes} things, more than {limit}; use a smaller depth or limit"
        )


class AnswerTooLarge(BadInput):
    """An answer would be larger than is allowed."""

    def __init__(self, limit: str) -> None:
        self.limit = limit
        super().__init__(f"the answer is larger than {limit}; add LIMIT, or ask for less")


class BadRequest(BadInput):
    """An HTTP request is not as it should be."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(problem)


class WrongParameter(BadRequest):
    """A parameter of an HTTP request has a value that it cannot have."""

    def __init__(self, parameter: str, reason: str, nearest: Sequence[str] = ()) -> None:
        self.parameter = parameter
        self.nearest = list(nearest)
        super().__init__(f"the parameter {parameter}: {reason}")


class NoSuchPage(BadRequest):
    """Nothing has the address that was asked for."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"nothing is at {path!r}; see / for what there is")


class MethodNotAllowed(BadRequest):
    """A method was used that the address does not know."""

    def __init__(self, method: str, allowed: Sequence[str]) -> None:
        self.method = method
        self.allowed = tuple(allowed)
        super().__init__(f"{method} is not known here; use {', '.join(allowed)}")


class NotAcceptable(BadRequest):
    """None of the formats that a client takes is on offer."""

    def __init__(self, asked: str, offered: Sequence[str]) -> None:
        self.asked = asked
        self.offered = tuple(offered)
        super().__init__(f"no answer as {asked!r}; there are {', '.join(offered)}")


class BodyTooLarge(BadRequest):
    """The body of a request is too large."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"the body of the request is larger than {limit:,} bytes")


class UnsupportedMediaType(BadRequest):
    """The body of a request is of a type that is not understood."""

    def __init__(self, media_type: str, understood: Sequence[str]) -> None:
        self.media_type = media_type
        self.understood = tuple(understood)
        found = repr(media_type) if media_type else "no media type"
        super().__init__(f"{found} is not understood here; send {' or '.join(understood)}")


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


class EndpointUnreachable(CannotRun):
    """A store elsewhere does not answer at all, or not in time."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: does not answer: {reason}")


class EndpointFailed(CannotRun):
    """A store elsewhere answers with an error; its own first words are given."""

    def __init__(self, address: str, status: int, line: str) -> None:
        self.address = address
        self.status = status
        self.line = line
        hint = (
            "; set COMITY_STORE_USER and COMITY_STORE_PASSWORD, or COMITY_STORE_TOKEN"
            if status in {401, 403}
            else ""
        )
        said = f": {line}" if line else ""
        super().__init__(f"{address}: answers with status {status}{said}{hint}")


class EndpointAnswerUnusable(CannotRun):
    """A store elsewhere answers, and the answer is no result of a query, or too large."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: its answer cannot be used: {reason}")


class EndpointCut(CannotRun):
    """A store elsewhere gives no more than some number of rows, and there are more."""

    def __init__(self, address: str, rows: str) -> None:
        self.address = address
        self.rows = rows
        super().__init__(
            f"{address}: cuts its answer off after {rows} rows; ask for fewer with LIMIT and "
            "OFFSET, leave out ORDER BY, or raise the limit there (ResultSetMaxRows in "
            "virtuoso.ini)"
        )


class NotAComityStore(CannotRun):
    """A store that answers SPARQL holds no release of Comity, or only part of one."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(
            f"{address}: no release of Comity is published here; "
            f"`comity publish --to {address}` puts one there"
        )


class ReleaseNotUnderstood(CannotRun):
    """A store describes its release in a way that this version does not understand."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(
            f"{address}: its release is not understood: {reason}; "
            "publish it anew, or use the version of Comity that published it"
        )


class ReleaseReplaced(CannotRun):
    """The release of a store went away, or another one came, while the store was asked."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(f"{address}: its release was replaced while it was asked; ask again")


class PublishingFailed(CannotRun):
    """A store does not hold what was put into it."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: not published: {reason}; publish it again")


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


class ServiceTrouble(CannotRun):
    """The service cannot answer, or not now."""


class ServerBusy(ServiceTrouble):
    """Too many requests wait, or too many long queries run; the same request may be sent again."""

    retry_after = 5  # seconds

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the service is busy: {reason}; try again in {self.retry_after} s")


class ServiceStopped(ServiceTrouble):
    """The service starts or stops."""

    retry_after = 10  # seconds

    def __init__(self) -> None:
        super().__init__(f"no snapshot is served now; try again in {self.retry_after} s")


class TooMuchTime(ServiceTrouble):
    """A query ran longer than is allowed and was ended."""

    def __init__(self, limit: float) -> None:
        self.limit = limit
        super().__init__(f"the query was ended after {limit:g} s; make it more exact, or add LIMIT")


class TooMuchMemory(ServiceTrouble):
    """A query took more memory than is allowed and was ended."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        size = f"{limit // 1_048_576:,} MiB"
        super().__init__(f"the query took more than {size} and was ended; make it more exact")


class WorkerDied(ServiceTrouble):
    """The process that worked on a request ended for a reason of its own."""

    def __init__(self, code: int | None) -> None:
        self.code = code
        how = "" if code is None else f" ({f'signal {-code}' if code < 0 else f'code {code}'})"
        super().__init__(f"the process that worked on the request ended{how}; others go on")


class AddressInUse(ServiceTrouble):
    """The service cannot listen at an address."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"cannot listen at {address}: {reason}; choose another with --port")
