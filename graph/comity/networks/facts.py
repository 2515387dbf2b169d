"""Facts: accepted claims with the two days between which they held.

In: a store and the names of relations. Out: `Fact` values, and a few properties of things. What
does not belong here: what joins two actors (`projections`).

Contradicted, outdated and disputed claims are left out. The two days follow decision 0002: by
default the first and last on which the record does not exclude that the claim held, on request
those on which it certainly held.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.analysis.ties import select
from comity.rdf.dates import PartialDate
from comity.rdf.vocabulary import CONCEPTS, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from comity.rdf.engine import Engine

_BY_IRI: Final = {relation.iri.value: relation.name for relation in RELATIONS.values()}
_DAYS: Final = {False: ("earliestStart", "latestEnd"), True: ("latestStart", "earliestEnd")}
ACCEPTED: Final = "FILTER (?verdict IN (comity:Supported, comity:Unverified))"
_ACCEPTED: Final = frozenset(
    CONCEPTS["VerdictScheme"][word].value for word in ("supported", "unverified")
)


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """An accepted claim.

    Attributes:
        claim: Id of the claim.
        subject: Id of its subject.
        relation: Name of its relation.
        object: Id of its object.
        start: The first day; None when the record does not say.
        end: The last day; None when it is not known to have ended.
    """

    claim: str
    subject: str
    relation: str
    object: str
    start: date | None
    end: date | None


def read_facts(store: Engine, relations: Collection[str], *, certain: bool = False) -> list[Fact]:
    """Return the accepted claims of some relations, sorted by claim.

    Args:
        store: Where the claims are.
        relations: Names of the relations, without their finer ones.
        certain: Whether the days are those on which the claim certainly held; one that has no such
            first day is left out.
    """
    wanted = " ".join(str(RELATIONS[name].iri) for name in sorted(relations))
    first, last = _DAYS[certain]
    rows = select(
        store,
        f"""
        SELECT ?claim ?subject ?relation ?object ?verdict ?start ?end
        WHERE {{
          VALUES ?relation {{ {wanted} }}
          GRAPH graph:claims {{
            ?claim rdf:predicate ?relation ; rdf:subject ?subject ; rdf:object ?object ;
                   comity:verdict ?verdict .
            OPTIONAL {{ ?claim comity:{first} ?start }}
            OPTIONAL {{ ?claim comity:{last} ?end }}
          }}
        }}""",
    )
    facts = {
        claim: Fact(claim, subject, _BY_IRI[relation], object_, as_day(start), as_day(end))
        for claim, subject, relation, object_, verdict, start, end in rows
        if verdict in _ACCEPTED and (start is not None or not certain)
    }
    return [facts[claim] for claim in sorted(facts)]


def read_property(store: Engine, name: str) -> dict[str, str]:
    """Return for each thing that has it the value of one of Comity's properties, the least if many.

    Args:
        store: Where the things are.
        name: Local name of the property, such as `nation`.
    """
    found: dict[str, list[str]] = defaultdict(list)
    text = f"SELECT ?thing ?value WHERE {{ GRAPH graph:things {{ ?thing comity:{name} ?value }} }}"
    for thing, value in select(store, text):
        found[thing].append(value)
    return {thing: min(found[thing]) for thing in sorted(found)}


def as_day(text: str | None, *, last: bool = False) -> date | None:
    """Return the first or the last day that a date may mean; None for none.

    >>> as_day("2024-02", last=True)
    datetime.date(2024, 2, 29)
    """
    if text is None:
        return None
    partial = PartialDate.parse(text)
    return partial.last_day if last else partial.first_day


def later(one: date | None, other: date | None) -> date | None:
    """Return the later of two first days, of which one that is not known bounds nothing."""
    return max((day for day in (one, other) if day), default=None)


def sooner(one: date | None, other: date | None) -> date | None:
    """Return the sooner of two last days, of which one that is not known bounds nothing."""
    return min((day for day in (one, other) if day), default=None)


def overlap(one: Fact, other: Fact) -> bool:
    """Tell whether two facts may have held on one day."""
    start, end = later(one.start, other.start), sooner(one.end, other.end)
    return start is None or end is None or start <= end
