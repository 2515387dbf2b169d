"""The command `comity` and the table of its commands.

In: arguments. Out: an exit code. Commands are imported when they are called, which keeps each of
them fast to start. What does not belong here: what a command does.
"""

from __future__ import annotations

import io
import logging
import os
import sys
from typing import Any, Final

import click

from comity import resources
from comity.cli.exits import CANNOT_RUN, INTERRUPTED, OK, exit_code
from comity.cli.groups import LazyGroup
from comity.errors import ComityError, TableFaults

_COMMANDS: Final = {
    "build": ("build", "Build the snapshot from the tables."),
    "validate": ("build", "Check the snapshot against the shapes and checks."),
    "tables": ("tables", "Check or format the curated tables."),
    "query": ("query", "Ask a SPARQL query or a named query."),
    "queries": ("query", "List the named queries."),
    "claims": ("query", "List claims that fit some filters."),
    "search": ("find", "Find the ids of things by their names."),
    "show": ("find", "Show a thing and its ties."),
    "diff": ("diff", "Say what changed between two days, or two releases."),
    "why": ("why", "Explain what connects two things, or a claim's verdict."),
    "path": ("path", "Say whether rules stand between two actors, and ways round."),
    "restrictions": ("path", "List the rules that reach two actors."),
    "coverage": ("coverage", "Say what is missing from the record."),
    "network": ("network", "Measure networks of actors, and say what may come."),
    "view": ("view", "Write an interactive page of what surrounds a thing."),
    "atlas": ("atlas", "Write the whole graph as one interactive page."),
    "site": ("site", "Write the explorer as static files."),
    "serve": ("serve", "Serve the graph over HTTP: SPARQL, named queries, pages, data."),
    "export": ("export", "Write the record or a network for other programs."),
    "info": ("info", "Say what the snapshot holds."),
    "publish": ("publish", "Put the snapshot into a store elsewhere."),
}
_SHOWN_FAULTS: Final = 50


@click.group(
    cls=LazyGroup, table=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(resources.VERSION, prog_name="comity")
def cli() -> None:
    """Ask an open knowledge graph of space diplomacy.

    Results go to stdout, notes to stderr. Exit codes: 0 ok, 1 findings, 2 usage, 3 could not
    run, 130 ended by Ctrl-C.
    """


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line and exit with its code."""
    _spell_out()
    _tell_notes()
    try:
        cli.main(arguments, prog_name="comity", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except click.Abort:
        sys.exit(INTERRUPTED)
    except ComityError as problem:
        _explain(problem)
        sys.exit(exit_code(problem))
    except BrokenPipeError:
        # the reader of our output has left; nothing more can be written to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(OK)
    except OSError as problem:
        click.echo(f"comity: {problem.filename or 'output'}: {problem.strerror}", err=True)
        sys.exit(CANNOT_RUN)


def _spell_out() -> None:
    r"""Let letters that the surroundings' encoding lacks be spelt out (`\u4e2d`), not refused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _tell_notes() -> None:
    """Send the package's notes to stderr: what takes long to a terminal only, warnings always."""
    log = logging.getLogger("comity")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("comity: %(message)s"))
    log.handlers[:] = [handler]  # of this call's stderr
    log.setLevel(logging.INFO if sys.stderr.isatty() else logging.WARNING)


def _explain(problem: ComityError) -> None:
    lines = str(problem).splitlines() or [type(problem).__name__]
    for line in lines[:_SHOWN_FAULTS]:
        click.echo(f"comity: {line}", err=True)
    if len(lines) > _SHOWN_FAULTS:
        click.echo(f"comity: … and {len(lines) - _SHOWN_FAULTS} more", err=True)
    if isinstance(problem, TableFaults) and len(lines) > 1:
        click.echo(f"comity: {len(lines)} faults in the tables", err=True)


if __name__ == "__main__":
    main()
