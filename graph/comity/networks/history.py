"""The record with its days: what it shows on a day, and what was public by then.

In: a store of all claims. Out: a `History`, which answers for any day without a store of that day.
What does not belong here: what is measured of it (`features`).

A claim counts on a day when it had begun and was certainly public by then (decisions 0002, 0004),
had not ended, and was not refuted, disputed or overtaken by what was public by then (0005). What
was published later neither adds to it nor takes from it. An end counts as known on its last day.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from comity.analysis.ties import VOTED, finer_relations, read_nodes, select
from comity.claims.model import Attestation
from comity.rdf.dates import PartialDate
from comity.rdf.vocabulary import CONCEPTS, RELATIONS
from comity.verdicts.known import WEIGHED, judge_by_the_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from comity.analysis.ties import Node
    from comity.rdf.engine import Engine

_ACCEPTED: Final = frozenset({"supported", "unverified"})
_RELATIONS: Final = {relation.iri.value: relation.name for relation in RELATIONS.values()}
_WORDS: Final = {
    scheme: {iri.value: word for word, iri in CONCEPTS[scheme].items()}
    for scheme in (
        "ConfidenceScheme",
        "RuleScheme",
        "SourceClassScheme",
        "StanceScheme",
        "VerdictScheme",
    )
}


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A claim with all that decides whether it counts on a day.

    Attributes:
        claim: Its id.
        subject: Id of its subject.
        relation: Name of its relation.
        object: Id of its object.
        start: The first day on which the record does not exclude it; None when it says nothing.
        end: The last such day; None likewise.
        known: The first day on which it was certainly public; None when it never was.
        nation: The nation for which a person flew; empty for all else.
        verdict: Its verdict by all that is known.
        rule: Word of the rule that reached it.
        then: Its verdict for the time of its publication.
        said: Its attestations, if one of them denies or qualifies it; else none are needed.
        is_dated: Whether a source states when it began; else `start` is but a bound.
    """

    claim: str
    subject: str
    relation: str
    object: str
    start: date | None = None
    end: date | None = None
    known: date | None = None
    nation: str = ""
    verdict: str = "supported"
    rule: str = "weighing"
    then: str = "supported"
    said: tuple[Attestation, ...] = field(default=(), compare=False)
    is_dated: bool = True

    def had_begun(self, day: date) -> bool:
        """Tell whether it had begun, was public, and was accepted by a day, ended or not."""
        return (
            self.known is not None
            and self.known <= day
            and (self.start is None or self.start <= day)
            and self.is_accepted_by(day)
        )

    def holds(self, day: date) -> bool:
        """Tell whether it counts on a day."""
        return (self.end is None or self.end >= day) and self.had_begun(day)

    def is_accepted_by(self, day: date) -> bool:
        """Tell whether it is accepted by the sources that were public by a day."""
        if self.rule not in WEIGHED:
            return self.then in _ACCEPTED
        left = [said for said in self.said if said.known and said.known <= day]
        if all(said.stance == "affirms" for said in left):
            return True  # supported or unverified: nothing speaks against it
        found = judge_by_the_known(left, verdict=self.verdict, rule=self.rule, then=self.then)
        return found.verdict in _ACCEPTED


@dataclass(frozen=True)
class History:
    """All entries, sorted by claim, and the things they are about.

    Attributes:
        entries: The claims but votes.
        votes: The votes.
        things: Things by id.
        nations: The nation of each agency, institution and so on, by id.
    """

    entries: tuple[Entry, ...]
    votes: tuple[Entry, ...]
    things: Mapping[str, Node]
    nations: Mapping[str, str]

    @cached_property
    def by_relation(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries of each relation."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.relation].append(entry)
        return {name: tuple(among) for name, among in found.items()}

    def of(self, relations: Iterable[str]) -> list[Entry]:
        """Return the entries of some relations."""
        return [
            entry for name in sorted(set(relations)) for entry in self.by_relation.get(name, ())
        ]

    def nation_of(self, actor: str) -> str | None:
        """Return the nation for which an actor stands; None for one that stands for none."""
        return actor if actor.startswith("nation/") else self.nations.get(actor)

    def label(self, thing: str) -> str:
        """Return the name of a thing."""
        node = self.things.get(thing)
        return node.label if node else thing

    def until(self, day: date) -> History:
        """Return the history as it could have been written on a day: all later rows are gone.

        Gone are claims that began or became public later, attestations of later sources, and ends
        that had not come.
        """
        return replace(
            self,
            entries=tuple(_as_written(self.entries, day)),
            votes=tuple(_as_written(self.votes, day)),
        )


def _as_written(entries: Iterable[Entry], day: date) -> Iterable[Entry]:
    for entry in entries:
        if entry.known is None or entry.known > day or (entry.start and entry.start > day):
            continue
        said = tuple(each for each in entry.said if each.known and each.known <= day)
        end = entry.end if entry.end and entry.end < day else None
        yield replace(entry, said=said, end=end)


def read_history(store: Engine) -> History:
    """Return the history of a store.

    Args:
        store: Where all claims are: not a store of a day, for that has lost the other days.
    """
    denied = _denied(store)
    votes = finer_relations(VOTED)
    entries: list[Entry] = []
    for claim, subject, relation, object_, *days, nation, verdict, rule, then, stated in select(
        store, _ENTRIES
    ):
        if relation not in _RELATIONS:
            continue  # a claim about a value
        start, end, known = (date.fromisoformat(day) if day else None for day in days)
        word = _WORDS["VerdictScheme"][verdict]
        entries.append(
            Entry(
                claim,
                subject,
                _RELATIONS[relation],
                object_,
                start,
                end,
                known,
                nation or "",
                word,
                _WORDS["RuleScheme"][rule],
                _WORDS["VerdictScheme"][then] if then else word,
                tuple(denied.get(claim, ())),
                stated is not None,
            )
        )
    entries.sort(key=lambda entry: entry.claim)
    return History(
        entries=tuple(entry for entry in entries if entry.relation not in votes),
        votes=tuple(entry for entry in entries if entry.relation in votes),
        things=read_nodes(store),
        nations=dict(sorted((thing, nation) for thing, nation in select(store, _NATIONS))),
    )


def _denied(store: Engine) -> dict[str, list[Attestation]]:
    found: dict[str, list[Attestation]] = defaultdict(list)
    for (
        claim,
        said,
        stance,
        seen,
        confidence,
        known,
        source,
        class_,
        publisher,
        published,
    ) in select(store, _DENIED):
        slug = source.partition("/")[2]
        found[claim].append(
            Attestation(
                id=said.partition("/")[2],
                source=slug,
                stance=_WORDS["StanceScheme"][stance],
                seen=seen.endswith("Seen"),
                verified="",
                confidence=_WORDS["ConfidenceScheme"][confidence],
                known=date.fromisoformat(known) if known else None,
                source_class=_WORDS["SourceClassScheme"][class_],
                group=publisher or slug,
                published=PartialDate.parse(published) if published else None,
            )
        )
    return {claim: sorted(said, key=lambda each: each.id) for claim, said in found.items()}


_ENTRIES: Final = """
SELECT ?claim ?subject ?relation ?object ?start ?end ?known ?nation ?verdict ?rule ?then ?stated
WHERE {
  GRAPH graph:claims {
    ?claim rdf:predicate ?relation ; rdf:subject ?subject ; rdf:object ?object ;
           comity:verdict ?verdict ; comity:verdictRule ?rule .
    OPTIONAL { ?claim comity:earliestStart ?start }
    OPTIONAL { ?claim comity:latestEnd ?end }
    OPTIONAL { ?claim comity:knownFrom ?known }
    OPTIONAL { ?claim comity:forNation ?nation }
    OPTIONAL { ?claim comity:verdictWhenPublished ?then }
    OPTIONAL { ?claim comity:validFrom ?stated }
  }
}"""
_DENIED: Final = """
SELECT DISTINCT ?claim ?said ?stance ?seen ?confidence ?known ?source ?class ?publisher ?published
WHERE {
  GRAPH graph:claims {
    VALUES ?against { comity:Denies comity:Qualifies }
    ?claim rdf:predicate ?any ; comity:attestation/comity:stance ?against ;
           comity:attestation ?said .
  }
  ?said comity:stance ?stance ; comity:verification ?seen ; comity:confidence ?confidence ;
        prov:wasDerivedFrom ?source .
  ?source comity:sourceClass ?class .
  OPTIONAL { ?said comity:knownFrom ?known }
  OPTIONAL { ?source dcterms:publisher ?publisher }
  OPTIONAL { ?source dcterms:issued ?published }
}"""
_NATIONS: Final = """
SELECT ?thing ?nation WHERE { GRAPH graph:things { ?thing comity:nation ?nation } }"""
