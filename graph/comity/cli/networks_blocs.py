"""`comity network blocs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

_PARTS = ("years", "members", "events")
_PICTURES = ("timeline", "modularity")
_USUAL_YEARS = 10


@click.command()
@click.argument("projection", default="co-membership")
@click.option(
    "--years",
    type=YearsType(),
    metavar="A-B",
    help="A year or years; the last ten of the snapshot unless given.",
)
@click.option("--all-years", is_flag=True, help="All years since 1958.")
@click.option(
    "--resolution",
    type=click.FloatRange(0, min_open=True),
    default=1.0,
    show_default=True,
    help="Above 1: more and smaller blocs.",
)
@click.option(
    "--part",
    type=click.Choice(_PARTS),
    default="years",
    show_default=True,
    help="With csv and json: which table.",
)
@plot_option("the blocs through the years")
@click.option(
    "--picture",
    type=click.Choice(_PICTURES),
    default=_PICTURES[0],
    show_default=True,
    help="With --plot: who goes where, or how marked blocs are beside chance.",
)
@click.option("--all", "everything", is_flag=True, help="Show all members and events.")
@study_options(seeds=100)
@frame_options("table")
@snapshot_option
def blocs(
    projection: str,
    form: str | None,
    out: str,
    snapshot: Path | None,
    *,
    known_by: date | None,
    years: tuple[int, int] | None,
    resolution: float,
    part: str,
    plot: str | None,
    picture: str,
    width: int,
    seeds: int,
    nulls: int,
    seed: int,
    level: Level,
    all_years: bool,
    everything: bool,
) -> None:
    """Find blocs in a PROJECTION, co-membership unless given, year by year.

    A bloc is a group of actors with more ties among them than their numbers of ties explain. It is
    found, not declared. Each year's blocs are what many runs agree on; how firmly they do, and what
    chance would give, is said beside them.

    \b
      comity network blocs --years 2015-2024
      comity network blocs cooperation --years 2024 --nulls 500
      comity network blocs --all-years --part members --format csv
      comity network blocs --plot blocs.svg
      comity network blocs --all-years --picture modularity --plot chance.png
    """
    expect_alone(plot, form, out)
    if years and all_years:
        raise click.UsageError("give --years or --all-years, not both")
    kg = load(snapshot).known_by(known_by)
    chosen = years or (None if all_years else (kg.today.year - _USUAL_YEARS + 1, kg.today.year))
    options: dict[str, Any] = {
        "seeds": seeds,
        "nulls": nulls,
        "width": width,
        "resolution": resolution,
        "seed": seed,
        "level": level,
    }
    if picture == "timeline" and plot is not None:
        options["nulls"] = 0  # it shows no chance, which takes longest
    study = kg.bloc_study(chosen, projection, **options, tell=progress("blocs"))
    end_progress()
    if plot is not None:
        span = (study.of_years[0], study.of_years[-1])
        drawn = kg.picture(f"bloc-{picture}", years=span, projection=projection, **options)
        save_picture(drawn, plot)
        return
    wanted = form_of(form, out, "table")
    if wanted == "table":
        from comity.cli.bloc_pages import blocs_page  # noqa: PLC0415  (rich is slow to import)
        from comity.cli.pages import show_page  # noqa: PLC0415

        show_page(blocs_page(study, projection, kg.projector.labels, everything=everything))
        return
    ask = {"years": kg.bloc_years, "members": kg.blocs, "events": kg.bloc_events}[part]
    write_frame(ask(chosen, projection, **options), wanted, out)
