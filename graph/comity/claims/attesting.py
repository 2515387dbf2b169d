"""From rows to attestations.

In: rows of claims, of further attestations and of sources. Out: attestations that know the class,
the independence and the publication of their source. What does not belong here: what they add up to
(`comity.verdicts`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from comity.claims.model import Attestation
from comity.claims.publication import public_from
from comity.rdf.dates import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from comity.tables.provision_rows import ProvisionRow
    from comity.tables.rows import AttestationRow, ClaimRow, SourceRow, ValueRow

_RECALLED: Final = "recalled"
_NOT_YET: Final = frozenset({"planned", "selected", "under review"})
_ASIDE: Final = re.compile(r"\W*\([^)]*\)|\W+")


def plain_name(name: str) -> str:
    """Return a name in small letters without asides in brackets and punctuation.

    >>> plain_name("Sénat (France)")
    'sénat'
    """
    return _ASIDE.sub(" ", name.lower()).strip()


class Speakers:
    """The sources, as those who attest."""

    def __init__(self, sources: Iterable[SourceRow]) -> None:
        self._sources: Mapping[str, SourceRow] = {row.id: row for row in sources}

    def own(self, row: ClaimRow | ValueRow) -> Attestation:
        """Return what the source in a claim's own row says."""
        status = dict(row.qualifiers).get("status")
        return self._attestation(
            row.source,
            id_=f"{row.id}.{row.source}",
            stance="affirms",
            modality="planned" if status in _NOT_YET else "asserted",
            verified=row.verified,
            confidence=row.confidence,
        )

    def further(self, row: AttestationRow) -> Attestation:
        """Return what a row of `attestations.csv` says."""
        stated = Period(row.stated_start, row.stated_end)
        passage = "" if row.char_start is None else f"-at-{row.char_start}"
        start, end = row.char_start, row.char_end
        offsets = None if start is None or end is None else (start, end)
        return self._attestation(
            row.source,
            id_=f"{row.claim}.{row.source}{passage}",
            stance=row.stance,
            modality=row.modality,
            verified=row.verified,
            confidence=row.confidence,
            voice=row.voice,
            stated=stated if stated != Period() else None,
            quote=row.quote,
            offsets=offsets,
            note=row.note,
        )

    def provision(self, row: ProvisionRow) -> Attestation:
        """Return what a text says of itself, or somebody says of it."""
        return self._attestation(
            row.source,
            id_=f"{row.claim}.{row.source}",
            stance="affirms",
            modality="asserted",
            verified=row.verified,
            confidence=row.confidence,
            quote=row.quote,
        )

    def record(self, source: str, id_: str, verified: str = "") -> Attestation:
        """Return what a list says of all the claims that are made from it."""
        return self._attestation(
            source,
            id_=id_,
            stance="affirms",
            modality="asserted",
            verified=verified,
            confidence="medium" if verified == _RECALLED else "high",
        )

    def _attestation(
        self,
        source: str,
        *,
        id_: str,
        stance: str,
        modality: str,
        verified: str,
        confidence: str,
        voice: str | None = None,
        stated: Period | None = None,
        quote: str = "",
        offsets: tuple[int, int] | None = None,
        note: str = "",
    ) -> Attestation:
        row = self._sources[source]
        return Attestation(
            id=id_,
            source=source,
            stance=stance,
            seen=verified != _RECALLED,
            verified="" if verified == _RECALLED else verified,
            confidence=confidence,
            known=public_from(row),
            source_class=row.kind,
            group=self._group(row),
            published=row.published,
            modality=modality,
            voice=voice,
            stated=stated,
            quote=quote,
            offsets=offsets,
            note=note,
        )

    def _group(self, row: SourceRow) -> str:
        """Return what sources share that are not independent: the text reprinted, or a publisher.

        Where the words were seen (`via`) does not tell voices apart, nor does an aside in brackets.
        """
        seen = {row.id}
        while row.origin and row.origin in self._sources and row.origin not in seen:
            row = self._sources[row.origin]
            seen.add(row.id)
        return plain_name(row.publisher) or row.id
