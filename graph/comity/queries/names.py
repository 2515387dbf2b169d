"""An index of names, for finding things while somebody types.

In: a store. Out: the things whose name, or a word in it, begins as a text does; within a few
milliseconds once the index is made. Case, accents and punctuation do not matter. What does not
belong here: names that only resemble a text (`search`).

A name that is the text comes first, then names that begin with it, then names with a word that
does; labels come before other names, and shorter ones first. Satellites, of which there are
thousands, come last unless only they are wanted.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from comity.queries.search import Match, folded, read_names

if TYPE_CHECKING:
    from comity.rdf.engine import Engine

_Entry = tuple[str, bool, str, str]  # the rest of a name from a word on; inner word; name; id


class Names:
    """The names of all things of a store."""

    def __init__(self, store: Engine) -> None:
        names, self._labels = read_names(store)
        entries: set[_Entry] = set()
        for id_, name in names:
            if id_ in self._labels:
                words = folded(name.partition("/")[2] if name == id_ else name).split()
                for place in range(len(words)):
                    entries.add((" ".join(words[place:]), place > 0, name, id_))
        self._entries = sorted(entries)

    def label(self, id_: str) -> str | None:
        """Return the label of a thing, or None if nothing has the id."""
        return self._labels.get(id_)

    def of_kind(self, kind: str) -> list[tuple[str, str]]:
        """Return the ids and labels of all things of a kind, sorted by label."""
        found = [item for item in self._labels.items() if item[0].startswith(f"{kind}/")]
        return sorted(found, key=lambda item: (item[1], item[0]))

    def complete(self, words: str, *, kind: str | None = None) -> list[Match]:
        """Return the things that a beginning of a name may mean, the best first.

        Args:
            words: The first letters of a name, or of a word in it.
            kind: Only things of this kind.
        """
        wanted = folded(words)
        best: dict[str, tuple[bool, bool, bool, bool, int, str]] = {}
        start = (
            bisect_left(self._entries, (wanted, False, "", "")) if wanted else len(self._entries)
        )
        for place in range(start, len(self._entries)):
            rest, is_inner, name, id_ = self._entries[place]
            if not rest.startswith(wanted):
                break
            if kind in (None, id_.partition("/")[0]):
                later = kind is None and id_.startswith("satellite/")
                is_other = name != self._labels[id_]
                is_longer = is_inner or rest != wanted
                score = (later, is_longer, is_inner, is_other, len(name), name)
                best[id_] = min(best.get(id_, score), score)
        ranked = sorted(best.items(), key=lambda item: (item[1], item[0]))
        return [Match.of(id_, self._labels[id_], name) for id_, (*_, name) in ranked]
