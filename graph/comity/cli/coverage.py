"""`comity coverage`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from comity.cli.options import place_options
from comity.cli.rows import form_option, write_csv, write_json
from comity.knowledge import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from rich.console import RenderableType

    from comity.analysis.coverage import Section

SECTIONS: Final = (
    "totals",
    "kinds",
    "relations",
    "decades",
    "years",
    "regions",
    "lists",
    "untied",
    "recalled",
    "undated",
    "one-source",
    "no-wikidata",
)
_PAGE: Final = ("totals", "kinds", "regions", "relations", "decades", "years", "lists", "untied")
_DECADES: Final = {
    "1970s": "70s", "1980s": "80s", "1990s": "90s", "2000s": "00s", "2010s": "10s", "2020s": "20s",
    "undated": "undated",
}  # fmt: skip
_YEARS: Final = 15
_LISTS: Final = 15


@click.command()
@click.argument("section", required=False, type=click.Choice(SECTIONS), metavar="[SECTION]")
@click.option("--list", "listed", is_flag=True, help="List each row that is only recalled, too.")
@form_option("table", "csv", "json")
@place_options
def coverage(section: str | None, form: str, place: str | Path | None, *, listed: bool) -> None:
    """Say what is missing: what is only recalled, undated, on one source, untied or old.

    Counts by kind, relation, decade, year and region, and how old each list of members is. A
    SECTION is shown alone and in full: totals, kinds, relations, decades, years, regions, lists,
    untied, recalled, undated, one-source or no-wikidata.

    \b
      comity coverage
      comity coverage recalled --format csv
    """
    sections = load(place).coverage_sections()
    chosen = (section,) if section else (*_PAGE, *(("recalled",) if listed else ()))
    if form == "json":
        write_json({name: _records(sections[name]) for name in chosen})
    elif form == "csv" and section:
        write_csv(sections[section].columns, sections[section].rows)
    elif form == "csv":
        names = ("section", "row", "column", "value")
        write_csv(names, [cell for name in chosen for cell in _cells(name, sections[name])])
    else:
        from comity.cli.pages import show_page  # noqa: PLC0415  (rich is slow to import)

        show_page(_page(sections, chosen, in_full=section is not None))


def _records(section: Section) -> list[dict[str, str | int]]:
    return [dict(zip(section.columns, row, strict=True)) for row in section.rows]


def _cells(name: str, section: Section) -> Iterator[tuple[str, str | int, str, str | int]]:
    for row in section.rows:
        for column, cell in zip(section.columns[1:], row[1:], strict=True):
            yield name, row[0], column, cell


def _narrowed(section: Section) -> tuple[tuple[str, ...], tuple[tuple[str | int, ...], ...]]:
    """Return the decades with the early and the coming ones each in one column."""
    heads = [_DECADES.get(name, "–1969" if name < "1970" else "2030–") for name in section.columns]
    heads[0], heads[-1] = section.columns[0], section.columns[-1]
    names = tuple(dict.fromkeys(heads))
    rows = []
    for row in section.rows:
        sums = dict.fromkeys(names[1:], 0)
        for head, count in zip(heads[1:], row[1:], strict=True):
            sums[head] += int(count)
        rows.append((row[0], *sums.values()))
    return names, tuple(rows)


def _page(
    sections: Mapping[str, Section], chosen: tuple[str, ...], *, in_full: bool
) -> Iterator[RenderableType]:
    from comity.cli.pages import heading, indented, plain, ruled, title  # noqa: PLC0415

    if not in_full:
        yield title("Coverage")
        yield plain("Votes are left out. A claim is recalled when no source of it was seen.")
    for name in chosen:
        section = sections[name]
        rows, note = section.rows, ""
        if not in_full and name == "years":
            rows = rows[-_YEARS - 1 :]
            note = f"the last years only; all: comity coverage {name}"
        if not in_full and name == "lists":
            rows = rows[:_LISTS]
            note = f"the oldest only; all {len(section.rows)}: comity coverage {name}"
        columns, gap = section.columns, 2
        if name == "lists":  # the name says enough on a page
            columns, rows = columns[1:], tuple(row[1:] for row in rows)
        elif name == "decades":
            columns, rows, gap = *_narrowed(section), 1
        if columns[0] == "relation":
            rows = tuple((str(row[0]).replace("_", " "), *row[1:]) for row in rows)
        yield heading(section.title, len(section.rows) if section.is_list else None)
        yield indented(ruled(columns, rows, gap=gap))
        if note:
            yield indented(plain(note, "dim"))
