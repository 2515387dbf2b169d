"""Pathways: what stands between two actors, which ways lead around it, and what would change.

In: a record seen from a moment, and what two actors want to do. Out: answers, rulings, DataFrames
and comparisons. What does not belong here: how any of them is found (`comity.pathways`).
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypedDict

from comity import resources
from comity.errors import NotTwoActors, UnknownName
from comity.knowledge.answers import View
from comity.knowledge.naming import resolve
from comity.knowledge.networks import Networks
from comity.knowledge.standpoint import Day, whole_day
from comity.rdf.vocabulary import CONCEPTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from typing import Unpack

    import pandas as pd

    from comity.pathways.answers import Pathways
    from comity.pathways.comparisons import Comparison
    from comity.pathways.model import Answer, Dealing, Ruling, Setting
    from comity.pathways.suppositions import Supposition


class Terms(TypedDict, total=False):
    """What two actors want to do, and how.

    Attributes:
        activity: Word of the ontology's activities; joint work unless given.
        as_of: The day; that of the graph unless given.
        setting: `bilateral`, the usual one, or `multilateral`.
        funded_by: Ids of those with whose money it is done, beside the two.
        parts_from: Ids of nations or others whose technology is in it, beside the two's own.
        given: Exemptions in hand: kinds such as `certification`, or `KIND@ID` for one rule.
    """

    activity: str | None
    as_of: Day | None
    setting: Setting
    funded_by: Iterable[str]
    parts_from: Iterable[str]
    given: Iterable[str]


class Rulings(Networks):
    """The rulings and pathways of a knowledge graph."""

    def path(
        self, one: str, other: str, *, alternatives: int = 3, **terms: Unpack[Terms]
    ) -> Answer:
        """Return what stands between two actors, and the best ways from one to the other.

        ::

            print(kg.path("agency/nasa", "agency/cnsa", as_of="2019-01-03"))

        Args:
            one: Id of one actor.
            other: Id of the other.
            alternatives: How many ways at most, from 1 to 20.
            **terms: What they want to do, and how: see `Terms`.

        Raises:
            BadIdentifier: A text is not an id.
            UnknownName: Nothing has one of the ids, or there is no such activity or exemption.
            NotTwoActors: A thing is no actor, or both are one.
            BadDate: The day is not YYYY-MM-DD.
            BadNumber: There cannot be so many alternatives.
        """
        return self.pathways.answer(self.dealing(one, other, **terms), alternatives)

    def ruling(self, one: str, other: str, **terms: Unpack[Terms]) -> Ruling:
        """Return what the rules on record do to a dealing; arguments and errors as for `path`."""
        return self.pathways.ruling(self.dealing(one, other, **terms))

    def restrictions(self, one: str, other: str, **terms: Unpack[Terms]) -> pd.DataFrame:
        """Return the rules that stand between two actors, for one activity or for all.

        ::

            kg.restrictions("agency/nasa", "agency/cnsa")

        Args:
            one: Id of one actor.
            other: Id of the other.
            **terms: As for `path`; without an activity, each is looked at.

        Returns:
            Columns `activity`, `status`, `binds`, `rule`, `label`, `restriction`, `effect`,
            `exemption`, `duty`, `lead_days`, `start`, `end`, `citation`, `lifted`, `why` and
            `claims` (their ids, in lists); a row for each rule that reaches an activity.

        Raises:
            BadIdentifier: A text is not an id.
            UnknownName: Nothing has one of the ids, or there is no such activity or exemption.
            NotTwoActors: A thing is no actor, or both are one.
            BadDate: The day is not YYYY-MM-DD.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        activity = terms.get("activity")
        rows = []
        for each in [activity] if activity else CONCEPTS["ActivityScheme"]:
            asked: Terms = {**terms, "activity": each}
            ruling = self.ruling(one, other, **asked)
            for finding in ruling.findings:
                rule = finding.prohibition
                rows.append(
                    (
                        *(each, finding.status, finding.binds, rule.id, rule.label),
                        *(rule.restriction, rule.effect, rule.exemption, rule.duty),
                        *(rule.lead_days, rule.start, rule.end, rule.citation, finding.lifted),
                        " ".join(step.words for step in finding.derivation),
                        sorted({claim for step in finding.derivation for claim in step.claims}),
                    )
                )
        frame = pd.DataFrame(rows, columns=list(_COLUMNS))
        return frame.astype({"lead_days": "Int64"})

    def view_ways(self, answer: Answer) -> View:
        """Return an interactive page of the ways of an answer, each leg coloured by its ruling."""
        from comity.knowledge.ways_page import ways_page  # noqa: PLC0415  (networkx is slow)

        labels = answer.labels
        ends = (answer.ruling.dealing.one, answer.ruling.dealing.other)
        page = ways_page(answer, self.today, resources.VERSION)
        return View(" and ".join(labels[end] for end in ends), page)

    def what_if(
        self, *, without: str | Iterable[str] = (), with_: str | Iterable[str] = ()
    ) -> WhatIf:
        """Return the graph as it would be without some rules or claims, or with some ties more.

        ::

            kg.what_if(without="restriction/wolf-amendment").compare("agency/nasa", "agency/cnsa")

        Args:
            without: Ids of restrictions, prohibitions or claims.
            with_: Ties as `SUBJECT RELATION OBJECT`.

        Raises:
            BadIdentifier: A text is not an id.
            UnknownName: Nothing has one of the ids.
            BadSupposition: What is supposed cannot be.
        """
        from comity.pathways.suppositions import Supposition, supposed_tie  # noqa: PLC0415

        gone = [without] if isinstance(without, str) else without
        texts = [with_] if isinstance(with_, str) else with_
        ties = []
        for text in texts:
            tie = supposed_tie(text)
            ties.append(type(tie)(self._thing(tie.subject), tie.relation, self._thing(tie.object)))
        supposition = Supposition(
            tuple(sorted({self._to_take_away(each) for each in gone})), tuple(sorted(set(ties)))
        )
        return WhatIf(self, supposition)

    def dealing(self, one: str, other: str, **terms: Unpack[Terms]) -> Dealing:
        """Return what two actors want to do, with all names checked; errors as for `path`."""
        from comity.pathways.model import SETTINGS, USUAL_ACTIVITY, Dealing  # noqa: PLC0415

        first, second = self.actor(one), self.actor(other)
        if first == second:
            raise NotTwoActors(first, "is one actor; a dealing needs two")
        day = terms.get("as_of")
        setting = terms.get("setting") or "bilateral"
        _expect("setting", setting, SETTINGS)
        activity = terms.get("activity") or USUAL_ACTIVITY
        activity = re.sub("[- ]", "_", activity.strip())
        _expect("activity", activity, CONCEPTS["ActivityScheme"])
        given = tuple(sorted(set(terms.get("given") or ())))
        for each in given:
            _expect("exemption", each.partition("@")[0], CONCEPTS["ExemptionScheme"])
        return Dealing(
            one=first,
            other=second,
            on=whole_day(day) if day is not None else self.day,
            activity=activity,
            setting=setting,
            funded_by=self._actors(terms.get("funded_by") or ()),
            parts_from=self._actors(terms.get("parts_from") or ()),
            given=given,
        )

    @property
    def pathways(self) -> Pathways:
        """What answers questions of pathways from this record, from claims of all times.

        It is read once for all days that are looked at.
        """
        kept = self._whole._pathways_kept
        key = (self.moment.known_by, self.moment.certain)
        if key not in kept:
            kept[key] = self._read_pathways()
        return kept[key]

    @cached_property
    def _pathways_kept(self) -> dict[tuple[date | None, bool], Pathways]:
        return {}

    def _read_pathways(self) -> Pathways:
        from comity.pathways.answers import Pathways  # noqa: PLC0415  (networkx is slow to import)
        from comity.pathways.citations import Citations  # noqa: PLC0415
        from comity.pathways.grounds import read_grounds  # noqa: PLC0415
        from comity.pathways.keeping import from_value, to_value  # noqa: PLC0415

        whole = self._of_all_times
        value = whole.network_cache.value(
            "pathways",
            {"certain": self.moment.certain},
            lambda: to_value(read_grounds(whole.store, self.projector)),
        )
        return Pathways(from_value(value), Citations(whole.store), self.manifest.date)

    def _actors(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self.actor(name) for name in names}))

    def actor(self, name: str) -> str:
        """Return the id of an actor; merged ids are followed.

        Raises:
            BadIdentifier: The text is not an id.
            UnknownName: Nothing has that id.
            NotTwoActors: It is that of another thing.
        """
        from comity.pathways.grounds import KINDS  # noqa: PLC0415  (networkx is slow to import)

        id_ = self._thing(name)
        if id_ not in self.pathways.grounds.actors:
            kinds = ", ".join(f"{kind}/…" for kind in KINDS)
            raise NotTwoActors(id_, f"is no actor; actors are {kinds}")
        return id_

    def _thing(self, name: str) -> str:
        return resolve(self._of_all_times.store, name)

    def _to_take_away(self, name: str) -> str:
        kind = name.partition("/")[0]
        if kind == "restriction":
            return self._thing(name)
        known = self.pathways.grounds.prohibitions
        if kind == "prohibition" and name not in known:
            raise UnknownName("prohibition", name, difflib.get_close_matches(name, known, n=2))
        return name


@dataclass(frozen=True)
class WhatIf:
    """A graph as it would be: its rulings, ways, bridges and blocs.

    Attributes:
        record: The graph as it is.
        supposition: What is supposed.
    """

    record: Rulings
    supposition: Supposition

    def path(
        self, one: str, other: str, *, alternatives: int = 3, **terms: Unpack[Terms]
    ) -> Answer:
        """Return the answer as it would be; arguments and errors as for `Rulings.path`."""
        return self.pathways.answer(self.record.dealing(one, other, **terms), alternatives)

    def ruling(self, one: str, other: str, **terms: Unpack[Terms]) -> Ruling:
        """Return the ruling as it would be; arguments and errors as for `Rulings.path`."""
        return self.pathways.ruling(self.record.dealing(one, other, **terms))

    def compare(
        self, one: str, other: str, *, alternatives: int = 3, **terms: Unpack[Terms]
    ) -> Comparison:
        """Return what changes; arguments and errors as for `Rulings.path`.

        The rulings of all pairs of agencies for the same activity and setting are compared too, and
        blocs and bridges of the ties that are open on the day.
        """
        from comity.pathways.comparisons import compare  # noqa: PLC0415  (networkx is slow)

        dealing = self.record.dealing(one, other, **terms)
        return compare(self.record.pathways, self.pathways, dealing, alternatives)

    @cached_property
    def pathways(self) -> Pathways:
        """What answers questions of pathways as they would be."""
        return self.record.pathways.supposing(self.supposition)


_COLUMNS = (
    "activity", "status", "binds", "rule", "label", "restriction", "effect", "exemption", "duty",
    "lead_days", "start", "end", "citation", "lifted", "why", "claims",
)  # fmt: skip


def _expect(kind: str, word: str, known: Iterable[str]) -> None:
    choices = list(known)
    if word not in choices:
        nearest: Sequence[str] = difflib.get_close_matches(word, choices, n=2)
        if not nearest:  # a word in common says more than letters
            parts = set(word.split("_"))
            nearest = [each for each in choices if parts & set(each.split("_"))][:2]
        raise UnknownName(kind, word, nearest, f"choose one of {', '.join(choices)}")
