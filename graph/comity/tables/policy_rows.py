"""What a row about a prohibition or a precedent is.

In: nothing. Out: the row types and the parsers of their cells. What does not belong here: whether a
row fits the others (`policy_checks`), and the statements that are made of rows
(`comity.claims.policies`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.rdf.vocabulary import CONCEPTS
from comity.tables import columns as c

if TYPE_CHECKING:
    from comity.rdf.dates import PartialDate
    from comity.tables.place import Place

PARTY_CLASSES: Final = frozenset(CONCEPTS["PartyClassScheme"])
BOUND_REACHES: Final = ("itself", "parts", "nationals", "funded", "items")
TOWARD_REACHES: Final = ("itself", "parts", "nationals", "owned", "launchers")


@dataclass(frozen=True, slots=True)
class ProhibitionRow:
    """One thing that a restriction forbids or limits, over one period.

    Attributes:
        place: Where the row stands.
        id: Slug of the prohibition.
        label: What it is called.
        restriction: Id of the restriction to which it belongs.
        issuer: Id of who made it; None when that is not in the record.
        bound: Ids of the actors that it binds, or words for classes of them.
        bound_reach: How far it reaches beyond them: a word of the ontology's ReachScheme.
        toward: Ids of the actors toward whom it binds, or words for classes of them.
        toward_reach: How far it reaches beyond those.
        activities: Words of the ActivityScheme.
        setting: `bilateral` or `any`.
        effect: `prohibits`, `needs-licence` or `presumption-of-denial`.
        exemption: What lifts it in a single case, a word of the ExemptionScheme.
        exempted_by: Who lifts it, in words.
        duty: What has to be done for that, in words.
        lead_days: How many days before the activity that has to be done at the latest.
        start: First day.
        end: Last day.
        force: `in-force`, `bill` or `announced`.
        citation: Law and section.
        claims: Slugs of the claims on which it rests.
        source: Slug of the source.
        verified: Where it was seen, or `recalled`.
        confidence: `high`, `medium` or `low`.
        note: Free text.
    """

    place: Place
    id: str
    label: str
    restriction: str
    issuer: str | None
    bound: tuple[str, ...]
    bound_reach: str
    toward: tuple[str, ...]
    toward_reach: str
    activities: tuple[str, ...]
    setting: str
    effect: str
    exemption: str
    exempted_by: str
    duty: str
    lead_days: int | None
    start: PartialDate | None
    end: PartialDate | None
    force: str
    citation: str
    claims: tuple[str, ...]
    source: str
    verified: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class PrecedentRow:
    """A case in which two actors worked together around a restriction, or could not.

    Attributes:
        place: Where the row stands.
        id: Slug of the precedent.
        label: What happened, in a few words.
        restriction: Id of the restriction that it was about.
        prohibition: Slug of the prohibition, where one fits.
        way: How it got by the restriction, a word of the WayScheme.
        one: Id of the actor on the side of who is bound.
        other: Id of the actor on the other side.
        activity: A word of the ActivityScheme.
        date: When it happened.
        outcome: `worked` or `prevented`.
        claims: Slugs of the claims that say so.
        mission_or_event: Id of its mission or event; None when there is none.
        source: Slug of the source.
        verified: Where it was seen, or `recalled`.
        note: Free text.
    """

    place: Place
    id: str
    label: str
    restriction: str
    prohibition: str | None
    way: str
    one: str
    other: str
    activity: str
    date: PartialDate
    outcome: str
    claims: tuple[str, ...]
    mission_or_event: str | None
    source: str
    verified: str
    note: str


def parties(cell: str) -> tuple[str, ...]:
    """Return the actors of a list, and the words for classes of them."""
    return tuple(
        part if part in PARTY_CLASSES else c.identifier(part) for part in c.texts(c.some_text(cell))
    )


def activities(cell: str) -> tuple[str, ...]:
    """Return the words for activities of a list."""
    one = c.choice(*CONCEPTS["ActivityScheme"])
    return tuple(one(part) for part in c.texts(c.some_text(cell)))


PROHIBITION: Final = {
    "id": c.slug,
    "label": c.some_text,
    "restriction": c.identifier,
    "issuer": c.optional_identifier,
    "bound": parties,
    "bound_reach": c.choice(*BOUND_REACHES),
    "toward": parties,
    "toward_reach": c.choice(*TOWARD_REACHES),
    "activities": activities,
    "setting": c.choice(*CONCEPTS["SettingScheme"]),
    "effect": c.choice(*CONCEPTS["RuleEffectScheme"]),
    "exemption": c.choice(*CONCEPTS["ExemptionScheme"]),
    "exempted_by": c.text,
    "duty": c.text,
    "lead_days": c.optional_count,
    "start": c.optional_date,
    "end": c.optional_date,
    "force": c.choice(*CONCEPTS["RuleForceScheme"]),
    "citation": c.text,
    "claims": c.some_slugs,
    "source": c.slug,
    "verified": c.some_text,
    "confidence": c.choice("high", "medium", "low"),
    "note": c.text,
}
PRECEDENT: Final = {
    "id": c.slug,
    "label": c.some_text,
    "restriction": c.identifier,
    "prohibition": c.optional_slug,
    "way": c.choice(*CONCEPTS["WayScheme"]),
    "one": c.identifier,
    "other": c.identifier,
    "activity": c.choice(*CONCEPTS["ActivityScheme"]),
    "date": c.partial_date,
    "outcome": c.choice(*CONCEPTS["CaseOutcomeScheme"]),
    "claims": c.slugs,
    "mission_or_event": c.optional_identifier,
    "source": c.slug,
    "verified": c.some_text,
    "note": c.text,
}
