"""Which formats there are.

In: the name of a format or of a file. Out: what the format holds and how it is kept. What does not
belong here: how it is written.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Literal

from comity.errors import ExportOptions, UnknownName

if TYPE_CHECKING:
    from collections.abc import Mapping

Holding = Literal["dataset", "network", "tables", "statements"]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format of an export.

    Attributes:
        name: Its name in options.
        suffixes: Endings of its files; the usual one first.
        holds: Whether it holds RDF statements, a network, tables, or the one statement table.
        graphs: Whether it keeps named graphs apart.
        rdf12: Whether it can hold triple terms of RDF 1.2.
    """

    name: str
    suffixes: tuple[str, ...]
    holds: Holding
    graphs: bool = False
    rdf12: bool = False

    @property
    def is_one_file(self) -> bool:
        """Whether it is a single file; otherwise it is a folder or an archive."""
        return self.holds != "tables"


FORMATS: Final[Mapping[str, ExportFormat]] = {
    form.name: form
    for form in (
        ExportFormat("turtle", (".ttl",), "dataset", rdf12=True),
        ExportFormat("trig", (".trig",), "dataset", graphs=True, rdf12=True),
        ExportFormat("ntriples", (".nt",), "dataset", rdf12=True),
        ExportFormat("nquads", (".nq",), "dataset", graphs=True, rdf12=True),
        ExportFormat("jsonld", (".jsonld",), "dataset", graphs=True),
        ExportFormat("rdfxml", (".rdf",), "dataset"),
        ExportFormat("graphml", (".graphml",), "network"),
        ExportFormat("gexf", (".gexf",), "network"),
        ExportFormat("node-link", (".json",), "network"),
        ExportFormat("csv", (".zip",), "tables"),
        ExportFormat("parquet", (".parquet",), "statements"),
    )
}


def format_for(name: str | None, target: str) -> ExportFormat:
    """Return the format of a name or, without one, of the ending of a file.

    >>> format_for(None, "out/network.gexf").name
    'gexf'

    Raises:
        UnknownName: There is no format of that name.
        ExportOptions: No name is given, and the ending says nothing.
    """
    if name is None:
        suffix = PurePath(target).suffix.lower()
        for form in FORMATS.values():
            if suffix in form.suffixes:
                return form
        raise ExportOptions(
            f"the ending of {target!r} names no format", f"--format {'|'.join(FORMATS)}"
        )
    if name not in FORMATS:
        nearest = difflib.get_close_matches(name, FORMATS, n=1)
        raise UnknownName("format", name, nearest, f"choose one of {', '.join(FORMATS)}")
    return FORMATS[name]
