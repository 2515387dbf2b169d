"""Doors on the loopback for tests: servers that note who comes, and answer as they are told.

In: what to answer. Out: an address and the visits. What does not belong here: who may come.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SOLUTIONS = "application/sparql-results+json"
EMPTY = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'


@dataclass(slots=True)
class Door:
    """A running server.

    Attributes:
        url: Its address, with a slash at the end.
        visits: Method, path, headers and body of each request.
        answers: Status, further header and content by path; all else is answered by no solutions.
        closing: Set when a handler that waits shall go.
    """

    url: str = ""
    visits: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)
    answers: dict[str, tuple[int, tuple[str, str], bytes]] = field(default_factory=dict)
    closing: Event = field(default_factory=Event)


@contextmanager
def open_door() -> Iterator[Door]:
    """Give a running server; `/slow` is never answered, `/endless` never ends."""
    door = Door()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            door.visits.append((self.command, self.path, dict(self.headers), body))
            if self.path == "/slow":
                door.closing.wait(60)
                return
            if self.path == "/endless":
                self._never_end()
                return
            status, (name, value), content = door.answers.get(
                self.path, (200, ("Content-Type", SOLUTIONS), EMPTY)
            )
            self.send_response(status)
            self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def _never_end(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", SOLUTIONS)
            self.send_header("Content-Length", str(10**12))
            self.end_headers()
            row = b'{"s":{"type":"literal","value":"%s"}},' % (b"x" * 100_000)
            try:
                self.wfile.write(b'{"head":{"vars":["s"]},"results":{"bindings":[')
                while not door.closing.is_set():
                    self.wfile.write(row)
            except OSError:
                return  # whoever asked has gone

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    door.url = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield door
    finally:
        door.closing.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
