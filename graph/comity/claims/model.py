"""What a claim, an attestation and a judgement are.

In and out: values. What does not belong here: how they are found in tables (`assembly`), judged
(`comity.verdicts`) or written as RDF (`quads`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.rdf.vocabulary import ATTRIBUTES

if TYPE_CHECKING:
    from datetime import date

    from pyoxigraph import NamedNode

    from comity.rdf.dates import PartialDate, Period

DOCUMENT: Final = "text"
RECOLLECTION: Final = "recollection"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason, by `ontology/decisions/0005`.

    Attributes:
        verdict: `supported`, `contradicted`, `outdated`, `disputed` or `unverified`.
        rule: Word of the rule that decided, such as `weighing`.
        reason: Why, in words.
        basis: Ids of the attestations and claims that decided, such as `claim/…`.
    """

    verdict: str
    rule: str
    reason: str
    basis: tuple[str, ...] = ()


PENDING: Final = Judgement("unverified", "recollection", "No rule has judged this yet.")


@dataclass(frozen=True, slots=True)
class Attestation:
    """One source's saying so, or denying it.

    Attributes:
        id: Its slug; one attestation may speak for several claims when one list states them all.
        source: Slug of the source.
        stance: `affirms`, `qualifies` or `denies`.
        seen: Whether the source was looked at; otherwise the fact is recalled from memory.
        verified: Address where it was seen; empty when recalled or when the source says it.
        confidence: `high`, `medium` or `low`.
        known: First day on which the source was certainly public; None for a memory.
        source_class: Class of the source, such as `official`.
        group: What it shares with sources that are not independent of it.
        published: Date of publication of the source, as stated.
        modality: How the source puts it, such as `asserted`.
        voice: Id of the actor who speaks; None when the source speaks for itself.
        stated: The period as the source states it, where that differs from the claim's.
        quote: The exact words, if they are quoted.
        offsets: Where in the text the words begin and end, in characters.
        note: Free text.
        judgement: Whether what a document says holds; None for sources that are evidence.
        when_published: The same for the time of its publication.
    """

    id: str
    source: str
    stance: str
    seen: bool
    verified: str
    confidence: str
    known: date | None
    source_class: str = "official"
    group: str = ""
    published: PartialDate | None = None
    modality: str = "asserted"
    voice: str | None = None
    stated: Period | None = None
    quote: str = ""
    offsets: tuple[int, int] | None = None
    note: str = ""
    judgement: Judgement | None = None
    when_published: Judgement | None = None

    @property
    def is_document(self) -> bool:
        """Whether it is a passage of a text under examination, which is no evidence."""
        return self.source_class == DOCUMENT

    @property
    def is_evidence(self) -> bool:
        """Whether it counts when a claim is judged."""
        return self.seen and self.source_class not in {DOCUMENT, RECOLLECTION}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days between which a claim may have held, and those on which it certainly did.

    Attributes:
        earliest_start: First day on which it may have held; None when nothing bounds it.
        latest_start: Day by which it had certainly begun; None when the record does not say.
        earliest_end: Last day on which it certainly held; None when no end is known.
        latest_end: Last day on which it may have held; None when no end is known.
    """

    earliest_start: date | None
    latest_start: date | None
    earliest_end: date | None
    latest_end: date | None

    def allow(self, day: date) -> bool:
        """Tell whether the record does not exclude that it held on a day."""
        return (self.earliest_start is None or self.earliest_start <= day) and (
            self.latest_end is None or day <= self.latest_end
        )


@dataclass(frozen=True, slots=True)
class InForce:
    """When an accord bound an actor, as far as rules say.

    Attributes:
        start: First day on which it did; None when no rule says.
        end: Last day on which it did; None when no rule says, or it has not ended.
        rules: Words of the rules by which the days were found.
        words: For each of them, how it was found.
    """

    start: PartialDate | None
    end: PartialDate | None
    rules: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """The proposition that a relation holds between two entities, or an entity has a value.

    Attributes:
        id: Its slug.
        subject: Id of the entity that the claim is about.
        predicate: Name of the relation or attribute, such as `member_of` or `planned_launch`.
        object: Id of the other entity, or the text of the value.
        period: When it held, as stated.
        bounds: On which days it may have held, and on which it certainly did.
        qualifiers: Pairs of key and text.
        legal_status: Concept of the legal status that the relation implies, if any.
        confidence: `high`, `medium` or `low`; before it is judged, that of its own row.
        known: First day on which it was certainly public; None when no publication is on record.
        attestations: Who says so; at least one.
        note: Free text.
        judgement: Its verdict as of now.
        when_published: Its verdict for the day on which it was first public, if that differs.
        in_force: When the accord bound the subject, where rules say so.
    """

    id: str
    subject: str
    predicate: str
    object: str
    period: Period
    bounds: Bounds
    qualifiers: tuple[tuple[str, str], ...]
    legal_status: NamedNode | None
    confidence: str
    known: date | None
    attestations: tuple[Attestation, ...]
    note: str = ""
    judgement: Judgement = PENDING
    when_published: Judgement | None = None
    in_force: InForce | None = None

    @property
    def verdict(self) -> str:
        """The verdict as of now."""
        return self.judgement.verdict

    @property
    def is_accepted(self) -> bool:
        """Whether its verdict lets it count as a tie."""
        return self.verdict in {"supported", "unverified"}

    @property
    def is_value(self) -> bool:
        """Whether its object is a value, not an entity."""
        return self.predicate in ATTRIBUTES

    @property
    def is_of_documents(self) -> bool:
        """Whether documents under examination alone make it."""
        return all(said.is_document for said in self.attestations)

    def qualifier(self, key: str) -> str | None:
        """Return the text of a qualifier, or None without it."""
        return next((value for name, value in self.qualifiers if name == key), None)
