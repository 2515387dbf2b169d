"""Invented histories of invented states, in which it is known who joins and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import numpy as np

from comity.analysis.ties import Node
from comity.networks.history import Entry, History
from comity.networks.situation import Accord

PACT = Accord("accord/pact")
OPENED = date(2015, 3, 1)
REGIONS = (
    "Western Africa", "Eastern Asia", "Southern Europe", "South America", "Polynesia", "Caribbean",
)  # fmt: skip


def state(number: int) -> str:
    return f"nation/s{number:03}"


def entry(subject: str, relation: str, object_: str, day: date, **more: object) -> Entry:
    claim = f"claim/{subject}-{relation}-{object_}-{day}".replace("nation/", "").replace("/", "-")
    made = Entry(claim, subject, relation, object_, start=day, known=day)
    return replace(made, **more)  # type: ignore[arg-type]  # fields of an entry


def history(entries: list[Entry], votes: list[Entry], count: int) -> History:
    nations = [
        Node(state(n), "nation", f"State {n}", f"State in {REGIONS[n % 6]}.", None, None)
        for n in range(count)
    ]
    others = [
        Node(name, name.partition("/")[0], name, "", None, None)
        for name in sorted({each.object for each in (*entries, *votes)})
        if not name.startswith("nation/")
    ]
    return History(
        tuple(sorted(set(entries))),
        tuple(sorted(set(votes))),
        {node.id: node for node in (*nations, *others)},
        {},
    )


def invented(*, seed: int = 0, count: int = 90, planted: bool = True) -> History:
    """Return a history of ten years in which states join a pact.

    Planted, a state joins the sooner the more agreements it has with those that joined; else each
    is as likely as any other. Bodies, flights, votes and rules are drawn at random.
    """
    rng = np.random.default_rng(seed)
    day = date(2010, 1, 1)
    entries: list[Entry] = []
    votes: list[Entry] = []
    partners: dict[int, set[int]] = {n: set() for n in range(count)}
    for number, (one, other) in enumerate(combinations(range(count), 2)):
        if rng.random() < 0.025:
            partners[one].add(other)
            partners[other].add(one)
            accord = f"accord/pair-{number}"
            entries += [entry(state(n), "party_to", accord, day) for n in (one, other)]
    for body in range(6):
        members = rng.choice(count, size=20, replace=False)
        name = f"organisation/body-{body}"
        entries += [entry(state(int(n)), "member_of", name, day) for n in members]
    for year in range(2010, 2021):
        choices = rng.choice(["voted_for", "voted_against", "abstained_on"], size=count)
        when = date(year, 11, 1)
        votes += [
            entry(state(n), str(choices[n]), f"accord/vote-{year}", when) for n in range(count)
        ]
    joined = set(range(6))
    entries += [entry(state(n), "signatory_of", PACT.id, OPENED) for n in joined]
    for half in range(1, 12):
        begin = OPENED + timedelta(days=183 * half)
        likely = [
            0.03 if not planted else 1 / (1 + np.exp(4.4 - 1.8 * len(partners[n] & joined)))
            for n in range(count)
        ]
        new = {n for n in range(count) if n not in joined and rng.random() < likely[n]}
        entries += [
            entry(state(n), "signatory_of", PACT.id, begin + timedelta(days=int(rng.integers(180))))
            for n in sorted(new)
        ]
        joined |= new
    return history(entries, votes, count)


DAY = date(2020, 12, 31)
