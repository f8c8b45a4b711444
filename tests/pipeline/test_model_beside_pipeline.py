"""A whole pipeline with a model behind it: its words come in, and nothing waits for them."""

import time
from pathlib import Path
from typing import Final

import pytest
from tests.adapters.model_server import Asked, Does, copies_out, model_server
from tests.pipeline.newsdesk import newsdesk
from tests.pipeline.press import EPOCH, Press

pytestmark = [pytest.mark.slow, pytest.mark.once]

LIMIT_S: Final = 400.0


def test_words_of_a_model_come_in_beside_briefs(press: Press, tmp_path: Path) -> None:
    calls = 0

    def hangs_first(asked: Asked) -> Does:
        nonlocal calls
        calls += 1
        return Does(wait_s=LIMIT_S) if calls == 1 else copies_out(asked)

    with model_server(hangs_first) as server:
        model = {"WIREROOM_AI": "on", "WIREROOM_AI_URL": server.url, "WIREROOM_AI_MODEL": "tiny"}
        with newsdesk(tmp_path / "desk", allow=press.address, **model) as desk:
            desk.file_sample(EPOCH.isoformat(), press.port)
            desk.start()
            deadline, made, written = time.monotonic() + LIMIT_S, 0, 0
            while time.monotonic() < deadline and (written < 3 or made < 20):
                time.sleep(1)
                made, written = desk.count_words()
    assert written >= 3
    assert made >= 20
