"""Hypotheses: what scholars say of space diplomacy, as functions that the record answers.

In: a record. Out: `Finding` values. What does not belong here: how each is tested (`bloc_claims`,
`break_claims`, `vote_claims`, `signing_claims`), DataFrames and pages.

Statement, data, test, sign and the least effect that would matter were written down before the
first result was seen, and what came is told as it came.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from comity.errors import UnknownName
from comity.networks.bloc_claims import blocs_are_distinct, blocs_grew_distinct
from comity.networks.break_claims import RUPTURE, WOLF, break_across
from comity.networks.evidence import AND, COOPERATION, RELATIONS, SOURCES, Evidence, LeftOut, Record
from comity.networks.hypothesis_values import (
    MEASURE,
    Check,
    Effort,
    Finding,
    Hypothesis,
    Outcome,
    Untold,
)
from comity.networks.projection_table import PROJECTIONS
from comity.networks.signing_claims import ACCORDS, partners_signed, signatures_spread
from comity.networks.vote_claims import blocs_follow_votes, blocs_follow_votes_more

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BEN_ITZHAK: Final = (
    "S. Ben-Itzhak, Network analysis of international cooperation in space 1958–2023: Evidence of"
    " space blocs, Journal of Peace Research 62(3), 2025, doi:10.1177/00223433231225162, abstract"
)
_STEP: Final = (
    "Step of a series with a trend (interrupted series); null: series without a step whose years"
    " hang together as much (sieve bootstrap)"
)
_ACROSS: Final = (
    "Pairs of states of which something began in a year, across and within the coalitions as they"
    " are now; {years}"
)
_FALL: Final = 0.2877  # a fall by a quarter: -log(0.75)
_BOUGHT: Final = ("launches", "builds")
"""Kinds of cooperation that may be no more than a purchase; left out together as well."""
_LIGHT: Final = Effort(draws=99, nulls=9, runs=10, whole=False)


def _across(
    name: str, title: str, states: str, stated_by: str, year: int, years: str
) -> Hypothesis:
    return Hypothesis(
        name=name,
        title=title,
        states=states,
        stated_by=stated_by,
        data=_ACROSS.format(years=years),
        test=f"{_STEP}. Difference in differences: before and after, across and within",
        unit="change of the logarithm of pairs across by pairs within",
        expected=-1,
        least=_FALL,
        measure=partial(break_across, year=year),
        others={"all things, not pairs once a year": partial(break_across, year=year, things=True)},
    )


HYPOTHESES: Final[Mapping[str, Hypothesis]] = {
    each.name: each
    for each in (
        Hypothesis(
            name="blocs-since-2008",
            title="Distinct blocs since 2008",
            states="In every year since 2008, blocs of cooperation are more distinct than chance"
            " gives.",
            stated_by=f"{BEN_ITZHAK}: “since 2008, distinct, bound space blocs can be clearly"
            " detected”",
            data="The network of cooperation of each year since 2008",
            test="Modularity; null: who takes part in what is shuffled, so that each actor and"
            " thing keep their numbers. p is the highest of all years",
            unit="modularity above that of null graphs, in the year with least",
            expected=1,
            least=0.02,
            measure=blocs_are_distinct,
            others={},
        ),
        Hypothesis(
            name="blocs-from-2008-on",
            title="2008 as the year in which blocs grew distinct",
            states="From 2008 on, blocs of cooperation are more distinct than before, beyond their"
            " trend.",
            stated_by=f"{BEN_ITZHAK}: recent patterns “markedly deviate from past dynamics”",
            data="Networks of the cooperation that began in each year, as many years before 2008"
            " as after",
            test=_STEP,
            unit="step of modularity above that of null graphs",
            expected=1,
            least=0.02,
            measure=blocs_grew_distinct,
            others={},
        ),
        _across(
            "wolf-2011",
            "The Wolf Amendment of 2011 as a break",
            "From 2011 on, states of the two coalitions begin less with each other than before,"
            " beside what they begin among themselves.",
            "Of the two programmes: R. Ronci, Dividing Heaven, IAC-19-E7.1.3x48758, 2019,"
            " abstract, which sees “significant influence on the patterns of interaction”. That it"
            " reaches the coalitions is ours",
            WOLF,
            "2001 to 2020",
        ),
        _across(
            "rupture-2022",
            "2022 as a break: rupture with Russia, Wolf Amendment renewed",
            "From 2022 on, states of the two coalitions begin less with each other than before,"
            " beside what they begin among themselves.",
            "Of Russia and the West: The ending of an era in international space cooperation,"
            " SpaceNews, 2022. That it reaches the coalitions is ours. The year cannot"
            " tell Russia’s war from the yearly renewal of the Wolf Amendment",
            RUPTURE,
            "from 2012 on",
        ),
        Hypothesis(
            name="blocs-follow-votes",
            title="Blocs follow votes",
            states="States of one bloc of cooperation vote more alike on space at the United"
            " Nations than others do.",
            stated_by=f"{BEN_ITZHAK}: blocs are “reflective of geopolitical affinities”",
            data="Blocs of cooperation and roll calls on space of the last ten years",
            test="Correlation over pairs; null: states change places in one matrix (QAP:"
            " Krackhardt 1988). Interval by draws of states",
            unit="correlation of being in one bloc and voting alike",
            expected=1,
            least=0.1,
            measure=blocs_follow_votes,
            others={
                "agreement corrected for chance (π)": partial(blocs_follow_votes, index="pi"),
                "beyond a common subregion": partial(blocs_follow_votes, beyond_region=True),
                "ties of cooperation, not blocs": partial(blocs_follow_votes, together="tie"),
            },
        ),
        Hypothesis(
            name="blocs-follow-votes-more",
            title="Blocs follow votes more than before 2008",
            states="That correlation is higher in the last ten years than from 1998 to 2007.",
            stated_by=f"{BEN_ITZHAK}: composition has “become increasingly reflective” of them",
            data="The same for states that have ties and votes in both decades",
            test="Difference of the correlations; p and interval by draws of states, the same for"
            " both decades",
            unit="change of that correlation",
            expected=1,
            least=0.1,
            measure=blocs_follow_votes_more,
            others={
                "agreement corrected for chance (π)": partial(blocs_follow_votes_more, index="pi"),
                "ties of cooperation, not blocs": partial(blocs_follow_votes_more, together="tie"),
            },
        ),
        Hypothesis(
            name="partners-before-signing",
            title="Partners of the founders sign",
            states="States that signed the Artemis Accords later had, before these were opened,"
            " more of their cooperation with the founders than equally busy states that did not.",
            stated_by="Ours; docs/forecast.md uses the like as a baseline",
            data="Cooperation in the ten years before the accords were opened; signatures since",
            test="Ranks within strata of states with about as many partners; null: who signed is"
            " dealt anew within strata",
            unit="share of pairs in which the signatory has more, less that in which the other has",
            expected=1,
            least=0.11,
            measure=partners_signed,
            others={"number of founders, not share": partial(partners_signed, share=False)},
        ),
        Hypothesis(
            name="signatures-spread-by-region",
            title="Signatures spread in a region",
            states="States of one subregion sign the Artemis Accords closer in time than states of"
            " different ones.",
            stated_by="P. Stimers and A. Jammes, The Artemis Accords after one year of"
            " international progress, The Space Review, 2021: “Others in the region will likely"
            " follow Brazil’s lead”",
            data="Days of signature after the founders’; subregions of the United Nations (M49)",
            test="Correlation over pairs; null: days of signature are dealt anew among those that"
            " signed (Mantel 1967). Interval by draws of states",
            unit="correlation of a common subregion and closeness in time",
            expected=1,
            least=0.1,
            measure=signatures_spread,
            others={},
            by_relation=False,
        ),
    )
}


def hypothesis(name: str) -> Hypothesis:
    """Return the hypothesis of a name.

    Raises:
        UnknownName: There is none of that name.
    """
    if name not in HYPOTHESES:
        nearest = difflib.get_close_matches(name, HYPOTHESES, n=1)
        raise UnknownName("hypothesis", name, nearest, f"choose one of {', '.join(HYPOTHESES)}")
    return HYPOTHESES[name]


def find_out(
    record: Record, wanted: Hypothesis, effort: Effort | None = None, *, checks: bool = True
) -> Finding:
    """Return what a hypothesis comes to, whole and with each part of the record left out.

    Args:
        record: What it is tested on.
        wanted: The hypothesis.
        effort: How much is computed.
        checks: Whether it is tested with parts left out as well; of these the sign alone counts,
            so they are made with less effort.
    """
    effort = effort or Effort()
    outcome = wanted.measure(Evidence(record), effort)
    if isinstance(outcome, Untold):
        return Finding(wanted.name, None, outcome.reason, ())
    if not checks:
        return Finding(wanted.name, outcome, "", ())
    light = replace(_LIGHT, seed=effort.seed)
    made = [
        _check(part, wanted.measure(Evidence(record, part), light), outcome)
        for part in parts_of(record, wanted)
    ]
    made += [
        _check(LeftOut(MEASURE, words), measure(Evidence(record), light), outcome)
        for words, measure in wanted.others.items()
    ]
    return Finding(wanted.name, outcome, "", tuple(made))


def parts_of(record: Record, wanted: Hypothesis) -> Iterator[LeftOut]:
    """Yield what can be left out: classes of sources on which a claim rests alone, and kinds."""
    for name in classes_alone(record):
        yield LeftOut(SOURCES, name)
    if wanted.by_relation:
        for name in (*PROJECTIONS[COOPERATION].parts, AND.join(_BOUGHT)):
            yield LeftOut(RELATIONS, name)


def classes_alone(record: Record) -> list[str]:
    """Return the classes of sources that some claim behind a test has no other of, sorted."""
    projector = record.projector
    links = projector.links(COOPERATION)
    claims = {claim for link in links for claim in link.claims}
    claims |= {vote.claim for vote in record.votes}
    claims |= {claim for each in projector.coalitions[ACCORDS] for claim in each.claims}
    alone = {record.classes[claim] for claim in claims if len(record.classes.get(claim, ())) == 1}
    return sorted(next(iter(each)) for each in alone)


def _check(what: LeftOut, found: Outcome | Untold, whole: Outcome) -> Check:
    if isinstance(found, Untold):
        return Check(what, None, None, found.reason)
    return Check(what, found.effect, found.effect * whole.effect > 0)
