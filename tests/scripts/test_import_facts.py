from __future__ import annotations

import csv
import doctest
import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.scripts.folders import PAPER, Folder, entity, relation, two_folders, vote, write_folders

from comity import resources
from comity.tables import read_tables, unformatted_tables

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPTS = Path(__file__).parents[2] / "scripts"
REDIRECTS = "from,to,reason\nagency/old-arsa,agency/arsa,one agency under two ids\n"


class Intake:
    """The script, with the folders of the toy world and a folder of tables."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.tables = root / "tables"
        self.report = root / "out" / "report.md"
        self.tables.mkdir()
        (self.tables / "redirects.csv").write_text(REDIRECTS, encoding="utf-8")

    def run(self, folders: dict[str, Folder]) -> int:
        paths = write_folders(self.root / "facts", folders)
        return self.run_on(*paths)

    def run_on(self, *paths: Path) -> int:
        main: Callable[[list[str]], int] = importlib.import_module("import_facts").main
        return main([*map(str, paths), "-o", str(self.tables), "--report", str(self.report)])

    def rows(self, table: str) -> list[dict[str, str]]:
        with (self.tables / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def row(self, table: str, id_: str) -> dict[str, str]:
        return next(row for row in self.rows(table) if row["id"] == id_)

    def contents(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.tables.iterdir()}

    def edit(self, table: str, old: str, new: str) -> None:
        path = self.tables / f"{table}.csv"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def intake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Intake:
    monkeypatch.syspath_prepend(SCRIPTS)
    return Intake(tmp_path)


@pytest.fixture
def done(intake: Intake) -> Intake:
    """The intake after both folders came in."""
    assert intake.run(two_folders()) == 0
    return intake


def test_the_tables_are_complete_sound_and_canonical(done: Intake) -> None:
    tables = read_tables(done.tables)
    assert (len(tables.entities), len(tables.claims), len(tables.sources)) == (7, 7, 3)
    assert unformatted_tables(done.tables) == []


def test_an_entity_under_two_ids_becomes_one_with_all_names(done: Intake) -> None:
    (agency,) = done.rows("agencies")
    assert agency["id"] == "agency/arsa"
    assert agency["alt_labels"] == "Arcadia Space"
    assert agency["start"] == "1990-02"


def test_a_relation_of_a_redirected_id_is_about_the_id_in_use(done: Intake) -> None:
    assert done.row("operations", "arsa-operates-probe")["subject"] == "agency/arsa"


def test_sources_with_one_id_are_merged_and_the_first_folder_wins(done: Intake) -> None:
    atlas = done.row("sources", "atlas")
    assert (atlas["kind"], atlas["published"]) == ("depositary", "2024-01-01")
    assert "`atlas` kind: depositary kept, official in second/sources.csv:2" in (
        done.report.read_text(encoding="utf-8")
    )


def test_sources_with_one_address_are_merged_by_a_redirect(done: Intake) -> None:
    new = {"from": "source/atlas-copy", "to": "source/atlas", "reason": "same address"}
    assert new in done.rows("redirects")
    assert done.row("operations", "arsa-operates-probe")["source"] == "atlas"


def test_two_rows_that_agree_are_one_claim_with_two_attestations(done: Intake) -> None:
    claim = done.row("treaty_actions", "arc-signatory-of-pact")
    assert (claim["source"], claim["start"]) == ("atlas", "2020-10-13")
    assert claim["confidence"] == "medium"
    assert claim["note"] == "start as stated by paper"
    (attestation,) = done.rows("attestations")
    assert (attestation["claim"], attestation["source"]) == ("arc-signatory-of-pact", "paper")
    assert attestation["verified"] == PAPER


def test_a_less_precise_date_is_kept_as_the_one_that_its_source_states(intake: Intake) -> None:
    folders = two_folders()
    folders["first"]["relations"][0]["start"] = "2020-10-13"
    folders["second"]["relations"][0]["start"] = "2020"
    assert intake.run(folders) == 0
    assert intake.rows("attestations")[0]["stated_start"] == "2020"


def test_rival_dates_stand_side_by_side(done: Intake) -> None:
    claims = {row["id"]: row["start"] for row in done.rows("treaty_actions")}
    assert claims["bor-signatory-of-pact"] == "2021-05-01"
    assert claims["bor-signatory-of-pact-2022-06"] == "2022-06"


def test_a_rival_start_in_a_qualifier_becomes_a_claim_of_its_own(intake: Intake) -> None:
    folders = two_folders()
    folders["first"]["relations"][1]["qualifiers"] = (
        "alternative_start=2019;alternative_source=src/paper"
    )
    assert intake.run(folders) == 0
    rival = next(row for row in intake.rows("treaty_actions") if row["start"] == "2019")
    assert (rival["source"], rival["confidence"]) == ("paper", "low")


def test_a_row_without_a_source_is_recalled(done: Intake) -> None:
    claim = done.row("payloads", "camera-provided-by-arsa")
    assert (claim["source"], claim["verified"]) == ("compiler-recall", "recalled")
    assert done.row("sources", "compiler-recall")["kind"] == "recollection"


def test_what_the_ontology_does_not_know_goes_to_the_note(done: Intake) -> None:
    (claim,) = done.rows("cooperation")
    assert claim["qualifiers"] == ""
    assert claim["note"] == "counterpart: agency/nobody; colour: red"


def test_milligrams_become_grams(done: Intake) -> None:
    assert done.row("payloads", "probe-carries-payload-camera")["qualifiers"] == "mass_g=1.5"


def test_votes_come_in_once_although_a_relation_repeats_them(done: Intake) -> None:
    assert [(row["nation"], row["vote"]) for row in done.rows("votes")] == [
        ("nation/arc", "yes"),
        ("nation/bor", "no"),
    ]
    assert done.rows("resolutions")[0]["accord"] == "accord/res-1"
    assert "a vote, the same as in votes.csv (lines 6)" in done.report.read_text(encoding="utf-8")


def test_another_vote_in_a_later_folder_is_listed_and_not_taken(intake: Intake) -> None:
    folders = two_folders()
    folders["second"]["votes"] = [vote("nation/arc", "no")]
    assert intake.run(folders) == 0
    assert intake.rows("votes")[0]["vote"] == "yes"
    line = "second/votes.csv: 1 rows, another vote stands and is kept (lines 2)"
    assert line in intake.report.read_text(encoding="utf-8")


def test_every_relation_row_is_accounted_for(
    intake: Intake, capsys: pytest.CaptureFixture[str]
) -> None:
    assert intake.run(two_folders()) == 0
    out = capsys.readouterr().out
    assert out.startswith("relation rows 9 = claims 7 + attestations 1 + not carried 1;")
    report = intake.report.read_text(encoding="utf-8")
    assert "| first | 5 | 4 | 0 | 1 |" in report
    assert "| second | 4 | 3 | 1 | 0 |" in report


def test_a_row_that_gets_lost_is_an_error(
    intake: Intake, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = intake.contents()
    book = importlib.import_module("intake.claims").ClaimBook
    add = book.add
    monkeypatch.setattr(book, "add", lambda self, statements: add(self, statements[1:]))
    assert intake.run(two_folders()) == 1
    error = "import_facts: the account does not balance: 9 relation rows, 8 accounted for\n"
    assert capsys.readouterr().err == error
    assert intake.contents() == before


def test_a_second_run_changes_nothing(done: Intake, capsys: pytest.CaptureFixture[str]) -> None:
    before = done.contents()
    assert done.run(two_folders()) == 0
    assert done.contents() == before
    assert "claims 0 + attestations 0 + not carried 9" in capsys.readouterr().out


CURATIONS = {
    "date": ("treaty_actions", ",2022-06,,,paper,", ",2022-07,,,paper,"),
    "relation": (
        "operations",
        "arsa-operates-probe,agency/arsa,operates",
        "arsa-contributes-to-probe,agency/arsa,contributes_to",
    ),
    "relation of a claim with two sources": (
        "treaty_actions",
        "arc-signatory-of-pact,nation/arc,signatory_of",
        "arc-signatory-of-pact,nation/arc,party_to",
    ),
    "label": ("agencies", "Arcadian Space Agency", "Space Agency of Arcadia"),
    "source": ("sources", "depositary", "official"),
}


@pytest.mark.parametrize("case", CURATIONS)
def test_a_second_run_does_not_undo_what_a_curator_changed(done: Intake, case: str) -> None:
    table, old, new = CURATIONS[case]
    done.edit(table, old, new)
    before = done.contents()
    assert done.run(two_folders()) == 0
    assert done.contents() == before


def test_what_the_tables_say_otherwise_is_listed(done: Intake) -> None:
    done.edit(*CURATIONS["relation"])
    done.edit(*CURATIONS["date"])
    assert done.run(two_folders()) == 0
    report = done.report.read_text(encoding="utf-8")
    assert "- second/relations.csv: 2 rows, the tables say otherwise (lines 3-4)" in report
    assert (
        "- `agency/arsa operates mission/probe` (second/relations.csv:4); "
        "the tables have `arsa-contributes-to-probe`"
    ) in report
    assert (
        "- `nation/bor signatory_of accord/pact` 2022-06/ (second/relations.csv:3); "
        "the tables have `bor-signatory-of-pact`"
    ) in report


def test_a_later_folder_adds_attestations_and_claims_to_the_tables(done: Intake) -> None:
    third: Folder = {
        "relations": [
            relation("nation/bor signatory_of accord/pact", "", start="2021", confidence="low"),
            relation("agency/arsa agency_of nation/arc"),
        ]
    }
    assert done.run({"third": third}) == 0
    assert [row["source"] for row in done.rows("attestations")] == ["paper", "compiler-recall"]
    assert [row["id"] for row in done.rows("structure")] == ["arsa-agency-of-arc"]


def _set(folder: str, file: str, **cells: str) -> Callable[[dict[str, Folder]], None]:
    return lambda folders: folders[folder][file][0].update(cells)


BROKEN = {
    "date": (
        _set("first", "relations", start="2020-13-45"),
        "first/relations.csv:2 start: '2020-13-45' is not a date (YYYY, YYYY-MM or YYYY-MM-DD)",
    ),
    "identifier": (
        _set("first", "relations", subject="Arcadia"),
        "first/relations.csv:2 subject: 'Arcadia' is not an identifier",
    ),
    "kind without a table": (
        _set("first", "entities", id="planet/arc"),
        "first/entities.csv:2 id: 'planet/arc' is not of a kind that has a table",
    ),
    "confidence": (
        _set("first", "relations", confidence="certain"),
        "first/relations.csv:2 confidence: 'certain' is not one of high, medium, low",
    ),
    "unknown relation": (
        _set("first", "relations", predicate="likes"),
        "first/relations.csv:2 predicate: 'likes' is not a relation of the ontology",
    ),
    "unknown entity": (
        _set("second", "relations", subject="nation/none"),
        "second/relations.csv:2 subject: 'nation/none' is not in any table of entities",
    ),
    "unknown source": (
        _set("first", "relations", source="src/none"),
        "first/relations.csv:2 source: 'src/none' is not in sources.csv",
    ),
    "unknown source of the date": (
        _set("first", "relations", qualifiers="date_source=src/none"),
        "first/relations.csv:2 qualifiers: 'date_source=src/none' has a date_source that is not",
    ),
    "claim status": (
        _set("first", "relations", qualifiers="claim_status=perhaps"),
        "first/relations.csv:2 qualifiers: 'claim_status=perhaps' has a claim_status that is none",
    ),
    "mass": (
        _set("first", "relations", qualifiers="mass_mg=little"),
        "first/relations.csv:2 qualifiers: 'mass_mg=little' has a mass_mg that is no number",
    ),
    "day of a vote": (
        _set("first", "votes", date="2022-12-08"),
        "first/votes.csv:2 date: '2022-12-08' is not the day of accord/res-1, 2022-12-07",
    ),
    "vote repeated differently": (
        _set("first", "votes", vote="abstain"),
        "first/relations.csv:6 qualifiers: 'vote=yes' differs from the vote in votes.csv (abstain)",
    ),
    "kind that does not fit the relation": (
        _set("first", "relations", object="mission/probe"),
        "treaty_actions.csv:3 object: 'mission/probe' cannot be the object of signatory_of",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_row_is_named_and_the_tables_stay_as_they_were(
    intake: Intake, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    change, message = BROKEN[case]
    before = intake.contents()
    folders = two_folders()
    change(folders)
    assert intake.run(folders) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"import_facts: {message}")
    assert error.count("\n") == 1
    assert intake.contents() == before
    assert not intake.report.exists()


def test_all_broken_rows_are_named_at_once(
    intake: Intake, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = two_folders()
    folders["first"]["entities"].append(entity("nation/x y", "X"))
    folders["second"]["relations"][0]["end"] = "soon"
    assert intake.run(folders) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_row_with_too_many_cells_is_refused(
    intake: Intake, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = write_folders(intake.root / "facts", two_folders())
    with (first / "votes.csv").open("a", encoding="utf-8") as stream:
        stream.write("nation/arc,accord/res-1,2022-12-07,yes,src/atlas,surplus\n")
    assert intake.run_on(first, second) == 1
    assert "first/votes.csv:4 row:" in capsys.readouterr().err


def test_a_misspelt_column_is_refused(intake: Intake, capsys: pytest.CaptureFixture[str]) -> None:
    (first, _) = write_folders(intake.root / "facts", two_folders())
    path = first / "votes.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("nation,", "state,", 1), encoding="utf-8")
    assert intake.run_on(first) == 1
    assert "first/votes.csv:1 header:" in capsys.readouterr().err


def test_a_table_with_a_broken_cell_is_refused(
    done: Intake, capsys: pytest.CaptureFixture[str]
) -> None:
    done.edit("agencies", "1990-02", "1990-99")
    before = done.contents()
    assert done.run(two_folders()) == 1
    assert "tables/agencies.csv:2 start: '1990-99' is not a date" in capsys.readouterr().err
    assert done.contents() == before


def test_a_folder_that_is_not_there_is_an_error(
    intake: Intake, capsys: pytest.CaptureFixture[str]
) -> None:
    assert intake.run_on(intake.root / "nowhere") == 3
    assert "nowhere: cannot be read: no folder with one of" in capsys.readouterr().err


def test_two_folders_of_one_name_are_a_usage_error(intake: Intake) -> None:
    with pytest.raises(SystemExit) as stopped:
        intake.run_on(intake.root / "a" / "facts", intake.root / "b" / "facts")
    assert stopped.value.code == 2


def test_a_report_that_cannot_be_written_leaves_the_tables(
    intake: Intake, capsys: pytest.CaptureFixture[str]
) -> None:
    intake.report.parent.write_text("a file where a folder should be", encoding="utf-8")
    before = intake.contents()
    assert intake.run(two_folders()) == 3
    assert "could not be written" in capsys.readouterr().err
    assert intake.contents() == before


def test_the_script_runs_as_a_file_and_leaves_the_curated_tables_as_they_are(
    tmp_path: Path,
) -> None:
    curated = resources.tables_folder()
    tables = tmp_path / "tables"
    shutil.copytree(curated, tables)
    states = SCRIPTS / "intake" / "states"
    subprocess.run(
        [
            sys.executable,
            SCRIPTS / "import_facts.py",
            states,
            "-o",
            tables,
            "--report",
            tmp_path / "report.md",
        ],
        check=True,
        capture_output=True,
    )
    assert all((tables / path.name).read_bytes() == path.read_bytes() for path in curated.iterdir())


@pytest.mark.parametrize(
    "module", sorted(path.stem for path in (SCRIPTS / "intake").glob("[a-z]*.py"))
)
def test_the_examples_in_docstrings_hold(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(SCRIPTS)
    assert doctest.testmod(importlib.import_module(f"intake.{module}")).failed == 0
