"""Rules for claims that two things are tied.

In: a claim, the record and the days for which it is judged. Out: a judgement. What does not belong
here: claims about values (`values`).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from comity.claims.bounds import GIVEN_UP
from comity.claims.model import Judgement
from comity.rdf.vocabulary import RELATIONS
from comity.verdicts.evidence import NOBODY
from comity.verdicts.record import has_details

if TYPE_CHECKING:
    from comity.claims.model import Claim
    from comity.verdicts.evidence import Side
    from comity.verdicts.record import Record
    from comity.verdicts.span import Span


def judge_tie(claim: Claim, record: Record, span: Span) -> Judgement:
    """Return the verdict on a tie for some days, by the first rule that applies."""
    return (
        _by_kind(claim)
        or _by_plan(claim, record)
        or _by_order(claim, record, span)
        or _by_detail(claim, record)
        or weighed(claim, record)
    )


def weighed(claim: Claim, record: Record) -> Judgement:
    """Return the verdict by the evidence for and against a claim.

    What is only affirmed is supported, what is only denied contradicted. Where sources disagree,
    the weightier side decides if it outweighs the other by two; a single weaker denial does not
    shake what three independent voices affirm; else the claim is disputed. What sources confirm in
    part and restrict in part is disputed likewise. Absence from a complete list contradicts a
    claim, or disputes it where a source affirms it unsurely.
    """
    for_, against = record.sides(claim)
    found = between(for_, against, record.qualified(claim))
    if claim.is_value or for_.surest or (found and found.verdict == "contradicted"):
        return found or unsupported(claim)
    since = claim.bounds.earliest_start if claim.period.start else _first_said(claim)
    total = record.absent_from(claim, since) if since else None
    if total is None:
        return found or unsupported(claim)
    words = f"The record holds all {total.min} that {total.source} counts on {total.as_of}, "
    words += f"and {claim.subject} is none of them"
    words += f"; {for_} say{'' if len(for_.said) > 1 else 's'} otherwise." if for_ else "."
    return Judgement("disputed" if for_ else "contradicted", "complete_list", words, for_.basis)


def between(for_: Side, against: Side, partly: Side = NOBODY) -> Judgement | None:
    """Return the verdict on the sides of the evidence; None where there is none on any.

    Args:
        for_: What affirms a claim.
        against: What denies it.
        partly: What confirms it in part and restricts it in part.
    """
    return _in_part(for_, against, partly) if partly else _of_two(for_, against)


def _of_two(for_: Side, against: Side) -> Judgement | None:
    basis = (*for_.basis, *against.basis)
    if for_ and not against:
        if for_.voices > 1:
            words = (
                f"{for_.voices} independent sources affirm it: {for_}; none on record denies it."
            )
        else:
            words = f"Affirmed by {for_}; none on record denies it."
        return Judgement("supported", "weighing", words, basis)
    if against and not for_:
        words = f"Denied by {against}; no evidence on record affirms it."
        return Judgement("contradicted", "weighing", words, basis)
    if not for_:
        return None
    both = f"{for_} affirm it" if len(for_.said) > 1 else f"{for_} affirms it"
    both += f", {against} den{'y' if len(against.said) > 1 else 'ies'} it"
    weights = f"weighing {for_.weight} against {against.weight}"
    if for_.outweighs(against) or for_.outvoices(against):
        return Judgement("supported", "weighing", f"{both} ({weights}).", basis)
    if against.outweighs(for_):
        return Judgement("contradicted", "weighing", f"{both} ({weights}).", basis)
    return Judgement("disputed", "weighing", f"{both}; neither decides ({weights}).", basis)


def _in_part(for_: Side, against: Side, partly: Side) -> Judgement:
    """Return the verdict on what some sources confirm in part only.

    It is supported if those who affirm it decide against each other side, contradicted if those who
    deny it decide against each of the others, else disputed.
    """
    told = (
        (for_, "affirms", "affirm"),
        (partly, "confirms it only in part", "confirm it only in part"),
        (against, "denies", "deny"),
    )
    words = "; ".join(
        f"{each} {many if len(each.said) > 1 else one}{'' if each is partly else ' it'}"
        for each, one, many in told
        if each
    )
    weights = " against ".join(str(each.weight) for each, _, _ in told if each)
    basis = (*for_.basis, *partly.basis, *against.basis)
    if for_ and _decides(for_, partly) and _decides(for_, against):
        return Judgement("supported", "weighing", f"{words} (weighing {weights}).", basis)
    if against.outweighs(for_) and against.outweighs(partly):
        return Judgement("contradicted", "weighing", f"{words} (weighing {weights}).", basis)
    end = f"; neither decides (weighing {weights})." if for_ or against else "."
    return Judgement("disputed", "weighing", f"{words}{end}", basis)


def _decides(one: Side, other: Side) -> bool:
    return not other or one.outweighs(other) or one.outvoices(other)


def unsupported(claim: Claim) -> Judgement:
    """Return the verdict on a claim that no evidence speaks for or against."""
    basis = tuple(f"attestation/{said.id}" for said in claim.attestations)
    if claim.is_of_documents:
        names = ", ".join(sorted({said.source for said in claim.attestations}))
        words = f"Only the text under examination says so ({names})."
        return Judgement("unverified", "document_only", words, basis)
    return Judgement(
        "unverified", "recollection", "Recalled from memory; not yet seen in a source.", basis
    )


def _by_kind(claim: Claim) -> Judgement | None:
    relation = RELATIONS[claim.predicate]
    for end, kinds, words in (
        (claim.subject, relation.domain, "subject"),
        (claim.object, relation.range, "object"),
    ):
        kind = end.partition("/")[0]
        if kind not in kinds:
            reason = (
                f"{end} is of the kind {kind}; the {words} of “{relation.label}” can only be "
                f"{' or '.join(kinds)}."
            )
            return Judgement("contradicted", "kind", reason)
    return None


def _by_plan(claim: Claim, record: Record) -> Judgement | None:
    for_, _ = record.sides(claim)
    status = claim.qualifier("status")
    if status in GIVEN_UP and not claim.is_of_documents:
        words = f"The plan was given up (status {status})"
        words += f", say {for_}." if for_ else ", as far as is recalled."
        return Judgement("outdated", "plan", words, for_.basis)
    start = claim.period.start
    if not (record.is_plan(claim) and start and for_):
        return None
    others = [other for other in record.same_tie(claim) if other.period.start]
    others = [other for other in others if record.sides(other)[0]]
    for other in others:
        happened = not record.is_plan(other) and other.qualifier("status") not in GIVEN_UP
        if happened and other.period.start and not start.agrees_with(other.period.start):
            words = f"Planned for {start}; it happened on {other.period.start}, say "
            words += f"{record.sides(other)[0]}."
            return Judgement("outdated", "plan", words, (f"claim/{other.id}",))
    later = [
        other
        for other in others
        if other.qualifier("status") == "planned"
        and other.period.start
        and not start.agrees_with(other.period.start)
        and _newly_said(other) > _last_said(claim)
        and not for_.outweighs(record.sides(other)[0])
    ]
    if later:
        newest = max(later, key=lambda other: (_newly_said(other), other.id))
        words = f"Planned for {start}; a plan published on {_newly_said(newest)} says "
        words += f"{newest.period.start} ({record.sides(newest)[0]})."
        return Judgement("outdated", "plan", words, (f"claim/{newest.id}",))
    return None


def _first_said(claim: Claim) -> date | None:
    """Return the first day on which the first source of a claim may have been published."""
    days = [said.published.first_day for said in claim.attestations if said.published]
    return min(days, default=None)


def _newly_said(claim: Claim) -> date:
    """Return the first day on which the newest source of a claim may have been published."""
    days = [said.published.first_day for said in claim.attestations if said.published]
    return max(days, default=date.min)


def _last_said(claim: Claim) -> date:
    """Return the last day on which the newest source of a claim may have been published."""
    days = [said.published.last_day for said in claim.attestations if said.published]
    return max(days, default=date.max)


def _by_order(claim: Claim, record: Record, span: Span) -> Judgement | None:
    match claim.predicate:
        case "precedes":
            return _by_dates(claim, record, span)
        case "older_than":
            return _by_ages(claim, record)
        case _:
            return None


def _by_dates(claim: Claim, record: Record, span: Span) -> Judgement | None:
    first = record.mission_date(claim.subject, span)
    second = record.mission_date(claim.object, span)
    if first is None or second is None:
        return None
    words = f"By the record of {span.last}, {claim.subject} is of {first} and {claim.object} "
    words += f"of {second}."
    if first.last_day < second.first_day:
        return Judgement("supported", "order", words)
    if second.last_day < first.first_day:
        return Judgement("contradicted", "order", words)
    return None


def _by_ages(claim: Claim, record: Record) -> Judgement | None:
    mine, theirs = (
        sorted((float(value.object), value.id) for value in record.values(id_, "age_gyr")
               if record.sides(value)[0])
        for id_ in (claim.subject, claim.object)
    )  # fmt: skip
    if not (mine and theirs):
        return None
    ages = [", ".join(f"{age:g}" for age, _ in each) for each in (mine, theirs)]
    words = f"Dated material of {claim.subject} is {ages[0]} billion years old, of {claim.object} "
    words += f"{ages[1]}."
    basis = tuple(f"claim/{id_}" for _, id_ in (*mine, *theirs))
    verdict = "supported" if mine[0][0] > theirs[-1][0] else "contradicted"
    return Judgement(verdict, "order", words, basis)


def _by_detail(claim: Claim, record: Record) -> Judgement | None:
    """Judge a claim beside others of the same tie that have other dates or details."""
    for_, against = record.sides(claim)
    best = record.loses(claim)
    if best is not None:
        words = f"The tie holds, but {record.sides(best)[0]} give it otherwise: "
        words += f"{_differences(claim, best)}."
        return Judgement("disputed", "detail", words, (f"claim/{best.id}",))
    surer = [
        other for other in record.same_tie(claim) if record.sides(other)[0].surest > for_.surest
    ]
    if for_ and not for_.surest and surer and has_details(claim):
        words = f"The tie holds by claim/{surer[0].id}; the details given here were read with "
        words += "doubt and no other source has them."
        return Judgement("disputed", "detail", words, (f"claim/{surer[0].id}",))
    if against and not for_.outweighs(against):
        upheld = [
            other
            for other in record.same_tie(claim)
            if record.sides(other)[0] and not record.sides(other)[1]
        ]
        if upheld:
            words = f"The tie holds by claim/{upheld[0].id}; as stated here it is denied by "
            words += f"{against}."
            return Judgement("disputed", "detail", words, (*against.basis, f"claim/{upheld[0].id}"))
    return None


def _differences(claim: Claim, other: Claim) -> str:
    parts = [
        f"{word} {getattr(other.period, word)}, not {getattr(claim.period, word)}"
        for word in ("start", "end")
        if getattr(claim.period, word)
        and getattr(other.period, word)
        and not getattr(claim.period, word).agrees_with(getattr(other.period, word))
    ]
    parts += [
        f"{key} {other.qualifier(key)}, not {value}"
        for key, value in claim.qualifiers
        if key != "role" and other.qualifier(key) and other.qualifier(key) != value
    ]
    return "; ".join(parts) or "in its details"
