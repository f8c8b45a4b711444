"""A server of OpenAI's protocol on loopback that does what a test's script says."""

import contextlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Asked = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Does:
    """What the server does with a call: its status, its headers, its words, its slowness."""

    text: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    finish: str = "stop"
    wait_s: float = 0.0
    raw: bytes | None = None  # instead of a completion
    usage: Mapping[str, int] | None = None


Script = Callable[[Asked], Does]


@dataclass(slots=True)
class ModelServer:
    """A running server: what it was asked, and the script that it follows."""

    url: str
    script: Script
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


@contextlib.contextmanager
def model_server(script: Script) -> Iterator[ModelServer]:
    """Serve on a free port until the block ends."""
    told = ModelServer("", script)
    stopped = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            told.asked.append(asked)
            told.keys.append(self.headers.get("authorization", ""))
            does = told.script(asked)
            stopped.wait(does.wait_s)
            with contextlib.suppress(OSError):
                self._answer(asked, does)

        def _answer(self, asked: dict[str, Any], does: Does) -> None:
            body = does.raw if does.raw is not None else _completion(asked, does)
            self.send_response(does.status)
            self.send_header("content-type", "application/json")
            for name, value in does.headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield told
    finally:
        stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _completion(asked: dict[str, Any], does: Does) -> bytes:
    if does.status != 200:
        return json.dumps({"error": {"message": does.text, "type": "scripted"}}).encode()
    message = {"role": "assistant", "content": does.text}
    choice = {"index": 0, "message": message, "finish_reason": does.finish}
    completion = {
        "id": "c1",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": asked["model"],
        "choices": [choice],
        **({"usage": dict(does.usage)} if does.usage else {}),
    }
    return json.dumps(completion).encode()


def points(*texts: str, sentences: Sequence[int] = (1,)) -> str:
    """Return an answer of these key points, each of which cites the same sentences."""
    return json.dumps({"points": [{"text": one, "sentences": list(sentences)} for one in texts]})


def given(asked: Asked) -> list[tuple[int, str]]:
    """Return the numbered sentences that a model was given."""
    material = asked["messages"][1]["content"]
    return [
        (int(number), text)
        for number, text in re.findall(r"^\[(\d+)\] \([^)\n]*\) (.+)$", material, re.MULTILINE)
    ]


def copies_out(asked: Asked) -> Does:
    """Be a good model: the first sentences as they stand."""
    told = [{"text": text, "sentences": [number]} for number, text in given(asked)[:4]]
    return Does(json.dumps({"points": told}), usage={"prompt_tokens": 90, "completion_tokens": 30})


def form_of(asked: Asked) -> str:
    """Return the form of answer that was asked for."""
    wanted = asked.get("response_format")
    return str(wanted["type"]) if wanted else "text"
