"""The sample as a process: one ready line, a clean stop, one clear line when it cannot start."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from wireroom.sample.__main__ import main

SRC = Path(__file__).parents[2] / "src"


def start(*words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "wireroom.sample", *words],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_it_says_when_it_is_ready_and_stops_cleanly() -> None:
    server = start("--port", "0", "--epoch", "2031-03-05T09:30:00+00:00")
    assert server.stdout is not None
    ready = server.stdout.readline()
    assert ready.startswith("sample newsroom ready at http://127.0.0.1:")
    address = ready.split()[4]
    with urllib.request.urlopen(address) as answer:
        assert answer.status == 200
    server.send_signal(signal.SIGTERM)
    out, errors = server.communicate(timeout=60)
    assert (server.returncode, out, errors) == (0, "", "")


def test_a_port_in_use_is_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--port", str(port)]) == 1
    said = capsys.readouterr().err
    assert said == f"wireroom.sample: port {port} is in use; choose another one with --port\n"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["--epoch", "soon"], "no ISO 8601 time"),
        (["--epoch", "2031-03-05T09:30:00"], "no time zone"),
    ],
)
def test_a_wrong_epoch_is_wrong_usage(
    words: list[str], fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert fault in capsys.readouterr().err


def test_an_impossible_port_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", "99999"]) == 1
    assert "port" in capsys.readouterr().err
