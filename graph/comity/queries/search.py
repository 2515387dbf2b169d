"""Finding things by their names.

In: a store and some words. Out: matches, the best first. Case, accents and punctuation do not
matter. What does not belong here: questions about what was found.

An exact name comes before a name that begins with the words, then one in which every word begins
some word, then one that only resembles them. Satellites, of which there are thousands, come one
step later, unless only they are wanted.
"""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from comity.rdf import terms
from comity.rdf.namespaces import graph_name, identifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from comity.rdf.engine import Engine

_THINGS: Final = graph_name("things")
_NAMES: Final = (terms.LABEL, terms.ALT_LABEL, terms.IDENTIFIER)
_EXACT, _PREFIX, _WORDS, _ALIKE = range(4)

# how well a name matches, whether it comes later, its length or place, and the name
_Score = tuple[int, bool, int, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A thing whose name matches.

    Attributes:
        id: Its id.
        kind: Its kind.
        label: Its label.
        matched: The name that matched, if that is not the label.
    """

    id: str
    kind: str
    label: str
    matched: str

    @classmethod
    def of(cls, id_: str, label: str, name: str) -> Match:
        """Return the match of a thing by one of its names."""
        return cls(id_, id_.partition("/")[0], label, "" if name in (label, id_) else name)


def search(store: Engine, words: str, *, kind: str | None = None, limit: int = 20) -> list[Match]:
    """Return the things that words may mean, the best first; none for words without a letter.

    Args:
        store: Where the things are.
        words: Part of a name, or of an id.
        kind: Only things of this kind.
        limit: How many at most.
    """
    wanted = folded(words)
    if not wanted:
        return []
    names, labels = read_names(store, kind)
    best: dict[str, _Score] = {}
    for id_, name in names:
        rank = _rank(wanted, folded(name))
        if id_ in labels and rank is not None:
            later = kind is None and id_.startswith("satellite/")
            score = (rank + later, later, len(name), name)
            best[id_] = min(best.get(id_, score), score)
    best = best or _alike(wanted, [(id_, name) for id_, name in names if id_ in labels])
    ranked = sorted(best.items(), key=lambda item: (item[1], item[0]))
    return [Match.of(id_, labels[id_], name) for id_, (*_, name) in ranked[:limit]]


def read_names(
    store: Engine, kind: str | None = None
) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Return the names of all things as pairs of id and name, and their labels by id.

    Args:
        store: Where the things are.
        kind: Only things of this kind.
    """
    labels: dict[str, str] = {}
    names: list[tuple[str, str]] = []
    for predicate in _NAMES:
        for id_, name in _read(store, predicate):
            if kind in (None, id_.partition("/")[0]):
                names.append((id_, name))
                if predicate == terms.LABEL:
                    labels[id_] = name
    return names, labels


def folded(text: str) -> str:
    """Return a text in small letters without accents and punctuation.

    >>> folded("Chang’e-6, Türkiye")
    'chang e 6 turkiye'
    """
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i")).casefold()
    kept = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join("".join(kept).split())


def _read(store: Engine, predicate: NamedNode) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, predicate, None, _THINGS):
        id_ = identifier(quad.subject)
        if id_ and not id_.startswith("source/") and isinstance(quad.object, Literal):
            yield id_, quad.object.value


def _rank(wanted: str, name: str) -> int | None:
    if name == wanted:
        return _EXACT
    if name.startswith(wanted):
        return _PREFIX
    parts = name.split()
    if all(any(part.startswith(word) for part in parts) for word in wanted.split()):
        return _WORDS
    return None


def _alike(wanted: str, names: list[tuple[str, str]]) -> dict[str, _Score]:
    by_name: dict[str, list[tuple[str, str]]] = {}
    for id_, name in names:
        by_name.setdefault(folded(name), []).append((id_, name))
    found: dict[str, _Score] = {}
    for place, alike in enumerate(difflib.get_close_matches(wanted, by_name, n=8, cutoff=0.75)):
        for id_, name in by_name[alike]:
            found.setdefault(id_, (_ALIKE, False, place, name))
    return found
