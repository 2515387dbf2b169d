"""What surrounds every request: its time, log line, counts and headers, and a slow reader's end.

In: an ASGI application. Out: the same, surrounded. What does not belong here: answers.

Everything is done in one layer, since each layer of its own costs every request a part of what a
lookup takes.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipResponder

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from comity.server.limits import Limits
    from comity.server.metrics import Metrics

    RawHeaders = list[tuple[bytes, bytes]]

_LOG: Final = logging.getLogger("comity.server.access")
POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What pages may load and do, unless an answer brings a policy of its own."""
_HEADERS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
)
_EXPOSED: Final = ("ETag", "Retry-After")
_CROSS_ORIGIN: Final = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", ", ".join(_EXPOSED).encode()),
)
_VARYING: Final = ("Accept-Encoding", "Origin")
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})
_SMALL: Final = 1_000  # bytes below which compressing is not worth it
_EFFORT: Final = 5  # of compressing


class SlowReader(ConnectionError):
    """A client does not read its answer."""


class Surroundings:
    """Surrounds an application."""

    def __init__(self, app: ASGIApp, *, limits: Limits, metrics: Metrics) -> None:
        self._app = app
        self._limits = limits
        self._metrics = metrics
        self._preflights = CORSMiddleware(
            app,
            allow_origins=["*"],
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=["*"],
            expose_headers=_EXPOSED,
            max_age=86_400,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        sending = _Sending(send, self._limits.send)
        try:
            await self._handle(scope, receive, sending)
        except SlowReader:
            sending.status = 499
            raise
        finally:
            self._finish(scope, sending, time.perf_counter() - began)

    async def _handle(self, scope: Scope, receive: Receive, sending: _Sending) -> None:
        asked = dict(scope["headers"])
        sending.is_cross_origin = b"origin" in asked
        if (
            scope["method"] == "OPTIONS"
            and sending.is_cross_origin
            and b"access-control-request-method" in asked
        ):
            sending.is_cross_origin = False  # the answer says more of it by itself
            response = self._preflights.preflight_response(Headers(scope=scope))
            await response(scope, receive, sending.send)
        elif b"gzip" in asked.get(b"accept-encoding", b""):
            responder = GZipResponder(self._app, _SMALL, compresslevel=_EFFORT)
            await responder(scope, receive, sending.send)
        else:
            await self._app(scope, receive, sending.send)

    def _finish(self, scope: Scope, sent: _Sending, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "none")
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.count(route, method, sent.status, seconds)
        _LOG.info(
            "%(method)s %(path)s %(status)d",
            {
                "method": method,
                "route": route,
                "path": scope["path"],
                "status": sent.status,
                "bytes": sent.size,
                "ms": round(seconds * 1000, 1),
            },
        )


class _Sending:
    """One answer on its way: its status and size, and the headers that all answers have.

    Attributes:
        status: Its status.
        size: How many bytes of content it has had so far.
        is_cross_origin: Whether a page of another origin may have asked.
    """

    def __init__(self, send: Send, patience: float) -> None:
        self._send = send
        self._patience = patience
        self._start: Message | None = None  # waits for the first piece, to be sent with it
        self.status = 500
        self.size = 0
        self.is_cross_origin = False

    async def send(self, message: Message) -> None:
        """Send a piece on.

        Raises:
            SlowReader: The client did not take it in time.
        """
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = self._with_headers(message.get("headers", []))
            self._start = message
            return
        self.size += len(message.get("body", b""))
        start, self._start = self._start, None
        try:
            async with asyncio.timeout(self._patience):
                if start is not None:
                    await self._send(start)
                await self._send(message)
        except TimeoutError as problem:
            raise SlowReader("the client does not read its answer") from problem

    def _with_headers(self, headers: RawHeaders) -> RawHeaders:
        names = {name for name, _ in headers}
        varying = [value.decode("latin-1") for name, value in headers if name == b"vary"]
        known = ", ".join(varying).lower()
        varying += [name for name in _VARYING if name.lower() not in known]
        return [
            *(header for header in headers if header[0] != b"vary"),
            (b"vary", ", ".join(varying).encode("latin-1")),
            *(header for header in _HEADERS if header[0] not in names),
            *(_CROSS_ORIGIN if self.is_cross_origin else ()),
        ]
