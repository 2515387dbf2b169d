"""What an export gives, and what it says of its origin.

In and out: values. What does not belong here: how any of them is made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from comity.rdf.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comity.exports.formats import ExportFormat
    from comity.rdf.dates import Moment

LICENCE: Final = "CC-BY-4.0"
LICENCE_TITLE: Final = "Creative Commons Attribution 4.0 International"
LICENCE_URL: Final = "https://creativecommons.org/licenses/by/4.0/"
HOME: Final = BASE


@dataclass(frozen=True, slots=True)
class Origin:
    """Which release an export shows, and from where it is looked at.

    Attributes:
        version: Version of the package that built the snapshot.
        date: Day of the release.
        sha256: Hash of the snapshot's quads.
        moment: The moment looked from.
    """

    version: str
    date: str
    sha256: str
    moment: Moment

    @property
    def day(self) -> str:
        """The day looked at: the one asked for, else the day of the release."""
        return str(self.moment.as_of or self.date)

    @property
    def words(self) -> str:
        """What is shown, in words."""
        parts = [f"release of {self.date}"]
        if self.moment.as_of:
            certain = ", only what certainly held" if self.moment.certain else ""
            parts.append(f"as of {self.moment.as_of}{certain}")
        if self.moment.known_by:
            parts.append(f"known by {self.moment.known_by}")
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Edition:
    """The record in one format.

    Attributes:
        form: The format.
        files: Content by name of file; a single file has an empty name.
        counts: How many of what it holds, such as quads or rows.
    """

    form: ExportFormat
    files: Mapping[str, bytes] = field(repr=False)
    counts: Mapping[str, int]

    @property
    def size(self) -> int:
        """Number of bytes of all files together."""
        return sum(map(len, self.files.values()))
