"""Whom a prohibition reaches.

In: a prohibition, an actor, a dealing, and who belongs to whom on the day. Out: the steps by which
it reaches the actor, or None; and the set of all actors that it reaches. What does not belong here:
days, activities and settings (`rulings`).

==============  =================================================================================
reach           takes in, beside those named
==============  =================================================================================
``itself``      nobody
``parts``       a nation's agencies, and what is part of either
``nationals``   all of that, and who is at home there; of a union, those of its members
``owned``       the same as ``nationals``: what is incorporated there is taken for owned there
``launchers``   the same, for their launch vehicles
``funded``      nobody but those who act with money of one named, or of its parts; where the
                activity is funding, these act with it themselves
``items``       nobody but those who handle technology of one named, as a dealing says
==============  =================================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.errors import UnknownName
from comity.pathways.model import Step
from comity.pathways.sentences import class_words, party_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from comity.pathways.model import Dealing, Prohibition
    from comity.pathways.standing import Ascent, Standing, Way

_NATIONALS: Final[frozenset[Way]] = frozenset({"itself", "part", "home", "member"})
_PARTS: Final[frozenset[Way]] = frozenset({"itself", "part"})
_WAYS: Final[Mapping[str, frozenset[Way]]] = {
    "itself": frozenset({"itself"}),
    "parts": _PARTS,
    "nationals": _NATIONALS,
    "owned": _NATIONALS,
    "launchers": _NATIONALS,
    "items": frozenset(),
    "funded": frozenset(),
}
FUNDING: Final = "funding"
"""The activity in which each acts with its own money."""
REACHES: Final = frozenset(_WAYS)
_STATES: Final = frozenset({"all_states", "all_un_members"})
_APPLICANTS: Final = frozenset({"all_applicants"})
_FOREIGN: Final = frozenset({"foreign_applicants"})
_THIRD: Final = frozenset({"third_states"})
CLASSES: Final = _STATES | _APPLICANTS | _FOREIGN | _THIRD
"""Classes of parties that this module knows."""


def bound_steps(
    rule: Prohibition, actor: str, dealing: Dealing, standing: Standing
) -> tuple[Step, ...] | None:
    """Return why a prohibition binds an actor in a dealing, step by step; None if it does not.

    Raises:
        UnknownName: It names a class of parties, or a reach, that is not known here.
    """
    steps = _named_steps(rule.bound, rule.bound_reach, actor, standing, rule)
    if steps is not None:
        return (
            *steps,
            Step(f"The rule binds {party_words(rule.bound, rule.bound_reach, standing)}."),
        )
    if rule.bound_reach == "funded":
        own = (actor,) if dealing.activity == FUNDING else ()
        means = (*own, *dealing.funded_by)
        return _by_means(rule, means, _PARTS, standing, "It is done with money of {}.")
    if rule.bound_reach == "items":
        words = "Technology of {} is in it."
        return _by_means(rule, dealing.parts_from, _NATIONALS, standing, words)
    return None


def toward_steps(rule: Prohibition, actor: str, standing: Standing) -> tuple[Step, ...] | None:
    """Return why a prohibition concerns dealings with an actor; None if it does not.

    Raises:
        UnknownName: It names a class of parties, or a reach, that is not known here.
    """
    steps = _named_steps(rule.toward, rule.toward_reach, actor, standing, rule)
    if steps is None:
        return None
    who = party_words(rule.toward, rule.toward_reach, standing)
    return (*steps, Step(f"It concerns dealings with {who}."))


def all_bound(rule: Prohibition, dealing: Dealing, standing: Standing) -> frozenset[str]:
    """Return all actors that a prohibition binds, by the means of a dealing."""
    means = {"funded": (dealing.funded_by, _PARTS), "items": (dealing.parts_from, _NATIONALS)}
    if rule.bound_reach in means:
        used, ways = means[rule.bound_reach]
        if any(_first_named(rule.bound, each, ways, standing) for each in used):
            return frozenset(standing.grounds.actors)
    if rule.bound_reach == "funded" and dealing.activity == FUNDING:
        return _all_named(rule.bound, "parts", standing, rule)
    return _all_named(rule.bound, rule.bound_reach, standing, rule)


def all_toward(rule: Prohibition, standing: Standing) -> frozenset[str]:
    """Return all actors toward whom a prohibition binds."""
    return _all_named(rule.toward, rule.toward_reach, standing, rule)


def relevant(
    rules: Iterable[Prohibition], reach: str, means: Iterable[str], standing: Standing
) -> tuple[str, ...]:
    """Return those of some means that bring a dealing into the reach of a rule, sorted.

    Args:
        rules: The rules.
        reach: `funded` or `items`.
        means: Ids of funders, or of those whose technology is used.
        standing: Who belongs to whom on the day.
    """
    ways = _PARTS if reach == "funded" else _NATIONALS
    reaching = [rule for rule in rules if rule.bound_reach == reach]
    return tuple(
        sorted(
            {
                each
                for each in means
                if any(_first_named(rule.bound, each, ways, standing) for rule in reaching)
            }
        )
    )


def _named_steps(
    parties: Iterable[str], reach: str, actor: str, standing: Standing, rule: Prohibition
) -> tuple[Step, ...] | None:
    ways = _ways(reach)
    for party in parties:
        if "/" not in party:
            if actor in _class_members(party, rule, standing):
                return (Step(f"{standing.label(actor)} is one of {class_words(party)}."),)
        elif found := _ascent(party, actor, ways, standing):
            return found.steps
    return None


def _ascent(party: str, actor: str, ways: frozenset[Way], standing: Standing) -> Ascent | None:
    found = standing.ascents(actor).get(party)
    return found if found is not None and found.way in ways else None


def _first_named(
    parties: Iterable[str], actor: str, ways: frozenset[Way], standing: Standing
) -> Ascent | None:
    found = (_ascent(party, actor, ways, standing) for party in parties if "/" in party)
    return next((each for each in found if each is not None), None)


def _by_means(
    rule: Prohibition,
    means: Iterable[str],
    ways: frozenset[Way],
    standing: Standing,
    words: str,
) -> tuple[Step, ...] | None:
    for each in means:
        found = _first_named(rule.bound, each, ways, standing)
        if found is not None:
            who = party_words(rule.bound, rule.bound_reach, standing)
            return (
                Step(words.format(standing.label(each))),
                *found.steps,
                Step(f"The rule binds {who}."),
            )
    return None


def _all_named(
    parties: Iterable[str], reach: str, standing: Standing, rule: Prohibition
) -> frozenset[str]:
    ways = _ways(reach)
    found: set[str] = set()
    for party in parties:
        found |= (
            standing.below(party, ways) if "/" in party else _class_members(party, rule, standing)
        )
    return frozenset(found)


def _ways(reach: str) -> frozenset[Way]:
    if reach not in _WAYS:
        raise UnknownName("reach of a rule", reach, look=f"known are {', '.join(sorted(_WAYS))}")
    return _WAYS[reach]


def _class_members(word: str, rule: Prohibition, standing: Standing) -> frozenset[str]:
    """Return the actors of a class; of foreign applicants, those of other nations than the rule's.

    Raises:
        UnknownName: The class is not known here.
    """
    key = (rule.id, word)
    if key not in standing.classes:
        standing.classes[key] = _members(word, rule, standing)
    return standing.classes[key]


def _members(word: str, rule: Prohibition, standing: Standing) -> frozenset[str]:
    actors = standing.grounds.actors
    if word in _STATES:
        return frozenset(actor for actor in actors if standing.nations(actor))
    if word in _THIRD:
        return _members("all_states", rule, standing) - standing.below(rule.issuer, _NATIONALS)
    if word in _APPLICANTS:
        return frozenset(actors)
    if word in _FOREIGN:
        makers = [party for party in (rule.issuer, *rule.toward) if party in actors]
        home = {nation for maker in makers for nation in standing.nations(maker)}
        return frozenset(actor for actor in actors if not home & standing.nations(actor))
    raise UnknownName("class of parties", word, look=f"known are {', '.join(sorted(CLASSES))}")
