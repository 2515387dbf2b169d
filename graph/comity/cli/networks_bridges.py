"""`comity network bridges`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from comity.cli.frames import form_of, frame_options, frame_records, write_frame
from comity.cli.network_options import YearsType
from comity.cli.options import snapshot_option
from comity.cli.plots import expect_alone, plot_option, save_picture
from comity.cli.rows import write_json
from comity.cli.study_options import end_progress, progress, study_options
from comity.knowledge import load

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph
    from comity.networks.bridge_study import Between, BridgeStudy
    from comity.networks.rollup import Level

_YEARS_BEFORE = 5


@click.command()
@click.argument("projection", default="co-membership")
@click.option(
    "--year", type=click.IntRange(1, 9000), metavar="Y", help="A year; the snapshot's unless given."
)
@click.option(
    "--between",
    type=click.Choice(["blocs", "coalitions"]),
    default="blocs",
    show_default=True,
    help="Groups that are found, or Artemis and ILRS, which are given.",
)
@click.option(
    "--resolution",
    type=click.FloatRange(0, min_open=True),
    default=1.0,
    show_default=True,
    help="Above 1: more and smaller blocs.",
)
@click.option(
    "--top", type=click.IntRange(1, 25), default=10, show_default=True, help="How many actors."
)
@plot_option("the ranking through the years")
@click.option(
    "--years",
    type=YearsType(),
    metavar="A-B",
    help="With --plot: the years; six up to --year unless given.",
)
@study_options(seeds=100, nulls=False)
@frame_options("table")
@snapshot_option
def bridges(
    projection: str,
    form: str | None,
    out: str,
    snapshot: Path | None,
    *,
    known_by: date | None,
    year: int | None,
    between: Between,
    resolution: float,
    top: int,
    plot: str | None,
    years: tuple[int, int] | None,
    width: int,
    seeds: int,
    seed: int,
    level: Level,
) -> None:
    """Say who stands between blocs, or between the coalitions, in a PROJECTION and a year.

    An actor's score is the share of the shortest ways between actors of different groups that lead
    through it. Beside it stand how far the score depends on the runs that found the blocs and on
    single classes of sources, and the claims by which the actor is tied to each group.

    \b
      comity network bridges --year 2024
      comity network bridges --year 2024 --between coalitions
      comity network bridges cooperation --year 2020 --format json
      comity network bridges --plot bridges.svg --years 2015-2024
    """
    expect_alone(plot, form, out)
    if years is not None and (plot is None or year is not None):
        raise click.UsageError("--years goes with --plot, and without --year")
    kg = load(snapshot).known_by(known_by)
    chosen = year or kg.today.year
    options: dict[str, Any] = {
        "between": between,
        "seeds": seeds,
        "width": width,
        "resolution": resolution,
        "seed": seed,
        "level": level,
    }
    if plot is not None:
        drawn = kg.picture(
            "bridge-ranking",
            years=years or (chosen - _YEARS_BEFORE, chosen),
            projection=projection,
            top=top,
            tell=progress("bridges"),
            **options,
        )
        end_progress()
        save_picture(drawn, plot)
        return
    wanted = form_of(form, out, "table")
    if wanted in {"csv", "parquet"}:
        write_frame(kg.bridges(chosen, projection, **options).head(top), wanted, out)
        return
    study = kg.bridge_study(chosen, projection, **options)
    if wanted == "json":
        facts = _facts(kg, study, top)
        write_json({"year": chosen, "projection": projection, **facts}, out)
    else:
        from comity.cli.bridge_pages import bridges_page  # noqa: PLC0415  (rich is slow to import)
        from comity.cli.pages import show_page  # noqa: PLC0415

        show_page(bridges_page(kg, study, projection, chosen, top))


def _facts(kg: KnowledgeGraph, study: BridgeStudy, top: int) -> dict[str, Any]:
    shown = study.bridges[:top]
    claims = (
        claim
        for bridge in shown
        for strand in study.strands[bridge.actor]
        for claim in strand.claims
    )
    return {
        "groups": study.groups,
        "members": study.members,
        "bridges": [
            {
                **asdict(bridge),
                "coalition": study.coalitions.get(bridge.actor, ""),
                "strands": [asdict(each) for each in study.strands[bridge.actor]],
            }
            for bridge in shown
        ],
        "claims": kg.claim_words(claims),
        "left_out": study.left_out,
        "tied_to_both": frame_records(kg.tied_to_both()),
    }
