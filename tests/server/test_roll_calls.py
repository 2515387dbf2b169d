from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from comity.networks.coalitions import COALITIONS
from comity.server.roll_calls import IN_WORDS, SIDES
from comity.views.palette import KINDS

if TYPE_CHECKING:
    import httpx

PAGE = {"Accept": "text/html"}
RESOLUTION = "accord/unga-res-77-41"


def shown(client: httpx.Client, path: str) -> str:
    response = client.get(path, headers=PAGE)
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_a_resolution_has_its_roll_call_by_coalition(client: httpx.Client) -> None:
    text = shown(client, f"/id/{RESOLUTION}")
    answer = client.get(f"/queries/roll-call-totals?resolution={RESOLUTION}&format=csv").text
    totals = {row["vote"]: int(row["states"]) for row in csv.DictReader(io.StringIO(answer))}
    rows = re.findall(r'<th scope="row">([^<]+)</th>((?:<td class="number">\d+</td>)+)', text)
    told = {words: [int(count) for count in re.findall(r">(\d+)<", row)] for words, row in rows}
    assert {words: counts[0] for words, counts in told.items()} == {
        IN_WORDS[vote.replace(" ", "_")]: count for vote, count in totals.items()
    }
    assert all(counts[0] == sum(counts[1:]) for counts in told.values())
    against = text.partition("<h3>Against")[2].partition("</details>")[0]
    assert '<a href="/id/nation/chn">China</a>' in against


def test_every_coalition_has_a_word_for_roll_calls() -> None:
    assert {*COALITIONS} < {*SIDES}


def test_a_state_lists_its_votes_the_newest_first(client: httpx.Client) -> None:
    text = shown(client, "/id/nation/jpn").partition('id="votes"')[2]
    days = re.findall(r'<td class="when">(\d{4}-\d\d-\d\d)</td>', text)
    assert len(days) > 50
    assert days == sorted(days, reverse=True)
    assert f'href="/id/{RESOLUTION}"' in text


def test_a_vote_leads_to_the_whole_roll_call(client: httpx.Client) -> None:
    text = shown(client, "/id/claim/vote-unga-res-77-41-chn")
    assert f'<a href="/id/{RESOLUTION}#roll-call">' in text
    assert '<p class="dates">2022-12-07' in text


def test_a_restriction_lists_what_it_forbids_and_cases_around_it(client: httpx.Client) -> None:
    text = shown(client, "/id/restriction/wolf-amendment")
    assert 'href="/id/prohibition/wolf-amendment-fy2021-bilateral"' in text
    assert 'href="/id/precedent/change-6-dorn-2024"' in text


def test_the_counts_of_the_home_page_lead_to_as_many_things(client: httpx.Client) -> None:
    kinds = client.get("/things?format=json").json()["items"]
    home = shown(client, "/")
    for each in kinds:
        assert f'<a href="/things/{each["kind"]}"><b>{each["things"]:,}</b>' in home
    nations = client.get("/things/nation?format=json").json()
    assert nations["total"] == len(nations["items"]) == kinds[0]["things"]
    assert {"id": "nation/chn", "label": "China"} in nations["items"]
    assert client.get("/things/nation?format=csv").text.startswith("id,label\r\n")
    assert client.get("/things/odd").status_code == 404
    assert {each["kind"] for each in kinds} <= {*KINDS}
