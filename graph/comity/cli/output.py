"""Writing results, the same way for every command that gives rows.

In: a graph, a SPARQL text and the shared options. Out: rows on stdout or in a file, hints on
stderr. What does not belong here: where the text comes from.
"""

from __future__ import annotations

import shutil
import signal
import sys
from typing import TYPE_CHECKING, Any

import click

from comity.cli.rows import form_named, write_bytes
from comity.errors import ExportOptions
from comity.queries.evaluation import reading_on
from comity.queries.formats import FORMATS, SUFFIXES, to_bytes
from comity.queries.hints import hints
from comity.queries.spreadsheets import harmless_table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from comity.knowledge import KnowledgeGraph
    from comity.rdf.engine import Results


def output_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--format`, `--ids`, `--spreadsheet-safe` and `-o`."""
    for option in (
        click.option(
            "--spreadsheet-safe",
            is_flag=True,
            help="Put an apostrophe before cells of csv that a spreadsheet would run.",
        ),
        click.option(
            "-o", "--out", metavar="FILE", default="-", help="Write to a file, not to stdout."
        ),
        click.option("--ids", is_flag=True, help="Shorten IRIs to ids, but in json and xml."),
        click.option(
            "--format",
            "form",
            type=click.Choice(["table", *FORMATS]),
            help="Form of the result, if not that of the file's ending; table on a terminal, "
            "else csv.",
        ),
    ):
        function = option(function)
    return function


def write_answer(
    graph: KnowledgeGraph,
    text: str,
    *,
    form: str | None,
    out: str,
    ids: bool,
    spreadsheet_safe: bool = False,
    allow_service: Collection[str] = (),
) -> None:
    """Evaluate a query and write its results.

    Raises:
        QuerySyntax: The text is not SPARQL.
        QueryRefused: The text is unsafe or reaches out to other servers.
        FormatMismatch: The results cannot be written in the format.
        QueryFailed: The engine gave up, or a server that SERVICE asks gave no answer.
        ExportOptions: The file's ending names no format, a table was to go into a file, or
            something else than CSV was to be made safe for spreadsheets.
        WriteFailed: The file could not be written.
    """
    named = form_named(form, out, SUFFIXES)
    store = graph.store
    # the engine cannot be interrupted: let Ctrl-C end the process instead of waiting for it
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    results = graph.results(text, allow_service=allow_service)
    chosen = named or _usual_form(results, out)
    if spreadsheet_safe and chosen != "csv":
        raise ExportOptions(f"--spreadsheet-safe does not go with {chosen}", "--format csv")
    if chosen == "table":
        with reading_on():
            is_empty = not _print_table(results, graph.today)
    else:
        with reading_on():
            content = to_bytes(results, chosen, ids=ids)
        if spreadsheet_safe:
            content = harmless_table(content)
        write_bytes(out, content)
        is_empty = _has_no_rows(content, chosen)
    if is_empty:
        for hint in hints(store, text):
            click.echo(f"note: no rows; {hint}", err=True)


def _has_no_rows(content: bytes, form: str) -> bool:
    match form:
        case "csv" | "tsv":
            return content.strip().count(b"\n") == 0
        case "ndjson":
            return not content
        case "json":
            return b'"bindings":[]' in content
        case "xml":
            return b"<results></results>" in content or b"<results/>" in content
        case _:
            return False


def _usual_form(results: Results, out: str) -> str:
    if out == "-" and sys.stdout.isatty():
        return "table"
    return "turtle" if type(results).__name__ == "QueryTriples" else "csv"


def _print_table(results: Results, today: date) -> int:
    from comity.cli.tabular import print_results  # noqa: PLC0415  (rich is slow to import)

    width = shutil.get_terminal_size((80, 24)).columns if not sys.stdout.isatty() else None
    return print_results(results, today, width=width)
