"""What the workers hold beside the store: an index of names, and compiled pages.

In: a graph. Out: the index. It is made before workers are forked, so that they share it. What does
not belong here: what it is used for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.queries.names import Names
from comity.rdf.dates import Moment
from comity.server.rendering import load_templates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.knowledge import KnowledgeGraph

_NAMES: Final[dict[str, Names]] = {}


def names_of(graph: KnowledgeGraph) -> Names:
    """Return the names of all things of a snapshot, whatever the moment."""
    release = graph.manifest.sha256
    if release not in _NAMES:
        _NAMES.clear()
        _NAMES[release] = Names(graph.at(Moment()).store)
    return _NAMES[release]


def id_named(text: str, offered: Iterable[tuple[str, str]]) -> str:
    """Return the id that a name stands for which a form offers; else the text as it is.

    >>> id_named("france", [("nation/fra", "France")]), id_named("nation/deu", [])
    ('nation/fra', 'nation/deu')
    """
    wanted = text.strip().casefold()
    return next((id_ for id_, name in offered if name.casefold() == wanted), text)


def make_ready(graph: KnowledgeGraph) -> None:
    """Make now what the first request would have to wait for."""
    names_of(graph)
    load_templates()
