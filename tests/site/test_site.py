"""A whole site of a small world: its links, its bytes, and some of its pages in a browser."""

from __future__ import annotations

import gzip
import os
import re
import signal
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.browser import open_chromium
from tests.front_end import need_front_end

from comity.cli.main import cli
from comity.errors import MissingPart, WriteFailed
from comity.files import whole_folder
from comity.queries.search import folded, search
from comity.rdf.namespaces import BASE
from comity.server.kinds import page_of_kind
from comity.server.rendering import Frame
from comity.server.rendering import page as rendered
from comity.site import make_site
from comity.site.places import file_of
from comity.site.rewriting import rewritten

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import ConsoleMessage

    from comity.knowledge import KnowledgeGraph

URL = "https://example.org/comity/"


@pytest.fixture(scope="module")
def site(
    toy: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Path:
    """The site of the toy world, without the atlas, which has tests of its own."""
    need_front_end(pytestconfig, "find.js")
    folder = tmp_path_factory.mktemp("sites") / "toy"
    told: list[tuple[str, int, int]] = []
    made = make_site(toy, folder, url=URL, atlas="none", tell=lambda *words: told.append(words))
    assert told[0][0] == "record"
    files = made.pages - 1  # all but the page for what is missing
    assert told[-1] == ("files", files, files)
    assert all(done <= known for _, done, known in told)
    return folder


class _Page(HTMLParser):
    """The links, parts and anchors of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.anchors.add(given.get("id") or "")
        self.links += [value for name in ("href", "src") if (value := given.get(name)) is not None]


def pages_of(site: Path) -> dict[Path, _Page]:
    return {path: _Page(path.read_text()) for path in sorted(site.rglob("*.html"))}


def test_every_link_leads_to_a_file_and_an_anchor(site: Path) -> None:
    pages = pages_of(site)
    faults = []
    for path, page in pages.items():
        for link in page.links:
            if link.startswith(("https://", "http://", "data:")):
                continue
            target, _, anchor = unescape(link).partition("#")
            there = (path.parent / target).resolve() if target else path
            if not there.is_file() or (anchor and anchor not in pages[there].anchors):
                faults.append((str(path.relative_to(site)), link))
    assert faults == []


def test_every_thing_has_a_page_that_the_home_page_leads_to(
    site: Path, toy: KnowledgeGraph
) -> None:
    things = toy.query("SELECT ?thing WHERE { ?thing a comity:Entity }")["thing"]
    assert len(things) > 5
    for thing in things:
        assert (site / f"{thing.removeprefix(BASE)}.html").is_file(), thing
    assert "things/nation.html" in (site / "index.html").read_text()


def test_a_long_list_has_letters_to_go_to() -> None:
    few, many = _list_of(60), _list_of(61)
    assert "<h2" not in few
    page = _Page(many)
    assert {"#A", "#E", "#other"} <= {*page.links}
    assert {"A", "E", "other"} <= page.anchors
    assert many.index("Aa") < many.index("Éb") < many.index("Zz")


def _list_of(count: int) -> str:
    labels = ["Zz", "Éb", "9", *(f"Aa {at}" for at in range(count - 3))]
    things = [(f"person/p-{at}", label) for at, label in enumerate(labels)]
    return rendered("kind", page_of_kind("persons", things), Frame("/things/person")).decode()


def test_nothing_needs_a_server_and_only_the_search_runs(site: Path) -> None:
    pages = pages_of(site)
    tags = {tag for page in pages.values() for tag in page.tags}
    assert not tags & {"form", "input", "button", "iframe"}
    scripts = {
        (path.parent / link).resolve()
        for path, page in pages.items()
        for link in page.links
        if link.endswith(".js")
    }
    assert scripts == {site / "static/find.js"}  # without it, the page leads to the lists
    assert "<script>" not in "".join(path.read_text() for path in pages)
    assert "Content-Security-Policy" in (site / "board.html").read_text()


def test_the_record_can_be_taken_along(site: Path, toy: KnowledgeGraph) -> None:
    quads = gzip.decompress((site / "data/comity.nq.gz").read_bytes())
    assert quads.count(b"\n") == toy.manifest.counts["quads"]
    assert b"@prefix" in gzip.decompress((site / "data/comity.ttl.gz").read_bytes())


def test_the_sitemap_names_every_page(site: Path) -> None:
    named = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text())
    assert {URL + str(path.relative_to(site)) for path in pages_of(site)} - {*named} == {
        f"{URL}404.html"
    }


def test_what_is_missing_is_told_wherever_a_host_says_it(site: Path) -> None:
    text = (site / "404.html").read_text()
    links = [link for link in _Page(text).links if not link.startswith(("data:", "#"))]
    assert f"{URL}index.html" in links
    assert all(link.startswith("https://") for link in links)


def test_the_same_record_gives_the_same_bytes_however_many_make_them(
    site: Path, toy: KnowledgeGraph, tmp_path: Path
) -> None:
    make_site(toy, tmp_path / "again", url=URL, atlas="none", processes=3)
    of = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    again = tmp_path / "again"
    assert of == {
        path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()
    }


def test_a_folder_of_something_else_is_left_alone(toy: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(WriteFailed, match="other files"):
        make_site(toy, tmp_path, atlas="none")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_says_what_it_wrote(toy: KnowledgeGraph, tmp_path: Path) -> None:
    options = ["--atlas", "none", "--snapshot", str(toy.snapshot.folder)]
    found = CliRunner().invoke(cli, ["site", "-o", str(tmp_path / "site"), *options])
    assert found.exit_code == 0, found.output
    assert re.search(r"pages, \d+ MB, in \d+ s; no sitemap without --url", found.stderr)
    assert not (tmp_path / "site/sitemap.xml").exists()
    wrong = CliRunner().invoke(cli, ["site", "-o", str(tmp_path / "no"), "--url", "example.org"])
    assert wrong.exit_code == 2


def test_a_site_that_is_ended_leaves_nothing_behind(
    toy: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object, **__: object) -> None:
        with whole_folder(tmp_path / "site", mark="mark"):
            os.kill(os.getpid(), signal.SIGTERM)
            signal.sigtimedwait([], 1)  # it ends here at the latest

    monkeypatch.setattr("comity.site.make_site", ended)
    options = ["--atlas", "none", "--snapshot", str(toy.snapshot.folder)]
    found = CliRunner().invoke(cli, ["site", "-o", str(tmp_path / "site"), *options])
    assert found.exit_code == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_missing_front_end_is_told_before_any_work(
    toy: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise MissingPart("the atlas", name)

    monkeypatch.setattr("comity.views.atlas.page.built_part", missing)
    monkeypatch.setattr("comity.cli.site.load", lambda *_, **__: pytest.fail("read the record"))
    monkeypatch.setattr("comity.analysis.panorama.read_panorama", lambda _: pytest.fail("read it"))
    found = CliRunner().invoke(cli, ["site", "-o", str(tmp_path / "site")])
    assert isinstance(found.exception, MissingPart)
    with pytest.raises(MissingPart, match=r"explorer-full\.js"):
        toy.atlas(full=True)


def test_votes_have_pages_only_when_they_are_asked_for(
    site: Path, toy: KnowledgeGraph, tmp_path: Path
) -> None:
    make_site(toy, tmp_path / "all", atlas="none", has_all_claims=True)
    more = {path.name for path in (tmp_path / "all/id/claim").iterdir()}
    fewer = {path.name for path in (site / "id/claim").iterdir()}
    assert fewer < more
    for name in more - fewer:
        text = (tmp_path / "all/id/claim" / name).read_text()
        assert re.search("<h1>.*(voted|abstained|absent|owned by|built by|launched by)", text), text


@pytest.mark.parametrize(
    "address",
    ["/search?q=x", "/compare", "/board?q=x", "/board?offset=../x", "/id/nation/x?as-of=2020-01-01",
     "/id/../x", "//example.org/id/nation/x", "/metrics", "/matrix?bodies=x"],
)  # fmt: skip
def test_what_takes_a_server_has_no_file(address: str) -> None:
    assert file_of(address) is None


def test_links_to_no_page_become_words() -> None:
    text = (
        '<p><a class="x" href="/compare?one=a&amp;other=b">both</a> <a href="/board">board</a></p>'
    )
    assert rewritten(text, {"/board": "../board.html"}.get) == (
        '<p>both <a href="../board.html">board</a></p>'
    )


def test_pages_open_from_disk_for_every_reader(site: Path, request: pytest.FixtureRequest) -> None:
    with open_chromium(request.config, webgl=False) as browser:
        from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  (not without one)

        faults, said = [], []
        context = browser.new_context(viewport={"width": 390, "height": 900}, offline=True)
        page = context.new_page()

        def note(message: ConsoleMessage) -> None:
            said.append(message.text)

        page.on("console", note)
        names = [
            "index",
            "board",
            "matrix",
            "map",
            "queries",
            "things/nation",
            "id/agency/arsa",
            "404",
        ]
        for name in names:
            page.goto((site / f"{name}.html").as_uri())
            if name != "404":
                assert page.evaluate("getComputedStyle(document.body).margin") == "0px", name
        page.remove_listener("console", note)  # axe itself asks for what the policy forbids
        for name in names:
            page.goto((site / f"{name}.html").as_uri())
            faults += [(name, each["id"]) for each in _violations(Axe(), page)]
        page.goto((site / "index.html").as_uri())
        page.get_by_role("link", name="All things").click()
        assert page.url.endswith("/things.html")
        context.close()
    assert faults == []
    assert said == []


def test_the_search_finds_from_disk_what_the_service_finds(
    site: Path, toy: KnowledgeGraph, request: pytest.FixtureRequest
) -> None:
    with open_chromium(request.config) as browser:
        page = browser.new_context(offline=True).new_page()
        page.goto((site / "id/agency/arsa.html").as_uri())
        field = page.get_by_role("combobox", name="Find a thing by its name")
        options = page.get_by_role("option")
        for words in ("arc", "ÁRC", "star ac", "agency/arsa", "arcadai", "ar", "sat"):
            field.fill(words)
            options.first.wait_for()
            wanted = [
                match.label
                if folded(match.matched) == folded(match.label)
                else f"{match.label} ({match.matched})".removesuffix(" ()")
                for match in search(toy.store, words, limit=12)
            ]
            shown = [text.partition("\n")[0] for text in options.all_inner_texts()]
            assert shown == (wanted or ["Nothing of that name"]), words
        field.fill("qqqqqqqq")
        assert options.all_inner_texts() == ["Nothing of that name"]
        field.press("Escape")
        assert not options.first.is_visible()
        field.fill("arc")
        first, second = (each.get_attribute("id") for each in options.all()[:2])
        assert field.get_attribute("aria-activedescendant") == first
        field.press("ArrowDown")
        assert field.get_attribute("aria-activedescendant") == second
        field.press("ArrowUp")
        chosen = options.first.locator("bdi").inner_text()
        field.press("Enter")
        page.wait_for_url(lambda url: not url.endswith("arsa.html"))
        assert chosen.startswith(page.locator("h1").inner_text())


def test_without_scripts_the_search_leads_to_the_lists(site: Path) -> None:
    page = _Page((site / "id/agency/arsa.html").read_text())
    assert "../../things.html" in page.links


def _violations(axe: object, page: object) -> list[dict[str, str]]:
    return axe.run(page).response["violations"]  # type: ignore[attr-defined, no-any-return]
