from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from comity.server.app import application
from comity.server.limits import Limits
from comity.server.problems import STATUSES
from comity.server.service import Service

if TYPE_CHECKING:
    import httpx

TEXT = (Path(__file__).parent.parent.parent / "docs" / "http.md").read_text()
EXAMPLES = {
    "/sparql": "/sparql?query=ASK+%7B%7D",
    "/graph-store": "/graph-store?graph=https%3A%2F%2Fw3id.org%2Fcomity%2Fgraph%2Frelease",
    "/compare": "/compare?one=nation/bhr&other=nation/tur",
    # of a day with few ties: the study of today would take a minute, meant for other tests
    "/networks/NAME": "/networks/bridges?as-of=1975-01-01",
    "/networks/NAME/PICTURE.svg": "/networks/bridges/bridge-ranking.svg?as-of=1975-01-01",
    "/queries/NAME": "/queries/members",
    "/stories/NAME": "/stories/five-texts",
    "/things/KIND": "/things/nation",
    "/id/KIND/SLUG": "/id/mission/change-6",
    "/path": "/path?one=agency/nasa&other=agency/cnsa",
    "/search": "/search?q=moon",
    "/claims": "/claims?subject=nation/bhr",
    "/claims/SLUG": "/claims/tur-member-of-ilrs",
    "/sources/SLUG": "/sources/nasa-50",
    "/ns/NAME": "/ns/shapes.ttl",
    "/graph/NAME": "/graph/release",
}
ROWS = [
    (re.findall(r"`([^`]+)`", cells[1]), cells[3].strip())
    for line in TEXT.partition("## Parameters")[0].splitlines()
    if line.startswith("| `/") and (cells := line.split("|"))
]
ROUTES = [(route, formats) for routes, formats in ROWS for route in routes]


@pytest.mark.parametrize("route", [route for route, _ in ROUTES])
def test_every_route_that_is_named_answers(client: httpx.Client, route: str) -> None:
    response = client.get(EXAMPLES.get(route, route), headers={"Accept": "*/*"})
    assert response.status_code in {200, 202, 301}


def test_every_route_is_named(tmp_path: Path) -> None:
    named = {route.lower() for route, _ in ROUTES}
    for route in application(Service(tmp_path, Limits())).routes:
        path = route.path.replace(":path", "")  # type: ignore[attr-defined]  # all are routes
        assert re.sub(r"\{(\w+)\}", r"\1", path) in {*named, "/static/name"}


@pytest.mark.parametrize(("route", "formats"), [row for row in ROUTES if row[1]])
def test_a_route_speaks_the_formats_that_are_named(
    client: httpx.Client, route: str, formats: str
) -> None:
    address = EXAMPLES.get(route, route)
    names = formats.split(", ")
    if names == ["the same"]:
        names = ["turtle", "ntriples", "rdfxml", "jsonld", "trig", "nquads"]
    first = client.get(address, headers={"Accept": "*/*"})
    for name in names:
        mark = "&" if "?" in address else "?"
        response = client.get(f"{address}{mark}format={name}")
        wants_graph = route == "/sparql" and name in {
            "turtle", "ntriples", "rdfxml", "jsonld", "trig", "nquads"
        }  # fmt: skip
        is_made = address.startswith(("/networks/", "/atlas"))
        expected = {406} if wants_graph else {200, 202} if is_made else {200}
        assert response.status_code in expected, name
        if name == names[0] and response.status_code == first.status_code:
            assert response.headers["content-type"] == first.headers["content-type"]


def test_the_examples_run(client: httpx.Client) -> None:
    (block,) = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
    for line in block.splitlines():
        words = shlex.split(line)
        (target,) = (word for word in words if word.startswith("http"))
        parts = urlsplit(target)
        address = f"{parts.path}?{parts.query}" if parts.query else parts.path
        if "--data-urlencode" in words:
            name, _, value = words[words.index("--data-urlencode") + 1].partition("=")
            response = client.post(address, data={name: value})
        else:
            accept = words[words.index("-H") + 1].partition(": ")[2] if "-H" in words else "*/*"
            response = client.get(address, headers={"Accept": accept})
        assert response.status_code == 200, line


def test_lists_have_the_shape_that_is_shown(client: httpx.Client) -> None:
    (block,) = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    for address in ("/queries", "/graph", "/claims?limit=1", "/sources?limit=1", "/search?q=moon"):
        assert set(client.get(address).json()) == set(json.loads(block))


def test_every_status_of_an_error_is_told() -> None:
    table = TEXT.partition("## Errors")[2]
    for status in set(STATUSES.values()):
        assert re.search(rf"^\| (\d+, )?{status.value}\b", table, re.MULTILINE), status
