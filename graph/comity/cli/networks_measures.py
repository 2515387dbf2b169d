"""`comity network measures` and `comity network projections`."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Final

import click

from comity.cli.frames import form_of, frame_options, write_frame
from comity.cli.network_options import network_options
from comity.cli.options import in_words, snapshot_option
from comity.cli.rows import form_option, write_csv, write_json
from comity.knowledge import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd
    from rich.console import RenderableType

    from comity.knowledge.readings import How
    from comity.rdf.dates import Moment

_SHOWN: Final = {
    "degree": "degree",
    "strength": "strength",
    "betweenness": "between",
    "closeness": "close",
    "constraint": "constr.",
    "clustering": "cluster.",
}
"""Measures on a page, and the heads of their columns; all are in the other forms."""
_BY: Final = (
    "degree", "strength", "betweenness", "closeness", "eigenvector", "pagerank", "constraint",
    "effective_size", "core", "clustering",
)  # fmt: skip
_TOP: Final = 20


@click.command()
@click.argument("projection")
@network_options
@click.option("--top", type=click.IntRange(1), metavar="N", help="Show the first N actors only.")
@click.option(
    "--by",
    type=click.Choice(_BY),
    metavar="MEASURE",
    default="strength",
    show_default=True,
    help=f"Order by this: {', '.join(_BY)}; constraint from the least, others from the greatest.",
)
@frame_options("table")
@snapshot_option
def measures(
    projection: str,
    moment: Moment,
    how: How,
    top: int | None,
    by: str,
    form: str | None,
    out: str,
    snapshot: Path | None,
) -> None:
    """Measure the network of a PROJECTION: its actors, and as a whole.

    `comity network projections` lists the projections. Without a time, the network is of all times.

    \b
      comity network measures co-membership --year 2024 --top 10
      comity network measures cooperation --window 2015-2024 --by betweenness
      comity network measures payload --level agency -o payload.csv
    """
    graph = load(snapshot).at(moment)
    frame = graph.measures(projection, **how)
    ordered = frame.sort_values(
        [by, "id"], ascending=[by == "constraint", True], na_position="last", kind="stable"
    )
    chosen = form_of(form, out, "table")
    if chosen == "table":
        from comity.cli.pages import show_page  # noqa: PLC0415  (rich is slow to import)

        window = graph.window_of(how)
        times = in_words(moment) or (str(window).replace("/", " to ") if window else "of all times")
        heading = f"{projection}, level {how['level']}, {times}"
        show_page(
            _page(ordered.head(top or _TOP), graph.network_measures(projection, **how), heading)
        )
    else:
        write_frame(ordered.head(top) if top else ordered, chosen, out)


@click.command()
@form_option("table", "csv", "json")
def projections(form: str) -> None:
    """List the networks: what a node and an edge are, what a weight means, how time counts.

    \b
      comity network projections
    """
    from comity.networks.projection_table import PROJECTIONS  # noqa: PLC0415  (click starts fast)

    signs = {1: "joins", -1: "sets apart", 0: "either"}
    rows = [
        {
            "projection": name,
            "node": each.node,
            "edge": each.edge,
            "weight": each.weight,
            "time": each.time,
            "directed": "yes" if each.directed else "no",
            "sign": signs[each.sign],
        }
        for name, each in PROJECTIONS.items()
    ]
    if form == "json":
        write_json(rows)
    elif form == "csv":
        write_csv(list(rows[0]), [list(row.values()) for row in rows])
    else:
        from comity.cli.pages import show_page  # noqa: PLC0415  (rich is slow to import)

        show_page(_projections(rows))


def _projections(rows: list[dict[str, str]]) -> Iterator[RenderableType]:
    from comity.cli.pages import columns, heading, indented, plain, title  # noqa: PLC0415

    yield title("Projections")
    yield plain("What joins two actors, and how it counts; see docs/networks.md.")
    for row in rows:
        yield heading(row["projection"])
        shown = [(plain(key, "dim"), plain(row[key])) for key in list(row)[1:]]
        yield indented(columns(shown))


def _page(frame: pd.DataFrame, whole: pd.DataFrame, times: str) -> Iterator[RenderableType]:
    from comity.cli.pages import columns, heading, indented, plain, ruled, title  # noqa: PLC0415
    from comity.networks.measure_table import MEASURES  # noqa: PLC0415  (click starts fast)

    yield title("Measures of a network")
    yield plain(times)
    yield heading("Actors")
    heads = ("actor", "coalition", *_SHOWN.values())
    rows = [
        (row["label"], row["coalition"], *(_number(row[name]) for name in _SHOWN))
        for row in frame.to_dict("records")
    ]
    yield indented(ruled(heads, rows, gap=1))
    yield heading("As a whole")
    lines = [
        (
            plain(str(row["measure"]).replace("_", " ")),
            plain(_number(row["value"])),
            plain(row["meaning"], "dim"),
        )
        for row in whole.to_dict("records")
    ]
    yield indented(columns(lines, right=(1,), wide=2))
    yield heading("What the measures say")
    said = [(plain(name), plain(MEASURES[name].sentence, "dim")) for name in _SHOWN]
    yield indented(columns(said))


def _number(value: object) -> str:
    """Return a number, short enough to read; a dash where it is not defined."""
    number = round(float(str(value)), 9)
    if isnan(number):
        return "–"
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,.1f}" if abs(number) >= 100 else f"{number:.3f}"
