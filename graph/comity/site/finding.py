"""The search of a site: a script, and the names that it finds.

In: a graph, and which pages there are. Out: two scripts by names of files. What does not belong
here: what fits some words, and how it is shown (`graph/explorer/src/site`).

The names are a script rather than data, so that a page on a disk may load them; it is loaded when
somebody begins to search.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from comity.queries.search import read_names
from comity.site.places import file_of
from comity.views.atlas.page import built_part
from comity.views.palette import KINDS
from comity.views.wording import readable

if TYPE_CHECKING:
    from collections.abc import Container

    from comity.rdf.engine import Engine

SCRIPT: Final = "static/find.js"
NAMES: Final = "static/names.js"


def search_script() -> bytes:
    """Return the script that finds.

    Raises:
        MissingPart: The front end is not built.
    """
    return built_part("find.js", "the search of a site").encode()


def names_script(store: Engine, pages: Container[str]) -> bytes:
    """Return the script with the names of all things that have a page.

    Args:
        store: Where the things are.
        pages: Names of files.
    """
    names, labels = read_names(store)
    of: dict[str, set[str]] = {}
    for id_, name in names:
        of.setdefault(id_, set()).add(" ".join(readable(name).split()))
    lines = []
    for id_, label in sorted(labels.items()):
        if file_of(f"/id/{id_}") in pages:
            first = " ".join(readable(label).split())
            lines.append("\t".join([id_, first, *sorted(of[id_] - {first, id_})]))
    index = {
        "kinds": {kind: look.one for kind, look in KINDS.items()},
        "things": "\n".join(lines),
    }
    return f"comityNames({json.dumps(index, ensure_ascii=False)});\n".encode()
