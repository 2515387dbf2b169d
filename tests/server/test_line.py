from __future__ import annotations

import asyncio
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.server.line import Line, Place


@pytest.fixture
def loop() -> asyncio.AbstractEventLoop:
    return asyncio.new_event_loop()


def waiting(line: Line, clients: str, loop: asyncio.AbstractEventLoop) -> dict[Place, str]:
    places = {}
    for client in clients:
        place = Place(loop=loop)
        line.add(client, place)
        places[place] = client
    return places


def taken(line: Line, places: dict[Place, str]) -> str:
    order = []
    while (place := line.take()) is not None:
        order.append(places[place])
    return "".join(order)


def test_clients_take_turns(loop: asyncio.AbstractEventLoop) -> None:
    line = Line()
    assert taken(line, waiting(line, "aaaabbc", loop)) == "abcabaa"
    loop.close()


def test_who_leaves_is_passed_over(loop: asyncio.AbstractEventLoop) -> None:
    line = Line()
    places = waiting(line, "aab", loop)
    first, _, last = places
    line.leave("a", first)
    line.leave("b", last)
    line.leave("b", last)
    assert len(line) == 1
    assert taken(line, places) == "a"
    loop.close()


def test_others_are_those_of_another_name(loop: asyncio.AbstractEventLoop) -> None:
    line = Line()
    waiting(line, "aa", loop)
    assert not line.has_others("a")
    assert line.has_others("b")
    loop.close()


def test_the_greediest_gives_way_to_the_modest_alone(loop: asyncio.AbstractEventLoop) -> None:
    line = Line()
    places = waiting(line, "aaab", loop)
    given_up = line.give_way("c")
    assert given_up is not None
    assert places[given_up] == "a"
    assert line.give_way("b") is None
    assert line.give_way("a") is None
    assert len(line) == 3
    loop.close()


@given(st.text("abcd", max_size=30))
def test_everybody_is_taken_once_and_nobody_twice_in_a_row_while_others_wait(clients: str) -> None:
    loop = asyncio.new_event_loop()
    line = Line()
    order = taken(line, waiting(line, clients, loop))
    loop.close()
    assert Counter(order) == Counter(clients)
    left = Counter(clients)
    for one, two in pairwise(order):
        left[one] -= 1
        assert one != two or set(+left) == {one}
