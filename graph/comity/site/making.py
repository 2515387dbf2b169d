"""Making a site: its pages, the record to download, and what a host asks for.

In: a knowledge graph and a folder. Out: the folder, whole or as it was before. What does not belong
here: the pages (`answering`), which of them there are (`following`), their links (`rewriting`) and
files (`places`).

The same record gives the same bytes, however many processes make them.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from comity.analysis.roll_calls import BALLOTS
from comity.files import whole_folder
from comity.rdf import terms
from comity.rdf.namespaces import identifier
from comity.rdf.vocabulary import RELATIONS, Comity
from comity.server.rendering import for_site
from comity.site.answering import Pages
from comity.site.crews import crew
from comity.site.extras import dumps, missing_page, sitemaps
from comity.site.finding import NAMES, SCRIPT, names_script, search_script
from comity.site.following import follow
from comity.site.places import ATLAS, STARTS, file_of, relative
from comity.site.rewriting import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph
    from comity.rdf.engine import Engine
    from comity.site.following import Found

AtlasKind = Literal["light", "full", "none"]
Step = Literal["record", "pages", "files"]
MARK: Final = ".comity-site"
"""File that every site holds, so that no other folder is ever replaced."""
_AT_ONCE: Final = 200  # files that a process writes before it tells of them


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


def make_site(
    graph: KnowledgeGraph,
    folder: Path,
    *,
    url: str = "",
    atlas: AtlasKind = "light",
    has_all_claims: bool = False,
    processes: int = 1,
    tell: Callable[[Step, int, int], None] = lambda step, done, known: None,  # noqa: ARG005
) -> SiteMade:
    """Write the explorer as static files.

    A graph that is held in memory (`load(in_memory=True)`) is read several times as fast.

    Args:
        graph: The graph, seen at all times.
        folder: Where to write it; another site there is replaced, anything else is not.
        url: Where it will stand; then it has a sitemap, and links on its page for what is missing.
        atlas: Which atlas is among its pages.
        has_all_claims: Whether votes and claims about satellites have pages too; they are many.
        processes: How many make pages; more than one takes a system that can copy a process.
        tell: Called with the step that goes on, how many of its pages or files are done, and how
            many there may be.

    Raises:
        SiteFaulty: A page could not be made.
        SiteUnfinished: A process has ended before its work.
        MissingPart: The front end is not built.
        WriteFailed: It could not be written; what was there before is unchanged.
    """
    base = f"{url.rstrip('/')}/" if url else ""
    kept = [*STARTS, *([ATLAS] if atlas != "none" else [])]
    with whole_folder(folder, mark=MARK) as fresh, for_site(kept):
        (fresh / MARK).write_bytes(b"")
        writer = _Writer(fresh)
        tell("record", 0, 1)
        for name, content in dumps(graph).items():
            writer.write(name, content)
        writer.write(SCRIPT, search_script())
        if atlas != "none":
            page = graph.atlas(full=atlas == "full", pages="id/$id.html").page
            writer.write("atlas.html", page.encode())
        left_out = frozenset() if has_all_claims else _files_of_many(graph.store)
        counts = graph.manifest.counts
        found = follow(
            Pages(graph),
            left_out,
            expected=sum(counts[name] for name in ("entities", "claims", "sources"))
            - len(left_out),
            processes=processes,
            tell=lambda done, known: tell("pages", done, known),
        )
        writer.write(NAMES, names_script(graph.store, found.pages))
        _write_found(writer, found, base, processes, lambda done, known: tell("files", done, known))
        pages = [name for name in writer.names if name.endswith(".html") and name != "404.html"]
        for name, content in (sitemaps(base, pages, graph.manifest.date) if base else {}).items():
            writer.write(name, content)
        return SiteMade(folder, len(pages) + 1, writer.size)


def _write_found(
    writer: _Writer, found: Found, base: str, processes: int, tell: Callable[[int, int], None]
) -> None:
    """Write the pages with their links made relative, their parts, and the page for what is not."""
    lead = found.leader(set(writer.names))

    def write(names: Sequence[str]) -> _Writer:
        written = _Writer(writer.folder)
        for name in names:
            page = rewritten(
                zlib.decompress(found.pages[name]).decode(),
                lambda address, name=name: lead(address, lambda file: relative(file, name)),  # type: ignore[misc]
            )
            written.write(name, page.encode())
        return written

    names = sorted(found.pages)
    pieces = [names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE)]
    done = 0
    with crew(write, processes) as writers:
        while pieces or not writers.is_idle:
            while pieces and writers.has_room:
                writers.give(pieces.pop())
            for written in writers.take():
                writer.add(written)
                done += len(written.names)
            tell(done, len(names))
    for name, content in found.parts.items():
        writer.write(name, content)
    missing = rewritten(
        missing_page(found.parts["static/comity.css"].decode()),
        lambda address: lead(address, lambda file: base + file) if base else None,
    )
    writer.write("404.html", missing.encode())


def _files_of_many(store: Engine) -> frozenset[str]:
    """Return what would be the files of votes and of claims about satellites.

    A query for both takes the engine minutes; patterns take it a moment.
    """
    claims = {
        quad.subject
        for name in BALLOTS
        for quad in store.quads_for_pattern(None, terms.PREDICATE, RELATIONS[name].iri)
    }
    for satellite in store.quads_for_pattern(None, terms.TYPE, Comity.Satellite):
        about = store.quads_for_pattern(None, terms.SUBJECT, satellite.subject)
        claims |= {quad.subject for quad in about}
    ids = (identifier(each) for each in claims)
    return frozenset(file for id_ in ids if id_ and (file := file_of(f"/id/{id_}")))


class _Writer:
    """Writes files into a folder, and counts them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: list[str] = []
        self.size = 0

    def write(self, name: str, content: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.names.append(name)
        self.size += len(content)

    def add(self, other: _Writer) -> None:
        """Count what another has written into the folder."""
        self.names += other.names
        self.size += other.size
