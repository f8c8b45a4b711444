"""`up` in bad surroundings: one clear line that says what to do, and exit code 1."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parents[2]


def _wireroom(
    *words: str, var: Path, before: Sequence[str] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    return subprocess.run(
        [*before, sys.executable, "-m", "wireroom", *words],
        cwd=ROOT,
        env={**clean, "PYTHONPATH": str(ROOT / "src"), "WIREROOM_VAR": str(var), **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def _free() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in done.stderr
    return done.stderr.strip().splitlines()[-1]


def test_a_port_in_use_names_another(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        done = _wireroom("up", "--port", str(port), var=tmp_path)
    assert done.returncode == 1
    assert f"port {port} is in use" in _last_line(done)
    assert "--port" in _last_line(done)


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("postgresql://nobody@127.0.0.1:9/none", "does not answer"),
        ("mysql://localhost/news", "postgresql://"),
    ],
)
@pytest.mark.parametrize("command", ["up", "pipeline", "site", "queue"])
def test_a_database_that_does_not_answer_is_said(
    url: str, advice: str, command: str, tmp_path: Path
) -> None:
    done = _wireroom(command, var=tmp_path, DATABASE_URL=url)
    assert done.returncode == 1
    assert advice in _last_line(done)
    assert len(done.stderr.strip().splitlines()) <= 2


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("site", "--port", "99999"), "no number from 1 to 65535"),
        (("up", "--port", "0"), "no number from 1 to 65535"),
        (("queue", "--limit", "-3"), "no number from 0"),
        (("ai", "--withheld", "-1"), "no number from 0"),
    ],
)
def test_numbers_out_of_bounds_are_wrong_usage(
    words: Sequence[str], advice: str, tmp_path: Path
) -> None:
    done = _wireroom(*words, var=tmp_path)
    assert done.returncode == 2
    assert advice in _last_line(done)


@pytest.mark.parametrize("name", ["WIREROOM_LOG", "WIREROOM_WORKERS", "WIREROOM_HOST_BUDGET"])
def test_a_setting_that_cannot_be_read_is_said(name: str, tmp_path: Path) -> None:
    done = _wireroom("queue", var=tmp_path, **{name: "many"})
    assert done.returncode == 1
    assert f"{name} is" in _last_line(done)


def test_a_site_says_where_it_cannot_listen(tmp_path: Path) -> None:
    done = _wireroom("site", "--host", "203.0.113.9", "--port", "8000", var=tmp_path)
    assert done.returncode == 1
    assert "cannot listen on 203.0.113.9" in _last_line(done)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    folder.mkdir()
    folder.chmod(0o555)
    # root may write anywhere: it is run without that right, as anybody else would be
    drop = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    if drop and not shutil.which("setpriv"):
        pytest.skip("setpriv is not installed and the test runs as root")
    done = _wireroom("up", var=folder, before=drop)
    assert done.returncode == 1
    assert "WIREROOM_VAR" in _last_line(done)
    assert str(folder) in _last_line(done)


@pytest.mark.parametrize("command", ["up", "pipeline"])
def test_an_embedder_that_is_not_there_is_said(command: str, tmp_path: Path) -> None:
    done = _wireroom(command, var=tmp_path, WIREROOM_EMBEDDER=str(tmp_path / "model"))
    assert done.returncode == 1
    assert f"{tmp_path / 'model'} has no model.onnx" in _last_line(done)


def test_an_unknown_list_names_those_that_are_there(tmp_path: Path) -> None:
    done = _wireroom("up", "--outlets", "no-such-list", "--port", str(_free()), var=tmp_path)
    assert done.returncode == 1
    assert "arabic" in _last_line(done)
    assert "world" in _last_line(done)


def test_an_unknown_command_is_wrong_usage(tmp_path: Path) -> None:
    done = _wireroom("raed", var=tmp_path)
    assert done.returncode == 2
    assert "--help" in done.stderr
