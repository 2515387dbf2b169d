"""Hypotheses of scholars, tested on the record.

In: a record seen from a moment, and names. Out: findings, and DataFrames of them. What does not
belong here: which hypotheses there are and how each is tested (`comity.networks.hypotheses`).

The years that count are those that are over on the day looked from, the earlier of `as_of` and
`known_by`. What is known by a day is all that the record of that day shows; a day in the world
hides no tie that had ended by then, since the years before it are what is tested.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from comity.knowledge.standpoint import ALWAYS
from comity.knowledge.studies import Studies, to_frame
from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd

    from comity.networks.evidence import Record
    from comity.networks.hypothesis_values import Finding

_COLUMNS: Final = (
    "name", "title", "states", "stated_by", "effect", "low", "high", "unit", "p", "p_holm",
    "verdict", "verdict_alone", "same_sign", "checks", "hangs_on", "cases", "reason",
)  # fmt: skip
_CHECKS: Final = ("name", "kind", "what", "effect", "same_sign", "reason")


class Hypotheses(Studies):
    """What the record says of hypotheses."""

    def hypothesis(
        self,
        name: str,
        *,
        checks: bool = True,
        draws: int = 1999,
        nulls: int = 199,
        seed: int = 0,
    ) -> Finding:
        """Return what a hypothesis comes to; `comity.networks.hypotheses.HYPOTHESES` states all.

        ::

            kg.hypothesis("wolf-2011").outcome.effect

        Args:
            name: Its name.
            checks: Whether it is tested with each part of the record left out as well.
            draws: How many draws null distributions and intervals are made of.
            nulls: How many null graphs a year.
            seed: The seed of all that is drawn; the same gives the same.

        Raises:
            UnknownName: There is no such hypothesis.
            BadNumber: A number is out of its range.
        """
        from comity.networks import hypotheses, hypothesis_values  # noqa: PLC0415  (networkx is slow)

        wanted = hypotheses.hypothesis(name)
        effort = hypothesis_values.Effort(draws=draws, nulls=nulls, seed=seed)
        effort.check()
        return self.kept(
            "hypothesis",
            {"name": name, "checks": checks, "until": self._until, **asdict(effort)},
            lambda: hypotheses.find_out(self.hypothesis_record, wanted, effort, checks=checks),
            write=hypothesis_values.to_value,
            read=hypothesis_values.from_value,
        )

    def hypothesis_findings(
        self,
        names: Iterable[str] = (),
        *,
        checks: bool = True,
        draws: int = 1999,
        nulls: int = 199,
        seed: int = 0,
        tell: Callable[[str], None] | None = None,
    ) -> list[Finding]:
        """Return what several hypotheses come to, all unless named; arguments as above.

        Args:
            names: Their names.
            checks: As for `hypothesis`, like the rest.
            draws: How many draws.
            nulls: How many null graphs a year.
            seed: The seed.
            tell: Is called with each name before it is tested.

        Raises:
            UnknownName: There is no such hypothesis.
            BadNumber: A number is out of its range.
        """
        from comity.networks.hypotheses import HYPOTHESES  # noqa: PLC0415  (networkx is slow)

        found = []
        for name in tuple(names) or tuple(HYPOTHESES):
            if tell is not None:
                tell(name)
            found.append(self.hypothesis(name, checks=checks, draws=draws, nulls=nulls, seed=seed))
        return found

    def hypotheses(
        self,
        names: Iterable[str] = (),
        *,
        checks: bool = True,
        draws: int = 1999,
        nulls: int = 199,
        seed: int = 0,
    ) -> pd.DataFrame:
        """Return what hypotheses come to, a row each; all unless named, arguments as above.

        Returns:
            Columns `name`, `title`, `states`, `stated_by`; `effect` with its 95% interval `low` and
            `high` and its `unit`; `p`, and `p_holm`, corrected for as many tests as there are rows
            that were tested; `verdict` (`holds`, `does not hold`, `cannot be told`) by the
            corrected p, and `verdict_alone` by its own; `same_sign` of `checks` in which the sign
            was the same, and `hangs_on`, what turns it; `cases`; `reason` why there was no test.

        Raises:
            UnknownName: There is no such hypothesis.
            BadNumber: A number is out of its range.
        """
        from comity.networks.hypotheses import HYPOTHESES  # noqa: PLC0415  (networkx is slow)
        from comity.networks.hypothesis_values import holm_of, verdict  # noqa: PLC0415

        findings = self.hypothesis_findings(
            names, checks=checks, draws=draws, nulls=nulls, seed=seed
        )
        corrected = holm_of(findings)
        rows = []
        for finding in findings:
            stated, outcome = HYPOTHESES[finding.name], finding.outcome
            p = corrected.get(finding.name)
            numbers = (outcome.effect, outcome.low, outcome.high) if outcome else (None, None, None)
            rows.append(
                (
                    *(stated.name, stated.title, stated.states, stated.stated_by),
                    *(*numbers, stated.unit, outcome.p if outcome else None, p),
                    *(verdict(stated, outcome, p), verdict(stated, outcome)),
                    *(*finding.survived, "; ".join(finding.hangs_on)),
                    *(outcome.cases if outcome else "", finding.reason),
                )
            )
        floats = ["effect", "low", "high", "p", "p_holm"]
        return to_frame(_COLUMNS, rows).astype(dict.fromkeys(floats, "float64"))

    def hypothesis_checks(
        self, name: str, *, draws: int = 1999, nulls: int = 199, seed: int = 0
    ) -> pd.DataFrame:
        """Return what a hypothesis gives with each part of the record left out.

        Returns:
            Columns `name`, `kind` (`source class`, `relation kind`, `another measure`; empty for
            the whole), `what`, `effect`, `same_sign` as that of the whole, and `reason` why there
            was no test.

        Raises:
            UnknownName: There is no such hypothesis.
            BadNumber: A number is out of its range.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        finding = self.hypothesis(name, draws=draws, nulls=nulls, seed=seed)
        outcome = finding.outcome
        rows: list[tuple[object, ...]] = [
            (name, "", "", outcome.effect if outcome else None, None, finding.reason)
        ]
        rows += [
            (name, each.what.kind, each.what.name, each.effect, each.survives, each.reason)
            for each in finding.checks
        ]
        frame = to_frame(_CHECKS, rows)
        return frame.astype({"effect": "float64", "same_sign": pd.BooleanDtype()})

    @property
    def _until(self) -> str:
        """The day looked from: what is over by then counts."""
        days = (self._moment.as_of, self._moment.known_by, self.today)
        return min(day for day in days if day).isoformat()

    @cached_property
    def hypothesis_record(self) -> Record:
        """What hypotheses are tested on; `comity.networks.hypotheses.find_out` takes it."""
        from comity.networks.evidence import read_record  # noqa: PLC0415  (networkx is slow)

        moment = self._moment
        seen = self
        if moment.as_of:  # what ended before the day counts in its years
            wider = Moment(None, moment.known_by, moment.certain)
            seen = self._whole if wider == ALWAYS else self.at(wider)
        return read_record(seen.store, seen.projector, date.fromisoformat(self._until))
