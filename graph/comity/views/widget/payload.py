"""What the widget's front end is given: things with places, ties with claims, looks and words.

In: a neighbourhood and facts about it. Out: a dictionary of texts, numbers and lists that
`graph/explorer/src/widget/model.ts` describes. What does not belong here: the widget (`element`).

All texts are cleaned by `comity.views.wording`, and none that a source wrote is a key. Days are
numbers since 1970-01-01; bounds that exclude nothing are null.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from comity.errors import ViewTooLarge
from comity.views import records
from comity.views.neighbourhood import LIMIT, places_of, sizes_of
from comity.views.palette import KINDS, LINES, look_of
from comity.views.wording import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

_EPOCH: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class WidgetFacts:
    """What the widget says about itself.

    Attributes:
        title: What is in its centre.
        centre: Ids of the things that were asked for.
        today: Day by which ties have ended, or not begun, when all times are shown.
        omitted: How many things were left out because of a limit.
    """

    title: str
    centre: tuple[str, ...]
    today: date
    omitted: int = 0


def widget_payload(graph: nx.MultiDiGraph[str], facts: WidgetFacts) -> dict[str, Any]:
    """Return what the front end draws.

    Args:
        graph: The neighbourhood, as `comity.views.neighbourhood.neighbourhood_page` takes it; each
            claim has besides `earliest` and `latest`, the days between which it may have held.
        facts: What the widget says about itself.

    Raises:
        ViewTooLarge: The graph has more things than can be told apart.
    """
    if len(graph) > LIMIT:
        raise ViewTooLarge(len(graph), LIMIT)
    things = records.thing_records(graph, facts.centre, facts.today)
    ties = records.tie_records(graph, things, facts.today)
    sizes = sizes_of(things, ties)
    places = places_of(graph, things, sizes)
    at = {thing["key"]: place for place, thing in enumerate(things)}
    spans = {
        readable(claim["id"]): (_day(claim.get("earliest")), _day(claim.get("latest")))
        for claim in _claims(graph)
    }
    days = [day for span in spans.values() for day in span if day is not None]
    today = (facts.today - _EPOCH).days
    kinds = _in_order({thing["kind"] for thing in things})
    return {
        "title": readable(facts.title),
        "today": today,
        "first": min([*days, today]),
        "last": max([*days, today]),
        "omitted": facts.omitted,
        "kinds": [_look(kind) for kind in kinds],
        "lines": {
            standing.value: {"words": line.words, "dashes": [*line.dashes], "width": line.width}
            for standing, line in LINES.items()
        },
        "things": [
            {
                **{name: thing[name] for name in _OF_THINGS},
                "kind": kinds.index(thing["kind"]),
                "x": places[thing["node"]][0],
                "y": places[thing["node"]][1],
                "size": sizes[thing["key"]],
            }
            for thing in things
        ],
        "ties": [
            {
                **{name: at[tie[name]] for name in ("tail", "head", "subject", "object")},
                **{name: tie[name] for name in ("phrase", "along", "bend")},
                "claims": [_claim(claim, spans) for claim in tie["claims"]],
            }
            for tie in ties
        ],
    }


_OF_THINGS: Final = ("id", "label", "lines", "description", "period", "centre")


def _in_order(kinds: set[str]) -> list[str]:
    """Return kinds in the order of legends, those without a look of their own last."""
    return [kind for kind in KINDS if kind in kinds] + sorted(kinds - KINDS.keys())


def _claims(graph: nx.MultiDiGraph[str]) -> Iterator[Mapping[str, Any]]:
    for _, _, edge in graph.edges(data=True):
        yield from edge["claims"]


def _claim(
    claim: dict[str, Any], spans: Mapping[str, tuple[int | None, int | None]]
) -> dict[str, Any]:
    first, last = spans[claim["id"]]
    return {**claim, "from": first, "until": last}


def _look(kind: str) -> dict[str, str]:
    look = look_of(kind)
    return {"one": look.one, "many": look.many, "fill": look.fill, "outline": look.outline}


def _day(text: str | None) -> int | None:
    """Return the number of a day since 1970-01-01."""
    return (date.fromisoformat(text) - _EPOCH).days if text else None
