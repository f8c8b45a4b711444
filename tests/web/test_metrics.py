"""Figures for the host's monitoring, their names, who may see them; JSON in the log."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families
from tests.web.newsroom import ago, make_article, make_outlet

from wireroom.conf.logs import JsonLines
from wireroom.conf.secret import metrics_token
from wireroom.engine.errors import BadInput
from wireroom.news.models import Feed

pytestmark = pytest.mark.django_db
HERE = {"host": "localhost"}


@pytest.fixture(autouse=True)
def _anew() -> None:
    caches["process"].clear()


def figures(text: str) -> dict[str, float]:
    """Return each sample by its name and labels, as name{label=value}."""
    return {
        f"{sample.name}{{{','.join(f'{key}={value}' for key, value in sample.labels.items())}}}":
            sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }  # fmt: skip


def test_names_that_dashboards_hang_on(client: Client) -> None:
    outlet = make_outlet("Gazette")
    make_article(outlet, "One", step="match", due_at=ago(2))
    make_article(outlet, "Two", step="match", due_at=ago(-1))
    make_article(outlet, "Three", step="assign", dead_at=ago(1))
    Feed.objects.create(outlet=outlet, url="https://a.example/", error_count=3)
    client.get("/en/")
    told = figures(client.get("/metrics", headers=HERE).content.decode())
    assert told["wireroom_queue_rows{stage=match,when=due}"] == 1
    assert told["wireroom_queue_rows{stage=match,when=later}"] == 1
    assert 7190 < told["wireroom_queue_lag_seconds{stage=match}"] < 7300
    assert told["wireroom_dead_letters{stage=assign}"] == 1
    assert told["wireroom_feeds{state=failing}"] == 1
    assert told["wireroom_database_bytes{}"] > 100_000
    assert told["wireroom_request_seconds_count{page=front,status=2xx}"] >= 1


@pytest.mark.parametrize(
    "request_of",
    [
        {"REMOTE_ADDR": "203.0.113.9"},
        {"REMOTE_ADDR": "10.0.0.1"},
        {"REMOTE_ADDR": ""},
        {"HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_VIA": "1.1 proxy"},
        {"HTTP_HOST": "testserver"},
    ],
)
def test_nobody_else_sees_them(client: Client, request_of: dict[str, str]) -> None:
    answer = client.get("/metrics", **{"HTTP_HOST": "localhost", **request_of})  # type: ignore[arg-type]
    assert answer.status_code == 404
    assert b"wireroom_" not in answer.content


def test_a_public_site_shows_them_for_its_token_alone(client: Client, settings: Any) -> None:
    settings.WIREROOM_URL = "https://news.example/"
    assert client.get("/metrics", headers=HERE).status_code == 404
    settings.WIREROOM_METRICS_TOKEN = "t" * 20
    for told, status in (("Bearer " + "t" * 20, 200), ("Bearer t", 404), ("", 404)):
        answer = client.get("/metrics", headers={"authorization": told}, REMOTE_ADDR="203.0.113.9")
        assert answer.status_code == status
    assert client.get("/metrics", headers=HERE).status_code == 404


def test_a_token_is_long_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIREROOM_METRICS_TOKEN", "short")
    with pytest.raises(BadInput, match="fewer than 16 letters"):
        metrics_token()


_COUNTING = """
import sys
from pathlib import Path
from wireroom.adapters.counts import keep_counts
keep_counts(Path(sys.argv[1]))
from wireroom.adapters.metrics import RESULTS, written_metrics
RESULTS.labels(stage="match", outcome="filed").inc(3)
print(written_metrics(Path(sys.argv[1]), ()).decode())
sys.stdin.read(int(sys.argv[2]))
"""


def _count(var: Path, *, stays: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _COUNTING, str(var), str(stays)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip


def test_processes_are_counted_together_while_they_run(tmp_path: Path) -> None:
    name = "wireroom_stage_results_total{outcome=filed,stage=match}"
    first = _count(tmp_path, stays=1)
    assert first.stdout is not None
    while "filed" not in (line := first.stdout.readline()) and line:
        pass
    told = figures(_count(tmp_path, stays=0).communicate()[0])
    first.communicate("x")
    assert told[name] == 6
    assert figures(_count(tmp_path, stays=0).communicate()[0])[name] == 3


def test_a_line_of_json_has_stable_keys() -> None:
    try:
        raise ValueError("a \n break\u2028")
    except ValueError:
        record = logging.LogRecord(
            "wireroom.pipeline", 40, "", 0, "no %s\n", ("way",), sys.exc_info()
        )
    record.stage, record.row = "fetch", "page 7"
    line = JsonLines().format(record)
    assert "\n" not in line
    told = json.loads(line)
    assert sorted(told) == sorted(
        ["time", "level", "logger", "message", "process", "stage", "row", "error", "trace"]
    )
    assert (told["error"], told["row"], told["message"]) == ("ValueError", "page 7", "no way\n")
    assert told["time"].endswith("+00:00")
