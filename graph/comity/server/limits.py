"""How much a request may cost.

In: numbers, from options or their defaults. Out: one value that the server's parts share. What does
not belong here: how a limit is enforced.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

MEGABYTE = 1_048_576


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may cost, and whom it may ask; times in seconds, sizes in bytes.

    Attributes:
        time: How long a query may run.
        quick: How long a query may run before it counts as long: it then gets less of the
            processor, and another worker takes its place.
        long: How many long queries may run at once.
        prepare: How long the store of another day may take to make.
        memory: How much memory a query may take.
        prepare_memory: How much memory making the store of another day may take.
        moments: How many stores of other days may be in the making.
        rows: How many solutions or triples an answer may have.
        size: How large an answer may be.
        body: How large the body of a request may be.
        head: How large the head of a request may be.
        receive: How long a client may take to send a request.
        send: How long a client may take to read a piece of the answer.
        workers: How many queries run at once, long ones apart.
        queue: How many requests may wait for a worker.
        wait: How long a request may wait for a worker.
        allow_service: Addresses of SPARQL endpoints that SERVICE in a query may ask.
    """

    time: float = 20.0
    quick: float = 0.25
    long: int = 4
    prepare: float = 120.0
    memory: int = 1024 * MEGABYTE
    prepare_memory: int = 4096 * MEGABYTE
    moments: int = 4
    rows: int = 1_000_000
    size: int = 256 * MEGABYTE
    body: int = MEGABYTE
    head: int = 65_536
    receive: float = 20.0
    send: float = 30.0
    workers: int = 2 * (os.cpu_count() or 2)
    queue: int = 100
    wait: float = 10.0
    allow_service: tuple[str, ...] = ()
