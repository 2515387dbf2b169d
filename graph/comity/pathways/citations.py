"""Claims and sources that an answer names.

In: a store and ids. Out: sentences of claims, and sources with titles and addresses; each is read
once. What does not belong here: which are named (`answers`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.analysis.ties import select
from comity.analysis.wording import claims_in_words
from comity.pathways.model import Cited
from comity.rdf.namespaces import iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.rdf.engine import Engine

SUPPOSED: Final = "supposed: "
"""With what the id of a claim begins that nobody made, and the words of which follow."""
_BATCH: Final = 400
_OF_CLAIMS: Final = """
SELECT DISTINCT ?claim ?source ?recalled WHERE {
  VALUES ?claim { $wanted }
  ?claim comity:attestation ?said .
  ?said prov:wasDerivedFrom ?source .
  BIND (EXISTS { ?said comity:verification comity:Recalled } AS ?recalled)
} ORDER BY ?claim ?recalled ?source"""
_SOURCES: Final = """
SELECT ?source ?title ?published ?url WHERE {
  VALUES ?source { $wanted }
  ?source rdfs:label ?title .
  OPTIONAL { ?source dcterms:issued ?published }
  OPTIONAL { ?source comity:locator ?url }
}"""


class Citations:
    """What is known of claims and sources, by id."""

    def __init__(self, store: Engine) -> None:
        self._store = store
        self._words: dict[str, str] = {}
        self._of_claim: dict[str, tuple[str, ...]] = {}
        self._sources: dict[str, Cited] = {}

    def words(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the sentence of each claim."""
        wanted = sorted(set(claims))
        unknown = [each for each in wanted if each not in self._words]
        told = [each for each in unknown if not each.startswith(SUPPOSED)]
        if told:
            self._words.update(claims_in_words(self._store, told))
        for each in unknown:
            self._words.setdefault(each, each)
        return {each: self._words[each] for each in wanted}

    def of_claims(self, claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the ids of the sources of each claim: those seen first, then by id.

        What is supposed has none.
        """
        wanted = sorted(set(claims))
        unknown = [
            each for each in wanted if each not in self._of_claim and not each.startswith(SUPPOSED)
        ]
        found: dict[str, list[str]] = {each: [] for each in unknown}
        for rows in _batches(unknown):
            for claim, source, _ in select(self._store, _OF_CLAIMS.replace("$wanted", rows)):
                found[claim].append(source)
        self._of_claim.update({claim: tuple(names) for claim, names in found.items()})
        return {each: self._of_claim.get(each, ()) for each in wanted}

    def sources(self, sources: Iterable[str]) -> dict[str, Cited]:
        """Return sources by id."""
        wanted = sorted(set(sources))
        unknown = [each for each in wanted if each not in self._sources]
        for rows in _batches(unknown):
            for id_, title, published, url in select(
                self._store, _SOURCES.replace("$wanted", rows)
            ):
                self._sources.setdefault(id_, Cited(id_, title, published or "", url or ""))
        return {each: self._sources[each] for each in wanted if each in self._sources}


def _batches(ids: list[str]) -> Iterable[str]:
    for position in range(0, len(ids), _BATCH):
        yield " ".join(str(iri(each)) for each in ids[position : position + _BATCH])
