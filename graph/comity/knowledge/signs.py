"""Signed networks: cooperation and opposition, year by year.

In: a record seen from a moment, projections and years. Out: a study, and DataFrames of it. What
does not belong here: how balance is measured (`comity.networks`).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, Unpack

from comity.knowledge.readings import ReadAs, reading_as
from comity.knowledge.studies import Studies, Years, to_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd

    from comity.networks.signed_study import SignedYear

TOGETHER: Final = ("cooperation",)
OPPOSITION: Final = ("restriction", "opposed-votes")
_COLUMNS: Final = (
    "year", "actors", "positive", "negative", "triangles", "balanced", "weighted",
    "chance", "z", "p", "frustration_least", "frustration_found",
    "blocs", "modularity", "modularity_z", "modularity_p",
)  # fmt: skip


class Signs(Studies):
    """The signed networks of a knowledge graph."""

    def signed_study(
        self,
        years: Years | None = None,
        *,
        positive: Iterable[str] = TOGETHER,
        negative: Iterable[str] = OPPOSITION,
        seeds: int = 20,
        nulls: int = 200,
        width: int = 1,
        seed: int = 0,
        tell: Callable[[int], None] | None = None,
        **how: Unpack[ReadAs],
    ) -> list[SignedYear]:
        """Return a study of signed networks as values; `signed` and `signed_blocs` show it.

        Args:
            years: A year, or the first and the last; 1958 to the snapshot's unless given.
            positive: Projections whose ties count as cooperation.
            negative: Projections whose ties count as opposition.
            seeds: How many partitions are found each year.
            nulls: How many null graphs are made each year; 0 for none.
            width: How many years a window has, up to each year.
            seed: The first seed.
            tell: Is called with each year when it is done, in order.
            **how: How the record is read: `level`, `seats`, `members`, `memory`.

        Raises:
            UnknownName: There is no such projection, or its sign is another.
            BadNumber: A number is out of its range.
        """
        from comity.networks import signed_study as study  # noqa: PLC0415  (networkx is slow)

        options = study.SignedOptions(
            positive=tuple(positive),
            negative=tuple(negative),
            width=width,
            runs=seeds,
            nulls=nulls,
            seed=seed,
            reading=reading_as(how),
        )
        options.check()
        chosen = self.years_of(years)
        return self.kept(
            "signed",
            {**asdict(options), "years": chosen},
            lambda: study.study_signed_years(self.projector, options, chosen, tell=tell),
            write=study.to_value,
            read=study.from_value,
        )

    def signed(self, years: Years | None = None, **options: Any) -> pd.DataFrame:
        """Return how far cooperation and opposition fit together, year by year.

        Args:
            years: A year, or the first and the last; 1958 to the snapshot's unless given.
            **options: As for `signed_study`.

        Returns:
            Columns `year`, `actors`, `positive` and `negative` (pairs), `triangles`, `balanced`
            (share of them), `weighted` (the same, by the weights of their ties), `chance`, `z` and
            `p` (of the balanced share, with signs dealt anew), `frustration_least` and
            `frustration_found` (bounds of the weight of ties that fit no division into two camps,
            as shares of all), `blocs` (communities by signed modularity), `modularity`,
            `modularity_z` and `modularity_p`.

        Raises:
            UnknownName: There is no such projection, or its sign is another.
            BadNumber: A number is out of its range.
        """
        rows = []
        for each in self.signed_study(years, **options):
            one, other = each.by_chance, each.modularity_by_chance
            total = each.frustration.total or 1.0
            rows.append(
                (
                    *(each.year, len(each.actors), each.positive, each.negative),
                    *(each.balance.triangles, each.balance.balanced, each.balance.weighted),
                    *((one.mean, one.z, one.p) if one else (None, None, None)),
                    *(each.frustration.least / total, each.frustration.found / total),
                    *(len(set(each.communities)), each.modularity),
                    *((other.z, other.p) if other else (None, None)),
                )
            )
        counts = {*_COLUMNS[:5], "blocs"}
        floats = [name for name in _COLUMNS if name not in counts]
        return to_frame(_COLUMNS, rows).astype(dict.fromkeys(floats, "float64"))

    def signed_blocs(self, year: int, **options: Any) -> pd.DataFrame:
        """Return the division of actors by cooperation and opposition in a year.

        Args:
            year: The year.
            **options: As for `signed_study`.

        Returns:
            Columns `actor`, `label`, `coalition`, `bloc` (a community by signed modularity) and
            `camp` (0 or 1, of the best division into two).

        Raises:
            UnknownName: There is no such projection, or its sign is another.
            BadNumber: A number is out of its range.
        """
        from comity.networks.coalitions import coalitions_in  # noqa: PLC0415  (as above)

        study = self.signed_study(year, **options)[0]
        tied = coalitions_in(self.projector.coalitions, self.window_of({"year": year}))
        labels = self.projector.labels
        return to_frame(
            ["actor", "label", "coalition", "bloc", "camp"],
            (
                (actor, labels.get(actor, actor), tied.get(actor, ""), bloc, camp)
                for actor, bloc, camp in zip(
                    study.actors, study.communities, study.frustration.camps, strict=True
                )
            ),
        )
