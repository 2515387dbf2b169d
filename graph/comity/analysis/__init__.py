"""Networks of the claims, what changed, why, and what is missing.

In: a store. Out: NetworkX graphs whose edges carry the claims that they rest on, and values that
say what was found. What does not belong here: pictures, pages and DataFrames of them.

NetworkX is slow to import: what needs it is imported when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.analysis.networks import NETWORKS, network, tells_days
    from comity.analysis.surroundings import Neighbourhood, neighbourhood

__all__ = ["NETWORKS", "Neighbourhood", "neighbourhood", "network", "tells_days"]


_PLACES = {
    "NETWORKS": "networks",
    "network": "networks",
    "tells_days": "networks",
    "Neighbourhood": "surroundings",
    "neighbourhood": "surroundings",
}


def __getattr__(name: str) -> Any:
    if name in _PLACES:
        return getattr(importlib.import_module(f"comity.analysis.{_PLACES[name]}"), name)
    raise AttributeError(f"module 'comity.analysis' has no attribute {name!r}")
