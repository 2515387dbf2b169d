"""Stories as files: a head in TOML, then steps in Markdown.

In: `stories_data/*.md`. Out: `Story` values. What does not belong here: answers and pages.

A file begins with a head between two lines of `+++`: `title`, `summary`, and tables
`[figures.NAME]`, each of which asks a named query (`query`, `parameters`) and gives the number of
its rows that fit `where` (or of different values of the column `distinct`), or the value of
`column` in the first of them. Each heading `##` begins a step. In its text, `{NAME}` stands for a
figure, and a link to `claim/SLUG`, or to another id, for its page. A block fenced as `view` is a
table, in TOML: `caption`, `query`, `parameters`, and, if wanted, `where`, `columns`, and `link`,
which makes the cells of one column lead to what another names. `as_of` in a figure or a view is a
day of its own.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from comity.errors import UnknownName, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FOLDER: Final = Path(__file__).parent / "stories_data"
_MARK: Final = "+++"
_FENCE: Final = re.compile(r"^```view\n(.*?)^```\n?", re.DOTALL | re.MULTILINE)
_HEADING: Final = re.compile(r"^## +(.+)$", re.MULTILINE)
FIGURE: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Asking:
    """A named query, and which of its rows are wanted.

    Attributes:
        query: Its name.
        parameters: Its parameters.
        where: For some columns, the values that a row must have one of.
        as_of: A day of its own, or empty.
    """

    query: str
    parameters: Mapping[str, str]
    where: Mapping[str, Sequence[str]]
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a word in a text that a query gives.

    Attributes:
        asking: The query.
        distinct: Column whose different values are counted; empty to count rows.
        column: Column whose value in the first row is the figure; empty to count.
    """

    asking: Asking
    distinct: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A table.

    Attributes:
        caption: What it shows.
        asking: The query.
        columns: Which columns, in which order; all if there are none.
        link: For some columns, the column that names what their cells lead to.
    """

    caption: str
    asking: Asking
    columns: Sequence[str] = ()
    link: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a story: a heading, text in Markdown, and tables."""

    title: str
    text: str
    views: Sequence[View]


@dataclass(frozen=True, slots=True)
class Story:
    """A story.

    Attributes:
        name: Its name in addresses.
        title: Its title.
        summary: What it tells, in a sentence or two.
        figures: Its figures, by their names.
        steps: Its steps.
    """

    name: str
    title: str
    summary: str
    figures: Mapping[str, Figure]
    steps: Sequence[Step]


@cache
def all_stories() -> Mapping[str, Story]:
    """Return the stories that come with the package, by name.

    Raises:
        Unreadable: A file is not as it should be.
    """
    return {path.stem: read_story(path) for path in sorted(FOLDER.glob("*.md"))}


def find_story(name: str) -> Story:
    """Return a story.

    Raises:
        UnknownName: There is none of that name; the nearest are offered.
    """
    known = all_stories()
    if name not in known:
        nearest = difflib.get_close_matches(name, known, n=2)
        raise UnknownName("story", name, nearest, "see /stories")
    return known[name]


def read_story(path: Path) -> Story:
    """Return the story of a file.

    Raises:
        Unreadable: It has no head, a field is missing or unknown, or a figure is not defined.
    """
    before, _, rest = path.read_text(encoding="utf-8").partition(f"{_MARK}\n")
    head, mark, body = rest.partition(f"\n{_MARK}\n")
    if before.strip() or not mark:
        raise Unreadable(path, f"a story begins with a head between two lines of {_MARK}")
    try:
        fields = tomllib.loads(head)
        figures = {name: _figure(dict(each)) for name, each in fields.pop("figures", {}).items()}
        title, summary = fields.pop("title"), fields.pop("summary")
        _expect_none_left(fields)
        steps = [_step(*each) for each in _parts(body)]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as problem:
        raise Unreadable(path, f"the story is not as it should be: {problem}") from problem
    for step in steps:
        for name in FIGURE.findall(step.text):
            if name not in figures:
                raise Unreadable(path, f"the figure {name!r} is not defined")
    if not steps:
        raise Unreadable(path, "the story has no step, which a heading ## begins")
    return Story(path.stem, title, summary, figures, steps)


def _parts(body: str) -> list[tuple[str, str]]:
    found = list(_HEADING.finditer(body))
    ends = [*(each.start() for each in found), len(body)][1:]
    return [
        (each[1].strip(), body[each.end() : end]) for each, end in zip(found, ends, strict=True)
    ]


def _step(title: str, body: str) -> Step:
    views = [_view(tomllib.loads(text)) for text in _FENCE.findall(body)]
    return Step(title, _FENCE.sub("", body).strip(), views)


def _asking(fields: dict[str, Any]) -> Asking:
    where = {
        name: (value,) if isinstance(value, str) else tuple(map(str, value))
        for name, value in fields.pop("where", {}).items()
    }
    parameters = {name: str(value) for name, value in fields.pop("parameters", {}).items()}
    return Asking(fields.pop("query"), parameters, where, str(fields.pop("as_of", "")))


def _figure(fields: dict[str, Any]) -> Figure:
    asking = _asking(fields)
    found = Figure(asking, fields.pop("distinct", ""), fields.pop("column", ""))
    _expect_none_left(fields)
    return found


def _view(fields: dict[str, Any]) -> View:
    asking = _asking(fields)
    columns = tuple(fields.pop("columns", ()))
    found = View(fields.pop("caption"), asking, columns, fields.pop("link", {}))
    _expect_none_left(fields)
    return found


def _expect_none_left(fields: Mapping[str, Any]) -> None:
    if fields:
        raise ValueError(f"unknown: {', '.join(sorted(fields))}")
