"""What is written beside the database never stops what reads: counts, drawn files, lines."""

import io
import sys
from pathlib import Path

import pytest

from wireroom.adapters import count_files
from wireroom.adapters.count_files import CountFile
from wireroom.adapters.shelf import Shelf
from wireroom.adapters.terminal import tell

pytestmark = pytest.mark.once


def _refuse(path: Path, _more: int) -> None:
    raise OSError(28, "No space left on device", str(path))


def test_a_file_of_counts_has_its_place_before_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "counter_1.db"
    counts = CountFile(str(path))
    names = [f"count {number:>100}" for number in range(2000)]  # more than it begins with
    for name in names:
        counts.read_value(name)
        counts.write_value(name, 2.0, 0.0)
    told = path.stat()
    assert told.st_blocks * 512 >= told.st_size > 65_536
    counts.close()
    kept = CountFile(str(path))
    assert {kept.read_value(name) for name in names} == {(2.0, 0.0)}


def test_counts_go_on_in_memory_on_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(count_files, "_take_room", _refuse)
    counts = CountFile(str(tmp_path / "counter_1.db"))
    assert counts.read_value("pages") == (0.0, 0.0)
    counts.write_value("pages", 3.0, 0.0)
    assert counts.read_value("pages") == (3.0, 0.0)


def test_a_disk_that_fills_up_later_costs_new_counts_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = CountFile(str(tmp_path / "counter_1.db"))
    counts.read_value("early")
    counts.write_value("early", 1.0, 0.0)
    monkeypatch.setattr(count_files, "_take_room", _refuse)
    late = [f"late {number:>100}" for number in range(2000)]
    for name in late:
        counts.read_value(name)
        counts.write_value(name, 4.0, 0.0)
    assert {counts.read_value(name) for name in late} == {(4.0, 0.0)}
    counts.close()
    monkeypatch.undo()
    assert CountFile(str(tmp_path / "counter_1.db")).read_value("early") == (1.0, 0.0)


def test_what_cannot_be_kept_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(tmp_path / "cards", most_bytes=1_000_000)
    assert shelf.keep({"one.png": b"1"})
    monkeypatch.setattr(Path, "replace", lambda *_: _refuse(tmp_path, 0))
    assert not shelf.keep({"two.png": b"2"})
    assert [path.name for path in (tmp_path / "cards").iterdir()] == ["one.png"]


def test_lines_that_nobody_takes_stop_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stderr", Full())
    tell("pipeline: 3 feeds polled")
