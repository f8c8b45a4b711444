"""Leaked passwords are found in files that are never read whole."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wireroom.adapters.leaked_passwords import check_leaked, is_leaked
from wireroom.engine.errors import BadInput


def _hash(password: str) -> str:
    secret = password.encode("utf-8", "surrogatepass")
    return hashlib.sha1(secret, usedforsecurity=False).hexdigest().upper()


def _write(path: Path, passwords: set[str], *, end: str = "\r\n") -> Path:
    lines = sorted(f"{_hash(one)}:{len(one) * 97}" for one in passwords)
    path.write_bytes(end.join(lines).encode() + (end.encode() if end == "\r\n" else b""))
    return path


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(1, 900), st.sampled_from(["\n", "\r\n"]), st.text(max_size=12))
def test_every_one_is_found_and_no_other(tmp_path: Path, many: int, end: str, odd: str) -> None:
    known = {f"harbour {n}" for n in range(many)} | {odd}
    path = _write(tmp_path / "all.txt", known, end=end)
    check_leaked(path)
    assert all(is_leaked(one, path) for one in known)
    assert not any(is_leaked(f"quay {n}", path) for n in range(20))


def test_a_folder_of_ranges_is_searched(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="has no file 00000"):
        check_leaked(tmp_path)
    (tmp_path / "00000.txt").write_text("", "utf-8")
    (tmp_path / f"{_hash('harbour')[:5]}.txt").write_text(f"{_hash('harbour')[5:]}:3\n", "utf-8")
    check_leaked(tmp_path)
    assert is_leaked("harbour", tmp_path)
    assert not is_leaked("quay", tmp_path)


def test_what_is_no_such_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "words.txt"
    other.write_text("harbour\nquay\n", "utf-8")
    with pytest.raises(BadInput, match="is no file of leaked passwords"):
        check_leaked(other)
    with pytest.raises(BadInput, match="cannot read"):
        check_leaked(tmp_path / "nowhere")
