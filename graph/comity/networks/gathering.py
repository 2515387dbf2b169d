"""Who is tied to whom on a day, through what, by which claims.

In: a `History` and a day. Out: ties by state. What does not belong here: the accord that states may
join (`situation`).

Agencies, institutions and so on stand for their nation. A body of few (up to `FEW` nations) and a
stated cooperation is an agreement; a larger one is a body. Flights, satellites and instruments tie
their nations from the day on which they were public, without end; votes count for ten years.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np

from comity.analysis.ties import finer_relations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from comity.networks.history import History

FEW: Final = 4
VOTES_COUNT_FOR: Final = 10  # years: an older roll call was cast by other governments
_STANDING: Final = finer_relations("affiliated_with")
_JOINABLE: Final = ("accord/", "agency/", "organisation/", "programme/")
_CHOICES: Final = {"voted_for": 1.0, "abstained_on": 0.5, "voted_against": 0.0}

Claims = tuple[str, ...]
Ties = dict[str, dict[str, Claims]]
"""By state and partner, the claims that tie them."""


def standings(history: History, day: date) -> dict[str, dict[str, Claims]]:
    """Return the states in each accord, body or programme; who only talks of it is not in it."""
    found: Ties = defaultdict(dict)
    for entry in history.of(_STANDING):
        nation = history.nation_of(entry.subject)
        if nation and entry.object.startswith(_JOINABLE) and entry.holds(day):
            _add(found, entry.object, nation, (entry.claim,))
    return dict(sorted(found.items()))


def agreements(history: History, standings: Mapping[str, Mapping[str, Claims]], day: date) -> Ties:
    """Return who has agreements with whom."""
    found: Ties = defaultdict(dict)
    for states in standings.values():
        if len(states) <= FEW:
            _tie_all(found, states)
    for entry in history.of(("cooperates_with",)):
        first, second = history.nation_of(entry.subject), history.nation_of(entry.object)
        if first and second and entry.holds(day):
            _tie_all(found, {first: (entry.claim,), second: (entry.claim,)})
    return dict(found)


def crews(history: History, day: date) -> Ties:
    """Return whose citizens flew together."""
    aboard: Ties = defaultdict(dict)
    for entry in history.of(("flew_on",)):
        if entry.nation and entry.had_begun(day):
            _add(aboard, entry.object, entry.nation, (entry.claim,))
    found: Ties = defaultdict(dict)
    for states in aboard.values():
        _tie_all(found, states)
    return dict(found)


def craft(history: History, day: date) -> tuple[dict[str, Claims], Ties]:
    """Return the satellites that each state owns, and who launched or built them."""
    owners: Ties = defaultdict(dict)
    owned: dict[str, list[str]] = defaultdict(list)
    for entry in history.of(("owned_by",)):
        nation = history.nation_of(entry.object)
        if nation and entry.had_begun(day):
            _add(owners, entry.subject, nation, (entry.claim,))
            owned[nation].append(entry.claim)
    found: Ties = defaultdict(dict)
    for entry in history.of(("launched_by", "built_by")):
        nation = history.nation_of(entry.object)
        if nation and entry.subject in owners and entry.had_begun(day):
            for owner, claims in owners[entry.subject].items():
                if owner != nation:
                    _add(found, owner, nation, (*claims, entry.claim))
    return {state: tuple(claims) for state, claims in sorted(owned.items())}, dict(found)


def instruments(history: History, day: date) -> Ties:
    """Return whose instruments fly on whose missions."""
    runs: Ties = defaultdict(dict)
    for entry in history.of(("operates",)):
        nation = history.nation_of(entry.subject)
        if nation and entry.had_begun(day):
            _add(runs, entry.object, nation, (entry.claim,))
    gives: Ties = defaultdict(dict)
    for entry in history.of(("provided_by",)):
        nation = history.nation_of(entry.object)
        if nation and entry.had_begun(day):
            _add(gives, entry.subject, nation, (entry.claim,))
    found: Ties = defaultdict(dict)
    for entry in history.of(("carries_payload",)):
        if entry.had_begun(day):
            for one, claims in runs.get(entry.subject, {}).items():
                for other, more in gives.get(entry.object, {}).items():
                    _tie_all(found, {one: (*claims, entry.claim), other: more})
    return dict(found)


def acting(history: History, day: date) -> dict[str, Claims]:
    """Return the claims in which an agency does something; that there is one is not enough.

    Most agencies are on record by a list of 2026, so that by it no state had one before.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for entry in history.entries:
        if entry.relation in {"agency_of", "part_of"}:
            continue
        for end in (entry.subject, entry.object):
            if end.startswith("agency/") and end in history.nations and entry.had_begun(day):
                found[history.nations[end]].add(entry.claim)
    return {state: tuple(sorted(claims)) for state, claims in sorted(found.items())}


def limits(history: History, day: date) -> dict[str, Claims]:
    """Return the claims that limit dealings with each state."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in history.of(("restricts_dealings_with",)):
        nation = history.nation_of(entry.object)
        if nation and entry.holds(day):
            found[nation].add(entry.claim)
    return {state: tuple(sorted(claims)) for state, claims in sorted(found.items())}


def voting(
    history: History, founders: Iterable[str], day: date
) -> tuple[dict[str, float], dict[str, Claims]]:
    """Return how far votes agree: 1 for the same, 1/2 beside an abstention, 0 for the opposite.

    Each founder counts alike. A state that no founder voted beside has no number.
    """
    since = date(day.year - VOTES_COUNT_FOR, day.month, min(day.day, 28))
    cast = [
        vote
        for vote in history.votes
        if vote.relation in _CHOICES and vote.start and vote.start > since and vote.holds(day)
    ]
    states = sorted({vote.subject for vote in cast})
    calls = sorted({(vote.start or day, vote.object) for vote in cast})
    row = {state: position for position, state in enumerate(states)}
    column = {call: position for position, (_, call) in enumerate(calls)}
    choices = np.full((len(states), len(calls)), np.nan)
    last: dict[str, tuple[int, str]] = {}
    for vote in cast:
        choices[row[vote.subject], column[vote.object]] = _CHOICES[vote.relation]
        last[vote.subject] = max(
            last.get(vote.subject, (-1, "")), (column[vote.object], vote.claim)
        )
    shares: dict[str, list[float]] = defaultdict(list)
    for founder in sorted(set(founders) & set(row)):
        equal = 1 - np.abs(choices - choices[row[founder]])
        for state in states:
            beside = equal[row[state]]
            known = ~np.isnan(beside)
            if state != founder and known.any():
                shares[state].append(float(beside[known].mean()))
    agreement = {state: sum(found) / len(found) for state, found in sorted(shares.items())}
    return agreement, {state: (claim,) for state, (_, claim) in sorted(last.items())}


def _tie_all(found: Ties, states: Mapping[str, Claims]) -> None:
    for one, claims in states.items():
        for other, more in states.items():
            if one != other:
                _add(found, one, other, (*claims, *more))


def _add(found: Ties, first: str, second: str, claims: Claims) -> None:
    among = found.setdefault(first, {})
    among[second] = tuple(sorted({*among.get(second, ()), *claims}))
