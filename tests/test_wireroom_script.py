"""The shell script at the root: what a person sees when Python or its venv is missing."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def _run(tmp_path: Path, python: str, *words: str) -> subprocess.CompletedProcess[str]:
    here = tmp_path / "checkout"
    (here / "requirements").mkdir(parents=True)
    shutil.copy(ROOT / "wireroom", here)
    shutil.copy(ROOT / "requirements/run.txt", here / "requirements")
    environment = {k: v for k, v in os.environ.items() if k != "WIREROOM_VENV"}
    return subprocess.run(
        [str(here / "wireroom"), *words],
        env={**environment, "PYTHON": python},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def _stub(tmp_path: Path, body: str) -> str:
    path = tmp_path / "python-stub"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_without_venv_it_prints_the_one_line_to_run(tmp_path: Path) -> None:
    stub = _stub(tmp_path, 'case "$2" in *ensurepip*) exit 1 ;; esac; exit 0')
    done = _run(tmp_path, stub, "up")
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert "sudo apt install python3-venv" in line


def test_without_python_it_prints_the_one_line_to_run(tmp_path: Path) -> None:
    done = _run(tmp_path, str(tmp_path / "no-such-python"), "up")
    assert done.returncode == 1
    assert "sudo apt install python3 python3-venv" in done.stderr


def test_an_old_python_is_said(tmp_path: Path) -> None:
    stub = _stub(
        tmp_path, 'case "$2" in *version_info*) exit 1 ;; esac; [ "$1" = -V ] && echo Python 3.9.2'
    )
    done = _run(tmp_path, stub, "up")
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr
    assert "3.9.2" in done.stderr


def test_what_is_installed_is_not_installed_again(tmp_path: Path) -> None:
    here = tmp_path / "checkout"
    venv = here / ".venv"
    (venv / "bin").mkdir(parents=True)
    stub = _stub(tmp_path, 'echo "ran $*"')
    shutil.copy(stub, venv / "bin/python")
    shutil.copy(ROOT / "requirements/run.txt", venv / ".wireroom-run")
    (here / "requirements").mkdir()
    shutil.copy(ROOT / "wireroom", here)
    shutil.copy(ROOT / "requirements/run.txt", here / "requirements")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("WIREROOM_")}
    done = subprocess.run(
        [str(here / "wireroom"), "read", "a b"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "ran -m wireroom read a b\n"
    assert done.stderr == ""
