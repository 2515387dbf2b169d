"""Blocs: communities of actors, year by year.

In: a record seen from a moment, a projection and years. Out: a study of them, and DataFrames of it.
What does not belong here: how blocs are found (`comity.networks`).

Studies are kept on disk by the hash of the snapshot and of the code: the second time, the same
question is answered at once.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, Unpack

from comity.knowledge.readings import ReadAs, reading_as
from comity.knowledge.studies import Studies, Years, to_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from comity.networks.bloc_study import BlocStudy

_OF_YEARS: Final = (
    "year", "actors", "ties", "blocs", "largest", "modularity", "best", "nmi", "ari",
    "chance", "deviation", "chance_low", "chance_high", "z", "p", "nulls", "model",
)  # fmt: skip
_OF_EVENTS: Final = (
    "year", "what", "bloc", "name", "other", "other_name", "actor", "label", "likeness",
)  # fmt: skip


class Blocs(Studies):
    """The blocs of a knowledge graph."""

    def bloc_study(
        self,
        years: Years | None = None,
        projection: str = "co-membership",
        *,
        seeds: int = 100,
        nulls: int = 200,
        width: int = 1,
        resolution: float = 1.0,
        seed: int = 0,
        tell: Callable[[int], None] | None = None,
        **how: Unpack[ReadAs],
    ) -> BlocStudy:
        """Return a study of blocs as values; `blocs`, `bloc_years` and `bloc_events` show it.

        Args:
            years: A year, or the first and the last; 1958 to the snapshot's unless given.
            projection: What joins two actors, see `comity.networks.projection_table`.
            seeds: How many partitions are found each year.
            nulls: How many null graphs are made each year; 0 for none.
            width: How many years a window has, up to each year.
            resolution: Above 1 more and smaller blocs, below 1 fewer and larger.
            seed: The first seed.
            tell: Is called with each year when it is done, in order.
            **how: How the record is read: `level`, `seats`, `members`, `memory`.

        Raises:
            UnknownName: There is no such projection, or it sets actors apart.
            BadNumber: A number is out of its range.
        """
        from comity.networks import bloc_study as study  # noqa: PLC0415  (networkx is slow)

        options = study.BlocOptions(
            projection=projection,
            years=self.years_of(years),
            width=width,
            runs=seeds,
            nulls=nulls,
            seed=seed,
            resolution=resolution,
            reading=reading_as(how),
        )
        options.check()
        return self.kept(
            "blocs",
            asdict(options),
            lambda: study.study_blocs(self.projector, options, self.projector.labels, tell=tell),
            write=study.to_value,
            read=study.from_value,
        )

    def blocs(
        self, years: Years | None = None, projection: str = "co-membership", **options: Any
    ) -> pd.DataFrame:
        """Return who is in which bloc, year by year.

        ::

            kg.blocs((2015, 2024), seeds=100, nulls=0)

        Args:
            years: A year, or the first and the last; 1958 to the snapshot's unless given.
            projection: What joins two actors, see `comity.networks.projection_table`.
            **options: As for `bloc_study`.

        Returns:
            Columns `year`, `bloc` (a number that stays with a bloc through the years), `name` (who
            is in it, that year), `actor`, `label`, `coalition`, `support` (the share of runs in
            which the actor was with another member, on average) and `within` (the weight of its
            ties within the bloc).

        Raises:
            UnknownName: There is no such projection, or it sets actors apart.
            BadNumber: A number is out of its range.
        """
        study = self.bloc_study(years, projection, **options)
        labels = self.projector.labels
        return to_frame(
            ["year", "bloc", "name", "actor", "label", "coalition", "support", "within"],
            (
                (
                    each.year,
                    thread,
                    study.names[each.year, thread],
                    actor,
                    labels.get(actor, actor),
                    study.coalitions[each.year].get(actor, ""),
                    each.found.support[actor],
                    each.within[actor],
                )
                for each in study.years
                for thread, members in zip(
                    study.evolution.threads[each.year], each.found.members, strict=True
                )
                for actor in members
            ),
        )

    def bloc_years(
        self, years: Years | None = None, projection: str = "co-membership", **options: Any
    ) -> pd.DataFrame:
        """Return how marked and how firm blocs are, year by year, and what chance would give.

        Args:
            years: A year, or the first and the last; 1958 to the snapshot's unless given.
            projection: What joins two actors, see `comity.networks.projection_table`.
            **options: As for `bloc_study`.

        Returns:
            Columns `year`, `actors`, `ties`, `blocs`, `largest`, `modularity` (of the blocs that
            the runs agree on), `best` (the highest of a run), `nmi` and `ari` (how alike the runs
            are), and of the null graphs `chance` (their mean), `deviation`, `chance_low` and
            `chance_high` (between which 95% of them are), `z`, `p`, `nulls` and `model`; NaN and
            empty without ties or null graphs.

        Raises:
            UnknownName: There is no such projection, or it sets actors apart.
            BadNumber: A number is out of its range.
        """
        rows = []
        for each in self.bloc_study(years, projection, **options).years:
            found, chance = each.found, each.chance
            sizes = [len(members) for members in found.members]
            rows.append(
                (
                    *(each.year, each.actors, each.ties, len(sizes), max(sizes, default=0)),
                    *(found.modularity, found.best_modularity if sizes else 0.0),
                    *(found.nmi, found.ari),
                    *(
                        (*[None] * 6, 0, "")
                        if chance is None
                        else (
                            chance.mean,
                            chance.deviation,
                            chance.low,
                            chance.high,
                            chance.z,
                            chance.p,
                            chance.nulls,
                            chance.model,
                        )
                    ),
                )
            )
        frame = to_frame(_OF_YEARS, rows)
        floats = ["chance", "deviation", "chance_low", "chance_high", "z", "p"]
        return frame.astype(dict.fromkeys(floats, "float64"))

    def bloc_events(
        self, years: Years | None = None, projection: str = "co-membership", **options: Any
    ) -> pd.DataFrame:
        """Return what became of blocs from year to year, and who went from one to another.

        Args:
            years: A year, or the first and the last; 1958 to the snapshot's unless given.
            projection: What joins two actors, see `comity.networks.projection_table`.
            **options: As for `bloc_study`.

        Returns:
            Columns `year`, `what` (`born`, `continued`, `merged`, `split`, `ended` or `went over`),
            `bloc` and `name`, `other` and `other_name` (the bloc that merged into it, from which it
            split, or from which the actor went over), `actor` and `label` (of who went over), and
            `likeness` (the Jaccard index of the bloc and what it was the year before).

        Raises:
            UnknownName: There is no such projection, or it sets actors apart.
            BadNumber: A number is out of its range.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        study = self.bloc_study(years, projection, **options)
        labels = self.projector.labels
        before = dict(zip(study.of_years[1:], study.of_years, strict=False))

        def name(year: int, thread: int | None) -> str:
            if thread is None:
                return ""
            return study.names.get((year, thread)) or study.names.get((before[year], thread), "")

        rows: list[tuple[Any, ...]] = [
            (
                *(each.year, each.happening, each.thread, name(each.year, each.thread)),
                each.other,
                name(before[each.year], each.other),
                *("", "", each.likeness),
            )
            for each in study.evolution.events
        ]
        rows += [
            (
                *(each.year, "went over", each.after, name(each.year, each.after)),
                *(each.before, name(before[each.year], each.before)),
                *(each.actor, labels.get(each.actor, each.actor), None),
            )
            for each in study.evolution.switches
        ]
        frame = to_frame(_OF_EVENTS, sorted(rows, key=lambda row: (row[0], row[1] == "went over")))
        return frame.astype({"other": pd.Int64Dtype(), "likeness": "float64"})
