"""Connections that keep to their limits.

In: bytes of a client. Out: the same, to uvicorn; or the end of the connection when the head of a
request is too large or does not come in time, for which uvicorn's fast parser has no limits of its
own. What does not belong here: requests with whole heads.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if TYPE_CHECKING:
    import asyncio

    from comity.server.limits import Limits


def bounded(limits: Limits) -> type[HttpToolsProtocol]:
    """Return a class of connections with limits on the heads of requests."""

    class BoundedProtocol(HttpToolsProtocol):
        """A connection of one client."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self._size = 0
            self._in_head = True
            self._is_refused = False
            self._timer: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(cast("asyncio.Transport", _Joining(transport, self.loop)))
            self._start_timer()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop_timer()
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            if self._is_refused:
                return
            super().data_received(data)
            if self._in_head:  # what comes in one piece, as most do, needs no timer
                if self._timer is None:
                    self._start_timer()
                self._size += len(data)
                self._refuse_if_too_large()

        def on_message_begin(self) -> None:
            self._stop_timer()
            self._size = 0
            self._in_head = True
            super().on_message_begin()

        def on_headers_complete(self) -> None:
            self._stop_timer()
            self._size = len(self.url)
            self._size += sum(len(name) + len(value) + _BETWEEN for name, value in self.headers)
            self._in_head = False
            if not self._refuse_if_too_large():
                super().on_headers_complete()

        def on_body(self, body: bytes) -> None:
            if not self._is_refused:
                super().on_body(body)

        def on_message_complete(self) -> None:
            if not self._is_refused:
                super().on_message_complete()

        def _start_timer(self) -> None:
            self._timer = self.loop.call_later(limits.receive, self._give_up)

        def _stop_timer(self) -> None:
            if self._timer:
                self._timer.cancel()
                self._timer = None

        def _give_up(self) -> None:
            words = f"the head of the request did not come within {limits.receive:g} s"
            self._refuse(408, "Request Timeout", words)

        def _refuse_if_too_large(self) -> bool:
            if self._size > limits.head and not self._is_refused:
                words = f"the head of the request is larger than {limits.head:,} bytes"
                self._refuse(431, "Request Header Fields Too Large", words)
            return self._is_refused

        def _refuse(self, status: int, title: str, words: str) -> None:
            self._is_refused = True
            body = json.dumps({"title": title, "status": status, "detail": words}).encode()
            head = _HEAD.format(status=status, title=title, size=len(body))
            self.transport.write(head.encode() + body)
            self.transport.close()

    return BoundedProtocol


class _Joining:
    """A transport that sends in one piece what is written in one turn of the loop.

    uvicorn writes the head of an answer and its content apart, so a short answer would cost the
    system, and the client, two packets.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._pieces: list[bytes] = []
        self._size = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, piece: bytes) -> None:
        """Send a piece soon; at once when there is much, so that a full buffer is known."""
        if not self._pieces:
            self._loop.call_soon(self._send)
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > _JOINED:
            self._send()

    def close(self) -> None:
        """Send what is left, and close."""
        self._send()
        self._transport.close()

    def _send(self) -> None:
        if self._pieces:
            pieces, self._pieces, self._size = self._pieces, [], 0
            self._transport.write(b"".join(pieces))


_JOINED: Final = 65_536  # bytes
_BETWEEN: Final = 4  # bytes: the colon and the blank, the end of the line
_HEAD: Final = (
    "HTTP/1.1 {status} {title}\r\nContent-Type: application/problem+json\r\n"
    "Content-Length: {size}\r\nConnection: close\r\n\r\n"
)
