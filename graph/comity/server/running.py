"""Running the service: the socket, the signals, the beginning and the end.

In: a folder of a snapshot, an address and limits. Out: nothing, until the service is stopped. What
does not belong here: requests.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
from typing import TYPE_CHECKING, Final

import uvicorn

from comity.errors import AddressInUse, ComityError
from comity.server.app import application, surrounded
from comity.server.service import Service
from comity.server.transport import bounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from comity.server.limits import Limits

_LOG: Final = logging.getLogger("comity.server")
_BACKLOG: Final = 1024
_CONNECTIONS: Final = 2_000  # more are answered with 503 at once
_LAST_REQUESTS: Final = 30  # seconds that requests under way have when the service stops


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; with port 0, at any that is free.

    Raises:
        AddressInUse: Nothing can listen there.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as problem:
        reason = os.strerror(problem.errno) if problem.errno and problem.errno > 0 else str(problem)
        raise AddressInUse(f"{host}:{port}", reason) from problem


def serve(
    folder: Path, listening: socket.socket, limits: Limits, ready: Callable[[], None]
) -> None:
    """Serve a snapshot until the process is told to stop (SIGTERM, SIGINT).

    SIGHUP makes it look for a new snapshot at once; it looks by itself every two seconds.

    Args:
        folder: Folder of the snapshot.
        listening: A socket that listens.
        limits: What a request may cost.
        ready: Called when the first request can be answered.

    Raises:
        SnapshotDamaged: The snapshot does not match its manifest.
        WorkerDied: The process that holds the store has ended.
    """
    service = Service(folder, limits)
    config = uvicorn.Config(
        surrounded(application(service)),
        http=bounded(limits),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_LAST_REQUESTS,
    )
    runner = asyncio.Runner(loop_factory=config.get_loop_factory())
    with runner:
        runner.run(_serve(_Server(config), service, listening, ready))


class _Server(uvicorn.Server):
    """A server that leaves the signals to us, so that a graceful end is a success."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _serve(
    server: _Server, service: Service, listening: socket.socket, ready: Callable[[], None]
) -> None:
    loop = asyncio.get_running_loop()
    for sent in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sent, _stop, server)
    reloads: set[asyncio.Task[bool]] = set()
    loop.add_signal_handler(signal.SIGHUP, lambda: reloads.add(loop.create_task(service.reload())))
    starting = loop.create_task(_start(server, service, ready))
    try:
        await server.serve(sockets=[listening])
    finally:
        starting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await starting
        await service.stop()


async def _start(server: _Server, service: Service, ready: Callable[[], None]) -> None:
    try:
        await service.start()
        ready()
    except ComityError:
        server.should_exit = True
        raise


def _stop(server: _Server) -> None:
    if server.should_exit:
        server.force_exit = True  # asked twice
    server.should_exit = True
    _LOG.info("stopping; requests under way have %d s", _LAST_REQUESTS)
