"""HTML pages from templates.

In: a template's name, what the page shows, and its frame. Out: a page. Whatever comes from the data
or from a client is escaped, and has no characters that reorder or hide what stands around them.
What does not belong here: what a page shows.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from comity.claims.publication import published_by
from comity.rdf.namespaces import ID
from comity.server.formats import FORMATS
from comity.server.links import path_of
from comity.server.messages import Reply
from comity.views.assets import palette
from comity.views.wording import counted, period, readable, web_address

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from comity.errors import ComityError
    from comity.knowledge import KnowledgeGraph
    from comity.server.messages import Request

_FOLDER: Final = Path(__file__).parent
STATIC: Final = _FOLDER / "static"
_FORMAT_NAMES: Final = {
    "csv": "CSV",
    "data": "JSON",
    "json": "JSON",
    "jsonld": "JSON-LD",
    "nquads": "N-Quads",
    "ntriples": "N-Triples",
    "rdfxml": "RDF/XML",
    "trig": "TriG",
    "tsv": "TSV",
    "turtle": "Turtle",
    "xml": "XML",
}
EXPLORER_PAGES: Final = (
    ("/stories", "Stories"),
    ("/board", "Board"),
    ("/map", "Map"),
    ("/matrix", "Matrix"),
    ("/compare", "Compare"),
    ("/path", "Pathways"),
    ("/networks", "Networks"),
)
DATA_PAGES: Final = (
    ("/queries", "Questions"),
    ("/claims", "Claims"),
    ("/sources", "Sources"),
    ("/sparql", "SPARQL"),
    ("/ns", "Terms"),
)
_SITE: ContextVar[frozenset[str]] = ContextVar("site", default=frozenset())
Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page knows of its own address and of the moment that it shows.

    Attributes:
        path: Its path.
        parameters: Its parameters, without the moment and the format.
        as_of: Day that it shows, as `YYYY-MM-DD`, or empty.
        known_by: Day by which a thing must have been public, likewise.
        certain: Whether only what certainly held is shown.
        today: Day of the release.
        formats: Names of the formats in which its content can be had, beside HTML.
        has_moment: Whether another day would show something else.
        usual: What is shown when no day is chosen, in words; empty for all times.
        has_certain: Whether the page knows what certainly held from what may have.
    """

    path: str
    parameters: Parameters = ()
    as_of: str = ""
    known_by: str = ""
    certain: bool = False
    today: str = ""
    formats: tuple[str, ...] = ()
    has_moment: bool = True
    usual: str = ""
    has_certain: bool = True

    @property
    def moment(self) -> Parameters:
        """The parameters that carry the moment."""
        days = (("as-of", self.as_of), ("known-by", self.known_by))
        certain = (("certain", "true"),) if self.certain else ()
        return (*(item for item in days if item[1]), *certain)

    @property
    def words(self) -> str:
        """The moment in words."""
        as_of = f"{'certain ' if self.certain else ''}as of {self.as_of}" if self.as_of else ""
        known = f"known by {self.known_by}" if self.known_by else ""
        return ", ".join(part for part in (as_of, known) if part)

    def link(self, path: str, **parameters: object) -> str:
        """Return the address of another page, seen from the same moment."""
        named = tuple((name, str(value)) for name, value in parameters.items())
        return address(path, (*named, *self.moment))

    def to(self, href: str) -> str:
        """Return an address as it is, or for a page of this server from the same moment."""
        return self.link(href) if href.startswith("/") else href

    def turned(self, **changes: object) -> str:
        """Return the address of this page with other parameters; None leaves one out."""
        named = {name.replace("_", "-"): value for name, value in changes.items()}
        kept = [item for item in (*self.parameters, *self.moment) if item[0] not in named]
        new = [(name, str(value)) for name, value in named.items() if value is not None]
        return address(self.path, (*kept, *new))

    def form(self, name: str) -> str:
        """Return the address of this page's content in another format."""
        return self.turned(format="json" if name == "data" else name)


def frame_of(
    request: Request,
    graph: KnowledgeGraph,
    formats: tuple[str, ...] = (),
    *,
    has_moment: bool = True,
    usual: str = "",
) -> Frame:
    """Return the frame of a page that a worker makes."""
    page = request.arguments["page"]
    return Frame(
        path=page["path"],
        parameters=tuple((name, value) for name, value in page["parameters"]),
        as_of=request.as_of or "",
        known_by=request.known_by or "",
        certain=request.certain,
        today=graph.manifest.date,
        formats=formats,
        has_moment=has_moment,
        usual=usual,
    )


def address(path: str, parameters: Parameters = ()) -> str:
    """Return a path with parameters, before the fragment if there is one.

    >>> address("/ns#memberOf", (("as-of", "2024-01-01"),))
    '/ns?as-of=2024-01-01#memberOf'
    """
    path, mark, fragment = path.partition("#")
    query = f"?{urlencode(parameters)}" if parameters else ""
    return f"{quote(path, safe='/:@!$&()*+,;=~.-_')}{query}{mark}{fragment}"


def page(template: str, shown: object, frame: Frame) -> bytes:
    """Return a page.

    Args:
        template: Name of the template, without its ending.
        shown: A dataclass with what it shows; the template calls it `page`.
        frame: Its frame.
    """
    found = _environment().get_template(f"{template}.html")
    return found.render(page=shown, frame=frame, site=_SITE.get()).encode()


@contextmanager
def for_site(paths: Collection[str]) -> Iterator[None]:
    """Make pages for a site without a server, whose lists of pages hold these paths alone."""
    token = _SITE.set(frozenset(paths))
    try:
        yield
    finally:
        _SITE.reset(token)


def page_reply(
    template: str, shown: object, frame: Frame, problem: ComityError | None = None
) -> Reply:
    """Return a worker's reply with a page; its status is that of a problem that it shows."""
    details = {"problem": type(problem).__name__} if problem else {}
    return Reply("html", page(template, shown, frame), details=details)


def load_templates() -> None:
    """Compile all templates, so that nobody waits for it later."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


def static_content(name: str) -> bytes:
    """Return a file that pages ask for; the style sheet with the shared palette before it."""
    content = (STATIC / name).read_bytes()
    return f"{palette()}\n\n".encode() + content if name == "comity.css" else content


def static_tag(name: str) -> str:
    """Return a short hash of a file for browsers, which changes with it."""
    return hashlib.sha256(static_content(name)).hexdigest()[:12]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_shown,
    )
    environment.globals["published_by"] = published_by
    environment.filters["number"] = lambda value: f"{value:,}"
    environment.filters["sentence"] = lambda text: text[:1].upper() + text[1:]
    environment.globals.update(
        counted=counted,
        data_pages=DATA_PAGES,
        explorer_pages=EXPLORER_PAGES,
        explorer_style=f"/static/explorer.css?{static_tag('explorer.css')}",
        format_name=lambda name: _FORMAT_NAMES[name],
        is_id=lambda text: bool(path_of(ID + text)),
        media_type=lambda name: FORMATS[name].media_type,
        web=web_address,
        style=f"/static/comity.css?{static_tag('comity.css')}",
        icon=f"/static/comity.svg?{static_tag('comity.svg')}",
        period=lambda start, end, today="": period(
            start or None, end or None, date.fromisoformat(today) if today else None
        ),
    )
    environment.globals["macros"] = environment.get_template("macros.html").module
    return environment


def _shown(value: Any) -> Any:
    return value if isinstance(value, Markup) else readable(value)
