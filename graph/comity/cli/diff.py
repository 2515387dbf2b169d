"""`comity diff`."""

from __future__ import annotations

from dataclasses import asdict, fields
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from comity.cli.options import known_by_option, place_of, store_option
from comity.cli.rows import form_option, write_csv, write_json
from comity.errors import BadDate
from comity.knowledge import load
from comity.rdf.dates import Moment, parse_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType
    from rich.text import Text

    from comity.analysis.changes import Change
    from comity.analysis.releases import Difference

_ORDER: Final = ("thing", "claim", "source", "vote")


@click.command()
@click.argument("days", nargs=-1, metavar="DAY1 DAY2 | --snapshot OLD NEW")
@click.option(
    "--became-known",
    is_flag=True,
    help="What became public between the days, whenever it held.",
)
@known_by_option()
@click.option("--all", "everything", is_flag=True, help="Show long groups in full.")
@form_option("table", "csv", "json")
@click.option(
    "--snapshot",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="With two days: the snapshot, if not the one of the package. With one folder: the older "
    "release to compare it with.",
)
@store_option
def diff(
    days: tuple[str, ...],
    known_by: date | None,
    form: str,
    snapshot: Path | None,
    store: str | None,
    *,
    became_known: bool,
    everything: bool,
) -> None:
    """Say what changed in the world between two days, or in the data between two releases.

    Between two days: who joined, left, launched, restricted, and so on. Contradicted, outdated and
    disputed claims are left out, and so are single votes. Plans and numbers are listed by what was
    so when they were stated.

    \b
      comity diff 2024-01-01 2024-07-01
      comity diff 2024-01-01 2024-07-01 --became-known
      comity diff --snapshot folder-of-the-old-one folder-of-the-new-one
    """
    if len(days) == 1 and snapshot is not None:
        if known_by or became_known:
            raise click.UsageError("two releases have no --known-by or --became-known")
        place_of(snapshot, store)  # a store elsewhere is no release to compare
        _diff_releases(snapshot, Path(days[0]), form, everything=everything)
        return
    if len(days) != 2:
        raise click.UsageError("give two days (YYYY-MM-DD), or --snapshot OLD NEW")
    try:
        since, until = (parse_day(day) for day in days)
    except BadDate as problem:
        raise click.UsageError(str(problem)) from problem
    if since > until:
        since, until = until, since
        click.echo(f"note: the first day is the later one; {since} is taken as the first", err=True)
    graph = load(place_of(snapshot, store)).at(Moment(known_by=known_by))
    found = graph.changes(since, until, known=became_known)
    if form == "table":
        from comity.cli.pages import show_page  # noqa: PLC0415  (rich is slow to import)

        what = "became known" if became_known else "changed"
        words = f"What {what} after {since} and until {until}"
        show_page(_changes_page(words, found, everything=everything))
    else:
        from comity.analysis.changes import Change  # noqa: PLC0415

        _write(Change, found, form)


def _diff_releases(older: Path, newer: Path, form: str, *, everything: bool) -> None:
    before, after = load(older), load(newer)
    found = after.differences(before)
    if form == "table":
        from comity.cli.pages import show_page  # noqa: PLC0415

        words = f"From the release of {before.day} to that of {after.day}"
        show_page(_releases_page(words, found, everything=everything))
    else:
        from comity.analysis.releases import Difference  # noqa: PLC0415

        _write(Difference, found, form)


def _write(kind: Any, found: Sequence[Any], form: str) -> None:
    names = [field.name for field in fields(kind)]
    if form == "csv":
        write_csv(names, [[getattr(each, name) for name in names] for each in found])
    else:
        write_json([asdict(each) for each in found])


def _changes_page(
    words: str, found: Sequence[Change], *, everything: bool
) -> Iterator[RenderableType]:
    from comity.cli.pages import group, mark, plain, title  # noqa: PLC0415

    yield title(f"{words}: {_counted(len(found))}")
    for name, among in groupby(found, key=lambda change: change.group):
        rows: list[tuple[Text, Text, Text]] = [
            (plain(each.date), plain(each.words), mark(each.verdict)) for each in among
        ]
        yield group(name, rows, everything=everything)


def _releases_page(
    words: str, found: Sequence[Difference], *, everything: bool
) -> Iterator[RenderableType]:
    from comity.cli.pages import group, heading, title  # noqa: PLC0415

    yield title(f"{words}: {_counted(len(found))}")
    ordered = sorted(found, key=lambda each: (_ORDER.index(each.kind), each.what, each.field))
    for (kind, what, field), each_of in groupby(
        ordered, key=lambda each: (each.kind, each.what, each.field)
    ):
        among = list(each_of)
        name = f"{kind}s {what}: {field}" if field else f"{kind}s {what}"
        if kind == "vote" and not everything:
            yield heading(name, len(among))
        else:
            yield group(name, [_difference(each) for each in among], everything=everything, wide=0)


def _difference(each: Difference) -> tuple[Text]:
    from comity.cli.pages import plain, under  # noqa: PLC0415

    line = plain(each.words).append_text(plain(f"  {each.id}", "dim"))
    if each.field:
        line = under(line, plain(f"{each.before or 'nothing'} → {each.after or 'nothing'}"))
    return (line,)


def _counted(count: int) -> str:
    return f"{count:,} change{'' if count == 1 else 's'}" if count else "nothing changed"
