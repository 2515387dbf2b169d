"""Pictures for papers, drawn from studies.

In: a record seen from a moment, the name of a picture and options. Out: a `Picture`. What does not
belong here: how a study is made (`comity.networks`) and how a picture is drawn (`comity.pictures`).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from comity.knowledge.blocs import Blocs
from comity.knowledge.bridges import Bridges
from comity.knowledge.forecasts import ARTEMIS, Forecasts
from comity.knowledge.signs import OPPOSITION, TOGETHER, Signs
from comity.knowledge.standpoint import whole_day
from comity.knowledge.studies import to_frame
from comity.pictures.names import expect_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    import pandas as pd

    from comity.knowledge.standpoint import Day
    from comity.knowledge.studies import Years
    from comity.networks.bridge_study import Between
    from comity.networks.standings import Standing
    from comity.pictures.frame import Origin
    from comity.pictures.picture import Picture

_USUAL_YEARS = 10
_USUAL_BRIDGE_YEARS = 6  # each takes some seconds when it is asked for first


class Plots(Blocs, Bridges, Forecasts, Signs):
    """The pictures of a knowledge graph."""

    def picture(self, name: str, **options: Any) -> Picture:
        """Return a picture for a paper; it shows itself in Jupyter and saves as SVG or PNG.

        ::

            kg.picture("bloc-timeline", years=(2015, 2024)).save("blocs.svg")

        Args:
            name: `bloc-timeline` or `bloc-modularity` (with `years`, `projection` and the options
                of `bloc_study`), `signed-balance` (`years` and the options of `signed_study`),
                `bridge-ranking` (`years`, `projection`, `top` and the options of `bridge_study`),
                `memberships` (`as_of`, `states`, `seeds`) or `calibration`
                (`accord`, `as_of`). docs/pictures.md describes them.
            **options: As named.

        Raises:
            UnknownName: There is no picture of that name, or no such projection.
            BadNumber: A number is out of its range.
            MissingPart: matplotlib is not installed.
        """
        drawers: dict[str, Callable[..., Picture]] = {
            "bloc-timeline": self._bloc_timeline,
            "bloc-modularity": self._bloc_modularity,
            "signed-balance": self._signed_balance,
            "bridge-ranking": self._bridge_ranking,
            "memberships": self._memberships,
            "calibration": self._calibration,
        }
        return drawers[expect_picture(name)](**options)

    def memberships(self, as_of: Day | None = None) -> pd.DataFrame:
        """Return how each state stands to each accord, body and programme on a day.

        ::

            kg.memberships("2024-12-31")

        Standings are those of states themselves, by accepted claims; of several in one body, the
        one that binds most. What agencies and institutions signed does not count.

        Args:
            as_of: The day; that of the graph unless given.

        Returns:
            Columns `state`, `label`, `body`, `body_label`, `status` (party, member, participant,
            signatory, adherent, or observer or associate), `since` (as stated, empty if nothing
            is) and `claim`, all texts.

        Raises:
            BadDate: The day is not YYYY-MM-DD.
        """
        labels = self.projector.labels
        return to_frame(
            ["state", "label", "body", "body_label", "status", "since", "claim"],
            (
                (
                    *(each.state, labels.get(each.state, each.state)),
                    *(each.body, labels.get(each.body, each.body)),
                    *(each.status, each.since or "", each.claim),
                )
                for each in self._standings(self._day(as_of))
            ),
        ).astype("str")

    def _bloc_timeline(
        self, years: Years | None = None, projection: str = "co-membership", **options: Any
    ) -> Picture:
        from comity.pictures.bloc_timeline import bloc_timeline  # noqa: PLC0415  (slow to import)

        chosen = years or self._last_years(_USUAL_YEARS)
        study = self.bloc_study(chosen, projection, **{"nulls": 0, **options})
        return bloc_timeline(
            study,
            self.projector.labels,
            self._origin_of([projection], chosen, options),
            projection=_in_words(projection, options),
        )

    def _bloc_modularity(
        self, years: Years | None = None, projection: str = "co-membership", **options: Any
    ) -> Picture:
        from comity.pictures.bloc_modularity import bloc_modularity  # noqa: PLC0415  (as above)

        chosen = years or self._last_years(_USUAL_YEARS)
        study = self.bloc_study(chosen, projection, **options)
        origin = self._origin_of([projection], chosen, options)
        return bloc_modularity(study, origin, projection=_in_words(projection, options))

    def _signed_balance(
        self,
        years: Years | None = None,
        *,
        positive: Iterable[str] = TOGETHER,
        negative: Iterable[str] = OPPOSITION,
        **options: Any,
    ) -> Picture:
        from comity.pictures.signed_balance import signed_balance  # noqa: PLC0415  (as above)

        chosen = years or self._last_years(_USUAL_YEARS)
        signs = (tuple(positive), tuple(negative))
        study = self.signed_study(chosen, positive=signs[0], negative=signs[1], **options)
        origin = self._origin_of((*signs[0], *signs[1]), chosen, options)
        return signed_balance(study, origin, positive=signs[0], negative=signs[1])

    def _bridge_ranking(
        self,
        years: Years | None = None,
        projection: str = "co-membership",
        *,
        between: Between = "blocs",
        top: int = 10,
        **options: Any,
    ) -> Picture:
        from comity.pictures.bridge_ranking import bridge_ranking  # noqa: PLC0415  (as above)

        tell = options.pop("tell", None)
        chosen = years or self._last_years(_USUAL_BRIDGE_YEARS)
        studies = {}
        for year in self.years_of(chosen):
            studies[year] = self.bridge_study(year, projection, between=between, **options)
            if tell is not None:
                tell(year)
        return bridge_ranking(
            studies,
            self.projector.labels,
            self._origin_of([projection], chosen, options),
            projection=_in_words(projection, options),
            between=between,
            top=top,
        )

    def _memberships(
        self, as_of: Day | None = None, *, states: int = 60, seeds: int = 100
    ) -> Picture:
        from comity.pictures.memberships import memberships  # noqa: PLC0415  (as above)

        day = self._day(as_of)
        standings = self._standings(day)
        study = self.bloc_study(day.year, seeds=seeds, nulls=0)
        threads = study.evolution.threads[day.year]
        blocs = [
            (f"Bloc {thread}: {study.names[day.year, thread]}", members)
            for thread, members in zip(threads, study.years[0].found.members, strict=True)
        ]
        origin = self._origin(each.claim for each in standings)
        return memberships(standings, blocs, self.projector.labels, day, origin, states=states)

    def _calibration(self, accord: str = ARTEMIS, *, as_of: Day | None = None) -> Picture:
        from comity.pictures.calibration import calibration  # noqa: PLC0415  (as above)

        found = self.forecast_report(accord, as_of=as_of)
        claims = (each.claim for each in self._standings(found.day) if each.body == found.accord)
        return calibration(found, self._origin(claims))

    def _day(self, as_of: Day | None) -> date:
        return whole_day(as_of) if as_of is not None else self.day

    def _last_years(self, count: int) -> tuple[int, int]:
        return self.today.year - count + 1, self.today.year

    def _standings(self, day: date) -> list[Standing]:
        from comity.networks.standings import standings_on  # noqa: PLC0415  (as above)

        return standings_on(self._of_all_times.store, day)

    def _origin_of(
        self, projections: Iterable[str], years: Years, options: dict[str, Any]
    ) -> Origin:
        """Return where the ties of some years come from."""
        how = {name: options[name] for name in ("level", "seats", "members", "memory")
               if name in options}  # fmt: skip
        of_years = self.years_of(years)
        first = of_years[0] - options.get("width", 1) + 1
        claims = {
            claim
            for projection in projections
            for link in self.links(projection, window=(first, of_years[-1]), **how)
            for claim in link.claims
        }
        return self._origin(claims)

    def _origin(self, claims: Iterable[str]) -> Origin:
        """Return the release, and the publishers of the sources of some claims."""
        from comity.analysis.ties import read_sources  # noqa: PLC0415  (as above)
        from comity.pictures.frame import Origin  # noqa: PLC0415

        count: Counter[str] = Counter()
        for sources in read_sources(self._of_all_times.store, claims).values():
            count.update({_publisher(each) for each in sources})
        ranked = sorted(count.items(), key=lambda each: (-each[1], each[0]))
        known_by = self.moment.known_by
        return Origin(
            release=self.manifest.date,
            seen=f"as known by {known_by}" if known_by else "",
            sources=tuple(ranked),
        )


def _in_words(projection: str, options: dict[str, Any]) -> str:
    """Return a projection with what is unusual in how it is read.

    >>> _in_words("cooperation", {"level": "agency", "width": 3, "seeds": 9})
    'cooperation (level agency, windows of 3 years)'
    """
    level, width = options.get("level", "nation"), options.get("width", 1)
    unusual = (
        *((f"level {level}",) if level != "nation" else ()),
        *((f"windows of {width} years",) if width != 1 else ()),
        *(("seats joined",) if options.get("seats") == "joined" else ()),
        *(("members stand for bodies",) if options.get("members") else ()),
        *((f"memory of {options['memory']} years",) if options.get("memory") else ()),
        *((f"resolution {options['resolution']:g}",) if options.get("resolution", 1) != 1 else ()),
    )
    return f"{projection} ({', '.join(unusual)})" if unusual else projection


def _publisher(source: dict[str, str]) -> str:
    """Return who published a source, without an aside in brackets; its title if nobody is named."""
    return source["publisher"].partition(" (")[0] or source["title"]
