"""The desk tells its log and its work in the reader's words, whatever services and steps left."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from wireroom.news.queries.queue import MODELS
from wireroom.web.desk_words import say_deed
from wireroom.web.log_words import name_fact, name_subject, say_fact
from wireroom.web.work_words import say_step

pytestmark = pytest.mark.once
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5
)


def test_the_log_is_arabic_in_arabic() -> None:
    with override("ar"):
        told = [
            say_deed("story.undo-merge"), name_fact("story", "articles"), name_fact("topic", "en"),
            say_fact("role", "reader"), say_fact("state", "paused"), say_fact("ai_allowed", True),
            name_subject("letter", "brief brief"), name_subject("error", "article 7, 3-9"),
            name_subject("error", "article 7, translated text 2"),
            name_fact("outlet", "filters"), say_fact("filters", ["only: title: رياضة"]),
            name_fact("outlet", "rewrites"), say_fact("rewrites", ["host: م → ن: س"]),
        ]  # fmt: skip
    assert not [words for words in told if any("a" <= letter <= "z" for letter in words)]


def test_every_step_has_words_of_its_own() -> None:
    steps = {str(model._meta.get_field("step").get_default()) for model in MODELS}
    told = {step: say_step(step) for step in steps | {"extract", "assign", "tie", "abroad"}}
    assert all(words != step for step, words in told.items() if step)
    assert say_step("brief") == "brief of a story"


@given(
    name=st.sampled_from(["role", "state", "lang", "country", "articles", "filters", "x"]),
    value=_VALUES,
)
def test_any_value_can_be_told(name: str, value: object) -> None:
    assert isinstance(say_fact(name, value), str)
    assert isinstance(name_subject("error", str(value)), str)
