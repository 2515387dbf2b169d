import os
import stat
from pathlib import Path

import pytest

from comity.errors import WriteFailed
from comity.files import write_atomically, write_folder


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_atomically(tmp_path / "deep" / "a.txt", b"new")
    assert (tmp_path / "deep" / "a.txt").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["a.txt"]


def test_a_failed_write_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteFailed, match=r"No space left on device; what was there before"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_device_or_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(tmp_path / "pipe", b"new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_link_stays_a_link_to_the_new_content(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "kept" / "a.txt")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "kept" / "a.txt").read_bytes() == b"new"


def test_a_folder_is_written_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", {"mark": b"1", "a": b"x"}, mark="mark")
    write_folder(tmp_path / "out", {"mark": b"2"}, mark="mark")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mark"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_cannot_be_written_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "out", {"mark": b"1"}, mark="mark")
    calls = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteFailed, match="No space left on device"):
        write_folder(tmp_path / "out", {"mark": b"2", "a": b"x"}, mark="mark")
    assert (tmp_path / "out" / "mark").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_cannot_be_put_in_place_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "out", {"mark": b"1"}, mark="mark")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(18, "Invalid cross-device link")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(WriteFailed, match="Invalid cross-device link"):
        write_folder(tmp_path / "out", {"mark": b"2"}, mark="mark")
    assert (tmp_path / "out" / "mark").read_bytes() == b"1"


def test_a_folder_of_somebody_else_and_a_file_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(b"mine")
    with pytest.raises(WriteFailed, match="other files and no mark"):
        write_folder(tmp_path, {"mark": b"1"}, mark="mark")
    with pytest.raises(WriteFailed, match="a file of that name"):
        write_folder(tmp_path / "letter", {"mark": b"1"}, mark="mark")
    assert (tmp_path / "letter").read_bytes() == b"mine"
