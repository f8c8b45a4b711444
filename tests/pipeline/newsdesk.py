"""A pipeline in processes of its own on a database of its own, to be watched and killed."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from django.conf import settings
from tests.new_tables import postgresql_tables, sqlite_tables

ROOT = Path(__file__).resolve().parents[2]
POLL_S = 0.2
FILE_SAMPLE = """
import django, sys
django.setup()
from datetime import datetime
from wireroom.cli.sample_outlets import SampleSetting
from wireroom.news.services.lists import file_outlets
from wireroom.pipeline.coordinator import utc_now
setting = SampleSetting(datetime.fromisoformat(sys.argv[1]), int(sys.argv[2]))
file_outlets(setting.outlets(), now=utc_now())
"""

POLL_AGAIN = """
import django
django.setup()
from wireroom.news.models import Feed
from wireroom.pipeline.coordinator import utc_now
Feed.objects.filter(retired_at=None).update(due_at=utc_now(), ok_at=None)
"""


@dataclass(slots=True)
class Newsdesk:
    """Starts, kills and reads a pipeline over `environment`'s database."""

    environment: dict[str, str]
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _teller: subprocess.Popen[str] | None = None

    def file_sample(self, epoch: str, port: str) -> None:
        """File the sample newsroom's outlets."""
        self.run_python(FILE_SAMPLE, epoch, port)

    def start(self) -> subprocess.Popen[bytes]:
        """Start one more pipeline."""
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests/pipeline/hurried.py")],
            cwd=ROOT,
            env=self.environment,
        )
        self.processes.append(process)
        return process

    def alive(self) -> list[psutil.Process]:
        """Return every living process of the pipelines, coordinators first."""
        found = []
        for process in self.processes:
            if process.poll() is None:
                with contextlib.suppress(psutil.NoSuchProcess):
                    parent = psutil.Process(process.pid)
                    found += [parent, *parent.children(recursive=True)]
        return found

    def is_quiet(self, *, feeds: bool = True) -> bool:
        """Say whether nothing is left to do; `feeds`: and every feed was polled well."""
        return bool(self._ask("quiet" if feeds else "settled"))

    def run_python(self, code: str, *words: str) -> str:
        """Run some code in the newsdesk's environment; return what it prints."""
        return str(self._ask("run", code, *words))

    def wait_until_quiet(self, *, limit_s: float, feeds: bool = True) -> None:
        """Wait for the end of the work; restart a pipeline that is not running."""
        deadline = time.monotonic() + limit_s
        while time.monotonic() < deadline:
            if not any(process.poll() is None for process in self.processes):
                self.start()
            if self.is_quiet(feeds=feeds):
                return
            time.sleep(POLL_S)
        raise AssertionError(f"work is left after {limit_s:.0f} s: {self.queue()}")

    def end_state(self) -> dict[str, Any]:
        """Return what the ingest left, without ids and times."""
        state: dict[str, Any] = self._ask("state")
        return state

    def count_words(self) -> tuple[int, int]:
        """Return how many briefs were made, and for how many a model wrote something."""
        made, written = self._ask("words")
        return made, written

    def wait_until_reading(self, *, limit_s: float) -> None:
        """Wait until a first page was read; the others are being read then."""
        deadline = time.monotonic() + limit_s
        while not self._ask("read"):
            assert time.monotonic() < deadline, f"nothing was read: {self.queue()}"
            time.sleep(POLL_S)

    def poll_again(self) -> None:
        """Make every feed due now."""
        self.run_python(POLL_AGAIN)

    def stop(self) -> None:
        """End every pipeline as Ctrl-C would."""
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.processes.clear()

    def close(self) -> None:
        """End every pipeline and whoever tells of the database."""
        self.stop()
        if self._teller is not None:
            self._teller.communicate()
            self._teller = None

    def _ask(self, *what: str) -> Any:
        """Ask a process that stays: setting Django up for each look took a core's half."""
        if self._teller is None:
            self._teller = subprocess.Popen(
                [sys.executable, str(ROOT / "tests/pipeline/end_state.py")],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self._teller.stdin is not None
        assert self._teller.stdout is not None
        print(json.dumps(what), file=self._teller.stdin, flush=True)
        told = self._teller.stdout.readline()
        assert told, "the database could not be read; the reason stands above"
        return json.loads(told)

    def queue(self) -> str:
        """Return what `wireroom queue` prints."""
        return self._python("-m", "wireroom", "queue")

    def _python(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout


@contextlib.contextmanager
def newsdesk(var: Path, *, allow: str, **settings_changed: str) -> Iterator[Newsdesk]:
    """Give a newsdesk on a fresh database of the kind that the tests run on."""
    var.mkdir(parents=True, exist_ok=True)
    with _database(var) as url:
        environment = {
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "wireroom.conf.settings",
            "WIREROOM_VAR": str(var),
            "WIREROOM_ALLOW": allow,
            "PYTHONPATH": str(ROOT / "src"),
            **settings_changed,
        }
        desk = Newsdesk(environment)
        try:
            yield desk
        finally:
            desk.close()


@contextlib.contextmanager
def _database(var: Path) -> Iterator[str]:
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        sqlite_tables(var / "desk.sqlite3")
        yield f"sqlite:///{var / 'desk.sqlite3'}"
        return
    name = f"desk_{uuid.uuid4().hex[:12]}"
    with postgresql_tables(os.environ["DATABASE_URL"], name) as url:
        yield url
