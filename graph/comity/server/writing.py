"""Results written in a format, up to a limit.

In: the results of a query. Out: bytes, in memory or, where they are many, in a file. The engine
writes; what it writes is counted on its way, and it is stopped at the limit. What does not belong
here: choosing the format.
"""

from __future__ import annotations

import io
import tempfile
from typing import IO, TYPE_CHECKING, Final, cast

import pyoxigraph as ox

from comity.errors import AnswerTooLarge, FormatMismatch, QueryFailed
from comity.queries.formats import to_bytes
from comity.rdf.namespaces import PREFIXES
from comity.rdf.text import RDF_FORMATS, RESULT_FORMATS
from comity.server.formats import GRAPHS, SOLUTIONS
from comity.server.messages import Reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from comity.rdf.engine import Results
    from comity.server.limits import Limits
    from comity.server.messages import Request

# what begins a row, or ends it, in the engine's own output; none of them can stand in a value,
# but for a line break in a value of CSV
_ROW_MARKS: Final = {"json": b'"}},{"', "xml": b"<result>", "csv": b"\r\n", "tsv": b"\n"}
_INLINE: Final = 262_144  # bytes; larger answers go through a file


class Output(io.RawIOBase):
    """Counts what is written, keeps it, and refuses more than the limits.

    Args:
        limits: Their `size` and `rows` count here.
        mark: Bytes that stand once in each row.
    """

    def __init__(self, limits: Limits, mark: bytes = b"") -> None:
        super().__init__()
        self._limits = limits
        self._mark = mark
        self._tail = b""
        self._kept = tempfile.SpooledTemporaryFile(max_size=_INLINE)  # noqa: SIM115  (given on)
        self.size = 0
        self.rows = 0

    def writable(self) -> bool:
        """Tell that this can be written to."""
        return True

    def close(self) -> None:
        """Let go of what was written."""
        self._kept.close()
        super().close()

    def write(self, piece: bytes) -> int:  # type: ignore[override]  # the engine gives bytes
        """Keep a piece.

        Raises:
            AnswerTooLarge: The answer has too many rows or bytes.
        """
        self.size += len(piece)
        if self._mark:
            seen = self._tail + piece
            self.rows += seen.count(self._mark)
            # a mark may be cut in two; what could begin one is looked at again
            self._tail = seen[-(len(self._mark) - 1) :] if len(self._mark) > 1 else b""
        if self.size > self._limits.size:
            raise AnswerTooLarge(f"{self._limits.size:,} bytes")
        if self.rows > self._limits.rows:
            raise AnswerTooLarge(f"{self._limits.rows:,} rows")
        return self._kept.write(piece)

    def reply(self, form: str) -> Reply:
        """Return what was written."""
        self._kept.seek(0)
        if self.size <= _INLINE:
            return Reply(form, self._kept.read())
        with tempfile.NamedTemporaryFile(prefix="comity-answer-", delete=False) as file:
            while chunk := self._kept.read(_INLINE):
                file.write(chunk)
        return Reply(form, file=file.name)


def answer_in_format(results: Results, request: Request, limits: Limits) -> Reply:
    """Return results in the first of the formats that a request takes.

    Raises:
        FormatMismatch: None of them can hold the results.
        AnswerTooLarge: There are too many.
        QueryFailed: The engine gave up.
    """
    reply = write_results(results, request.formats, limits)
    if reply is None:
        is_graph = isinstance(results, ox.QueryTriples)
        kind = "a graph of triples" if is_graph else "a table of solutions"
        asked = ", ".join(request.formats) or "what was asked for"
        raise FormatMismatch(asked, kind, GRAPHS if is_graph else SOLUTIONS)
    return reply


def write_results(results: Results, formats: Sequence[str], limits: Limits) -> Reply | None:
    """Return results in the first format that can hold them, or None if none can.

    Args:
        results: What a query gave.
        formats: Names of formats.
        limits: How many rows and bytes there may be.

    Raises:
        AnswerTooLarge: There are more.
        QueryFailed: The engine gave up while it went on evaluating, or writing.
    """
    is_graph = isinstance(results, ox.QueryTriples)
    form = next((name for name in formats if name in (GRAPHS if is_graph else SOLUTIONS)), None)
    if form is None:
        return None
    try:
        if isinstance(results, ox.QueryTriples):
            return write_triples(results, form, limits)
        if isinstance(results, ox.QueryBoolean) and form in {"csv", "tsv"}:
            return Reply(form, to_bytes(results, form))
        with Output(limits, _ROW_MARKS[form]) as output:
            results.serialize(cast("IO[bytes]", output), format=RESULT_FORMATS[form])
            return output.reply(form)
    except (ValueError, OSError, RuntimeError) as problem:
        raise QueryFailed(str(problem)) from problem


def write_triples(results: Iterable[ox.Triple], form: str, limits: Limits) -> Reply:
    """Return triples in a format, each once.

    Raises:
        AnswerTooLarge: There are too many.
    """
    prefixes = PREFIXES if form in {"turtle", "trig", "rdfxml"} else None
    triples = _distinct(results, limits.rows)
    with Output(limits) as output:
        ox.serialize(
            triples, cast("IO[bytes]", output), format=RDF_FORMATS[form], prefixes=prefixes
        )
        return output.reply(form)


def _distinct(results: Iterable[ox.Triple], limit: int) -> Iterator[ox.Triple]:
    """Yield each triple of RDF 1.1 once: reifiers, whose object is a triple, are left out."""
    seen: set[ox.Triple] = set()
    for triple in results:
        if triple in seen or isinstance(triple.object, ox.Triple):
            continue
        seen.add(triple)
        if len(seen) > limit:
            raise AnswerTooLarge(f"{limit:,} triples")
        yield triple
