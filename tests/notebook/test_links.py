"""Ids in tables are links, and nothing that a cell says becomes one."""

import re
from collections.abc import Iterator

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from comity.knowledge import KnowledgeGraph
from comity.notebook.links import linked_html

ADDRESS = "https://w3id.org/comity/id/nation/arc"
TAGS = {"div", "style", "table", "thead", "tbody", "tr", "th", "td", "p", "a"}


def shown(*cells: str) -> str:
    found = linked_html(pd.DataFrame({"x": list(cells)}))
    assert found is not None
    return found


@pytest.mark.parametrize("cell", ["nation/arc", ADDRESS])
def test_ids_and_iris_of_comity_are_links(cell: str) -> None:
    assert f'<td><a href="{ADDRESS}" target="_blank" rel="noopener">{cell}</a></td>' in shown(cell)


def test_claims_and_their_attestations_are_links_in_full() -> None:
    claim = "claim/" + "-".join(["very"] * 30)
    assert f">{claim}</a>" in shown(claim)
    assert "<a " in shown("attestation/a-claim.a-source")


@pytest.mark.parametrize(
    "cell",
    [
        "nation/arc and more",
        "planet/mars",
        "javascript:alert(1)",
        "https://example.org/nation/arc",
        "https://w3id.org/comity/id/nation/arc\"onmouseover='x'",
        "<a href='https://example.org'>nation/arc</a>",
        "</td><td>nation/arc</td>",
    ],
)
def test_nothing_else_is_a_link(cell: str) -> None:
    assert "<a " not in shown(cell)


@given(st.text())
def test_no_cell_brings_tags(cell: str) -> None:
    html = shown(cell, "nation/arc")
    assert set(re.findall(r"</?([A-Za-z][\w]*)", html)) <= TAGS


def test_a_hostile_name_of_a_column_stays_a_text() -> None:
    html = linked_html(pd.DataFrame({"<script>x</script>": ["nation/arc"]})) or ""
    assert "<script>" not in html


def test_long_texts_are_cut_as_pandas_cuts_them() -> None:
    text = "word " * 40
    plain = pd.DataFrame({"x": [text]})._repr_html_()  # type: ignore[operator]  # pandas' own display
    assert re.findall(r"<td>(.*?)</td>", shown(text)) == re.findall(r"<td>(.*?)</td>", plain)


def test_an_index_of_ids_is_links() -> None:
    html = linked_html(pd.DataFrame({"n": [1]}, index=["nation/arc"])) or ""
    assert f'<th><a href="{ADDRESS}"' in html


def test_pandas_can_be_told_to_show_no_html() -> None:
    with pd.option_context("display.notebook_repr_html", False):
        assert linked_html(pd.DataFrame({"x": ["nation/arc"]})) is None


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    config = Config()
    config.HistoryManager.enabled = False
    made = InteractiveShell(config=config)
    made.run_line_magic("load_ext", "comity")
    yield made
    made.run_line_magic("unload_ext", "comity")


def html_of(shell: InteractiveShell, value: object) -> str:
    data: dict[str, str] = shell.display_formatter.format(value)[0]  # type: ignore[union-attr]
    return data["text/html"]


def test_answers_and_what_is_made_of_them_have_links(
    shell: InteractiveShell, toy: KnowledgeGraph
) -> None:
    frame = toy.ask("members", body="organisation/star-club", ids=True)
    assert "<a href" in html_of(shell, frame)
    assert "<a href" in html_of(shell, frame.head(1))
    assert "<a href" in html_of(shell, frame[frame["member"] == "nation/arc"])
    assert "<a href" not in str(frame["member"].tolist())


def test_other_tables_are_shown_as_before(shell: InteractiveShell) -> None:
    frame = pd.DataFrame({"x": ["nation/arc"]})
    assert html_of(shell, frame) == frame._repr_html_()  # type: ignore[operator]  # pandas' own display


def test_another_display_of_tables_goes_on(shell: InteractiveShell) -> None:
    shell.run_line_magic("unload_ext", "comity")
    formatter = shell.display_formatter.formatters["text/html"]  # type: ignore[union-attr]
    formatter.for_type(pd.DataFrame, lambda _frame: "<i>mine</i>")
    shell.run_line_magic("load_ext", "comity")
    assert html_of(shell, pd.DataFrame({"x": [1]})) == "<i>mine</i>"
    shell.run_line_magic("unload_ext", "comity")
    assert html_of(shell, pd.DataFrame({"x": [1]})) == "<i>mine</i>"
    shell.run_line_magic("load_ext", "comity")


def test_an_answer_says_from_where_it_is(toy: KnowledgeGraph) -> None:
    frame = toy.as_of("2021-01-01", certain=True).known_by("2022-01-01").query("ASK {}")
    assert frame.attrs["comity"] == {
        "release": toy.manifest.date,
        "snapshot": toy.manifest.sha256,
        "as_of": "2021-01-01",
        "known_by": "2022-01-01",
        "certain": True,
    }
