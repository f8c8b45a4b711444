"""A device that is added while the last look is taken gets alerts all the same."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from time import sleep
from typing import Any

import pytest
from django.db import connection
from django.db.utils import OperationalError
from tests.adapters.push_service import Browser
from tests.web.newsroom import ago

from wireroom.people.services.accounts import add_person
from wireroom.reading.models import AlertWishes
from wireroom.reading.services.alerted import claim_alerts
from wireroom.reading.services.alerts import add_device


@pytest.mark.django_db(transaction=True)
def test_a_device_that_is_added_meanwhile_gets_alerts() -> None:
    person = add_person("ilsa@tidewire.example")
    row = AlertWishes.objects.create(person=person, alerts_due_at=ago(1), alerted_at=ago(1))
    started: list[Future[None]] = []

    def add() -> None:
        address, keys = "https://push.example/1", Browser().keys
        for _again in range(100):  # SQLite in memory says that it is locked, and does not wait
            with suppress(OperationalError):
                add_device(person, endpoint=address, now=ago(0), **keys)
                break
            sleep(0.05)
        connection.close()

    def add_after_looking(
        execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        answer = execute(sql, params, many, context)
        if "reading_device" in sql and not started:
            started.append(pool.submit(add))
            wait(started, timeout=0.5)  # it may have to wait for the look
        return answer

    with ThreadPoolExecutor(1) as pool, connection.execute_wrapper(add_after_looking):
        assert not claim_alerts(row, now=ago(0))
    started[0].result()
    row.refresh_from_db()
    assert row.alerts_due_at is not None
