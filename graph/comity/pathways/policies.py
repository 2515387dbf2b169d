"""Prohibitions and precedents of a store.

In: a store. Out: `Prohibition` and `Precedent` values by id. What does not belong here: whether one
reaches two actors (`reach`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from comity.analysis.ties import select
from comity.networks.facts import as_day
from comity.pathways.model import Precedent, Prohibition
from comity.rdf import terms
from comity.rdf.dates import PartialDate
from comity.rdf.vocabulary import CONCEPTS, Comity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pyoxigraph import NamedNode

    from comity.rdf.engine import Engine

_FACTS: Final = """
SELECT ?node ?property ?value
WHERE { GRAPH graph:things { ?node a comity:$class ; ?property ?value } }"""
_POLICIES: Final = """
SELECT ?rule ?restriction WHERE { GRAPH graph:things { ?restriction odrl:prohibition ?rule } }"""
_ACCEPTED: Final = """
SELECT DISTINCT ?claim WHERE {
  ?node comity:restsOn ?claim .
  ?claim comity:verdict ?verdict
  FILTER (?verdict IN (comity:Supported, comity:Unverified))
}"""
_WORDS: Final = {
    concept.value: word for scheme in CONCEPTS.values() for word, concept in scheme.items()
}
PARTY_CLASSES: Final = frozenset(CONCEPTS["PartyClassScheme"])


def read_prohibitions(store: Engine) -> dict[str, Prohibition]:
    """Return the prohibitions of a store by id."""
    restriction = dict(select(store, _POLICIES))
    accepted = _accepted(store)
    return {
        id_: _prohibition(id_, restriction[id_], values, accepted)
        for id_, values in _read(store, "Prohibition").items()
        if id_ in restriction
    }


def read_precedents(store: Engine) -> dict[str, Precedent]:
    """Return the precedents of a store by id; those on claims that are refuted are left out."""
    accepted = _accepted(store)
    found = {}
    for id_, values in _read(store, "Precedent").items():
        one = _single(values)
        claims = _many(values, Comity.restsOn)
        if claims and not accepted & set(claims):
            continue
        found[id_] = Precedent(
            id=id_,
            label=one(terms.LABEL),
            restriction=one(Comity.precedentTo),
            prohibition=one(Comity.precedentToRule),
            way=one(Comity.way),
            one=one(Comity.oneSide),
            other=one(Comity.otherSide),
            activity=one(Comity.inActivity),
            when=one(terms.DATE),
            first=PartialDate.parse(one(terms.DATE)).first_day,
            outcome=one(Comity.caseOutcome),
            claims=tuple(claim for claim in claims if claim in accepted),
            about=one(Comity.caseOf),
            sources=_many(values, terms.SOURCE),
            note=one(terms.NOTE),
        )
    return found


def _prohibition(
    id_: str, restriction: str, values: Mapping[str, Sequence[str]], accepted: frozenset[str]
) -> Prohibition:
    one = _single(values)
    start, end = one(Comity.validFrom), one(Comity.validUntil)
    claims = _many(values, Comity.restsOn)
    days = one(Comity.leadDays)
    return Prohibition(
        id=id_,
        label=one(terms.LABEL),
        restriction=restriction,
        issuer=one(terms.ASSIGNER),
        bound=_many(values, terms.ASSIGNEE),
        bound_reach=one(Comity.boundReach),
        toward=_many(values, Comity.prohibitedToward),
        toward_reach=one(Comity.towardReach),
        activities=_many(values, terms.ACTION),
        setting=one(Comity.setting),
        effect=one(Comity.ruleEffect),
        exemption=one(Comity.exemptionKind),
        exempted_by=one(Comity.exemptedBy),
        duty=one(Comity.exemptionDuty),
        lead_days=int(days) if days else None,
        start=start,
        end=end,
        first=as_day(start or None),
        last=as_day(end or None, last=True),
        force=one(Comity.ruleForce),
        citation=one(Comity.legalBasis),
        claims=tuple(claim for claim in claims if claim in accepted),
        is_refuted=bool(claims) and not accepted & set(claims),
        sources=_many(values, terms.SOURCE),
        confidence=one(Comity.confidence),
        note=one(terms.NOTE),
    )


def _accepted(store: Engine) -> frozenset[str]:
    return frozenset(claim for (claim,) in select(store, _ACCEPTED))


def _read(store: Engine, class_: str) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    rows: Any = select(store, _FACTS.replace("$class", class_))
    for node, property_, value in rows:
        found[node][property_].append(_WORDS.get(value, value))
    return {id_: dict(found[id_]) for id_ in sorted(found)}


def _many(values: Mapping[str, Sequence[str]], predicate: NamedNode) -> tuple[str, ...]:
    return tuple(sorted(values.get(predicate.value, ())))


def _single(values: Mapping[str, Sequence[str]]) -> Callable[[NamedNode], str]:
    return lambda predicate: min(values.get(predicate.value, ("",)))
