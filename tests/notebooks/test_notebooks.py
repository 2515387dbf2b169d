"""The tutorials run from top to bottom, show their pictures, and are stored without outputs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from nbclient import NotebookClient

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
CELL_SECONDS = 300
MACHINE_PATH = re.compile(r"/home/|/root/|/Users/|/tmp/|/work/|[A-Z]:\\\\")

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=nbformat.NO_CONVERT)


def code_cells(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook: nbformat.NotebookNode) -> Iterator[nbformat.NotebookNode]:
    for cell in code_cells(notebook):
        yield from cell.outputs


def shown(notebook: nbformat.NotebookNode, kind: str) -> list[Any]:
    """Return what the executed cells show in one media type."""
    return [output.data[kind] for output in outputs(notebook) if kind in output.get("data", {})]


@pytest.fixture
def own_jupyter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders of their own for Jupyter, IPython and matplotlib, whatever the user's home holds."""
    for variable, name in {
        "HOME": "home",
        "JUPYTER_CONFIG_DIR": "jupyter-config",
        "JUPYTER_DATA_DIR": "jupyter-data",
        "JUPYTER_RUNTIME_DIR": "jupyter-runtime",
        "IPYTHONDIR": "ipython",
        "MPLCONFIGDIR": "matplotlib",
    }.items():
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.setenv(variable, str(folder))
    monkeypatch.delenv("MPLBACKEND", raising=False)
    monkeypatch.delenv("JUPYTER_PATH", raising=False)


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@every_notebook
def test_runs_and_shows_its_pictures(path: Path, own_jupyter: None) -> None:
    notebook = read(path)
    NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(FOLDER)}},
    ).execute()

    assert shown(notebook, "image/png")
    drawn = sum(cell.source.count("kg.picture(") for cell in code_cells(notebook))
    assert len(shown(notebook, "image/png")) >= drawn
    if any(re.search(r"kg\.view\(|%comity view", cell.source) for cell in code_cells(notebook)):
        assert any("<iframe srcdoc=" in page for page in shown(notebook, "text/html"))
    warned = [
        o.text for o in outputs(notebook) if o.get("name") == "stderr" and "Warning" in o.text
    ]
    assert not warned


@every_notebook
def test_is_valid(path: Path) -> None:
    nbformat.validate(read(path))


@every_notebook
def test_is_stored_without_outputs(path: Path) -> None:
    for cell in code_cells(read(path)):
        assert cell.outputs == []
        assert cell.execution_count is None


@every_notebook
def test_names_no_machine(path: Path) -> None:
    assert MACHINE_PATH.findall(path.read_text(encoding="utf-8")) == []
    assert read(path).metadata.kernelspec.name == "python3"


@every_notebook
def test_cells_have_ids_chosen_by_hand(path: Path) -> None:
    ids = [cell["id"] for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_) for id_ in ids)
    assert not any(re.fullmatch(r"[0-9a-f]{8}", id_) for id_ in ids)  # what nbformat makes up
