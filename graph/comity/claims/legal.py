"""When an accord begins and ceases to bind an actor, by the accord's own rules.

In: a deposit or a notice, and the article that says what follows from it. Out: the day, and a
sentence that says how it was found, by `ontology/decisions/0006`. What does not belong here: RDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.claims.model import InForce
from comity.rdf.dates import PartialDate
from comity.rdf.spans import covering
from comity.rdf.vocabulary import CONCEPTS, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from pyoxigraph import NamedNode

    from comity.claims.succession import Seats
    from comity.tables import Tables
    from comity.tables.legal_rows import TreatyRuleRow
    from comity.tables.rows import ClaimRow

BY_MODE: Final = {
    "ratification": "ratified",
    "accession": "acceded",
    "acceptance": "accepted",
    "approval": "accepted",
    "succession": "succeeded",
    "denunciation": "denounced",
}


@dataclass(frozen=True, slots=True)
class Derived:
    """A day that follows from a rule.

    Attributes:
        day: The day, as exact as what it follows from; None when not even the year is fixed.
        rule: Word of the rule, such as `entry_after_deposit`.
        words: How it was found.
    """

    day: PartialDate | None
    rule: str
    words: str


def entry(deposited: PartialDate, rule: TreatyRuleRow, treaty: PartialDate | None) -> Derived:
    """Return when an accord entered into force for who deposited an instrument.

    Who deposited before the accord itself was in force is bound from its entry into force.

    Args:
        deposited: When the instrument was deposited.
        rule: The accord's article on those who deposit later.
        treaty: When the accord itself entered into force; None when the record does not say.
    """
    if treaty and deposited.last_day < treaty.first_day:
        words = f"derived: deposited {deposited}; in force with the treaty itself, {treaty}"
        return Derived(treaty, "entry_with_treaty", words)
    first, last = rule.delay.after(deposited.first_day), rule.delay.after(deposited.last_day)
    if treaty:
        first, last = max(first, treaty.first_day), max(last, treaty.first_day)
    day = deposited if not rule.delay.count and first == deposited.first_day else None
    day = day or covering(first, last)
    words = f"derived: deposited {deposited}; by {_article(rule)} in force {_when(rule, day)}"
    return Derived(day, "entry_after_deposit", words)


def end(notified: PartialDate, rule: TreatyRuleRow) -> Derived:
    """Return when a withdrawal takes effect."""
    day = covering(rule.delay.after(notified.first_day), rule.delay.after(notified.last_day))
    words = f"derived: notice received {notified}; by {_article(rule)} in effect {_when(rule, day)}"
    return Derived(day, "end_after_notice", words)


def rule_in_words(rule: TreatyRuleRow) -> str:
    """Return what a rule says, such as `Article 19(4): 30 days after the deposit`."""
    what = "the deposit" if rule.act == "deposit" else "receipt of the notice"
    when = f"{rule.delay} after {what}" if rule.delay.count else f"on the day of {what}"
    return f"{_article(rule)}: {when}"


def _article(rule: TreatyRuleRow) -> str:
    return f"Article {rule.article}"


def _when(rule: TreatyRuleRow, day: PartialDate | None) -> str:
    if not rule.delay.count:
        return f"on the same day, {day}"
    return f"{rule.delay} after, {day or 'a day that the record leaves open'}"


class Law:
    """The rules of all accords, applied to rows of claims."""

    def __init__(self, tables: Tables, seats: Seats) -> None:
        self._rules = {(row.accord, row.concerns): row for row in tables.treaty_rules}
        self._treaties = {row.accord: row.entered_into_force for row in tables.accord_terms}
        self._seats = seats
        self._labels = {row.id: row.label for row in tables.entities}
        self._notices = _notices(tables.claims)

    def in_force(self, row: ClaimRow) -> InForce | None:
        """Return when an accord bound the subject of a row; None when no rule says anything."""
        if row.predicate not in {"party_to", "withdrew_from"}:
            return None
        qualifiers = dict(row.qualifiers)
        begun = self._begun(row, qualifiers) if row.predicate == "party_to" else None
        over = self._over(row)
        found = [each for each in (begun, over) if each]
        if not found:
            return None
        return InForce(
            start=begun.day if begun else None,
            end=over.day if over else None,
            rules=tuple(each.rule for each in found),
            words=tuple(each.words for each in found),
        )

    def legal_status(self, row: ClaimRow) -> NamedNode | None:
        """Return the legal status that a row's relation and qualifiers imply."""
        statuses = CONCEPTS["LegalStatusScheme"]
        qualifiers = dict(row.qualifiers)
        if row.predicate == "signatory_of" and qualifiers.get("ratified") == "no":
            return statuses["signed_not_ratified"]
        if row.predicate == "party_to" and self._before(row):
            goes_on = self._seats.passed_to.get(self._seats.after[row.subject]) == row.subject
            return statuses["continued" if goes_on else "succeeded"]
        word = BY_MODE.get(qualifiers.get("mode", ""))
        if row.predicate in {"party_to", "withdrew_from"} and word:
            return statuses[word]
        return RELATIONS[row.predicate].legal_status

    def _begun(self, row: ClaimRow, qualifiers: Mapping[str, str]) -> Derived | None:
        took_place = self._before(row)
        if took_place:
            before = self._labels[self._seats.after[row.subject]]
            words = f"derived: dated {row.start} for {before}; counted from {took_place} for "
            words += f"{self._labels[row.subject]}, which then took its place"
            return Derived(_whole(took_place), "entry_by_succession", words)
        if "in_force" in qualifiers:
            stated = PartialDate.parse(qualifiers["in_force"])
            return Derived(stated, "entry_as_stated", f"stated: in force {stated}")
        rule = self._rules.get((row.object, "entry"))
        if rule is None or row.start is None or self._is_succession(qualifiers):
            return None
        return entry(row.start, rule, self._treaties.get(row.object))

    def _before(self, row: ClaimRow) -> date | None:
        """Return when the subject took its place, if the row is dated before that."""
        began = self._seats.state_began(row.subject)
        return began if began and row.start and row.start.last_day < began else None

    def _over(self, row: ClaimRow) -> Derived | None:
        rule = self._rules.get((row.object, "withdrawal"))
        notified = self._notices.get((row.subject, row.object))
        if rule and notified:
            return end(notified, rule)
        ended = self._seats.state_ended(row.subject)
        if ended and row.predicate == "party_to" and not (row.end and row.end.last_day < ended):
            words = f"derived: {self._labels[row.subject]} was in its place until {ended}"
            return Derived(_whole(ended), "end_by_succession", words)
        return None

    @staticmethod
    def _is_succession(qualifiers: Mapping[str, str]) -> bool:
        basis = qualifiers.get("date_basis", "")
        return qualifiers.get("mode") == "succession" or basis.startswith("succession")


def _whole(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _notices(rows: Iterable[ClaimRow]) -> dict[tuple[str, str], PartialDate]:
    return {
        (row.subject, row.object): PartialDate.parse(value)
        for row in rows
        if row.predicate == "withdrew_from"
        for key, value in row.qualifiers
        if key == "notified"
    }
