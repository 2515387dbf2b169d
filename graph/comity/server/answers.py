"""From a worker's reply to an HTTP answer.

In: what a worker is asked. Out: the answer, with its validators; or that nothing has changed. What
does not belong here: routes (`app`).
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.responses import RedirectResponse, Response, StreamingResponse

from comity import errors, resources
from comity.server.asking import parameters_of
from comity.server.formats import FORMATS
from comity.server.mistakes import for_reader
from comity.server.problems import problem_from_worker, status_of
from comity.server.rendering import address

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable
    from typing import BinaryIO

    from starlette.requests import Request

    from comity.server.messages import Reply
    from comity.server.messages import Request as WorkerRequest
    from comity.server.service import Service

_PATIENCE: Final = 0.5  # seconds before it is worth looking whether the client is still there
_PIECE: Final = 65_536
_CLIENT_LEFT: Final = 499  # the status that logs and metrics show; nobody receives it
_VARY: Final = "Accept, Accept-Encoding"


async def answer(request: Request, service: Service, asked: WorkerRequest) -> Response:
    """Return the answer to what is asked.

    Raises:
        ServiceTrouble: The service cannot answer, or not now.
    """
    tag = tag_of(service, asked)
    headers = {"ETag": tag, "Vary": _VARY, "Cache-Control": "no-cache"}
    if tag in {each.strip() for each in request.headers.get("if-none-match", "").split(",")}:
        return Response(status_code=304, headers=headers)
    client = request.client.host if request.client else ""
    reply = await unless_client_left(request, service.ask(asked, client))
    if reply is None:
        return Response(status_code=_CLIENT_LEFT)
    if reply.error:
        return for_reader(request, problem_from_worker(reply.error, reply.details))
    if "moved" in reply.details:
        return _moved(request, reply, headers)
    response = as_response(reply, headers)
    if "problem" in reply.details:  # a page that shows it
        response.status_code = status_of(getattr(errors, reply.details["problem"]))
        response.headers["Cache-Control"] = "no-store"
        del response.headers["ETag"]
    return response


def _moved(request: Request, reply: Reply, headers: dict[str, str]) -> Response:
    """Lead to the page of another id, seen from the same moment."""
    target = address(reply.details["moved"], tuple(parameters_of(request)))
    status = 303 if reply.details.get("see_other") else 301
    return RedirectResponse(target, status, headers=headers)


def as_response(reply: Reply, headers: dict[str, str]) -> Response:
    """Return the content of a reply; its file, if it has one, is taken off the disk."""
    content_type = FORMATS[reply.format].content_type
    if not reply.file:
        return Response(reply.body, media_type=content_type, headers=headers)
    path = Path(reply.file)
    file = path.open("rb")
    path.unlink()
    headers["Content-Length"] = str(os.fstat(file.fileno()).st_size)
    return StreamingResponse(_pieces(file), media_type=content_type, headers=headers)


async def _pieces(file: BinaryIO) -> AsyncIterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece


def tag_of(service: Service, asked: WorkerRequest) -> str:
    """Return the entity tag of an answer: the same question of the same snapshot has the same."""
    digest = _release(service.manifest.sha256).copy()
    digest.update(asked.to_frame())
    return f'W/"{digest.hexdigest()[:32]}"'


@lru_cache(maxsize=4)
def _release(sha256: str) -> hashlib._Hash:
    """Return what the tags of all answers from a snapshot begin with."""
    return hashlib.sha256((sha256 + resources.VERSION).encode())


async def unless_client_left(request: Request, work: Awaitable[Reply]) -> Reply | None:
    """Return the result of some work; None, and the work is given up, if the client leaves."""
    watch = _Watch(request)
    try:
        return await work
    except asyncio.CancelledError:
        if watch.has_ended_the_work():
            return None
        raise
    finally:
        watch.end()


class _Watch:
    """Looks, after a while, whether a client is still there, and ends the work for it if not."""

    def __init__(self, request: Request) -> None:
        loop = asyncio.get_running_loop()
        self._request = request
        self._work = asyncio.current_task()
        self._leaving: asyncio.Task[None] | None = None
        self._has_left = False
        self._timer = loop.call_later(_PATIENCE, self._begin)

    def has_ended_the_work(self) -> bool:
        """Tell whether the work was ended since the client had left, and for no other reason."""
        return self._has_left and self._work is not None and self._work.uncancel() == 0

    def end(self) -> None:
        """Look no more."""
        self._work = None
        self._timer.cancel()
        if self._leaving:
            self._leaving.cancel()

    def _begin(self) -> None:
        self._leaving = asyncio.ensure_future(_leaving(self._request))
        self._leaving.add_done_callback(self._end_the_work)

    def _end_the_work(self, leaving: asyncio.Task[None]) -> None:
        if self._work and not leaving.cancelled():
            self._has_left = True
            self._work.cancel()


async def _leaving(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
