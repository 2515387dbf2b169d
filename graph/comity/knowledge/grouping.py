"""A profile's ties in groups, and a profile as values for JSON.

In: a profile. Out: headings with ties in a reader's order, and dictionaries whose fields do not
change. What does not belong here: how they are shown, on a terminal or on a page.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date  # noqa: TC003  (an example in a docstring needs it)
from itertools import groupby
from typing import TYPE_CHECKING, Any

from comity.rdf.vocabulary import RELATIONS
from comity.views.wording import period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from comity.analysis.ties import Tie
    from comity.knowledge.answers import Profile


def tie_groups(profile: Profile) -> Iterator[tuple[str, list[Tie]]]:
    """Yield headings with their ties: the thing as subject first, each by date, undated ones last.

    A heading reads on from the thing ("is a member of") or up to it ("… is a member of it").
    """
    id_ = profile.node.id
    for heading, ties in groupby(ordered(profile), key=lambda tie: _heading(tie, id_)):
        yield heading, list(ties)


def ordered(profile: Profile) -> list[Tie]:
    """Return the ties in the order of `tie_groups`."""
    id_ = profile.node.id
    return sorted(
        profile.ties,
        key=lambda tie: (
            _heading(tie, id_).startswith("…"),
            _heading(tie, id_),
            tie.start is None,
            tie.start or "",
            profile.labels[other_end(tie, id_)],
            tie.claim,
        ),
    )


def other_end(tie: Tie, id_: str) -> str:
    """Return the end of a tie that is not a thing itself."""
    return tie.object if tie.subject == id_ else tie.subject


def dates_of(tie: Tie, today: date) -> str:
    """Return when a tie holds, in words; an act without an end has its day alone."""
    return dates_by_relation(tie.relation, tie.start, tie.end, today)


def dates_by_relation(name: str, start: str | None, end: str | None, today: date) -> str:
    """Return when a claim with a relation, or an attribute, holds, in words.

    >>> today = date(2026, 11, 22)
    >>> dates_by_relation("voted_for", "2020-12-07", None, today)
    '2020-12-07'
    >>> dates_by_relation("party_to", "2020-12-07", None, today)
    'since 2020-12-07'
    """
    relation = RELATIONS.get(name)
    is_act = relation and relation.public_act and "affiliated_with" not in relation.supers
    return start or "" if is_act and not end else period(start or None, end or None, today)


def record(profile: Profile) -> dict[str, Any]:
    """Return a profile as values for JSON; the names of its fields do not change."""
    facts = asdict(profile.facts)
    counts = facts.pop("source_counts")
    return {
        **asdict(profile.node),
        **facts,
        "votes": profile.votes,
        "ties": [_tie(tie, profile, counts) for tie in ordered(profile)],
        "documents": [_tie(tie, profile, counts) for tie in profile.documents],
    }


def _heading(tie: Tie, id_: str) -> str:
    is_said_of_it = tie.subject == id_ or RELATIONS[tie.relation].symmetric
    return tie.phrase if is_said_of_it else f"… {tie.phrase} it"


def _tie(tie: Tie, profile: Profile, counts: Mapping[str, int]) -> dict[str, Any]:
    return {
        **asdict(tie),
        "phrase": tie.phrase,
        "subject_label": profile.labels.get(tie.subject, tie.subject),
        "object_label": profile.labels.get(tie.object, tie.object),
        "sources": counts.get(tie.claim, 0),
    }
