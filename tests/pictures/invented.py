"""Invented studies, small enough to know by heart, and what their pictures are drawn with.

Four blocs of states through four years: the second splits in 2021, the third ends in 2022, and
one state goes over in 2023.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from comity.networks.bloc_series import BlocYear
from comity.networks.bloc_study import BlocStudy
from comity.networks.bridge_study import BridgeStudy
from comity.networks.bridges import Bridge
from comity.networks.communities import Communities
from comity.networks.comparison import BackTest, Estimate, YearResult
from comity.networks.evolution import follow
from comity.networks.forecasts import Forecast
from comity.networks.frustration import Frustration
from comity.networks.nullmodel import Chance
from comity.networks.scores import Bin
from comity.networks.signed import Balance
from comity.networks.signed_study import SignedYear
from comity.networks.standings import STATUSES, Standing
from comity.pictures.frame import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.pictures.picture import Picture

ORIGIN = Origin(
    "2026-11-22",
    "as known by 2025-01-01",
    (("Atlas of the toy world", 12), ("The Daily Paper & Sons <Ltd> $1$", 3)),
)
STATES = [f"nation/s{number:02}" for number in range(40)]
LABELS = {
    **{name: f"State of Number {name[-2:]}" for name in STATES},
    "nation/s00": "<b>Evil</b> & $x^2$ \u202eeht]]>",
    "agency/x": "An Agency of a Very Long Name that No Column Holds",
    **{f"accord/a{number}": f"Accord Number {number} on the Peaceful Uses" for number in range(8)},
    **{f"organisation/o{number}": f"Organisation {number}" for number in range(6)},
}
MEMBERS = {
    2020: [STATES[:20], STATES[20:32], STATES[32:38], STATES[38:39]],
    2021: [STATES[:20], STATES[20:27], STATES[27:32], STATES[32:38], STATES[38:39]],
    2022: [STATES[:20], STATES[20:27], STATES[27:32], STATES[38:39]],
    2023: [STATES[:19], [*STATES[20:27], STATES[19]], STATES[27:32], STATES[38:39]],
}


def busy_study() -> BlocStudy:
    """Return a study of thirty years in which blocs come and go, and many states go over."""
    rng = np.random.default_rng(0)
    groups = rng.integers(0, 6, len(STATES))
    members = {}
    for year in range(1990, 2020):
        moved = rng.random(len(STATES)) < 0.3
        groups = np.where(moved, rng.integers(0, 6, len(STATES)), groups)
        blocs = [
            [name for name, group in zip(STATES, groups, strict=True) if group == number]
            for number in range(6)
        ]
        members[year] = [names for names in blocs if names]
    return bloc_study(members)


def bloc_study(
    members: Mapping[int, Sequence[Sequence[str]]] | None = None, *, nulls: bool = True
) -> BlocStudy:
    """Return a study of the blocs that are given, or of the invented ones."""
    members = members or MEMBERS
    first = min(members)
    evolution = follow(members)
    years = []
    for year, blocs in members.items():
        found = Communities(
            members=tuple(tuple(names) for names in blocs),
            support={name: 1.0 for names in blocs for name in names},
            modularity=0.2,
            best_modularity=0.2,
            nmi=0.9,
            ari=min(0.8 + (year - first) / 20, 1.0),
            runs=20,
            alone=(),
        )
        p = 0.005 if year > first else 0.4
        chance = Chance(0.2, 0.12, 0.01, 0.1, 0.14, p, 199, "affiliations") if nulls else None
        years.append(BlocYear(year, 39, 200, found, chance, dict.fromkeys(STATES, 1.0)))
    names = {
        (year, thread): f"{LABELS[blocs[place][0]]} and {len(blocs[place]) - 1} more"
        for year, blocs in members.items()
        for place, thread in enumerate(evolution.threads[year])
    }
    return BlocStudy(tuple(years), evolution, names, {year: {} for year in members})


def bridge_study(year: int) -> BridgeStudy:
    """Return twelve bridges whose order turns with the year; an agency is among them."""
    actors = ["agency/x", *STATES[:11]]
    turn = year % len(actors)
    actors = [*actors[turn:], *actors[:turn]]
    bridges = [
        Bridge(
            actor=actor,
            group=0,
            betweenness=0.5 / (place + 1),
            participation=0.5,
            constraint=0.1,
            toward=(1.0, 1.0),
            ranks_over_runs=(max(1, place - 1), place + 4),
            ranks_over_sources=(1, 40),
        )
        for place, actor in enumerate(actors)
    ]
    return BridgeStudy(("one", "other"), (20, 20), tuple(bridges), {}, {}, ("press",))


def standings() -> list[Standing]:
    """Return standings of all states in twelve bodies, of every status, some without a date."""
    bodies = [name for name in LABELS if name.startswith(("accord/", "organisation/"))]
    statuses = list(STATUSES)
    return [
        Standing(
            state,
            body,
            statuses[(row + column) % len(statuses)],
            None if row % 5 == 0 else "2020-01",
            f"claim/{row}-{column}",
        )
        for row, state in enumerate(STATES)
        for column, body in enumerate(bodies)
        if row % (column + 1) == 0 or column < 3
    ]


def forecast() -> Forecast:
    """Return a forecast whose back-test found three bins."""
    names = ("model", "all-equal", "regional-rate", "common-neighbours", "vote-affinity")
    metrics = {
        "average precision": Estimate(0.4, 0.3, 0.5),
        "log loss": Estimate(0.2, 0.1, 0.3),
    }
    test = BackTest(
        years=(YearResult(2024, 100, ("nation/s01",), ("nation/s01",), {}),),
        means=dict.fromkeys(names, metrics),
        gains={name: {"average precision": Estimate(0.1, 0.05, 0.2),
                      "log loss": Estimate(0.1, 0.05, 0.2)} for name in names[1:]},
        bins=(Bin(0.0, 0.02, 90, 0.01, 0.0), Bin(0.02, 0.05, 9, 0.03, 1 / 9),
              Bin(0.4, 1.0, 1, 0.7, 1.0)),
        errors=dict.fromkeys(names, 0.02),
    )  # fmt: skip
    return Forecast(
        "accord/a0", "Accord Number 0", date(2025, 1, 1), 12, 10, 100, 10, 1.0, {}, (), test, {}
    )


def signed_study() -> list[SignedYear]:
    """Return four years of cooperation and opposition; the first has no triangle."""
    return [
        SignedYear(
            year=year,
            actors=tuple(STATES[:9]),
            positive=12,
            negative=place * 400,
            balance=Balance(place * 10, 0.9 - place / 5, 0.9),
            by_chance=Chance(0.9 - place / 5, 0.4, 0.1, 0.3, 0.5, place / 50, 99, "signs")
            if place
            else None,
            frustration=Frustration(place / 20, place / 10, 2.0, (0,) * 9),
            communities=(0,) * 9,
            modularity=0.4,
            modularity_by_chance=None,
        )
        for place, year in enumerate(range(2020, 2024))
    ]


def all_pictures() -> dict[str, Picture]:
    """Return every picture by name, drawn from what is invented."""
    from comity.pictures.bloc_modularity import bloc_modularity  # noqa: PLC0415  (slow to import)
    from comity.pictures.bloc_timeline import bloc_timeline  # noqa: PLC0415
    from comity.pictures.bridge_ranking import bridge_ranking  # noqa: PLC0415
    from comity.pictures.calibration import calibration  # noqa: PLC0415
    from comity.pictures.memberships import memberships  # noqa: PLC0415
    from comity.pictures.signed_balance import signed_balance  # noqa: PLC0415

    study = bloc_study()
    blocs = [
        (f"Bloc {thread}: {study.names[2023, thread]}", members)
        for thread, members in zip(
            study.evolution.threads[2023], study.years[-1].found.members, strict=True
        )
    ]
    words = {"projection": "co-membership"}
    bridges = {year: bridge_study(year) for year in range(2018, 2024)}
    return {
        "bloc-timeline": bloc_timeline(study, LABELS, ORIGIN, **words),
        "bloc-modularity": bloc_modularity(study, ORIGIN, **words),
        "signed-balance": signed_balance(
            signed_study(), ORIGIN, positive=["cooperation"], negative=["opposed-votes"]
        ),
        "bridge-ranking": bridge_ranking(bridges, LABELS, ORIGIN, **words, between="blocs"),
        "memberships": memberships(standings(), blocs, LABELS, date(2023, 12, 31), ORIGIN),
        "calibration": calibration(forecast(), ORIGIN),
    }
