from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

import pytest

from comity.errors import UnknownName, Unreadable
from comity.queries.named import named_query
from comity.server.explorer.prose import to_html
from comity.server.explorer.story_files import FIGURE, all_stories, find_story, read_story

if TYPE_CHECKING:
    from pathlib import Path

MONTHS = f"(?:{'|'.join(calendar.month_name[1:])})"
HEAD = '+++\ntitle = "A"\nsummary = "B"\n+++\n'


def test_stories_ask_named_queries_with_their_parameters() -> None:
    for story in all_stories().values():
        askings = [figure.asking for figure in story.figures.values()]
        askings += [view.asking for step in story.steps for view in step.views]
        for asking in askings:
            assert named_query(asking.query).sparql(asking.parameters)


def test_no_number_of_a_story_is_typed_in() -> None:
    """Years, days and the number of texts aside, a count stands there as a figure."""
    for story in all_stories().values():
        for step in story.steps:
            bare = re.sub(r"\([^)]*\)|\{\w+\}|Chang’e-\d", "", step.text)
            bare = re.sub(rf"\b(?:\d{{1,2}} )?(?:{MONTHS} )?(?:19|20)\d\d\b", "", bare)
            found = re.findall(r"(?<![\w-])\d+(?:,\d{3})*", bare)
            assert set(found) <= {"29"}  # what a text says


def test_every_figure_is_told() -> None:
    for story in all_stories().values():
        told = {name for step in story.steps for name in FIGURE.findall(step.text)}
        assert told == set(story.figures)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no head", "begins with a head"),
        ("+++\ntitle = 'A'\n+++\n## X\n", "summary"),
        (HEAD, "has no step"),
        (HEAD + "## X\n{nothing}\n", "'nothing' is not defined"),
        (HEAD + "## X\n```view\nquery = 1 2\n```\n", "not as it should be"),
        (HEAD + '## X\n```view\nquery = "a"\ncaption = "b"\nodd = 1\n```\n', "unknown: odd"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "story.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match=words):
        read_story(path)


def test_an_unknown_story_is_named() -> None:
    with pytest.raises(UnknownName, match="five-texts"):
        find_story("five-text")


def test_html_in_a_story_is_text() -> None:
    assert "<script" not in to_html("<script>alert(1)</script>", str)
    assert "<img" not in to_html("![a](claim/b)", str)


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/", "odd"])
def test_a_link_of_a_story_stays_here(target: str) -> None:
    with pytest.raises(ValueError, match="no page here"):
        to_html(f"[a]({target})", str)
