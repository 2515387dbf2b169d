"""The record as tables that refer to each other.

In: things, claims, attestations and sources. Out: the rows of each table of `schema.TABLES`, sorted
by key. What fits no column of its own stands in `values` or `qualifiers`, so nothing is lost. What
does not belong here: bytes (`datapackage`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.exports.records import Facts, as_text, type_of
from comity.exports.schema import TABLES
from comity.rdf import terms
from comity.rdf.vocabulary import ATTRIBUTES, CLASS_OF_KIND, RELATIONS, Comity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from comity.exports.records import Records

Row = tuple[str | None, ...]
PREDICATES: Final[Mapping[str, str]] = {
    **{each.iri.value: each.name for each in RELATIONS.values()},
    **{each.iri.value: each.name for each in ATTRIBUTES.values()},
}
"""The word in tables of each relation and attribute, by its IRI."""
_IMPLIED: Final = frozenset(CLASS_OF_KIND.values())  # said by the id already


def table_rows(records: Records) -> dict[str, list[Row]]:
    """Return the rows of all tables, by name; the records are used up.

    Cells are texts; None is an empty cell.
    """
    found: dict[str, list[Row]] = {name: [] for name in TABLES}
    for id_, facts in (*records.things.items(), *records.sources.items()):
        if (new := facts.text(terms.REPLACED_BY)) is not None:
            found["redirects"].append((id_, new))
            facts.texts(terms.DEPRECATED)
            facts.texts(terms.IDENTIFIER)
        elif id_ in records.sources:
            found["sources"].append(_source(id_, facts))
        else:
            _add_thing(found, id_, facts)
        found["values"].extend(_rest(id_, facts))
    for id_, facts in records.claims.items():
        _add_claim(found, id_, facts)
    for id_, facts in records.attestations.items():
        found["attestations"].append(_attestation(id_, facts))
        _add_records(found, id_, facts)
    found["predicates"] = [*_relations(), *_attributes()]
    return {name: sorted(rows, key=_as_key) for name, rows in found.items()}


def _as_key(row: Row) -> tuple[str, ...]:
    return tuple(cell or "" for cell in row)


def _add_thing(found: dict[str, list[Row]], id_: str, facts: Facts) -> None:
    _drop_implied(facts)
    found["names"].extend((id_, name) for name in facts.texts(terms.ALT_LABEL))
    found["thing_sources"].extend((id_, source) for source in facts.texts(terms.SOURCE))
    found["things"].append(
        (
            id_,
            id_.partition("/")[0],
            facts.text(terms.LABEL),
            facts.text(terms.DESCRIPTION),
            facts.text(Comity.startDate),
            facts.text(Comity.endDate),
            facts.text(Comity.nation),
            facts.text(terms.EXACT_MATCH),
            facts.text(Comity.verification),
            facts.text(Comity.verifiedAt),
        )
    )


def _drop_implied(facts: Facts) -> None:
    """Drop the class and the identifier, which the id says already."""
    others = [value for value in facts.all(terms.TYPE) if value not in _IMPLIED]
    facts.texts(terms.TYPE)
    for value in others:
        facts.add(terms.TYPE, value)
    facts.texts(terms.IDENTIFIER)


def _source(id_: str, facts: Facts) -> Row:
    _drop_implied(facts)
    return (
        id_,
        facts.text(terms.LABEL),
        facts.text(Comity.sourceClass),
        facts.text(terms.PUBLISHER),
        facts.text(Comity.via),
        facts.text(terms.ISSUED),
        facts.text(terms.URL),
        facts.text(Comity.locator),
        facts.text(Comity.knownFrom),
        facts.text(Comity.accessed),
        facts.text(Comity.reprintOf),
    )


def _add_claim(found: dict[str, list[Row]], id_: str, facts: Facts) -> None:
    _drop_implied(facts)
    found["claim_attestations"].extend((id_, said) for said in facts.texts(Comity.attestation))
    (predicate,), (object_,) = facts.all(terms.PREDICATE), facts.all(terms.OBJECT)
    facts.texts(terms.PREDICATE)
    text = facts.text(terms.OBJECT)
    is_thing = type_of(object_) == "thing"
    found["claims"].append(
        (
            id_,
            facts.graph,
            facts.text(terms.SUBJECT),
            PREDICATES.get(predicate.value, as_text(predicate)),
            text if is_thing else None,
            None if is_thing else text,
            None if is_thing else type_of(object_),
            facts.text(Comity.validFrom),
            facts.text(Comity.validUntil),
            facts.text(Comity.earliestStart),
            facts.text(Comity.latestStart),
            facts.text(Comity.earliestEnd),
            facts.text(Comity.latestEnd),
            facts.text(Comity.inForceFrom),
            facts.text(Comity.inForceUntil),
            facts.text(Comity.knownFrom),
            facts.text(Comity.legalStatus),
            *_verdict(facts),
            facts.text(Comity.confidence),
            facts.text(terms.NOTE),
        )
    )
    _add_records(found, id_, facts)


def _attestation(id_: str, facts: Facts) -> Row:
    _drop_implied(facts)
    return (
        id_,
        facts.graph,
        facts.text(terms.DERIVED_FROM),
        facts.text(Comity.stance),
        facts.text(Comity.modality),
        facts.text(Comity.voice),
        facts.text(Comity.verification),
        facts.text(Comity.verifiedAt),
        facts.text(Comity.confidence),
        facts.text(Comity.knownFrom),
        facts.text(Comity.statedFrom),
        facts.text(Comity.statedUntil),
        facts.text(terms.QUOTE),
        facts.text(terms.QUOTE_START),
        facts.text(terms.QUOTE_END),
        *_verdict(facts),
        facts.text(terms.NOTE),
    )


def _verdict(facts: Facts) -> Row:
    return (
        facts.text(Comity.verdict),
        facts.text(Comity.verdictRule),
        facts.text(Comity.verdictReason),
        facts.text(Comity.verdictWhenPublished),
        facts.text(Comity.verdictReasonWhenPublished),
    )


def _add_records(found: dict[str, list[Row]], id_: str, facts: Facts) -> None:
    found["verdict_basis"].extend((id_, basis) for basis in facts.texts(Comity.verdictBasis))
    found["qualifiers"].extend(_rest(id_, facts))


def _rest(id_: str, facts: Facts) -> Iterator[Row]:
    for name, value in facts.rest():
        yield id_, name, as_text(value), type_of(value)


def _relations() -> Iterable[Row]:
    for each in RELATIONS.values():
        general = " ".join(each.supers) or None
        yield each.name, each.iri.value, "relation", each.label, each.phrase, general


def _attributes() -> Iterable[Row]:
    for each in ATTRIBUTES.values():
        yield each.name, each.iri.value, "attribute", each.label, each.phrase, None
