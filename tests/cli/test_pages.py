"""Pages at a terminal: what they say, how wide they are, and what never reaches the terminal."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.test_cli import run
from tests.world import toy_rows, write_rows

from comity import pipeline, resources
from comity.cli.printable import printable
from comity.knowledge import KnowledgeGraph

PAGES = [
    ["show", "accord/moon-pact"],
    ["show", "nation/dor"],
    ["search", "space"],
    ["diff", "2000-01-01", "2023-12-31"],
    ["diff", "2000-01-01", "2024-12-31", "--became-known"],
    ["why", "agency/arsa", "mission/probe"],
    ["why", "claim/bor-signatory-of-moon-pact"],
    ["coverage", "--list"],
    ["claims", "--votes", "--format", "table"],
]


@pytest.fixture
def at(toy: KnowledgeGraph) -> list[str]:
    return ["--snapshot", str(toy.snapshot.folder)]


def page(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(*arguments) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", PAGES, ids=" ".join)
def test_a_page_fits_its_width_and_has_no_codes_in_a_pipe(
    command: list[str],
    at: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for width in ("80", "50"):
        monkeypatch.setenv("COLUMNS", width)
        shown = page(*command, *at, capsys=capsys)
        assert shown.endswith("\n")
        assert max(len(line) for line in shown.splitlines()) <= int(width)
        assert "\x1b" not in shown


@pytest.mark.parametrize("name", ["agency/nasa", "organisation/copuos", "mission/change-6"])
def test_real_pages_fit_80_columns(
    name: str, kg: KnowledgeGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = page("show", name, "--all", capsys=capsys)
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_no_color_is_respected_at_a_terminal(at: list[str]) -> None:
    code = "import pty, sys\npty.spawn([sys.executable, '-m', 'comity.cli.main', *sys.argv[1:]])\n"
    command = [sys.executable, "-c", code, "show", "accord/moon-pact", *at]
    surroundings = {**os.environ, "TERM": "xterm-256color"}
    surroundings.pop("NO_COLOR", None)
    coloured = subprocess.run(command, capture_output=True, check=True, env=surroundings)
    assert b"\x1b[31m" in coloured.stdout
    surroundings["NO_COLOR"] = "1"
    plain = subprocess.run(command, capture_output=True, check=True, env=surroundings)
    assert b"[contradicted]" in plain.stdout
    assert b"\x1b[3" not in plain.stdout


def test_controls_of_the_data_never_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = toy_rows()
    rows["nations.csv"][0]["label"] = "Arca\x1b[31mdia"
    rows["nations.csv"][0]["description"] = "A \u202estate\x07."
    pipeline.build(write_rows(tmp_path / "t", rows), resources.ontology_folder(), tmp_path / "o")
    at = ["--snapshot", str(tmp_path / "o")]
    for command in (
        ["show", "nation/arc"],
        ["search", "nation/arc"],
        ["diff", "2000-01-01", "2023-12-31"],
        ["why", "nation/arc", "nation/dor"],
        ["coverage", "undated"],
    ):
        shown = page(*command, *at, capsys=capsys)
        assert not {"\x1b", "\u202e", "\x07"} & set(shown)


def test_printable_leaves_names_in_any_script_alone() -> None:
    assert printable("سازمان فضایی‌ایران 国家航天局") == "سازمان فضایی‌ایران 国家航天局"


def test_show_tells_what_an_accord_provides_for(capsys: pytest.CaptureFixture[str]) -> None:
    shown = page("show", "accord/rescue-agreement", capsys=capsys)
    start, end = shown.index("provides for  (4)"), shown.index("is silent on  (2)")
    assert "emergency assistance" in shown[start:end]
    assert "Articles 1 to 3" in shown[start:end]
    assert "dispute settlement" in shown[end:]


def test_show_shortens_long_groups(kg: KnowledgeGraph, capsys: pytest.CaptureFixture[str]) -> None:
    short = page("show", "organisation/copuos", capsys=capsys)
    assert "more; --all shows them" in short
    full = page("show", "organisation/copuos", "--all", capsys=capsys)
    assert "--all shows them" not in full
    assert len(full.splitlines()) > len(short.splitlines()) + 50


def test_show_tells_names_and_sources(at: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shown = page("show", "nation/arc", *at, capsys=capsys)
    assert "Also called: ARC, Republic of Arcadia" in shown
    assert "sources of this record  (1)\n  Atlas of the toy world\n" in shown


def test_show_as_json_is_complete(
    at: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("show", "accord/moon-pact", "--format", "json", *at) == 0
    record = json.loads(capsysbinary.readouterr().out)
    assert record["id"] == "accord/moon-pact"
    tie = next(tie for tie in record["ties"] if tie["subject"] == "nation/bor")
    assert tie["sources"] == 2
    assert (tie["phrase"], tie["subject_label"]) == ("is a signatory of", "Borduria")
    assert {"names", "identifiers", "sources", "values", "votes", "start"} <= record.keys()


def test_search_for_programs(at: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("search", "moon", "--format", "csv", *at) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))
    assert rows == [
        {"id": "accord/moon-pact", "kind": "accord", "label": "Moon Pact", "matched": ""}
    ]


def test_diff_for_programs(at: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for form in ("csv", "json"):
        assert run("diff", "2022-01-01", "2022-12-31", "--format", form, *at) == 0
    text = capsysbinary.readouterr().out.decode()
    assert text.startswith("group,date,what,words,id,subject,relation,object,verdict\r\n")
    rows = json.loads(text[text.index("[\n") :])
    assert {row["words"] for row in rows} >= {"Borduria is a signatory of Moon Pact"}


def test_diff_says_that_it_takes_two_days_the_other_way_round(
    at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("diff", "2023-12-31", "2020-01-01", *at) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("What changed after 2020-01-01 and until 2023-12-31")
    assert shown.err == "note: the first day is the later one; 2020-01-01 is taken as the first\n"
    assert run("diff", "2020-01-01", "2023-12-31", *at) == 0
    assert capsys.readouterr().err == ""


def test_what_begins_after_the_release_is_planned(
    kg: KnowledgeGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    dates = (
        "SELECT ?m ?y { ?m a comity:Mission ; comity:startDate ?y } ORDER BY DESC(STR(?y)) LIMIT 1"
    )
    last = kg.query(dates, ids=True).iloc[0]
    assert str(last["y"]) > str(kg.today.year)
    assert f"\nplanned for {last['y']}\n" in page("show", last["m"], capsys=capsys)


def test_diff_of_releases(
    at: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = toy_rows()
    rows["treaty_actions.csv"][1]["start"] = "2022-06-21"
    pipeline.build(write_rows(tmp_path / "t", rows), resources.ontology_folder(), tmp_path / "o")
    shown = page("diff", *at, str(tmp_path / "o"), capsys=capsys)
    assert "From the release of 2026-01-01" in shown
    assert "claims changed: start  (1)" in shown
    assert "  2022-06 → 2022-06-21\n" in shown


def test_diff_known_by_a_day_hides_what_was_not_public(
    at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = page("diff", "2020-01-01", "2023-12-31", "--known-by", "2021-01-01", *at, capsys=capsys)
    assert "Arcadia is a signatory of Moon Pact" in shown
    assert "Borduria is a signatory" not in shown


def test_why_tells_dates_status_verdict_and_source(
    at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = " ".join(page("why", "agency/arsa", "agency/bosa", *at, capsys=capsys).split())
    assert "1. directly, 1 step" in shown
    assert "2005 – 2010; supported; by “Atlas of the toy world (2024)”" in shown
    assert run("why", "nation/cor", "nation/arc", *at) == 1
    assert "no chain of claims joins" in capsys.readouterr().err


def test_why_of_a_claim_lists_sources_with_their_class(
    at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = page("why", "bor-signatory-of-moon-pact", *at, capsys=capsys)
    assert "Verdict: supported" in shown
    assert "Affirmed by  (2)" in shown
    assert "    news; 2022-07; states since 2022; confidence medium; seen" in shown


def test_coverage_for_programs(at: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("coverage", "recalled", "--format", "csv", *at) == 0
    assert b"claim/spec-provided-by-arsa,provided_by," in capsysbinary.readouterr().out
    assert run("coverage", "--format", "csv", *at) == 0
    assert capsysbinary.readouterr().out.startswith(b"section,row,column,value\r\n")
    assert run("coverage", "--format", "json", *at) == 0
    assert json.loads(capsysbinary.readouterr().out)["kinds"][0]["kind"] == "accord"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["diff", "2020-01-01"], "give two days (YYYY-MM-DD), or --snapshot OLD NEW"),
        (["diff", "2020-01-01", "2020-1-2"], "'2020-1-2' is not a day"),
        (["why", "nation/arc"], "name a second one to join it to"),
        (["why", "nation/bhr", "nation:bhr"], "is one thing, not two"),
        (["why", "a", "b", "c"], "name two things, or one claim"),
        (["coverage", "all"], "'all' is not one of"),
    ],
)
def test_wrong_use_is_explained(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert message in " ".join(capsys.readouterr().err.split())


def test_programs_do_not_wait_for_rich_or_networkx(at: list[str]) -> None:
    arguments = ["show", "accord/moon-pact", "--format", "json", *at]
    code = (
        "import sys\nfrom comity.cli.main import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "sys.exit(' '.join({'rich', 'networkx', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
