"""The script that has Lighthouse look at all pages: what it takes for a fault."""

from __future__ import annotations

import doctest
import re
from typing import Any

from tests.scripts.loading import script


def report(**audits: float | None) -> dict[str, Any]:
    references = [{"id": name, "weight": 0 if name == "hint" else 1} for name in audits]
    return {
        "page": "/",
        "form": "phone",
        "report": {
            "categories": {"accessibility": {"auditRefs": references}},
            "audits": {name: {"score": score, "title": name} for name, score in audits.items()},
        },
    }


def test_what_fails_is_told_and_what_does_not_count_is_not() -> None:
    told = script("audit_pages").told(report(good=1, bad=0, manual=None, hint=0))
    assert [line.split(": ")[1] for line in told] == ["bad"]


def test_a_page_that_could_not_be_opened_is_a_fault() -> None:
    found = {**report(), "report": {"runtimeError": {"message": "no page"}, "categories": {}}}
    assert script("audit_pages").told(found) == ["/ (phone): no page"]


def test_its_examples_hold_and_its_package_is_pinned() -> None:
    module = script("audit_pages")
    assert doctest.testmod(module).failed == 0
    assert re.fullmatch(r"lighthouse@\d+\.\d+\.\d+", module.PACKAGE)
