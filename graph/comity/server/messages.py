"""What the server and its workers say to each other.

In: a request or a reply. Out: a frame of bytes, and back: two lengths, a head in JSON, a body. What
does not belong here: sockets.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field, fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from collections.abc import Mapping

LENGTHS: Final = struct.Struct("!IQ")
_encoded: Final = json.JSONEncoder(separators=(",", ":"), default=str).encode


@dataclass(frozen=True, slots=True)
class Request:
    """What a worker is asked to do.

    Attributes:
        operation: Name of one of the `operations`.
        arguments: What it is done with; texts, numbers, truth values and lists of texts.
        formats: Names of the formats that the client takes, the best first.
        as_of: Day to look at, as `YYYY-MM-DD`.
        known_by: Day by which a thing must have been public, likewise.
        certain: Whether only what certainly held is wanted.
        is_prepared: Whether the store of the moment has just been made.
    """

    operation: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    as_of: str | None = None
    known_by: str | None = None
    certain: bool = False
    is_prepared: bool = False
    _frame: bytes = field(default=b"", init=False, repr=False, compare=False)

    @property
    def moment(self) -> Moment:
        """The moment to look from."""
        return Moment(_day(self.as_of), _day(self.known_by), self.certain)

    def to_frame(self) -> bytes:
        """Return the request as a frame without a body; it is made once."""
        if not self._frame:
            made = frame({name: getattr(self, name) for name in _FIELDS})
            object.__setattr__(self, "_frame", made)  # frozen for everybody else
        return self._frame

    @classmethod
    def from_head(cls, head: bytes) -> Request:
        """Return the request of a frame's head."""
        told = json.loads(head)
        return cls(**{**told, "formats": tuple(told["formats"])})


_FIELDS: Final = tuple(each.name for each in fields(Request) if each.init)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker gives back.

    Attributes:
        format: Name of the format of the content; empty for an error.
        body: The content, unless it is in a file.
        file: Path of the file with the content, which whoever reads it removes.
        details: What else the answer needs to be shown, or the fields of an error.
        error: Name of the class of the error, if there was one.
        unprepared: Whether the store of the moment must be made first.
        leaving: Whether the worker ends after this reply, to give its memory back.
    """

    format: str = ""
    body: bytes = b""
    file: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    error: str = ""
    unprepared: bool = False
    leaving: bool = False

    def to_frame(self) -> bytes:
        """Return the reply as a frame."""
        head = {name: getattr(self, name) for name in self.__slots__ if name != "body"}
        return frame(head, self.body)

    @classmethod
    def from_parts(cls, head: bytes, body: bytes) -> Reply:
        """Return the reply of a frame's head and body."""
        return cls(**json.loads(head), body=body)


def frame(head: Mapping[str, Any], body: bytes = b"") -> bytes:
    """Return a frame: the lengths of head and body, the head in JSON, the body."""
    text = _encoded(head).encode()
    return LENGTHS.pack(len(text), len(body)) + text + body


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
