"""What a site has beside the pages of the service.

In: a knowledge graph, or the names of pages. Out: files by name: lists of all things by kind, the
record as N-Quads and Turtle, the page for what is missing, sitemaps. What does not belong here:
following links (`making`).
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from comity.exports import ExportChoices, format_for
from comity.queries.search import folded
from comity.server.held import names_of
from comity.server.mistakes import ErrorPage
from comity.server.rendering import Frame, page
from comity.site.places import THINGS
from comity.views.palette import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from comity.knowledge import KnowledgeGraph

_MOST: Final = 50_000  # addresses in a sitemap, by sitemaps.org
_FEW: Final = 60  # things that are listed without letters
_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DECLARED: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class ListPage:
    """What a list shows.

    Attributes:
        title: Its title.
        items: Kinds with their words and how many there are; or letters with the ids and labels of
            the things whose labels begin so, if they are many.
        total: How many things there are.
    """

    title: str
    items: Sequence[Any]
    total: int


def lists_of_things(graph: KnowledgeGraph) -> dict[str, bytes]:
    """Return pages with all things, by their addresses: one for the kinds, and one for each."""
    names, today = names_of(graph), graph.manifest.date
    of_kinds = {kind: names.of_kind(kind) for kind in KINDS}
    kinds = [
        (kind, look.many if len(of_kinds[kind]) != 1 else look.one, len(of_kinds[kind]))
        for kind, look in KINDS.items()
        if of_kinds[kind]
    ]
    return {
        THINGS: page(
            "kinds",
            ListPage("All things", kinds, sum(count for _, _, count in kinds)),
            Frame(THINGS, today=today),
        ),
        **{
            f"{THINGS}/{kind}": page(
                "kind",
                list_page(KINDS[kind].many, of_kinds[kind]),
                Frame(f"{THINGS}/{kind}", today=today),
            )
            for kind, _, _ in kinds
        },
    }


def list_page(title: str, things: Sequence[tuple[str, str]]) -> ListPage:
    """Return a list of things, given by ids and labels, with letters if they are many."""
    items = by_letter(things) if len(things) > _FEW else [("", things)]
    return ListPage(title, items, len(things))


def by_letter(things: Sequence[tuple[str, str]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return letters, and the ids and labels of the things under each, in the order of readers.

    Marks on letters do not count; what begins with no letter of A to Z stands first, under `#`.

    >>> by_letter([("person/b", "bo"), ("person/e", "Émile"), ("person/9", "9")])
    [('#', [('person/9', '9')]), ('B', [('person/b', 'bo')]), ('E', [('person/e', 'Émile')])]
    """

    def key(thing: tuple[str, str]) -> tuple[str, str, str]:
        words = folded(thing[1])
        letter = words[:1].upper()
        return (letter if letter.isascii() and letter.isalpha() else "#", words, thing[0])

    ordered = sorted(things, key=key)
    return [(letter, list(among)) for letter, among in groupby(ordered, lambda each: key(each)[0])]


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
