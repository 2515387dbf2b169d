"""The record in the formats that other programs read.

In: a store, or a network made from it. Out: the bytes of one or several files, the same for the
same input. What does not belong here: results of queries (`comity.queries.formats`), pages
(`comity.views`), and where files are written (`comity.files`).
"""

from comity.exports.editions import Edition, Origin
from comity.exports.formats import FORMATS, ExportFormat, format_for
from comity.exports.making import RDF_VERSIONS, ExportChoices, make_edition

__all__ = [
    "FORMATS",
    "RDF_VERSIONS",
    "Edition",
    "ExportChoices",
    "ExportFormat",
    "Origin",
    "format_for",
    "make_edition",
]
