"""Judging all claims, in an order in which each rule finds what it needs.

In: claims, things and published totals. Out: the claims with their verdicts. What does not belong
here: single rules (`ties`, `values`).

Ties are judged first, since numbers are counted from them; then values; then passages of documents.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from comity.claims.model import Judgement
from comity.verdicts.confidence import confidence_of
from comity.verdicts.record import Record
from comity.verdicts.span import Span
from comity.verdicts.statements import judge_passage
from comity.verdicts.ties import judge_tie
from comity.verdicts.values import judge_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from comity.claims.model import Claim
    from comity.tables.rows import AssertionRow, EntityRow

_OVERTAKEN: Final = frozenset({"contradicted", "disputed"})


def judge(
    claims: Sequence[Claim],
    entities: Iterable[EntityRow],
    totals: Iterable[AssertionRow],
    today: date,
) -> list[Claim]:
    """Return the claims with verdicts for a day and for their publication, and confidence.

    Args:
        claims: All claims, as assembled.
        entities: Rows of things.
        totals: Published totals; one that the record reproduces exactly shows it to be complete.
        today: Day as of which verdicts hold: that of the release.
    """
    record = Record(claims, entities, totals)
    judged: dict[str, Claim] = {}
    for values in (False, True):
        for claim in claims:
            if claim.is_value == values:
                done = _judged(claim, record, today)
                judged[claim.id] = done
                if done.is_accepted and not done.is_of_documents:
                    record.accepted.add(claim.id)
    return [judged[claim.id] for claim in claims]


def _judged(claim: Claim, record: Record, today: date) -> Claim:
    for_, against = record.sides(claim)
    now = _for_days(claim, record, Span.day(today))
    span = _published(claim, today)
    then = _for_days(claim, record, span) if _may_change(claim) else now
    if then.verdict == "supported" and now.verdict in _OVERTAKEN and _may_change(claim):
        words = f"It held when it was published. {now.reason}"
        now = Judgement("outdated", now.rule, words, now.basis)
    elif then.verdict == "outdated" and now.verdict in _OVERTAKEN:
        now = then
    elif then.verdict in _OVERTAKEN and now.verdict == "unverified":
        now = then  # what was wrong when it was said is not mended by a record that ends before now
    found = replace(claim, judgement=now, when_published=then)
    doubts = against or record.qualified(claim)
    found = replace(found, confidence=confidence_of(found, for_, doubts, today))
    if any(said.is_document for said in claim.attestations):
        passages = (
            judge_passage(
                said,
                found,
                lambda days: _for_days(claim, record, days),
                today,
                record.names(said.voice),
            )
            if said.is_document
            else said
            for said in claim.attestations
        )
        found = replace(found, attestations=tuple(passages))
    return found


def _for_days(claim: Claim, record: Record, span: Span) -> Judgement:
    return (judge_value if claim.is_value else judge_tie)(claim, record, span)


def _may_change(claim: Claim) -> bool:
    """Tell whether a claim may hold on one day and not on another although it states no end."""
    return claim.is_value or claim.predicate == "precedes"


def _published(claim: Claim, today: date) -> Span:
    """Return the days for which a claim was first stated."""
    if claim.is_value and claim.period.start:
        return Span.of(claim.period.start)
    dates = [said.published for said in claim.attestations if said.published]
    if dates:
        return Span.of(min(dates, key=lambda day: day.last_day))
    return Span.day(claim.known or today)
