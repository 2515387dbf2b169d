"""Following links from where a site begins, to all pages that it can hold.

In: the pages of the service. Out: pages as the service gives them, what
they show, and where addresses lead. What does not belong here: which file an address is (`places`),
and writing.
"""

from __future__ import annotations

import asyncio
import zlib
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from comity.errors import SiteFaulty
from comity.site.crews import crew
from comity.site.places import STARTS, file_of
from comity.site.rewriting import links_of, parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from comity.site.answering import Answer, Pages

_AT_ONCE: Final = 16  # pages that a process makes before it tells of them
_NONE: Final = frozenset({400, 404, 410})  # links to it stay words


@dataclass(slots=True)
class Found:
    """What following links has found, by name of file.

    Attributes:
        pages: Pages of the service, compressed.
        parts: Style sheets and images.
        moved: Where files lead that are none, as addresses.
    """

    pages: dict[str, bytes] = field(default_factory=dict)
    parts: dict[str, bytes] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)

    def leader(self, others: set[str]) -> Callable[[str, Callable[[str], str]], str | None]:
        """Return what finds the link for an address, given how a file is named from a page.

        Args:
            others: Names of files that the site has beside these.
        """
        there = self.pages.keys() | self.parts.keys() | others

        def lead(address: str, named: Callable[[str], str]) -> str | None:
            path, mark, fragment = address.partition("#")
            name = file_of(path)
            if name in self.moved:
                return lead(self.moved[name], named)
            return named(name) + mark + fragment if name in there else None

        return lead


@dataclass(frozen=True, slots=True)
class _Seen:
    """What stands at an address.

    Attributes:
        address: The address.
        status: What the service says of it.
        packed: The page, compressed; empty if there is none.
        moved: Where it leads instead, or empty.
        links: Addresses of the pages to which it leads, one for each file.
        parts: Addresses of the style sheets and images that it shows.
    """

    address: str
    status: int
    packed: bytes = b""
    moved: str = ""
    links: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def follow(
    service: Pages,
    left_out: frozenset[str],
    *,
    expected: int,
    processes: int,
    tell: Callable[[int, int], None],
) -> Found:
    """Return what links lead to.

    Args:
        service: The pages of the service.
        left_out: Names of files that are not made.
        expected: How many pages there may be; more can be found.
        processes: How many make pages.
        tell: Called with how many addresses were looked at, and how many there may be.

    Raises:
        SiteFaulty: A page could not be made.
        SiteUnfinished: A process has ended before its work.
    """
    found = Found()
    known = {file for address in STARTS if (file := file_of(address))} | {"atlas.html"} | left_out
    waiting = deque(STARTS)
    looked = given = 0

    def take(seen: _Seen) -> None:
        if seen.status != 200 and seen.status not in _NONE:
            raise SiteFaulty(seen.address, seen.status)
        name = file_of(seen.address) or ""
        if seen.moved:
            found.moved[name] = seen.moved
        elif seen.packed:
            found.pages[name] = seen.packed
        for part in seen.parts:
            file = file_of(part)
            if file is not None and file not in found.parts:
                found.parts[file] = asyncio.run(service.get(part)).body
        for link in seen.links:
            file = file_of(link)
            if file is not None and file.endswith(".html") and file not in known:
                known.add(file)
                waiting.append(link)

    def look(addresses: Sequence[str]) -> list[_Seen]:
        return asyncio.run(_look(service, addresses))

    with crew(look, processes) as makers:
        while waiting or not makers.is_idle:
            while waiting and makers.has_room:
                piece = [waiting.popleft() for _ in range(min(_AT_ONCE, len(waiting)))]
                makers.give(piece)
                given += len(piece)
            for batch in makers.take():
                looked += len(batch)
                for seen in batch:
                    take(seen)
            tell(looked, max(given + len(waiting), expected))
    tell(looked, looked)
    return found


async def _look(service: Pages, addresses: Sequence[str]) -> list[_Seen]:
    return [_of_answer(address, await service.get(address)) for address in addresses]


def _of_answer(address: str, answer: Answer) -> _Seen:
    """Return what an answer holds."""
    if answer.location:
        return _Seen(address, 200, moved=answer.location, links=(answer.location,))
    if answer.status == 200:
        return _of_page(address, answer.text)
    return _Seen(address, answer.status)


def _of_page(address: str, text: str) -> _Seen:
    return _Seen(
        address,
        200,
        packed=zlib.compress(text.encode(), 1),
        links=tuple(dict.fromkeys(links_of(text))),
        parts=tuple(dict.fromkeys(parts_of(text))),
    )
