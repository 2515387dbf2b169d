import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.queries.doors import open_door
from tests.world import toy_rows, write_rows

from comity.cli.main import _COMMANDS, main
from comity.cli.waiting import tell_wait
from comity.knowledge import KnowledgeGraph


def run(*arguments: str) -> int:
    try:
        main([*arguments])
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return 0


@pytest.fixture
def at(toy: KnowledgeGraph) -> list[str]:
    """Options that point a command to the toy world's snapshot."""
    return ["--snapshot", str(toy.snapshot.folder)]


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    shown = capsys.readouterr().out
    for name in _COMMANDS:
        assert re.search(rf"^  {name}\b", shown, re.MULTILINE)


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_explains_itself_within_80_columns(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(name, "--help") == 0
    shown = capsys.readouterr().out
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_an_unknown_command_offers_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("qurey") == 2
    assert "Did you mean query?" in capsys.readouterr().err


def test_a_named_query_as_csv(at: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("query", "--name", "treaty-parties", "accord=accord/moon-pact", *at) == 0
    assert capfdbinary.readouterr().out.startswith(b"party,name,since,legal_status")


def test_a_text_query_with_as_of(at: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    text = "SELECT ?n WHERE { ?n comity:signatoryOf accord:moon-pact }"
    assert run("query", text, "--as-of", "2021-01-01", "--ids", "--format", "csv", *at) == 0
    rows = list(csv.reader(io.StringIO(capfdbinary.readouterr().out.decode())))
    assert rows == [["n"], ["nation/arc"]]


def test_an_empty_answer_points_out_what_names_nothing(
    at: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("query", "SELECT * { ?n comity:memberof ?b }", *at) == 0
    assert "note: no rows; comity:memberof is not a term" in capfd.readouterr().err


def test_a_graph_with_reifiers_is_written_as_rdf_1_1(
    at: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for form in ("jsonld", "turtle", "ntriples", "rdfxml"):
        describe = "DESCRIBE claim:arsa-cooperates-with-bosa"
        assert run("query", describe, "--format", form, *at) == 0
        shown = capfdbinary.readouterr().out
        assert b"cooperatesWith" in shown
        assert b"<<" not in shown


def test_the_ending_of_the_file_chooses_the_format(at: list[str], tmp_path: Path) -> None:
    target = tmp_path / "nations.parquet"
    assert run("query", "SELECT * { ?n a comity:Nation }", "-o", str(target), *at) == 0
    assert target.read_bytes().startswith(b"PAR1")


@pytest.mark.parametrize("asked", [["query", "ASK {}"], ["network", "memberships"]])
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["-o", "answer.foo"], "the ending of 'answer.foo' names no format; use --format csv|"),
        (["--format", "table", "-o", "a.csv"], "table"),
    ],
)
def test_no_file_is_written_in_a_form_that_was_not_asked_for(
    asked: list[str],
    options: list[str],
    words: str,
    at: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*asked, *options, *at) == 2
    shown = capsys.readouterr()
    assert words in shown.err
    assert shown.out == ""
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_an_ending_holds_csv(at: list[str], tmp_path: Path) -> None:
    target = tmp_path / "answer"
    assert run("query", "ASK {}", "-o", str(target), *at) == 0
    assert target.read_text() == "answer\ntrue\n"


def test_a_query_comes_from_stdin(at: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "comity.cli.main", "query", *at],
        input="ASK { ?s a comity:Nation }",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "answer\ntrue\n"


def test_an_interrupt_ends_a_query_that_would_run_for_ever(at: list[str]) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    command = [sys.executable, "-m", "comity.cli.main", "query", endless, *at]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with pytest.raises(subprocess.TimeoutExpired):
        running.wait(timeout=3)
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=5) in {-signal.SIGINT, 130}
    running.communicate()


def test_a_query_from_a_file_to_a_file(at: list[str], tmp_path: Path) -> None:
    query = tmp_path / "q.rq"
    query.write_text("ASK { ?s a comity:Nation }")
    assert (
        run("query", "--file", str(query), "--format", "json", "-o", str(tmp_path / "a"), *at) == 0
    )
    assert json.loads((tmp_path / "a").read_text())["boolean"] is True


def test_a_table_fits_80_columns(at: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for name in (
        "members body=organisation/star-club",
        "who-says-so subject=nation/cor object=accord/moon-pact",
    ):
        assert run("query", "--name", *name.split(), "--format", "table", *at) == 0
    shown = capsys.readouterr().out
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "2 rows" in shown


def test_control_characters_are_shown_and_not_sent(
    at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run("query", r'SELECT ("a\u001b[31mred" AS ?x) {}', "--format", "table", *at)
    assert "a\\x1b[31mred" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["query", "SELECT"], 2, "query: line 1"),
        (["query", "SELECT * { SERVICE <x:y> {} }"], 2, "SERVICE would ask another server"),
        (["query", "ASK {}", "--as-of", "2020-13-45"], 2, "'2020-13-45' is not a day"),
        (["query", "ASK {}", "--certain"], 2, "--certain needs --as-of DAY"),
        (["query", "ASK {}", "--format", "xlsx"], 2, "'xlsx' is not one of"),
        (["query", "ASK {}", "--format", "turtle"], 2, "choose one of csv"),
        (["query", "a", "b"], 2, "give one query text"),
        (["query", "members"], 2, "write --name members"),
        (["query", "--name", "roll-call", "resolution=nation/arc"], 2, "is not of the kind accord"),
        (
            ["view", "claim/arsa-cooperates-with-bosa"],
            2,
            "a claim is none: `comity why` explains it",
        ),
        (["query", "--name", "artemis-signatores"], 2, "did you mean artemis-signatories"),
        (["query", "--name", "members", "organisation/ilrs"], 2, "not of the form KEY=VALUE"),
        (["query", "--name", "members", "body=organisation/star-clib"], 2, "did you mean"),
        (["query", "--file", "none.rq"], 3, "none.rq: cannot be read: No such file"),
        (["view", "mission/prob"], 2, "did you mean mission/probe"),
        (["view", "Probe"], 2, "no thing 'Probe'; did you mean mission/probe?"),
        (["show", "Probe 1"], 2, "no thing 'Probe 1'; did you mean mission/probe?"),
        (["show", "Republic of Arcadia"], 2, "did you mean nation/arc?"),
        (["show", "qqqqqq"], 2, "'qqqqqq' is not an identifier"),
        (["claims", "--predicate", "signatoryOf"], 2, "did you mean signatory_of or"),
        (["claims", "--verdict", "Contradicted"], 2, "did you mean contradicted?"),
        (["query", "--name", "members", "as_of=2020-01-01"], 2, "write --as-of 2020-01-01"),
        (["why", "mission/probe"], 2, "name a second one to join it to"),
    ],
)
def test_an_error_is_one_line_with_its_code(
    arguments: list[str], code: int, message: str, at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments, *at) == code
    shown = capsys.readouterr().err
    assert message in shown
    assert "Traceback" not in shown


def test_service_asks_the_address_that_is_allowed(
    at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with open_door() as door:
        query = ["query", f"SELECT * {{ SERVICE <{door.url}x> {{ ?s ?p ?o }} }}", *at]
        assert (
            run(*query, "--allow-service", f"{door.url}y", "--allow-service", f"{door.url}x") == 0
        )
        assert run(*query, "--allow-service", f"{door.url}y") == 2
        door.answers["/x"] = (500, ("Content-Type", "text/plain"), b"no")
        for form in ("table", "csv"):
            assert run(*query, "--allow-service", f"{door.url}x", "--format", form) == 3
        assert len(door.visits) == 3
        capsys.readouterr()
        assert run(*query, "--allow-service", door.url.replace("//", "//me:secret@")) == 2
        shown = capsys.readouterr().err
    assert "user and password cannot be in the address" in shown
    assert "secret" not in shown


def test_faults_of_tables_are_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = toy_rows()
    rows["cooperation.csv"][0].update(end="2020-13-45", subject="agency/none")
    folder = write_rows(tmp_path / "tables", rows)
    for command in (["tables", "check"], ["build", "-o", str(tmp_path / "out")]):
        assert run(*command, "--tables", str(folder)) == 1
        shown = capsys.readouterr().err
        assert "comity: cooperation.csv:2 end: '2020-13-45' is not a date" in shown


def test_a_missing_folder_cannot_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("tables", "check", "--tables", str(tmp_path / "none")) == 3
    assert run("info", "--snapshot", str(tmp_path)) == 3
    assert "run `comity build` first" in capsys.readouterr().err


def test_formatting_can_only_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = toy_rows()
    rows["nations.csv"].reverse()
    folder = str(write_rows(tmp_path, rows))
    assert run("tables", "format", "--check", "--tables", folder) == 1
    assert "nations.csv is not in canonical form" in capsys.readouterr().err
    assert run("tables", "format", "--tables", folder) == 0
    assert run("tables", "format", "--check", "--tables", folder) == 0


def test_building_twice_builds_once(
    world: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("build", "--tables", str(world), "-o", str(tmp_path))
    assert run(*arguments) == 0
    assert run(*arguments) == 0
    assert "up to date" in capsys.readouterr().err


def test_info_and_validate(at: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", *at) == 0
    assert run("info", "--json", *at) == 0
    assert run("validate", *at) == 0
    shown = capsys.readouterr()
    assert "12 things, 18 claims (3 of them votes)" in shown.out
    assert "Cite as:  The Comity contributors: Comity, an open knowledge graph" in shown.out
    assert "conforms" in shown.err


def test_view_writes_a_page(at: list[str], tmp_path: Path) -> None:
    target = tmp_path / "probe.html"
    assert run("view", "mission/probe", "--depth", "2", "-o", str(target), *at) == 0
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_letters_that_the_surroundings_lack_are_spelt_out() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "comity.cli.main", "search", "中国"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.stderr == b""
    assert done.stdout.startswith(b"nation/chn")
    assert b"(\\u4e2d\\u56fd)" in done.stdout


def test_a_reader_that_leaves_early_is_no_error(at: list[str]) -> None:
    command = [sys.executable, "-m", "comity.cli.main", "queries"]
    done = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.stdout is not None
    assert done.stderr is not None
    done.stdout.close()
    assert "Traceback" not in done.stderr.read()
    done.stderr.close()
    done.wait()


@pytest.mark.parametrize("form", ["csv", "json"])
def test_pandas_is_not_imported_for_plain_formats(form: str, at: list[str]) -> None:
    arguments = ["query", "SELECT * { ?s a comity:Nation }", "--format", form, *at]
    code = (
        "import sys\nfrom comity.cli.main import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "heavy = {'pandas', 'networkx', 'rdflib', 'rich'} & set(sys.modules)\n"
        "sys.exit(' '.join(heavy))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.stderr.strip() == ""


def test_search_prints_ids(at: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("search", "moon", "pact", *at) == 0
    assert capsys.readouterr().out.split() == ["accord/moon-pact", "Moon", "Pact"]
    assert run("search", "qqqqqq", *at) == 1
    assert "nothing is called 'qqqqqq'" in capsys.readouterr().err


def test_what_was_not_yet_public_is_left_out(
    at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("show", "accord/moon-pact", "--known-by", "2022-06-29", *at) == 0
    shown = capsys.readouterr().out
    assert "Arcadia" in shown
    assert "Borduria" not in shown


def test_show_groups_ties_and_marks_what_is_not_supported(
    at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("show", "accord/moon-pact", *at) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Moon Pact  accord/moon-pact\nsince 2020-10-13\n")
    assert (
        "… is a signatory of it  (2 accepted, 1 not)\n  since 2020-10-13  Arcadia  nation/arc "
        in shown
    )
    assert "Cordium  nation/cor  [contradicted]" in shown
    assert run("show", "accord/moon-pact", "--as-of", "2021-01-01", *at) == 0
    assert "Borduria" not in capsys.readouterr().out


def test_show_counts_votes(at: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "accord/res-1", *at) == 0
    assert "3 votes on resolutions" in capsys.readouterr().out


def test_claims_are_listed(at: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run("claims", "--verdict", "contradicted", "--format", "csv", "--ids", *at) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert [row["subject"] for row in rows] == ["nation/cor"]


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml", "ndjson"])
def test_a_hint_is_given_for_an_empty_answer_alone(
    form: str, at: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    full = "SELECT * { ?n a comity:Nation OPTIONAL { ?n comity:nope ?o } }"
    empty = "SELECT * { ?n a comity:Nope }"
    assert run("query", full, "--format", form, *at) == 0
    assert "note:" not in capfd.readouterr().err
    assert run("query", empty, "--format", form, *at) == 0
    assert "note: no rows; comity:Nope" in capfd.readouterr().err


@pytest.mark.parametrize("is_terminal", [True, False])
def test_what_takes_long_is_told_on_a_terminal_alone(
    is_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return is_terminal

    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    assert run("queries") == 0  # any command: it sets who hears notes
    tell_wait("counting the stars")
    told = "comity: counting the stars; this takes some seconds\n"
    assert screen.getvalue() == (told if is_terminal else "")


def test_an_unusable_cache_is_noted(
    at: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path / "file"))
    assert run("query", "ASK { ?s a comity:Nation }", *at) == 0
    shown = capfd.readouterr()
    assert shown.out == "answer\ntrue\n"
    assert shown.err.startswith("comity: no store can be kept in")
