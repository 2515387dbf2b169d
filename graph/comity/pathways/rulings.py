"""Rulings: what the rules on record do to a dealing.

In: a dealing, prohibitions, and who belongs to whom on the day. Out: a `Ruling`, with a derivation
for each rule that reaches it and the reason for each that nearly does. What does not belong here:
whom a rule reaches (`reach`), ties and routes.

A rule reaches a dealing when it is law on the day, covers the activity in the setting, and binds
one of the two toward the other. Two actors of one nation are never reached. The status is the worst
that any rule does, so a rule that is taken away never makes a ruling worse. A ruling does not
depend on who is named first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.pathways.model import STATUSES, Finding, NearMiss, Ruling, Step
from comity.pathways.precedents import nearest_precedents
from comity.pathways.reach import bound_steps, toward_steps
from comity.pathways.sentences import (
    activity_words,
    party_words,
    period_words,
    rule_words,
)
from comity.pathways.standing import existence_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.pathways.grounds import Bond
    from comity.pathways.model import Dealing, Prohibition, Status
    from comity.pathways.standing import Standing

MISSES_SHOWN: Final = 5
_OF_GOODS: Final = frozenset(
    {"hosted_payload", "launch", "launcher_technology", "military_items", "technology_export"}
)
_EUROPEAN_LAW: Final = (
    "Of European law on exports, Regulation (EU) 2021/821 on dual-use items is on record in "
    "outline alone, and the laws of the states are not; they may ask for a licence."
)
_COVERS: Final = "it covers "


def rule_on(
    dealing: Dealing, rules: Iterable[Prohibition], standing: Standing, *, near: bool = True
) -> Ruling:
    """Return what rules do to a dealing.

    Args:
        dealing: The dealing; its actors are among the standing's.
        rules: The prohibitions that count.
        standing: Who belongs to whom on the day of the dealing.
        near: Whether the rules that nearly reach it are wanted, and what else is to be known.

    Raises:
        UnknownName: A rule names a class of parties, or a reach, that is not known.
    """
    found: list[Finding] = []
    missed: list[tuple[int, NearMiss]] = []
    if not standing.share_nation(dealing.one, dealing.other):
        for rule in sorted(rules, key=lambda each: each.id):
            finding = _finding(rule, dealing, standing)
            if finding is not None:
                found.append(finding)
            elif near and (missing := _near_miss(rule, dealing, standing)) is not None:
                missed.append(missing)
    found.sort(key=lambda each: (-STATUSES.index(each.status), each.prohibition.id))
    worst: Status = max((each.status for each in found), key=STATUSES.index, default="allowed")
    misses = _nearest(missed, found, standing)
    named = [*(each.prohibition for each in found), *(each.prohibition for each in misses)]
    about = {standing.grounds.family(rule.restriction) for rule in named}
    return Ruling(
        dealing=dealing,
        status=worst,
        findings=tuple(found),
        misses=misses,
        precedents=nearest_precedents(dealing, found, about, standing),
        notes=tuple(_notes(dealing, standing)) if near else (),
    )


def effect_on(rule: Prohibition) -> Status:
    """Return what a rule does to what it reaches, when nothing lifts it."""
    return "needs-exemption" if rule.is_liftable else "blocked"


def given_for(rule: Prohibition, given: Iterable[str], standing: Standing) -> str:
    """Return the exemption in hand that lifts a rule, or an empty text.

    Args:
        rule: The rule.
        given: Kinds of exemptions, or `KIND@ID` with the id of the rule or its restriction.
        standing: Knows which restriction is part of which.
    """
    for each in given:
        kind, _, for_id = each.partition("@")
        names = {
            rule.id,
            rule.restriction,
            standing.grounds.family(rule.restriction),
        }
        if kind == rule.exemption and rule.is_liftable and (not for_id or for_id in names):
            return kind
    return ""


def window_for(rule: Prohibition, actor: str, activity: str, standing: Standing) -> Bond | None:
    """Return the exception on record that opens a statutory window for an actor on the day."""
    if rule.exemption != "statutory-window":
        return None
    families = {rule.restriction, standing.grounds.family(rule.restriction)}
    for bond in standing.grounds.exceptions:
        is_for_it = bond.second in families and bond.kind in {activity, ""}
        if is_for_it and bond.first in standing.ascents(actor) and bond.holds_on(standing.day):
            return bond
    return None


def _finding(rule: Prohibition, dealing: Dealing, standing: Standing) -> Finding | None:
    if not rule.holds_on(dealing.on) or rule.is_refuted or dealing.activity not in rule.activities:
        return None
    if rule.setting == "bilateral" and dealing.setting != "bilateral":
        return None
    for binds, against in _both_ways(dealing):
        toward = toward_steps(rule, against, standing)
        bound = None if toward is None else bound_steps(rule, binds, dealing, standing)
        if bound is None or toward is None:
            continue
        lifted, extra = _lifted(rule, binds, dealing, standing)
        return Finding(
            prohibition=rule,
            status="allowed" if lifted else effect_on(rule),
            binds=binds,
            against=against,
            derivation=(
                Step(rule_words(rule, standing), rule.claims, rule.sources),
                *bound,
                *toward,
                Step(f"It covers {activity_words(dealing.activity)}, {period_words(rule)}."),
                *extra,
            ),
            lifted=lifted,
        )
    return None


def _lifted(
    rule: Prohibition, binds: str, dealing: Dealing, standing: Standing
) -> tuple[str, tuple[Step, ...]]:
    """Return why a rule that reaches a dealing does not stand in its way, and the step for it."""
    if rule.force != "in-force":
        words = "is a bill" if rule.force == "bill" else "was announced"
        return f"it {words}, and binds nobody by law", ()
    if kind := given_for(rule, dealing.given, standing):
        return f"the exemption is in hand ({kind.replace('-', ' ')})", ()
    if window := window_for(rule, binds, dealing.activity, standing):
        until = f" until {window.end}" if window.end else ""
        words = f"A law sets the rule aside for {standing.label(window.first)}"
        since = f" from {window.start}" if window.start else ""
        step = Step(f"{words}{since}{until}.", window.claims)
        return "a window is open on that day", (step,)
    return "", ()


def _near_miss(
    rule: Prohibition, dealing: Dealing, standing: Standing
) -> tuple[int, NearMiss] | None:
    """Return the one reason for which a rule toward one of the two does not reach a dealing."""
    for binds, against in _both_ways(dealing):
        if toward_steps(rule, against, standing) is None:
            continue
        reasons = list(_reasons(rule, dealing))
        if bound_steps(rule, binds, dealing, standing) is None:
            is_public = bool(standing.nations(binds)) or binds.startswith("agency/")
            if not is_public or rule.force != "in-force":
                continue
            reasons.append(_why_not_bound(rule, binds, standing))
        if len(reasons) == 1:
            return _distance(rule, dealing), NearMiss(rule, tuple(reasons))
    return None


def _reasons(rule: Prohibition, dealing: Dealing) -> Iterator[str]:
    if rule.is_refuted:
        yield "the claims that it rests on are refuted or not yet public"
    if not rule.holds_on(dealing.on):
        begun = rule.first is None or rule.first <= dealing.on
        yield f"it ended {rule.end}" if begun else f"it began {rule.start} only"
    if dealing.activity not in rule.activities:
        covered = ", ".join(activity_words(each) for each in rule.activities)
        yield f"{_COVERS}{covered}, not {activity_words(dealing.activity)}"
    if rule.setting == "bilateral" and dealing.setting != "bilateral":
        yield "it concerns dealings of two sides alone, not those among several"


def _why_not_bound(rule: Prohibition, binds: str, standing: Standing) -> str:
    who = party_words(rule.bound, rule.bound_reach, standing)
    if rule.bound_reach == "funded":
        return f"it binds {who}; no such money is named here"
    if rule.bound_reach == "items":
        return f"it binds {who}; no such technology is named here"
    return f"it binds {who}; {standing.label(binds)} is none of them"


def _distance(rule: Prohibition, dealing: Dealing) -> int:
    """Return how many days a rule is away from the day of a dealing."""
    if rule.first and dealing.on < rule.first:
        return (rule.first - dealing.on).days
    if rule.last and dealing.on > rule.last:
        return (dealing.on - rule.last).days
    return 0


def _nearest(
    missed: Iterable[tuple[int, NearMiss]], found: Iterable[Finding], standing: Standing
) -> tuple[NearMiss, ...]:
    """Return the misses that are nearest in time, one for each restriction that does not reach."""
    families = {standing.grounds.family(each.prohibition.restriction) for each in found}
    shown: list[NearMiss] = []
    for days, miss in sorted(missed, key=_order_of_misses):
        family = standing.grounds.family(miss.prohibition.restriction)
        if days and family in families:
            continue
        families.add(family)
        shown.append(miss)
    return tuple(shown[:MISSES_SHOWN])


def _order_of_misses(each: tuple[int, NearMiss]) -> tuple[bool, int, str]:
    """Order misses: those that cover another activity last, then by days, then by id."""
    days, miss = each
    return miss.reasons[0].startswith(_COVERS), days, miss.prohibition.id


def _both_ways(dealing: Dealing) -> tuple[tuple[str, str], tuple[str, str]]:
    first, second = sorted((dealing.one, dealing.other))
    return (first, second), (second, first)


def _notes(dealing: Dealing, standing: Standing) -> Iterator[str]:
    for actor in (dealing.one, dealing.other):
        if note := existence_note(standing, actor):
            yield note
    if standing.share_nation(dealing.one, dealing.other):
        nation = min(standing.nations(dealing.one) & standing.nations(dealing.other))
        yield f"Both belong to {standing.label(nation)}; rules between nations do not reach them."
    europeans = [each for each in (dealing.one, dealing.other) if _is_european(each, standing)]
    if len(europeans) == 1 and dealing.activity in _OF_GOODS:
        yield _EUROPEAN_LAW
    first = standing.grounds.first_day
    if first and dealing.on < first:
        yield f"The record knows of no rule before {first}."


def _is_european(actor: str, standing: Standing) -> bool:
    return actor == "agency/esa" or "organisation/eu" in standing.ascents(actor)
