"""What keeps tests that share something costly on one worker."""

from __future__ import annotations

import pytest


@pytest.mark.xdist_group("kept")
def test_a_group_stays_together(request: pytest.FixtureRequest) -> None:
    """pytest-xdist knows a group by the end of an id; a pytest that hides it parts every group."""
    if request.config.getoption("loadgroup", default=False):
        assert request.node.nodeid.endswith("@kept")
