"""Links without the claims of one class of sources, to see how far a result rests on it.

In: a store, links. Out: the classes of sources behind each claim, and links that remain. What does
not belong here: what is measured on them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from comity.analysis.ties import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from comity.networks.links import Link
    from comity.rdf.engine import Engine

_CLASSES = """
SELECT DISTINCT ?claim ?class
WHERE {
  ?claim comity:verdict ?verdict ; comity:attestation ?said .
  ?said comity:stance comity:Affirms ; prov:wasDerivedFrom ?source .
  ?source comity:sourceClass/skos:prefLabel ?class .
}"""


def read_source_classes(store: Engine) -> dict[str, frozenset[str]]:
    """Return for each claim the classes of the sources that affirm it, in words."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim, words in select(store, _CLASSES):
        found[claim].add(words)
    return {claim: frozenset(words) for claim, words in sorted(found.items())}


def classes_behind(links: Iterable[Link], classes: Mapping[str, frozenset[str]]) -> list[str]:
    """Return the classes of sources behind some links, sorted."""
    none: frozenset[str] = frozenset()
    return sorted(
        {word for link in links for claim in link.claims for word in classes.get(claim, none)}
    )


def left_without(
    links: Iterable[Link], classes: Mapping[str, frozenset[str]], left_out: str
) -> list[Link]:
    """Return the links all whose claims have a source of another class.

    A link falls with any claim that it rests on; so more fall than strictly must where several
    claims say the same. Weights stay as they are.

    Args:
        links: The links.
        classes: The classes behind each claim.
        left_out: The class of sources to do without.
    """
    only = frozenset({left_out})
    return [link for link in links if all(classes.get(claim) != only for claim in link.claims)]
