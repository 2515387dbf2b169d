"""Claims in words.

In: a store and ids of claims. Out: one sentence each. What does not belong here: why a claim has
its verdict (`explanations`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.analysis.ties import select
from comity.rdf.namespaces import iri
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.rdf.engine import Engine

_BATCH: Final = 400
_PHRASES: Final = {relation.iri.value: relation.phrase for relation in RELATIONS.values()}


def claims_in_words(store: Engine, claims: Iterable[str]) -> dict[str, str]:
    """Return a sentence for each claim: its subject, its relation, its object and since when.

    Args:
        store: Where the claims are.
        claims: Ids; those that are not there are left out.
    """
    names = sorted(set(claims))
    found: dict[str, str] = {}
    for position in range(0, len(names), _BATCH):
        wanted = " ".join(str(iri(name)) for name in names[position : position + _BATCH])
        rows = select(
            store,
            f"""
            SELECT ?claim ?subject ?relation ?object ?start
            WHERE {{
              VALUES ?claim {{ {wanted} }}
              ?claim rdf:subject/rdfs:label ?subject ; rdf:predicate ?relation ;
                     rdf:object/rdfs:label ?object .
              OPTIONAL {{ ?claim comity:validFrom ?start }}
            }} ORDER BY ?claim DESC(?subject) DESC(?object)""",
        )
        for claim, subject, relation, object_, start in rows:
            since = f", {start}" if start else ""
            found[claim] = f"{subject} {_PHRASES[relation]} {object_}{since}"
    return found
