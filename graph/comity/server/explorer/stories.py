"""Stories: views in an order, with a text beside them whose figures named queries give.

In: a story's name, a step and the moment. Out: pages, or JSON. What does not belong here: the files
(`story_files`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from comity.errors import WrongParameter
from comity.queries.evaluation import evaluate
from comity.server.engines import engine_of
from comity.server.explorer.prose import to_html
from comity.server.explorer.story_files import FIGURE, all_stories, find_story
from comity.server.messages import Reply
from comity.server.rendering import address, frame_of, page_reply
from comity.server.tabling import Table, table_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from comity.knowledge import KnowledgeGraph
    from comity.server.explorer.story_files import Asking, Figure, Step, Story, View
    from comity.server.limits import Limits
    from comity.server.links import Cell
    from comity.server.messages import Request
    from comity.server.rendering import Frame

_PUNCTUATION: Final = frozenset(r"\`*_{}[]()#+-.!|<>~&" + '"')


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """What the list of stories shows."""

    stories: Sequence[Story]


@dataclass(frozen=True, slots=True)
class Shown:
    """A table of a story.

    Attributes:
        caption: What it shows.
        table: Its rows.
        query: Address of the query that gives them.
    """

    caption: str
    table: Table
    query: str


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What a step of a story shows.

    Attributes:
        story: The story.
        number: Number of the step, from 1.
        step: The step.
        text: Its text, with figures in it.
        views: Its tables.
    """

    story: Story
    number: int
    step: Step
    text: Markup
    views: Sequence[Shown]


def stories(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """List the stories."""
    found = list(all_stories().values())
    if request.formats[0] == "html":
        return page_reply("stories", StoriesPage(found), frame_of(request, graph, ("data",)))
    base = request.arguments["base"]
    items = [
        {
            "name": each.name,
            "title": each.title,
            "summary": each.summary,
            "steps": len(each.steps),
            "url": f"{base}/stories/{each.name}",
        }
        for each in found
    ]
    return _json({"items": items, "total": len(items), "next": None})


def story(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """Show a step of a story, or give all of it as data."""
    told = find_story(request.arguments["name"])
    number = request.arguments["step"]
    if number > len(told.steps):
        raise WrongParameter("step", f"the story has {len(told.steps)} steps")
    frame = frame_of(request, graph, ("data",))
    asker = _Asker(graph, request)
    if request.formats[0] == "html":
        step = told.steps[number - 1]
        # the address of a figure has its parameters and its moment already
        text = _written(told, step, asker, frame)
        shown = StoryPage(
            story=told,
            number=number,
            step=step,
            text=to_html(text, lambda path: path if "?" in path else frame.to(path)),
            views=[
                Shown(each.caption, _table(each, asker), _page_of(each.asking, frame))
                for each in step.views
            ],
        )
        return page_reply("story", shown, frame)
    return _json(
        {
            "name": told.name,
            "title": told.title,
            "summary": told.summary,
            "figures": {name: _value(each, asker) for name, each in told.figures.items()},
            "steps": [
                {
                    "title": step.title,
                    "text": step.text,
                    "views": [_record(each, asker) for each in step.views],
                }
                for step in told.steps
            ],
        }
    )


class _Asker:
    """Asks the queries of a story, each once."""

    def __init__(self, graph: KnowledgeGraph, request: Request) -> None:
        self._graph = graph
        self._request = request
        self._tables: dict[str, Table] = {}

    def rows(self, asking: Asking) -> Table:
        """Return the rows that an asking wants."""
        key = repr((asking.query, sorted(asking.parameters.items()), asking.as_of))
        if key not in self._tables:
            graph = self._graph.as_of(asking.as_of) if asking.as_of else self._graph
            answering, text = graph.question(asking.query, asking.parameters)
            self._tables[key] = table_of(evaluate(engine_of(answering, self._request), text))
        table = self._tables[key]
        places = {name: _place(table, name) for name in asking.where}
        rows = [
            row
            for row in table.rows
            if all(row[places[name]].text in among for name, among in asking.where.items())
        ]
        return replace(table, rows=rows)


def _place(table: Table, column: str) -> int:
    return list(table.columns).index(column)


def _value(figure: Figure, asker: _Asker) -> int | str:
    table = asker.rows(figure.asking)
    if figure.column:
        return table.rows[0][_place(table, figure.column)].text if table.rows else "none"
    if figure.distinct:
        place = _place(table, figure.distinct)
        return len({row[place].text for row in table.rows})
    return len(table.rows)


def _written(told: Story, step: Step, asker: _Asker, frame: Frame) -> str:
    """Return the text of a step in which each figure leads to the query that gives it."""
    text = step.text
    for name in dict.fromkeys(FIGURE.findall(text)):
        figure = told.figures[name]
        value = _value(figure, asker)
        words = f"{value:,}" if isinstance(value, int) else _plain(value)
        text = text.replace(f"{{{name}}}", f"[{words}](<{_page_of(figure.asking, frame)}>)")
    return text


def _plain(text: str) -> str:
    return "".join(f"\\{letter}" if letter in _PUNCTUATION else letter for letter in text)


def _page_of(asking: Asking, frame: Frame) -> str:
    """Return the page of a query; the frame adds its moment where the asking has no day."""
    days = (("as-of", asking.as_of),) if asking.as_of else frame.moment
    return address(f"/queries/{asking.query}", (*asking.parameters.items(), *days))


def _table(view: View, asker: _Asker) -> Table:
    table = asker.rows(view.asking)
    columns = view.columns or [name for name in table.columns if name not in view.link.values()]
    rows = [[_cell(row, name, table, view.link) for name in columns] for row in table.rows]
    return Table(columns, rows, table.is_cut)


def _cell(row: Sequence[Cell], name: str, table: Table, link: Mapping[str, str]) -> Cell:
    found = row[_place(table, name)]
    return replace(found, href=row[_place(table, link[name])].href) if name in link else found


def _record(view: View, asker: _Asker) -> dict[str, Any]:
    table = asker.rows(view.asking)
    return {
        "caption": view.caption,
        "query": view.asking.query,
        "parameters": dict(view.asking.parameters),
        "rows": [
            dict(zip(table.columns, (cell.text for cell in row), strict=True)) for row in table.rows
        ],
    }


def _json(shown: object) -> Reply:
    return Reply("data", json.dumps(shown, ensure_ascii=False).encode())
