"""Who voted how: the roll call on a resolution, and the votes of a state.

In: the profile of a thing. Out: what its page shows of votes. What does not belong here: what votes
tell of likeness (`comity.networks`), and lists of claims (`listings`).

A state counts to a coalition on the day of the vote, not on the day that the page shows.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.analysis.roll_calls import BALLOTS
from comity.networks.coalitions import BOTH, coalitions_in, read_coalitions
from comity.networks.links import Window
from comity.queries.search import folded
from comity.rdf import terms
from comity.rdf.dates import PartialDate
from comity.rdf.namespaces import graph_name
from comity.rdf.vocabulary import RELATIONS
from comity.server.held import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyoxigraph import NamedNode

    from comity.analysis.ties import Tie
    from comity.knowledge import KnowledgeGraph, Profile
    from comity.queries.names import Names
    from comity.rdf.engine import Engine

_CLAIMS: Final = graph_name("claims")
IN_WORDS: Final = dict(
    zip(BALLOTS, ("For", "Against", "Abstained", "Absent", "Voted, not known how"), strict=True)
)
SIDES: Final = {
    "Artemis": "Artemis",
    "ILRS": "ILRS",
    BOTH: "Both",
    "": "Neither",
}


@dataclass(frozen=True, slots=True)
class Voter:
    """A state in a roll call: its id, its name, and the claim that says how it voted."""

    id: str
    name: str
    claim: str
    verdict: str


@dataclass(frozen=True, slots=True)
class RollCall:
    """The votes on a resolution.

    Attributes:
        sides: Coalitions in words to which voters belonged on the day; empty where none did.
        ballots: How votes were cast, in words, with the voters of each side.
    """

    sides: Sequence[str]
    ballots: Sequence[tuple[str, Sequence[Sequence[Voter]]]]


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote of a state: day, resolution with its name, how in words, claim, and verdict."""

    day: str
    resolution: str
    name: str
    how: str
    claim: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Votes:
    """What the page of a thing shows of votes.

    Attributes:
        roll_call: Of a resolution: who voted how.
        cast: Of a state: its votes, the newest first.
        counts: How many were cast in each way.
    """

    roll_call: RollCall | None
    cast: Sequence[Vote]
    counts: Sequence[tuple[str, int]]


def votes_of(graph: KnowledgeGraph, store: Engine, profile: Profile) -> Votes | None:
    """Return the votes on a resolution or of a state, or None where there are none.

    Args:
        graph: The graph, for names.
        store: Where the memberships of coalitions are.
        profile: The thing, with its ballots.
    """
    if not profile.ballots:
        return None
    counts = Counter(tie.relation for tie in profile.ballots)
    told = [(words, counts[name]) for name, words in IN_WORDS.items() if counts[name]]
    if any(tie.object == profile.node.id for tie in profile.ballots):
        return Votes(_roll_call(graph, store, profile.ballots), (), told)
    return Votes(None, _cast(graph, profile.ballots), told)


def tally_on(store: Engine, resolution: NamedNode) -> list[tuple[str, int]]:
    """Return how many voted on a resolution in each way, in words."""
    ways: dict[object, str] = {RELATIONS[name].iri: words for name, words in IN_WORDS.items()}
    counts: Counter[str] = Counter()
    for claim in store.quads_for_pattern(None, terms.OBJECT, resolution, _CLAIMS):
        for said in store.quads_for_pattern(claim.subject, terms.PREDICATE, None, _CLAIMS):
            if said.object in ways:
                counts[ways[said.object]] += 1
    return [(words, counts[words]) for words in ways.values() if counts[words]]


def _roll_call(graph: KnowledgeGraph, store: Engine, ballots: Sequence[Tie]) -> RollCall:
    names = names_of(graph)
    day = next((tie.start for tie in ballots if tie.start), None)
    of: dict[str, str] = {}
    if day is not None:
        window = Window.of_day(PartialDate.parse(day).last_day)
        of = coalitions_in(read_coalitions(store), window)
    sides = [side for side in SIDES if any(of.get(tie.subject, "") == side for tie in ballots)]
    has_sides = sides != [""]
    found = []
    for relation, words in IN_WORDS.items():
        cast = [tie for tie in ballots if tie.relation == relation]
        if cast:
            voters = [[each for each in cast if of.get(each.subject, "") == side] for side in sides]
            found.append((words, [_voters(names, among) for among in voters]))
    return RollCall([SIDES[side] for side in sides] if has_sides else [], found)


def _voters(names: Names, cast: Iterable[Tie]) -> list[Voter]:
    found = [
        Voter(tie.subject, names.label(tie.subject) or tie.subject, tie.claim, tie.verdict)
        for tie in cast
    ]
    return sorted(found, key=lambda each: (folded(each.name), each.claim))


def _cast(graph: KnowledgeGraph, ballots: Sequence[Tie]) -> list[Vote]:
    names = names_of(graph)
    found = [
        Vote(
            day=tie.start or "",
            resolution=tie.object,
            name=names.label(tie.object) or tie.object,
            how=IN_WORDS[tie.relation],
            claim=tie.claim,
            verdict=tie.verdict,
        )
        for tie in ballots
    ]
    return sorted(found, key=lambda each: (each.day, each.name), reverse=True)
