"""From IRIs of the data to pages of this server.

In: IRIs, or terms of results. Out: paths, and cells that link to them. What does not belong here:
the pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from comity.rdf.namespaces import BASE, GRAPH, ID, NS, PREFIXES, identifier, short_name
from comity.views.wording import web_address

if TYPE_CHECKING:
    from collections.abc import Mapping

_RELEASES: Final = (BASE + "release/", BASE + "dataset")
_XSD: Final = PREFIXES["xsd"]
_NUMBERS: Final = frozenset(
    _XSD + name for name in ("integer", "nonNegativeInteger", "decimal", "double", "float")
)
_DAYS: Final = frozenset(_XSD + name for name in ("date", "gYearMonth", "gYear", "dateTime"))
_PARTIAL: Final = re.compile(r"\d{4}-\d{2}(-\d{2})?")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a page shows for a term.

    Attributes:
        text: Its text.
        href: Where it leads: a path of this server, an address elsewhere, or nothing.
        lang: Language of the text, if the term has one other than English.
        is_number: Whether it is a number.
        is_day: Whether it is a day, a month or a year.
    """

    text: str
    href: str = ""
    lang: str = ""
    is_number: bool = False
    is_day: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether it leads to a page of this server."""
        return self.href.startswith("/")


def path_of(iri: str) -> str:
    """Return the path of the page about an IRI of Comity, or an empty text for any other.

    >>> path_of("https://w3id.org/comity/id/nation/chn")
    '/id/nation/chn'
    >>> path_of("https://w3id.org/comity/ns#memberOf")
    '/ns#memberOf'
    >>> path_of("https://example.org/")
    ''
    """
    if iri.startswith(ID):
        return f"/id/{iri[len(ID) :]}" if identifier(ox.NamedNode(iri)) else ""
    if iri.startswith(NS) or iri + "#" == NS:
        return "/ns" + iri[len(NS) - 1 :]
    if iri.startswith(GRAPH):
        return f"/graph/{iri[len(GRAPH) :]}"
    return "/.well-known/void" if iri.startswith(_RELEASES) else ""


def address_of(iri: str) -> str:
    """Return where a reader learns more about an IRI: here, elsewhere, or nowhere (empty)."""
    return path_of(iri) or web_address(iri)


def cited(text: str, titles: Mapping[str, str], names: Mapping[str, str]) -> list[Cell]:
    """Return a text in which titles stand for slugs of sources and names for ids, with links.

    Args:
        text: A text, such as the reason for a verdict.
        titles: For ids of sources, their titles.
        names: For ids of things, their names.

    >>> titles, names = {"source/nasa-50": "Fifty"}, {"nation/aut": "Austria"}
    >>> told = cited("nasa-50 has nation/aut", titles, names)
    >>> [each.text for each in told]
    ['“Fifty”', ' has ', 'Austria']
    """
    known = {id_: Cell(name, f"/id/{id_}") for id_, name in names.items()}
    for id_, title in titles.items():
        known[id_.partition("/")[2]] = Cell(f"“{title}”", f"/id/{id_}")
    if not known:
        return [Cell(text)]
    among = "|".join(re.escape(each) for each in sorted(known, key=len, reverse=True))
    parts = re.split(rf"(?<![\w./-])({among})(?![\w-])", text)
    return [known[part] if at % 2 else Cell(part) for at, part in enumerate(parts) if part]


def cell(term: object) -> Cell:
    """Return what a page shows for a term of a result; nothing for a term that is not bound.

    >>> cell(ox.NamedNode("https://w3id.org/comity/id/nation/chn"))
    Cell(text='nation/chn', href='/id/nation/chn', lang='', is_number=False, is_day=False)
    """
    match term:
        case None:
            return Cell("")
        case ox.NamedNode():
            return Cell(short_name(term), address_of(term.value))
        case ox.Literal():
            lang = term.language or ""
            is_number = term.datatype.value in _NUMBERS
            # an address in a text, such as that of a source, is one to follow
            href = "" if is_number else web_address(term.value)
            # a partial date that a query has made a text of is one too
            is_day = term.datatype.value in _DAYS or bool(_PARTIAL.fullmatch(term.value))
            return Cell(term.value, href, "" if lang == "en" else lang, is_number, is_day)
        case _:
            return Cell(str(term))
