"""SPARQL files with a header of comments.

In: the path of a `.rq` file that begins with lines such as `# title: …`. Out: its header and its
text. Rules, checks and named queries are such files. What does not belong here: what the header
means to each of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_ENTRY = re.compile(r"#\s*([a-z-]+):\s*(.*)")


@dataclass(frozen=True, slots=True)
class QueryFile:
    """A SPARQL text with what its header says.

    Attributes:
        name: Name of the file without its ending, and without a leading number.
        header: For each key, its values in the order of the file.
        text: The whole text, header included, so that line numbers stay true.
    """

    name: str
    header: Mapping[str, Sequence[str]]
    text: str

    def word(self, key: str) -> str:
        """Return the one value of a key.

        Raises:
            Unreadable: The header does not have the key exactly once.
        """
        values = self.header.get(key, ())
        if len(values) != 1:
            raise Unreadable(f"{self.name}.rq", f"its header needs one line `# {key}: …`")
        return values[0]


def read_query_file(path: Path) -> QueryFile:
    """Return the header and the text of a file.

    Raises:
        Unreadable: The file cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise Unreadable(path, str(problem)) from problem
    header: dict[str, list[str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry:
            header.setdefault(entry[1], []).append(entry[2])
    return QueryFile(re.sub(r"^\d+-", "", path.stem), header, text)


def read_query_files(folder: Path) -> list[QueryFile]:
    """Return all files of a folder that end in `.rq`, in the order of their names.

    Raises:
        Unreadable: The folder has none, or one of them cannot be read.
    """
    files = [read_query_file(path) for path in sorted(folder.glob("*.rq"))]
    if not files:
        raise Unreadable(folder, "no .rq files here; reinstall the package")
    return files
