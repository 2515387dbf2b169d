"""The magics `%sparql`, `%%sparql` and `%comity`.

In: lines and cells of a notebook. Out: DataFrames and pages; errors of Comity in one line. What
does not belong here: reading the line (`arguments`), and display (`links`).
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from IPython.core.magic import Magics, line_cell_magic, line_magic, magics_class, no_var_expand

from comity.errors import ComityError
from comity.knowledge import KnowledgeGraph, load
from comity.knowledge.standpoint import optional_day
from comity.notebook.arguments import Parser, moment_options, read_question, split
from comity.notebook.failures import CellFailed
from comity.queries.hints import hints
from comity.queries.named import named_queries
from comity.rdf.dates import Moment
from comity.store.connection import checked_address

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from IPython.core.interactiveshell import InteractiveShell

    from comity.knowledge import View
    from comity.notebook.arguments import Asked

_USUAL = "kg"
_ADDRESS = "COMITY_STORE"


@magics_class
class ComityMagics(Magics):
    """Questions to Comity from cells."""

    def __init__(self, shell: InteractiveShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._own: dict[str, KnowledgeGraph] = {}  # by address; the snapshot has none
        self._store: str | None = None
        self._usual = Moment()

    @no_var_expand
    @line_cell_magic
    def sparql(self, line: str, cell: str | None = None) -> pd.DataFrame | None:
        """Ask a SPARQL query or a named query, and get a DataFrame.

        ::

            %%sparql [--as-of DAY] [--known-by DAY] [--certain] [--ids]
                     [--kg NAME | --store URL] [VAR]
            SELECT ?n WHERE { ?n comity:memberOf organisation:copuos }

            %sparql --name artemis-signatories --as-of 2023-10-02
            members = %sparql --name members body=organisation/copuos --ids

        The graph is the one that --kg names, or a store elsewhere by its address (--store), or the
        notebook's `kg`, or else the store of COMITY_STORE, or the snapshot. With VAR the
        answer is put there, and not shown. Options may hold Python's variables: --as-of {day}.
        """
        asked = read_question(line, cell, self._shell.var_expand)
        try:
            frame = self._answer(asked)
        except ComityError as problem:
            raise CellFailed(problem, asked.text or "") from problem
        if asked.variable is None:
            return frame
        self._shell.push({asked.variable: frame})  # type: ignore[no-untyped-call]  # IPython's
        return None

    @line_magic
    def comity(self, line: str) -> pd.DataFrame | View | KnowledgeGraph:
        """Look around.

        ::

            %comity                        which graph is asked, and from where
            %comity at --as-of 2023-10-02  look from a day in the cells below
            %comity at --store URL         ask a store elsewhere in the cells below
            %comity at                     from today, and the usual graph, again
            %comity queries                the named queries with their parameters
            %comity search chang e 6       ids by names
            %comity view mission/change-6  what surrounds a thing; --depth N
        """
        words = split(line)
        command, rest = (words[0], words[1:]) if words else ("", [])
        forms: dict[str, Callable[[list[str]], pd.DataFrame | View | KnowledgeGraph]] = {
            "": self._tell,
            "at": self._look_from,
            "queries": self._queries,
            "search": self._search,
            "view": self._view,
        }
        if command not in forms:
            raise CellFailed(f"no form {command!r} of %comity; there are at, queries, search, view")
        try:
            return forms[command](rest)
        except ComityError as problem:
            raise CellFailed(problem) from problem

    def _answer(self, asked: Asked) -> pd.DataFrame:
        graph = self._graph(asked)
        if asked.name is not None:
            graph, text = graph.question(asked.name, asked.parameters)
        else:
            graph, text = graph.addressed(asked.text or "")
        frame = graph.query(text, ids=asked.ids)
        if frame.empty:
            for hint in hints(graph.store, text):
                print(f"note: no rows; {hint}", file=sys.stderr)  # noqa: T201  (to the notebook)
        return frame

    def _graph(self, options: Any) -> KnowledgeGraph:
        """Return the graph that is asked, from the moment that the options say."""
        graph = self._asked(options.kg, options.store)
        before = graph.moment if graph.moment != Moment() else self._usual
        moment = Moment(
            optional_day(options.as_of) or before.as_of,
            optional_day(options.known_by) or before.known_by,
            options.certain or before.certain,
        )
        if options.certain and moment.as_of is None:
            raise CellFailed("--certain needs --as-of DAY")
        return graph if moment == graph.moment else graph.at(moment)

    def _asked(self, name: str | None, store: str | None) -> KnowledgeGraph:
        if name is not None and store is not None:
            raise CellFailed("give either --kg or --store, not both")
        store = store or (self._store if name is None else None)
        return self._named(name) if store is None else self._at(checked_address(store))

    def _at(self, store: str) -> KnowledgeGraph:
        """Return the graph of a store elsewhere, or the snapshot's where there is no address."""
        if store not in self._own:
            self._own[store] = load(store or None)
        return self._own[store]

    def _named(self, name: str | None) -> KnowledgeGraph:
        found = self._shell.user_ns.get(name or _USUAL)
        if isinstance(found, KnowledgeGraph):
            return found
        if name is not None:
            what = "is not there" if found is None else f"is a {type(found).__name__}"
            raise CellFailed(f"--kg: the variable {name!r} {what}; assign comity.load() to it")
        return self._at(os.environ.get(_ADDRESS, ""))

    def _tell(self, _words: list[str]) -> KnowledgeGraph:
        return self._graph(_options("%comity", []))

    def _look_from(self, words: list[str]) -> KnowledgeGraph:
        options = _options("%comity at", words)
        as_of, known_by = optional_day(options.as_of), optional_day(options.known_by)
        if options.certain and as_of is None:
            raise CellFailed("--certain needs --as-of DAY")
        if options.store is not None:
            self._asked(options.kg, options.store)
            self._store = options.store
        elif not words:
            self._store = None
        self._usual = Moment(as_of, known_by, options.certain)
        return self._tell([])

    def _queries(self, _words: list[str]) -> pd.DataFrame:
        import pandas as pd  # noqa: PLC0415  (slow to import)

        return pd.DataFrame(
            {
                "name": query.name,
                "question": query.question,
                "parameters": ", ".join(
                    f"{each.name}={each.default or '…'}" for each in query.parameters
                ),
            }
            for query in named_queries().values()
        ).set_index("name")

    def _search(self, words: list[str]) -> pd.DataFrame:
        graph = self._graph(_options("%comity search", []))
        frame = graph.search(" ".join(words))
        frame.attrs["comity"] = graph.provenance
        return frame

    def _view(self, words: list[str]) -> View:
        parser = Parser(prog="%comity view", add_help=False, allow_abbrev=False)
        moment_options(parser)
        parser.add_argument("--depth", type=int, default=1, help="how many ties away")
        parser.add_argument("things", nargs="+", metavar="ENTITY")
        options = parser.parse_intermixed_args(words)
        return self._graph(options).view(*options.things, depth=options.depth)


def _options(prog: str, words: list[str]) -> Any:
    parser = Parser(prog=prog, add_help=False, allow_abbrev=False)
    moment_options(parser)
    return parser.parse_args(words)
