#!/usr/bin/env python
"""Load on an HTTP server, where wrk is not installed.

In: address, file of ids, template, first number, connections, seconds. Out: one line of JSON, as
`serving.lua` gives it. Each connection sends its next query when the answer to the last is read.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit


async def answer(reader: asyncio.StreamReader) -> int:
    """Read one answer; return its status."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    fields = dict(line.split(b":", 1) for line in lines[1:] if b":" in line)
    if b"content-length" in fields:
        await reader.readexactly(int(fields[b"content-length"]))
    else:
        while size := int((await reader.readline()).split(b";")[0], 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    return int(lines[0].split()[1])


async def connection(address: str, texts: Any, until: float, taken: list[float]) -> int:
    """Ask until a moment; return how many answers were no success."""
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    failed = 0
    while time.perf_counter() < until:
        begin = time.perf_counter()
        target = f"{parts.path}?query={quote(next(texts))}"
        accept = "Accept: application/sparql-results+json"
        writer.write(f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\n{accept}\r\n\r\n".encode())
        failed += await answer(reader) != 200
        taken.append(time.perf_counter() - begin)
    writer.close()
    return failed


async def main() -> None:
    """Ask over all connections, and print."""
    address, path, template, first, connections, seconds = sys.argv[1:]
    ids = Path(path).read_text(encoding="utf-8").split()
    numbers = range(int(first), 1_000_000_000)
    texts = (template.replace("{ID}", ids[n % len(ids)]).replace("{N}", str(n)) for n in numbers)
    taken: list[float] = []
    begin = time.perf_counter()
    until = begin + int(seconds)
    asking = [connection(address, texts, until, taken) for _ in range(int(connections))]
    failed = sum(await asyncio.gather(*asking))
    cuts = statistics.quantiles(taken, n=100)
    rate = len(taken) / (time.perf_counter() - begin)
    figures = {"rate": rate, "median": cuts[49] * 1000, "p99": cuts[98] * 1000, "failed": failed}
    print(json.dumps(figures))


if __name__ == "__main__":
    asyncio.run(main())
