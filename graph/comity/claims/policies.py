"""Prohibitions and precedents as RDF statements, aligned with ODRL.

In: rows of `prohibitions.csv` and `precedents.csv`, and the sources. Out: quads of the graph
`things`: each prohibition with whom it binds, toward whom, for what and what lifts it, and each
precedent. What does not belong here: the claims on which they rest (`quads`), and whether a rule
reaches a pair of actors, which is for those who ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from comity.claims.publication import public_from
from comity.claims.things import THINGS
from comity.rdf import literals, terms
from comity.rdf.dates import Period
from comity.rdf.namespaces import iri
from comity.rdf.vocabulary import CONCEPTS, Comity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from pyoxigraph import Literal

    from comity.rdf.dates import PartialDate
    from comity.tables import Tables
    from comity.tables.policy_rows import PrecedentRow, ProhibitionRow

    Fact = tuple[NamedNode, NamedNode | Literal]


def policy_quads(tables: Tables) -> Iterator[Quad]:
    """Yield the quads of all prohibitions and precedents, in table order."""
    public = {row.id: public_from(row) for row in tables.sources}
    for rule in tables.prohibitions:
        node = iri(f"prohibition/{rule.id}")
        yield Quad(iri(rule.restriction), terms.PROHIBITION, node, THINGS)
        for predicate, value in _prohibition_facts(rule, public):
            yield Quad(node, predicate, value, THINGS)
    for case in tables.precedents:
        node = iri(f"precedent/{case.id}")
        for predicate, value in _precedent_facts(case, public):
            yield Quad(node, predicate, value, THINGS)


def known_day(row: ProhibitionRow, source: date | None) -> date | None:
    """Return the first day on which a prohibition was certainly public.

    A law that can be cited was made in public, so it is known from its first day when the row was
    seen somewhere; any other rule from the day on which its source was public.
    """
    days = [source] if source else []
    if row.citation and row.start and row.verified != "recalled":
        days.append(row.start.last_day)
    return min(days, default=None)


def _prohibition_facts(row: ProhibitionRow, public: Mapping[str, date | None]) -> Iterator[Fact]:
    yield terms.TYPE, Comity.Prohibition
    yield from _described(f"prohibition/{row.id}", row)
    yield Comity.confidence, CONCEPTS["ConfidenceScheme"][row.confidence]
    if row.issuer:
        yield terms.ASSIGNER, iri(row.issuer)
    for party in row.bound:
        yield terms.ASSIGNEE, _party(party)
    for party in row.toward:
        yield Comity.prohibitedToward, _party(party)
    for activity in row.activities:
        yield terms.ACTION, CONCEPTS["ActivityScheme"][activity]
    yield Comity.boundReach, CONCEPTS["ReachScheme"][row.bound_reach]
    yield Comity.towardReach, CONCEPTS["ReachScheme"][row.toward_reach]
    yield Comity.setting, CONCEPTS["SettingScheme"][row.setting]
    yield Comity.ruleEffect, CONCEPTS["RuleEffectScheme"][row.effect]
    yield Comity.exemptionKind, CONCEPTS["ExemptionScheme"][row.exemption]
    yield Comity.ruleForce, CONCEPTS["RuleForceScheme"][row.force]
    if row.exempted_by:
        yield Comity.exemptedBy, literals.text(row.exempted_by)
    if row.duty:
        yield Comity.exemptionDuty, literals.english(row.duty)
    if row.lead_days is not None:
        yield Comity.leadDays, literals.whole(row.lead_days)
    if row.citation:
        yield Comity.legalBasis, literals.text(row.citation)
    yield from _days(row.start, row.end)
    if known := known_day(row, public[row.source]):
        yield Comity.knownFrom, literals.day(known)


def _precedent_facts(row: PrecedentRow, public: Mapping[str, date | None]) -> Iterator[Fact]:
    yield terms.TYPE, Comity.Precedent
    yield from _described(f"precedent/{row.id}", row)
    yield Comity.precedentTo, iri(row.restriction)
    if row.prohibition:
        yield Comity.precedentToRule, iri(f"prohibition/{row.prohibition}")
    yield Comity.way, CONCEPTS["WayScheme"][row.way]
    yield Comity.oneSide, iri(row.one)
    yield Comity.otherSide, iri(row.other)
    yield Comity.inActivity, CONCEPTS["ActivityScheme"][row.activity]
    yield terms.DATE, literals.partial(row.date)
    yield Comity.earliestStart, literals.day(row.date.first_day)
    yield Comity.latestStart, literals.day(row.date.last_day)
    yield Comity.caseOutcome, CONCEPTS["CaseOutcomeScheme"][row.outcome]
    if row.mission_or_event:
        yield Comity.caseOf, iri(row.mission_or_event)
    if known := public[row.source]:
        yield Comity.knownFrom, literals.day(known)


def _described(id_: str, row: ProhibitionRow | PrecedentRow) -> Iterator[Fact]:
    yield terms.LABEL, literals.english(row.label)
    yield terms.IDENTIFIER, literals.text(id_)
    yield terms.SOURCE, iri(f"source/{row.source}")
    if row.verified == "recalled":
        yield Comity.verification, Comity.Recalled
    else:
        yield Comity.verification, Comity.Seen
        yield Comity.verifiedAt, literals.text(row.verified)
    if row.note:
        yield terms.NOTE, literals.english(row.note)
    for claim in row.claims:
        yield Comity.restsOn, iri(f"claim/{claim}")


def _days(start: PartialDate | None, end: PartialDate | None) -> Iterator[Fact]:
    period = Period(start, end)
    if start:
        yield Comity.validFrom, literals.partial(start)
    if end:
        yield Comity.validUntil, literals.partial(end)
    for predicate, day in (
        (Comity.earliestStart, period.earliest_start),
        (Comity.latestStart, period.latest_start),
        (Comity.earliestEnd, period.earliest_end),
        (Comity.latestEnd, period.latest_end),
    ):
        if day:
            yield predicate, literals.day(day)


def _party(word: str) -> NamedNode:
    return CONCEPTS["PartyClassScheme"].get(word) or iri(word)
