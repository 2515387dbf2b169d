"""`comity publish`."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import click

from comity import resources
from comity.cli.options import StoreType, snapshot_option
from comity.store import open_snapshot
from comity.store.connection import Connection, Credentials
from comity.store.publishing import BATCH
from comity.store.publishing import publish as publish_release
from comity.store.target import Target, find_addresses

if TYPE_CHECKING:
    from pathlib import Path

_WIDTH = 24


@click.command()
@click.option(
    "--to",
    "address",
    required=True,
    type=StoreType(),
    metavar="URL",
    help="Address at which the store answers SPARQL queries.",
)
@click.option(
    "--update-url",
    type=StoreType(),
    metavar="URL",
    help="Address at which it takes SPARQL updates, if that is not found out.",
)
@click.option(
    "--graphs-url",
    type=StoreType(),
    metavar="URL",
    help="Address of its Graph Store protocol, where updates are slow.",
)
@snapshot_option
@click.option(
    "--batch",
    type=click.IntRange(100, 1_000_000),
    default=BATCH,
    show_default=True,
    help="How many statements are sent at once.",
)
@click.option("--quiet", is_flag=True, help="Show no progress.")
def publish(
    address: str,
    update_url: str | None,
    graphs_url: str | None,
    snapshot: Path | None,
    batch: int,
    *,
    quiet: bool,
) -> None:
    """Put the snapshot into a store elsewhere, in the place of the release that is there.

    A publishing that was broken off goes on where it stopped. Everything is read back and compared
    before the store says that it holds the release. Graphs of others are not touched. Who asks is
    said by COMITY_STORE_USER and COMITY_STORE_PASSWORD, or by COMITY_STORE_TOKEN.

    \b
      comity publish --to http://localhost:7878/query
      COMITY_STORE_USER=dba COMITY_STORE_PASSWORD=… \\
        comity publish --to http://localhost:8890/sparql
    """
    opened = open_snapshot(snapshot or resources.snapshot_folder())
    connection = Connection(Credentials.from_environment(os.environ))
    addresses = find_addresses(address, update_url, graphs_url, connection)
    report = _Progress(quiet=quiet)
    done = publish_release(opened, Target(addresses, connection), batch=batch, progress=report)
    report.end()
    release = f"the release of {opened.manifest.date} ({opened.manifest.sha256[:12]})"
    if not done.sent and not done.resumed:
        click.echo(f"{release} is published there already", err=True)
        return
    went_on = ", going on with what was begun" if done.resumed else ""
    click.echo(
        f"published {release}, {done.quads:,} statements, in {report.elapsed:.0f} s{went_on}",
        err=True,
    )
    click.echo(f"ask it with `--store {address}`", err=True)


class _Progress:
    """Shows one line a stage on stderr; it moves on a terminal, and is written once elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._moves = sys.stderr.isatty()
        self._stage = ""
        self._line = ""
        self._begun = time.perf_counter()

    @property
    def elapsed(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self._begun

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._quiet:
            return
        if stage != self._stage:
            self.end()
        self._stage = stage
        filled = _WIDTH * done // max(total, 1)
        bar = "█" * filled + "·" * (_WIDTH - filled)
        self._line = f"  {stage:<13}{bar} {done:>9,} of {total:,}  {self.elapsed:5.1f} s"
        if self._moves:
            print(f"\r{self._line}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Finish the line of the stage."""
        if self._line:
            print("" if self._moves else self._line, file=sys.stderr, flush=True)
        self._line = self._stage = ""
