from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from comity.server.rendering import Frame, address, page
from comity.server.things import Row

if TYPE_CHECKING:
    import httpx

PAGE = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
PAGES = (
    "/",
    "/queries",
    "/queries/is-it-true",
    "/id/nation/chn",
    "/id/claim/tur-member-of-ilrs",
    "/id/source/nasa-50",
    "/board",
    "/board?verdict=outdated&kind=accord",
    "/matrix",
    "/map",
    "/compare",
    "/compare?one=nation/bhr&other=nation/tur",
    "/compare?one=2024-01-01&other=2024-03-01",
    "/stories",
    "/stories/five-texts?step=2",
    "/networks",
    "/id/accord/unga-res-77-41",
    "/things",
    "/search?q=moon",
    "/claims?subject=nation/bhr",
    "/sources?limit=5",
    "/ns",
    "/graph",
    "/graph/current",
    "/graph/inferred/nation-with-crew",
    "/sparql",
    "/sparql?query=ASK+%7B%7D",
    "/no-such-page",
)
_MADE = ("/networks/", "/atlas")
HOSTILE = "<script>alert(1)</script>\"'&\u202e"


class Outline(HTMLParser):
    """What a page is made of, as far as the tests look."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.landmarks: list[str] = []
        self.links: list[str] = []
        self.bare_headers = 0
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "label":
            self.labelled.add(str(found.get("for")))
        if tag in {"input", "select", "textarea"} and found.get("type") != "hidden":
            self.fields.append(found)
        if tag in {"header", "main", "footer", "nav"}:
            self.landmarks.append(tag)
        if tag == "a":
            self.links.append(str(found.get("href")))
        self.bare_headers += tag == "th" and "scope" not in found
        self.scripts += tag == "script" or any(
            name == "style" or name.startswith("on") for name in found
        )


@cache
def is_there(client: httpx.Client, link: str) -> bool:
    """Tell whether a link leads to a page; many pages have the same links."""
    return client.get(link, headers=PAGE).status_code in {200, 301}


def outline(response: httpx.Response) -> Outline:
    found = Outline()
    found.feed(response.text)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_read_without_seeing_it(client: httpx.Client, path: str) -> None:
    response = client.get(path, headers=PAGE)
    found = outline(response)
    assert '<html lang="en">' in response.text
    assert re.search(r"<title>.*Comity.*</title>", response.text)
    assert {"header", "main", "footer", "nav"} <= set(found.landmarks)
    assert found.headings.count(1) == 1
    steps = zip(found.headings, found.headings[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps)
    assert len(found.ids) == len(set(found.ids))
    assert all(field.get("id") in found.labelled for field in found.fields)
    assert found.bare_headers == 0
    assert found.scripts == 0
    assert found.links[0] == "#content"


@pytest.mark.parametrize("path", PAGES)
def test_no_link_of_a_page_is_dead(client: httpx.Client, path: str) -> None:
    found = outline(client.get(path, headers=PAGE))
    # what a study process makes takes long; tests of their own ask for studies and the atlas
    here = {link for link in found.links if link.startswith("/")}
    ours = sorted(link for link in here if not link.startswith(_MADE))[:40]
    for link in ours:
        assert is_there(client, link), link
    here = {link[1:] for link in found.links if link.startswith("#")}
    assert here <= set(found.ids)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nothing_of_others(client: httpx.Client, path: str) -> None:
    response = client.get(path, headers=PAGE)
    assert "default-src 'none'" in response.headers["content-security-policy"]
    loaded = re.findall(
        r'<(?:link rel="(?:stylesheet|icon)"[^>]*href|img src)="([^"]+)"', response.text
    )
    assert loaded
    for each in loaded:
        assert each.startswith("/static/")
        assert client.get(each).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/search?q={}",
        "/sparql?query={}",
        "/claims?subject={}",
        "/queries/is-it-true?actor={}",
        "/queries/is-it-true?{}=1",
        "/id/nation/{}",
        "/queries/{}",
        "/graph/{}",
        "/{}",
        "/?as-of={}",
    ],
)
def test_what_a_client_sends_is_text(client: httpx.Client, path: str) -> None:
    from urllib.parse import quote  # noqa: PLC0415

    response = client.get(path.format(quote(HOSTILE, safe="")), headers=PAGE)
    assert response.status_code < 500
    assert "<script" not in response.text
    assert "\u202e" not in response.text


def test_what_the_data_says_is_text() -> None:
    from comity.analysis.profiles import Facts  # noqa: PLC0415
    from comity.analysis.ties import Node  # noqa: PLC0415
    from comity.knowledge import Profile  # noqa: PLC0415
    from comity.server.roll_calls import RollCall, Voter, Votes  # noqa: PLC0415
    from comity.server.things import ThingPage  # noqa: PLC0415

    node = Node("nation/chn", "nation", HOSTILE, HOSTILE, None, None)
    facts = Facts((HOSTILE,), ("javascript:alert(1)",), (), False, HOSTILE, (), (), {})
    row = Row("claim/a", HOSTILE, "nation/usa", HOSTILE, HOSTILE, 1, HOSTILE, HOSTILE)
    shown = ThingPage(
        Profile(node, [], {}, facts),
        HOSTILE,
        [(HOSTILE, [row])],
        [row],
        [(HOSTILE, [row])],
        [row],
        [(HOSTILE, [("prohibition/a", HOSTILE)])],
        Votes(
            RollCall((HOSTILE,), [(HOSTILE, [[Voter("nation/usa", HOSTILE, "claim/a", HOSTILE)]])]),
            (),
            [(HOSTILE, 1)],
        ),
    )
    text = page("thing", shown, Frame("/id/nation/chn", today="2024-01-01")).decode()
    assert "<script" not in text
    assert "\u202e" not in text
    assert 'href="javascript:' not in text
    assert "&lt;script&gt;" in text


def test_a_day_is_carried_by_every_link_of_a_page(client: httpx.Client) -> None:
    found = outline(client.get("/id/nation/bhr?as-of=2023-01-01&certain=true", headers=PAGE))
    things = [link for link in found.links if link.startswith("/id/")]
    assert len(things) > 10
    assert all(
        link.endswith("as-of=2023-01-01&certain=true") or "format=" in link or "as-of" not in link
        for link in things
    )
    assert sum("as-of=2023-01-01" in link for link in things) >= len(things) - 1


def test_the_style_sheet_may_be_kept(client: httpx.Client) -> None:
    response = client.get("/static/comity.css")
    assert response.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in response.headers["cache-control"]
    again = client.get("/static/comity.css", headers={"If-None-Match": response.headers["etag"]})
    assert again.status_code == 304
    assert client.get("/static/secrets.txt").status_code == 404


def test_addresses_are_written_safely() -> None:
    assert address("/ns#memberOf", (("as-of", "2024-01-01"),)) == "/ns?as-of=2024-01-01#memberOf"
    assert address('/a"b<c') == "/a%22b%3Cc"


def test_the_home_page_counts_what_the_snapshot_counts(client: httpx.Client) -> None:
    text = client.get("/", headers=PAGE).text
    total = client.get("/claims?votes=true&limit=1").json()["total"]
    assert f"{total:,} claims" in text


def test_the_home_page_says_where_to_begin(client: httpx.Client) -> None:
    text = client.get("/", headers=PAGE).text
    for path in ("/map", "/path?one=", "/board", "/stories/five-texts", "/matrix", "/networks"):
        assert f'<li><a href="{path}' in text
    assert client.get("/queries").json()["total"] > text.count('href="/queries/')
    assert re.search(r"\d+ are contradicted, \d+ are disputed", text)
