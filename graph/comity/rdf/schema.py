"""What the ontology says of a relation, an attribute and a qualifier, as Python values.

In and out: values; `vocabulary` holds one for each of the ontology's. What does not belong here:
the values themselves, which are generated, and the reading of the ontology.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

End = Literal["subject", "object"]
RangeWord = Literal["text", "integer", "decimal", "date", "entity", "concept", "party"]
Nature = Literal["measure", "count", "plan", "description", "evaluation", "forecast"]


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of tie between two entities.

    Attributes:
        name: Its word in tables, such as `member_of`.
        iri: Its term, such as `comity:memberOf`.
        label: Its name in English.
        phrase: The words between subject and object in a sentence, such as "is a member of".
        along: The words along the arrow, which may run from the object: "payload of".
        domain: Kinds that its subject may have, sorted.
        range: Kinds that its object may have, sorted.
        supers: Names of the more general relations, nearest first.
        symmetric: Whether what holds one way holds the other way.
        tail: The end of a claim that an arrow in a picture leaves from.
        head: The end that the arrow points to.
        legal_status: The legal status that follows from the relation, if one does.
        public_act: Whether it is done in public, so that it is known from the day it is done.
    """

    name: str
    iri: NamedNode
    label: str
    phrase: str
    along: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    supers: tuple[str, ...]
    symmetric: bool
    tail: End
    head: End
    legal_status: NamedNode | None
    public_act: bool


@dataclass(frozen=True, slots=True)
class Attribute:
    """A kind of value that a thing may have.

    Attributes:
        name: Its word in tables, such as `planned_launch`.
        iri: Its term, such as `comity:plannedLaunch`.
        label: Its name in English.
        phrase: The words between subject and value in a sentence.
        range: What its values are; a concept stands as its word in tables.
        nature: What sort of value it is, and so which rule judges it.
        multi: Whether a thing may have several values at once.
        counts: Name of the relation whose claims it counts; None when the record cannot count.
        counts_kind: Kind of the things that it counts; None likewise.
        concepts: The concepts that may be its value, by their word in tables.
    """

    name: str
    iri: NamedNode
    label: str
    phrase: str
    range: Literal["text", "integer", "decimal", "date", "concept"]
    nature: Nature
    multi: bool
    counts: str | None
    counts_kind: str | None
    concepts: Mapping[str, NamedNode]


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A property that says more about a claim.

    Attributes:
        key: Its word in tables, such as `mass_kg`.
        iri: Its term, such as `comity:massKg`.
        label: Its name in English.
        range: What its values are; `party` is an entity or one of a few concepts.
        multi: Whether a cell may hold several values, separated by commas.
        concepts: The concepts that may be its value, by their word in tables.
    """

    key: str
    iri: NamedNode
    label: str
    range: RangeWord
    multi: bool
    concepts: Mapping[str, NamedNode]
