"""Hypotheses on the curated record."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from comity.errors import BadNumber, UnknownName
from comity.networks.evidence import Evidence
from comity.networks.hypotheses import HYPOTHESES

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph

PAGE = Path(__file__).parents[1] / "docs" / "hypotheses.md"
QUICK = (
    "wolf-2011", "rupture-2022", "blocs-follow-votes", "partners-before-signing",
    "signatures-spread-by-region",
)  # fmt: skip
"""Those that need no null graphs: the others take half a minute."""
_ROW = re.compile(r"^\| `([a-z0-9-]+)` " + r"\| ([^|]+) " * 5 + r"\|", re.MULTILINE)


def test_the_page_has_what_the_record_gives(kg: KnowledgeGraph) -> None:
    rows = _ROW.findall(PAGE.read_text())
    told = {name: [cell.strip() for cell in cells] for name, *cells in rows}
    assert set(told) == set(HYPOTHESES)
    found = kg.hypotheses(QUICK, checks=False)
    for row in found.to_dict("records"):
        low, high = f"{row['low']:+.3f}", f"{row['high']:+.3f}"
        cells = [f"{row['effect']:+.3f}", f"{low} to {high}", f"{row['p']:.3f}"]
        assert told[row["name"]][:3] == [cell.replace("-", "−") for cell in cells], row["name"]
    assert list(found["verdict"]) == [told[name][4] for name in QUICK]


def test_a_row_says_what_was_tested_and_by_whom_it_is_stated(kg: KnowledgeGraph) -> None:
    row = kg.hypotheses(["wolf-2011"], checks=False).iloc[0]
    assert row["verdict"] == row["verdict_alone"] == "does not hold"
    assert row["p"] == row["p_holm"]  # one test needs no correction
    assert "Ronci" in row["stated_by"]
    assert row["effect"] > 0  # cooperation across grew beside that within
    assert row["reason"] == ""


def test_parts_are_left_out_one_at_a_time(kg: KnowledgeGraph) -> None:
    found = kg.hypothesis_checks("signatures-spread-by-region")
    assert set(found["kind"]) == {"", "source class"}
    assert found.iloc[0]["effect"] == kg.hypothesis("signatures-spread-by-region").outcome.effect  # type: ignore[union-attr]  # it is tested
    whole, others = found["same_sign"].iloc[0], found["same_sign"].iloc[1:]
    assert whole is not True
    assert others.notna().all()


def test_what_was_not_public_is_not_tested(toy: KnowledgeGraph) -> None:
    def things(graph: KnowledgeGraph) -> set[str]:
        return {each.through for each in Evidence(graph.hypothesis_record).cooperation()}

    assert "instrument/spec" in things(toy)
    assert "instrument/spec" not in things(toy.known_by("2021-01-01"))


def test_years_that_were_not_over_are_not_tested(toy: KnowledgeGraph) -> None:
    found = toy.known_by("2007-12-31").hypotheses(["wolf-2011", "blocs-since-2008"])
    assert list(found["verdict"]) == ["cannot be told"] * 2
    assert list(found["reason"]) == [
        "fewer than two states are tied to one of the coalitions",
        "no year since 2008 is over",
    ]
    assert found["p_holm"].isna().all()
    assert toy.hypothesis("blocs-since-2008").reason.startswith("no ties of cooperation are left")


def test_a_day_in_the_world_ends_the_years(kg: KnowledgeGraph) -> None:
    found = kg.as_of("2023-06-30").hypothesis("rupture-2022", checks=False)
    assert found.reason == "too few years since 2022 are over, or nothing varies"
    whole, then = (
        graph.hypothesis("wolf-2011", checks=False) for graph in (kg, kg.as_of("2023-06-30"))
    )
    assert whole == then  # all of its years were over, and what had ended by then counts in them


def test_the_same_is_found_again_and_kept(kg: KnowledgeGraph) -> None:
    told: list[str] = []
    first = kg.hypothesis_findings(QUICK[:2], checks=False, tell=told.append)
    assert told == list(QUICK[:2])
    assert kg.hypothesis_findings(QUICK[:2], checks=False) == first
    assert kg.hypothesis(QUICK[0], checks=False, seed=1) != first[0]


def test_what_cannot_be_tested_is_refused(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="wolf-2011"):
        kg.hypothesis("wolf")
    with pytest.raises(BadNumber, match="draws"):
        kg.hypothesis("wolf-2011", draws=1)
