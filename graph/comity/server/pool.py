"""The pool: which request gets a worker when.

In: requests. Out: replies, or an error when a limit is met. What does not belong here: HTTP.

A request waits for its place in a line of bounded length, in which clients take turns. What runs
longer than `Limits.quick` is long: it gives its place back and goes on with less of the processor,
so that short questions are answered while long ones run. If as many are long as may be, it keeps
its place until somebody else wants it; requests of the same client want it after a while. At the
time limit its worker is killed, and so is the worker whose client has gone.
"""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, Final

from comity.errors import ServerBusy, ServiceStopped, TooMuchMemory, TooMuchTime, WorkerDied
from comity.server.line import Line

if TYPE_CHECKING:
    from comity.errors import ComityError
    from comity.server.limits import Limits
    from comity.server.messages import Reply, Request
    from comity.server.nursery import Nursery
    from comity.server.workers import Worker

_PATIENCE: Final = 4  # times `quick`, for which a client's own requests wait for its long one
_LOOK: Final = 0.05  # seconds between looks whether others want a place


class Pool:
    """Workers of one snapshot."""

    def __init__(self, nursery: Nursery, limits: Limits) -> None:
        self._nursery = nursery
        self._limits = limits
        self._idle: list[Worker] = []
        self._line = Line()
        self._places = limits.workers
        self._long = 0
        self._running = 0
        self._closing = False

    @property
    def counts(self) -> dict[str, int]:
        """How many workers are idle, how many queries run or are long, how many requests wait."""
        return {
            "idle": len(self._idle),
            "running": self._running,
            "long": self._long,
            "waiting": len(self._line),
        }

    @property
    def is_alive(self) -> bool:
        """Whether requests can be answered."""
        return self._nursery.is_alive and not self._closing

    async def start(self) -> None:
        """Fork the first workers."""
        for _ in range(self._limits.workers):
            self._idle.append(await self._nursery.fork())

    async def run(self, request: Request, client: str) -> Reply:
        """Return the reply to a request.

        Args:
            request: What is asked.
            client: Who asks: clients take turns when there are more requests than workers.

        Raises:
            ServerBusy: The queue is full, or too many long queries run already.
            TooMuchTime: The time limit was met.
            TooMuchMemory: The memory limit was met.
            WorkerDied: The worker, or the zygote, ended for another reason.
            ServiceStopped: The pool is closing.
        """
        await self._take_place(client)
        self._running += 1
        turn = _Turn(self, client)
        try:
            worker = self._idle.pop() if self._idle else await self._nursery.fork()
            return await self._with(worker, request, turn)
        finally:
            turn.end()
            self._running -= 1

    async def close(self) -> None:
        """Let idle workers leave, and the others when their requests are done."""
        self._closing = True
        while (waiting := self._line.take()) is not None:
            if not waiting.done():
                waiting.set_exception(ServiceStopped())
        for worker in self._idle:
            worker.close()
        self._idle.clear()
        while self._running:
            await asyncio.sleep(0.02)
        self._nursery.close()

    async def _with(self, worker: Worker, request: Request, turn: _Turn) -> Reply:
        """Return the reply of a worker, which may take another request if all went well."""
        is_whole = False
        try:
            reply = await self._supervise(worker, request, turn)
            is_whole = not (turn.is_long or reply.leaving or self._closing)
        except ConnectionError as problem:
            raise await self._cause_of_death(worker, request) from problem
        finally:
            if is_whole:
                self._idle.append(worker)
            else:
                worker.kill()
        return reply

    async def _supervise(self, worker: Worker, request: Request, turn: _Turn) -> Reply:
        limit = self._limits.prepare if request.operation == "prepare" else self._limits.time
        asking = worker.ask(request)
        watch = _Watch(asking, worker, turn, quick=min(self._limits.quick, limit), limit=limit)
        try:
            return await asking
        finally:
            watch.end()

    async def _take_place(self, client: str) -> None:
        if self._closing:
            raise ServiceStopped
        if self._places and not self._line:
            self._places -= 1
            return
        if len(self._line) >= self._limits.queue:
            self._make_room(client)
        loop = asyncio.get_running_loop()
        place: asyncio.Future[None] = loop.create_future()
        self._line.add(client, place)
        timer = loop.call_later(self._limits.wait, self._lose_patience, place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and place.exception() is None:
                self.give_place_back()  # it came while the client left
            raise
        finally:
            timer.cancel()
            self._line.leave(client, place)

    def _lose_patience(self, place: asyncio.Future[None]) -> None:
        if not place.done():
            place.set_exception(ServerBusy(f"no worker was free for {self._limits.wait:g} s"))

    def _make_room(self, client: str) -> None:
        busy = ServerBusy(f"{len(self._line)} requests wait already")
        given_up = self._line.give_way(client)
        if given_up is None:
            raise busy
        if not given_up.done():
            given_up.set_exception(busy)

    def give_place_back(self) -> None:
        """Let the next request that waits go on."""
        while (place := self._line.take()) is not None:
            if not place.done():
                place.set_result(None)
                return
        self._places += 1

    def begin_long(self, client: str, ran: float) -> bool:
        """Count a long query more if it may be, and tell whether it may.

        Raises:
            ServerBusy: It may not, and others want the place that it has.
        """
        if self._long < self._limits.long:
            self._long += 1
            return True
        patience = _PATIENCE * self._limits.quick
        if self._line.has_others(client) or (self._line and ran > patience):
            raise ServerBusy(f"{self._long} long queries run already")
        return False

    def end_long(self) -> None:
        """Count a long query less."""
        self._long -= 1

    async def _cause_of_death(self, worker: Worker, request: Request) -> ComityError:
        code = await self._nursery.code_of(worker.pid)
        limits = self._limits
        if code == -signal.SIGABRT:  # so the engine ends when it gets no memory
            return TooMuchMemory(limits.memory)
        if code == -signal.SIGXCPU:
            return TooMuchTime(limits.prepare if request.operation == "prepare" else limits.time)
        return WorkerDied(code)


class _Turn:
    """One request's claim on the pool: a place while it is quick, a long query's count after."""

    def __init__(self, pool: Pool, client: str) -> None:
        self._pool = pool
        self._client = client
        self.is_long = False

    def become_long(self, ran: float) -> bool:
        """Give the place to another, and tell whether that was done.

        Args:
            ran: For how many seconds the query has run.

        Raises:
            ServerBusy: There are as many long queries as may be, and others want the place.
        """
        if self._pool.begin_long(self._client, ran):
            self.is_long = True
            self._pool.give_place_back()
        return self.is_long

    def end(self) -> None:
        """Give back what is held."""
        if self.is_long:
            self._pool.end_long()
        else:
            self._pool.give_place_back()


class _Watch:
    """Looks after a request while its worker is at it, from the moment that it is no longer quick.

    Callbacks of a timer do it: most requests are done before, and cost no task of their own.
    """

    def __init__(
        self,
        asking: asyncio.Future[Reply],
        worker: Worker,
        turn: _Turn,
        *,
        quick: float,
        limit: float,
    ) -> None:
        self._asking = asking
        self._worker = worker
        self._turn = turn
        self._limit = limit
        self._loop = asyncio.get_running_loop()
        self._began = self._loop.time()
        self._timer = self._loop.call_later(quick, self._look)

    def end(self) -> None:
        """Look no more."""
        self._timer.cancel()

    def _look(self) -> None:
        """End what has no time left, and make long what may be."""
        if self._asking.done():
            return
        ran = self._loop.time() - self._began
        if ran >= self._limit:
            self._asking.set_exception(TooMuchTime(self._limit))
            return
        try:
            if not self._turn.is_long and self._turn.become_long(ran):
                self._worker.step_back()
        except ServerBusy as problem:
            self._asking.set_exception(problem)
            return
        left = self._limit - ran
        self._timer = self._loop.call_later(
            left if self._turn.is_long else min(left, _LOOK), self._look
        )
