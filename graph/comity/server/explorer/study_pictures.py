"""The pictures of a study, as values that JSON can hold.

In: the name of a study and a knowledge graph. Out: SVG, with titles and descriptions; or why there
is none. What does not belong here: how they are drawn (`comity.pictures`), and how they are served
(`networks`).

They are drawn where the study is made, from what that process has worked out already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from comity.errors import MissingPart
from comity.server.explorer.choices import STUDY_PICTURES, STUDY_RUNS, STUDY_YEARS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from comity.knowledge import KnowledgeGraph

    Value = dict[str, Any]

_BRIDGE_YEARS: Final = 6  # of each year the bridges are worked out anew


def draw_pictures(study: str, graph: KnowledgeGraph) -> Value:
    """Return the pictures of a study.

    Args:
        study: The name of the study, which has been made of the graph.
        graph: The graph, seen from the moment that is asked for.

    Returns:
        `drawn`, a list of pictures with `name`, `title`, `description` and `svg`; and `missing`,
        in a sentence what has to be installed to have them, or empty.

    Raises:
        ComityError: What a picture shows cannot be worked out.
    """
    try:
        drawn = [_drawn(name, graph) for name in STUDY_PICTURES.get(study, ())]
    except MissingPart as problem:
        return {"drawn": [], "missing": str(problem)}
    return {"drawn": drawn, "missing": ""}


def _drawn(name: str, graph: KnowledgeGraph) -> Value:
    picture = graph.picture(name, **_OPTIONS[name](graph))
    return {
        "name": name,
        "title": picture.title,
        "description": picture.description,
        "svg": picture.svg().decode(),
    }


def _of_blocs(graph: KnowledgeGraph) -> Value:
    years = (max(graph.day.year - STUDY_YEARS + 1, 1958), graph.day.year)
    return {"years": years, "seeds": STUDY_RUNS, "nulls": STUDY_RUNS}  # as the page: kept on disk


def _of_bridges(graph: KnowledgeGraph) -> Value:
    first = max(graph.day.year - _BRIDGE_YEARS + 1, 1958)
    return {"years": (first, graph.day.year), "seeds": STUDY_RUNS}


_OPTIONS: Final[Mapping[str, Callable[[KnowledgeGraph], Value]]] = {
    "bloc-timeline": _of_blocs,
    "bloc-modularity": _of_blocs,
    "bridge-ranking": _of_bridges,
    "memberships": lambda graph: {"as_of": graph.day, "seeds": STUDY_RUNS},
    "calibration": lambda graph: {},  # noqa: ARG005  (as the page)
}
