"""Roll calls: how much two states vote alike, and where they voted against each other.

In: votes for, against and abstentions. Out: arrays of agreement, and links. What does not belong
here: which roll calls the record has.

**Agreement.** Over the roll calls in which both voted, two equal votes agree by 1, a vote for and
one against by 0, and an abstention and either of them by ½. The *share* is the mean of these.

**Chance.** Where nearly all vote for nearly everything, any two agree often. Chance-corrected
agreement is (A − E)/(1 − E), A being the share and E the share to be expected of two who cast votes
at random in proportions: each in its own (Cohen's κ), or both in those that they have together
(Scott's π). It is 1 for full agreement, 0 for as much as chance gives, negative for less. Where
both cast one and the same vote in every roll call, E is 1 and neither is defined.

References:
    F. M. Häge (2011): Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for
    Chance Agreement. Political Analysis 19(3), 287–305.
    J. Cohen (1968): Weighted kappa. Psychological Bulletin 70(4), 213–220.
    W. A. Scott (1955): Reliability of Content Analysis. Public Opinion Quarterly 19(3), 321–325.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from comity.networks.links import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from comity.networks.facts import Fact

Index = Literal["share", "pi", "kappa"]
VOTES: Final = ("voted_for", "abstained_on", "voted_against")
FEWEST: Final = 3
"""Roll calls that two states must have in common; what two of them say of a pair is chance."""
_LIKE: Final = np.array([[1.0, 0.5, 0.0], [0.5, 1.0, 0.5], [0.0, 0.5, 1.0]])


@dataclass(frozen=True, slots=True)
class Ballots:
    """Votes as arrays.

    Attributes:
        nations: Ids of the nations, sorted; the rows.
        resolutions: Ids of what was voted on, sorted; the columns.
        cast: Shape (3, nations, resolutions), 1 where a nation voted for, abstained, or voted
            against; float.
        claims: Ids of the claims by nation and resolution.
    """

    nations: Sequence[str]
    resolutions: Sequence[str]
    cast: NDArray[np.float64]
    claims: dict[tuple[str, str], str]

    @property
    def common(self) -> NDArray[np.float64]:
        """In how many roll calls two nations both voted: shape (nations, nations)."""
        present = self.cast.sum(axis=0)
        return np.asarray(present @ present.T)


def ballots(votes: Iterable[Fact]) -> Ballots:
    """Return votes as arrays; of two claims about one vote the first in order counts."""
    first: dict[tuple[str, str], Fact] = {}
    for vote in sorted(votes):
        first.setdefault((vote.subject, vote.object), vote)
    nations = sorted({nation for nation, _ in first})
    resolutions = sorted({resolution for _, resolution in first})
    rows = {name: place for place, name in enumerate(nations)}
    columns = {name: place for place, name in enumerate(resolutions)}
    cast = np.zeros((len(VOTES), len(nations), len(resolutions)))
    for (nation, resolution), vote in first.items():
        cast[VOTES.index(vote.relation), rows[nation], columns[resolution]] = 1
    return Ballots(nations, resolutions, cast, {key: vote.claim for key, vote in first.items()})


def agreement(votes: Ballots, index: Index = "share") -> NDArray[np.float64]:
    """Return how much each two nations vote alike.

    Args:
        votes: The votes.
        index: `share`, or corrected for chance by `pi` or `kappa`.

    Returns:
        Shape (nations, nations), symmetric; NaN for those that have no roll call in common, and
        where the index is not defined.
    """
    cast, common = votes.cast, votes.common
    present = cast.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        alike = sum(
            _LIKE[one, other] * (cast[one] @ cast[other].T)
            for one in range(3)
            for other in range(3)
        )
        share = np.where(common > 0, alike / common, np.nan)
        if index == "share":
            return np.asarray(share)
        own = np.array([votes_ @ present.T for votes_ in cast]) / common  # of the row's nation
        theirs = own.transpose(0, 2, 1)
        if index == "pi":
            own = theirs = (own + theirs) / 2
        expected = np.einsum("aij,ab,bij->ij", own, _LIKE, theirs)
        found = (share - expected) / (1 - expected)
        return np.asarray(np.where(np.isclose(expected, 1), np.nan, found))


def links_of_agreement(
    votes: Ballots, days: Iterable[Fact], index: Index, *, fewest: int = FEWEST
) -> list[Link]:
    """Return a link for each two nations with enough roll calls in common, weighted by agreement.

    Args:
        votes: The votes.
        days: The facts behind them, for their days.
        index: The measure of agreement.
        fewest: The least number of roll calls in common.

    Returns:
        Links through `votes`, which stands for the roll calls together. They begin with the first
        and end with the last of these; a pair whose agreement is not defined has none.
    """
    found = agreement(votes, index)
    common = votes.common
    starts = {fact.object: fact.start for fact in days}
    lasts = {fact.object: fact.end for fact in days}
    present = votes.cast.sum(axis=0) > 0
    links = []
    for row, first in enumerate(votes.nations):
        for column in range(row + 1, len(votes.nations)):
            if common[row, column] < fewest or np.isnan(found[row, column]):
                continue
            second = votes.nations[column]
            both = [
                votes.resolutions[int(at)] for at in np.flatnonzero(present[row] & present[column])
            ]
            begun = [day for name in both if (day := starts[name]) is not None]
            ended = [day for name in both if (day := lasts[name]) is not None]
            claims = [votes.claims[nation, name] for name in both for nation in (first, second)]
            links.append(
                Link(
                    first,
                    second,
                    "votes",
                    min(begun, default=None),
                    max(ended, default=None),
                    float(found[row, column]),
                    tuple(sorted(claims)),
                )
            )
    return links


def opposed(votes: Iterable[Fact]) -> list[Link]:
    """Return a link for each resolution and two nations that voted for and against it."""
    sides: dict[str, tuple[list[Fact], list[Fact]]] = {}
    for vote in sorted(votes):
        if vote.relation != "abstained_on":
            sides.setdefault(vote.object, ([], []))[vote.relation == "voted_against"].append(vote)
    links = []
    for resolution, (for_, against) in sorted(sides.items()):
        for one in for_:
            for other in against:
                first, second = sorted((one, other), key=lambda vote: vote.subject)
                claims = tuple(sorted((one.claim, other.claim)))
                links.append(
                    Link(first.subject, second.subject, resolution, one.start, one.end, 1.0, claims)
                )
    return links
