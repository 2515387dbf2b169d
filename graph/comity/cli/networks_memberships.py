"""`comity network memberships`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comity.cli.frames import form_of, frame_options, write_frame
from comity.cli.options import DayType, known_by_option, snapshot_option
from comity.cli.plots import expect_alone, plot_option, save_picture
from comity.knowledge import load

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command()
@click.option(
    "--as-of",
    type=DayType(),
    metavar="DAY",
    help="The day (YYYY-MM-DD); that of the snapshot unless given.",
)
@known_by_option()
@click.option(
    "--states",
    type=click.IntRange(1),
    default=60,
    show_default=True,
    help="With --plot: how many states, those with most standings first.",
)
@plot_option("a matrix of states, by bloc, and bodies")
@frame_options("csv")
@snapshot_option
def memberships(
    as_of: date | None,
    known_by: date | None,
    states: int,
    plot: str | None,
    form: str | None,
    out: str,
    snapshot: Path | None,
) -> None:
    """List how each state stands to each accord and body on a day.

    Standings are those of states themselves, by accepted claims; of several in one body, the one
    that binds most.

    \b
      comity network memberships --as-of 2024-12-31 -o standings.csv
      comity network memberships --as-of 2024-12-31 --plot memberships.svg
    """
    expect_alone(plot, form, out)
    kg = load(snapshot).known_by(known_by)
    if plot is not None:
        save_picture(kg.picture("memberships", as_of=as_of, states=states), plot)
        return
    write_frame(kg.memberships(as_of), form_of(form, out, "csv"), out)
