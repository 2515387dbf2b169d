"""The magics answer as the graph does, and say in a line what is wrong."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from comity.knowledge import KnowledgeGraph, View

SIGNATORIES = "SELECT ?n WHERE { ?n comity:signatoryOf accord:moon-pact } ORDER BY ?n"


@pytest.fixture
def shell(toy: KnowledgeGraph) -> Iterator[InteractiveShell]:
    """A shell with the extension loaded, in which kg is the toy world."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    made = InteractiveShell(config=config)
    made.user_ns["kg"] = toy
    made.run_line_magic("load_ext", "comity")
    yield made
    made.run_line_magic("unload_ext", "comity")


def run(shell: InteractiveShell, cell: str) -> Any:
    """Return the value of a cell that works."""
    found = shell.run_cell(cell)
    found.raise_error()
    return found.result


def said(shell: InteractiveShell, cell: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the lines that a failing cell shows."""
    capsys.readouterr()
    assert not shell.run_cell(cell).success
    shown = capsys.readouterr()
    return [line for line in (shown.out + shown.err).splitlines() if line.strip()]


def ids(frame: pd.DataFrame) -> list[str]:
    return list(frame.iloc[:, 0])


def test_a_cell_gives_what_query_gives(shell: InteractiveShell, toy: KnowledgeGraph) -> None:
    frame = run(shell, f"%%sparql\n{SIGNATORIES}")
    pd.testing.assert_frame_equal(frame, toy.query(SIGNATORIES))
    assert type(frame) is pd.DataFrame


def test_a_line_gives_the_same(shell: InteractiveShell, toy: KnowledgeGraph) -> None:
    frame = run(shell, f"found = %sparql --ids {SIGNATORIES}\nfound")
    pd.testing.assert_frame_equal(frame, toy.query(SIGNATORIES, ids=True))


def test_an_answer_goes_to_a_variable_and_is_not_shown(shell: InteractiveShell) -> None:
    assert run(shell, f"%%sparql --ids signed\n{SIGNATORIES}") is None
    assert ids(shell.user_ns["signed"]) == ["nation/arc", "nation/bor"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["nation/arc", "nation/bor"]),
        ("--as-of 2021-01-01", ["nation/arc"]),
        ("--as-of 2022-06-15", ["nation/arc", "nation/bor"]),
        ("--as-of 2022-06-15 --certain", ["nation/arc"]),
        ("--as-of 2022-12-31 --known-by 2021-01-01", ["nation/arc"]),
    ],
)
def test_options_say_from_where(shell: InteractiveShell, options: str, expected: list[str]) -> None:
    assert ids(run(shell, f"%%sparql --ids {options}\n{SIGNATORIES}")) == expected


def test_options_hold_variables_of_python(shell: InteractiveShell) -> None:
    run(shell, "day = '2021-01-01'")
    assert ids(run(shell, f"%%sparql --ids --as-of {{day}}\n{SIGNATORIES}")) == ["nation/arc"]
    assert ids(run(shell, f"%sparql --ids --as-of $day {SIGNATORIES}")) == ["nation/arc"]


def test_a_named_query_takes_parameters(shell: InteractiveShell, toy: KnowledgeGraph) -> None:
    frame = run(shell, "%sparql --name members body=organisation/star-club --ids")
    pd.testing.assert_frame_equal(
        frame, toy.ask("members", body="organisation/star-club", ids=True)
    )
    run(shell, "%sparql --name members body=organisation/star-club --as-of 1991-01-01 --ids then")
    assert "nation/dor" in set(shell.user_ns["then"]["member"])


def test_another_graph_can_be_named(shell: InteractiveShell, toy: KnowledgeGraph) -> None:
    shell.user_ns["early"] = toy.as_of("2021-01-01")
    assert ids(run(shell, f"%%sparql --ids --kg early\n{SIGNATORIES}")) == ["nation/arc"]
    assert len(run(shell, f"%%sparql --kg early --as-of 2023-01-01\n{SIGNATORIES}")) == 2


def test_the_moment_of_later_cells_can_be_set(shell: InteractiveShell) -> None:
    assert run(shell, "%comity at --as-of 2021-01-01").moment == run(shell, "%comity").moment
    assert ids(run(shell, f"%%sparql --ids\n{SIGNATORIES}")) == ["nation/arc"]
    run(shell, "%comity at")
    assert len(run(shell, f"%%sparql\n{SIGNATORIES}")) == 2


def test_the_other_forms_of_comity(shell: InteractiveShell, toy: KnowledgeGraph) -> None:
    assert run(shell, "%comity") is toy
    assert "members" in run(shell, "%comity queries").index
    assert "nation/arc" in set(run(shell, "%comity search Arcadia")["id"])
    assert isinstance(run(shell, "%comity view mission/probe --depth 2"), View)


def test_a_note_tells_of_names_that_mean_nothing(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    run(shell, "%sparql SELECT ?n { ?n comity:signatoryOff accord:moon-pact }")
    assert "note: no rows; comity:signatoryOff is not a term" in capsys.readouterr().err


def test_a_syntax_error_has_a_caret_under_its_place(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = said(shell, "%%sparql\nSELECT ?n\nWHERE { ?n foo:bar ?x }", capsys)
    assert lines == [
        "comity: query: line 2, column 19: the prefix foo: is not declared",
        "  WHERE { ?n foo:bar ?x }",
        "                    ^",
    ]


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("%%sparql --as-of 2023\nASK {}", "comity: '2023' is not a day (YYYY-MM-DD)"),
        ("%%sparql --certain\nASK {}", "comity: --certain needs --as-of DAY"),
        ("%%sparql --bogus\nASK {}", "comity: unrecognized arguments: --bogus; usage: %%sparql"),
        ("%%sparql --name members\nASK {}", "comity: give either --name or a query, not both"),
        ("%%sparql a=b\nASK {}", "comity: 'a=b' is for a named query; add --name QUERY"),
        ("%%sparql a b\nASK {}", "comity: one variable takes the answer, not a, b"),
        ("%%sparql 2x\nASK {}", "comity: '2x' cannot name a variable"),
        ("%%sparql class\nASK {}", "comity: 'class' cannot name a variable"),
        ("%%sparql 'x\nASK {}", "comity: 'x: No closing quotation"),
        ("%sparql", "comity: no query: write it below %%sparql"),
        ("%sparql --name member", "comity: no named query 'member'; did you mean members?"),
        (
            "%sparql --name members bod=x",
            "comity: query members: parameter 'bod' is unknown",
        ),
        ("%sparql --name members body=a body=b", "comity: parameter 'body' is given twice"),
        ("%%sparql --kg nothing\nASK {}", "comity: --kg: the variable 'nothing' is not there"),
        ("x = 1\n%sparql --kg x ASK {}", "comity: --kg: the variable 'x' is a int"),
        ("%sparql ASK { SERVICE <http://a/> {} }", "comity: query refused: SERVICE would ask"),
        ("%sparql --kg kg --store http://a/ ASK {}", "comity: give either --kg or --store, not"),
        ("%sparql --store nowhere ASK {}", "comity: nowhere: an address begins with http://"),
        ("%sparql --store http://127.0.0.1:1/x ASK {}", "comity: http://127.0.0.1:1/x: does not"),
        ("%comity at --store http://me:no@a/", "comity: http://a/: user and password do not"),
        ("%comity vew", "comity: no form 'vew' of %comity"),
        ("%comity view nation/ark", "comity: no thing 'nation/ark'; did you mean nation/arc?"),
        ("%comity at --certain", "comity: --certain needs --as-of DAY"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    shell: InteractiveShell, cell: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = said(shell, cell, capsys)
    assert len(lines) == 1
    assert lines[0].startswith(message)


def test_unloading_takes_all_away(shell: InteractiveShell) -> None:
    shell.run_line_magic("unload_ext", "comity")
    assert shell.find_line_magic("sparql") is None
    assert shell.find_cell_magic("sparql") is None
    assert shell.find_line_magic("comity") is None
    shell.run_line_magic("load_ext", "comity")


def test_the_package_needs_no_ipython() -> None:
    code = (
        "import sys; sys.modules['IPython'] = None; import comity; comity.load; "
        "assert 'comity.notebook' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
