"""A small world of actors and rules for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from comity.pathways.grounds import Actor, Bond, Grounds
from comity.pathways.model import Dealing, Prohibition

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.knowledge import KnowledgeGraph
    from comity.pathways.answers import Pathways

DAY = date(2020, 6, 1)
SINCE = date(2000, 1, 1)
RULE = Prohibition(
    id="prohibition/rule",
    label="The Rule",
    restriction="restriction/rule",
    issuer="nation/arc",
    bound=("agency/arsa",),
    bound_reach="parts",
    toward=("nation/bor",),
    toward_reach="owned",
    activities=("bilateral_cooperation", "technology_export"),
    setting="bilateral",
    effect="prohibits",
    exemption="certification",
    exempted_by="the Agency",
    duty="A letter no later than 30 days before.",
    lead_days=30,
    start="2011",
    end="",
    first=date(2011, 1, 1),
    last=None,
    force="in-force",
    citation="Law 1",
    claims=("claim/rule",),
    is_refuted=False,
    sources=("source/law",),
    confidence="high",
    note="",
)
HOMES = {
    "nation/arc": "",
    "nation/bor": "",
    "nation/cor": "",
    "agency/arsa": "nation/arc",
    "agency/bosa": "nation/bor",
    "agency/cosa": "nation/cor",
    "institution/arc-university": "nation/arc",
    "institution/bor-company": "nation/bor",
    "institution/arsa-centre": "nation/arc",
    "organisation/club": "",
}


def rule(name: str = "rule", **changes: object) -> Prohibition:
    """Return the rule of the small world with some changes."""
    return replace(RULE, id=f"prohibition/{name}", **changes)  # type: ignore[arg-type]  # as given


def bond(first: str, second: str, kind: str, through: str = "", **days: date | None) -> Bond:
    """Return a bond that holds since 2000, unless days are given."""
    claim = f"claim/{first.partition('/')[2]}-{kind}-{second.partition('/')[2]}"
    start, end = days.get("start", SINCE), days.get("end")
    return Bond(first, second, through or second, kind, start, end, (claim,))


def grounds(rules: Iterable[Prohibition] = (), **changes: object) -> Grounds:
    """Return the grounds of the small world: three nations, their agencies, and a club of all."""
    actors = {
        id_: Actor(id_, id_.partition("/")[2].title(), id_.partition("/")[0], home,
                   ("source/list",) if home else (), "1990" if id_ == "agency/bosa" else "", "")
        for id_, home in sorted(HOMES.items())
    }  # fmt: skip
    found = Grounds(
        actors=actors,
        belongings=(
            bond("agency/arsa", "nation/arc", "agency_of"),
            bond("agency/bosa", "nation/bor", "agency_of"),
            bond("agency/cosa", "nation/cor", "agency_of"),
            bond("institution/arsa-centre", "agency/arsa", "part_of"),
        ),
        parts=(
            *(bond(f"nation/{name}", "organisation/club", "membership")
              for name in ("arc", "bor", "cor")),
            bond("agency/arsa", "accord/pact", "agreements"),
            bond("agency/cosa", "accord/pact", "agreements"),
        ),
        links=(
            bond("agency/cosa", "agency/bosa", "payload", "instrument/eye"),
            bond("agency/arsa", "agency/bosa", "statements", "accord/old", end=date(2010, 1, 1)),
        ),
        exceptions=(),
        strengths={"accord/pact": "Treaty"},
        prohibitions={each.id: each for each in rules},
        precedents={},
        within={},
        labels={"instrument/eye": "Eye", "accord/pact": "Pact", "restriction/rule": "The Rule"},
    )  # fmt: skip
    return replace(found, **changes)  # type: ignore[arg-type]  # as given


def dealing(one: str = "agency/arsa", other: str = "agency/bosa", **terms: object) -> Dealing:
    """Return a dealing of the small world, on a day of 2020 unless another is given."""
    return Dealing(one, other, **{"on": DAY, **terms})  # type: ignore[arg-type]  # as given


@pytest.fixture(scope="session")
def pathways(kg: KnowledgeGraph) -> Pathways:
    """The pathways of the curated record."""
    return kg.pathways
