"""The cases worked out by hand from the law and its sources, asked of the engine."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph

with (Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream))


def several(cell: str) -> list[str]:
    return [each for each in cell.split("|") if each]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_engine_answers_as_the_law(kg: KnowledgeGraph, case: dict[str, str]) -> None:
    found = kg.ruling(
        case["one"],
        case["other"],
        activity=case["activity"],
        as_of=case["on"],
        setting="multilateral" if case["setting"] == "multilateral" else "bilateral",
        funded_by=several(case["funded_by"]),
        parts_from=several(case["parts_from"]),
        given=several(case["given"]),
    )
    assert found.status == case["answer"], case["why"]
    named = {finding.prohibition.id.partition("/")[2] for finding in found.findings}
    assert set(several(case["rules"])) <= named, case["why"]
    for finding in found.findings:
        assert any(step.claims for step in finding.derivation)
        if case["given"] and finding.status == "allowed":
            assert finding.lifted
