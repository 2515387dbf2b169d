"""What is asked, and what is found.

In: nothing. Out: the values of this layer. What does not belong here: how any of them is found.

A ruling says what the rules on record do to one dealing of two actors; it is no legal advice, and
`CAVEAT` says so wherever one is shown. Status words mean:

===================  ============================================================================
``allowed``          no rule on record reaches the dealing, or each that does is lifted
``needs-exemption``  a rule reaches it that can be lifted: by leave, certification, waiver, …
``blocked``          a rule reaches it for which the record knows no exemption
===================  ============================================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Status = Literal["allowed", "needs-exemption", "blocked"]
Setting = Literal["bilateral", "multilateral"]
STATUSES: Final[tuple[Status, ...]] = ("allowed", "needs-exemption", "blocked")
"""From the best to the worst."""
SETTINGS: Final[tuple[Setting, ...]] = ("bilateral", "multilateral")
USUAL_ACTIVITY: Final = "bilateral_cooperation"
USUAL_ROUTES: Final = 3
MOST_ROUTES: Final = 20  # more are no help to a reader
CAVEAT: Final = (
    "This is what the record knows, as of {day} in the release of {release}. The record is not "
    "complete, rules have more conditions than it holds, and this is not legal advice."
)


@dataclass(frozen=True, slots=True)
class Dealing:
    """What two actors want to do.

    Attributes:
        one: Id of one actor.
        other: Id of the other.
        on: The day.
        activity: Word of the ontology's activities, such as `launch`.
        setting: Whether they deal with each other alone, or among several under a body.
        funded_by: Ids of those with whose money it is done, beside the two.
        parts_from: Ids of nations or other actors whose technology is in it, beside the two's own.
        given: Exemptions in hand: a kind such as `certification`, or `KIND@ID` for one rule.
    """

    one: str
    other: str
    on: date
    activity: str = USUAL_ACTIVITY
    setting: Setting = "bilateral"
    funded_by: tuple[str, ...] = ()
    parts_from: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of a derivation, with what it rests on.

    Attributes:
        words: The sentence.
        claims: Ids of claims, sorted.
        sources: Ids of sources that say so without a claim, sorted.
    """

    words: str
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prohibition:
    """One thing that a restriction forbids or limits.

    Attributes:
        id: Its id.
        label: Its label.
        restriction: Id of the restriction.
        issuer: Id of who made it, or empty.
        bound: Ids of whom it binds, or words of classes of parties.
        bound_reach: How far it reaches beyond them.
        toward: Ids of those toward whom it binds, or words of classes of parties.
        toward_reach: How far it reaches beyond them.
        activities: Words of the activities that it covers.
        setting: `bilateral` if it leaves dealings among several alone, else `any`.
        effect: `prohibits`, `needs-licence` or `presumption-of-denial`.
        exemption: The kind of exemption that lifts it, `none` or `unknown`.
        exempted_by: Who grants it, in words.
        duty: What has to be done for it, in words.
        lead_days: How many days before the activity at the latest; None when nothing is said.
        start: When it began, as stated, or empty.
        end: When it ended, as stated, or empty.
        first: The first day on which it may have held; None when nothing bounds it.
        last: The last such day.
        force: `in-force`, `bill` or `announced`.
        citation: Law and section.
        claims: Ids of the accepted claims that it rests on.
        is_refuted: Whether it names claims of which none is accepted.
        sources: Ids of its sources.
        confidence: `high`, `medium` or `low`.
        note: Free text.
    """

    id: str
    label: str
    restriction: str
    issuer: str
    bound: tuple[str, ...]
    bound_reach: str
    toward: tuple[str, ...]
    toward_reach: str
    activities: tuple[str, ...]
    setting: str
    effect: str
    exemption: str
    exempted_by: str
    duty: str
    lead_days: int | None
    start: str
    end: str
    first: date | None
    last: date | None
    force: str
    citation: str
    claims: tuple[str, ...]
    is_refuted: bool
    sources: tuple[str, ...]
    confidence: str
    note: str

    @property
    def is_liftable(self) -> bool:
        """Whether the record knows an exemption from it."""
        asks_for_leave = self.effect in {"needs-licence", "presumption-of-denial"}
        return asks_for_leave or self.exemption not in {"none", "unknown"}

    @property
    def binds_in_law(self) -> bool:
        """Whether it is law, not a bill or an announcement, and its claims hold."""
        return self.force == "in-force" and not self.is_refuted

    def holds_on(self, day: date) -> bool:
        """Tell whether the record does not exclude that it held on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Precedent:
    """A case on record in which two actors worked together around a rule, or could not.

    Attributes:
        id: Its id.
        label: What happened, in words.
        restriction: Id of the restriction that it was about.
        prohibition: Id of the prohibition, or empty.
        way: How the case got by the rule, or `prevented`.
        one: Id of one actor.
        other: Id of the other.
        activity: Word of the activity.
        when: When, as stated.
        first: The first day that this may mean.
        outcome: `worked` or `prevented`.
        claims: Ids of the claims that it rests on.
        about: Id of the mission or event, or empty.
        sources: Ids of its sources.
        note: Free text.
    """

    id: str
    label: str
    restriction: str
    prohibition: str
    way: str
    one: str
    other: str
    activity: str
    when: str
    first: date
    outcome: str
    claims: tuple[str, ...]
    about: str
    sources: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A prohibition that reaches a dealing.

    Attributes:
        prohibition: The prohibition.
        status: What it does to the dealing; `allowed` when it is lifted or binds nobody yet.
        binds: Id of the actor of the two whom it binds.
        against: Id of the other.
        derivation: Why it reaches the dealing, step by step.
        lifted: Why it does not stand in the way after all; empty when it does.
    """

    prohibition: Prohibition
    status: Status
    binds: str
    against: str
    derivation: tuple[Step, ...]
    lifted: str = ""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A prohibition that was looked at and does not reach a dealing.

    Attributes:
        prohibition: The prohibition.
        reasons: Why not, the first sentence first.
    """

    prohibition: Prohibition
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules on record do to a dealing.

    Attributes:
        dealing: The dealing.
        status: The worst that any of them does.
        findings: Those that reach it, the worst first.
        misses: Those that nearly do, the nearest first.
        precedents: Cases of such pairs under these rules, the nearest first.
        notes: What else is to be known, such as that an actor did not exist on the day.
    """

    dealing: Dealing
    status: Status
    findings: tuple[Finding, ...]
    misses: tuple[NearMiss, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def in_the_way(self) -> tuple[Finding, ...]:
        """The findings that are not lifted."""
        return tuple(each for each in self.findings if each.status != "allowed")


@dataclass(frozen=True, slots=True)
class Tie:
    """What joins two actors on a day.

    Attributes:
        one: Id of one actor: of who belongs to the other, takes part in it, gave something to it or
            had something made or launched by it; of two alike, the one whose id comes first.
        other: Id of the other.
        through: Id of what joins them: a body, an accord, an instrument, a claim.
        kind: `own` (one belongs to the other), `agreement`, `payload`, `sample`, `launch`,
            `satellite`, `programme`, `body` or `supposed`.
        setting: In which setting they deal through it.
        size: How many actors it joins.
        weakness: How little it binds, from 0; see `comity.pathways.ties`.
        claims: Ids of the claims that it rests on, sorted.
        sources: Ids of the sources that say so without a claim, sorted.
    """

    one: str
    other: str
    through: str
    kind: str
    setting: Setting
    size: int
    weakness: int
    claims: tuple[str, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """One step of a route.

    Attributes:
        one: Id of the actor from which it leads.
        other: Id of the actor to which it leads.
        words: The tie as a sentence.
        tie: The tie.
        others: How many more ties join the two on the day.
        ruling: What the rules do to the activity between the two, in the tie's setting.
    """

    one: str
    other: str
    words: str
    tie: Tie
    others: int
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Route:
    """A way from one actor to the other.

    Attributes:
        actors: Ids along it.
        legs: Its legs.
        status: That of its worst leg.
    """

    actors: tuple[str, ...]
    legs: tuple[Leg, ...]
    status: Status

    @property
    def exemptions(self) -> int:
        """How many legs need an exemption."""
        return sum(leg.ruling.status == "needs-exemption" for leg in self.legs)


@dataclass(frozen=True, slots=True)
class Cited:
    """A source.

    Attributes:
        id: Its id.
        title: Its title.
        published: When, as a partial date, or empty.
        url: Where it is, or empty.
    """

    id: str
    title: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands between two actors, and which ways lead from one to the other.

    Attributes:
        ruling: What the rules do to the dealing itself.
        routes: The best ways, in the stated order.
        no_route: Why there is no way; empty when there is one.
        labels: The label of each thing that is named, by id.
        claims: The sentence of each claim that is named, by id.
        cited: The ids of the sources of each claim that is named.
        sources: The sources that are named, by id.
        caveat: What the answer is not.
    """

    ruling: Ruling
    routes: tuple[Route, ...]
    no_route: str
    labels: Mapping[str, str]
    claims: Mapping[str, str]
    cited: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, Cited]
    caveat: str

    def __str__(self) -> str:
        """Return the answer as a brief."""
        from comity.pathways.briefs import brief_of  # noqa: PLC0415  (which builds on this module)

        return str(brief_of(self))
