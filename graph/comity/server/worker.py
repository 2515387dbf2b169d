"""A worker: a process that answers one request after the other.

In: frames with requests, from a socket. Out: frames with replies. A worker may be killed at any
moment; it holds nothing that another does not have. The system limits its memory and its processor
time, so that it ends even when nobody is left to kill it. What does not belong here: what the
operations do.
"""

from __future__ import annotations

import math
import os
import resource
import sys
from typing import TYPE_CHECKING, Final

from comity.errors import ComityError, TooMuchMemory
from comity.server.engines import Unprepared
from comity.server.messages import LENGTHS, Reply, Request
from comity.server.operations import answer

if TYPE_CHECKING:
    import socket
    from typing import IO

    from comity.knowledge import KnowledgeGraph
    from comity.server.limits import Limits

_GRACE: Final = 5  # seconds beyond the limit after which the system ends a worker
_KEPT_GROWTH: Final = 128 * 1_048_576  # bytes; a worker that has grown more leaves
_STATM: Final = "/proc/self/statm"
_RESIDENT: Final = 1  # columns of it
_DATA: Final = 5


def work(connection: socket.socket, graph: KnowledgeGraph, limits: Limits) -> None:
    """Answer requests until the other side closes the socket, or the worker has grown too much."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pages = _open_pages()
    before = _pages(pages, _RESIDENT)
    data = _pages(pages, _DATA)
    stream = connection.makefile("rb")
    while (request := _read(stream)) is not None:
        is_preparation = request.operation == "prepare"
        _limit_processor(limits.prepare if is_preparation else limits.time)
        _limit_memory(data + (limits.prepare_memory if is_preparation else limits.memory))
        reply = _answer(graph, request, limits)
        if _pages(pages, _RESIDENT) - before > _KEPT_GROWTH:
            reply = _leaving(reply)
        connection.sendall(reply.to_frame())
        if reply.leaving:
            return


def _read(stream: IO[bytes]) -> Request | None:
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head, _ = LENGTHS.unpack(lengths)
    return Request.from_head(stream.read(head))


def _answer(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    try:
        return answer(graph, request, limits)
    except Unprepared:
        return Reply(unprepared=True)
    except ComityError as problem:
        return failed(problem)
    except MemoryError:
        return _leaving(failed(TooMuchMemory(limits.memory)))


def failed(problem: ComityError) -> Reply:
    """Return the reply that tells of a problem."""
    fields = {name: value for name, value in vars(problem).items() if value is not None}
    return Reply(error=type(problem).__name__, details={"message": str(problem), "fields": fields})


def _leaving(reply: Reply) -> Reply:
    fields = {name: getattr(reply, name) for name in Reply.__slots__}
    return Reply(**{**fields, "leaving": True})


def _limit_memory(limit: int) -> None:
    """Let the system refuse memory beyond a limit."""
    if sys.platform.startswith("linux"):  # elsewhere it is not known how much is there already
        resource.setrlimit(resource.RLIMIT_DATA, (limit, resource.RLIM_INFINITY))


def _limit_processor(seconds: float) -> None:
    """Let the system end the process some seconds of processor time after a limit."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = math.ceil(used.ru_utime + used.ru_stime + seconds) + _GRACE
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def _open_pages() -> int | None:
    """Return an open file, to be read again and again, with the sizes of this process."""
    return os.open(_STATM, os.O_RDONLY) if sys.platform.startswith("linux") else None


def _pages(file: int | None, column: int) -> int:
    """Return a size of this process in bytes, by its column in `statm`; 0 where there is none."""
    if file is None:
        return 0
    return int(os.pread(file, 200, 0).split()[column]) * resource.getpagesize()
