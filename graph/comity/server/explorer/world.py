"""The world map: which coalition each state belongs to on a day.

In: the moment, and the outlines that the front end's build makes. Out: a page with the map and the
same as a table, or JSON or CSV. What does not belong here: who belongs to a coalition (`matrix`).

Outlines are Natural Earth's, and no statement of ours. A state without an outline is in the table.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from comity import resources
from comity.networks.coalitions import BOTH, COALITIONS
from comity.rdf import terms
from comity.rdf.namespaces import iri
from comity.server.engines import record_of
from comity.server.explorer.matrix import (
    COALITION_WORDS,
    NEITHER,
    Standings,
    standings_of,
    usual_words,
)
from comity.server.facts import label_of, text_of
from comity.server.listings import csv_of
from comity.server.messages import Reply
from comity.server.rendering import frame_of, page_reply

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.analysis.standings import Standing
    from comity.knowledge import KnowledgeGraph
    from comity.server.limits import Limits
    from comity.server.messages import Request

_FILE: Final = "world.json"
_COLUMNS: Final = (
    "state",
    "name",
    "coalition",
    "artemis_standing",
    "artemis_since",
    "ilrs_standing",
    "ilrs_since",
    "claims",
)


@dataclass(frozen=True, slots=True)
class Member:
    """A state that belongs to a coalition.

    Attributes:
        state: Its id.
        name: Its label.
        coalition: `Artemis`, `ILRS` or `both`.
        standings: For each coalition, its standing in it, or None.
        has_outline: Whether the map shows it.
    """

    state: str
    name: str
    coalition: str
    standings: Sequence[Standing | None]
    has_outline: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A country of the map.

    Attributes:
        name: Its name in Natural Earth, or that of the state.
        path: Its outline, in SVG.
        mark: Where a mark stands for it, if it is too small to be seen.
        coalition: The coalition that it belongs to, or `neither`.
        state: Id of the state, if it belongs to a coalition.
    """

    name: str
    path: str
    mark: tuple[float, float] | None
    coalition: str
    state: str


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the page of the map shows.

    Attributes:
        day: The day that it shows.
        size: Width and height of the map; None when it has not been built.
        outlines: What is drawn, what belongs to a coalition last.
        groups: For each coalition: its key, its words, its members.
        bodies: Names and ids of the coalitions.
        told: For each coalition: its id, its label, what it is.
    """

    day: str
    size: tuple[int, int] | None
    outlines: Sequence[Outline]
    groups: Sequence[tuple[str, str, Sequence[Member]]]
    bodies: Sequence[tuple[str, str]]
    told: Sequence[tuple[str, str, str]] = ()


def world_map(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """Show which coalition each state belongs to."""
    found = standings_of(graph, request)
    world = _world()
    codes = {each["code"] for each in world["countries"]} if world else set()
    members = _members(found, codes)
    match request.formats[0]:
        case "html":
            shown = MapPage(
                day=found.day,
                size=(world["width"], world["height"]) if world else None,
                outlines=_outlines(found, world) if world else (),
                groups=[
                    (name, COALITION_WORDS[name], among)
                    for name in (BOTH, *COALITIONS)
                    if (among := [each for each in members if each.coalition == name])
                ],
                bodies=list(COALITIONS.items()),
                told=_told(graph, request),
            )
            frame = frame_of(request, graph, ("data", "csv"), usual=usual_words(graph))
            return page_reply("map", shown, frame)
        case "csv":
            return Reply("csv", csv_of([_row(each) for each in members], _COLUMNS))
        case _:
            items = [_record(each) for each in members]
            shown_ = {"day": found.day, "items": items, "total": len(items), "next": None}
            return Reply("data", json.dumps(shown_, ensure_ascii=False).encode())


def _told(graph: KnowledgeGraph, request: Request) -> list[tuple[str, str, str]]:
    store = record_of(graph, request)
    return [
        (id_, label_of(store, iri(id_)) or name, text_of(store, iri(id_), terms.DESCRIPTION))
        for name, id_ in COALITIONS.items()
    ]


@cache
def _world() -> dict[str, Any] | None:
    """Return the outlines; None when they have not been built."""
    path = resources.PACKAGE / "views" / "assets" / _FILE
    if not path.is_file():
        return None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _members(found: Standings, codes: set[str]) -> list[Member]:
    members = [
        Member(
            state=state,
            name=found.names[state].name,
            coalition=coalition,
            standings=[found.cells.get((state, body)) for body in COALITIONS.values()],
            has_outline=_code(state) in codes,
        )
        for state, coalition in found.coalitions.items()
    ]
    return sorted(members, key=lambda each: (each.name, each.state))


def _outlines(found: Standings, world: Mapping[str, Any]) -> list[Outline]:
    by_code = {_code(state): state for state in found.coalitions}
    outlines = []
    for each in world["countries"]:
        state = by_code.get(each["code"], "")
        outlines.append(
            Outline(
                name=found.names[state].name if state else each["name"],
                path=each["path"],
                mark=tuple(each["mark"]) if "mark" in each else None,
                coalition=found.coalitions.get(state, NEITHER),
                state=state,
            )
        )
    return sorted(outlines, key=lambda each: bool(each.state))


def _code(state: str) -> str:
    return state.partition("/")[2].upper()


def _record(each: Member) -> dict[str, Any]:
    stands = [standing.status if standing else "" for standing in each.standings]
    since = [
        (standing.since or "") if standing and each.coalition in {name, BOTH} else ""
        for name, standing in zip(COALITIONS, each.standings, strict=True)
    ]
    return {
        "state": each.state,
        "name": each.name,
        "coalition": each.coalition,
        "artemis_standing": stands[0],
        "artemis_since": since[0],
        "ilrs_standing": stands[1],
        "ilrs_since": since[1],
        "claims": [standing.claim for standing in each.standings if standing],
    }


def _row(each: Member) -> dict[str, Any]:
    found = _record(each)
    return {**found, "claims": "|".join(found["claims"])}
