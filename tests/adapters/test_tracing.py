"""Spans as a collector gets them: a real one's interface on loopback, filled by a process."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

trace_service = pytest.importorskip("opentelemetry.proto.collector.trace.v1.trace_service_pb2")

_WORK = """
from contextlib import suppress
from wireroom.adapters.tracing import begin, traced
with suppress(RuntimeError), traced("wireroom.ask") as span:
    span.tell("server.address", "herald.example")
    raise RuntimeError("a secret of somebody's")
span = begin("wireroom.extract")
span.tell("wireroom.row", "page 12")
span.end()
"""


class Collector(HTTPServer):
    """Keeps the bodies that it is sent."""

    bodies: list[bytes]


class _Take(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        assert isinstance(self.server, Collector)
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        pass


@pytest.fixture
def collector() -> Iterator[Collector]:
    server = Collector(("127.0.0.1", 0), _Take)
    server.bodies = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def run(work: str, **more: str) -> subprocess.CompletedProcess[str]:
    known = {key: told for key, told in os.environ.items() if not key.startswith("OTEL_")}
    return subprocess.run(
        [sys.executable, "-c", work], env={**known, **more}, capture_output=True, text=True,
        check=True, timeout=300,
    )  # fmt: skip


def test_a_collector_gets_what_was_done_and_how_it_ended(collector: Collector) -> None:
    run(_WORK, OTEL_EXPORTER_OTLP_ENDPOINT=f"http://127.0.0.1:{collector.server_port}")
    spans = {}
    for body in collector.bodies:
        assert b"secret" not in body
        for resource in trace_service.ExportTraceServiceRequest.FromString(body).resource_spans:
            names = {one.key: one.value.string_value for one in resource.resource.attributes}
            assert names["service.name"] == "wireroom"
            for scope in resource.scope_spans:
                spans.update({span.name: span for span in scope.spans})
    told = {
        name: {one.key: one.value.string_value for one in span.attributes}
        for name, span in spans.items()
    }
    assert told == {
        "wireroom.ask": {"server.address": "herald.example", "error.type": "RuntimeError"},
        "wireroom.extract": {"wireroom.row": "page 12"},
    }
    assert spans["wireroom.ask"].status.code == 2
    assert all(one.end_time_unix_nano >= one.start_time_unix_nano for one in spans.values())


def test_without_a_collector_nothing_is_loaded() -> None:
    done = run(_WORK + "import sys; print([n for n in sys.modules if n.startswith('opentel')])")
    assert done.stdout.strip() == "[]"


def test_a_collector_that_is_gone_ends_no_work() -> None:
    done = run(_WORK + "print('done')", OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:9",
               OTEL_EXPORTER_OTLP_TIMEOUT="1")  # fmt: skip
    assert done.stdout.strip() == "done"
