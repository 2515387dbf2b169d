"""Verdicts on what documents say.

In: a judged claim and the passages that make it. Out: for each passage whether what it says holds,
for the days of its publication and today. What does not belong here: the claim's own verdict.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from comity.claims.model import Judgement
from comity.rdf.vocabulary import ATTRIBUTES, RELATIONS
from comity.verdicts.evidence import Side, side
from comity.verdicts.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from comity.claims.model import Attestation, Claim
    from comity.rdf.dates import PartialDate

_STATES: Final = frozenset({"affiliated_with", "restricted_by", "leads", "holds_office"})
_UNASSERTED: Final = frozenset({"possible", "proposed", "conditional"})
_OPPOSITE: Final = {
    "supported": "contradicted",
    "contradicted": "supported",
    "outdated": "supported",
}


def judge_passage(
    said: Attestation,
    claim: Claim,
    judge: Callable[[Span], Judgement],
    today: date,
    names: frozenset[str] = frozenset(),
) -> Attestation:
    """Return a passage with its verdicts.

    Args:
        said: The passage.
        claim: The claim that it makes or denies, judged.
        judge: Judges the claim for some days.
        today: The day of the release.
        names: Names of the voice, as publishers are compared.
    """
    span = spoken_on(said, claim, today)
    then = _as_said(said, claim, _at_the_time(claim, judge(span), span), names)
    now = _as_said(said, claim, _today(claim, then, today), names)
    return replace(said, judgement=now, when_published=then)


def spoken_on(said: Attestation, claim: Claim, today: date) -> Span:
    """Return the days for which a passage speaks: those of its publication.

    A number is stated for the beginning of its claim, unless the passage is certainly later. Where
    nothing is known, it is today.
    """
    attribute = ATTRIBUTES.get(claim.predicate)
    start = claim.period.start
    if attribute and attribute.nature == "count" and start:
        later = said.published and said.published.first_day > start.last_day
        return Span.of(said.published if said.published and later else start)
    if said.published:
        return Span.of(said.published)
    return Span.day(said.known or today)


def _at_the_time(claim: Claim, found: Judgement, span: Span) -> Judgement:
    """Return the verdict for the time of speaking: what had ended before it did not hold then."""
    end = _end_of_state(claim)
    if found.verdict == "supported" and end and end.last_day < span.first:
        return replace(found, verdict="outdated", rule="ended", reason=f"It ended on {end}.")
    return found


def _today(claim: Claim, then: Judgement, today: date) -> Judgement:
    end = _end_of_state(claim)
    if claim.verdict == "supported" and end and end.last_day < today:
        words = f"It held when it was said, and ended on {end}."
        return replace(claim.judgement, verdict="outdated", rule="ended", reason=words)
    if then.verdict == "outdated" and claim.verdict == "contradicted":
        return then
    return claim.judgement


def _end_of_state(claim: Claim) -> PartialDate | None:
    """Return when a state of things ended; that something was done stays true."""
    relation = RELATIONS.get(claim.predicate)
    is_state = relation is not None and _STATES & {relation.name, *relation.supers}
    return claim.period.end if is_state else None


def _as_said(said: Attestation, claim: Claim, found: Judgement, names: frozenset[str]) -> Judgement:
    """Return the verdict on a passage from that on its claim."""
    if _is_opinion(claim) and (told := _told_by_the_voice(said, claim, names)):
        words = (
            f"It tells what {said.voice} says, and {told} tell{'' if len(told.said) > 1 else 's'}"
        )
        return Judgement("supported", "attribution", f"{words} the same of it.", told.basis)
    if said.modality in _UNASSERTED and found.verdict in {"supported", "disputed"}:
        words = (
            f"Put as {said.modality}, so it asserts nothing that a record can confirm or refute."
        )
        return Judgement("unverified", "modality", words, found.basis)
    if said.stance == "denies":
        verdict = _OPPOSITE.get(found.verdict, found.verdict)
        return replace(found, verdict=verdict, reason=f"It denies the claim. {found.reason}")
    return found


def _is_opinion(claim: Claim) -> bool:
    attribute = ATTRIBUTES.get(claim.predicate)
    return attribute is not None and attribute.nature in {"evaluation", "forecast"}


def _told_by_the_voice(said: Attestation, claim: Claim, names: frozenset[str]) -> Side | None:
    """Return the sources in which the voice that a passage names speaks likewise.

    A source that names no voice speaks for its publisher. What a voice "may" think is put as
    possible by the passage itself, and tells nothing.
    """
    if said.voice is None or said.modality in {"possible", "conditional"}:
        return None
    told = side(
        each
        for each in claim.attestations
        if each.stance == said.stance
        and (each.voice == said.voice or (each.voice is None and each.group in names))
    )
    return told or None
