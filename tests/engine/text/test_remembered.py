"""What was read of words is the same whether it was remembered, forgotten or never known."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.text.remembered import remembered


@given(st.lists(st.text(max_size=3)), st.integers(1, 4))
@settings(max_examples=50)
def test_what_is_remembered_is_what_was_read(asked: list[str], most: int) -> None:
    shout = remembered(most=most)(str.upper)
    assert [shout(word) for word in asked] == [word.upper() for word in asked]


def test_a_word_is_read_once_until_too_many_are_known() -> None:
    read: list[str] = []

    @remembered(most=2)
    def shout(word: str) -> str:
        read.append(word)
        return word.upper()

    assert list(map(shout, ("quay", "quay", "pier", "quay"))) == ["QUAY", "QUAY", "PIER", "QUAY"]
    assert read == ["quay", "pier"]
    shout("dock")  # the third: the two before are forgotten
    shout("quay")
    assert read == ["quay", "pier", "dock", "quay"]
