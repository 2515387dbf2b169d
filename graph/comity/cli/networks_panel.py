"""`comity network panel`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.frames import form_of, frame_options, write_frame
from comity.cli.network_options import YearsType
from comity.cli.options import known_by_option, snapshot_option
from comity.cli.rows import write_bytes
from comity.cli.waiting import tell_wait
from comity.knowledge import load
from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("kind", type=click.Choice(["dyad-year", "state-year"]))
@click.option(
    "--years", type=YearsType(), metavar="A-B", help="Years; from 1958 to the snapshot's if not."
)
@click.option("--zeros", is_flag=True, help="Pairs too that nothing joins or sets apart in a year.")
@known_by_option()
@click.option("--codebook", is_flag=True, help="Write the codebook alone, as Markdown.")
@frame_options("csv")
@snapshot_option
def panel(
    kind: str,
    years: tuple[int, int] | None,
    known_by: date | None,
    form: str | None,
    out: str,
    snapshot: Path | None,
    *,
    zeros: bool,
    codebook: bool,
) -> None:
    """Write a table for statistics: a row a pair of nations and year, or a nation and year.

    Columns count what joins them, by projection. A codebook is written beside FILE.

    \b
      comity network panel dyad-year -o dyads.csv     # and dyads.codebook.md
      comity network panel state-year --years 2015-2024
      comity network panel dyad-year --codebook
    """
    from comity.networks.panel_table import codebook as codebook_of  # noqa: PLC0415  (click starts fast)

    if codebook:
        write_bytes(out, codebook_of(kind).encode("utf-8"))
        return
    graph = load(snapshot).at(Moment(known_by=known_by))
    tell_wait("reading the ties of all years")
    frame = graph.panel(kind, years=years, zeros=zeros)
    write_frame(frame, form_of(form, out, "csv"), out)
    if out != "-":
        beside = Path(out).with_suffix(".codebook.md")
        first, last = graph.years_of(years)[0], graph.years_of(years)[-1]
        span = f"{first} to {last}" if first < last else f"{first}"
        known = f", by what was public on {known_by}" if known_by else ""
        alone = ", pairs that nothing joins or sets apart among them" if zeros else ""
        file = f"The file `{Path(out).name}` holds {len(frame):,} rows, of {span}"
        about = (f"{file}{known}{alone}.", f"Cite as: {graph.manifest.citation}")
        write_bytes(str(beside), codebook_of(kind, *about).encode("utf-8"))
        click.echo(f"{out}: {len(frame):,} rows; variables in {beside}", err=True)
