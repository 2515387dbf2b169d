"""All things, by kind and letter.

In: a kind, or none. Out: the kinds with how many things each has, or the things of one, as JSON, as
CSV, or as a page. What does not belong here: finding things by a name (`listings`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from comity.queries.search import folded
from comity.server.held import names_of
from comity.server.listings import csv_of
from comity.server.messages import Reply
from comity.server.rendering import frame_of, page_reply
from comity.views.palette import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.knowledge import KnowledgeGraph
    from comity.server.limits import Limits
    from comity.server.messages import Request

_FEW: Final = 60  # things that are listed without letters
_FORMATS: Final = ("data", "csv")


@dataclass(frozen=True, slots=True)
class KindsPage:
    """What the list of kinds shows: kinds, words for each, and how many things it has."""

    items: Sequence[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class KindPage:
    """What the list of the things of a kind shows.

    Attributes:
        title: Its title.
        items: Letters with the ids and labels of the things whose labels begin so, if they are
            many; else all under no letter.
        total: How many things there are.
    """

    title: str
    items: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    total: int


def kinds(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """List the kinds of things."""
    names = names_of(graph)
    found = [
        (kind, look.many if count != 1 else look.one, count)
        for kind, look in KINDS.items()
        if (count := len(names.of_kind(kind)))
    ]
    if request.formats[0] == "html":
        frame = frame_of(request, graph, _FORMATS, has_moment=False)
        return page_reply("kinds", KindsPage(found), frame)
    items = [{"kind": kind, "name": words, "things": count} for kind, words, count in found]
    return _listed(request, items, ("kind", "name", "things"))


def kind(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """List the things of a kind."""
    name = request.arguments["kind"]
    things = names_of(graph).of_kind(name)
    if request.formats[0] == "html":
        frame = frame_of(request, graph, _FORMATS, has_moment=False)
        return page_reply("kind", page_of_kind(KINDS[name].many, things), frame)
    return _listed(request, [{"id": id_, "label": label} for id_, label in things], ("id", "label"))


def page_of_kind(title: str, things: Sequence[tuple[str, str]]) -> KindPage:
    """Return what a list of things shows, with letters if they are many.

    Args:
        title: Its title.
        things: Ids and labels.
    """
    items = by_letter(things) if len(things) > _FEW else [("", things)]
    return KindPage(title, items, len(things))


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


def _listed(request: Request, items: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Reply:
    if request.formats[0] == "csv":
        return Reply("csv", csv_of(items, columns))
    shown = {"items": items, "total": len(items), "next": None}
    return Reply("data", json.dumps(shown, ensure_ascii=False).encode())
