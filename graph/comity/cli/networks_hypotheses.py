"""`comity network hypotheses`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from comity.cli.frames import form_of, frame_options, write_frame
from comity.cli.options import known_by_option, snapshot_option
from comity.cli.rows import write_json
from comity.cli.study_options import end_progress
from comity.knowledge import load

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from comity.networks.hypothesis_values import Finding


@click.command()
@click.argument("name", required=False)
@click.option(
    "--without-checks",
    is_flag=True,
    help="Do not repeat each test with parts of the record left out; this is faster.",
)
@click.option(
    "--draws",
    type=click.IntRange(19, 100_000),
    default=1999,
    show_default=True,
    metavar="N",
    help="How many draws chance and intervals are made of.",
)
@click.option(
    "--nulls",
    type=click.IntRange(1, 10_000),
    default=199,
    show_default=True,
    metavar="N",
    help="How many null graphs a year.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    metavar="N",
    help="The seed; the same gives the same.",
)
@known_by_option(more=", and years not yet over")
@frame_options("table")
@snapshot_option
def hypotheses(
    name: str | None,
    draws: int,
    nulls: int,
    seed: int,
    form: str | None,
    out: str,
    snapshot: Path | None,
    *,
    known_by: date | None,
    without_checks: bool,
) -> None:
    """Test what scholars say of blocs, breaks and votes: all, or the hypothesis NAME.

    Each has a statement, who states it, data, a test and a null model. It holds, does not hold, or
    cannot be told. Each test is repeated without each class of sources and kind of cooperation,
    which says what a result hangs on. With a NAME, csv has a row for each of these.

    \b
      comity network hypotheses
      comity network hypotheses wolf-2011
      comity network hypotheses --format csv -o hypotheses.csv
    """
    if name and form_of(form, out, "table") in {"csv", "parquet"} and without_checks:
        raise click.UsageError("with a NAME, csv and parquet have the checks as rows")
    kg = load(snapshot).known_by(known_by)
    options: dict[str, Any] = {
        "checks": not without_checks,
        "draws": draws,
        "nulls": nulls,
        "seed": seed,
    }
    wanted = form_of(form, out, "table")
    if name and wanted in {"csv", "parquet"}:
        write_frame(kg.hypothesis_checks(name, draws=draws, nulls=nulls, seed=seed), wanted, out)
        return
    found = kg.hypothesis_findings((name,) if name else (), **options, tell=_tell)
    end_progress()
    if wanted == "json":
        write_json([_facts(each) for each in found], out)
    elif wanted != "table":
        write_frame(kg.hypotheses(**options), wanted, out)
    else:
        from comity.cli.hypothesis_pages import finding_page, findings_page  # noqa: PLC0415  (rich)
        from comity.cli.pages import show_page  # noqa: PLC0415  (rich is slow to import)

        show_page(finding_page(found[0]) if name else findings_page(found))


def _tell(name: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{name:<40}", nl=False, err=True)


def _facts(found: Finding) -> dict[str, Any]:
    from comity.networks.hypotheses import hypothesis  # noqa: PLC0415  (networkx is slow to import)
    from comity.networks.hypothesis_values import verdict  # noqa: PLC0415  (as above)

    stated = hypothesis(found.name)
    texts = ("name", "title", "states", "stated_by", "data", "test", "unit", "expected", "least")
    return {
        **{text: getattr(stated, text) for text in texts},
        "verdict_alone": verdict(stated, found.outcome),
        "outcome": None if found.outcome is None else asdict(found.outcome),
        "reason": found.reason,
        "hangs_on": found.hangs_on,
        "checks": [
            {**asdict(each.what), **{k: v for k, v in asdict(each).items() if k != "what"}}
            for each in found.checks
        ],
    }
