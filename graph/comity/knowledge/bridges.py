"""Bridges: who stands between blocs, or between the coalitions.

In: a record seen from a moment, a projection and a year. Out: a study, and DataFrames of it. What
does not belong here: how bridges are measured (`comity.networks`).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, Unpack

from comity.knowledge.readings import ReadAs, reading_as
from comity.knowledge.studies import Studies, to_frame
from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from comity.networks.bridge_study import Between, BridgeStudy

_COLUMNS: Final = (
    "rank", "actor", "label", "coalition", "group", "betweenness", "lowest", "highest",
    "lowest_sources", "highest_sources", "participation", "constraint", "best_rank", "worst_rank",
    "best_rank_sources", "worst_rank_sources", "through", "claims",
)  # fmt: skip


class Bridges(Studies):
    """The bridges of a knowledge graph."""

    def bridge_study(
        self,
        year: int,
        projection: str = "co-membership",
        *,
        between: Between = "blocs",
        seeds: int = 100,
        width: int = 1,
        resolution: float = 1.0,
        seed: int = 0,
        **how: Unpack[ReadAs],
    ) -> BridgeStudy:
        """Return a study of who stands between groups as values; `bridges` shows it.

        Args:
            year: The year.
            projection: What joins two actors, see `comity.networks.projection_table`.
            between: `blocs`, which are found, or `coalitions`, which are given.
            seeds: How many partitions are found.
            width: How many years the window has, up to this one.
            resolution: Above 1 more and smaller blocs, below 1 fewer and larger.
            seed: The first seed.
            **how: How the record is read: `level`, `seats`, `members`, `memory`.

        Raises:
            UnknownName: There is no such projection, or it sets actors apart.
            BadNumber: A number is out of its range.
        """
        from comity.networks import bridge_study as study  # noqa: PLC0415  (networkx is slow)
        from comity.networks.source_classes import read_source_classes  # noqa: PLC0415

        options = study.BridgeOptions(
            year=self.years_of(year)[0],
            projection=projection,
            between=study.expect_between(between),
            width=width,
            runs=seeds,
            seed=seed,
            resolution=resolution,
            reading=reading_as(how),
        )
        options.of_blocs.check()
        return self.kept(
            "bridges",
            asdict(options),
            lambda: study.study_bridges(
                self.projector,
                options,
                self.projector.labels,
                read_source_classes(self.at(Moment(known_by=self.moment.known_by)).store),
            ),
            write=study.to_value,
            read=study.from_value,
        )

    def bridges(self, year: int, projection: str = "co-membership", **options: Any) -> pd.DataFrame:
        """Return who stands between blocs, or between the coalitions, and by which ties.

        ::

            kg.bridges(2024, between="coalitions").head(10)

        Args:
            year: The year.
            projection: What joins two actors, see `comity.networks.projection_table`.
            **options: As for `bridge_study`.

        Returns:
            Columns `rank`, `actor`, `label`, `coalition`, `group` (the name of its own),
            `betweenness` (the share of shortest ways between groups that lead through it), `lowest`
            and `highest` (of that, over the runs that found blocs), `lowest_sources` and
            `highest_sources` (when classes of sources are left out one by one), `participation`,
            `constraint`, `best_rank` and `worst_rank` (over the runs), `best_rank_sources` and
            `worst_rank_sources` (without classes of sources), `through` (what ties it to each
            group, in words) and `claims` (their ids, in lists); the last two for the first 25 only.

        Raises:
            UnknownName: There is no such projection, or it sets actors apart.
            BadNumber: A number is out of its range.
        """
        study = self.bridge_study(year, projection, **options)
        labels = self.projector.labels
        rows = []
        for rank, bridge in enumerate(study.bridges, start=1):
            strands = study.strands.get(bridge.actor, ())
            rows.append(
                (
                    *(rank, bridge.actor, labels.get(bridge.actor, bridge.actor)),
                    study.coalitions.get(bridge.actor, ""),
                    "" if bridge.group is None else study.groups[bridge.group],
                    bridge.betweenness,
                    *(bridge.over_runs or (None, None)),
                    *(bridge.over_sources or (None, None)),
                    *(bridge.participation, bridge.constraint),
                    *(bridge.ranks_over_runs or (None, None)),
                    *(bridge.ranks_over_sources or (None, None)),
                    "; ".join(
                        f"{study.groups[each.group]}: {labels.get(each.through, each.through)}"
                        for each in strands
                    ),
                    sorted({claim for strand in strands for claim in strand.claims}),
                )
            )
        types = dict.fromkeys(_COLUMNS[5:12], "float64") | dict.fromkeys(_COLUMNS[12:16], "Int64")
        return to_frame(_COLUMNS, rows).astype(types)

    def claim_words(self, claims: Iterable[str]) -> dict[str, str]:
        """Return a sentence for each of some claims, by id."""
        from comity.analysis.wording import claims_in_words  # noqa: PLC0415  (as above)

        return claims_in_words(self._whole.store, claims)

    def tied_to_both(self) -> pd.DataFrame:
        """Return the nations tied to both coalitions, the first first.

        Returns:
            Columns `nation`, `label`, `since` (the day since which it is tied to both) and
            `claims` (the ids of the claims that tie it).
        """
        from comity.networks.coalitions import tied_to_both_since  # noqa: PLC0415  (as above)

        standings = self.projector.coalitions
        claims: dict[str, set[str]] = {}
        for among in standings.values():
            for each in among:
                claims.setdefault(each.actor, set()).update(each.claims)
        return to_frame(
            ["nation", "label", "since", "claims"],
            (
                (actor, self.projector.labels.get(actor, actor), since, sorted(claims[actor]))
                for actor, since in tied_to_both_since(standings).items()
            ),
        )
