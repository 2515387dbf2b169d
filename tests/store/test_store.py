import json
import os
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from comity.errors import SnapshotDamaged, SnapshotMissing
from comity.knowledge import KnowledgeGraph, load
from comity.store import cache, open_snapshot, open_store

A = NamedNode("https://example.org/a")


def fill(store: Store) -> None:
    store.add(Quad(A, A, A))


def test_a_store_is_filled_once_and_opened_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path))
    assert len(open_store("key", "all", fill)) == 1
    again = open_store("key", "all", lambda _store: pytest.fail("filled twice"))
    assert len(again) == 1
    with pytest.raises(RuntimeError, match="read-write"):
        again.add(Quad(A, A, A))


def test_a_damaged_cache_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path))
    folder = tmp_path / "key" / "all"
    folder.mkdir(parents=True)
    (folder / "CURRENT").write_text("nonsense")
    assert len(open_store("key", "all", fill)) == 1


def test_without_a_writable_folder_the_store_is_in_memory_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path / "file"))
    assert len(open_store("key", "all", fill)) == 1
    assert "set COMITY_CACHE" in caplog.text


def test_a_store_whose_filling_was_cut_off_is_removed_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path))
    old, new = tmp_path / "key" / ".filling-old", tmp_path / "key" / ".filling-new"
    for folder in (old, new):
        folder.mkdir(parents=True)
    os.utime(old, (0, 0))
    open_store("key", "all", fill)
    assert not old.exists()
    assert new.exists()


def test_only_the_latest_stores_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path))
    monkeypatch.setattr(cache, "_KEPT_KEYS", 2)
    for number in range(5):
        open_store(f"key-{number}", "all", fill)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["key-3", "key-4"]


def test_stores_that_are_asked_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path))
    monkeypatch.setattr(cache, "_KEPT_KEYS", 2)
    for number in range(3):
        open_store("in-use", "all", fill)
        open_store(f"key-{number}", "all", fill)
        for path in tmp_path.iterdir():  # as if some time had gone by
            seen = path.stat().st_mtime - 60
            os.utime(path, (seen, seen))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in-use", "key-2"]


def test_a_missing_snapshot_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SnapshotMissing, match="run `comity build` first"):
        load(tmp_path)


def test_a_changed_snapshot_is_found_out(toy: KnowledgeGraph, tmp_path: Path) -> None:
    for path in toy.snapshot.folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    manifest["sha256"] = "0" * 64
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(SnapshotDamaged, match="does not match the manifest"):
        open_snapshot(tmp_path).read()


def test_a_cut_snapshot_is_found_out(toy: KnowledgeGraph, tmp_path: Path) -> None:
    for path in toy.snapshot.folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    quads = tmp_path / toy.snapshot.manifest.quads
    quads.write_bytes(quads.read_bytes()[:-20])
    with pytest.raises(SnapshotDamaged):
        open_snapshot(tmp_path).read()


@pytest.mark.parametrize("text", ["{", "[]", '{"form": 1}'])
def test_a_manifest_that_makes_no_sense_is_found_out(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(SnapshotDamaged):
        open_snapshot(tmp_path)
