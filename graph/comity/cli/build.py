"""`comity build` and `comity validate`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity import pipeline, resources
from comity.cli.exits import FINDINGS
from comity.cli.options import DayType, snapshot_option, tables_option
from comity.cli.waiting import tell_wait
from comity.store import open_snapshot

if TYPE_CHECKING:
    from datetime import date


@click.command()
@tables_option
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Folder to write the snapshot to, if not the one of the package.",
)
@click.option(
    "--date",
    "day",
    type=DayType(),
    metavar="DAY",
    help="Day for which direct triples hold, if not the day of the release.",
)
@click.option("--force", is_flag=True, help="Build even when nothing has changed.")
@click.option("--quiet", is_flag=True, help="Show no progress.")
def build(
    tables_folder: Path | None, out: Path | None, day: date | None, *, force: bool, quiet: bool
) -> None:
    """Build the snapshot from the tables.

    Runs tables, claims, dataset, inference, validation and snapshot in this order. If a stage
    fails, the snapshot that was there before stays as it was.
    """
    tables = tables_folder or resources.tables_folder()
    ontology = resources.ontology_folder()
    target = out or resources.snapshot_folder()
    if not force and day is None and pipeline.is_up_to_date(tables, ontology, target):
        click.echo(f"up to date: {target}", err=True)
        return
    report = _Progress(quiet=quiet)
    snapshot = pipeline.build(tables, ontology, target, as_of=day, progress=report)
    counts = snapshot.manifest.counts
    click.echo(
        f"built {counts['claims']:,} claims about {counts['entities']:,} things "
        f"in {report.elapsed:.1f} s: {target}",
        err=True,
    )


@click.command()
@snapshot_option
def validate(snapshot: Path | None) -> None:
    """Check the snapshot against the shapes and checks.

    Exits with 1 when something breaks them; each finding is one line on stderr. Errors stop a
    build too; warnings, such as a membership older than the body, are listed here alone.
    """
    opened = open_snapshot(snapshot or resources.snapshot_folder())
    tell_wait("asking every shape and check")
    warnings = pipeline.validate(pipeline.open_graph(opened), resources.ontology_folder())
    for warning in warnings:
        click.echo(f"comity: warning: {warning}", err=True)
    if warnings:
        click.echo(f"comity: errors: 0, warnings: {len(warnings)}", err=True)
        sys.exit(FINDINGS)
    click.echo("conforms to all shapes and checks", err=True)


class _Progress:
    """Writes one line a stage to stderr, with the seconds it took."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.begun = self.last = time.perf_counter()

    @property
    def elapsed(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self.begun

    def __call__(self, stage: str, detail: str) -> None:
        now = time.perf_counter()
        if not self.quiet:
            print(f"  {stage:<11}{now - self.last:5.1f} s  {detail}", file=sys.stderr, flush=True)
        self.last = now
