"""The columns of exported tables: what each holds, and what refers to what.

In: nothing. Out: a `Table` for each table of the data package, and the columns of the statement
table. What does not belong here: rows (`tables`, `statements`) and bytes.

Types are those of a Table Schema (`string`, `date`, `integer`, `boolean`, `uri`); `partial` is a
date of which the day, or the month and the day, may be unknown: a text YYYY, YYYY-MM or YYYY-MM-DD.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

CellType = Literal["string", "date", "integer", "boolean", "uri", "partial"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, meaning and type.

    Attributes:
        name: Its name.
        meaning: What it holds, as the start of a sentence.
        type: What its cells are.
        required: Whether no cell is empty.
        refers: The table and the column that every cell stands in, or nothing.
    """

    name: str
    meaning: str
    type: CellType = "string"
    required: bool = False
    refers: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: name, title, the columns that tell its rows apart, and all columns."""

    name: str
    title: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


def _thing(name: str, meaning: str, *, required: bool = False) -> Column:
    return Column(name, meaning, required=required, refers=("things", "id"))


_VERDICT: Final = (
    Column("verdict", "supported, contradicted, outdated, disputed or unverified"),
    Column("verdict_rule", "The rule that decided the verdict"),
    Column("verdict_reason", "Why, in words"),
    Column("verdict_when_published", "The verdict for the time of publication"),
    Column("verdict_reason_when_published", "Why, where that differs"),
)

TABLES: Final[Mapping[str, Table]] = {
    table.name: table
    for table in (
        Table(
            "things",
            "Nations, agencies, missions and all other things, prohibitions and precedents too",
            ("id",),
            (
                Column("id", "Identifier, a kind and a slug", required=True),
                Column("kind", "Kind of thing, the first part of its id", required=True),
                Column("label", "Name in English", required=True),
                Column("description", "What it is"),
                Column("start", "When it began, as stated", "partial"),
                Column("end", "When it ended, as stated", "partial"),
                _thing("nation", "The nation it belongs to"),
                Column("wikidata", "Address of the same thing in Wikidata", "uri"),
                Column("verification", "seen, or recalled from memory"),
                Column("verified_at", "Where it was seen"),
            ),
        ),
        Table(
            "names",
            "Other names of things",
            ("thing", "name"),
            (
                _thing("thing", "The thing", required=True),
                Column("name", "A name besides its label", required=True),
            ),
        ),
        Table(
            "values",
            "What else is recorded of things and sources: designators, orbits, totals of votes",
            ("thing", "property", "value"),
            (
                Column("thing", "The thing or source", required=True),
                Column("property", "The property, such as comity:symbol", required=True),
                Column("value", "Its value", required=True),
                Column("type", "thing, concept, iri, text, text@LANGUAGE or an XSD datatype"),
            ),
        ),
        Table(
            "redirects",
            "Ids of things and sources that were merged into others",
            ("old",),
            (
                Column("old", "The id that is no longer used", required=True),
                Column("new", "The id to use", required=True),
            ),
        ),
        Table(
            "sources",
            "Documents and lists that say what claims say",
            ("id",),
            (
                Column("id", "Identifier", required=True),
                Column("title", "Title", required=True),
                Column("class", "Class of source, such as official or news"),
                Column("publisher", "Who published it"),
                Column("via", "Where its words were seen, if not at their publisher's"),
                Column("published", "When, as stated", "partial"),
                Column("url", "Address", "uri"),
                Column("locator", "Address or other place, as entered"),
                Column("known_from", "First day on which it was certainly public", "date"),
                Column("accessed", "Day on which it was looked at", "date"),
                Column("reprint_of", "The source that it reprints", refers=("sources", "id")),
            ),
        ),
        Table(
            "thing_sources",
            "On which sources the record of a thing rests",
            ("thing", "source"),
            (
                _thing("thing", "The thing", required=True),
                Column("source", "The source", required=True, refers=("sources", "id")),
            ),
        ),
        Table(
            "predicates",
            "Relations and attributes that claims state",
            ("name",),
            (
                Column("name", "Its word in claims", required=True),
                Column("iri", "Its term in the ontology", "uri", required=True),
                Column(
                    "sort", "relation (object is a thing) or attribute (a value)", required=True
                ),
                Column("label", "Name in English", required=True),
                Column("phrase", "Words between subject and object in a sentence", required=True),
                Column("general", "More general relations, nearest first, with spaces between"),
            ),
        ),
        Table(
            "claims",
            "Propositions that a relation holds between two things, or a thing has a value",
            ("id",),
            (
                Column("id", "Identifier", required=True),
                Column(
                    "graph",
                    "claims, or documents for what only texts under examination say",
                    required=True,
                ),
                _thing("subject", "What it is about", required=True),
                Column(
                    "predicate",
                    "The relation or attribute",
                    required=True,
                    refers=("predicates", "name"),
                ),
                _thing("object", "The other thing; empty where there is a value"),
                Column("value", "The value of an attribute"),
                Column("value_type", "Type of the value, such as integer, text or concept"),
                Column("since", "When it began, as stated", "partial"),
                Column("until", "The last day, as stated", "partial"),
                Column("earliest_start", "First day on which it may have held", "date"),
                Column("latest_start", "Day by which it had certainly begun", "date"),
                Column("earliest_end", "Last day on which it certainly held", "date"),
                Column("latest_end", "Last day on which it may have held", "date"),
                Column(
                    "in_force_from", "First day on which an accord bound it, by rule", "partial"
                ),
                Column("in_force_until", "Last day on which it did", "partial"),
                Column("known_from", "First day on which it was certainly public", "date"),
                Column("legal_status", "Legal status that follows from the relation"),
                *_VERDICT,
                Column("confidence", "high, medium or low"),
                Column("note", "Free text"),
            ),
        ),
        Table(
            "qualifiers",
            "What else is said of claims and attestations: roles, masses, activities, derivations",
            ("about", "property", "value"),
            (
                Column("about", "The claim or attestation", required=True),
                Column("property", "The property, such as comity:role", required=True),
                Column("value", "Its value", required=True),
                Column("type", "thing, concept, iri, text, text@LANGUAGE or an XSD datatype"),
            ),
        ),
        Table(
            "attestations",
            "Sources' saying so, or denying it",
            ("id",),
            (
                Column("id", "Identifier", required=True),
                Column("graph", "claims, or documents for passages of texts", required=True),
                Column("source", "The source", required=True, refers=("sources", "id")),
                Column("stance", "affirms or denies", required=True),
                Column("modality", "How the source puts it, such as asserted"),
                _thing("voice", "Who speaks in it"),
                Column("verification", "seen, or recalled from memory"),
                Column("verified_at", "Where it was seen"),
                Column("confidence", "high, medium or low"),
                Column("known_from", "First day on which it was certainly public", "date"),
                Column("stated_from", "Beginning as this source states it", "partial"),
                Column("stated_until", "End as this source states it", "partial"),
                Column("quote", "The exact words"),
                Column("quote_start", "Place of the first character in the text", "integer"),
                Column("quote_end", "Place after the last character", "integer"),
                *_VERDICT,
                Column("note", "Free text"),
            ),
        ),
        Table(
            "claim_attestations",
            "Which attestations speak for or against which claims",
            ("claim", "attestation"),
            (
                Column("claim", "The claim", required=True, refers=("claims", "id")),
                Column(
                    "attestation", "The attestation", required=True, refers=("attestations", "id")
                ),
            ),
        ),
        Table(
            "verdict_basis",
            "Which attestations and claims decided a verdict",
            ("about", "basis"),
            (
                Column("about", "The claim or passage that was judged", required=True),
                Column("basis", "The attestation or claim that decided", required=True),
            ),
        ),
    )
}

STATEMENTS: Final = (
    Column("claim", "Id of the claim", required=True),
    Column("graph", "claims, or documents for what only texts say", required=True),
    Column("subject", "Id of what it is about", required=True),
    Column("subject_label", "Its name", required=True),
    Column("predicate", "Word of the relation or attribute", required=True),
    Column("object", "Id of the other thing; null where there is a value"),
    Column("object_label", "Its name"),
    Column("value", "Value of an attribute"),
    Column("value_type", "Type of the value, such as integer, text or concept"),
    Column("since", "When it began, as stated: YYYY, YYYY-MM or YYYY-MM-DD"),
    Column("until", "The last day, as stated"),
    Column("earliest_start", "First day on which it may have held", "date"),
    Column("latest_start", "Day by which it had certainly begun", "date"),
    Column("earliest_end", "Last day on which it certainly held", "date"),
    Column("latest_end", "Last day on which it may have held", "date"),
    Column("known_from", "First day on which the claim was certainly public", "date"),
    Column("legal_status", "Legal status that follows from the relation"),
    Column("verdict", "Verdict of the claim", required=True),
    Column("confidence", "Confidence in the claim: high, medium or low", required=True),
    Column("attestation", "Id of the attestation; null when no source is left for the moment"),
    Column("stance", "affirms or denies"),
    Column("modality", "How the source puts it, such as asserted"),
    Column("voice", "Id of who speaks"),
    Column("verification", "seen, or recalled from memory"),
    Column("attestation_confidence", "Confidence in the attestation"),
    Column("attestation_known_from", "First day on which it was certainly public", "date"),
    Column("stated_from", "Beginning as this source states it"),
    Column("stated_until", "End as this source states it"),
    Column("quote", "The exact words"),
    Column("source", "Id of the source"),
    Column("source_title", "Its title"),
    Column("source_class", "Its class, such as official or news"),
    Column("publisher", "Who published it"),
    Column("via", "Where its words were seen, if not at their publisher's"),
    Column("published", "When, as stated: YYYY, YYYY-MM or YYYY-MM-DD"),
    Column("published_first", "First day that this may mean", "date"),
    Column("published_last", "Last day that this may mean", "date"),
    Column("url", "Its address"),
)
"""The columns of the statement table: one row a claim and attestation."""
