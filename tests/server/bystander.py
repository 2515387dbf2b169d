"""A second client, who only wants a small answer while others misbehave.

In: the address of a server. Out: how long the slowest of its answers took, and what went wrong.
What does not belong here: misbehaviour.
"""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

QUESTION: Final = "ASK {{ ?n a comity:Nation ; rdfs:label ?name }} # {}"
EXPECTED: Final = "true"
ADDRESS: Final = "127.0.0.2"  # not that of the others, who are at 127.0.0.1
PATIENCE: Final = 1.0  # seconds, on a machine that nobody else uses
HAND_OVERS: Final = 6  # from process to process, from a question to its answer
PAUSE: Final = 0.05


@dataclass
class Bystander:
    """Asks one small question after the other, never the same text twice.

    Attributes:
        port: The port of the server.
        slowest: Seconds that the slowest answer took.
        lag: Seconds by which this thread itself came back too late, at worst: the machine's doing.
        answers: How many right answers came.
        faults: What went wrong.
    """

    port: int
    slowest: float = 0.0
    lag: float = 0.0
    answers: int = 0
    faults: list[str] = field(default_factory=list)
    _over: Event = field(default_factory=Event)
    _thread: Thread | None = None

    def __enter__(self) -> Self:
        """Begin to ask."""
        self._thread = Thread(target=self._ask_on, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        """Ask once more, and end."""
        self._over.set()
        if self._thread:
            self._thread.join(20)
        self.ask()

    @property
    def patience(self) -> float:
        """How long an answer may take: a second, and what other work on the machine costs."""
        return PATIENCE + HAND_OVERS * self.lag

    def _ask_on(self) -> None:
        while not self._over.is_set():
            self.ask()
            began = time.perf_counter()
            self._over.wait(PAUSE)
            self.lag = max(self.lag, time.perf_counter() - began - PAUSE)

    def ask(self) -> None:
        """Ask once, over a connection of its own."""
        begin = time.perf_counter()
        text = QUESTION.format(begin)
        link = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=10, source_address=(ADDRESS, 0)
        )
        try:
            link.request("GET", f"/sparql?query={quote(text)}&format=json")
            answer = link.getresponse()
            body = answer.read().decode()
        except (OSError, http.client.HTTPException) as problem:
            self.faults.append(f"{problem!r}")
        else:
            if answer.status != http.client.OK or EXPECTED not in body:
                self.faults.append(f"{answer.status} {body[:200]}")
            self.answers += 1
        finally:
            link.close()
        self.slowest = max(self.slowest, time.perf_counter() - begin)
