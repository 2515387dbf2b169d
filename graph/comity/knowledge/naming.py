"""From what a user writes to an id that exists.

In: a store and a text. Out: the id, or an error that offers the nearest. What does not belong here:
finding things by their names (`comity.queries.search`).
"""

from __future__ import annotations

import difflib
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from comity.errors import UnknownName
from comity.queries.search import search
from comity.rdf import terms
from comity.rdf.namespaces import ENTITY_KINDS, identifier, iri, parse_identifier

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.rdf.engine import Engine


_ELSEWHERE: Final[Mapping[str, str]] = {
    "claim": "`comity why` explains it",
    "source": "`comity claims` lists what it says, by `source`",
}


def resolve(store: Engine, text: str) -> str:
    """Return the id under which a thing stands today; merged ids are followed.

    Raises:
        BadIdentifier: The text is not an id of a thing.
        UnknownName: Nothing has that id; the nearest ids are offered.
    """
    if not {"/", ":"} & set(text) and (likely := _meant(store, text)):
        raise UnknownName("thing", text, likely)
    id_ = parse_identifier(text)
    kind = id_.partition("/")[0]
    if kind not in ENTITY_KINDS:
        look = _ELSEWHERE.get(kind, f"the kinds of things are {', '.join(ENTITY_KINDS)}")
        raise UnknownName("thing", id_, (), f"a {kind} is none: {look}")
    node = iri(id_)
    for quad in store.quads_for_pattern(node, terms.REPLACED_BY, None):
        return identifier(quad.object) or id_
    if next(store.quads_for_pattern(node, terms.TYPE, None), None) is None:
        raise UnknownName("thing", id_, _nearest(store, id_), "see `comity search`")
    return id_


def expect_source(store: Engine, slug: str) -> None:
    """Return when there is a source with a slug.

    Raises:
        BadIdentifier: The text is not a slug.
        UnknownName: There is no such source; the nearest are offered.
    """
    node = iri(f"source/{slug}")
    if next(store.quads_for_pattern(node, terms.TYPE, None), None) is None:
        slugs = [name.partition("/")[2] for name in _known(store) if name.startswith("source/")]
        nearest = difflib.get_close_matches(slug, slugs, n=2)
        raise UnknownName("source", slug, nearest, "see sources.csv")


def _nearest(store: Engine, id_: str) -> Sequence[str]:
    kind, _, slug = id_.partition("/")
    known = _known(store)
    elsewhere = _of_slug(store, slug)
    slugs = [name.partition("/")[2] for name in known if name.startswith(f"{kind}/")]
    close = difflib.get_close_matches(slug, slugs, n=8, cutoff=0.66)
    # of those that are as close, which codes of three letters often are, what begins alike
    close.sort(key=lambda name: _likeness(slug, name), reverse=True)
    return elsewhere or [f"{kind}/{name}" for name in close[:2]]


def _likeness(one: str, other: str) -> tuple[float, int]:
    """Return how much alike two texts are, and how many letters they begin alike with.

    >>> _likeness("chi", "chn") > _likeness("chi", "hti")
    True
    """
    alike = round(difflib.SequenceMatcher(None, other, one).ratio(), 2)
    return alike, len(
        list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    )


def _meant(store: Engine, text: str) -> Sequence[str]:
    """Return the ids that somebody may mean who writes a slug or a name without a kind."""
    return _of_slug(store, text.lower()) or [each.id for each in search(store, text, limit=2)]


def _of_slug(store: Engine, slug: str) -> list[str]:
    """Return the first ids with a slug, of whatever kind of thing."""
    return sorted(
        name
        for name in _known(store)
        if name.partition("/")[2] == slug and name.partition("/")[0] in ENTITY_KINDS
    )[:2]


def _known(store: Engine) -> list[str]:
    quads = store.quads_for_pattern(None, terms.IDENTIFIER, None)
    return [name for quad in quads if (name := identifier(quad.subject)) is not None]
