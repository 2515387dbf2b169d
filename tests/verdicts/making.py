"""Claims and attestations for tests, made in one line each."""

from __future__ import annotations

from datetime import date

from comity.claims.bounds import bounds_of
from comity.claims.model import Attestation, Claim
from comity.claims.publication import known_from
from comity.rdf.dates import PartialDate, Period
from comity.tables.rows import AssertionRow, EntityRow, Place, ValueRow
from comity.verdicts import judge

TODAY = date(2026, 1, 1)
NOWHERE = Place("test.csv", 1)


def when(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def said(
    source: str = "paper",
    stance: str = "affirms",
    class_: str = "official",
    *,
    confidence: str = "high",
    published: str | None = "2020-01-01",
    seen: bool = True,
    modality: str = "asserted",
    group: str = "",
) -> Attestation:
    public = when(published)
    return Attestation(
        id=f"claim.{source}",
        source=source,
        stance=stance,
        seen=seen,
        verified="",
        confidence=confidence,
        known=public.last_day if public else None,
        source_class=class_,
        group=group or source,
        published=public,
        modality=modality,
    )


def claim(
    id_: str,
    subject: str,
    predicate: str,
    object_: str,
    *attestations: Attestation,
    start: str | None = None,
    end: str | None = None,
    confidence: str = "high",
    **qualifiers: str,
) -> Claim:
    attestations = attestations or (said(),)
    period = Period(when(start), when(end))
    row = ValueRow(
        NOWHERE, id_, subject, predicate, object_, period.start, period.end, (), "", "", "", ""
    )
    return Claim(
        id=id_,
        subject=subject,
        predicate=predicate,
        object=object_,
        period=period,
        bounds=bounds_of(row, [], attestations),
        qualifiers=tuple(qualifiers.items()),
        legal_status=None,
        confidence=confidence,
        known=known_from(predicate, period, attestations),
        attestations=attestations,
    )


def thing(id_: str, start: str | None = None, end: str | None = None) -> EntityRow:
    return EntityRow(NOWHERE, id_, id_, (), None, when(start), when(end), "", ("x",), "here")


def total(predicate: str, object_: str, day: str, number: int) -> AssertionRow:
    return AssertionRow(
        NOWHERE, "total", predicate, object_, date.fromisoformat(day), number, number, "list", ""
    )


def judged(
    *claims: Claim,
    things: tuple[EntityRow, ...] = (),
    totals: tuple[AssertionRow, ...] = (),
    today: date = TODAY,
) -> dict[str, Claim]:
    return {each.id: each for each in judge(claims, things, totals, today)}
