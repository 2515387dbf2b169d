"""What a hypothesis is, what testing it gave, and what that comes to in plain words.

In: numbers. Out: values, a verdict, and what JSON holds of them. What does not belong here: which
hypotheses there are (`hypotheses`) and how each is tested.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from comity.errors import BadNumber
from comity.networks.evidence import LeftOut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from comity.networks.evidence import Evidence

Verdict = Literal["holds", "does not hold", "cannot be told"]
HOLDS: Final[Verdict] = "holds"
DOES_NOT_HOLD: Final[Verdict] = "does not hold"
CANNOT_BE_TOLD: Final[Verdict] = "cannot be told"
MEASURE: Final = "another measure"
_UNLIKELY: Final = 0.05


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is computed.

    Attributes:
        draws: How many null draws, and draws for intervals.
        nulls: How many null graphs a year.
        runs: How many partitions blocs are made of.
        seed: The seed of all of them.
        whole: Whether what only stands beside the result is computed too.
    """

    draws: int = 1999
    nulls: int = 199
    runs: int = 50
    seed: int = 0
    whole: bool = True

    def check(self) -> None:
        """Refuse what cannot be computed.

        Raises:
            BadNumber: A number is out of its range.
        """
        for name, value, least in (
            ("draws", self.draws, 19),
            ("nulls", self.nulls, 1),
            ("runs", self.runs, 1),
            ("seed", self.seed, 0),
        ):
            if value < least:
                raise BadNumber(name, value, f"{least} or more")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a test gave.

    Attributes:
        effect: The size of the effect, in the unit that the hypothesis names; 0 is none.
        low: Lower end of its 95% interval.
        high: Upper end.
        p: How often chance gives an effect as far from none.
        cases: What was counted, in words.
        said: What was found besides, in sentences.
        series: The number of each year, where there is one.
    """

    effect: float
    low: float
    high: float
    p: float
    cases: str
    said: tuple[str, ...] = ()
    series: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Untold:
    """Why a test could not be made.

    Attributes:
        reason: In words, without a full stop.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A hypothesis that the record can speak to.

    Attributes:
        name: How it is asked for.
        title: In a few words.
        states: What it states, so that it can be tested.
        stated_by: Who states it, and where; or that it is ours.
        data: Which data it is tested on.
        test: Which statistic, against which null model.
        unit: What the effect is.
        expected: The sign of the effect if it holds.
        least: The least effect that would matter, fixed before it was tested.
        measure: Tests it.
        others: Other measures of the same, by what they change.
        by_relation: Whether it rests on kinds of cooperation, which can be left out.
    """

    name: str
    title: str
    states: str
    stated_by: str
    data: str
    test: str
    unit: str
    expected: Literal[-1, 1]
    least: float
    measure: Callable[[Evidence, Effort], Outcome | Untold]
    others: Mapping[str, Callable[[Evidence, Effort], Outcome | Untold]]
    by_relation: bool = True


@dataclass(frozen=True, slots=True)
class Check:
    """The same test with a part left out, or with another measure.

    Attributes:
        what: What is left out, or `another measure` and which.
        effect: The size of the effect then; None where there was no test.
        survives: Whether its sign is the same; None where there was no test.
        reason: Why there was no test.
    """

    what: LeftOut
    effect: float | None
    survives: bool | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a hypothesis came to.

    Attributes:
        name: The hypothesis.
        outcome: What the test gave; None where there was none.
        reason: Why there was none.
        checks: What it gives with parts left out.
    """

    name: str
    outcome: Outcome | None
    reason: str
    checks: tuple[Check, ...]

    @property
    def survived(self) -> tuple[int, int]:
        """In how many checks the sign was the same, and how many could be made."""
        made = [check.survives for check in self.checks if check.survives is not None]
        return sum(made), len(made)

    @property
    def hangs_on(self) -> tuple[str, ...]:
        """What turns the sign of the effect: parts left out, other measures."""
        return tuple(
            check.what.name if check.what.kind == MEASURE else f"without {check.what.name}"
            for check in self.checks
            if check.survives is False
        )


def verdict(hypothesis: Hypothesis, outcome: Outcome | None, p: float | None = None) -> Verdict:
    """Return what an outcome comes to.

    It **holds** if the effect has the sign that was stated and chance gives one as large in 5% of
    cases or less. It **does not hold** if the interval leaves out every effect of that sign that
    would matter. Else it **cannot be told**: no effect was shown, nor was one shut out.

    Args:
        hypothesis: The hypothesis.
        outcome: What its test gave.
        p: The p that counts, such as one corrected for many tests; the outcome's unless given.

    References:
        Lakens 2017, doi:10.1177/1948550617697177, on telling that an effect is absent from not
        telling that it is there.
    """
    if outcome is None:
        return CANNOT_BE_TOLD
    towards = [hypothesis.expected * each for each in (outcome.low, outcome.high)]
    if max(towards) < hypothesis.least:
        return DOES_NOT_HOLD
    as_stated = hypothesis.expected * outcome.effect > 0
    counted = outcome.p if p is None else p
    return HOLDS if as_stated and counted <= _UNLIKELY else CANNOT_BE_TOLD


def holm(values: Sequence[float]) -> list[float]:
    """Return p values corrected for being many, in the order given.

    The chance that any of those at or below 0.05 is there by chance alone is then 0.05 at most,
    however they depend on each other.

    >>> [round(p, 3) for p in holm([0.01, 0.04, 0.03])]
    [0.03, 0.06, 0.06]

    References:
        Holm 1979, Scandinavian Journal of Statistics 6, 65–70.
    """
    corrected = [0.0] * len(values)
    highest = 0.0
    for rank, place in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        highest = max(highest, min(1.0, (len(values) - rank) * values[place]))
        corrected[place] = highest
    return corrected


def holm_of(findings: Sequence[Finding]) -> dict[str, float]:
    """Return the p of each finding that has one, corrected for all of them."""
    tested = {each.name: each.outcome.p for each in findings if each.outcome is not None}
    return dict(zip(tested, holm(list(tested.values())), strict=True))


def to_value(finding: Finding) -> Any:
    """Return a finding as what JSON can hold, and `from_value` reads."""
    return asdict(finding)


def from_value(value: Any) -> Finding:
    """Return the finding of what `to_value` gave, or of that through JSON."""
    outcome = value["outcome"]
    if outcome is not None:
        outcome = Outcome(
            **{
                **outcome,
                "said": tuple(outcome["said"]),
                "series": tuple((year, number) for year, number in outcome["series"]),
            }
        )
    checks = tuple(Check(**{**each, "what": LeftOut(**each["what"])}) for each in value["checks"])
    return Finding(value["name"], outcome, value["reason"], checks)
