"""What stands on the line of a magic.

In: the text of the line, and whether a cell follows. Out: options, parameters, the name of a
variable and the query. What does not belong here: answering.
"""

from __future__ import annotations

import argparse
import keyword
import re
import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NoReturn

from comity.notebook.failures import CellFailed

if TYPE_CHECKING:
    from collections.abc import Callable

_QUERY: Final = re.compile(
    r"(?:^|(?<=\s))(?:SELECT|ASK|CONSTRUCT|DESCRIBE|PREFIX|BASE)\s.*", re.IGNORECASE | re.DOTALL
)


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong, with the usage."""
        raise CellFailed(f"{message}; {' '.join(self.format_usage().split())}")


def moment_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say from where the record is looked at."""
    parser.add_argument("--as-of", metavar="DAY", help="show what held on this day (YYYY-MM-DD)")
    parser.add_argument("--known-by", metavar="DAY", help="leave out what was public only later")
    parser.add_argument("--certain", action="store_true", help="only what certainly held")
    parser.add_argument("--kg", metavar="NAME", help="variable of the graph to ask, if not kg")
    parser.add_argument("--store", metavar="URL", help="ask a store elsewhere, by its address")


def _sparql_parser() -> Parser:
    parser = Parser(prog="%%sparql", add_help=False, allow_abbrev=False)
    moment_options(parser)
    parser.add_argument("--ids", action="store_true", help="shorten IRIs to ids")
    parser.add_argument("--name", metavar="QUERY", help="ask a named query")
    parser.add_argument("words", nargs="*", metavar="VAR | KEY=VALUE", help="variable to assign")
    return parser


SPARQL: Final = _sparql_parser()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a cell.

    Attributes:
        text: The query; None for a named one.
        name: Name of a named query.
        parameters: Its parameters.
        variable: Variable that takes the answer, if one is named.
        ids: Whether IRIs are shortened.
        as_of: Day asked for, as written.
        known_by: Day by which it must have been public, as written.
        certain: Whether only what certainly held is wanted.
        kg: Name of the variable with the graph.
        store: Address of a store elsewhere.
    """

    text: str | None
    name: str | None = None
    parameters: dict[str, str] = field(default_factory=dict)
    variable: str | None = None
    ids: bool = False
    as_of: str | None = None
    known_by: str | None = None
    certain: bool = False
    kg: str | None = None
    store: str | None = None


def read_question(line: str, cell: str | None, expand: Callable[[str], str]) -> Asked:
    """Return the question of a line and the cell below it.

    Args:
        line: What stands after the name of the magic.
        cell: The lines below, or None for a magic of one line, whose line may hold the query.
        expand: Puts the values of Python's variables into options written `{day}` or `$day`.

    Raises:
        CellFailed: The line is no question.
    """
    text = cell
    if cell is None and (found := _QUERY.search(line)):
        line, text = line[: found.start()], found[0]
    given = SPARQL.parse_intermixed_args(split(expand(line)))
    parameters: dict[str, str] = {}
    variables = []
    for word in given.words:
        key, equals, value = word.partition("=")
        if not equals:
            variables.append(word)
        elif key in parameters:
            raise CellFailed(f"parameter {key!r} is given twice")
        else:
            parameters[key] = value
    if given.name and text and text.strip():
        raise CellFailed("give either --name or a query, not both")
    if not given.name and parameters:
        raise CellFailed(f"{given.words[0]!r} is for a named query; add --name QUERY")
    if not given.name and not (text and text.strip()):
        raise CellFailed("no query: write it below %%sparql, after %sparql, or give --name QUERY")
    if len(variables) > 1:
        raise CellFailed(f"one variable takes the answer, not {', '.join(variables)}")
    for name in variables:
        if not name.isidentifier() or keyword.iskeyword(name):
            raise CellFailed(f"{name!r} cannot name a variable")
    return Asked(
        text=None if given.name else text,
        name=given.name,
        parameters=parameters,
        variable=variables[0] if variables else None,
        ids=given.ids,
        as_of=given.as_of,
        known_by=given.known_by,
        certain=given.certain,
        kg=given.kg,
        store=given.store,
    )


def split(line: str) -> list[str]:
    """Return the words of a line; quotes hold words together.

    Raises:
        CellFailed: A quote is not closed.
    """
    try:
        return shlex.split(line, comments=True)
    except ValueError as problem:
        raise CellFailed(f"{line.strip()}: {problem}") from problem
