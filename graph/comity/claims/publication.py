"""By whom a source was published, and from when on it or a claim was public.

In: rows of sources, and attestations. Out: days, by `ontology/decisions/0004`, and words.
What does not belong here: when the relation itself held (`assembly`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from comity.claims.model import Attestation
    from comity.rdf.dates import Period
    from comity.tables.rows import SourceRow


def published_by(publisher: str, via: str) -> str:
    """Return in words whose words a source gives, and where they were seen if not at theirs.

    >>> published_by("Reuters", "The Straits Times")
    'Reuters, via The Straits Times'
    >>> published_by("", "Docslib")
    'via Docslib'
    """
    return ", ".join(part for part in (publisher, f"via {via}" if via else "") if part)


def public_from(source: SourceRow) -> date | None:
    """Return the first day on which a source was certainly public.

    That is the last day that its date of publication may mean, or the day on which it was looked
    at. A recollection never was public.
    """
    if source.kind == "recollection":
        return None
    return source.published.last_day if source.published else source.accessed


def known_from(predicate: str, period: Period, attestations: Sequence[Attestation]) -> date | None:
    """Return the first day on which a claim was certainly public, by `ontology/decisions/0004`.

    It is the day on which the first of its sources was. An act done in public is known from the day
    of the act, when a source that was looked at affirms it.
    """
    days = [said.known for said in attestations if said.known]
    affirmed = any(said.stance == "affirms" and said.is_evidence for said in attestations)
    relation = RELATIONS.get(predicate)
    if relation and relation.public_act and period.start and affirmed:
        days.append(period.start.last_day)
    return min(days, default=None)
