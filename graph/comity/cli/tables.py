"""`comity tables check` and `comity tables format`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from comity import pipeline, resources
from comity.cli.exits import FINDINGS
from comity.cli.options import tables_option
from comity.tables import format_tables, unformatted_tables

if TYPE_CHECKING:
    from pathlib import Path


@click.group()
def tables() -> None:
    """Check or format the curated tables."""


@tables.command()
@tables_option
def check(tables_folder: Path | None) -> None:
    """Read all tables and report every fault with file, line, column and value.

    Published totals are counted again from the claims that stand.
    """
    folder = tables_folder or resources.tables_folder()
    found = pipeline.check_tables(folder)
    click.echo(f"{found.row_count:,} rows, no faults", err=True)


@tables.command(name="format")
@tables_option
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if needed.")
def format_(tables_folder: Path | None, *, only_check: bool) -> None:
    """Write all tables in canonical bytes: sorted, trimmed, quoted only where needed."""
    folder = tables_folder or resources.tables_folder()
    if only_check:
        names = unformatted_tables(folder)
        for name in names:
            click.echo(
                f"comity: {name} is not in canonical form; run `comity tables format`", err=True
            )
        sys.exit(FINDINGS if names else 0)
    for name in format_tables(folder):
        click.echo(f"formatted {name}", err=True)
