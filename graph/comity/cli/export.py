"""`comity export`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from comity.cli.options import in_words, moment_options, place_options
from comity.cli.rows import write_bytes
from comity.errors import ExportOptions
from comity.exports import FORMATS, RDF_VERSIONS, ExportChoices, format_for
from comity.knowledge import load

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from comity.rdf.dates import Moment


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    metavar="NAME",
    help=f"Format, if not that of the file's ending: {', '.join(FORMATS)}.",
)
@click.option("-o", "--out", metavar="FILE", required=True, help="File or folder; - is stdout.")
@moment_options
@click.option(
    "--network",
    metavar="KIND",
    help="Which network, for gexf, graphml and node-link; all unless given.",
)
@click.option(
    "--graph",
    "graphs",
    metavar="NAME",
    multiple=True,
    help="Only this named graph, for RDF; may be given again.",
)
@click.option(
    "--rdf",
    type=click.Choice(RDF_VERSIONS),
    default="1.1",
    show_default=True,
    help="With 1.2, claims reify triple terms.",
)
@click.option(
    "--spreadsheet-safe",
    is_flag=True,
    help="Put an apostrophe before cells of csv that a spreadsheet would run.",
)
@place_options
def export(
    *,
    form: str | None,
    out: str,
    moment: Moment,
    network: str | None,
    graphs: tuple[str, ...],
    rdf: str,
    spreadsheet_safe: bool,
    place: str | Path | None,
) -> None:
    """Write the record, or a network of it, for other programs.

    \b
      comity export -o comity.nq
      comity export -o cooperation.gexf --network cooperation
      comity export --format csv -o tables --as-of 2023-10-02
      comity export --format turtle --graph ontology -o -
      comity export -o comity.nq --store http://localhost:7878/query
    """
    begun = time.monotonic()
    graph = load(place).at(moment)
    chosen = format_for(form, out)
    choices = ExportChoices(network, graphs, rdf, spreadsheet_safe)
    if out == "-":
        if not chosen.is_one_file:
            raise ExportOptions(f"{chosen.name} is several files", "-o FOLDER or -o FILE.zip")
        edition = graph.edition(chosen, choices)
        write_bytes("-", edition.files[""])
        _tell("stdout", edition.counts, edition.size, begun, moment)
        return
    written = graph.export(
        out,
        chosen.name,
        network=network,
        graphs=graphs,
        rdf=rdf,
        spreadsheet_safe=spreadsheet_safe,
    )
    _tell(str(written.path), written.counts, written.size, begun, moment)


def _tell(where: str, counts: Mapping[str, int], size: int, begun: float, moment: Moment) -> None:
    held = ", ".join(f"{count:,} {what}" for what, count in counts.items())
    seen = f" ({in_words(moment)})" if in_words(moment) else ""
    click.echo(f"{where}: {held}{seen}", err=True)
    click.echo(f"  {_in_words(size)} in {time.monotonic() - begun:.1f} s", err=True)


def _in_words(size: int) -> str:
    """Return a number of bytes in the unit that fits.

    >>> _in_words(1_500_000)
    '1.5 MB'
    """
    for unit, least in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= least:
            return f"{size / least:.1f} {unit}"
    return f"{size} bytes"
