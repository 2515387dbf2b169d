"""Verdicts on what documents say.

In: a judged claim and the passages that make it. Out: for each passage whether what it says holds,
for the days of its publication and today. What does not belong here: the claim's own verdict.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from comity.claims.model import Judgement
from comity.rdf.vocabulary import ATTRIBUTES
from comity.verdicts.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from comity.claims.model import Attestation, Claim

_UNASSERTED: Final = frozenset({"possible", "proposed", "conditional"})
_OPPOSITE: Final = {
    "supported": "contradicted",
    "contradicted": "supported",
    "outdated": "supported",
}


def judge_passage(
    said: Attestation, claim: Claim, judge: Callable[[Span], Judgement], today: date
) -> Attestation:
    """Return a passage with its verdicts.

    Args:
        said: The passage.
        claim: The claim that it makes or denies, judged.
        judge: Judges the claim for some days.
        today: The day of the release.
    """
    span = spoken_on(said, claim, today)
    then = _as_said(said, _at_the_time(claim, judge(span), span))
    now = _as_said(said, _today(claim, then, today))
    return replace(said, judgement=now, when_published=then)


def spoken_on(said: Attestation, claim: Claim, today: date) -> Span:
    """Return the days for which a passage speaks: those it names, else those of publication.

    A number is stated for the beginning of its claim. Where neither is known, it is today.
    """
    attribute = ATTRIBUTES.get(claim.predicate)
    if attribute and attribute.nature == "count" and claim.period.start:
        return Span.of(claim.period.start)
    if said.published:
        return Span.of(said.published)
    return Span.day(said.known or today)


def _at_the_time(claim: Claim, found: Judgement, span: Span) -> Judgement:
    """Return the verdict for the time of speaking: what had ended before it did not hold then."""
    end = claim.period.end
    if not claim.is_value and found.verdict == "supported" and end and end.last_day < span.first:
        return replace(found, verdict="outdated", rule="ended", reason=f"It ended on {end}.")
    return found


def _today(claim: Claim, then: Judgement, today: date) -> Judgement:
    end = claim.period.end
    if not claim.is_value and claim.verdict == "supported" and end and end.last_day < today:
        words = f"It held when it was said, and ended on {end}."
        return replace(claim.judgement, verdict="outdated", rule="ended", reason=words)
    if then.verdict == "outdated" and claim.verdict == "contradicted":
        return then
    return claim.judgement


def _as_said(said: Attestation, found: Judgement) -> Judgement:
    """Return the verdict on a passage from that on its claim."""
    if said.modality in _UNASSERTED and found.verdict == "supported":
        words = f"Put as {said.modality}, so it asserts nothing that a record can confirm."
        return Judgement("unverified", "modality", words, found.basis)
    if said.stance == "denies":
        verdict = _OPPOSITE.get(found.verdict, found.verdict)
        return replace(found, verdict=verdict, reason=f"It denies the claim. {found.reason}")
    return found
