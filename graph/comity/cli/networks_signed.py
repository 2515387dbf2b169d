"""`comity network signed`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from comity.cli.frames import form_of, frame_options, write_frame
from comity.cli.network_options import YearsType
from comity.cli.options import snapshot_option
from comity.cli.plots import expect_alone, plot_option, save_picture
from comity.cli.study_options import end_progress, progress, study_options
from comity.knowledge import load

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from comity.networks.rollup import Level

_USUAL_YEARS: Final = 10  # of a picture


@click.command()
@click.option(
    "--years",
    type=YearsType(),
    metavar="A-B",
    help="A year or years; the snapshot's unless given, with --plot the last ten.",
)
@click.option(
    "--positive",
    multiple=True,
    default=("cooperation",),
    show_default=True,
    metavar="PROJECTION",
    help="What counts as cooperation; may be repeated.",
)
@click.option(
    "--negative",
    multiple=True,
    default=("restriction", "opposed-votes"),
    show_default=True,
    metavar="PROJECTION",
    help="What counts as opposition; may be repeated.",
)
@click.option(
    "--part",
    type=click.Choice(["years", "members"]),
    default="years",
    show_default=True,
    help="With csv and json: which table.",
)
@plot_option("balance and frustration through the years")
@click.option("--all", "everything", is_flag=True, help="Show all members.")
@study_options(seeds=20)
@frame_options("table")
@snapshot_option
def signed(
    form: str | None,
    out: str,
    snapshot: Path | None,
    *,
    known_by: date | None,
    years: tuple[int, int] | None,
    positive: tuple[str, ...],
    negative: tuple[str, ...],
    part: str,
    plot: str | None,
    width: int,
    seeds: int,
    nulls: int,
    seed: int,
    level: Level,
    everything: bool,
) -> None:
    """Set cooperation beside opposition: how balanced triangles are, and which camps there are.

    Ties of cooperation count as positive, restrictions and votes against each other as negative;
    what a usual tie of each weighs is made equal. What is found stands beside what signs dealt at
    random give.

    \b
      comity network signed --years 2024
      comity network signed --years 2000-2024 --negative restriction --format csv
      comity network signed --years 2015-2024 --plot signed.svg
    """
    expect_alone(plot, form, out)
    kg = load(snapshot).known_by(known_by)
    first = kg.today.year - (_USUAL_YEARS - 1 if plot is not None else 0)
    chosen = years or (first, kg.today.year)
    wanted = form_of(form, out, "table")
    if wanted != "table" and part == "members" and chosen[0] != chosen[1]:
        raise click.UsageError("--part members needs one year")
    options: dict[str, Any] = {
        "positive": positive,
        "negative": negative,
        "seeds": seeds,
        "nulls": nulls,
        "width": width,
        "seed": seed,
        "level": level,
    }
    study = kg.signed_study(chosen, **options, tell=progress("signed networks"))
    end_progress()
    if plot is not None:
        save_picture(kg.picture("signed-balance", years=chosen, **options), plot)
        return
    if wanted == "table":
        from comity.cli.pages import show_page  # noqa: PLC0415  (rich is slow to import)
        from comity.cli.signed_pages import signed_page  # noqa: PLC0415

        labels = kg.projector.labels
        show_page(signed_page(study, positive, negative, labels, everything=everything))
    elif part == "members":
        write_frame(kg.signed_blocs(chosen[0], **options), wanted, out)
    else:
        write_frame(kg.signed(chosen, **options), wanted, out)
