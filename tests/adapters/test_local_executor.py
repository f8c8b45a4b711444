"""The local pool of worker processes."""

import os
import time

import pytest

from wireroom.adapters.executors import LocalExecutor


@pytest.mark.slow
def test_a_bulk_worker_gives_way_and_is_ended_at_its_limit() -> None:
    executor = LocalExecutor(workers=1, limit_s=2.0, niceness=7)
    try:
        own = os.nice(0)
        assert executor.submit(os.nice, 0).result(60) == own + 7
        with pytest.raises(TimeoutError):
            executor.submit(time.sleep, 60).result(60)
        assert executor.submit(os.nice, 0).result(60) == own + 7
    finally:
        executor.shutdown(cancel_futures=True)
