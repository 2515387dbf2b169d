"""Tables as a data package: CSV files and the `datapackage.json` that describes them.

In: rows. Out: files by name, the same bytes for the same rows. What does not belong here: which
rows there are (`tables`) and where files are written (`comity.files`).
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any, Final

from comity.exports.editions import HOME, LICENCE, LICENCE_TITLE, LICENCE_URL
from comity.exports.schema import TABLES
from comity.queries.spreadsheets import harmless_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.exports.editions import Origin
    from comity.exports.schema import Column, Table
    from comity.exports.tables import Row

DESCRIPTOR: Final = "datapackage.json"
PARTIAL: Final = r"\d{4}(-\d{2}(-\d{2})?)?"
_EARLIEST_ZIP: Final = (1980, 1, 1, 0, 0, 0)


def to_files(
    rows: Mapping[str, Sequence[Row]], origin: Origin, *, spreadsheet_safe: bool = False
) -> dict[str, bytes]:
    """Return the files of a data package by name.

    Args:
        rows: The rows of each table.
        origin: Which release they show.
        spreadsheet_safe: Whether cells are made harmless to spreadsheets, see
            `comity.queries.spreadsheets`.
    """
    files = {f"{name}.csv": _csv(TABLES[name], rows[name], spreadsheet_safe) for name in TABLES}
    resources = [_resource(TABLES[name], files[f"{name}.csv"], len(rows[name])) for name in TABLES]
    described = _package(origin, resources, spreadsheet_safe=spreadsheet_safe)
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    return {DESCRIPTOR: text.encode("utf-8"), **files}


def to_archive(files: Mapping[str, bytes]) -> bytes:
    """Return files as one ZIP archive that carries no times of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EARLIEST_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def _csv(table: Table, rows: Sequence[Row], spreadsheet_safe: bool) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")  # by RFC 4180; and so lone \r are quoted
    writer.writerow([column.name for column in table.columns])
    writer.writerows(map(harmless_row, rows) if spreadsheet_safe else rows)
    return buffer.getvalue().encode("utf-8")


def _package(
    origin: Origin, resources: Sequence[Mapping[str, Any]], *, spreadsheet_safe: bool
) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "comity",
        "id": f"{HOME}graph/claims",
        "title": "Comity: an open knowledge graph of space diplomacy",
        "description": f"Claims with sources, dates and verdicts; {origin.words}.",
        "version": origin.version,
        "homepage": HOME,
        "licenses": [{"name": LICENCE, "title": LICENCE_TITLE, "path": LICENCE_URL}],
        "sources": [
            {
                "title": f"Snapshot of {origin.date}, SHA-256 {origin.sha256}",
                "path": HOME,
            }
        ],
        "comity": {
            "release": origin.date,
            "asOf": str(origin.moment.as_of) if origin.moment.as_of else None,
            "knownBy": str(origin.moment.known_by) if origin.moment.known_by else None,
            "certain": origin.moment.certain,
            "snapshot": origin.sha256,
            "spreadsheetSafe": spreadsheet_safe,
        },
        "resources": resources,
    }


def _resource(table: Table, content: bytes, rows: int) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
            "lineTerminator": "\r\n",
        },
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": rows,
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                _foreign_key(table, column) for column in table.columns if column.refers
            ],
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "description": column.meaning}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    match column.type:
        case "partial":
            field["type"] = "string"
            constraints["pattern"] = PARTIAL
        case "uri":
            field |= {"type": "string", "format": "uri"}
        case kind:
            field["type"] = kind
    return {**field, "constraints": constraints} if constraints else field


def _foreign_key(table: Table, column: Column) -> dict[str, Any]:
    other, field = column.refers or ("", "")
    resource = "" if other == table.name else other  # an empty name is the table itself
    return {"fields": [column.name], "reference": {"resource": resource, "fields": [field]}}
