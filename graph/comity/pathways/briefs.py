"""Answers and comparisons as briefs: what is found first, then why, then ways round.

In: an answer or a comparison. Out: headings with entries of plain text, each entry a sentence with
lines of detail. What does not belong here: layout and colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.pathways.sentences import (
    STATUS_WORDS,
    activity_words,
    exemption_sentence,
    joined_words,
    period_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from comity.pathways.comparisons import Comparison
    from comity.pathways.model import (
        Answer,
        Dealing,
        Finding,
        Leg,
        Precedent,
        Route,
        Ruling,
        Step,
    )

_SOURCES_SHOWN = 2
_PAIRS_SHOWN = 8
_VERBS = {"allowed": "is allowed", "needs-exemption": "needs an exemption", "blocked": "is blocked"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a section says.

    Attributes:
        words: The sentence.
        details: Lines under it, which say what it rests on.
    """

    words: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with entries."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """An answer in words.

    Attributes:
        title: What was asked.
        headline: What is found.
        sections: All else, the most important first.
        caveat: What the answer is not.
    """

    title: str
    headline: str
    sections: tuple[Section, ...]
    caveat: str

    def __str__(self) -> str:
        """Return the brief as lines of text."""
        lines = [self.title, self.headline]
        for section in self.sections:
            lines += ["", section.heading]
            for entry in section.entries:
                lines.append(f"  {entry.words}")
                lines += [f"    {detail}" for detail in entry.details]
        return "\n".join([*lines, "", self.caveat])


def brief_of(answer: Answer) -> Brief:
    """Return an answer in words."""
    ruling = answer.ruling
    in_the_way = [each for each in ruling.findings if each.status != "allowed"]
    lifted = [each for each in ruling.findings if each.status == "allowed"]
    sections = (
        Section("Note", tuple(Entry(note) for note in ruling.notes)),
        Section("Why", tuple(_finding(each, answer) for each in in_the_way)),
        Section("Rules that do not stand in the way", tuple(_finding(e, answer) for e in lifted)),
        Section(_ways_heading(ruling), tuple(_ways(answer))),
        Section("Used before", tuple(_precedent(each, answer) for each in ruling.precedents)),
        Section(
            "Looked at, and not reaching",
            tuple(
                Entry(f"{miss.prohibition.label}: {'; '.join(miss.reasons)}.")
                for miss in ruling.misses
            ),
        ),
    )
    return Brief(
        title=title_of(ruling.dealing, answer.labels),
        headline=headline_of(ruling),
        sections=tuple(section for section in sections if section.entries),
        caveat=answer.caveat,
    )


def title_of(dealing: Dealing, labels: Mapping[str, str]) -> str:
    """Return what is asked, in words."""
    how = [] if dealing.setting == "bilateral" else ["among several"]
    if dealing.funded_by:
        how.append(f"with money of {_names(dealing.funded_by, labels)}")
    if dealing.parts_from:
        how.append(f"with technology of {_names(dealing.parts_from, labels)}")
    if dealing.given:
        how.append(f"with {joined_words(dealing.given)} in hand")
    what = ", ".join((activity_words(dealing.activity), *how))
    one, other = labels[dealing.one], labels[dealing.other]
    return f"{one} and {other}: {what}, on {dealing.on}"


def headline_of(ruling: Ruling) -> str:
    """Return what the rules do, in words."""
    rules = [each.prohibition for each in ruling.in_the_way]
    if ruling.status == "blocked":
        return f"Blocked: {_reach(len(rules))}, and the record knows of no exemption from all."
    if ruling.status == "needs-exemption":
        denied = any(rule.effect == "presumption-of-denial" for rule in rules)
        refused = ", which is to be presumed refused" if denied else ""
        return f"Needs an exemption{refused}: {_reach(len(rules))}."
    if any(finding.prohibition.binds_in_law for finding in ruling.findings):
        return "Allowed: every rule on record that reaches it is lifted."
    return "Allowed, as far as the record goes: no rule on record reaches it."


def _reach(count: int) -> str:
    return "one rule on record reaches it" if count == 1 else f"{count} rules on record reach it"


def _ways_heading(ruling: Ruling) -> str:
    return "Ways round" if ruling.status != "allowed" else "Ways on record"


def _finding(finding: Finding, answer: Answer) -> Entry:
    rule = finding.prohibition
    binds = answer.labels.get(finding.binds, finding.binds)
    details = [
        step_words(number, step, answer) for number, step in enumerate(finding.derivation, 1)
    ]
    if finding.lifted:
        details.append(f"Not in the way: {finding.lifted}.")
    details.append(f"Way out: {exemption_sentence(rule)}")
    if rule.confidence != "high":
        details.append(f"Confidence in the rule as recorded: {rule.confidence}.")
    return Entry(f"{rule.label} binds {binds}: {STATUS_WORDS[finding.status]}.", tuple(details))


def step_words(number: int, step: Step, answer: Answer) -> str:
    """Return a step of a derivation, with what it rests on."""
    sources = [*step.sources, *(s for claim in step.claims for s in answer.cited.get(claim, ()))]
    named = "; ".join(part for part in (", ".join(step.claims), _cited(sources, answer)) if part)
    return f"{number}. {step.words}{f' [{named}]' if named else ''}"


def _ways(answer: Answer) -> Iterator[Entry]:
    if answer.no_route:
        yield Entry(f"None: {answer.no_route}")
    for number, route in enumerate(answer.routes, 1):
        through = joined_words([answer.labels[actor] for actor in route.actors[1:-1]])
        how = f"by way of {through}" if through else "directly"
        yield Entry(
            f"{number}. {how}: {_route_status(route)}",
            tuple(line for leg in route.legs for line in _leg(leg, answer)),
        )


def _route_status(route: Route) -> str:
    if route.status == "needs-exemption" and route.exemptions > 1:
        return f"needs {route.exemptions} exemptions"
    return STATUS_WORDS[route.status]


def _leg(leg: Leg, answer: Answer) -> Iterator[str]:
    more = f"; {leg.others} more such tie{'' if leg.others == 1 else 's'}" if leg.others else ""
    yield f"{leg.words} ({leg.tie.setting}; {STATUS_WORDS[leg.ruling.status]}{more})"
    for finding in leg.ruling.findings:
        rule = finding.prohibition
        lifted = f" Not in the way: {finding.lifted}." if finding.lifted else ""
        yield f"  {rule.label}, {period_words(rule)}.{lifted}"
    sources = [
        *leg.tie.sources,
        *(source for claim in leg.tie.claims for source in answer.cited.get(claim, ())),
    ]
    named = (", ".join(leg.tie.claims), _cited(sources, answer))
    yield f"  [{'; '.join(part for part in named if part)}]"


def _precedent(case: Precedent, answer: Answer) -> Entry:
    sources = [*case.sources, *(s for claim in case.claims for s in answer.cited.get(claim, ()))]
    words = f"{case.when}: {case.label.rstrip('.')} ({case.way.replace('-', ' ')})."
    return Entry(words, (f"[{_cited(sources, answer)}]",) if sources else ())


def _cited(sources: Iterable[str], answer: Answer) -> str:
    known = [answer.sources[each] for each in dict.fromkeys(sources) if each in answer.sources]
    shown = [
        f"“{each.title}”{f' ({each.published[:4]})' if each.published else ''}"
        for each in known[:_SOURCES_SHOWN]
    ]
    more = [f"{len(known) - _SOURCES_SHOWN} more"] if len(known) > _SOURCES_SHOWN else []
    return f"by {joined_words([*shown, *more])}" if shown else ""


def _names(ids: Iterable[str], labels: Mapping[str, str]) -> str:
    return joined_words([labels.get(each, each) for each in ids])


def comparison_brief(found: Comparison, labels: Mapping[str, str], supposed: str) -> Section:
    """Return what a supposition changes, in words and numbers.

    Args:
        found: The comparison.
        labels: Labels of things by id.
        supposed: What is supposed, in words.
    """
    return Section(
        f"What changes ({supposed})", tuple(Entry(line) for line in _lines(found, labels))
    )


def _lines(found: Comparison, labels: Mapping[str, str]) -> Iterator[str]:
    before, after = found.before.status, found.after.status
    same = "as before" if before == after else f"which was: {STATUS_WORDS[before]}"
    yield (
        f"The dealing itself {_VERBS[after]}, {same}; rules in its way: "
        f"{len(found.before.in_the_way)} before, {len(found.after.in_the_way)} after."
    )
    was = {route.actors: route.status for route in found.routes_before}
    would_be = {route.actors: route.status for route in found.routes_after}
    new, gone = would_be.keys() - was.keys(), was.keys() - would_be.keys()
    changed = sum(was[each] != would_be[each] for each in was.keys() & would_be.keys())
    yield (
        f"Of the best ways, {len(new)} {_is(len(new))} new, {len(gone)} no longer among them, "
        f"and {changed} ruled otherwise."
    )
    pairs = [
        f"{labels.get(each.one, each.one)} and {labels.get(each.other, each.other)}"
        for each in found.changed[:_PAIRS_SHOWN]
    ]
    more = len(found.changed) - len(pairs)
    listed = f": {'; '.join(pairs)}{f'; and {more} more' if more > 0 else ''}" if pairs else ""
    yield f"{len(found.changed)} of {found.pairs:,} pairs of agencies are ruled otherwise{listed}."
    one, other = found.network_before, found.network_after
    yield (
        f"Open ties: {one.ties:,} pairs of {one.actors} actors before, {other.ties:,} of "
        f"{other.actors} after; {len(found.opened)} open, {len(found.closed)} close or end."
    )
    yield (
        f"Blocs: {len(one.blocs)} before, {len(other.blocs)} after; {len(found.moved)} actors are "
        "in another one."
    )
    if not found.bridges:
        yield "Bridges: nobody stands more or less between blocs."
    for each in found.bridges:
        places = f"place {each.rank_before or '–'} before, {each.rank_after or '–'} after"
        yield (
            f"Bridge: {labels.get(each.actor, each.actor)} lies on {each.before:.1%} of the "
            f"shortest ways between blocs before, on {each.after:.1%} after ({places})."
        )


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
