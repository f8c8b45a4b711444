"""What is chosen by hand says the same as what is typed."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.search.choice import Choice, narrow
from wireroom.engine.search.query import Field, Trouble, last_days, parse_query

_NAMES = st.text("abcxyz-123 ليب", max_size=12).map(lambda text: " ".join(text.split()))
_DAYS = st.none() | st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
_CHOICES = st.builds(
    Choice,
    lang=st.sampled_from(["", "ar", "de"]),
    country=st.sampled_from(["", "EG"]),
    outlet=_NAMES,
    topic=_NAMES,
    credit=st.sampled_from(["", "own", "wire"]),
    holds=st.sampled_from(["", "quotes", "picture"]),
    days=st.none() | st.sampled_from([1, 7, 365]),
    first=_DAYS,
    last=_DAYS,
)


@settings(max_examples=60)
@given(_CHOICES)
def test_the_words_of_a_choice_choose_the_same(choice: Choice) -> None:
    chosen = narrow(parse_query("ferry"), choice)
    typed = parse_query(f"ferry {choice.words()}".strip())
    assert chosen == typed
    assert not typed.troubles
    values = {(one.field, one.value) for one in typed.filters}
    assert ((Field.OUTLET, choice.outlet) in values) is bool(choice.outlet)
    assert ((Field.TOPIC, choice.topic) in values) is bool(choice.topic)
    assert typed.after == choice.first


def test_days_that_were_typed_count_before_chosen_ones() -> None:
    query = narrow(parse_query("ferry days:3"), Choice(days=30))
    assert last_days(query, today=date(2031, 3, 9)).after == date(2031, 3, 7)
    named = narrow(parse_query("ferry after:2030"), Choice(days=30))
    assert last_days(named, today=date(2031, 3, 9)).after == date(2030, 1, 1)


def test_days_are_a_number_of_some_length() -> None:
    for typed in ("days:0", "days:week", "days:99999999999999999999", "days:٣", "days:-1"):
        query = parse_query(typed)
        assert (query.days, query.troubles[0][0]) == (None, Trouble.VALUE)
