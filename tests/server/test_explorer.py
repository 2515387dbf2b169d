from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import pytest

from comity.analysis.contested import Contested, Voice
from comity.analysis.standings import Named, Standing
from comity.server.explorer.board import BoardPage
from comity.server.explorer.comparing import ComparePage, End, Facet, Side
from comity.server.explorer.matrix import Column, MatrixPage, Row
from comity.server.explorer.story_files import all_stories
from comity.server.explorer.world import MapPage, Member, Outline
from comity.server.links import Cell
from comity.server.listings import Listing
from comity.server.rendering import Frame, page

if TYPE_CHECKING:
    import httpx

    from comity.knowledge import KnowledgeGraph

HOSTILE = "<script>alert(1)</script>\"'&\u202e<img src=x onerror=alert(1)>" + "x" * 10_000
PAGE = {"Accept": "text/html"}


def found(client: httpx.Client, address: str) -> Any:
    response = client.get(address, headers={"Accept": "application/json"})
    assert response.status_code == 200, response.text
    return response.json()


def test_the_board_counts_what_the_list_of_claims_counts(client: httpx.Client) -> None:
    for verdict in ("contradicted", "disputed", "outdated", "unverified"):
        board = found(client, f"/board?verdict={verdict}&limit=1")
        assert board["total"] == found(client, f"/claims?verdict={verdict}&limit=1")["total"]


def test_the_board_leaves_out_what_was_only_never_verified(client: httpx.Client) -> None:
    items = found(client, "/board?limit=1000")["items"]
    assert {item["verdict"] for item in items} == {"contradicted", "disputed", "outdated"}


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [
        ("verdict=outdated", "verdict", "outdated"),
        ("kind=accord", "kind", "accord"),
        ("predicate=member_of", "predicate", "member_of"),
    ],
)
def test_a_filter_of_the_board_keeps_what_fits(
    client: httpx.Client, query: str, name: str, value: str
) -> None:
    items = found(client, f"/board?{query}&limit=1000")["items"]
    assert items
    assert {item[name] for item in items} == {value}


def test_the_board_is_filtered_by_who_speaks_and_by_words(client: httpx.Client) -> None:
    items = found(client, "/board?class=state_medium&q=ilrs+17&limit=1000")["items"]
    assert "claim/ilrs-member-count-17" in {item["claim"] for item in items}
    for item in items:
        assert "state_medium" in {voice["source_class"] for voice in item["voices"]}


@pytest.mark.parametrize(
    "query", ["verdict=supported", "verdict=odd", "kind=odd", "predicate=odd", "class=odd", "a=b"]
)
def test_what_the_board_does_not_know_is_refused(client: httpx.Client, query: str) -> None:
    assert client.get(f"/board?{query}").status_code == 400


def test_the_board_begins_with_what_is_contradicted(client: httpx.Client) -> None:
    found_ = [item["verdict"] for item in found(client, "/board?limit=1000")["items"]]
    assert found_ == sorted(found_, key=["contradicted", "disputed", "outdated"].index)


def test_a_reason_on_the_board_names_sources_by_their_titles(client: httpx.Client) -> None:
    text = client.get("/board?q=tur-member-of-ilrs", headers=PAGE).text
    assert 'href="/id/source/roscosmos-13">“13 countries have joined' in text
    assert " roscosmos-13 " not in text


def test_parts_of_the_board_make_the_whole(client: httpx.Client) -> None:
    whole = [item["claim"] for item in found(client, "/board?limit=1000")["items"]]
    parts: list[str] = []
    address = "/board?limit=60"
    while address:
        part = found(client, address)
        parts += [item["claim"] for item in part["items"]]
        address = part["next"]
    assert parts == whole


def test_the_board_as_csv_names_who_denies(client: httpx.Client) -> None:
    text = client.get("/board?format=csv&q=eu-member-of-ilrs").text
    (row,) = csv.DictReader(io.StringIO(text))
    assert "source/roscosmos-13" in row["denied_by"].split("|")


@pytest.mark.parametrize(("day", "count"), [("2020-10-13", 8), ("2023-10-02", 29)])
def test_matrix_and_map_show_the_day(client: httpx.Client, day: str, count: int) -> None:
    matrix = found(client, f"/matrix?as-of={day}&bodies=accord/artemis-accords")
    assert matrix["day"] == day
    assert [column["states"] for column in matrix["columns"]] == [count]
    coalitions = found(client, f"/map?as-of={day}")["items"]
    assert sum(item["coalition"] in {"Artemis", "both"} for item in coalitions) == count


def test_the_map_dates_only_those_who_belong(client: httpx.Client) -> None:
    items = found(client, "/map?as-of=2023-10-02")["items"]
    (argentina,) = (item for item in items if item["state"] == "nation/arg")
    assert (argentina["artemis_since"], argentina["ilrs_since"]) == ("2023-07-27", "")
    assert (argentina["artemis_standing"], argentina["ilrs_standing"]) == ("signed", "interested")


def test_the_matrix_shows_the_release_when_no_day_is_chosen(
    client: httpx.Client, kg: KnowledgeGraph
) -> None:
    assert found(client, "/matrix")["day"] == kg.manifest.date
    assert f"Shown as of {kg.manifest.date}" in client.get("/matrix", headers=PAGE).text


def test_a_state_that_ended_is_in_the_matrix_of_its_days(client: httpx.Client) -> None:
    then = {item["state"] for item in found(client, "/matrix?as-of=1975-01-01")["items"]}
    now = {item["state"] for item in found(client, "/matrix")["items"]}
    assert "nation/sun" in then - now


def test_each_cell_of_the_matrix_leads_to_its_claim(client: httpx.Client) -> None:
    text = client.get("/matrix?bodies=organisation/ilrs", headers=PAGE).text
    assert 'aria-label="Türkiye: ' not in text or "/id/claim/tur-" in text
    assert 'href="/id/claim/zaf-member-of-ilrs"' in text
    assert 'aria-label="South Africa: member since 2023-09"' in text


def test_the_matrix_as_csv_has_a_column_a_body(client: httpx.Client) -> None:
    text = client.get("/matrix?set=bodies&format=csv").text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["organisation/ilrs"] for row in rows if row["state"] == "nation/chn"} == {"member"}
    assert not any(
        name.startswith("accord/") and name != "accord/artemis-accords" for name in rows[0]
    )


@pytest.mark.parametrize("query", ["set=odd", "group=odd", "bodies=accord/odd", "bodies=%3Cb%3E"])
def test_what_the_matrix_does_not_know_is_refused(client: httpx.Client, query: str) -> None:
    assert client.get(f"/matrix?{query}").status_code == 400


def test_the_map_says_whose_borders_it_shows_and_names_both(client: httpx.Client) -> None:
    text = client.get("/map", headers=PAGE).text
    assert "no statement of ours" in text
    both = {item["name"] for item in found(client, "/map")["items"] if item["coalition"] == "both"}
    assert both == {"Senegal", "Thailand"}
    assert all(f"<title>{name}: both coalitions</title>" in text for name in both)


def test_two_states_are_compared(client: httpx.Client) -> None:
    shown = found(client, "/compare?one=nation/bhr&other=nation/sau")
    assert [side["name"] for side in shown["sides"]] == ["Bahrain", "Saudi Arabia"]
    shared = {one["id"] for each in shown["facets"] for one, _ in each["both"]}
    assert "accord/artemis-accords" in shared
    assert 0 < shown["votes"]["alike"] <= shown["votes"]["together"]


def test_a_comparison_is_of_the_day(client: httpx.Client) -> None:
    shown = found(client, "/compare?one=nation/bhr&other=nation/sau&as-of=2021-01-01")
    shared = {one["id"] for each in shown["facets"] for one, _ in each["both"]}
    assert "accord/artemis-accords" not in shared


def test_two_days_are_compared_as_diff_does(client: httpx.Client, kg: KnowledgeGraph) -> None:
    shown = found(client, "/compare?one=2024-07-01&other=2024-06-01")  # in either order
    assert {each["id"] for each in shown["changes"]} == set(
        kg.diff("2024-06-01", "2024-07-01")["id"]
    )


@pytest.mark.parametrize(
    "query",
    [
        "one=nation/bhr",
        "one=nation/bhr&other=nation/bhr",
        "one=nation/bhr&other=2024-01-01",
        "one=nation/bhr&other=nation/odd",
        "one=nation/bhr&other=%3Cb%3E",
    ],
)
def test_what_cannot_be_compared_is_refused(client: httpx.Client, query: str) -> None:
    response = client.get(f"/compare?{query}&format=json")
    assert response.status_code == 400
    assert response.json()["parameter"] in {"one", "other"}
    as_page = client.get(f"/compare?{query}", headers=PAGE)
    assert as_page.status_code == (200 if query == "one=nation/bhr" else 400)
    assert "<b>" not in as_page.text.partition("<main")[2].partition("</form>")[0]


def test_the_figures_of_the_story_are_what_the_queries_give(
    client: httpx.Client, kg: KnowledgeGraph
) -> None:
    story = found(client, "/stories/five-texts")
    asked = kg.ask("text-passages", text="seed-003")
    assert story["figures"]["fourth_all"] == len(asked)
    assert story["figures"]["fourth_outdated"] == (asked["verdict"] == "outdated").sum()
    assert story["figures"]["signatories_then"] == 29
    text = client.get("/stories/five-texts?step=5", headers=PAGE).text
    assert 'href="/queries/artemis-signatories?as-of=2023-10-02">29</a>' in text
    assert 'href="/queries/text-passages?text=seed-003">' in text
    assert f">{len(kg.ask('artemis-signatories'))}</a>" in text


def test_every_table_of_every_story_has_rows(client: httpx.Client) -> None:
    for name in all_stories():
        for step in found(client, f"/stories/{name}")["steps"]:
            assert all(view["rows"] for view in step["views"]), (name, step["title"])


def test_every_link_of_every_story_leads_somewhere(client: httpx.Client) -> None:
    studies = {study["name"] for study in found(client, "/networks")["items"]}
    texts = [
        step["text"]
        for name in all_stories()
        for step in found(client, f"/stories/{name}")["steps"]
    ]
    for target in sorted({link for text in texts for link in re.findall(r"\]\(([^)]+)\)", text)}):
        address = target.partition("#")[0] if target.startswith("/") else f"/id/{target}"
        if address.startswith("/networks/"):  # opened, it would be made
            assert address.removeprefix("/networks/") in studies
        elif address != "/atlas":
            assert client.get(address, headers=PAGE).status_code == 200, target


def test_the_story_of_two_coalitions_counts_by_day(client: httpx.Client) -> None:
    figures = found(client, "/stories/two-coalitions")["figures"]
    assert (figures["first_day"], figures["four_years"]) == (8, 52)
    assert figures["first_of_both"] == "Thailand"
    before = found(client, "/stories/two-coalitions?as-of=2023-10-02")["figures"]
    assert (before["signatories"], before["both"], before["first_day"]) == (29, 0, 8)


def test_quotes_of_the_story_are_short(client: httpx.Client) -> None:
    for step in found(client, "/stories/five-texts")["steps"]:
        for view in step["views"]:
            assert view["rows"]
            assert all(len(row["passage"].split()) < 25 for row in view["rows"])


def test_a_step_that_is_not_there_is_refused(client: httpx.Client) -> None:
    assert client.get("/stories/five-texts?step=99").status_code == 400
    assert client.get("/stories/odd").status_code == 404


def test_what_the_data_says_is_text_on_all_pages() -> None:
    id_ = "nation/chn"
    voice = Voice("source/a", HOSTILE, HOSTILE, "affirms", HOSTILE)
    contest = Contested(
        "claim/a", id_, HOSTILE, "nation", "member_of", HOSTILE, HOSTILE, HOSTILE,
        HOSTILE, HOSTILE, "disputed", HOSTILE, HOSTILE, [voice],
    )  # fmt: skip
    asked = dict.fromkeys(("verdict", "kind", "predicate", "class", "q"), HOSTILE)
    choices = {name: [(HOSTILE, HOSTILE)] for name in ("kind", "predicate", "class")}
    counts = [(name, 1) for name in ("contradicted", "disputed", "outdated", "unverified")]
    board = BoardPage(Listing([{}], 1, 0, 1, asked, choices), [(contest, [Cell(HOSTILE)])], counts)
    named = Named(id_, HOSTILE, HOSTILE, HOSTILE)
    standing = Standing(id_, "accord/a", "signed", HOSTILE, "claim/a", "unverified")
    matrix = MatrixPage(
        HOSTILE,
        {"set": HOSTILE, "group": HOSTILE, "bodies": HOSTILE},
        [Column(named, HOSTILE, 1)],
        [(HOSTILE, [Row(named, HOSTILE, HOSTILE, [standing], 1)])],
        [("signed", "S", HOSTILE, 1)],
        {"signed": "S"},
    )
    member = Member(id_, HOSTILE, "ILRS", [standing, None], has_outline=False)
    world = MapPage(
        HOSTILE,
        (1, 1),
        [Outline(HOSTILE, HOSTILE, (1.0, 1.0), "ILRS", id_)],
        [("ILRS", HOSTILE, [member])],
        [(HOSTILE, id_)],
        [(id_, HOSTILE, HOSTILE)],
    )
    end = End(id_, HOSTILE, [("claim/a", HOSTILE, "disputed")])
    compared = ComparePage(
        HOSTILE,
        HOSTILE,
        [Side(id_, HOSTILE, HOSTILE, HOSTILE, 1)] * 2,
        [(HOSTILE, HOSTILE, "claim/a", "disputed")],
        [Facet(HOSTILE, [(end, end)], [end], [end])],
        offered=[(HOSTILE, HOSTILE)],
        problem=HOSTILE,
    )
    pages = {"board": board, "matrix": matrix, "map": world, "compare": compared}
    for template, shown in pages.items():
        text = page(template, shown, Frame("/", today="2024-01-01")).decode()
        assert "<script" not in text, template
        assert "<img src=x" not in text, template
        assert "\u202e" not in text, template
