"""The README is a contract: its examples run and give what it shows."""

import re
import shlex
from pathlib import Path

import pytest

from comity import exports, resources
from comity.cli.main import _COMMANDS, main
from comity.knowledge import KnowledgeGraph
from comity.queries.formats import FORMATS

README = (resources.PACKAGE.parent.parent / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(\$ comity (?!serve).*?)```", README, re.DOTALL)
EXAMPLES = [
    (example.partition("\n")[0].partition("  #")[0].strip(), example.partition("\n")[2].strip())
    for block in BLOCKS
    for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
]


def test_the_examples_are_found() -> None:
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_an_example_gives_what_is_shown(
    command: str,
    output: str,
    capfd: pytest.CaptureFixture[str],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("readme"))
    main(shlex.split(command)[1:])
    shown = capfd.readouterr()
    assert output.splitlines() == shown.out.splitlines() or not output
    assert shown.out or re.search(r"open it in a browser|in [\d.]+ s$", shown.err.strip())


def test_every_command_and_format_is_named() -> None:
    for name in _COMMANDS:
        assert f"`comity {name}" in README
    for form in (*FORMATS, *exports.FORMATS):
        assert f"`{form}`" in README


def test_the_python_example_runs(
    kg: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # it saves a page
    code = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0]
    assert kg.snapshot.folder.is_dir()
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102  (our own example)


def test_the_citation_is_that_of_this_version(kg: KnowledgeGraph) -> None:
    root = resources.PACKAGE.parent.parent
    citation = (root / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {resources.VERSION}\n" in citation
    assert kg.manifest.citation.startswith(re.findall(r"- name: (.*)", citation)[0])
    claim = re.findall(r"A claim is cited by its id, `([^`]+)`", README)[0]
    assert kg.explain(claim).claim == claim


def test_the_links_lead_somewhere() -> None:
    root = resources.PACKAGE.parent.parent
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (root / target).exists(), target
