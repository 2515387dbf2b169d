"""Making a site: following links through the pages, and writing what they lead to.

In: a knowledge graph and a folder. Out: the folder, whole or as it was before. What does not belong
here: the pages (`answering`), their links (`rewriting`) and files (`places`).

The same record gives the same bytes.
"""

from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from comity.errors import SiteFaulty
from comity.files import whole_folder
from comity.server.links import path_of
from comity.server.rendering import for_site
from comity.site.answering import Pages
from comity.site.extras import dumps, lists_of_things, missing_page, sitemaps
from comity.site.places import ATLAS, STARTS, THINGS, file_of, relative
from comity.site.rewriting import links_of, parts_of, rewritten

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph

AtlasKind = Literal["light", "full", "none"]
MARK: Final = ".comity-site"
"""File that every site holds, so that no other folder is ever replaced."""
_TELL_EVERY: Final = 500
_LEADS: Final = "to "  # no page begins so
_NONE: Final = frozenset({400, 404, 410})
_MANY: Final = """
SELECT DISTINCT ?claim WHERE {
  { ?claim rdf:subject ?thing . ?thing a comity:Satellite }
  UNION
  { VALUES ?vote { comity:votedFor comity:votedAgainst comity:abstainedOn comity:absentFrom }
    ?claim rdf:predicate ?vote }
  ?claim a comity:Claim
}"""


@dataclass(frozen=True, slots=True)
class SiteMade:
    """A site that has been written.

    Attributes:
        folder: Where it is.
        pages: How many pages it has.
        size: Its size in bytes.
    """

    folder: Path
    pages: int
    size: int


@dataclass(slots=True)
class _Found:
    """What following links has found, by name of file.

    Attributes:
        pages: Pages of the service, compressed.
        parts: Style sheets and images.
        moved: Where files lead that are none, as addresses.
    """

    pages: dict[str, bytes]
    parts: dict[str, bytes]
    moved: dict[str, str]


def make_site(
    graph: KnowledgeGraph,
    folder: Path,
    *,
    url: str = "",
    atlas: AtlasKind = "light",
    has_all_claims: bool = False,
    tell: Callable[[int, int], None] = lambda done, known: None,  # noqa: ARG005
) -> SiteMade:
    """Write the explorer as static files.

    Args:
        graph: The graph, seen at all times.
        folder: Where to write it; another site there is replaced, anything else is not.
        url: Where it will stand; then it has a sitemap, and links on its page for what is missing.
        atlas: Which atlas is among its pages.
        has_all_claims: Whether votes and claims about satellites have pages too; they are many.
        tell: Called with how many pages are made, and how many are known to come.

    Raises:
        SiteFaulty: A page could not be made.
        MissingPart: The atlas is wanted and its front end is not built.
        WriteFailed: It could not be written; what was there before is unchanged.
    """
    base = f"{url.rstrip('/')}/" if url else ""
    kept = [*STARTS, THINGS, *([ATLAS] if atlas != "none" else [])]
    with whole_folder(folder, mark=MARK) as fresh, for_site(kept):
        (fresh / MARK).write_bytes(b"")
        writer = _Writer(fresh)
        ready = lists_of_things(graph)
        left_out = frozenset() if has_all_claims else _files_of_many(graph)
        if atlas != "none":
            writer.write("atlas.html", _atlas(graph, full=atlas == "full"))
        found = asyncio.run(_follow(Pages(graph), ready, left_out, tell))
        for name, content in dumps(graph).items():
            writer.write(name, content)
        _write_found(writer, found, base)
        pages = [name for name in writer.names if name.endswith(".html") and name != "404.html"]
        for name, content in (sitemaps(base, pages, graph.manifest.date) if base else {}).items():
            writer.write(name, content)
        return SiteMade(folder, len(pages) + 1, writer.size)


def _atlas(graph: KnowledgeGraph, *, full: bool) -> bytes:
    return graph.atlas(full=full, pages="id/$id.html").page.encode()


def _write_found(writer: _Writer, found: _Found, base: str) -> None:
    """Write the pages with their links made relative, their parts, and the page for what is not."""
    lead = _leader(found, set(writer.names))
    for name, packed in found.pages.items():
        page = rewritten(
            zlib.decompress(packed).decode(),
            lambda address, name=name: lead(address, lambda file: relative(file, name)),  # type: ignore[misc]
        )
        writer.write(name, page.encode())
    for name, content in found.parts.items():
        writer.write(name, content)
    missing = rewritten(
        missing_page(found.parts["static/comity.css"].decode()),
        lambda address: lead(address, lambda file: base + file) if base else None,
    )
    writer.write("404.html", missing.encode())


async def _follow(
    service: Pages,
    ready: dict[str, bytes],
    left_out: frozenset[str],
    tell: Callable[[int, int], None],
) -> _Found:
    """Follow links from where a site begins, to all that it can hold."""
    found = _Found({}, {}, {})
    waiting = [*STARTS, *ready]
    known = {file_of(address) for address in waiting} | {"atlas.html"} | left_out
    ahead = len(left_out)
    while waiting:
        address = waiting.pop()
        name = file_of(address) or ""
        text = ready[address].decode() if address in ready else await _page(service, address)
        if text.startswith(_LEADS):
            found.moved[name] = text.removeprefix(_LEADS)
            text = f'<a href="{text.removeprefix(_LEADS)}">'
        elif text:
            found.pages[name] = zlib.compress(text.encode(), 1)
        for part in parts_of(text):
            file = file_of(part)
            if file is not None and file not in found.parts:
                found.parts[file] = (await service.get(part)).body
        for each in links_of(text):
            file = file_of(each)
            if file is not None and file.endswith(".html") and file not in known:
                known.add(file)
                waiting.append(each)
        if len(found.pages) % _TELL_EVERY == 0 or not waiting:
            tell(len(found.pages), len(known) - ahead)
    return found


async def _page(service: Pages, address: str) -> str:
    """Return a page; where it leads instead, after a mark; nothing if there is none.

    Raises:
        SiteFaulty: It could not be made.
    """
    answer = await service.get(address)
    if answer.location:
        return _LEADS + answer.location
    if answer.status == 200:
        return answer.text
    if answer.status in _NONE:
        return ""  # links to it stay words
    raise SiteFaulty(address, answer.status)


def _files_of_many(graph: KnowledgeGraph) -> frozenset[str]:
    """Return what would be the files of votes and of claims about satellites."""
    rows = graph.query(_MANY)["claim"]
    return frozenset(name for each in rows if (name := file_of(path_of(each))))


def _leader(found: _Found, others: set[str]) -> Callable[[str, Callable[[str], str]], str | None]:
    """Return what finds the link for an address, given how a file is named from where it stands."""
    there = found.pages.keys() | found.parts.keys() | others

    def lead(address: str, named: Callable[[str], str]) -> str | None:
        path, mark, fragment = address.partition("#")
        name = file_of(path)
        if name in found.moved:
            return lead(found.moved[name], named)
        return named(name) + mark + fragment if name in there else None

    return lead


class _Writer:
    """Writes files into a folder, and counts them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.names: list[str] = []
        self.size = 0

    def write(self, name: str, content: bytes) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.names.append(name)
        self.size += len(content)
