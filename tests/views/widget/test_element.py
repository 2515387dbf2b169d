"""The widget without a browser: what Python sets and sees, and what the front end is given."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from tests.views.sample import small_graph
from tests.views.test_neighbourhood import HOSTILE
from tests.views.widget.conftest import picture_of

from comity.errors import (
    BadDate,
    BadIdentifier,
    BadNumber,
    CertainInWidget,
    MissingPart,
    UnknownName,
    ViewTooLarge,
)
from comity.views.neighbourhood import LIMIT
from comity.views.palette import KINDS

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph
    from comity.views.widget.element import Explorer

PACT = "accord/moon-pact"


@pytest.fixture
def explorer(toy: KnowledgeGraph, widget_script: str) -> Explorer:
    return toy.explore(PACT)


def ids(explorer: Explorer) -> set[str]:
    return {thing["id"] for thing in explorer.picture["things"]}


def test_it_holds_what_surrounds_the_centre(explorer: Explorer) -> None:
    assert {PACT, "nation/arc", "nation/bor", "nation/cor"} <= ids(explorer)
    assert [thing["id"] for thing in explorer.picture["things"] if thing["centre"]] == [PACT]
    assert explorer.as_of == ""
    assert explorer.day is None
    assert repr(explorer) == "<Explorer of Moon Pact: 0 chosen>"


def test_depth_and_limit_are_those_of_the_view(toy: KnowledgeGraph, widget_script: str) -> None:
    assert ids(toy.explore(PACT, depth=0)) == {PACT}
    few = toy.explore(PACT, limit=2)
    assert len(ids(few)) == 2
    assert few.picture["omitted"] > 0
    with pytest.raises(BadNumber):
        toy.explore(PACT, limit=LIMIT + 1)
    with pytest.raises(BadNumber):
        toy.explore(PACT, depth=-1)
    with pytest.raises(BadIdentifier):
        toy.explore()
    with pytest.raises(UnknownName):
        toy.explore("nation/xxx")


def test_it_starts_at_the_day_of_the_graph(toy: KnowledgeGraph, widget_script: str) -> None:
    then = toy.as_of("2021-01-01").explore(PACT)
    assert then.as_of == "2021-01-01"
    assert ids(then) == ids(toy.explore(PACT))  # the reader may choose any other day


def test_what_is_certain_is_refused(toy: KnowledgeGraph) -> None:
    with pytest.raises(CertainInWidget, match="leave `certain` out"):
        toy.as_of("2021-01-01", certain=True).explore(PACT)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2021-01-01", "2021-01-01"),
        (date(2021, 1, 1), "2021-01-01"),
        (pd.Timestamp(2021, 1, 1), "2021-01-01"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_day_is_set_in_several_ways(explorer: Explorer, day: Any, text: str) -> None:
    explorer.as_of = day
    assert explorer.as_of == text
    assert explorer.day == (date(2021, 1, 1) if text else None)


def test_what_is_no_day_is_refused(explorer: Explorer) -> None:
    with pytest.raises(BadDate):
        explorer.as_of = "2021-13-01"
    assert explorer.as_of == ""


def test_what_is_not_in_the_picture_cannot_be_chosen(explorer: Explorer) -> None:
    with pytest.raises(UnknownName, match="did you mean nation/arc"):
        explorer.selection = ["nation/arx"]
    assert explorer.selection == []


def test_nothing_is_chosen_twice(explorer: Explorer) -> None:
    explorer.selection = ["nation/bor", "nation/arc", "nation/bor"]
    assert explorer.selection == ["nation/bor", "nation/arc"]


def test_python_sees_what_the_reader_does(explorer: Explorer) -> None:
    seen: list[Any] = []
    explorer.observe(lambda change: seen.append(change["new"]), ["selection", "as_of"])
    # as a message from the browser does
    explorer.set_state({"selection": ["nation/bor"], "as_of": "2021-01-01"})
    assert sorted(map(str, seen)) == ["2021-01-01", "['nation/bor']"]


def test_the_reader_sees_what_python_does(explorer: Explorer) -> None:
    explorer.selection = ["nation/bor"]
    explorer.as_of = date(2021, 1, 1)
    state = explorer.get_state()
    assert state["selection"] == ["nation/bor"]
    assert state["as_of"] == "2021-01-01"
    assert state["_esm"].strip().endswith(";")
    json.dumps({name: state[name] for name in ("picture", "selection", "as_of", "_esm")})


def test_claims_are_those_of_the_graph(toy: KnowledgeGraph, explorer: Explorer) -> None:
    explorer.selection = ["nation/bor"]
    one = toy.claims(subject="nation/bor", ids=True)
    other = toy.claims(object="nation/bor", ids=True)
    found = explorer.claims
    assert list(found.columns) == list(one.columns)
    assert sorted(found["claim"]) == sorted({*one["claim"], *other["claim"]})
    explorer.as_of = "2021-01-01"
    then = toy.as_of("2021-01-01").claims(subject="nation/bor", ids=True)
    assert "claim/bor-signatory-of-moon-pact" in set(found["claim"])
    assert "claim/bor-signatory-of-moon-pact" not in set(explorer.claims["claim"])
    assert set(then["claim"]) <= set(explorer.claims["claim"])
    assert explorer.claims.attrs["comity"]["as_of"] == "2021-01-01"


def test_claims_can_be_chosen(explorer: Explorer) -> None:
    explorer.selection = ["claim/bor-signatory-of-moon-pact"]
    assert list(explorer.claims["claim"]) == ["claim/bor-signatory-of-moon-pact"]
    assert explorer.things.empty
    explorer.as_of = "2021-01-01"  # Borduria signed in 2022
    assert explorer.claims.empty


def test_nothing_chosen_gives_no_rows(explorer: Explorer) -> None:
    assert explorer.claims.empty
    assert "subject_name" in explorer.claims.columns
    assert explorer.things.empty


def test_things_are_profiled_on_the_day(toy: KnowledgeGraph, explorer: Explorer) -> None:
    explorer.selection = ["nation/bor", PACT]
    now = explorer.things.set_index("id")
    assert list(now.columns) == [
        "kind", "label", "description", "since", "until", "ties", "votes",
    ]  # fmt: skip
    assert now.loc["nation/bor", "label"] == "Borduria"
    assert now.loc[PACT, "ties"] == len(toy.profile(PACT).ties)
    explorer.as_of = "2021-01-01"
    then = explorer.things.set_index("id")
    assert then.loc[PACT, "ties"] < now.loc[PACT, "ties"]


def test_known_by_stays(toy: KnowledgeGraph, widget_script: str) -> None:
    explorer = toy.known_by("2021-01-01").explore(PACT)
    explorer.selection = [PACT]
    assert "claim/bor-signatory-of-moon-pact" not in set(explorer.claims["claim"])
    assert explorer.claims.attrs["comity"]["known_by"] == "2021-01-01"


def test_without_anywidget_the_error_says_what_to_install(
    toy: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "anywidget", None)
    monkeypatch.delitem(sys.modules, "comity.views.widget.element", raising=False)
    with pytest.raises(MissingPart) as caught:
        toy.explore(PACT)
    assert str(caught.value) == (
        "the widget needs a part that is not installed; install comity[widget]"
    )


def test_the_same_graph_gives_the_same_picture(toy: KnowledgeGraph, widget_script: str) -> None:
    one, other = toy.explore(PACT, depth=2), toy.explore(PACT, depth=2)
    assert json.dumps(one.picture) == json.dumps(other.picture)


def test_kinds_come_in_the_order_of_the_legend(explorer: Explorer) -> None:
    kinds = [look["many"] for look in explorer.picture["kinds"]]
    assert kinds == [look.many for look in KINDS.values() if look.many in kinds]


def test_too_many_things_are_refused() -> None:
    with pytest.raises(ViewTooLarge):
        picture_of(small_graph(map(str, range(LIMIT + 1))))


def test_hostile_texts_are_cleaned() -> None:
    text = json.dumps(picture_of(small_graph(HOSTILE)), ensure_ascii=False)
    assert not {"\u202e", "\ud800", "\x00"} & set(text)
