"""The built front end, for tests of pages that hold it.

In: the name of a built file. Out: what it holds. What does not belong here: building it.
"""

from __future__ import annotations

import pytest

from comity.errors import MissingPart
from comity.views.atlas.page import built_part
from tests.node import OPTION, find_node


def need_front_end(config: pytest.Config, name: str) -> str:
    """Return a part of the front end, built as `scripts/test` does before."""
    try:
        return built_part(name)
    except MissingPart:
        if config.getoption(OPTION, default=False):
            pytest.skip(f"{OPTION}: these tests need the front end, which is not built")
        if find_node() is None:
            pytest.fail(
                f"node is missing: install it, or leave it out with {OPTION}", pytrace=False
            )
        pytest.fail("the front end is not built: run scripts/build_explorer.py", pytrace=False)
