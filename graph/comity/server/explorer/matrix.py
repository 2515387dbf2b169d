"""The matrix of membership: states by accords and bodies on a day, with how each stands to each.

In: which columns, how rows are grouped, and the moment. Out: a page, JSON or CSV. What does not
belong here: what a standing is (`comity.analysis.standings`).
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from comity.analysis.regions import REGIONS, UNKNOWN, region_of
from comity.analysis.standings import (
    DISPUTED,
    HELD,
    STATUSES,
    Named,
    Standing,
    read_named,
    read_standings,
)
from comity.errors import WrongParameter
from comity.networks.coalitions import BOTH, COALITIONS
from comity.server.engines import record_of
from comity.server.explorer.choices import GROUPINGS
from comity.server.listings import csv_of
from comity.server.messages import Reply
from comity.server.rendering import frame_of, page_reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comity.knowledge import KnowledgeGraph
    from comity.server.limits import Limits
    from comity.server.messages import Request

_LEAST: Final = 8  # states that an accord or body must have to get a column of its own
_LONG: Final = 27  # letters beyond which the name of a column is shortened
NEITHER: Final = "neither"
COALITION_WORDS: Final[Mapping[str, str]] = {
    "Artemis": "Artemis Accords alone",
    "ILRS": "International Lunar Research Station alone",
    BOTH: "Both coalitions",
    NEITHER: "Neither coalition",
}
SYMBOLS: Final[Mapping[str, tuple[str, str]]] = {
    "party": ("P", "party to a treaty, bound by it"),
    "member": ("M", "member of a body"),
    "signed": ("S", "signed; for a treaty, not yet bound by it"),
    "committed": ("C", "committed itself"),
    "participant": ("T", "takes part"),
    "associate": ("A", "associate, cooperating state or adherent"),
    "observer": ("O", "observer"),
    "institution": ("I", "through an institution of its own alone"),
    "suspended": ("U", "suspended"),
    "withdrawn": ("W", "withdrew"),
    "interested": ("?", "showed interest or was consulted"),
    "declined": ("D", "declined"),
    DISPUTED: ("!", "sources disagree, and neither side decides"),
}
"""For each status the letter that stands for it, and what it means."""


@dataclass(frozen=True, slots=True)
class Column:
    """An accord or a body.

    Attributes:
        body: Its names.
        head: What stands over the column.
        count: How many states it has.
    """

    body: Named
    head: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A state and how it stands to each of the columns.

    Attributes:
        state: Its names.
        coalition: `Artemis`, `ILRS`, `both` or `neither`.
        region: Its region.
        cells: A standing a column, or None.
        count: How many of the columns it belongs to.
    """

    state: Named
    coalition: str
    region: str
    cells: Sequence[Standing | None]
    count: int


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """What the page of the matrix shows.

    Attributes:
        day: The day that it shows.
        asked: What was asked for.
        columns: Accords and bodies.
        groups: Headings with rows.
        symbols: For the statuses that occur: name, letter, meaning, and how often.
        letters: The letter of each status.
    """

    day: str
    asked: Mapping[str, str]
    columns: Sequence[Column]
    groups: Sequence[tuple[str, Sequence[Row]]]
    symbols: Sequence[tuple[str, str, str, int]]
    letters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Standings:
    """All standings of a day.

    Attributes:
        day: The day.
        cells: A standing for each state and each accord or body that it has one with.
        names: Names of all of them.
        coalitions: For each state, the coalition that it belongs to.
    """

    day: str
    cells: Mapping[tuple[str, str], Standing]
    names: Mapping[str, Named]
    coalitions: Mapping[str, str]


def standings_of(graph: KnowledgeGraph, request: Request) -> Standings:
    """Return all standings on the day of a request, or on that of the release."""
    store = record_of(graph, request)
    found = read_standings(store, request.moment, graph.today)
    ids = frozenset(each.state for each in found) | frozenset(each.body for each in found)
    held: dict[str, set[str]] = {}
    names = {body: name for name, body in COALITIONS.items()}
    for each in found:
        if each.body in names and each.status in HELD:
            held.setdefault(each.state, set()).add(names[each.body])
    return Standings(
        day=request.as_of or graph.today.isoformat(),
        cells={(each.state, each.body): each for each in found},
        names=read_named(store, ids),
        coalitions={state: BOTH if len(among) > 1 else min(among) for state, among in held.items()},
    )


def usual_words(graph: KnowledgeGraph) -> str:
    """Return what a page shows that is of one day, when none is chosen."""
    return f"Shown as of {graph.today}, the day of the release"


def matrix(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """Show how states stand to accords and bodies."""
    asked = {name: request.arguments[name] or "" for name in ("set", "group", "bodies")}
    found = standings_of(graph, request)
    columns = _columns(found, asked)
    rows = _rows(found, columns)
    match request.formats[0]:
        case "html":
            frame = frame_of(request, graph, ("data", "csv"), usual=usual_words(graph))
            statuses = Counter(cell.status for row in rows for cell in row.cells if cell)
            shown = MatrixPage(
                day=found.day,
                asked=asked,
                columns=columns,
                groups=_groups(rows, asked["group"] or GROUPINGS[0]),
                symbols=[
                    (status, letter, words, statuses[status])
                    for status, (letter, words) in SYMBOLS.items()
                    if statuses[status]
                ],
                letters={status: letter for status, (letter, _) in SYMBOLS.items()},
            )
            return page_reply("matrix", shown, frame)
        case "csv":
            names = ["state", "name", "coalition", "region", *(each.body.id for each in columns)]
            return Reply("csv", csv_of([_line(row, columns) for row in rows], names))
        case _:
            return Reply("data", json.dumps(_record(found, columns, rows)).encode())


def _columns(found: Standings, asked: Mapping[str, str]) -> list[Column]:
    counts = Counter(body for (_, body), each in found.cells.items() if each.status in HELD)
    wanted = [text.strip() for text in asked["bodies"].split(",") if text.strip()]
    known = {body for _, body in found.cells}
    for body in wanted:
        if body not in known:
            words = f"no state stands to {body!r} on {found.day}"
            raise WrongParameter("bodies", words, ())
    chosen = wanted or [
        body
        for body, count in counts.items()
        if (count >= _LEAST or body in COALITIONS.values())
        and asked["set"] in ("", "all", "accords" if body.startswith("accord/") else "bodies")
    ]
    leading = tuple(COALITIONS.values())
    ordered = sorted(
        dict.fromkeys(chosen),
        key=lambda body: (
            leading.index(body) if body in leading else len(leading),
            not body.startswith("accord/"),
            -counts[body],
            body,
        ),
    )
    return [Column(found.names[body], _head(found.names[body]), counts[body]) for body in ordered]


def _head(body: Named) -> str:
    if len(body.name) <= _LONG:
        return body.name
    return body.short if len(body.short) < _LONG else f"{body.name[: _LONG - 1].rstrip()}…"


def _rows(found: Standings, columns: Sequence[Column]) -> list[Row]:
    rows = []
    for state in {state for state, _ in found.cells}:
        cells = [found.cells.get((state, column.body.id)) for column in columns]
        if any(cells):
            rows.append(
                Row(
                    state=found.names[state],
                    coalition=found.coalitions.get(state, NEITHER),
                    region=region_of(found.names[state].description),
                    cells=cells,
                    count=sum(cell is not None and cell.status in HELD for cell in cells),
                )
            )
    return sorted(rows, key=lambda row: (row.state.name, row.state.id))


def _groups(rows: Iterable[Row], grouping: str) -> list[tuple[str, list[Row]]]:
    if grouping == "coalition":
        heads = {name: COALITION_WORDS[name] for name in (BOTH, *COALITIONS, NEITHER)}
    else:
        heads = {name: name if name != UNKNOWN else "No region on record" for name in REGIONS}
    among = {key: [row for row in rows if getattr(row, grouping) == key] for key in heads}
    return [(heads[key], found) for key, found in among.items() if found]


def _line(row: Row, columns: Sequence[Column]) -> dict[str, str]:
    cells = {
        column.body.id: cell.status if cell else ""
        for column, cell in zip(columns, row.cells, strict=True)
    }
    return {
        "state": row.state.id,
        "name": row.state.name,
        "coalition": row.coalition,
        "region": row.region,
        **cells,
    }


def _record(found: Standings, columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, Any]:
    return {
        "day": found.day,
        "columns": [
            {"id": each.body.id, "name": each.body.name, "states": each.count} for each in columns
        ],
        "statuses": [*STATUSES, DISPUTED],
        "items": [
            {
                "state": row.state.id,
                "name": row.state.name,
                "coalition": row.coalition,
                "region": row.region,
                "standings": [
                    {name: value for name, value in asdict(cell).items() if name != "state"}
                    for cell in row.cells
                    if cell
                ],
            }
            for row in rows
        ],
        "total": len(rows),
        "next": None,
    }
