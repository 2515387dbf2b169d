"""The service without a server: its pages, made in this process.

In: a knowledge graph and addresses. Out: pages. What does not belong here: which pages a site has,
and limits; whoever makes a site waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from comity.errors import ComityError
from comity.server.app import application
from comity.server.held import make_ready
from comity.server.limits import Limits
from comity.server.operations import answer
from comity.server.worker import failed

if TYPE_CHECKING:
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph
    from comity.server.messages import Reply, Request
    from comity.store import Manifest

_ACCEPT: Final = (b"accept", b"text/html, */*;q=0.5")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service says.

    Attributes:
        status: The status.
        body: The content.
        location: Where it leads instead, or empty.
    """

    status: int
    body: bytes
    location: str = ""

    @property
    def text(self) -> str:
        """The content as text."""
        return self.body.decode()


class Pages:
    """The pages of the service for a graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        make_ready(graph)
        self._app = application(_Direct(graph))  # type: ignore[arg-type]  # all that a page asks of it

    async def get(self, address: str) -> Answer:
        """Return what the service answers to a reader."""
        parts = urlsplit(address)
        scope: dict[str, Any] = {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "path": parts.path,
            "raw_path": parts.path.encode(),
            "root_path": "",
            "query_string": parts.query.encode(),
            "headers": [(b"host", b"localhost"), _ACCEPT],
            "server": ("localhost", 80),
            "client": None,
        }
        said: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            said.append(message)

        await self._app(scope, receive, send)
        headers = dict(said[0]["headers"])
        body = b"".join(message.get("body", b"") for message in said[1:])
        return Answer(said[0]["status"], body, headers.get(b"location", b"").decode())


class _Direct:
    """Answers what the service would ask of a worker."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self.folder: Path = graph.snapshot.folder
        self.limits = Limits()

    @property
    def manifest(self) -> Manifest:
        return self._graph.manifest

    async def ask(self, request: Request, client: str) -> Reply:  # noqa: ARG002  (a service's)
        try:
            return answer(self._graph, replace(request, is_prepared=True), self.limits)
        except ComityError as problem:
            return failed(problem)
