"""Sentences with values: English as it was, whatever a value holds, and across processes."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.errors import BadInput, FetchFailed, NotAFeed, UnreadablePage
from wireroom.engine.faults import Fault

HOSTILE = st.text() | st.sampled_from(("%(name)s", "100%", "{name}", "{0.__class__}", "%s%n", ""))


@given(HOSTILE, HOSTILE)
def test_values_stay_the_text_that_they_are(name: str, other: str) -> None:
    told = BadInput("no outlet is called %(name)s, nor %(other)s", name=name, other=other)
    assert str(told) == f"no outlet is called {name}, nor {other}"


@given(HOSTILE)
def test_a_sentence_without_values_is_said_as_it_is(text: str) -> None:
    assert str(BadInput(text)) == str(Fault(text)) == text


def test_the_number_chooses_the_plural() -> None:
    told = [str(BadInput("one star", "%(num)s stars", num=num)) for num in (0, 1, 2)]
    assert told == ["0 stars", "one star", "2 stars"]


@given(HOSTILE)
def test_what_went_wrong_below_is_a_sentence_within(host: str) -> None:
    below = FetchFailed("%(host)s is at rest", host=host, held=True)
    above = BadInput("no rules: %(why)s", why=below)
    assert str(above) == f"no rules: {host} is at rest"
    assert above.fault.values["why"] == below.fault


@pytest.mark.parametrize(
    "error",
    [
        BadInput("no outlet %(outlet)s", outlet="Tide"),
        NotAFeed("%(num)s link", "%(num)s links", num=3),
        FetchFailed("%(host)s rests", host="%s", permanent=True, retry_after_s=3.0, held=True),
        UnreadablePage("empty", "%(name)s is empty", name="{page}"),
    ],
)
def test_errors_cross_from_a_worker_whole(error: BadInput) -> None:
    there = pickle.loads(pickle.dumps(error))
    assert (type(there), str(there), vars(there)) == (type(error), str(error), vars(error))
    assert not re.search(r"%\(", str(there))
