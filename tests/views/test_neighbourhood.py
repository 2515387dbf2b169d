"""The text of the page: safe, self-contained, the same for the same input."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from tests.views.sample import PAGE, THINGS, TIES, claim, sample_graph, small_graph

from comity.errors import ViewTooLarge
from comity.views.neighbourhood import LIMIT, neighbourhood_page
from comity.views.palette import KINDS, LINES, OTHER, Standing, look_of, standing_of

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    '"><img src=x onerror=alert(3)>',
    "safe \u202egnp.exe",
    "L" * 10_000,
    "🚀🛰️👩🏽‍🚀",
    "{{7*7}}{% raw %}",
    "__proto__",
    "javascript:alert(4)",
    "a\x00b\ud800c",
    "<!-- --> & &amp; \u2028",
    "constructor",
]


class Elements(HTMLParser):
    """Collects start tags with attributes, and what stands in scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self.inside.append((tag, dict(attrs), []))
            self.open = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.inside[-1][2].append(data)


def elements_of(text: str) -> Elements:
    found = Elements()
    found.feed(text)
    return found


def data_of(text: str) -> dict[str, Any]:
    for _, attributes, parts in elements_of(text).inside:
        if attributes.get("type") == "application/json":
            data: dict[str, Any] = json.loads("".join(parts))
            return data
    raise AssertionError("the page holds no data")


def hostile_text() -> str:
    page = replace(
        PAGE, title=HOSTILE[0], subtitle=HOSTILE[2], snapshot=HOSTILE[1], as_of=HOSTILE[6]
    )
    return neighbourhood_page(small_graph(HOSTILE), page)


def test_same_input_gives_same_bytes(sample_text: str) -> None:
    assert neighbourhood_page(sample_graph(), PAGE) == sample_text


def test_order_of_nodes_and_edges_does_not_matter(sample_text: str) -> None:
    graph = sample_graph()
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for tail, head, key, facts in reversed(list(graph.edges(keys=True, data=True))):
        other.add_edge(tail, head, key=key, **facts)
    assert neighbourhood_page(other, PAGE) == sample_text


def test_another_process_gives_the_same_bytes(sample_text: str) -> None:
    code = (
        "import hashlib; from comity.views.neighbourhood import neighbourhood_page;"
        "from tests.views.sample import PAGE, sample_graph;"
        "print(hashlib.sha256(neighbourhood_page(sample_graph(), PAGE).encode()).hexdigest())"
    )
    environment = {"PYTHONHASHSEED": "4", "PYTHONPATH": ":".join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == hashlib.sha256(sample_text.encode()).hexdigest()


def test_policy_names_the_hash_of_each_script_and_style(sample_text: str) -> None:
    found = elements_of(sample_text)
    policy = next(
        attributes["content"] or ""
        for tag, attributes in found.tags
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    used = set()
    for _tag, attributes, parts in found.inside:
        if attributes.get("type") == "application/json":
            continue
        digest = hashlib.sha256("".join(parts).encode()).digest()
        used.add(f"'sha256-{base64.b64encode(digest).decode()}'")
    assert used == set(re.findall(r"'sha256-[^']+'", policy))


@pytest.mark.parametrize(
    "make_text", [lambda: neighbourhood_page(sample_graph(), PAGE), hostile_text]
)
def test_nothing_but_links_to_sources_leads_outside(make_text: Callable[[], str]) -> None:
    for tag, attributes in elements_of(make_text()).tags:
        assert not attributes.keys() & {"src", "srcset", "style", "action", "poster", "data"}, tag
        assert not any(name.startswith("on") for name in attributes), tag
        address = attributes.get("href")
        if address is None:
            continue
        if tag == "link":
            assert address == "data:,"
        else:
            assert tag == "a"
            assert address.startswith(("https://", "http://"))
            assert attributes["rel"] == "noopener noreferrer"
            assert attributes["target"] == "_blank"


def test_style_names_no_address(sample_text: str) -> None:
    style = next(
        "".join(parts) for tag, _, parts in elements_of(sample_text).inside if tag == "style"
    )
    assert "url(" not in style
    assert "@import" not in style


def test_page_names_no_source_map(sample_text: str) -> None:
    assert "sourceMappingURL" not in sample_text


def test_hostile_texts_make_no_elements() -> None:
    found = elements_of(hostile_text())
    tags = [tag for tag, _ in found.tags]
    assert tags.count("script") == 3
    assert "img" not in tags


def test_hostile_texts_are_kept_as_text_without_reordering_controls() -> None:
    text = hostile_text()
    text.encode("utf-8")
    labels = {thing["label"] for thing in data_of(text)["things"]}
    assert "<script>alert(1)</script>" in labels
    assert "{{7*7}}{% raw %}" in labels
    assert "L" * 10_000 in labels
    assert "\u202e" not in text


def test_names_from_outside_are_never_keys() -> None:
    data = data_of(hostile_text())
    assert {node["id"] for node in data["nodes"]} == {f"n{at}" for at in range(len(HOSTILE))}
    assert "__proto__" not in data["things"][0]


def test_a_reprint_names_whose_words_it_has_and_where_they_were_seen() -> None:
    graph = small_graph(["one", "two"])
    source = {"title": "t", "publisher": "Reuters", "via": "The Straits Times", "url": ""}
    for _, _, facts in graph.edges(data=True):
        facts["claims"] = [claim("x/a", "b", "x/c", sources=[source])]
    shown = data_of(neighbourhood_page(graph, PAGE))["ties"][0]["claims"][0]["sources"]
    assert [each["publisher"] for each in shown] == ["Reuters, via The Straits Times"]


def test_only_web_addresses_become_links() -> None:
    graph = small_graph(["one", "two"])
    for _, _, facts in graph.edges(data=True):
        facts["claims"] = [
            claim("x/a", "b", "x/c", sources=[{"title": "t", "publisher": "", "url": url}])
            for url in (
                "JavaScript:alert(1)",
                "data:text/html,x",
                "https://ok.example/a?b=1&c=2",
                None,
            )
        ]
    text = neighbourhood_page(graph, PAGE)
    links = [attributes["href"] for tag, attributes in elements_of(text).tags if tag == "a"]
    assert links == ["https://ok.example/a?b=1&c=2"]
    sources = [one["sources"][0] for one in data_of(text)["ties"][0]["claims"]]
    assert [source["url"] for source in sources] == ["", "", "https://ok.example/a?b=1&c=2", ""]
    assert sources[0]["unlinked"] == "JavaScript:alert(1)"


def test_pyvis_draws_every_node_and_edge_with_its_arrow(sample_text: str) -> None:
    data = data_of(sample_text)
    assert len(data["nodes"]) == len(THINGS)
    assert len(data["edges"]) == len(TIES)
    assert all(edge["arrows"] == "to" for edge in data["edges"])
    assert json.loads(data["options"])["physics"]["enabled"] is False


def test_arrow_runs_as_the_edge_and_the_sentence_as_the_claim(sample_text: str) -> None:
    data = data_of(sample_text)
    keys = {thing["id"]: thing["key"] for thing in data["things"]}
    tie = next(
        tie
        for tie in data["ties"]
        if tie["relation"] == "carries_payload" and tie["object"] == keys["instrument/dorn"]
    )
    assert (tie["tail"], tie["head"]) == (keys["instrument/dorn"], keys["mission/change-6"])
    assert tie["subject"] == keys["mission/change-6"]


def test_centre_comes_first_and_is_marked(sample_text: str) -> None:
    first, *rest = data_of(sample_text)["things"]
    assert first["id"] == "mission/change-6"
    assert first["centre"]
    assert not any(thing["centre"] for thing in rest)


def test_parallel_ties_bend_apart() -> None:
    graph = small_graph(["a", "b"])
    tail, head = list(graph)
    facts = {"phrase": "p", "subject": tail, "object": head, "verdict": "supported"}
    graph.add_edge(tail, head, key="other", relation="other", **facts)
    graph.add_edge(head, tail, key="third", relation="third", **facts)
    data = data_of(neighbourhood_page(graph, PAGE))
    places = {(tie["bend"] if tie["tail"] == "n0" else -tie["bend"]) for tie in data["ties"]}
    assert len(places) == 3


def test_boxes_of_sixty_things_do_not_overlap() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for at in range(60):
        label = f"International body number {at}"
        graph.add_node(f"organisation/x{at}", label=label, kind="organisation", distance=bool(at))
        if at:
            ends = ("organisation/x0", f"organisation/x{at}")
            graph.add_edge(*ends, key="part_of", relation="part_of", verdict="supported")
    text = neighbourhood_page(graph, replace(PAGE, centre=("organisation/x0",)))
    places = [(node["x"], node["y"]) for node in data_of(text)["nodes"]]
    close = [
        (one, other)
        for at, one in enumerate(places)
        for other in places[:at]
        if abs(one[0] - other[0]) < 140 and abs(one[1] - other[1]) < 60
    ]
    assert close == []


def test_omitted_things_are_told_of() -> None:
    assert "12 more things are near" in neighbourhood_page(sample_graph(), PAGE)
    assert "left out" not in neighbourhood_page(sample_graph(), replace(PAGE, omitted=0))


def test_table_holds_each_claim_as_text(sample_text: str) -> None:
    table = sample_text.split("<tbody>")[1].split("</tbody>", maxsplit=1)[0]
    assert table.count("<tr") == len(TIES)
    assert "disputed between sources" in table
    assert "inferred by a rule" in table


def test_lists_reach_each_thing_and_tie_without_scripts(sample_text: str) -> None:
    tags = elements_of(sample_text).tags
    assert sum("data-thing" in attributes for _, attributes in tags) == len(THINGS)
    assert sum("data-tie" in attributes for _, attributes in tags) == len(TIES)


def test_page_without_dates_says_all_times() -> None:
    assert "all times" in neighbourhood_page(sample_graph(), replace(PAGE, as_of=None))


@pytest.mark.parametrize("size", [0, 1])
def test_smallest_graphs_give_a_page(size: int) -> None:
    text = neighbourhood_page(small_graph(["alone"][:size]), PAGE)
    assert len(data_of(text)["nodes"]) == size


def test_too_many_things_are_refused() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(map(str, range(LIMIT + 1)))
    with pytest.raises(ViewTooLarge) as caught:
        neighbourhood_page(graph, PAGE)
    assert (caught.value.nodes, caught.value.limit) == (LIMIT + 1, LIMIT)


def test_no_two_kinds_look_alike() -> None:
    looks = [*KINDS.values(), OTHER]
    assert len({(look.fill, look.shape) for look in looks}) == len(looks)
    assert look_of("comet") is OTHER


def test_every_standing_has_a_line() -> None:
    assert set(LINES) == set(Standing)


def test_the_atlas_says_the_same_of_lines() -> None:
    place = Path(__file__).resolve().parents[2] / "graph/explorer/src/text/strings.ts"
    found = re.search(
        r"^  lines: \{(.*?)^  \}", place.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found
    words = dict(re.findall(r'(\w+): "([^"]+)"', found[1]))
    words["in_force"] = words.pop("holds")
    del words["chosen"]  # what the reader does, no standing
    assert words == {name: LINES[Standing(name)].words for name in words}
    assert len(words) == 6  # the others are rulings, which only the page of a path has


@pytest.mark.parametrize(
    ("verdict", "ended", "inferred", "standing"),
    [
        ("supported", False, False, Standing.IN_FORCE),
        ("supported", True, False, Standing.ENDED),
        ("outdated", False, False, Standing.ENDED),
        ("contradicted", True, True, Standing.CONTESTED),
        ("supported", True, True, Standing.ENDED),
        ("supported", False, True, Standing.INFERRED),
        ("unverified", False, False, Standing.UNVERIFIED),
        ("", False, False, Standing.UNVERIFIED),
    ],
)
def test_standing_says_the_weightiest_thing(
    verdict: str,
    ended: bool,
    inferred: bool,
    standing: Standing,
) -> None:
    assert standing_of(verdict, ended=ended, inferred=inferred) is standing
