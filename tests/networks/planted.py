"""An invented record in which it is known what a test should find."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, cast

import numpy as np

from comity.networks.evidence import Record
from comity.networks.facts import Fact
from comity.networks.incidences import Incidence
from comity.networks.links import Link

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from comity.networks.links import Window
    from comity.networks.projections import Projector
    from comity.networks.rollup import Reading

ARTEMIS = tuple(f"nation/a{number:02}" for number in range(12))
ILRS = tuple(f"nation/i{number:02}" for number in range(12))
STATES = (*ARTEMIS, *ILRS)


def link(first: str, second: str, through: str, year: int, kind: str = "launches") -> Link:
    day = date(year, 6, 1)
    claim = f"claim/{kind}-{through}-{year}".replace("/", "-")
    return Link(*sorted((first, second)), through, day, day, 1.0, (claim,))


@dataclass
class Planted:
    """What a projector gives, made by hand; `kinds` says which kind a link is."""

    made: list[Link]
    cast_votes: list[Fact] = field(default_factory=list)
    coalitions: dict[str, list[Incidence]] = field(default_factory=dict)
    kinds: dict[tuple[str, ...], str] = field(default_factory=dict)

    def links(
        self,
        name: str,  # noqa: ARG002  (as a projector has it)
        window: Window | None = None,
        reading: Reading | None = None,  # noqa: ARG002  (as a projector has it)
        *,
        without: Collection[str] = (),
    ) -> list[Link]:
        return [
            each
            for each in self.made
            if self.kinds.get(each.claims, "launches") not in without
            and (window is None or each.is_in(window))
        ]

    def votes(self) -> list[Fact]:
        return self.cast_votes


def record(
    made: Iterable[Link],
    votes: Iterable[Fact] = (),
    *,
    classes: dict[str, frozenset[str]] | None = None,
    kinds: dict[tuple[str, ...], str] | None = None,
    signed: dict[str, date] | None = None,
    last_year: int = 2025,
) -> Record:
    """A record in which all of ARTEMIS and ILRS are tied to their coalition."""
    days = signed or {state: date(2021, 1, 1 + n) for n, state in enumerate(ARTEMIS)}
    coalitions = {
        "Artemis": [
            Incidence(state, "accord/artemis-accords", day, None, (f"claim/sign-{state[7:]}",))
            for state, day in days.items()
        ],
        "ILRS": [
            Incidence(state, "organisation/ilrs", date(2023, 1, 1), None, (f"claim/{state[7:]}",))
            for state in ILRS
        ],
    }
    cast_votes = list(votes)
    projector = Planted(list(made), cast_votes, coalitions, kinds or {})
    regions = {state: f"Region {number % 4}" for number, state in enumerate(STATES)}
    return Record(
        cast("Projector", projector), tuple(cast_votes), classes or {}, regions, last_year
    )


def yearly(first: int, last: int, *, falls_in: int | None, seed: int = 0) -> list[Link]:
    """Pairs that begin something each year; from a year on, fewer of those across coalitions."""
    rng = np.random.default_rng(seed)
    made = []
    for year in range(first, last + 1):
        for one, other in combinations(STATES, 2):
            across = one[7] != other[7]
            rate = 0.05 if across and falls_in and year >= falls_in else 0.3
            if rng.random() < rate:
                made.append(link(one, other, f"mission/{one[7:]}-{other[7:]}-{year}", year))
    return made


def grouped(first: int, last: int, *, blocs: bool, seed: int = 0) -> list[Link]:
    """Missions of three states each year: of one coalition each, or of any."""
    rng = np.random.default_rng(seed)
    made = []
    for year in range(first, last + 1):
        for number in range(60):
            among = (ARTEMIS, ILRS)[number % 2] if blocs else STATES
            crew = [among[n] for n in rng.choice(len(among), size=3, replace=False)]
            made += [
                link(one, other, f"mission/{year}-{number}", year)
                for one, other in combinations(crew, 2)
            ]
    return made


def roll_calls(first: int, last: int, *, by_coalition: bool, seed: int = 0) -> list[Fact]:
    """Three votes a year: of one mind in a coalition, or drawn."""
    rng = np.random.default_rng(seed)
    made = []
    for year in range(first, last + 1):
        for number in range(3):
            sides = dict(zip("ai", rng.permutation(["voted_for", "voted_against"]), strict=True))
            for state in STATES:
                drawn = str(rng.choice(["voted_for", "voted_against", "abstained_on"]))
                relation = str(sides[state[7]]) if by_coalition and rng.random() < 0.8 else drawn
                resolution, day = f"accord/r-{year}-{number}", date(year, 12, 1)
                claim = f"claim/{state[7:]}-{year}-{number}"
                made.append(Fact(claim, state, relation, resolution, day, day))
    return made


def dated(links: Iterable[Link], claim: str) -> list[Link]:
    """The same links, all resting on one claim."""
    return [replace(each, claims=(claim,)) for each in links]
