"""A model's sentence that turns or moves the words of the one it cites, and the lie next door."""

import pytest

from wireroom.engine.insight.verify.claim import CitedArticle, Span
from wireroom.engine.insight.written.gate import find_faults

CITED = "On Tuesday the town of Orme closed two bridges, Mayor Ada Quill said."
ACTIVE = "Ada Quill defeated Ivo Brandt in the election for mayor of Orme on Sunday."


def is_shown(text: str, cited: str) -> bool:
    article = CitedArticle("a", 1, cited, "en")
    return not find_faults(text, Span("a", 1, 0, len(cited)), article)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The town of Orme closed two bridges on Tuesday, Mayor Ada Quill said.", CITED),
        ("The town of Orme closed two bridges, Mayor Ada Quill said.", CITED),
        ("On Tuesday the town of Orme closed 2 bridges, Mayor Ada Quill said.", CITED),
        ("On Tuesday the town of Orme shut two bridges, Mayor Ada Quill said.", CITED),
        ("Ada Quill defeated Ivo Brandt in the election for mayor of Orme.", ACTIVE),
    ],
)
def test_words_turned_or_moved_are_shown(text: str, cited: str) -> None:
    assert is_shown(text, cited)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The town of Orme closed two bridges on Monday, Mayor Ada Quill said.", CITED),
        ("The town of Orme closed three bridges on Tuesday, Mayor Ada Quill said.", CITED),
        ("The town of Orme opened two bridges on Tuesday, Mayor Ada Quill said.", CITED),
        ("The town of Orme closed two bridges on Tuesday, Mayor Ada Quill denied.", CITED),
        ("Ivo Brandt defeated Ada Quill in the election for mayor of Orme on Sunday.", ACTIVE),
        ("Ada Quill was defeated by Ivo Brandt in the election for mayor of Orme.", ACTIVE),
        ("Ada Quill defeated Orme in the election for mayor of Ivo Brandt on Sunday.", ACTIVE),
    ],
)
def test_the_lie_beside_it_is_withheld(text: str, cited: str) -> None:
    assert not is_shown(text, cited)
