"""Things and sources as RDF statements.

In: checked tables. Out: quads of the graph `things`: entities, resolutions with their totals,
flights and satellites (`craft`), sources and redirects. What does not belong here: claims
(`quads`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from comity.claims.craft import flight_facts, satellite_facts
from comity.claims.legal import rule_in_words
from comity.claims.publication import public_from
from comity.claims.succession import Seats
from comity.rdf import literals, terms
from comity.rdf.namespaces import graph_name, iri
from comity.rdf.vocabulary import CLASS_OF_KIND, CONCEPTS, Comity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from comity.tables import Tables
    from comity.tables.legal_rows import AccordTermsRow, TreatyRuleRow
    from comity.tables.rows import (
        EntityRow,
        ExceptionRow,
        IdentifierRow,
        RedirectRow,
        ResolutionRow,
        SourceRow,
    )

THINGS: Final = graph_name("things")
_TRUE: Final = Literal(value=True)
IDENTIFIERS: Final = {
    "cospar": Comity.internationalDesignator,
    "cow": Comity.cowCode,
    "ror": Comity.rorId,
    "unts": Comity.untsNumber,
}

Fact = tuple[NamedNode, NamedNode | Literal]


def thing_quads(tables: Tables) -> Iterator[Quad]:
    """Yield the quads of all things, resolutions, flights, satellites, sources and exceptions."""
    for entity in tables.entities:
        yield from _quads(entity.id, _entity_facts(entity))
    for resolution in tables.resolutions:
        yield from _quads(resolution.accord, _resolution_facts(resolution))
    for flight in tables.flights:
        yield from _quads(flight.mission, flight_facts(flight))
    for satellite in tables.satellites:
        yield from _quads(satellite.id, satellite_facts(satellite))
    rules = {(row.accord, row.concerns): row for row in tables.treaty_rules}
    for terms_row in tables.accord_terms:
        yield from _quads(terms_row.accord, _accord_facts(terms_row, rules))
    yield from _seat_quads(Seats(tables.successions))
    for source in tables.sources:
        yield from _quads(f"source/{source.id}", _source_facts(source))
    for exception in tables.exceptions:
        yield from _quads(exception.about, _exception_facts(exception))
    for each in tables.identifiers:
        yield from _quads(each.entity, _identifier_facts(each))
    for redirect in tables.redirects:
        yield from _quads(redirect.old, _redirect_facts(redirect))


def _quads(id_: str, facts: Iterator[Fact]) -> Iterator[Quad]:
    node = iri(id_)
    for predicate, value in facts:
        yield Quad(node, predicate, value, THINGS)


def _entity_facts(row: EntityRow) -> Iterator[Fact]:
    yield terms.TYPE, CLASS_OF_KIND[row.kind]
    yield terms.LABEL, literals.english(row.label)
    yield terms.IDENTIFIER, literals.text(row.id)
    for label in row.alt_labels:
        yield terms.ALT_LABEL, literals.text(label)
    if row.description:
        yield terms.DESCRIPTION, literals.english(row.description)
    if row.start:
        yield Comity.startDate, literals.partial(row.start)
    if row.end:
        yield Comity.endDate, literals.partial(row.end)
    if row.nation:
        yield Comity.nation, iri(row.nation)
    if row.wikidata:
        yield terms.EXACT_MATCH, NamedNode(terms.WIKIDATA + row.wikidata)
    for source in row.source:
        yield terms.SOURCE, iri(f"source/{source}")
    if row.verified == "recalled":
        yield Comity.verification, Comity.Recalled
    else:
        yield Comity.verification, Comity.Seen
        yield Comity.verifiedAt, literals.text(row.verified)


def _resolution_facts(row: ResolutionRow) -> Iterator[Fact]:
    yield Comity.symbol, literals.text(row.symbol)
    yield terms.DATE, literals.partial(row.date)
    yield Comity.voteType, literals.text(row.vote_type)
    yield terms.SOURCE, iri(f"source/{row.source}")
    for predicate, number in (
        (Comity.votesFor, row.yes),
        (Comity.votesAgainst, row.no),
        (Comity.votesAbstaining, row.abstain),
        (Comity.votesAbsent, row.absent),
    ):
        if number is not None:
            yield predicate, literals.whole(number)
    for predicate, words in (
        (Comity.topic, row.subject),
        (Comity.sponsors, row.sponsors),
        (Comity.undlRecord, row.undl_record),
    ):
        if words:
            yield predicate, literals.text(words)


def _accord_facts(
    row: AccordTermsRow, rules: Mapping[tuple[str, str], TreatyRuleRow]
) -> Iterator[Fact]:
    yield Comity.bindingStrength, CONCEPTS["BindingStrengthScheme"][row.strength]
    yield terms.SOURCE, iri(f"source/{row.source}")
    for predicate, day in (
        (Comity.openedForSignature, row.opened),
        (Comity.enteredIntoForce, row.entered_into_force),
    ):
        if day:
            yield predicate, literals.partial(day)
    for predicate, words in (
        (Comity.depositaryName, row.depositary),
        (Comity.registration, row.registration),
    ):
        if words:
            yield predicate, literals.text(words)
    for predicate, concerns in (
        (Comity.entryRule, "entry"),
        (Comity.withdrawalRule, "withdrawal"),
    ):
        rule = rules.get((row.accord, concerns))
        if rule:
            yield predicate, literals.english(rule_in_words(rule))
            yield terms.SOURCE, iri(f"source/{rule.source}")


def _seat_quads(seats: Seats) -> Iterator[Quad]:
    for nation in seats.nations:
        facts: list[Fact] = []
        if nation in seats.first:
            facts.append((Comity.seatFrom, literals.day(seats.first[nation])))
            facts.append((Comity.seatAfter, iri(seats.after[nation])))
        if nation in seats.last:
            facts.append((Comity.seatUntil, literals.day(seats.last[nation])))
        if nation in seats.passed_to:
            facts.append((Comity.seatPassedTo, iri(seats.passed_to[nation])))
        yield from _quads(nation, iter(facts))


def _source_facts(row: SourceRow) -> Iterator[Fact]:
    yield terms.TYPE, Comity.Source
    yield terms.LABEL, literals.english(row.title)
    yield terms.IDENTIFIER, literals.text(f"source/{row.id}")
    yield Comity.sourceClass, CONCEPTS["SourceClassScheme"][row.kind]
    if row.publisher:
        yield terms.PUBLISHER, literals.text(row.publisher)
    if row.via:
        yield Comity.via, literals.text(row.via)
    if row.url:
        yield Comity.locator, literals.text(row.url)
    if row.url.startswith(("https://", "http://")):
        yield terms.URL, Literal(row.url, datatype=literals.ANY_URI)
    if row.published:
        yield terms.ISSUED, literals.partial(row.published)
    known = public_from(row)
    if known:
        yield Comity.knownFrom, literals.day(known)
    if row.accessed:
        yield Comity.accessed, literals.day(row.accessed)
    if row.origin:
        yield Comity.reprintOf, iri(f"source/{row.origin}")


def _exception_facts(row: ExceptionRow) -> Iterator[Fact]:
    yield Comity.exception, literals.english(row.reason)
    yield terms.SOURCE, iri(f"source/{row.source}")
    if row.start:
        yield Comity.exceptionFrom, literals.partial(row.start)
    if row.end:
        yield Comity.exceptionUntil, literals.partial(row.end)


def _identifier_facts(row: IdentifierRow) -> Iterator[Fact]:
    if row.scheme == "wikidata":
        yield terms.EXACT_MATCH, NamedNode(terms.WIKIDATA + row.value)
    else:
        yield IDENTIFIERS[row.scheme], literals.text(row.value)


def _redirect_facts(row: RedirectRow) -> Iterator[Fact]:
    yield terms.REPLACED_BY, iri(row.new)
    yield terms.DEPRECATED, _TRUE
    yield terms.IDENTIFIER, literals.text(row.old)
