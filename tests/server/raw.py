"""Requests as bytes, for what no decent client would send.

In: bytes. Out: what came back: status, headers, body, and how long it took. What does not belong
here: what to send.
"""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CLOSED = 0  # the status where the server hung up without a word


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back.

    Attributes:
        status: The status; `CLOSED` when the server hung up instead.
        headers: The headers, with names in lower case.
        body: The body.
        seconds: Time from the first byte sent to the last byte read.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", errors="replace")


def head(target: str, method: str = "GET", **headers: str) -> bytes:
    """Return the head of a request; underscores in names of headers stand for hyphens."""
    lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1", errors="surrogateescape")


def exchange(port: int, pieces: Iterable[bytes], *, timeout: float = 30) -> Answer:
    """Send pieces of bytes to a port of this machine, and return what comes back."""
    begin = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as link:
        try:
            for piece in pieces:
                link.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the server has heard enough; it may have answered
        return read_answer(link, begin)


def read_answer(link: socket.socket, begin: float) -> Answer:
    """Return the answer that a connection gives."""
    response = HTTPResponse(link)
    try:
        response.begin()
        body = response.read()
    except (HTTPException, ConnectionResetError):
        return Answer(CLOSED, {}, b"", time.perf_counter() - begin)
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, headers, body, time.perf_counter() - begin)
