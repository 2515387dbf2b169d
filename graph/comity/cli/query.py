"""`comity query` and `comity queries`."""

from __future__ import annotations

import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.options import as_of_option, snapshot_option
from comity.errors import Unreadable
from comity.knowledge import KnowledgeGraph, load
from comity.queries.formats import FORMATS, SUFFIXES, to_bytes
from comity.queries.hints import hints
from comity.queries.named import named_queries

if TYPE_CHECKING:
    from datetime import date

    from comity.queries.evaluation import Results


@click.command(context_settings={"ignore_unknown_options": False})
@click.argument("words", nargs=-1, metavar="[TEXT | KEY=VALUE ...]")
@click.option("--file", "file", metavar="F.rq", help="Read the query from a file; - is stdin.")
@click.option("--name", metavar="NAME", help="Ask a named query, with KEY=VALUE parameters.")
@as_of_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", *FORMATS]),
    help="Form of the result, if not that of the file's ending; table on a terminal, else csv.",
)
@click.option(
    "--ids", is_flag=True, help="Shorten Comity's IRIs to ids in csv, tsv, ndjson, parquet."
)
@click.option("-o", "--out", metavar="FILE", default="-", help="Write to a file instead of stdout.")
@snapshot_option
def query(
    words: tuple[str, ...],
    file: str | None,
    name: str | None,
    as_of: date | None,
    form: str | None,
    out: str,
    snapshot: Path | None,
    *,
    ids: bool,
) -> None:
    """Ask a SPARQL query or a named query.

    The usual prefixes need no declaration:

    \b
      comity query 'SELECT ?n WHERE { ?n comity:memberOf organisation:copuos }'
      comity query --name artemis-signatories --as-of 2023-10-02
      comity query --name treaty-parties accord=accord/moon-agreement --format csv
    """
    graph = load(snapshot, as_of=as_of)
    text = _text(graph, words, file, name)
    store = graph.store
    # the engine cannot be interrupted: let Ctrl-C end the process instead of waiting for it
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    results = graph.results(text)
    chosen = form or SUFFIXES.get(Path(out).suffix.lower()) or _usual_form(results, out)
    if chosen == "table":
        count = _print_table(results)
    else:
        content = to_bytes(results, chosen, ids=ids)
        _write(out, content)
        count = content.strip().count(b"\n")
    if not count and type(results).__name__ == "QuerySolutions":
        for hint in hints(store, text):
            click.echo(f"note: no rows; {hint}", err=True)


def _usual_form(results: Results, out: str) -> str:
    if out == "-" and sys.stdout.isatty():
        return "table"
    return "turtle" if type(results).__name__ == "QueryTriples" else "csv"


@click.command()
def queries() -> None:
    """List the named queries with their parameters and defaults."""
    for query_ in named_queries().values():
        click.secho(query_.name, bold=True)
        click.echo(f"  {query_.question}")
        for parameter in query_.parameters:
            default = f" (default {parameter.default})" if parameter.default else " (required)"
            click.echo(f"    {parameter.name}=…  {parameter.meaning}{default}")


def _text(graph: KnowledgeGraph, words: tuple[str, ...], file: str | None, name: str | None) -> str:
    if name is not None:
        if file is not None:
            raise click.UsageError("give either --name or --file, not both")
        return graph.named_sparql(name, _parameters(words))
    if file is not None:
        if words:
            raise click.UsageError("give either a query text or --file, not both")
        return _read(file)
    if words in ((), ("-",)) and (words or not sys.stdin.isatty()):
        return _read("-")
    if len(words) != 1:
        raise click.UsageError("give one query text (in quotes), --file or --name")
    if words[0] in named_queries():
        raise click.UsageError(f"to ask the named query, write --name {words[0]}")
    return words[0]


def _parameters(words: tuple[str, ...]) -> dict[str, str]:
    parameters: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            raise click.UsageError(f"{word!r} is not of the form KEY=VALUE")
        if key in parameters:
            raise click.UsageError(f"parameter {key!r} is given twice")
        parameters[key] = value
    return parameters


def _read(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "not UTF-8"
        raise Unreadable(name, reason or str(problem)) from problem


def _write(out: str, content: bytes) -> None:
    if out == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    from comity.files import write_atomically  # noqa: PLC0415  (rarely needed)

    write_atomically(Path(out), content)


def _print_table(results: Results) -> int:
    from comity.cli.tabular import print_results  # noqa: PLC0415  (rich is slow to import)

    width = shutil.get_terminal_size((80, 24)).columns if not sys.stdout.isatty() else None
    return print_results(results, width=width)
