from __future__ import annotations

import sys
import time
from html import escape
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.processes import family, is_alive, until
from tests.server.serving import serving

from comity.server.explorer.networks import StudyPage
from comity.server.explorer.study_pictures import draw_pictures
from comity.server.rendering import Frame, page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.serving import Served

    from comity.knowledge import KnowledgeGraph

PATIENCE = 120  # seconds for a study of a small world on a busy machine


def wait_for(url: str) -> httpx.Response:
    until = time.monotonic() + PATIENCE
    while (response := httpx.get(url, timeout=60)).status_code == 202:
        assert time.monotonic() < until
        time.sleep(0.1)  # between two looks
    return response


def test_a_study_is_made_meanwhile_and_then_kept(small: Served) -> None:
    url = f"{small.url}/networks/bridges"
    first = httpx.get(url, params={"as-of": "2023-06-01"}, timeout=60)
    assert first.status_code == 202
    assert first.headers["retry-after"].isdigit()
    assert first.json()["status"] in {"waiting", "being made"}
    assert set(first.json()) == {"status", "seconds", "done", "of"}
    as_page = httpx.get(
        url, params={"as-of": "2023-06-01"}, headers={"Accept": "text/html"}, timeout=60
    )
    if as_page.status_code == 202:
        assert as_page.headers["refresh"] == as_page.headers["retry-after"]
        assert 'role="status"' in as_page.text
        assert 'href="/networks/forecast?as-of=2023-06-01"' in as_page.text  # to go there meanwhile
    made = wait_for(f"{url}?as-of=2023-06-01")
    assert made.status_code == 200
    assert made.json()["status"] == "made"
    assert made.json()["year"] == 2023
    again = httpx.get(
        f"{url}?as-of=2023-06-01", headers={"If-None-Match": made.headers["etag"]}, timeout=60
    )
    assert again.status_code == 304


def test_other_questions_are_answered_while_a_study_is_made(small: Served) -> None:
    assert httpx.get(f"{small.url}/networks/blocs?as-of=2022-01-01", timeout=60).status_code == 202
    assert httpx.get(f"{small.url}/claims", timeout=60).status_code == 200
    found = wait_for(f"{small.url}/networks/blocs?as-of=2022-01-01").json()
    assert found.get("year") == 2022, found
    assert found["years"][-1]["year"] == 2022
    text = httpx.get(
        f"{small.url}/networks/blocs?as-of=2022-01-01", headers={"Accept": "text/html"}
    ).text
    assert "Year by year" in text


def test_the_list_of_studies_starts_none(small: Served) -> None:
    items = httpx.get(f"{small.url}/networks", timeout=60).json()["items"]
    assert [item["name"] for item in items] == ["blocs", "bridges", "forecast"]
    assert httpx.get(items[1]["url"] + "?odd=1", timeout=60).status_code == 400


def test_why_a_study_cannot_be_made_is_said(small: Served) -> None:
    response = wait_for(f"{small.url}/networks/forecast")
    assert response.status_code == 404
    assert "accord/artemis-accords" in response.json()["detail"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("odd", 404),
        ("blocs?as-of=2020-01-01&certain=true", 400),
        ("blocs?as-of=odd", 400),
        ("blocs?odd=1", 400),
        ("blocs?format=csv", 406),
    ],
)
def test_what_is_not_known_is_refused(small: Served, path: str, status: int) -> None:
    assert httpx.get(f"{small.url}/networks/{path}", timeout=60).status_code == status


def test_few_studies_may_wait_and_all_end_with_the_service(
    toy: KnowledgeGraph, tmp_path: Path
) -> None:
    with serving(tmp_path, snapshot=toy.snapshot.folder) as served:
        statuses = [
            httpx.get(f"{served.url}/networks/blocs?as-of=20{year}-01-01", timeout=60).status_code
            for year in range(10, 25)
        ]
        assert statuses.count(202) >= 6
        assert 503 in statuses
        assert set(statuses) <= {200, 202, 503}
        pids = family(served.process.pid)
    assert until(lambda: not any(is_alive(pid) for pid in pids))


def test_pictures_of_a_study_are_drawn_and_described(small: Served) -> None:
    url = f"{small.url}/networks/bridges"
    (listed,) = wait_for(f"{url}?as-of=2023-05-01").json()["pictures"]
    assert listed["url"] == f"{url}/bridge-ranking.svg?as-of=2023-05-01"
    drawn = httpx.get(listed["url"], timeout=60)
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert drawn.text.startswith("<?xml")
    assert "default-src 'none'" in drawn.headers["content-security-policy"]
    again = httpx.get(listed["url"], headers={"If-None-Match": drawn.headers["etag"]}, timeout=60)
    assert again.status_code == 304
    text = httpx.get(f"{url}?as-of=2023-05-01", headers={"Accept": "text/html"}, timeout=60).text
    assert f'alt="{escape(listed["title"])}. {escape(listed["description"])[:40]}' in text


@pytest.mark.parametrize("path", ["bridges/odd.svg", "odd/bridge-ranking.svg", "bridges/x.png"])
def test_a_picture_that_a_study_has_not_is_not_found(small: Served, path: str) -> None:
    assert httpx.get(f"{small.url}/networks/{path}", timeout=60).status_code == 404


def test_without_matplotlib_the_page_says_what_to_install(
    toy: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    found = draw_pictures("bridges", toy)
    assert found["drawn"] == []
    shown = StudyPage("bridges", "Bridges", _study(found), ())
    text = page("study-bridges", shown, Frame("/networks/bridges")).decode()
    assert "install comity[pictures]; without it the tables stand alone" in text
    assert "<figure" not in text


def _study(pictures: dict[str, object]) -> dict[str, object]:
    return {"year": 2023, "groups": [], "left_out": [], "items": [], "pictures": pictures}
