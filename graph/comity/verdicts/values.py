"""Rules for claims that a thing has a value: a plan, a number, a measure, something said.

In: a claim, the record and the days for which it is judged. Out: a judgement. What does not belong
here: claims that two things are tied (`ties`).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from comity.claims.model import Judgement
from comity.rdf.vocabulary import ATTRIBUTES
from comity.verdicts.evidence import Side, side
from comity.verdicts.record import partial
from comity.verdicts.span import Span
from comity.verdicts.ties import between, unsupported, weighed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.claims.model import Claim
    from comity.verdicts.record import Record

_TENTH: Final = Decimal("0.1")
_HAPPENED: Final = {"planned_launch": "start"}


def judge_value(claim: Claim, record: Record, span: Span) -> Judgement:
    """Return the verdict on a value for some days, by the rule for its nature."""
    match ATTRIBUTES[claim.predicate].nature:
        case "plan":
            return _by_plan(claim, record, span)
        case "count":
            return (
                _by_exclusion(claim, record, span)
                or _by_counting(claim, record, span)
                or _by_timeline(claim, record, span)
            )
        case "measure":
            return _by_rivals(claim, record)
        case "evaluation":
            return _not_checkable(claim, record, span, "evaluation", "An evaluation")
        case "forecast":
            words = "A forecast, hope or proposal"
            return _not_checkable(claim, record, span, "forecast", words)
        case _:
            return weighed(claim, record)


def agree(claim: Claim, value: str, other: str) -> bool:
    """Tell whether two values of a claim's attribute can be the same one.

    Dates agree when one is only less exact than the other, numbers when they are equal, or within a
    tenth where the claim says "about".
    """
    match ATTRIBUTES[claim.predicate].range:
        case "date":
            return partial(value).agrees_with(partial(other))
        case "integer" | "decimal":
            mine, theirs = Decimal(value), Decimal(other)
            if claim.qualifier("bound") == "about":
                return abs(mine - theirs) <= _TENTH * max(abs(mine), abs(theirs))
            return mine == theirs
        case _:
            return value == other


def _by_plan(claim: Claim, record: Record, span: Span) -> Judgement:
    """Compare a plan with what happened, or with the plan that was the newest at the time."""
    row = record.entities.get(claim.subject)
    if claim.predicate in _HAPPENED and row and row.start and row.start.last_day <= span.first:
        if agree(claim, claim.object, str(row.start)):
            return Judgement("supported", "plan", f"It happened as planned, on {row.start}.")
        words = f"Planned for {claim.object}; it happened on {row.start}."
        return Judgement("outdated", "plan", words)
    before, current = _around(
        record.timeline(claim.subject, claim.predicate, claim.qualifier("stage")), span
    )
    if not current:
        return weighed(claim, record)
    fitting = [plan for plan in current if agree(claim, claim.object, plan.object)]
    if fitting and (given_up := _given_up(claim, record, span)):
        return given_up
    if fitting:
        words = f"The plan of the time: {fitting[-1].object}, say {record.sides(fitting[-1])[0]}."
        return Judgement("supported", "plan", words, (f"claim/{fitting[-1].id}",))
    newest = current[-1]
    words = f"The newest plan on record for {span.last} is {newest.object} (stated "
    words += f"{newest.period.start}, {record.sides(newest)[0]})."
    if any(agree(claim, claim.object, plan.object) for plan in before):
        verdict = "outdated"
    else:
        verdict = "disputed" if record.sides(claim)[0] else "contradicted"
    return Judgement(verdict, "plan", words, (f"claim/{newest.id}",))


def _given_up(claim: Claim, record: Record, span: Span) -> Judgement | None:
    """Judge a plan that sources deny later, though no newer plan is on record; else return `None`.

    What was published after the days in question is not yet known on them.
    """
    for_, against = record.sides(claim)
    newest = max((said.known for said in for_.said if said.known), default=None)
    known_then = not all(
        said.published and said.published.first_day > span.last for said in against.said
    )
    overtaken = newest and all(said.known and said.known > newest for said in against.said)
    if not (against and known_then and overtaken) or for_.outweighs(against):
        return None
    words = f"The plan was told by {for_}; later {against} den"
    words += f"{'y' if len(against.said) > 1 else 'ies'} it."
    return Judgement("outdated", "plan", words, (*for_.basis, *against.basis))


def _around(stated: Sequence[tuple[Span, Claim]], span: Span) -> tuple[list[Claim], list[Claim]]:
    """Return the values that were overtaken before some days, and those current on one of them.

    Current are the newest of before, and all that came within the days.
    """
    before = [claim for when, claim in stated if when.last < span.first]
    within = [
        claim for when, claim in stated if when.last >= span.first and when.first <= span.last
    ]
    return before[:-1], [*before[-1:], *within]


def _by_exclusion(claim: Claim, record: Record, span: Span) -> Judgement | None:
    """Judge "only these" by looking for others in the record, on each day that may be meant."""
    attribute = ATTRIBUTES[claim.predicate]
    if claim.qualifier("exclusive") != "yes" or not attribute.counts:
        return None
    named = set((claim.qualifier("named") or "").split(","))
    named |= set((claim.qualifier("besides") or "").split(","))
    others: list[str] = []
    for day in record.turning_days(attribute.counts, claim.subject, span):
        members = record.members(attribute.counts, claim.subject, day, attribute.counts_kind)
        others = sorted(members - named)
        if not others:
            words = f"On {day} the record knows no others."
            return Judgement("supported", "exclusive", words)
    words = f"On {span.last} the record has others too: {', '.join(others)}."
    return Judgement("contradicted", "exclusive", words)


def _by_counting(claim: Claim, record: Record, span: Span) -> Judgement | None:
    """Count again; a record that may be incomplete can only refute a number that is too low."""
    attribute = ATTRIBUTES[claim.predicate]
    if not attribute.counts:
        return None
    besides = set((claim.qualifier("besides") or "").split(","))
    counts = [
        len(record.members(attribute.counts, claim.subject, day, attribute.counts_kind) - besides)
        for day in record.turning_days(attribute.counts, claim.subject, span)
    ]
    value, bound = int(claim.object), claim.qualifier("bound")
    least, most = min(counts), max(counts)
    found = str(least) if least == most else f"{least} to {most}"
    words = f"The record counts {found} for {span}."
    fits = {
        None: value in counts or least <= value <= most,
        "about": any(abs(count - value) <= _TENTH * value for count in counts),
        "at_least": most >= value,
        "at_most": least <= value,
    }[bound]
    if fits:
        return Judgement("supported", "count", words)
    complete = record.complete_from(attribute.counts, claim.subject)
    if (complete and span.first <= complete) or (bound != "at_least" and least > value):
        return Judgement("contradicted", "count", words)
    return None


def _by_timeline(claim: Claim, record: Record, span: Span) -> Judgement:
    """Compare a number with those that were published for the same time, before and after.

    A number that had been overtaken when it was stated is outdated. One that was right then holds
    as long as what it says does: "at least ten" while the newest number is ten or more.
    """
    for_, against = record.sides(claim)
    stated = record.timeline(claim.subject, claim.predicate)
    _, current = _around(stated, span)
    if against or record.qualified(claim) or not current:
        return weighed(claim, record)
    when = Span.of(claim.period.start) if claim.period.start else span
    overtaken, right_then = _around(stated, when)
    newest = current[-1]
    words = f"The newest number on record for {span.last} is {newest.object} "
    words += f"({record.sides(newest)[0]})."
    if any(agree(claim, claim.object, other.object) for other in (*current, *right_then)):
        holds = _within(claim, newest) or agree(claim, claim.object, newest.object)
        verdict = "supported" if holds or newest in right_then else "outdated"
    elif any(agree(claim, claim.object, other.object) for other in overtaken):
        verdict = "outdated"
    elif _within(claim, newest):
        verdict = "supported"
    else:
        verdict = "disputed" if for_ else "contradicted"
    return Judgement(verdict, "number", words, (f"claim/{newest.id}",))


def _within(claim: Claim, other: Claim) -> bool:
    value, newest = Decimal(claim.object), Decimal(other.object)
    bound = claim.qualifier("bound")
    return (bound == "at_least" and newest >= value) or (bound == "at_most" and newest <= value)


def _by_rivals(claim: Claim, record: Record) -> Judgement:
    """Weigh a value against the other values of the same attribute, if only one can be right."""
    for_, _ = record.sides(claim)
    others = [
        other
        for other in record.values(claim.subject, claim.predicate)
        if other.id != claim.id and record.sides(other)[0]
    ]
    same = [other for other in others if agree(claim, claim.object, other.object)]
    if not for_ and same:
        words = f"{record.sides(same[0])[0]} give the same value."
        return Judgement("supported", "number", words, (f"claim/{same[0].id}",))
    if ATTRIBUTES[claim.predicate].multi:
        return weighed(claim, record)
    rivals = [other for other in others if other not in same]
    best = max(rivals, key=lambda other: (record.sides(other)[0].strength, other.id), default=None)
    if best is None:
        return weighed(claim, record)
    theirs = record.sides(best)[0]
    words = f"{theirs} give {best.object}."
    if not for_:
        return Judgement("contradicted", "number", words, (f"claim/{best.id}",))
    if for_.strength < theirs.strength or (for_.strength == theirs.strength and best.id < claim.id):
        return Judgement("disputed", "number", words, (f"claim/{best.id}",))
    return weighed(claim, record)


def _not_checkable(claim: Claim, record: Record, span: Span, rule: str, what: str) -> Judgement:
    """Judge what a record cannot confirm: it stays unverified, unless no weaker side disputes it.

    Who shares it only in part disputes the rest. That something is planned can be confirmed, also
    where the plan is told in words.
    """
    planned = any(said.is_document and said.modality == "planned" for said in claim.attestations)
    if rule == "forecast" and planned:
        return _by_news_of_a_plan(claim, record, span)
    for_, against = record.sides(claim)
    against = max(against, record.qualified(claim), key=lambda each: each.weight)
    if against and against.weight >= for_.weight:
        words = f"{what}, which {against} dispute{'' if len(against.said) > 1 else 's'}."
        return Judgement("disputed", rule, words, against.basis)
    words = f"{what}: no record can confirm it"
    shared = f"; {for_} share{'' if len(for_.said) > 1 else 's'} it." if for_ else "."
    return Judgement("unverified", rule, words + shared, for_.basis)


def _by_news_of_a_plan(claim: Claim, record: Record, span: Span) -> Judgement:
    """Judge a plan that is told in words: what denies it later tells that it was given up."""
    for_, against = record.sides(claim)
    later = side(
        said for said in against.said if said.published and said.published.first_day > span.last
    )
    if later and len(later.said) == len(against.said):
        return between(for_, Side()) or unsupported(claim)
    return _given_up(claim, record, span) or weighed(claim, record)
