"""The application: routes, and what surrounds them.

In: a service. Out: an ASGI application. What does not belong here: what a route does.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from comity.errors import BadRequest, ComityError, MethodNotAllowed, NoSuchPage
from comity.server import browsing, home, openapi, sparql
from comity.server.explorer import routes as explorer
from comity.server.metrics import Metrics
from comity.server.mistakes import for_reader
from comity.server.problems import problem, problem_of
from comity.server.surroundings import Surroundings

if TYPE_CHECKING:
    from starlette.routing import BaseRoute
    from starlette.types import Receive, Scope, Send

    from comity.server.service import Service

_LOG: Final = logging.getLogger("comity.server")
_READ: Final = ["GET", "HEAD"]


def application(service: Service) -> Starlette:
    """Return the application that serves a service, without what surrounds each request."""
    app = Starlette(
        routes=[
            Route(sparql.PATH, sparql.endpoint, methods=list(sparql.METHODS)),
            Route("/graph-store", sparql.graph_store, methods=_READ),
            Route("/.well-known/void", sparql.describe, methods=_READ),
            Route("/queries", home.queries, methods=_READ),
            Route("/queries/{name}", browsing.question, methods=_READ),
            Route("/id/{kind}/{slug}", browsing.by_id, methods=_READ),
            Route("/things", browsing.kinds, methods=_READ),
            Route("/things/{kind}", browsing.kind, methods=_READ),
            Route("/search", browsing.search, methods=_READ),
            Route("/claims", browsing.claims, methods=_READ),
            Route("/sources", browsing.sources, methods=_READ),
            Route("/claims/{slug}", browsing.to_id, methods=_READ),
            Route("/sources/{slug}", browsing.to_id, methods=_READ),
            Route("/path", browsing.path, methods=_READ),
            Route("/ns", browsing.ontology, methods=_READ),
            Route("/ns/{name}", home.of_ontology, methods=_READ),
            Route("/graph", home.graphs, methods=_READ),
            Route("/graph/{name:path}", browsing.graph, methods=_READ),
            *(Route(path, show, methods=_READ) for path, show in explorer.ROUTES),
            Route("/openapi.json", openapi.document, methods=_READ),
            Route("/static/{name}", home.static, methods=_READ),
            Route("/", home.home, methods=_READ),
            Route("/health", _health, methods=_READ),
            Route("/ready", _ready, methods=_READ),
            Route("/metrics", _metrics, methods=_READ),
        ],
        exception_handlers={
            ComityError: _tell,
            HTTPException: _tell_http,
            Exception: _tell_unexpected,
        },
    )
    app.state.service = service
    app.state.metrics = Metrics()
    return app


def surrounded(app: Starlette) -> Surroundings:
    """Return an application as it is served."""
    state = app.state
    return Surroundings(_Shortcut(app), limits=state.service.limits, metrics=state.metrics)


class _Shortcut:
    """Takes queries to the SPARQL endpoint past the layers of the application.

    They would find the same route, endpoint and answers to errors, at a third more time.
    """

    def __init__(self, app: Starlette) -> None:
        self._app = app
        self._route = next(route for route in app.routes if _path_of(route) == sparql.PATH)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get("path") != sparql.PATH or scope["method"] not in sparql.METHODS:
            await self._app(scope, receive, send)
            return
        scope["app"], scope["route"] = self._app, self._route
        request = Request(scope, receive, send)
        try:
            response = await sparql.endpoint(request)
        except ComityError as error:
            response = await _tell(request, error)
        except Exception as error:  # one of ours: told to the client, then raised for the log
            response = await _tell_unexpected(request, error)
            await response(scope, receive, send)
            raise
        await response(scope, receive, send)


def _path_of(route: BaseRoute) -> str:
    return getattr(route, "path", "")


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


async def _tell(request: Request, error: Exception) -> Response:
    return for_reader(request, problem_of(error))  # type: ignore[arg-type]  # registered for this class alone


async def _tell_http(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    if status == 404:
        return for_reader(request, problem_of(NoSuchPage(request.url.path)))
    if status == 405:
        allowed = (getattr(error, "headers", None) or {}).get("Allow", "GET")
        unknown = MethodNotAllowed(request.method, sorted(allowed.split(", ")))
        return for_reader(request, problem_of(unknown))
    detail = str(getattr(error, "detail", "the request is not understood"))
    return for_reader(request, problem_of(BadRequest(detail)))


async def _tell_unexpected(request: Request, error: Exception) -> Response:
    _LOG.error("%s failed", request.url.path, exc_info=error)
    words = "the service made a mistake; its log says more"
    return for_reader(request, problem(ComityError, words, {}))
