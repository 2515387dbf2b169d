"""What a site has beside the pages of the service.

In: a knowledge graph, or the names of pages. Out: files by name: the record as N-Quads and Turtle,
the page for what is missing, sitemaps. What does not belong here: following links (`following`),
and the search (`finding`).
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from comity.exports import ExportChoices, format_for
from comity.server.mistakes import ErrorPage
from comity.server.rendering import Frame, page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from comity.knowledge import KnowledgeGraph

_MOST: Final = 50_000  # addresses in a sitemap, by sitemaps.org
_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DECLARED: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def dumps(graph: KnowledgeGraph) -> dict[str, bytes]:
    """Return the record, compressed: as it is kept, and as Turtle without named graphs."""
    turtle = graph.edition(format_for("turtle", "comity.ttl"), ExportChoices()).files[""]
    return {
        "data/comity.nq.gz": (graph.snapshot.folder / graph.manifest.quads).read_bytes(),
        "data/comity.ttl.gz": gzip.compress(turtle, compresslevel=6, mtime=0),
    }


def missing_page(style: str) -> str:
    """Return the page that a host shows for an address without a page; it may show it anywhere.

    Args:
        style: The style sheet, which stands in the page.
    """
    words = "There is no page at this address; the home page leads to all things."
    shown = ErrorPage(404, "No such page", words, (), ())
    text = page("error", shown, Frame("/404", has_moment=False)).decode()
    opening, _, rest = text.partition('<link rel="stylesheet"')
    rest = rest.partition(">\n")[2]
    before, _, after = rest.partition('<link rel="icon"')
    after = after.partition(">\n")[2]
    text = f"{opening}<style>{style}</style>\n{before}{after}"
    start, _, tail = text.partition('<img src="')
    return start + tail.partition(">")[2]


def sitemaps(base: str, pages: Iterable[str], day: str) -> dict[str, bytes]:
    """Return sitemaps by names of files; `sitemap.xml` lists the others if one is too few.

    Args:
        base: Address of the site, with a slash at its end.
        pages: Names of pages.
        day: The day of the release.
    """
    names = sorted(pages)
    parts = [names[at : at + _MOST] for at in range(0, len(names), _MOST)]
    if len(parts) == 1:
        return {"sitemap.xml": _urls(base, parts[0], day)}
    files = {f"sitemap-{at}.xml": _urls(base, part, day) for at, part in enumerate(parts, 1)}
    listed = "".join(f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in files)
    whole = f'{_DECLARED}<sitemapindex xmlns="{_SPACE}">\n{listed}</sitemapindex>\n'
    return {"sitemap.xml": whole.encode(), **files}


def _urls(base: str, names: Sequence[str], day: str) -> bytes:
    listed = "".join(
        f"<url><loc>{escape(base + name)}</loc><lastmod>{day}</lastmod></url>\n" for name in names
    )
    return f'{_DECLARED}<urlset xmlns="{_SPACE}">\n{listed}</urlset>\n'.encode()
