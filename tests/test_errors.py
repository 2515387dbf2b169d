import inspect
import re

import pytest

from comity import errors, resources
from comity.cli import exits
from comity.cli.exits import CANNOT_RUN, FINDINGS, USAGE, exit_code
from comity.cli.main import cli
from comity.errors import BadDate, ComityError, Fault, SnapshotMissing, TableFaults, UnknownName

CLASSES = [
    found
    for _, found in inspect.getmembers(errors, inspect.isclass)
    if issubclass(found, ComityError)
]


@pytest.mark.parametrize("found", CLASSES, ids=lambda found: found.__name__)
def test_every_error_is_drawn_in_the_tree(found: type[ComityError]) -> None:
    assert found.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize(
    "found",
    [found for found in CLASSES if found is not ComityError],
    ids=lambda found: found.__name__,
)
def test_every_error_has_an_exit_code(found: type[ComityError]) -> None:
    instance = found.__new__(found)
    assert exit_code(instance) in {FINDINGS, USAGE, CANNOT_RUN}


def test_codes_follow_the_branch() -> None:
    assert exit_code(BadDate("x")) == USAGE
    assert exit_code(TableFaults([])) == FINDINGS
    assert exit_code(SnapshotMissing("x")) == CANNOT_RUN


def test_the_readme_and_the_help_tell_every_code() -> None:
    names = [name for name in vars(exits) if name.isupper() and not name.startswith("_")]
    codes = {str(vars(exits)[name]) for name in names}
    readme = (resources.PACKAGE.parents[1] / "README.md").read_text(encoding="utf-8")
    for text in (readme, cli.help or ""):
        line = text.split("Exit codes: ")[1].split("\n\n")[0]
        assert set(re.findall(r"\d+", line)) == codes


def test_a_fault_names_file_line_column_and_value() -> None:
    fault = Fault("memberships.csv", 42, "end", "2020-13-45", "is not a date (YYYY)")
    assert str(fault) == "memberships.csv:42 end: '2020-13-45' is not a date (YYYY)"


def test_an_unknown_name_offers_the_nearest() -> None:
    assert "did you mean nation/chn?" in str(UnknownName("thing", "nation/chi", ["nation/chn"]))
