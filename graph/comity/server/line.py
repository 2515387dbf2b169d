"""The line of requests that wait for a worker.

In: who asks, and a future. Out: the future whose turn it is. Clients take turns, so one that asks a
hundred things at once waits for itself, not others for it. What does not belong here: workers.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Place = asyncio.Future[None]


class Line:
    """Places in a line, each client's in the order of its requests."""

    def __init__(self) -> None:
        self._places: OrderedDict[str, deque[Place]] = (
            OrderedDict()
        )  # whose turn is next comes first

    def __len__(self) -> int:
        """Return how many wait."""
        return sum(len(places) for places in self._places.values())

    def __iter__(self) -> Iterator[Place]:
        """Give all places."""
        return (place for places in self._places.values() for place in places)

    def has_others(self, client: str) -> bool:
        """Tell whether anybody but a client waits."""
        return any(each != client for each in self._places)

    def add(self, client: str, place: Place) -> None:
        """Let a client wait once more."""
        self._places.setdefault(client, deque()).append(place)

    def take(self) -> Place | None:
        """Return the place whose turn it is, no longer in the line; None when nobody waits."""
        if not self._places:
            return None
        client, places = self._places.popitem(last=False)
        place = places.popleft()
        if places:
            self._places[client] = places
        return place

    def leave(self, client: str, place: Place) -> None:
        """Let a client wait once less; nothing happens when the place has been taken."""
        places = self._places.get(client)
        if places and place in places:
            places.remove(place)
            if not places:
                del self._places[client]

    def give_way(self, client: str) -> Place | None:
        """Return the place that somebody gives up for a client, no longer in the line.

        It is the last of the client with the most places, if it would still have as many as the one
        that comes; None otherwise.
        """
        own = len(self._places.get(client, ()))
        greedy = max(self._places, key=lambda each: len(self._places[each]), default=client)
        if len(self._places.get(greedy, ())) <= own + 1:
            return None
        return self._places[greedy].pop()
