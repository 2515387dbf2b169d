"""Tables in which ids are links.

In: a DataFrame. Out: the HTML that pandas shows for it, with a link on each cell that is an id or
IRI of Comity. The DataFrame stays as it is. What does not belong here: which tables are shown so.

pandas escapes what stands in cells, so nothing that a cell says can become a link or a tag; links
are put around whole cells that pandas has written.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

import pandas as pd

from comity.errors import BadIdentifier
from comity.rdf.namespaces import ID, iri

if TYPE_CHECKING:
    from re import Match

_CELL: Final = re.compile(r"<(t[dh])([^>]*)>([^<]*)</\1>")
_WIDTH: Final = "display.max_colwidth"


def linked_html(frame: pd.DataFrame) -> str | None:
    """Return the HTML of a DataFrame, with links; None when pandas would show none.

    Long texts are cut as pandas cuts them; ids are not, since a part of one leads nowhere.
    """
    width: int | None = pd.get_option(_WIDTH)
    with pd.option_context(_WIDTH, None):
        shown: str | None = frame._repr_html_()  # type: ignore[operator]  # pandas' own display
    if shown is None:
        return None

    def cell(match: Match[str]) -> str:
        tag, attributes, content = match.groups()
        text = html.unescape(content)
        address = address_of(text)
        if address:
            inner = f'<a href="{html.escape(address)}" target="_blank" rel="noopener">{content}</a>'
        elif width is not None and len(text) > width:
            inner = html.escape(f"{text[: width - 4]}...")  # one place is pandas' leading blank
        else:
            inner = content
        return f"<{tag}{attributes}>{inner}</{tag}>"

    return _CELL.sub(cell, shown)


def address_of(text: str) -> str | None:
    """Return the address of the thing that a text names as an id or IRI; None for other texts.

    >>> address_of("nation/chn")
    'https://w3id.org/comity/id/nation/chn'
    >>> address_of("nation/chn and others") is None
    True
    """
    try:
        return iri(text.removeprefix(ID)).value
    except BadIdentifier:
        return None
