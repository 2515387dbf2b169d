"""What the record showed on a day of the states and an accord that they may join.

In: a `History`, an accord and a day. Out: a `Situation`: who had joined, and who was tied to whom,
through what, by which claims. What does not belong here: how ties are found (`gathering`), and
numbers made of them (`features`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from comity.analysis.ties import finer_relations
from comity.networks import gathering
from comity.networks.gathering import FEW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comity.networks.gathering import Claims, Ties
    from comity.networks.history import Entry, History

_JOINING: Final = finer_relations("member_of")


@dataclass(frozen=True, slots=True)
class Accord:
    """An accord whose joining is forecast.

    Attributes:
        id: Its id.
        openers: The states that opened it to others: those to whom a state is near or far before
            anybody has joined. They are named here, not learned.
        rival: Id of the accord or body of the other coalition; None without one.
    """

    id: str
    openers: tuple[str, ...] = ()
    rival: str | None = None


ACCORDS: Final[Mapping[str, Accord]] = {
    accord.id: accord
    for accord in (
        Accord("accord/artemis-accords", ("nation/usa",), "organisation/ilrs"),
        Accord("organisation/ilrs", ("nation/chn", "nation/rus"), "accord/artemis-accords"),
    )
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What the record showed on a day.

    Attributes:
        accord: The accord.
        day: The day.
        states: Ids of the states that existed, sorted.
        joined: The states that had joined, each with the claims; the openers before anybody had.
        founders: Those that joined on its first day; the openers before it.
        opened: Its first day; None before it.
        rival: The states with a standing in the rival, each with the claims.
        bodies: By body, its states, each with the claims.
        ties: By projection (`agreements`, `crews`, `craft`, `instruments`), who is tied to whom.
        agreement: By state, how far its votes agree with the founders', from 0 to 1.
        last_votes: By state, the claims of its votes in the roll call that came last.
        standings: By accord, body or programme, its states, each with the claims.
        acting: By state, the claims that show its agencies at work.
        limits: By state, the claims that limit dealings with it.
        owned: By state, the claims that it owns a satellite.
    """

    accord: Accord
    day: date
    states: tuple[str, ...]
    joined: Mapping[str, Claims]
    founders: frozenset[str]
    opened: date | None
    rival: Mapping[str, Claims]
    bodies: Mapping[str, Mapping[str, Claims]]
    ties: Mapping[str, Ties]
    agreement: Mapping[str, float]
    last_votes: Mapping[str, Claims]
    standings: Mapping[str, Mapping[str, Claims]]
    acting: Mapping[str, Claims]
    limits: Mapping[str, Claims]
    owned: Mapping[str, Claims]

    @property
    def at_risk(self) -> tuple[str, ...]:
        """The states that may still join."""
        return tuple(state for state in self.states if state not in self.joined)


def joinings(history: History, accord: str, day: date) -> dict[str, tuple[date, Claims]]:
    """Return when each state joined an accord, by what was public on a day.

    Where claims give different days, the one that became public last is followed. A joining without
    a date counts from the day on which it became public. Who left again has joined all the same.

    Returns:
        By state, sorted by day: the day, and the claims that give it.
    """
    said: dict[str, list[Entry]] = defaultdict(list)
    for entry in history.of(_JOINING):
        if entry.object == accord and entry.subject.startswith("nation/") and entry.had_begun(day):
            said[entry.subject].append(entry)
    found = {}
    for state, entries in said.items():
        last = max(entry.known or date.min for entry in entries)
        latest = [entry for entry in entries if entry.known == last]
        starts = [entry.start if entry.start and entry.is_dated else last for entry in latest]
        found[state] = (min(starts), tuple(sorted(entry.claim for entry in latest)))
    return dict(sorted(found.items(), key=lambda item: (item[1][0], item[0])))


def situation(history: History, accord: Accord, day: date) -> Situation:
    """Return what the record showed on a day."""
    joined = joinings(history, accord.id, day)
    opened = min((start for start, _ in joined.values()), default=None)
    founders = frozenset(state for state, (start, _) in joined.items() if start == opened)
    openers = frozenset(accord.openers)
    states = tuple(
        sorted(
            node.id
            for node in history.things.values()
            if node.kind == "nation" and node.description.startswith("State in")
        )
    )
    standings = gathering.standings(history, day)
    rival = standings.pop(accord.rival, {}) if accord.rival else {}
    standings.pop(accord.id, None)
    agreement, last_votes = gathering.voting(history, founders or openers, day)
    crews = gathering.crews(history, day)
    owned, craft = gathering.craft(history, day)
    return Situation(
        accord=accord,
        day=day,
        states=states,
        joined={state: claims for state, (_, claims) in joined.items()}
        or dict.fromkeys(sorted(openers), ()),
        founders=founders or openers,
        opened=opened,
        rival=rival,
        bodies={name: of for name, of in standings.items() if len(of) > FEW},
        ties={
            "agreements": gathering.agreements(history, standings, day),
            "crews": crews,
            "craft": craft,
            "instruments": gathering.instruments(history, day),
        },
        agreement=agreement,
        last_votes=last_votes,
        standings=standings,
        acting=gathering.acting(history, day),
        limits=gathering.limits(history, day),
        owned=owned,
    )
