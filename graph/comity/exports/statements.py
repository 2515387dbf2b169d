"""The statement table: one row a claim and attestation, as Parquet.

In: things, claims, attestations and sources. Out: rows by the columns of `schema.STATEMENTS`, and
one Parquet file of them. It is the form for bulk work: counts, dyad-years, joins. What does not
belong here: questions over it.
"""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from comity.errors import MissingPart
from comity.exports.editions import HOME, LICENCE_URL
from comity.exports.records import Facts, as_text, type_of
from comity.exports.schema import STATEMENTS
from comity.exports.tables import PREDICATES
from comity.rdf import terms
from comity.rdf.dates import PartialDate
from comity.rdf.vocabulary import Comity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import NamedNode

    from comity.exports.editions import Origin
    from comity.exports.records import Records

Row = dict[str, str | date | None]
_ROWS_A_GROUP: Final = 100_000


def statement_rows(records: Records) -> Iterator[Row]:
    """Yield a row for each claim and attestation, sorted by their ids.

    A claim of which no attestation is left for the moment has one row without.
    """
    sources = {id_: _source(id_, facts) for id_, facts in records.sources.items()}
    said = {id_: _attestation(id_, facts, sources) for id_, facts in records.attestations.items()}
    labels = {id_: _first(facts, terms.LABEL) for id_, facts in records.things.items()}
    for id_, facts in records.claims.items():
        claim = _claim(id_, facts, labels)
        attestations = facts.all(Comity.attestation)
        for attestation in attestations:
            yield claim | said[as_text(attestation)]
        if not attestations:
            yield claim


def to_parquet(records: Records, origin: Origin) -> tuple[bytes, int]:
    """Return the statement table as Parquet, and its number of rows.

    Raises:
        MissingPart: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  (slow to import, and an extra)
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as problem:
        raise MissingPart("the format parquet", "comity[parquet]") from problem
    types = {"date": pa.date32(), "string": pa.string()}
    schema = pa.schema(
        [
            pa.field(
                column.name,
                types[column.type],
                nullable=not column.required,
                metadata={"description": column.meaning},
            )
            for column in STATEMENTS
        ],
        metadata={"comity": origin.words, "licence": LICENCE_URL, "homepage": HOME},
    )
    rows = list(statement_rows(records))
    columns: Mapping[str, list[Any]] = {
        column.name: [row.get(column.name) for row in rows] for column in STATEMENTS
    }
    buffer = io.BytesIO()
    pq.write_table(
        pa.Table.from_pydict(columns, schema=schema),
        buffer,
        compression="zstd",
        row_group_size=_ROWS_A_GROUP,
    )
    return buffer.getvalue(), len(rows)


def _claim(id_: str, facts: Facts, labels: Mapping[str, str | None]) -> Row:
    (subject,), (predicate,) = facts.all(terms.SUBJECT), facts.all(terms.PREDICATE)
    (object_,) = facts.all(terms.OBJECT)
    is_thing = type_of(object_) == "thing"
    text = as_text(object_)
    return {
        "claim": id_,
        "graph": facts.graph,
        "subject": as_text(subject),
        "subject_label": labels.get(as_text(subject)),
        "predicate": PREDICATES.get(predicate.value, as_text(predicate)),
        "object": text if is_thing else None,
        "object_label": labels.get(text) if is_thing else None,
        "value": None if is_thing else text,
        "value_type": None if is_thing else type_of(object_),
        "since": _first(facts, Comity.validFrom),
        "until": _first(facts, Comity.validUntil),
        "earliest_start": _day(facts, Comity.earliestStart),
        "latest_start": _day(facts, Comity.latestStart),
        "earliest_end": _day(facts, Comity.earliestEnd),
        "latest_end": _day(facts, Comity.latestEnd),
        "known_from": _day(facts, Comity.knownFrom),
        "legal_status": _first(facts, Comity.legalStatus),
        "verdict": _first(facts, Comity.verdict),
        "confidence": _first(facts, Comity.confidence),
    }


def _attestation(id_: str, facts: Facts, sources: Mapping[str, Row]) -> Row:
    source = _first(facts, terms.DERIVED_FROM)
    return {
        "attestation": id_,
        "stance": _first(facts, Comity.stance),
        "modality": _first(facts, Comity.modality),
        "voice": _first(facts, Comity.voice),
        "verification": _first(facts, Comity.verification),
        "attestation_confidence": _first(facts, Comity.confidence),
        "attestation_known_from": _day(facts, Comity.knownFrom),
        "stated_from": _first(facts, Comity.statedFrom),
        "stated_until": _first(facts, Comity.statedUntil),
        "quote": _first(facts, terms.QUOTE),
        **(sources[source] if source else {}),
    }


def _source(id_: str, facts: Facts) -> Row:
    published = _first(facts, terms.ISSUED)
    meant = PartialDate.parse(published) if published else None
    return {
        "source": id_,
        "source_title": _first(facts, terms.LABEL),
        "source_class": _first(facts, Comity.sourceClass),
        "publisher": _first(facts, terms.PUBLISHER),
        "via": _first(facts, Comity.via),
        "published": published,
        "published_first": meant.first_day if meant else None,
        "published_last": meant.last_day if meant else None,
        "url": _first(facts, terms.URL),
    }


def _first(facts: Facts, predicate: NamedNode) -> str | None:
    values = facts.all(predicate)
    return as_text(values[0]) if values else None


def _day(facts: Facts, predicate: NamedNode) -> date | None:
    text = _first(facts, predicate)
    return date.fromisoformat(text) if text else None
