"""What of a dataset a SPARQL query can touch.

In: nothing. Out: the parts of a query, without filters' conditions and values that are computed:
which statements it matches, what is joined with what, and where variables are seen. What does not
belong here: reading queries (`query_algebra`), and fetching statements.

A text (`str`) is the name of a variable or of a blank node; both stand for any term.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Term = NamedNode | Literal | str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern."""

    subject: Term
    predicate: Term
    object: Term

    def __iter__(self) -> Iterator[Term]:
        """Yield its three terms."""
        return iter((self.subject, self.predicate, self.object))


@dataclass(frozen=True, slots=True)
class Match:
    """Triple patterns that must all hold in one graph."""

    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """A table of given values.

    Attributes:
        values: The values of each variable that no row leaves open.
    """

    values: Mapping[str, frozenset[NamedNode | Literal]]


@dataclass(frozen=True, slots=True)
class Join:
    """Parts that must all hold, in any order."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Parts of which each gives solutions of its own."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A part, and others that are looked at for each of its solutions: OPTIONAL, MINUS, EXISTS."""

    part: Part
    others: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """A part that is matched in a named graph, or in each when the graph is a variable."""

    graph: NamedNode | str
    part: Part


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of whose solutions not all can be told from outside.

    Attributes:
        part: The part.
        inward: Variables whose outer values hold inside too; None for all. Whatever counts its
            solutions, as LIMIT does, or an aggregate, is spoiled when some are left out.
        outward: Variables that are seen outside; None for all.
    """

    part: Part
    inward: frozenset[str] | None = None
    outward: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Renamed:
    """A part with a variable that has the values of another one of it."""

    part: Part
    name: str
    of: str


Part = Match | Values | Join | Either | Beside | Within | Scope | Renamed


@dataclass(frozen=True, slots=True)
class Touched:
    """What a query touches.

    Attributes:
        part: Its pattern.
        default: IRIs of the graphs that FROM names.
        named: IRIs of the graphs that FROM NAMED names.
    """

    part: Part
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
