"""Hypotheses on invented records in which the answer is known."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.networks.planted import (
    ARTEMIS,
    ILRS,
    STATES,
    dated,
    grouped,
    link,
    record,
    roll_calls,
    yearly,
)

from comity.errors import BadNumber, UnknownName
from comity.networks import hypothesis_values as values
from comity.networks.evidence import RELATIONS, SOURCES, Evidence, LeftOut, Record
from comity.networks.hypotheses import HYPOTHESES, classes_alone, find_out, hypothesis
from comity.networks.hypothesis_values import Effort, Outcome, Untold, verdict

QUICK = Effort(draws=199, nulls=39, runs=10)
DECADE = grouped(2016, 2025, blocs=True)


def outcome(name: str, on: Record, effort: Effort = QUICK) -> Outcome:
    found = HYPOTHESES[name].measure(Evidence(on), effort)
    assert isinstance(found, Outcome), found
    return found


def reason(name: str, on: Record) -> str:
    found = HYPOTHESES[name].measure(Evidence(on), QUICK)
    assert isinstance(found, Untold), found
    return found.reason


def test_a_planted_fall_across_coalitions_holds() -> None:
    found = outcome("wolf-2011", record(yearly(2001, 2020, falls_in=2011)))
    assert verdict(HYPOTHESES["wolf-2011"], found) == "holds"
    assert found.effect == pytest.approx(-1.8, abs=0.4)  # a sixth of the pairs is left


def test_where_nothing_falls_a_fall_that_matters_is_shut_out() -> None:
    found = outcome("wolf-2011", record(yearly(2001, 2020, falls_in=None)))
    assert verdict(HYPOTHESES["wolf-2011"], found) == "does not hold"


def test_a_fall_of_another_year_is_not_put_down_to_the_first() -> None:
    made = record(yearly(2001, 2025, falls_in=2022))
    assert verdict(HYPOTHESES["wolf-2011"], outcome("wolf-2011", made)) == "does not hold"
    assert verdict(HYPOTHESES["rupture-2022"], outcome("rupture-2022", made)) == "holds"


def test_what_grows_across_and_within_alike_is_no_break() -> None:
    fewer = [each for each in yearly(2001, 2010, falls_in=None) if each.first.endswith(("1", "2"))]
    found = outcome("wolf-2011", record(fewer + yearly(2011, 2020, falls_in=None)))
    assert verdict(HYPOTHESES["wolf-2011"], found) != "holds"


def test_years_that_are_not_over_do_not_count() -> None:
    made = record(yearly(2001, 2025, falls_in=2022), last_year=2023)
    assert reason("rupture-2022", made) == "too few years since 2022 are over, or nothing varies"
    assert reason("rupture-2022", replace(made, last_year=2021)) == "2022 is not over"
    assert reason("blocs-since-2008", replace(made, last_year=2007)) == "no year since 2008 is over"


def test_a_year_without_pairs_tells_nothing() -> None:
    made = record([each for each in yearly(2001, 2020, falls_in=None) if each.start.year != 2005])  # type: ignore[union-attr]  # all have a day
    assert reason("wolf-2011", made) == "no pair of the coalitions began anything in 2005"


def test_planted_blocs_hold_and_drawn_ones_do_not() -> None:
    stated = HYPOTHESES["blocs-since-2008"]
    there = outcome(stated.name, record(grouped(2005, 2012, blocs=True), last_year=2012))
    assert verdict(stated, there) == "holds"
    assert there.p == 0.025  # the least that 39 null graphs can give, in every year
    drawn = outcome(stated.name, record(grouped(2005, 2012, blocs=False), last_year=2012))
    assert verdict(stated, drawn) != "holds"


def test_the_p_of_every_year_is_that_of_the_weakest() -> None:
    made = grouped(2008, 2011, blocs=True) + grouped(2012, 2012, blocs=False, seed=3)
    found = outcome("blocs-since-2008", record(made, last_year=2012))
    assert found.p > 0.05
    assert dict(found.series)[2012] == found.effect


def test_blocs_that_begin_in_2008_are_a_break() -> None:
    made = grouped(2000, 2007, blocs=False) + grouped(2008, 2015, blocs=True)
    found = outcome("blocs-from-2008-on", record(made, last_year=2015))
    assert verdict(HYPOTHESES["blocs-from-2008-on"], found) == "holds"
    always = outcome("blocs-from-2008-on", record(grouped(2000, 2015, blocs=True), last_year=2015))
    assert verdict(HYPOTHESES["blocs-from-2008-on"], always) != "holds"


def test_planted_blocs_that_follow_planted_votes_are_found() -> None:
    votes = roll_calls(2016, 2025, by_coalition=True)
    for name, test in HYPOTHESES["blocs-follow-votes"].others.items():
        found = test(Evidence(record(DECADE, votes)), QUICK)
        assert isinstance(found, Outcome), name
        assert found.effect > 0.1, name
    whole = outcome("blocs-follow-votes", record(DECADE, votes))
    assert verdict(HYPOTHESES["blocs-follow-votes"], whole) == "holds"


def test_votes_that_follow_nothing_are_not() -> None:
    found = outcome(
        "blocs-follow-votes", record(DECADE, roll_calls(2016, 2025, by_coalition=False))
    )
    assert verdict(HYPOTHESES["blocs-follow-votes"], found) != "holds"


def test_blocs_that_follow_votes_only_later_follow_more() -> None:
    then, now = (
        roll_calls(first, first + 9, by_coalition=by) for first, by in ((1998, False), (2016, True))
    )
    made = record(grouped(1998, 2007, blocs=True) + DECADE, then + now)
    found = outcome("blocs-follow-votes-more", made)
    assert verdict(HYPOTHESES["blocs-follow-votes-more"], found) == "holds"


def test_partners_of_the_founders_that_sign_are_found() -> None:
    founders, others = STATES[:3], STATES[3:]
    joiners = others[::2]
    made = []
    for number, state in enumerate(others):
        mine = founders if state in joiners else [each for each in others if each != state][:3]
        partners = [mine[(number + step) % len(mine)] for step in range(2)]
        made += [link(state, each, f"mission/{state[7:]}-{each[7:]}", 2015) for each in partners]
    opened = date(2020, 10, 13)
    signed = dict.fromkeys(founders, opened)
    signed |= {state: opened + timedelta(days=30 + n) for n, state in enumerate(joiners)}
    found = outcome("partners-before-signing", record(made, signed=signed))
    assert verdict(HYPOTHESES["partners-before-signing"], found) == "holds"
    late = [replace(each, start=date(2021, 1, 1), end=date(2021, 1, 1)) for each in made]
    assert "have partners" in reason("partners-before-signing", record(late, signed=signed))


def test_signatures_that_go_from_region_to_region_are_found() -> None:
    opened = date(2020, 10, 13)
    together = {STATES[0]: opened} | {
        state: opened + timedelta(days=100 * (number % 4) + number)
        for number, state in enumerate(STATES)
        if number
    }
    found = outcome("signatures-spread-by-region", record([], signed=together))
    assert verdict(HYPOTHESES["signatures-spread-by-region"], found) == "holds"
    apart = {STATES[0]: opened} | {
        state: opened + timedelta(days=10 * number) for number, state in enumerate(STATES) if number
    }
    found = outcome("signatures-spread-by-region", record([], signed=apart))
    assert verdict(HYPOTHESES["signatures-spread-by-region"], found) != "holds"


def test_each_class_and_kind_is_left_out_once() -> None:
    falling = dated(yearly(2001, 2020, falls_in=2011), "claim/catalogue")
    classes = {
        "claim/catalogue": frozenset({"dataset"}),
        "claim/sign-a00": frozenset({"official", "news"}),
    }
    made = record(falling, classes=classes, kinds={("claim/catalogue",): "builds"})
    assert classes_alone(made) == ["dataset"]
    found = find_out(made, HYPOTHESES["wolf-2011"], QUICK)
    checks = {(each.what.kind, each.what.name): each for each in found.checks}
    gone = checks[SOURCES, "dataset"]
    assert (gone.effect, gone.survives) == (None, None)
    assert gone.reason == "no pair of the coalitions began anything in 2001"
    assert checks[RELATIONS, "launches"].survives
    assert checks[RELATIONS, "builds"].effect is None
    assert checks[RELATIONS, "launches and builds"].effect is None
    assert found.survived == (len(found.checks) - 3, len(found.checks) - 3)


def test_a_sign_that_turns_is_named() -> None:
    """Few pairs fall across coalitions; a catalogue of many that rise hides it."""
    signal = yearly(2001, 2020, falls_in=2011)
    rises = [
        link(one, other, f"satellite/{one[7:]}-{other[7:]}-{year}", year)
        for year in range(2011, 2021)
        for one in ARTEMIS
        for other in ILRS
    ]
    classes = {claim: frozenset({"dataset"}) for each in rises for claim in each.claims}
    found = find_out(record([*signal, *rises], classes=classes), HYPOTHESES["wolf-2011"], QUICK)
    assert "without dataset" in found.hangs_on


def test_left_out_claims_with_another_source_stay() -> None:
    made = record(
        [link(ARTEMIS[0], ILRS[0], "mission/one", 2020)],
        classes={"claim-launches-mission-one-2020": frozenset({"dataset", "news"})},
    )
    assert len(Evidence(made, LeftOut(SOURCES, "dataset")).cooperation()) == 1
    assert Evidence(made, LeftOut(RELATIONS, "launches")).cooperation() == []


def test_a_verdict_goes_by_interval_sign_and_p() -> None:
    stated = HYPOTHESES["wolf-2011"]  # a fall, by a quarter at least
    base = Outcome(effect=-1.0, low=-1.5, high=-0.5, p=0.01, cases="")
    assert verdict(stated, base) == "holds"
    assert verdict(stated, base, p=0.08) == "cannot be told"
    assert verdict(stated, replace(base, high=0.1, p=0.07)) == "cannot be told"
    assert verdict(stated, replace(base, effect=-0.1, low=-0.2, high=-0.01)) == "does not hold"
    assert verdict(stated, replace(base, effect=1.0, low=0.5, high=1.5)) == "does not hold"
    assert verdict(stated, None) == "cannot be told"


def test_findings_are_the_same_as_what_is_kept_of_them() -> None:
    found = find_out(record(yearly(2001, 2020, falls_in=2011)), HYPOTHESES["wolf-2011"], QUICK)
    kept = json.loads(json.dumps(values.to_value(found)))
    assert values.from_value(kept) == found
    untold = find_out(record([]), HYPOTHESES["wolf-2011"], QUICK)
    assert values.from_value(json.loads(json.dumps(values.to_value(untold)))) == untold


def test_the_same_seed_gives_the_same() -> None:
    made = record(DECADE, roll_calls(2016, 2025, by_coalition=True))
    one, other = (outcome("blocs-follow-votes", made) for _ in range(2))
    assert one == other
    seeded = outcome("blocs-follow-votes", made, replace(QUICK, seed=1))
    assert (seeded.low, seeded.high) != (one.low, one.high)


def test_all_are_stated_in_full() -> None:
    for name, each in HYPOTHESES.items():
        assert each.name == name
        for text in (each.title, each.states, each.stated_by, each.data, each.test, each.unit):
            assert text, name
        assert each.states.endswith("."), name
        assert each.least > 0, name


def test_an_unknown_one_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="wolf-2011"):
        hypothesis("wolf-2012")
    with pytest.raises(BadNumber, match="draws"):
        Effort(draws=3).check()
