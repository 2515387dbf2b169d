"""The store that answers a request, or that it must be made first.

In: a graph and a request. Out: a store. What does not belong here: what is asked of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph
    from comity.rdf.engine import Engine
    from comity.server.messages import Request


class Unprepared(Exception):
    """The store of the moment has to be made first, which takes longer than a query may."""


def engine_of(graph: KnowledgeGraph, request: Request) -> Engine:
    """Return the store of a graph.

    Raises:
        Unprepared: It has to be made first.
    """
    if not (graph.is_prepared or request.is_prepared):
        raise Unprepared
    return graph.store


def record_of(graph: KnowledgeGraph, request: Request) -> Engine:
    """Return the store in which a text with marks is asked, whatever day it is asked for.

    A day in the world only leaves claims out, which filters in the text do in the store of the
    whole record. For what was known by a day the sources are weighed again, in a store of its own.

    Raises:
        Unprepared: It has to be made first.
    """
    return engine_of(graph if request.known_by else graph.at(Moment()), request)
