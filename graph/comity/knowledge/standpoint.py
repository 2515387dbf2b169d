"""A record, looked at from a moment.

In: a record and, if wanted, a day. Out: the store that shows it, and the same record from other
moments. What does not belong here: questions.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from comity.knowledge.naming import resolve
from comity.rdf.dates import Moment, parse_day

if TYPE_CHECKING:
    from typing import Self

    from comity.knowledge.records import Record
    from comity.rdf.engine import Engine
    from comity.store import Manifest, Snapshot

ALWAYS = Moment()
Day = str | date


class Standpoint:
    """A record, all of it or what of it a moment shows."""

    def __init__(self, record: Record, moment: Moment = ALWAYS, whole: Self | None = None) -> None:
        self._record = record
        self._moment = moment
        self._store: Engine | None = None
        if moment == ALWAYS:
            self._whole = self
        else:
            self._whole = whole or type(self)(record)

    @property
    def store(self) -> Engine:
        """The read-only store; opened when first used."""
        if self._store is None:
            self._store = self._record.engine(self._moment)
        return self._store

    @property
    def is_prepared(self) -> bool:
        """Whether the store is had at once; making one takes seconds."""
        return self._store is not None or self._record.is_prepared(self._moment)

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot and its manifest."""
        return self._record.snapshot

    @property
    def manifest(self) -> Manifest:
        """What the release holds."""
        return self._record.manifest

    @property
    def moment(self) -> Moment:
        """The moment looked from."""
        return self._moment

    @property
    def today(self) -> date:
        """The day of the release, which stands for today."""
        return date.fromisoformat(self.manifest.date)

    @property
    def day(self) -> date:
        """The day looked at: the one chosen by `as_of`, else the day of the release."""
        return self._moment.as_of or self.today

    @property
    def provenance(self) -> dict[str, str | bool]:
        """From which release, and looked at from where, an answer is; for programs."""
        moment = self._moment
        return {
            "release": self.manifest.date,
            "snapshot": self.manifest.sha256,
            **({"as_of": moment.as_of.isoformat()} if moment.as_of else {}),
            **({"known_by": moment.known_by.isoformat()} if moment.known_by else {}),
            **({"certain": True} if moment.certain else {}),
        }

    def at(self, moment: Moment) -> Self:
        """Return the graph as it looks from a moment; one that is there is not opened again."""
        if moment == self._moment:
            return self
        if moment == ALWAYS:
            return self._whole
        return type(self)(self._record, moment, self._whole)

    def as_of(self, day: Day | None, *, certain: bool = False) -> Self:
        """Return the graph as it stood on a day; None gives all claims again.

        Args:
            day: The day, as a date or as `YYYY-MM-DD`.
            certain: Show only what certainly held on the day. By default, what the record does not
                exclude is shown: a claim dated only 2024 from 2024-01-01, and certain from
                2024-12-31.

        Raises:
            BadDate: The text is not YYYY-MM-DD.
        """
        return self.at(Moment(optional_day(day), self._moment.known_by, certain))

    def known_by(self, day: Day | None) -> Self:
        """Return the graph of what was public by a day; None gives all that is known again.

        Left out are claims, attestations and sources that were not certainly public by then.
        Verdicts rest on the sources that are left.

        Raises:
            BadDate: The text is not YYYY-MM-DD.
        """
        return self.at(replace(self._moment, known_by=optional_day(day)))

    @property
    def here(self) -> Self:
        """The same graph, whose questions in SPARQL are evaluated in this process.

        A store elsewhere then gives only the statements that a question can touch; so its own
        evaluation can be checked, or done without where it is wrong. Of a snapshot all questions
        are evaluated here already.
        """
        record = self._record.here
        return self if record == self._record else type(self)(record, self._moment)

    def resolve(self, text: str) -> str:
        """Return the id under which a thing stands today; merged ids are followed.

        Args:
            text: An id, or the same thing as an IRI or with a prefix (`nation:chn`).

        Raises:
            BadIdentifier: The text is not an id of a thing.
            UnknownName: Nothing has that id; the nearest ids are offered.
        """
        return resolve(self.store, text)

    def _on(self, day: Day | None, known_by: Day | None = None) -> Self:
        """Return the graph on a day, for one question; None leaves it as it is."""
        graph = self.as_of(day, certain=self._moment.certain) if day else self
        return graph.known_by(known_by) if known_by else graph


def optional_day(day: Day | None) -> date | None:
    """Return a day as `whole_day` does, or None for none.

    Raises:
        BadDate: The text is not YYYY-MM-DD.
    """
    return None if day is None else whole_day(day)


def whole_day(day: Day) -> date:
    """Return a day from a text, a date, or a moment such as a pandas Timestamp.

    Raises:
        BadDate: The text is not YYYY-MM-DD.
    """
    if isinstance(day, str):
        return parse_day(day)
    return day.date() if isinstance(day, datetime) else day
