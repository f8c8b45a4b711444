"""Guessing a charset takes time that grows with the text alone."""

import time

import pytest

from wireroom.engine.text.charset import decode_web

pytestmark = pytest.mark.once


@pytest.mark.parametrize("run", [b"x", b"xX", b"x\xe9", b"\xe9", b"\xc7\xe1", b"ab\x92"])
def test_long_runs_are_guessed_at_once(run: bytes) -> None:
    raw = b"\xff " + run * 100_000
    began = time.process_time()
    decode_web(raw)
    assert time.process_time() - began < 2


def test_words_of_western_europe_are_still_told() -> None:
    told = "Die Fähre über den Fluß fährt nicht; “Café au lait” gibt’s später."
    assert decode_web(told.encode("cp1252")) == told
