"""A run of the gallery goes on where it stopped."""

from contextlib import closing
from pathlib import Path

from benchmarks.gallery_noted import Noted


def test_what_found_nothing_is_not_looked_at_again(tmp_path: Path) -> None:
    for look in ("sample front en 390-dark", "sample front ar 390-dark"):
        with closing(Noted(tmp_path / "noted")) as noted:
            assert not noted.has(look)
            noted.add(look)
    with closing(Noted(tmp_path / "noted")) as noted:
        assert noted.has("sample front en 390-dark")
        assert noted.has("sample front ar 390-dark")
        assert not noted.has("sample front en 390-light")


def test_without_a_file_everything_is_looked_at() -> None:
    with closing(Noted(None)) as noted:
        noted.add("sample front en 390-dark")
        assert not noted.has("sample front en 390-dark")
