"""Pictures of the curated record, in Python and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from comity import resources
from comity.errors import UnknownName
from comity.pictures.names import PICTURES
from tests.cli.terminal import run_network

if TYPE_CHECKING:
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph

DOCS = resources.PACKAGE.parent.parent / "docs"
FEW = {"seeds": 10, "nulls": 9}  # as tests/test_blocs.py asks for, so that studies are kept


def test_blocs_of_the_record(kg: KnowledgeGraph) -> None:
    timeline = kg.picture("bloc-timeline", years=(2022, 2024), **FEW)
    assert timeline.title == "Blocs by co-membership, 2022–2024"
    assert "France" in timeline.description
    words = timeline.svg().decode()
    assert "UNOOSA (" in words
    assert f"release of {kg.manifest.date}" in words
    beside = kg.picture("bloc-modularity", years=(2022, 2024), **FEW)
    assert "9 null graphs a year" in beside.frame.subtitle
    found = kg.bloc_years((2022, 2024), **FEW)
    assert (found["chance_low"] <= found["chance"]).all()
    assert (found["chance"] <= found["chance_high"]).all()


def test_cooperation_beside_opposition_in_the_record(kg: KnowledgeGraph) -> None:
    few = {"years": (2023, 2024), "nulls": 3}  # as tests/test_blocs.py asks for
    picture = kg.picture("signed-balance", **few)
    assert "Negative: restriction, opposed votes." in picture.frame.subtitle
    last = kg.signed(**few).iloc[-1]
    assert f"{last['balanced']:.1%} of {last['triangles']:,.0f}" in picture.description
    assert f"{last['frustration_found']:.1%} of the weight" in picture.description
    assert picture.frame.origin.sources


def test_bridges_of_the_record(kg: KnowledgeGraph) -> None:
    picture = kg.picture("bridge-ranking", years=2024, seeds=5, top=3)
    table = kg.bridges(2024, seeds=5).head(3)
    for row in table.to_dict("records"):
        assert f"{row['rank']} {row['label']} ({row['betweenness']:.3f})" in picture.description
        assert row["best_rank"] <= row["rank"] <= row["worst_rank"]


def test_memberships_of_the_record(kg: KnowledgeGraph) -> None:
    picture = kg.picture("memberships", as_of="2024-12-20", states=20, seeds=10)
    assert "Artemis Accords: 52 signatory" in picture.description
    assert "; 20 of " in picture.frame.subtitle


def test_what_was_known_by_a_day_is_said(toy: KnowledgeGraph) -> None:
    picture = toy.known_by("2024-06-01").picture("memberships", as_of="2022-12-31", seeds=2)
    assert "as known by 2024-06-01" in picture.frame.origin.credit
    assert "Atlas" in picture.frame.origin.sources_in_words


def test_calibration_of_the_record(kg: KnowledgeGraph) -> None:
    picture = kg.picture("calibration")
    error = kg.forecast_report().back_test.errors["model"]
    assert f"The calibration error is {error:.3f}" in picture.description
    assert picture.frame.origin.sources


def test_an_unknown_picture_is_named(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean memberships"):
        kg.picture("membership")
    for name in PICTURES:
        assert f"`{name}`" in (type(kg).picture.__doc__ or "")


def test_commands_draw_into_files(
    kg: KnowledgeGraph, toy: KnowledgeGraph, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small = ["--snapshot", str(toy.snapshot.folder), "--as-of", "2022-12-31"]
    few = ["--years", "2022-2024", "--seeds", "10", "--nulls", "9"]
    for arguments, start in (
        (["blocs", *few, "--plot", f"{tmp_path}/a.svg"], b"<?xml"),
        (["blocs", *few, "--picture", "modularity", "--plot", f"{tmp_path}/b.PNG"], b"\x89PNG"),
        (["bridges", "--years", "2024", "--seeds", "5", "--plot", f"{tmp_path}/c.svg"], b"<?xml"),
        (["signed", "--years", "2023-2024", "--nulls", "3", "--plot", f"{tmp_path}/f.svg"],
         b"<?xml"),
        (["memberships", *small, "--plot", f"{tmp_path}/d.svg"], b"<?xml"),
        (["forecast", "--plot", f"{tmp_path}/e.png"], b"\x89PNG"),
    ):  # fmt: skip
        assert run_network(*arguments) == 0
        shown = capsys.readouterr()
        assert not shown.out
        path, _, title = shown.err.strip().partition(": ")
        assert path == arguments[-1]
        assert title
        assert (tmp_path / path).read_bytes().startswith(start)


def test_all_years_are_drawn_if_asked_for(
    toy: KnowledgeGraph, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plot = ["--seeds", "2", "--plot", str(tmp_path / "a.svg")]
    assert run_network("blocs", "--all-years", "--snapshot", str(toy.snapshot.folder), *plot) == 0
    assert "Blocs by co-membership, 1958–2026" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["blocs", "--plot", "a.pdf"], "end it in .svg or .png"),
        (["forecast", "--plot", "a"], "end it in .svg or .png"),
        (["blocs", "--plot", "a.svg", "--format", "csv"], "leave --format and -o out"),
        (["memberships", "--plot", "a.svg", "-o", "b.csv"], "leave --format and -o out"),
        (["bridges", "--years", "2020-2024"], "--years goes with --plot"),
        (["bridges", "--years", "2020-2024", "--year", "2024", "--plot", "a.svg"],
         "--years goes with --plot, and without --year"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_a_usage_error_at_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: list[str], words: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run_network(*arguments) == 2
    assert words in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_said(
    kg: KnowledgeGraph, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder")
    assert run_network("forecast", "--plot", f"{tmp_path}/file/a.svg") == 3
    assert "could not be written" in capsys.readouterr().err


def test_memberships_are_rows(
    kg: KnowledgeGraph, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run_network("memberships", "--as-of", "2024-12-20") == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert lines[0] == "state,label,body,body_label,status,since,claim"
    assert any("nation/tha,Thailand,accord/artemis-accords" in line for line in lines)


def test_the_documentation_names_every_picture_and_shows_one_of_this_release(
    kg: KnowledgeGraph,
) -> None:
    text = (DOCS / "pictures.md").read_text(encoding="utf-8")
    for name in PICTURES:
        assert f"| `{name}` |" in text
    shown = (DOCS / "pictures" / "bloc-timeline.svg").read_bytes()
    assert f"release of {kg.manifest.date}".encode() in shown
    assert len(shown) < 150_000
