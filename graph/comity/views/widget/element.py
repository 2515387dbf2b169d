"""The widget: an anywidget whose day and choice Python and the reader share.

In: what the front end draws, and who answers for what is chosen. Out: an object that Jupyter shows,
with `selection`, `as_of`, `claims` and `things`. What does not belong here: what is drawn
(`payload`) and how (`graph/explorer/src/widget`).

This module needs anywidget, an extra; so it is imported only when a widget is asked for.
"""

from __future__ import annotations

import difflib
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from comity.errors import MissingPart, UnknownName
from comity.rdf.dates import parse_day
from comity.views.atlas.page import built_part

try:
    import traitlets
    from anywidget import AnyWidget
except ImportError as problem:
    raise MissingPart("the widget", "comity[widget]") from problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd


class Answering(Protocol):
    """Who answers for what is chosen: the knowledge graph."""

    def claims_of(self, chosen: Sequence[str], day: date | None) -> pd.DataFrame:
        """Return the claims about some things, and some claims, on a day or of all times."""
        ...

    def things_of(self, chosen: Sequence[str], day: date | None) -> pd.DataFrame:
        """Return some things, one a row, as on a day or of all times."""
        ...


class DayText(traitlets.Unicode[str, Any]):
    """A day as YYYY-MM-DD, set as such a text, as a date, or as None or "" for all times."""

    def validate(self, obj: Any, value: Any) -> str:
        """Return the day as a text.

        Raises:
            BadDate: The text is not YYYY-MM-DD.
        """
        if isinstance(value, date):
            return f"{value:%Y-%m-%d}"
        text = str(super().validate(obj, "" if value is None else value))
        return parse_day(text).isoformat() if text else ""


class Explorer(AnyWidget):
    """A picture of a neighbourhood in Jupyter.

    Both sides see what the other does: whoever clicks a thing changes `selection`, and whoever
    sets `selection` in Python sees it in the picture; likewise with the slider and `as_of`.
    `observe` calls a function at each change.

    Attributes:
        selection: Ids of the things and claims that are chosen, such as `nation/chn`.
        as_of: Day that is shown, `YYYY-MM-DD`; empty for all times.
        picture: What is drawn; not to be changed.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    picture = traitlets.Dict(read_only=True).tag(sync=True)
    selection = traitlets.List(traitlets.Unicode()).tag(sync=True)
    as_of = DayText("").tag(sync=True)

    def __init__(
        self, picture: dict[str, Any], answering: Answering, day: date | None = None
    ) -> None:
        """Make the widget.

        Args:
            picture: What `comity.views.widget.payload.widget_payload` returns.
            answering: Who answers for what is chosen.
            day: Day that is shown at first; None for all times.

        Raises:
            MissingPart: The front end is not built.
        """
        self._answering = answering
        self._ids = {thing["id"] for thing in picture["things"]}
        self._ids |= {claim["id"] for tie in picture["ties"] for claim in tie["claims"]}
        super().__init__(_esm=built_part("widget.js", "the widget"))
        self.set_trait("picture", picture)
        self.as_of = day

    @property
    def day(self) -> date | None:
        """The day that is shown; None for all times."""
        return date.fromisoformat(self.as_of) if self.as_of else None

    @property
    def claims(self) -> pd.DataFrame:
        """The claims about what is chosen, on the day that is shown; columns as of `kg.claims`."""
        return self._answering.claims_of(self.selection, self.day)

    @property
    def things(self) -> pd.DataFrame:
        """The things that are chosen, as on the day that is shown.

        Columns `id`, `kind`, `label`, `description`, `since`, `until`, `ties` and `votes`.
        """
        return self._answering.things_of(self.selection, self.day)

    @traitlets.validate("selection")
    def _known(self, proposal: dict[str, Any]) -> list[str]:
        """Return the ids without repetitions, if all of them are in the picture.

        Raises:
            UnknownName: An id is not in the picture; the nearest are offered.
        """
        chosen = list(dict.fromkeys(proposal["value"]))
        for name in chosen:
            if name not in self._ids:
                near = difflib.get_close_matches(name, sorted(self._ids), 3)
                raise UnknownName("thing or claim in the picture", name, near)
        return chosen

    def __repr__(self) -> str:
        day = f" as of {self.as_of}" if self.as_of else ""
        return f"<Explorer of {self.picture['title']}{day}: {len(self.selection)} chosen>"
