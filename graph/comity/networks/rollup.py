"""Roll-up: for which actor an actor counts.

In: a store, and how it is to be read. Out: for an actor and a time, the actors that stand for it in
a network. What does not belong here: what joins them (`projections`).

===========  ===================================================================================
level        nodes
===========  ===================================================================================
``agency``   actors as recorded: nations, agencies, institutions, intergovernmental bodies
``nation``   an agency counts for its nation, by the dated claim that it is its agency
``actor``    both: the links of ``agency`` and those of ``nation``; to look things up, not to
             measure, for what an agency does is there twice
===========  ===================================================================================

An intergovernmental body (ESA, EUMETSAT, the European Union) is an actor of its own on every level.
With `members`, each of its members of the time stands for it, and they share its weight equally.
Institutions (universities, companies) count for the nation in which they are at home where a
projection says so, and are left out at level ``nation`` where it does not: a university's
memorandum makes no state a member.

A seat that passed on keeps its history: the Soviet Union is a node until 1991, Russia one from then
on, and a window that spans both shows both (decision 0007). What begins after a seat passed on (a
loan of Soviet samples in 2023) is its successor's, at level ``nation``. With `seats="joined"`, a
state that was continued by another (the Soviet Union by Russia, Serbia and Montenegro by Serbia)
counts as it; states that ended, united or separated never do.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from comity.analysis.ties import select
from comity.errors import UnknownName
from comity.networks.facts import Fact, later, read_facts, read_property, sooner

if TYPE_CHECKING:
    from comity.rdf.engine import Engine

Level = Literal["agency", "nation", "actor"]
Seats = Literal["kept", "joined"]
LEVELS: Final[tuple[Level, ...]] = ("nation", "agency", "actor")
SEATS: Final[tuple[Seats, ...]] = ("kept", "joined")
ACTOR_KINDS: Final = ("nation", "agency", "organisation", "institution")
_CONTINUED: Final = """
SELECT ?before ?after WHERE {
  ?claim rdf:predicate comity:successorOf ; comity:succession comity:Continuation ;
         rdf:subject ?after ; rdf:object ?before }"""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a record is read as networks.

    Attributes:
        level: Who is a node.
        seats: Whether a seat that passed on is one node or, as recorded, two.
        members: Whether the members of an intergovernmental body stand for it.
        memory: For how many years what happened on a day counts; each projection's own number
            unless given.
    """

    level: Level = "nation"
    seats: Seats = "kept"
    members: bool = False
    memory: int | None = None


def reading_of(level: str, seats: str, *, members: bool, memory: int | None) -> Reading:
    """Return how a record is read, from words.

    Raises:
        UnknownName: There is no such level or way to treat seats.
    """
    if level not in LEVELS:
        raise UnknownName("level", level, look=f"choose one of {', '.join(LEVELS)}")
    if seats not in SEATS:
        raise UnknownName("way to treat seats", seats, look=f"choose one of {', '.join(SEATS)}")
    return Reading(level, seats, members, memory)


@dataclass(frozen=True, slots=True)
class Share:
    """An actor that stands for another over a time.

    Attributes:
        actor: Id of the one that stands for it.
        start: The first day.
        end: The last day.
        weight: Which part of the other it stands for, from 0 to 1.
        claims: Ids of the claims by which it does.
    """

    actor: str
    start: date | None
    end: date | None
    weight: float
    claims: tuple[str, ...]


class RollUp:
    """Who stands for whom."""

    def __init__(self, store: Engine, *, certain: bool = False) -> None:
        self._home = read_property(store, "nation")
        self._agency_of: dict[str, list[Fact]] = defaultdict(list)
        for fact in read_facts(store, ["agency_of"]):  # dates of founding are rarely known surely
            self._agency_of[fact.subject].append(fact)
        self._members: dict[str, list[Fact]] = defaultdict(list)
        for fact in read_facts(store, ["member_of"], certain=certain):
            self._members[fact.object].append(fact)
        self._until = {
            name: date.fromisoformat(day) for name, day in read_property(store, "seatUntil").items()
        }
        self._passed_to = read_property(store, "seatPassedTo")
        self._continued = dict(sorted((row[0], row[1]) for row in select(store, _CONTINUED)))

    def shares(
        self,
        actor: str,
        start: date | None,
        end: date | None,
        reading: Reading,
        *,
        institutions: bool,
    ) -> list[Share]:
        """Return who stands for an actor over a time, sorted; nobody if it has no place there.

        Args:
            actor: Id of the actor.
            start: The first day of what it did or was.
            end: The last day.
            reading: How the record is read.
            institutions: Whether an institution counts for its nation.
        """
        itself = Share(actor, start, end, 1.0, ())
        if reading.level == "agency":
            found = [itself]
        elif actor in self._agency_of:
            found = _within(self._agency_of[actor], start, end)
        elif actor.startswith("institution/"):
            home = self._home.get(actor) if institutions else None
            found = [Share(home, start, end, 1.0, ())] if home else []
        elif actor.startswith("agency/") and actor in self._home:
            found = [Share(self._home[actor], start, end, 1.0, ())]
        else:
            found = [itself]
        if reading.level != "agency":
            found = [replace(each, actor=self._on(each.actor, start)) for each in found]
        if reading.members:
            found = [part for share in found for part in self._of_members(share, reading)]
        if reading.seats == "joined":
            found = [replace(each, actor=self._joined(each.actor)) for each in found]
        return sorted(found, key=lambda each: (each.actor, str(each.start)))

    def _on(self, actor: str, day: date | None) -> str:
        """Return the state to which a seat had passed by a day."""
        while day is not None and actor in self._passed_to and self._until[actor] < day:
            actor = self._passed_to[actor]
        return actor

    def _joined(self, actor: str) -> str:
        while actor in self._continued:
            actor = self._continued[actor]
        return actor

    def _of_members(self, share: Share, reading: Reading) -> list[Share]:
        if not share.actor.startswith(("agency/", "organisation/")):
            return [share]
        found: dict[tuple[str, date | None, date | None], set[str]] = defaultdict(set)
        for fact in self._members.get(share.actor, ()):
            start, end = later(fact.start, share.start), sooner(fact.end, share.end)
            if start is not None and end is not None and end < start:
                continue
            actor, claims = fact.subject, {fact.claim}
            if reading.level == "nation" and actor in self._agency_of:
                owner = _within(self._agency_of[actor], start, end)[0]
                actor, claims = owner.actor, claims | set(owner.claims)
            found[actor, start, end] |= claims
        among = len({actor for actor, _, _ in found})
        return [
            Share(actor, start, end, share.weight / among, tuple(sorted(claims)))
            for (actor, start, end), claims in found.items()
        ] or [share]


def _within(facts: list[Fact], start: date | None, end: date | None) -> list[Share]:
    """Return the nations of an agency over a time; of all times if none is on record for it.

    What an agency did before the day from which it is recorded (its forerunner's doing) counts for
    the same nation.
    """
    found = []
    for fact in facts:
        first, last = later(fact.start, start), sooner(fact.end, end)
        if first is None or last is None or first <= last:
            found.append((fact, first, last))
    if len(found) <= 1:  # one nation: its own dates cut nothing off
        fact = found[0][0] if found else facts[0]
        return [Share(fact.object, start, end, 1.0, (fact.claim,))]
    return [Share(fact.object, first, last, 1.0, (fact.claim,)) for fact, first, last in found]
