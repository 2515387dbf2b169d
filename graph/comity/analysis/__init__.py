"""Networks of the claims, as NetworkX graphs.

In: a store. Out: graphs whose edges carry the claims that they rest on. What does not belong here:
pictures of them.
"""

from comity.analysis.neighbourhood import Neighbourhood, neighbourhood
from comity.analysis.networks import NETWORKS, network

__all__ = ["NETWORKS", "Neighbourhood", "neighbourhood", "network"]
