"""A real server program with a model that the test makes: llama-cpp-python's, where it is there.

WIREROOM_LLAMA_PYTHON names a Python that has `llama-cpp-python[server]`; it takes a compiler and
a quarter of an hour to build, so that no set of requirements holds it.
"""

import contextlib
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.adapters.tiny_gguf import write_tiny_model

from wireroom.adapters.ai.endpoint import Endpoint
from wireroom.adapters.ai.writer import OpenAIWriter
from wireroom.engine.insight.verify.claim import Span
from wireroom.engine.insight.written.material import Numbered
from wireroom.engine.insight.written.request import request_points
from wireroom.engine.writing import Failure, Unwritten

PYTHON = os.environ.get("WIREROOM_LLAMA_PYTHON", "")
START_S = 60.0

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PYTHON, reason="WIREROOM_LLAMA_PYTHON names no Python"),
]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("llama")
    write_tiny_model(folder / "tiny.gguf")
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = int(probe.getsockname()[1])
    words = ["--model", "tiny.gguf", "--host", "127.0.0.1", "--port", str(port)]
    words += ["--n_ctx", "8192", "--n_threads", "1", "--chat_format", "chatml"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [PYTHON, "-m", "llama_cpp.server", *words], cwd=folder, stdout=log, stderr=log
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/v1", folder / "log")
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(url: str, log: Path) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{url}/models", timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(log.read_text("utf-8", "replace")[-2000:])


def test_a_real_server_is_asked_in_the_way_it_takes_and_its_answer_is_checked(url: str) -> None:
    writer = OpenAIWriter(Endpoint(url=url, model="tiny", timeout_s=60))
    span = Span("1", 1, 0, 10)
    reply = writer.write(request_points([Numbered(1, "Tidewire", "A ferry burned.", span)]))
    assert isinstance(reply, Unwritten)
    # It says "{}", which is JSON and no answer: told so, it says the same.
    assert (reply.failure, reply.why) == (Failure.NONSENSE, "the answer has no points")
    assert reply.way.startswith("json_object")
    assert reply.spent.calls == 3
    assert reply.spent.tokens_out >= 2
