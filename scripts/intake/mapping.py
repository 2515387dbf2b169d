"""Turn a relation row into statements in the words of the ontology.

In: one relation row. Out: statements (one row says one thing, and may name a rival date or the
source of its date), or the reason why the row is not carried over. Bringing statements together
into claims does not belong here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.tables.columns import Misfit
from intake.dates import agree
from intake.qualifiers import Qualifiers, normalise, parse
from intake.rules import (
    OUTDATED_STATUSES,
    PREDICATE_OF_PARTICIPATION,
    PREDICATE_OF_ROLE,
    RECALL_SOURCE,
    RENAMED_PREDICATES,
    RESTRICTION_OF_EVENT,
    RIVAL_MARK,
    SOURCE_OF_ALTERNATIVE,
    STANDING_OF_CLAIM_STATUS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container

    from intake.reading import Row
    from intake.redirects import Redirects


@dataclass(frozen=True, slots=True)
class Statement:
    """What one row says about one relation.

    Attributes:
        row: The row it comes from.
        subject: Id of the subject.
        predicate: Name of the relation.
        object: Id of the object.
        start: Partial date or empty.
        end: Partial date or empty.
        qualifiers: Qualifiers to keep.
        standing: Empty (accepted), `contradicted`, `disputed` or `outdated`.
        source: Bare id of the source.
        verified: Address where it was seen, or `recalled`.
        confidence: `high`, `medium` or `low`.
        note: Free text.
        is_rival: Whether the row was collected as a rival to another row.
        date_source: Bare id of the source of the date, if another.
        alternative_start: Rival start, if any.
        alternative_source: Bare id of the source of the rival start.
        is_made: Whether it was made of a qualifier and has no row of its own.
    """

    row: Row
    subject: str
    predicate: str
    object: str
    start: str
    end: str
    qualifiers: Qualifiers
    standing: str
    source: str
    verified: str
    confidence: str
    note: str
    is_rival: bool
    date_source: str
    alternative_start: str
    alternative_source: str
    is_made: bool = False

    @property
    def triple(self) -> tuple[str, str, str]:
        """Subject, predicate and object."""
        return self.subject, self.predicate, self.object


class Mapper:
    """Maps relation rows; knows the redirects and the entities."""

    def __init__(
        self,
        redirects: Redirects,
        known: Container[str],
        restricted: Collection[tuple[str, str, str]],
    ) -> None:
        """Keep what the mapping looks up.

        Args:
            redirects: Ids in use.
            known: Ids of entities.
            restricted: Subject, object and start of every `restricted_by` row.
        """
        self._redirects = redirects
        self._known = known
        self._restricted = restricted

    def statement(self, row: Row) -> Statement | str:
        """Return the statement of a row, or why the row is not carried over.

        Raises:
            Misfit: A qualifier cannot be meant.
        """
        raw = parse(row["qualifiers"])
        subject = self._redirects.resolve(row["subject"])
        target = self._redirects.resolve(row["object"])
        predicate = RENAMED_PREDICATES.get(row["predicate"], row["predicate"])
        if predicate == "voted":
            return "a vote, the same as in votes.csv"
        if predicate == "restricts":
            if subject in RESTRICTION_OF_EVENT:
                subject, predicate = RESTRICTION_OF_EVENT[subject], "restricts_dealings_with"
            elif self._has_inverse(target, subject, row["start"]):
                return "the inverse of a restricted_by row"
            else:
                subject, predicate, target = target, "restricted_by", subject
        predicate = self._refined(predicate, target, raw)
        note = [row["note"]] if row["note"] else []
        standing = self._standing(row, raw)
        keys = ("date_source", "alternative_start", "alternative_source")
        taken = {key: raw.pop(key, "") for key in keys}
        qualifiers, words = normalise(raw, self._redirects.resolve, self._known)
        alternative = taken["alternative_source"] or SOURCE_OF_ALTERNATIVE.get(
            (subject, predicate, target), RECALL_SOURCE
        )
        return Statement(
            row=row,
            subject=subject,
            predicate=predicate,
            object=target,
            start=row["start"],
            end=row["end"],
            qualifiers=qualifiers,
            standing=standing,
            source=self._redirects.resolve_source(row["source"] or RECALL_SOURCE),
            verified=row["verified"],
            confidence=row["confidence"],
            note="; ".join(note + words),
            is_rival=row["note"].startswith(RIVAL_MARK),
            date_source=_resolved(taken["date_source"], self._redirects.resolve_source),
            alternative_start=taken["alternative_start"],
            alternative_source=self._redirects.resolve_source(alternative),
        )

    def _has_inverse(self, bound: str, restriction: str, start: str) -> bool:
        return any(
            (bound, restriction) == (one, other) and agree(start, since)
            for one, other, since in self._restricted
        )

    def _refined(self, predicate: str, target: str, raw: Qualifiers) -> str:
        kind = target.partition("/")[0]
        if predicate == "participates_in":
            return PREDICATE_OF_PARTICIPATION.get(kind, predicate)
        if predicate == "signatory_of" and kind == "event":
            return "takes_part_in"
        role = raw.get("role", "")
        if (predicate, role) in PREDICATE_OF_ROLE:
            if role in PREDICATE_OF_ROLE[predicate, role] or role == "permanent_observer":
                del raw["role"]
            return PREDICATE_OF_ROLE[predicate, role]
        return predicate

    def _standing(self, row: Row, raw: Qualifiers) -> str:
        if "claim_status" in raw:
            status = raw.pop("claim_status")
            if status not in STANDING_OF_CLAIM_STATUS:
                known = ", ".join(STANDING_OF_CLAIM_STATUS)
                raise Misfit(f"has a claim_status that is none of {known}: {status!r}")
            return STANDING_OF_CLAIM_STATUS[status]
        status = raw.get("status", "")
        if status == "disputed":
            del raw["status"]
            return "disputed"
        if status in OUTDATED_STATUSES and not row["end"]:
            return "outdated"
        if row["note"].startswith(RIVAL_MARK):
            return "disputed"
        if status == "cancelled" and not row["end"]:
            return "outdated"
        return ""


def _resolved(identifier: str, resolve: Callable[[str], str]) -> str:
    return resolve(identifier) if identifier else ""
