"""The record, or a network of it, in the formats of other programs.

In: a record seen from a moment, a format and a path. Out: files. What does not belong here: how a
format is written (`comity.exports`).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from comity.exports import ExportChoices, Origin, format_for, make_edition
from comity.files import write_atomically, write_folder
from comity.knowledge.answers import Exported
from comity.knowledge.pictures import Pictures

if TYPE_CHECKING:
    from collections.abc import Collection

    from comity.exports import Edition, ExportFormat
    from comity.knowledge.standpoint import Day


class Exports(Pictures):
    """What can be handed on to other programs."""

    def export(
        self,
        path: str | Path,
        format: str | None = None,  # noqa: A002  (the word of the command line)
        *,
        as_of: Day | None = None,
        known_by: Day | None = None,
        certain: bool = False,
        network: str | None = None,
        graphs: Collection[str] = (),
        rdf: str = "1.1",
        spreadsheet_safe: bool = False,
    ) -> Exported:
        """Write the record, or a network of it, to a file or a folder.

        ::

            kg.export("comity.nq")
            kg.export("cooperation.gexf", network="cooperation")
            kg.export("tables", "csv", as_of="2023-10-02")

        Args:
            path: File to write. For CSV it is a folder, or an archive if it ends in `.zip`.
            format: Name of the format (`comity.exports.FORMATS`); by default the ending says it.
            as_of: Day to look at, for this export only.
            known_by: Day by which a thing must have been public, for this export only.
            certain: With `as_of`: only what certainly held, not all that may have.
            network: Kind of network, for GEXF, GraphML and node-link JSON; `all` unless given.
            graphs: Names of the named graphs that are wanted, for RDF; all unless given.
            rdf: `1.1`, or `1.2` for claims that reify triple terms.
            spreadsheet_safe: Put an apostrophe before cells of CSV that a spreadsheet would run.

        Raises:
            UnknownName: There is no such format, network or graph.
            ExportOptions: The path names no format, or an option does not fit the format.
            FormatMismatch: The format cannot hold RDF 1.2.
            BadDate: A day is not YYYY-MM-DD.
            MissingPart: Something that the format needs is not installed.
            WriteFailed: It could not be written; what was there before is unchanged.
        """
        choices = ExportChoices(network, tuple(graphs), rdf, spreadsheet_safe)
        graph = self._on(as_of, known_by)
        if certain:
            graph = graph.at(replace(graph.moment, certain=True))
        target = Path(path)
        edition = graph.edition(format_for(format, str(target)), choices)
        size = _write(edition, target)
        return Exported(target, edition.form.name, edition.counts, size)

    def edition(self, form: ExportFormat, choices: ExportChoices) -> Edition:
        """Return the record in a format, unwritten; errors are those of `export`."""
        manifest = self.manifest
        origin = Origin(manifest.version, manifest.date, manifest.sha256, self.moment)
        # a network opens what it needs: for most days, no store of the day
        store = self._whole.store if form.holds == "network" else self.store
        return make_edition(store, form, choices, origin, self.network)


def _write(edition: Edition, target: Path) -> int:
    if edition.form.is_one_file:
        write_atomically(target, edition.files[""])
        return edition.size
    from comity.exports.datapackage import DESCRIPTOR, to_archive  # noqa: PLC0415  (CSV alone)

    if target.suffix.lower() == ".zip":
        content = to_archive(edition.files)
        write_atomically(target, content)
        return len(content)
    write_folder(target, edition.files, mark=DESCRIPTOR)
    return edition.size
