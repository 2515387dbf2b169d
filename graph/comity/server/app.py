"""The application: routes, and what surrounds them.

In: a service. Out: an ASGI application. What does not belong here: what a route does.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from comity.errors import BadRequest, ComityError, MethodNotAllowed, NoSuchPage
from comity.server import sparql
from comity.server.metrics import Metrics
from comity.server.problems import problem, problem_of
from comity.server.surroundings import Surroundings

if TYPE_CHECKING:
    from starlette.requests import Request

    from comity.server.service import Service

_LOG: Final = logging.getLogger("comity.server")
_READ: Final = ["GET", "HEAD"]
_SMALL: Final = 1_000  # bytes below which compressing is not worth it


def application(service: Service) -> Starlette:
    """Return the application that serves a service."""
    metrics = Metrics()
    app = Starlette(
        routes=[
            Route("/sparql", sparql.endpoint, methods=[*_READ, "POST"]),
            Route("/graph-store", sparql.graph_store, methods=_READ),
            Route("/.well-known/void", sparql.describe, methods=_READ),
            Route("/health", _health, methods=_READ),
            Route("/ready", _ready, methods=_READ),
            Route("/metrics", _metrics, methods=_READ),
        ],
        middleware=[
            Middleware(Surroundings, limits=service.limits, metrics=metrics),
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD", "POST"],
                allow_headers=["*"],
                expose_headers=["ETag", "Retry-After"],
                max_age=86_400,
            ),
            Middleware(GZipMiddleware, minimum_size=_SMALL, compresslevel=5),
        ],
        exception_handlers={
            ComityError: _tell,
            HTTPException: _tell_http,
            Exception: _tell_unexpected,
        },
    )
    app.state.service = service
    app.state.metrics = metrics
    return app


async def _health(request: Request) -> Response:  # noqa: ARG001  (Starlette's signature)
    """Say that the process answers."""
    return PlainTextResponse("ok\n")


async def _ready(request: Request) -> Response:
    """Say whether questions are answered."""
    if request.app.state.service.is_ready:
        return PlainTextResponse("ready\n")
    return PlainTextResponse("not ready\n", 503)


async def _metrics(request: Request) -> Response:
    state = request.app.state
    return Response(
        state.metrics.text(state.service), media_type="text/plain; version=0.0.4; charset=utf-8"
    )


async def _tell(request: Request, error: Exception) -> Response:  # noqa: ARG001
    return problem_of(error)  # type: ignore[arg-type]  # registered for this class alone


async def _tell_http(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    if status == 404:
        return problem_of(NoSuchPage(request.url.path))
    if status == 405:
        allowed = (getattr(error, "headers", None) or {}).get("Allow", "GET")
        return problem_of(MethodNotAllowed(request.method, sorted(allowed.split(", "))))
    return problem_of(BadRequest(str(getattr(error, "detail", "the request is not understood"))))


async def _tell_unexpected(request: Request, error: Exception) -> Response:
    _LOG.error("%s failed", request.url.path, exc_info=error)
    return problem(ComityError, "the service made a mistake; its log says more", {})
