"""Work shared among processes, each a copy of this one.

In: work, and pieces to do it with. Out: results, as they come. What does not belong here: what the
work is, and the order of results, which is nobody's.

A copy shares the memory of what it was copied from, so a graph that is held in memory is read by
all of them. Where processes cannot be copied so, or one is enough, this process does the work.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from comity.errors import SiteUnfinished
from comity.server.lifetime import end_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

P = TypeVar("P")
R = TypeVar("R")
_AHEAD = 2  # pieces for each process, so that none waits for the next
_WORK: list[Callable[[Any], Any]] = []


def processes_at_hand() -> int:
    """Return how many processes can work at a time: 1 where they cannot be copied safely."""
    if hasattr(os, "sched_getaffinity"):  # on Linux, where the service forks its workers too
        return len(os.sched_getaffinity(0))
    return 1


class Crew(Generic[P, R]):
    """Those that do some work."""

    def __init__(self, work: Callable[[P], R], pool: ProcessPoolExecutor | None, most: int) -> None:
        self._work = work
        self._pool = pool
        self._most = most
        self._begun: set[Future[R]] = set()
        self._waiting: deque[P] = deque()

    @property
    def has_room(self) -> bool:
        """Whether another piece can be given to it, and begun soon."""
        return len(self._begun) + len(self._waiting) < self._most

    @property
    def is_idle(self) -> bool:
        """Whether no piece is left to be done."""
        return not (self._begun or self._waiting)

    def give(self, piece: P) -> None:
        """Give it a piece of work."""
        if self._pool is None:
            self._waiting.append(piece)
        else:
            self._begun.add(self._pool.submit(_do, piece))

    def take(self) -> list[R]:
        """Return the next results, at least one if it is not idle.

        Raises:
            SiteUnfinished: A process has ended before its work.
        """
        if self._waiting:
            return [self._work(self._waiting.popleft())]
        done, self._begun = wait(self._begun, return_when=FIRST_COMPLETED)
        try:
            return [each.result() for each in done]
        except BrokenProcessPool as problem:
            raise SiteUnfinished from problem


@contextmanager
def crew(work: Callable[[P], R], processes: int) -> Iterator[Crew[P, R]]:
    """Give a crew that is gone, and its processes too, when it is left.

    Args:
        work: What is done with a piece. Pieces and results are sent from one process to another;
            the work itself is not, so it may use whatever is there when the crew is made.
        processes: How many do it; with 1, this process does.
    """
    if processes < 2:
        yield Crew(work, None, 1)
        return
    pool = ProcessPoolExecutor(
        processes,
        multiprocessing.get_context("fork"),
        initializer=_begin,
        initargs=(os.getpid(), work),
    )
    try:
        yield Crew(work, pool, _AHEAD * processes)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(parent: int, work: Callable[[Any], Any]) -> None:
    """Make a copied process one that works."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever made it is told too, and ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what there is to tidy up is not its own
    end_with(parent)
    gc.freeze()  # what is there stays, and is not copied to be looked through
    _WORK[:] = [work]


def _do(piece: Any) -> Any:
    return _WORK[0](piece)
