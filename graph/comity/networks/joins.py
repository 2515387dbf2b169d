"""Links that one thing makes between two actors: an instrument, a sample, a rule, a satellite.

In: a store. Out: links between actors as recorded, in any order. What does not belong here: bodies
with many members (`incidences`), roll calls (`voting`) and who stands for whom (`rollup`).

What happens on a day is given that day as first and last; how long it counts is said elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from comity.analysis.dyads import DyadKind, read_dyads
from comity.analysis.ties import read_nodes, select
from comity.networks.facts import ACCEPTED, Fact, as_day, overlap, read_facts, read_property
from comity.networks.links import Link
from comity.networks.rollup import ACTOR_KINDS

if TYPE_CHECKING:
    from comity.rdf.engine import Engine

_RULES: Final = f"""
SELECT ?claim ?start ?end ?rule ?bound ?toward
WHERE {{
  {{
    ?claim rdf:predicate comity:restrictsDealingsWith ; rdf:subject ?rule ; rdf:object ?toward ;
           comity:binds ?bound ; comity:verdict ?verdict .
  }} UNION {{
    ?claim rdf:predicate comity:restrictedBy ; rdf:subject ?bound ; rdf:object ?rule ;
           comity:toward ?toward ; comity:verdict ?verdict .
  }}
  {ACCEPTED}
  FILTER NOT EXISTS {{ ?any rdf:subject ?rule ; comity:status "bill" }}
  OPTIONAL {{ ?claim comity:$first ?start }}
  OPTIONAL {{ ?claim comity:$last ?end }}
}}"""

_NEVER_FLEW: Final = """
SELECT DISTINCT ?claim WHERE {
  ?claim rdf:predicate comity:carriesPayload ; comity:status ?status
  FILTER (?status IN ("dropped", "removed", "stopped")) }"""


def joined_by_dyads(store: Engine, kind: DyadKind, *, units: bool, certain: bool) -> list[Link]:
    """Return the links of crews or satellites; from the owner, where the other launched or built.

    Args:
        store: Where the claims are.
        kind: Which dyads.
        units: Whether a record of several satellites counts as many, and not once.
        certain: Whether a launch without a known day is dated by the last that may be meant.
    """
    links = []
    for dyad in read_dyads(store, kind):
        day = as_day(dyad.day, last=certain)
        weight = float(dyad.units if units else 1)
        links.append(Link(dyad.first, dyad.second, dyad.thing, day, day, weight, dyad.claims))
    return links


def joined_by_payloads(store: Engine, *, certain: bool) -> list[Link]:
    """Return the links from who provided an instrument to who runs the mission that carries it.

    They begin with the carrying, and end with the mission where its end is on record. Instruments
    that were taken off a mission before it flew make none.
    """
    providers: dict[str, list[Fact]] = defaultdict(list)
    for fact in read_facts(store, ["provided_by"]):
        providers[fact.subject].append(fact)
    running: dict[str, list[Fact]] = defaultdict(list)
    for fact in read_facts(store, ["operates"]):
        running[fact.object].append(fact)
    ends = {name: as_day(node.end, last=True) for name, node in read_nodes(store).items()}
    never = {claim for (claim,) in select(store, _NEVER_FLEW)}
    links = []
    for carried in read_facts(store, ["carries_payload"], certain=certain):
        if carried.claim in never:
            continue
        for provided in providers[carried.object]:
            for run in running[carried.subject]:
                if provided.object == run.subject or not overlap(run, carried):
                    continue
                end = carried.end or ends.get(carried.subject) or carried.start
                claims = tuple(sorted((carried.claim, provided.claim, run.claim)))
                links.append(
                    Link(
                        provided.object,
                        run.subject,
                        carried.object,
                        carried.start,
                        end,
                        1.0,
                        claims,
                    )
                )
    return links


def joined_by_samples(store: Engine, *, certain: bool) -> list[Link]:
    """Return the links from who returned a sample, or whose it is, to who received part of it."""
    home = read_property(store, "nation")
    running: dict[str, list[Fact]] = defaultdict(list)
    for fact in read_facts(store, ["operates"]):
        running[fact.object].append(fact)
    givers: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for returned in read_facts(store, ["returned_sample"]):
        for run in running[returned.subject]:
            before = givers[returned.object].get(run.subject, ())
            both = {returned.claim, run.claim, *before}
            givers[returned.object][run.subject] = tuple(sorted(both))
    links = []
    for received in read_facts(store, ["received_samples"], certain=certain):
        sample = received.object
        by = givers[sample] or ({home[sample]: ()} if sample in home else {})
        for giver, giving in sorted(by.items()):
            if giver != received.subject:
                claims = tuple(sorted((received.claim, *giving)))
                day = received.start
                links.append(Link(giver, received.subject, sample, day, day, 1.0, claims))
    return links


def joined_by_rules(store: Engine, *, certain: bool) -> list[Link]:
    """Return the links from whom a restriction binds to those with whom it limits dealings.

    Bills are left out. Exceptions end no link: who was excepted from a rule is bound by it.
    """
    first, last = ("latestStart", "earliestEnd") if certain else ("earliestStart", "latestEnd")
    text = _RULES.replace("$first", first).replace("$last", last)
    return [
        Link(bound, toward, rule, as_day(start), as_day(end), 1.0, (claim,))
        for claim, start, end, rule, bound, toward in select(store, text)
        if bound != toward and _is_actor(bound) and _is_actor(toward) and (start or not certain)
    ]


def joined_by_statement(store: Engine, *, certain: bool) -> list[Link]:
    """Return the links of stated cooperation; through an accord, where the claim names one."""
    accords: dict[str, str] = {}
    text = "SELECT ?claim ?accord WHERE { ?claim comity:accord ?accord }"
    for claim, accord in sorted(select(store, text)):
        accords.setdefault(claim, accord)
    links = []
    for fact in read_facts(store, ["cooperates_with"], certain=certain):
        first, second = sorted((fact.subject, fact.object))
        through = accords.get(fact.claim, fact.claim)
        links.append(Link(first, second, through, fact.start, fact.end, 1.0, (fact.claim,)))
    return links


def _is_actor(name: str) -> bool:
    return name.partition("/")[0] in ACTOR_KINDS
