"""Claims that a row of a compact table makes.

In: what a row says, and who says so. Out: `Claim` values, whose attestations are shared by all rows
of a table that one source states. What does not belong here: which claims a row makes (`flights`,
`satellites`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.claims.model import Bounds, Claim
from comity.claims.publication import known_from
from comity.rdf.dates import Period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.claims.attesting import Speakers
    from comity.claims.model import Attestation
    from comity.rdf.dates import PartialDate

Qualifiers = tuple[tuple[str, str], ...]


def slug_of(id_: str) -> str:
    """Return the slug of an id.

    >>> slug_of("nation/chn")
    'chn'
    """
    return id_.partition("/")[2]


class Record:
    """The attestations of one table: one for each source, whatever number of rows it states."""

    def __init__(self, table: str, speakers: Speakers) -> None:
        """Take the word with which the attestations' slugs begin, and all sources."""
        self._table = table
        self._speakers = speakers
        self._made: dict[str, Attestation] = {}

    def said_by(self, sources: Iterable[str], addresses: Iterable[str]) -> tuple[Attestation, ...]:
        """Return the attestations of some sources, each seen at its address or recalled."""
        return tuple(
            self._attestation(source, address)
            for source, address in zip(sources, addresses, strict=True)
        )

    def _attestation(self, source: str, address: str) -> Attestation:
        if source not in self._made:
            self._made[source] = self._speakers.record(source, f"{self._table}.{source}", address)
        return self._made[source]


def act(
    id_: str,
    triple: tuple[str, str, str],
    day: PartialDate,
    attestations: tuple[Attestation, ...],
    confidence: str,
    qualifiers: Qualifiers = (),
    note: str = "",
) -> Claim:
    """Return the claim of something that was done on a day and stays so ever after."""
    bounds = Bounds(day.first_day, day.last_day, None, None)
    return held(id_, triple, Period(day), bounds, attestations, confidence, qualifiers, note)


def held(
    id_: str,
    triple: tuple[str, str, str],
    period: Period,
    bounds: Bounds,
    attestations: tuple[Attestation, ...],
    confidence: str,
    qualifiers: Qualifiers = (),
    note: str = "",
) -> Claim:
    """Return the claim of something that held over a time."""
    subject, predicate, object_ = triple
    return Claim(
        id=id_,
        subject=subject,
        predicate=predicate,
        object=object_,
        period=period,
        bounds=bounds,
        qualifiers=qualifiers,
        legal_status=None,
        confidence=confidence,
        known=known_from(predicate, period, attestations),
        attestations=attestations,
        note=note,
    )
