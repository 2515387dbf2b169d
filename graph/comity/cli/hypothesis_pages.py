"""The pages of `comity network hypotheses`.

In: findings. Out: the parts of a page, in plain sentences. What does not belong here: what is
tested, and how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.cli.pages import columns, heading, indented, plain, ruled, title
from comity.networks.hypotheses import hypothesis
from comity.networks.hypothesis_values import HOLDS, holm_of, verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from comity.networks.hypothesis_values import Check, Finding, Outcome

_HEADS: Final = ("name", "verdict", "effect", "p", "Holm", "same")


def findings_page(found: Sequence[Finding]) -> Iterator[RenderableType]:
    """Yield the parts of the page of all hypotheses."""
    corrected = holm_of(found)
    yield title("What the record says of hypotheses")
    yield plain("")
    yield indented(ruled(_HEADS, [_line(each, corrected.get(each.name)) for each in found]))
    yield indented(
        plain(
            f"Verdicts go by p corrected for {len(corrected)} tests (Holm). Same: in how many tests"
            " with a part left out, or by another measure, the effect has the same sign.",
            "dim",
        )
    )
    for each in found:
        stated = hypothesis(each.name)
        yield heading(stated.title)
        yield indented(plain(stated.states))
        yield indented(plain(_told(each, corrected.get(each.name))))
        for words in _hanging(each):
            yield indented(plain(words))
    yield plain("")
    yield plain("One with its data, test and checks: comity network hypotheses NAME", "dim")


def finding_page(found: Finding) -> Iterator[RenderableType]:
    """Yield the parts of the page of one hypothesis."""
    stated = hypothesis(found.name)
    yield title(stated.title, stated.name)
    for head, words in (
        ("States", stated.states),
        ("Stated by", stated.stated_by),
        ("Data", stated.data),
        ("Test", stated.test),
        ("Effect", f"{stated.unit}; of what would matter, the least is {stated.least:.2f}"),
    ):
        yield columns([(plain(f"{head:<9}", "dim"), plain(words))])
    yield heading("Result")
    yield indented(plain(_told(found, None)))
    if found.outcome is not None:
        yield indented(plain(f"{found.outcome.cases}.", "dim"))
        for words in found.outcome.said:
            yield indented(plain(words))
    for words in _hanging(found):
        yield indented(plain(words))
    if found.outcome is not None and found.outcome.series:
        yield heading("Year by year")
        yield indented(plain(_series(found.outcome)))
    if found.checks:
        yield heading("With a part left out, or by another measure", len(found.checks))
        yield indented(ruled(("what", "", "effect", "sign"), [_check(c) for c in found.checks]))


def _line(found: Finding, p: float | None) -> tuple[object, ...]:
    outcome = found.outcome
    stated = hypothesis(found.name)
    same, made = found.survived
    return (
        found.name,
        verdict(stated, outcome, p),
        f"{outcome.effect:+.2f}" if outcome else "–",
        f"{outcome.p:.3f}" if outcome else "–",
        "–" if p is None else f"{p:.3f}",
        f"{same}/{made}" if made else "–",
    )


def _told(found: Finding, p: float | None) -> str:
    outcome = found.outcome
    stated = hypothesis(found.name)
    if outcome is None:
        return f"Cannot be told: {found.reason}."
    words = verdict(stated, outcome, p)
    alone = verdict(stated, outcome)
    said = (
        f"{words.capitalize()}. Effect {outcome.effect:+.3f} (95% from {outcome.low:+.3f} to"
        f" {outcome.high:+.3f}), p = {outcome.p:.3f}."
    )
    if words != alone == HOLDS:
        said += " Tested alone it would hold."
    return said


def _hanging(found: Finding) -> Iterator[str]:
    if found.hangs_on:
        yield f"The sign is another: {', '.join(found.hangs_on)}."


def _series(outcome: Outcome) -> str:
    return ", ".join(f"{year}\u00a0{value:+.2f}" for year, value in outcome.series)


def _check(check: Check) -> tuple[object, ...]:
    if check.effect is None:
        return (check.what.name, check.what.kind, "–", check.reason)
    sign = "same" if check.survives else "another"
    return (check.what.name, check.what.kind, f"{check.effect:+.3f}", sign)
