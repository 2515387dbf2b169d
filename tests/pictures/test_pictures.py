"""What all pictures have in common, on invented studies."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import zlib
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from tests.pictures.invented import LABELS, ORIGIN, all_pictures, bloc_study, busy_study

from comity.errors import MissingPart, UnknownEnding, UnknownName, WriteFailed
from comity.pictures.bloc_timeline import bloc_timeline
from comity.pictures.frame import Frame, Origin, Sheet
from comity.pictures.names import PICTURES, expect_picture
from comity.pictures.style import FILLS, look_of_group, our_style, wrapped
from comity.views.wording import readable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from comity.pictures.picture import Picture

SVG = "{http://www.w3.org/2000/svg}"
every_picture = pytest.mark.parametrize("name", PICTURES)


@pytest.fixture(scope="module")
def pictures() -> dict[str, Picture]:
    return all_pictures()


def texts(svg: bytes) -> list[str]:
    return [
        "".join(each.itertext())
        for each in ET.fromstring(svg).iter(  # noqa: S314  (our own)
            f"{SVG}text"
        )
    ]


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def test_every_picture_of_the_table_is_drawn_here(pictures: dict[str, Picture]) -> None:
    assert set(pictures) == set(PICTURES)


@every_picture
def test_title_day_sources_and_licence_are_in_the_picture(
    pictures: dict[str, Picture], name: str
) -> None:
    picture = pictures[name]
    words = " ".join(texts(picture.svg()))
    assert picture.title in words
    assert "Comity, release of 2026-11-22, as known by 2025-01-01. Licence: CC BY 4.0" in words
    assert (
        "Sources (number of claims): Atlas of the toy world (12); The Daily Paper & Sons" in words
    )
    assert picture.frame.reading.split(". ")[0] in words


@every_picture
def test_screen_readers_get_title_and_description(pictures: dict[str, Picture], name: str) -> None:
    picture = pictures[name]
    root = ET.fromstring(picture.svg())  # noqa: S314  (our own)
    assert root.get("role") == "img"
    assert [each.tag for each in root[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text == picture.title
    assert str(root[1].text).startswith(readable(picture.description))
    assert len(list(root.iter(f"{SVG}title"))) == 1


@every_picture
def test_the_same_gives_the_same_bytes(pictures: dict[str, Picture], name: str) -> None:
    picture = pictures[name]
    again = all_pictures()[name]
    assert picture.svg() == again.svg()
    assert picture.png() == again.png()
    assert b"<dc:date>" not in picture.svg()
    assert not re.search(rb"matplotlib v|/home/|/tmp/|site-packages", picture.svg())


@every_picture
def test_a_png_says_whose_it_is(pictures: dict[str, Picture], name: str) -> None:
    picture = pictures[name]
    found = dict.fromkeys((b"IHDR",), b"")
    words = b""
    for kind, content in chunks(picture.png()):
        found[kind] = content
        if kind in {b"tEXt", b"iTXt"}:
            words += content
            if b"\x00\x01\x00" in content:  # a compressed text
                words += zlib.decompress(content.rpartition(b"\x00")[2])
    assert picture.title.encode() in words or picture.title.encode("latin-1", "replace") in words
    assert b"CC BY 4.0" in words
    assert struct.unpack(">I", found[b"IHDR"][:4]) == (1600,)


@every_picture
def test_no_words_lie_over_others_or_leave_the_picture(
    pictures: dict[str, Picture], name: str
) -> None:
    expect_apart(pictures[name])


def test_no_words_lie_over_others_where_much_happens() -> None:
    expect_apart(bloc_timeline(busy_study(), LABELS, ORIGIN, projection="co-membership"))


def expect_apart(picture: Picture) -> None:
    figure = picture.figure
    with our_style():
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        whole = figure.bbox
        boxes = [
            (each.get_text(), each.get_window_extent())
            for each in figure.findobj(Text)
            if each.get_text() and each.get_visible()
        ]
    assert len(boxes) > 10
    for words, box in boxes:
        inside = whole.x0 <= box.x0 and box.x1 <= whole.x1 and whole.y0 <= box.y0
        assert inside, words
        assert box.y1 <= whole.y1, words
    for (one, first), (other, second) in combinations(boxes, 2):
        wide = min(first.x1, second.x1) - max(first.x0, second.x0)
        tall = min(first.y1, second.y1) - max(first.y0, second.y0)
        # boxes hold the room of letters that reach up and down, which few have
        assert wide <= 1.5 or tall <= 0.35 * min(first.height, second.height), (one, other)


@every_picture
def test_text_is_large_enough_to_read(pictures: dict[str, Picture], name: str) -> None:
    found = re.findall(rb"font(?:-size)?: (?:bold )?([\d.]+)px", pictures[name].svg())
    sizes = [float(size) for size in found]
    assert sizes
    assert min(sizes) >= 6  # points of a picture that is 576 wide: 8 pixels at 768


def test_settings_of_the_user_change_nothing_and_stay(pictures: dict[str, Picture]) -> None:
    expected = pictures["bloc-timeline"].svg()
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "red", "svg.fonttype": "path"}):
        assert all_pictures()["bloc-timeline"].svg() == expected
        assert mpl.rcParams["font.size"] == 30


def test_a_notebook_gets_a_png_and_words(pictures: dict[str, Picture]) -> None:
    shown, about = pictures["calibration"]._repr_mimebundle_()
    assert shown["image/png"].startswith(b"\x89PNG")
    assert "what was said" in shown["text/plain"]
    assert about["image/png"]["width"] == 768


def test_hostile_names_are_words(pictures: dict[str, Picture]) -> None:
    for name in ("bridge-ranking", "bloc-timeline", "memberships"):
        svg = pictures[name].svg()
        assert "<b>Evil</b> & $x^2$ eht" in " ".join(texts(svg))
        assert "\u202e" not in svg.decode()


def test_a_picture_is_saved_by_its_ending(pictures: dict[str, Picture], tmp_path: Path) -> None:
    picture = pictures["calibration"]
    assert picture.save(tmp_path / "new" / "a.svg").read_bytes() == picture.svg()
    assert picture.save(str(tmp_path / "a.PNG")).read_bytes() == picture.png()
    for name in ("a.pdf", "a", "a.svg.gz"):
        with pytest.raises(UnknownEnding, match=r"end it in \.svg or \.png"):
            picture.save(tmp_path / name)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.PNG", "new"]


def test_a_file_is_written_whole_or_not_at_all(
    pictures: dict[str, Picture], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = pictures["calibration"]
    path = tmp_path / "a.svg"
    path.write_text("before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteFailed, match="No space left"):
        picture.save(path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_without_matplotlib_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingPart, match=r"comity\[pictures\]"):
        bloc_timeline(bloc_study(), {}, ORIGIN, projection="co-membership")


def test_matplotlib_is_imported_for_a_picture_alone() -> None:
    code = (
        "import sys, comity.knowledge, comity.cli.networks_blocs, comity.pictures.picture;"
        " sys.exit('matplotlib' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_unknown_pictures_offer_the_nearest() -> None:
    with pytest.raises(UnknownName, match="did you mean bloc-timeline"):
        expect_picture("bloc-timelin")
    with pytest.raises(UnknownName, match="choose one of bloc-timeline, "):
        expect_picture("zzz")


def test_letters_stand_out_from_every_fill() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for number in range(len(FILLS)):
        look = look_of_group(number)
        low, high = sorted((light(look.fill), light(look.ink)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, look  # WCAG 2, level AA


def test_looks_repeat_after_forty_groups() -> None:
    looks = {(look_of_group(n).fill, look_of_group(n).hatch) for n in range(40)}
    assert len(looks) == 40


def test_sources_are_few_and_counted() -> None:
    many = Origin("2026-01-01", sources=tuple((f"Publisher {n}", 20 - n) for n in range(12)))
    assert "Publisher 7 (13); and 4 more." in many.sources_in_words
    assert Origin("2026-01-01").sources_in_words == "Sources: none on record."


def test_long_texts_are_wrapped_and_the_picture_grows() -> None:
    short = Frame("Title", "Subtitle", "Reading.", Origin("2026-01-01"))
    long = Frame("Title " * 30, "Subtitle", "Reading. " * 100, Origin("2026-01-01"))
    with our_style():
        heights = [Sheet(frame, 1.0).figure.get_figheight() for frame in (short, long)]
        lines = wrapped("word " * 50, 100, 8)
    assert heights[1] > heights[0] + 0.5
    assert len(lines) > 10
