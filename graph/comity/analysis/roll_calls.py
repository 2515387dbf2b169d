"""Roll calls: the votes on a resolution, together, for pictures that hold all of them.

In: a store. Out: `RollCall` values. What does not belong here: all other ties (`panorama`), and
what votes tell of likeness (`comity.networks`).

The votes on one resolution share nearly all: their day, their verdict, and the list that they were
read from. What does not share it stands in a roll call of its own, so nothing is made alike.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from comity.analysis.ties import VOTED, Tie, finer_relations, read_ties, select
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comity.rdf.engine import Engine

BALLOTS: Final = ("voted_for", "voted_against", "abstained_on", "absent_from", "voted_on")
"""How a state can stand in a roll call; the last is for votes of which no more is known."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One source's word on a claim.

    Attributes:
        claim: Id of the claim; empty where it is the same on all votes of a roll call.
        source: Id of the source.
        stance: `affirms`, `denies` or `qualifies`.
        voice: Id of who speaks in the source, or empty.
        quote: Its exact words, or empty.
        seen: Address where it was read, or empty.
    """

    claim: str
    source: str
    stance: str
    voice: str
    quote: str
    seen: str


@dataclass(frozen=True, slots=True)
class RollCall:
    """Votes on one resolution that differ in who cast them and how, and in nothing else.

    Attributes:
        votes: The claims, at least one, sorted by id.
        reason: Why they have their verdict.
        sayings: Who says so of each of them.
    """

    votes: tuple[Tie, ...]
    reason: str
    sayings: tuple[Saying, ...]


def read_roll_calls(store: Engine, reasons: Mapping[str, str]) -> tuple[RollCall, ...]:
    """Return all votes by roll call, sorted by the id of their first claim.

    Args:
        store: Where the claims are.
        reasons: Why each claim has its verdict.
    """
    said: dict[str, set[str]] = defaultdict(set)
    for claim, attestation in select(store, _ATTESTED):
        said[claim].add(attestation)
    words: dict[str, Saying] = {}
    for name, source, stance, voice, quote, seen in select(store, _SAID):
        stance_name = stance.rpartition("#")[2].lower()
        words[name] = Saying("", source, stance_name, voice or "", quote or "", seen or "")
    found: dict[tuple[Tie, str, tuple[str, ...]], list[Tie]] = defaultdict(list)
    for tie in read_ties(store, finer_relations(VOTED)):
        shared = replace(tie, claim="", subject="", relation="")
        key = (shared, reasons.get(tie.claim, ""), tuple(sorted(said[tie.claim])))
        found[key].append(tie)
    return tuple(
        RollCall(tuple(votes), reason, tuple(words[name] for name in names))
        for (_, reason, names), votes in found.items()
    )


_VOTE: Final = f"""
  VALUES ?relation {{ {" ".join(str(RELATIONS[name].iri) for name in BALLOTS)} }}
  GRAPH graph:claims {{ ?claim rdf:predicate ?relation ; comity:attestation ?said }}"""
_ATTESTED: Final = f"SELECT ?claim ?said WHERE {{ {_VOTE} }}"
_SAID: Final = f"""
SELECT ?said ?source ?stance ?voice ?quote ?seen
WHERE {{
  {{ SELECT DISTINCT ?said WHERE {{ {_VOTE} }} }}
  ?said prov:wasDerivedFrom ?source ; comity:stance ?stance .
  OPTIONAL {{ ?said comity:voice ?voice }}
  OPTIONAL {{ ?said oa:exact ?quote }}
  OPTIONAL {{ ?said comity:verifiedAt ?seen }}
}}"""
