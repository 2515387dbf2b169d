"""`comity info`."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

import click

from comity import resources
from comity.cli.options import snapshot_option
from comity.store import open_snapshot

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@snapshot_option
@click.option("--json", "as_json", is_flag=True, help="Write the manifest as JSON.")
def info(snapshot: Path | None, *, as_json: bool) -> None:
    """Say what the snapshot holds."""
    manifest = open_snapshot(snapshot or resources.snapshot_folder()).manifest
    counts = dict(manifest.counts)
    if as_json:
        fields = {
            "version": resources.VERSION,
            "date": manifest.date,
            "sha256": manifest.sha256,
            "citation": manifest.citation,
            "counts": counts,
        }
        click.echo(json.dumps(fields, indent=2, sort_keys=True))
        return
    click.echo(f"Comity {resources.VERSION}, snapshot of {manifest.date}")
    click.echo(
        f"{counts['entities']:,} things, {counts['claims']:,} claims "
        f"({counts['votes']:,} of them votes),\n{counts['attestations']:,} attestations, "
        f"{counts['sources']:,} sources"
    )
    for title, prefix in (("Things", "kind."), ("Verdicts", "verdict.")):
        parts = [
            f"{name.removeprefix(prefix)} {count:,}"
            for name, count in counts.items()
            if name.startswith(prefix)
        ]
        _tell(title, ", ".join(parts))
    _tell("Cite as", manifest.citation)


def _tell(title: str, text: str) -> None:
    lines = textwrap.wrap(text, width=68, break_on_hyphens=False)
    click.echo(f"{title + ':':<10}" + "\n          ".join(lines))
