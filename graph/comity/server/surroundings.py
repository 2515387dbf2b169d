"""What surrounds every request: its time, log line, counts and headers, and a slow reader's end.

In: an ASGI application. Out: the same, surrounded. What does not belong here: answers.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from comity.server.limits import Limits
    from comity.server.metrics import Metrics

_LOG: Final = logging.getLogger("comity.server.access")
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})


class SlowReader(ConnectionError):
    """A client does not read its answer."""


class Surroundings:
    """Surrounds an application."""

    def __init__(self, app: ASGIApp, *, limits: Limits, metrics: Metrics) -> None:
        self._app = app
        self._limits = limits
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 500
        size = 0

        async def send_on(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            else:
                size += len(message.get("body", b""))
            try:
                async with asyncio.timeout(self._limits.send):
                    await send(message)
            except TimeoutError as problem:
                raise SlowReader("the client does not read its answer") from problem

        try:
            await self._app(scope, receive, send_on)
        except SlowReader:
            status = 499
            raise
        finally:
            self._finish(scope, status, size, time.perf_counter() - began)

    def _finish(self, scope: Scope, status: int, size: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "none")
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.count(route, method, status, seconds)
        _LOG.info(
            "%s %s %d",
            method,
            scope["path"],
            status,
            extra={
                "method": method,
                "route": route,
                "path": scope["path"],
                "status": status,
                "bytes": size,
                "ms": round(seconds * 1000, 1),
            },
        )
