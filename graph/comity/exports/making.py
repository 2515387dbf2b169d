"""One way to make any export.

In: a store, a network when one is asked for, and options. Out: an `Edition`. What does not belong
here: where it is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity import resources
from comity.errors import ExportOptions
from comity.exports.editions import Edition
from comity.exports.formats import FORMATS
from comity.exports.reifying import to_rdf12
from comity.memory import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from comity.exports.editions import Origin
    from comity.exports.formats import ExportFormat
    from comity.rdf.engine import Engine

RDF_VERSIONS: Final = ("1.1", "1.2")
CONTEXT: Final = "context.jsonld"


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What else may be asked of an export; each choice fits some formats only.

    Attributes:
        network: Kind of network; `all` unless given.
        graphs: Names of the graphs that are wanted; all unless given.
        rdf: Version of RDF.
        spreadsheet_safe: Whether cells are made harmless to spreadsheets.
    """

    network: str | None = None
    graphs: tuple[str, ...] = ()
    rdf: str = "1.1"
    spreadsheet_safe: bool = False

    def check(self, form: ExportFormat) -> None:
        """Return when the choices fit a format.

        Raises:
            ExportOptions: One of them does not.
        """
        for chosen, words, holds in (
            (self.network is not None, "a network", "network"),
            (bool(self.graphs), "a choice of graphs", "dataset"),
            (self.rdf != "1.1", f"RDF {self.rdf}", "dataset"),
            (self.spreadsheet_safe, "spreadsheet-safe", "tables"),
        ):
            if chosen and form.holds != holds:
                able = ", ".join(each.name for each in FORMATS.values() if each.holds == holds)
                raise ExportOptions(f"{words} does not go with {form.name}", able)
        if self.rdf not in RDF_VERSIONS:
            raise ExportOptions(f"there is no RDF {self.rdf}", " or ".join(RDF_VERSIONS))


@collector_paused()
def make_edition(
    store: Engine,
    form: ExportFormat,
    choices: ExportChoices,
    origin: Origin,
    network: Callable[[str], nx.MultiDiGraph[str]],
) -> Edition:
    """Return the record in a format.

    Args:
        store: The record, as of the moment asked for.
        form: The format.
        choices: What else is asked for.
        origin: Which release this is.
        network: Gives a named network of the same record.

    Raises:
        ExportOptions: A choice does not fit the format.
        FormatMismatch: The format cannot hold RDF 1.2.
        UnknownName: There is no graph or network of a name.
        MissingPart: Something that the format needs is not installed.
    """
    choices.check(form)
    match form.holds:
        case "network":
            return _network(network(choices.network or "all"), form, origin)
        case "tables":
            return _tables(store, form, choices, origin)
        case "statements":
            return _statements(store, form, origin)
        case "dataset":
            return _dataset(store, form, choices)


def _dataset(store: Engine, form: ExportFormat, choices: ExportChoices) -> Edition:
    from comity.exports.dataset import expect_rdf12, read_quads, to_bytes  # noqa: PLC0415  (only what is asked for)

    if choices.rdf == "1.2":
        expect_rdf12(form)
    quads = read_quads(store, choices.graphs)
    if form.name == "jsonld":
        from comity.exports.jsonld import read_context, to_jsonld  # noqa: PLC0415

        content = to_jsonld(quads, read_context(resources.ontology_folder() / CONTEXT))
        return Edition(form, {"": content}, {"statements": len(quads)})
    content, count = to_bytes(to_rdf12(quads) if choices.rdf == "1.2" else quads, form)
    return Edition(form, {"": content}, {"statements": count})


def _network(graph: nx.MultiDiGraph[str], form: ExportFormat, origin: Origin) -> Edition:
    from comity.exports.networks import to_bytes  # noqa: PLC0415  (networkx is slow to import)

    counts = {"nodes": len(graph), "edges": graph.size()}
    return Edition(form, {"": to_bytes(graph, form, origin)}, counts)


def _tables(store: Engine, form: ExportFormat, choices: ExportChoices, origin: Origin) -> Edition:
    from comity.exports.datapackage import to_files  # noqa: PLC0415  (only what is asked for)
    from comity.exports.records import read_records  # noqa: PLC0415
    from comity.exports.tables import table_rows  # noqa: PLC0415

    rows = table_rows(read_records(store))
    files = to_files(rows, origin, spreadsheet_safe=choices.spreadsheet_safe)
    return Edition(form, files, {"tables": len(rows), "rows": sum(map(len, rows.values()))})


def _statements(store: Engine, form: ExportFormat, origin: Origin) -> Edition:
    from comity.exports.records import read_records  # noqa: PLC0415  (only what is asked for)
    from comity.exports.statements import to_parquet  # noqa: PLC0415

    content, rows = to_parquet(read_records(store), origin)
    return Edition(form, {"": content}, {"rows": rows})
