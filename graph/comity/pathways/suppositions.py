"""What is supposed: a rule away, a claim away, a tie more.

In: grounds, and what is supposed. Out: grounds as they would be. What does not belong here: what
follows from it (`comparisons`).

A restriction that is taken away takes its prohibitions along, those of its parts too (the clause of
each year of the Wolf Amendment is part of it). A tie that is supposed holds on every day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from comity.analysis.ties import finer_relations
from comity.errors import BadSupposition
from comity.pathways.citations import SUPPOSED
from comity.pathways.grounds import Bond
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from comity.pathways.grounds import Grounds

_STANDINGS: Final = finer_relations("member_of") | {"committed_to"}
_BELONGINGS: Final = frozenset({"agency_of", "part_of"})
_COOPERATES: Final = "cooperates_with"
RELATIONS_SUPPOSED: Final = tuple(sorted({*_STANDINGS, *_BELONGINGS, _COOPERATES}))
_AGREED: Final = frozenset(
    {"Agreement", "Arrangement", "Contract", "Dialogue", "JointStatement", "LetterOfIntent",
     "Memorandum"}
)  # fmt: skip
_WITHOUT: Final = ("restriction", "prohibition", "claim")


@dataclass(frozen=True, slots=True, order=True)
class Supposed:
    """A tie that is supposed.

    Attributes:
        subject: Id of its subject.
        relation: Name of its relation, one of `RELATIONS_SUPPOSED`.
        object: Id of its object.
    """

    subject: str
    relation: str
    object: str

    @property
    def words(self) -> str:
        """The tie as it was written."""
        return f"{self.subject} {self.relation} {self.object}"

    @property
    def claim(self) -> str:
        """What stands in the place of the id of a claim."""
        return SUPPOSED + self.words


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is supposed.

    Attributes:
        without: Ids of restrictions, prohibitions and claims that are taken away, sorted.
        ties: Ties that are added, sorted.
    """

    without: tuple[str, ...] = ()
    ties: tuple[Supposed, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is supposed."""
        return bool(self.without or self.ties)


def supposed_tie(text: str) -> Supposed:
    """Return the tie that a text states, as subject, relation and object.

    >>> supposed_tie("nation/jpn cooperates_with nation/chn").relation
    'cooperates_with'

    Raises:
        BadSupposition: It does not state one that can be supposed.
    """
    words = text.split()
    if len(words) != 3:
        raise BadSupposition(text, "write SUBJECT RELATION OBJECT")
    if words[1] not in RELATIONS_SUPPOSED:
        known = "is not a relation" if words[1] not in RELATIONS else "cannot be supposed"
        choose = ", ".join(RELATIONS_SUPPOSED)
        raise BadSupposition(text, f"{words[1]} {known}; choose one of {choose}")
    return Supposed(*words)


def suppose(grounds: Grounds, supposition: Supposition) -> Grounds:
    """Return grounds as they would be.

    Args:
        grounds: The grounds.
        supposition: What is supposed; its ids are on record.

    Raises:
        BadSupposition: Something is taken away that is not there, or no actor is tied.
    """
    for each in supposition.without:
        _expect_there(grounds, each)
    gone = frozenset(supposition.without)
    found = replace(
        grounds,
        prohibitions={
            id_: rule
            for id_, rule in grounds.prohibitions.items()
            if not gone & {id_, rule.restriction, grounds.family(rule.restriction)}
        },
        belongings=_without(grounds.belongings, gone),
        parts=_without(grounds.parts, gone),
        links=_without(grounds.links, gone),
        exceptions=_without(grounds.exceptions, gone),
    )
    for tie in supposition.ties:
        found = _with(found, tie)
    return found


def _expect_there(grounds: Grounds, id_: str) -> None:
    kind = id_.partition("/")[0]
    if kind not in _WITHOUT:
        raise BadSupposition(id_, f"a {kind} cannot be taken away; a {' or '.join(_WITHOUT)} can")
    rules = {
        name
        for rule in grounds.prohibitions.values()
        for name in (rule.id, rule.restriction, grounds.family(rule.restriction))
    }
    bonds = (*grounds.belongings, *grounds.parts, *grounds.links, *grounds.exceptions)
    if kind == "claim" and not any(id_ in bond.claims for bond in bonds):
        raise BadSupposition(id_, "no tie and no exception rests on that claim")
    if kind != "claim" and id_ not in rules:
        raise BadSupposition(id_, "the record has no prohibition of it; see `comity restrictions`")


def _without(bonds: tuple[Bond, ...], gone: frozenset[str]) -> tuple[Bond, ...]:
    return tuple(bond for bond in bonds if not gone & set(bond.claims))


def _with(grounds: Grounds, tie: Supposed) -> Grounds:
    if tie.subject not in grounds.actors:
        raise BadSupposition(tie.words, f"{tie.subject} is no actor")
    bond = Bond(tie.subject, tie.object, tie.object, tie.relation, date.min, None, (tie.claim,))
    if tie.relation in _STANDINGS:
        is_agreement = grounds.strengths.get(tie.object, "") in _AGREED
        part = replace(bond, kind="agreements" if is_agreement else "membership")
        return replace(grounds, parts=(*grounds.parts, part))
    if tie.object not in grounds.actors:
        raise BadSupposition(tie.words, f"{tie.object} is no actor")
    if tie.relation in _BELONGINGS:
        return replace(grounds, belongings=(*grounds.belongings, bond))
    link = replace(bond, through=tie.claim, kind="statements")
    return replace(grounds, links=(*grounds.links, link))
