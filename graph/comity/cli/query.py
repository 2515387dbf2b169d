"""`comity query`, `comity queries` and `comity claims`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from comity.cli.options import allow_service_option, moment_options, place_options
from comity.cli.output import output_options, write_answer
from comity.errors import Unreadable
from comity.knowledge import load
from comity.queries.filtering import ClaimFilter
from comity.queries.named import named_queries

if TYPE_CHECKING:
    from comity.rdf.dates import Moment

_MOMENTS: Final = ("as-of", "known-by")  # options of every query


@click.command(context_settings={"ignore_unknown_options": False})
@click.argument("words", nargs=-1, metavar="[TEXT | KEY=VALUE ...]")
@click.option("--file", "file", metavar="F.rq", help="Read the query from a file; - is stdin.")
@click.option("--name", metavar="NAME", help="Ask a named query, with KEY=VALUE parameters.")
@click.option(
    "--here",
    is_flag=True,
    help="Evaluate the query here; the store of --store only gives the statements it touches.",
)
@moment_options
@output_options
@allow_service_option
@place_options
def query(
    words: tuple[str, ...],
    file: str | None,
    name: str | None,
    moment: Moment,
    form: str | None,
    out: str,
    place: str | Path | None,
    allow_service: tuple[str, ...],
    *,
    here: bool,
    ids: bool,
    spreadsheet_safe: bool,
) -> None:
    """Ask a SPARQL query or a named query.

    The usual prefixes need no declaration:

    \b
      comity query 'SELECT ?n WHERE { ?n comity:memberOf organisation:copuos }'
      comity query --name artemis-signatories --as-of 2023-10-02
      comity query --name treaty-parties accord=accord/moon-agreement --format csv
    """
    graph = load(place).at(moment)
    graph = graph.here if here else graph
    if name is not None and file is None:
        graph, text = graph.question(name, _parameters(words))
    else:
        graph, text = graph.addressed(_text(words, file, name))
    write_answer(
        graph,
        text,
        form=form,
        out=out,
        ids=ids,
        spreadsheet_safe=spreadsheet_safe,
        allow_service=allow_service,
    )


@click.command()
@click.option("--subject", metavar="ID", help="Only claims about this thing.")
@click.option(
    "--predicate", metavar="NAME", help="Only this relation and finer ones, or this attribute."
)
@click.option("--object", "object_", metavar="ID", help="Only claims whose object is this thing.")
@click.option("--source", metavar="SLUG", help="Only claims that this source attests.")
@click.option("--verdict", metavar="WORD", help="Only claims with this verdict.")
@click.option("--votes", is_flag=True, help="Votes too, which are most of all claims.")
@moment_options
@output_options
@place_options
def claims(
    *,
    subject: str | None,
    predicate: str | None,
    object_: str | None,
    source: str | None,
    verdict: str | None,
    moment: Moment,
    form: str | None,
    out: str,
    place: str | Path | None,
    votes: bool,
    ids: bool,
    spreadsheet_safe: bool,
) -> None:
    """List claims that fit some filters, with verdict and number of sources.

    \b
      comity claims --object organisation/ilrs --verdict contradicted
      comity claims --subject nation/tha --predicate member_of --as-of 2024-12-31
    """
    graph = load(place).at(moment)
    wanted = ClaimFilter(subject, predicate, object_, source, verdict, votes)
    graph, text = graph.addressed(graph.claims_sparql(wanted))
    write_answer(
        graph,
        text,
        form=form,
        out=out,
        ids=ids,
        spreadsheet_safe=spreadsheet_safe,
    )


@click.command()
def queries() -> None:
    """List the named queries with their parameters and defaults."""
    for query_ in named_queries().values():
        click.secho(query_.name, bold=True)
        click.echo(_wrapped(query_.question, "  "))
        for parameter in query_.parameters:
            if parameter.default:
                default = f" (default {parameter.default})"
            else:
                default = " (required)" if query_.needs(parameter) else " (optional)"
            words = f"{parameter.name}=…  {parameter.meaning}{default}"
            click.echo(_wrapped(words, "    ", "      "))


def _wrapped(text: str, indent: str, later: str = "") -> str:
    """Return a text in lines no wider than the terminal; in pipes, as one line for programs."""
    if not sys.stdout.isatty():
        return f"{indent}{text}"
    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    return click.wrap_text(text, width, indent, later or indent)


def _text(words: tuple[str, ...], file: str | None, name: str | None) -> str:
    if name is not None:
        raise click.UsageError("give either --name or --file, not both")
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
        if key.replace("_", "-") in _MOMENTS:
            option = f"--{key.replace('_', '-')} {value}"
            raise click.UsageError(f"{word!r} is no parameter; write {option}")
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
