"""The server's end of a worker: what arrives, in whatever pieces, and what does not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from comity.server.messages import Reply, Request
from comity.server.workers import PID, Worker

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

NUMBER = 4_194_305
REPLY = Reply("csv", b"n\r\n1\r\n", details={"rows": 1})


class Socket(asyncio.Transport):
    """A transport that keeps what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.written = b""
        self.is_closed = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written += bytes(data)

    def close(self) -> None:
        self.is_closed = True

    def is_closing(self) -> bool:
        return self.is_closed


def with_worker(told: Callable[[Worker, Socket], Awaitable[None]]) -> None:
    async def tell() -> None:
        worker, link = Worker(), Socket()
        worker.connection_made(link)
        await told(worker, link)

    asyncio.run(tell())


@pytest.mark.parametrize("size", [1, 7, 1_000])
def test_a_reply_arrives_in_pieces_of_any_size(size: int) -> None:
    async def told(worker: Worker, link: Socket) -> None:
        asking = worker.ask(Request("sparql"))
        assert link.written == Request("sparql").to_frame()
        said = NUMBER.to_bytes(PID)
        worker.data_received(said[:3])
        worker.data_received(said[3:])
        await worker.born
        frame = REPLY.to_frame()
        for start in range(0, len(frame), size):
            assert not asking.done()
            worker.data_received(frame[start : start + size])
        assert await asking == REPLY
        assert worker.pid == NUMBER

    with_worker(told)


def test_a_worker_that_dies_answers_nobody() -> None:
    async def told(worker: Worker, link: Socket) -> None:
        asking = worker.ask(Request("sparql"))
        worker.connection_lost(None)
        for awaited in (worker.born, asking):
            with pytest.raises(ConnectionError):
                await awaited
        link.close()
        with pytest.raises(ConnectionError):
            await worker.ask(Request("sparql"))

    with_worker(told)


def test_a_reply_that_nobody_waits_for_any_more_is_let_go() -> None:
    async def told(worker: Worker, link: Socket) -> None:
        worker.data_received(NUMBER.to_bytes(PID))
        worker.ask(Request("sparql")).cancel()
        worker.data_received(REPLY.to_frame())
        asking = worker.ask(Request("sparql"))
        worker.data_received(REPLY.to_frame())
        assert await asking == REPLY

    with_worker(told)
