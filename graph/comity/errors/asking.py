"""What was asked cannot be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.errors.roots import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


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


class BadSupposition(BadInput):
    """What is supposed cannot be: it is not there to be taken away, or is no tie to be added."""

    def __init__(self, value: str, problem: str) -> None:
        self.value = value
        self.problem = problem
        super().__init__(f"{value!r} cannot be supposed: {problem}")


class CertainInWidget(BadInput):
    """A widget is asked for only what certainly held; its day moves, and shows what may have."""

    def __init__(self) -> None:
        super().__init__(
            "the widget shows what the record does not exclude for a day, not only what is "
            "certain; leave `certain` out, or take kg.view"
        )


class NotTwoActors(BadInput):
    """Two actors are needed, and one that is named is none, or both are the same."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        self.problem = problem
        super().__init__(f"{name} {problem}")


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


class ExportOptions(BadInput):
    """Options of an export do not go together, or say too little."""

    def __init__(self, problem: str, instead: str) -> None:
        self.problem = problem
        self.instead = instead
        super().__init__(f"{problem}; use {instead}")


class UnknownEnding(BadInput):
    """The name of a file does not say in which form a picture is wanted."""

    def __init__(self, path: str, endings: Sequence[str]) -> None:
        self.path = path
        self.endings = tuple(endings)
        super().__init__(f"{path!r} names no form of a picture; end it in {' or '.join(endings)}")


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
