"""The one Python face over everything below: `load` and `KnowledgeGraph`.

In: a snapshot. Out: answers as DataFrames, networks as NetworkX graphs, views as HTML. What does
not belong here: how any of them is made.
"""

from comity.knowledge.answers import Exported, Profile, View
from comity.knowledge.graph import KnowledgeGraph, load
from comity.knowledge.pictures import VIEW_LIMIT

__all__ = ["VIEW_LIMIT", "Exported", "KnowledgeGraph", "Profile", "View", "load"]
