"""What a claim may not turn round, and what it may say in other words."""

import pytest

from wireroom.engine.insight.verify.check import verify
from wireroom.engine.insight.verify.claim import CitedArticle, Claim, Span

TEXT = (
    "Mayor Ilse Ronan sold the old mill to the brewer Hask on Monday, after the council had "
    "approved the deal. Most workers may keep their jobs, Ronan said. Hask's shares fell 4 percent."
)


def passes(claim: str, text: str = TEXT, lang: str = "en") -> bool:
    article = CitedArticle("a", 1, text, lang)
    return verify(Claim(claim, [Span("a", 1, 0, len(text))]), [article]).passed


@pytest.mark.parametrize(
    "claim",
    [
        "Ilse Ronan, the mayor, sold the mill to Hask.",
        "The mill was sold to Hask by Ilse Ronan on Monday.",
        "The council had approved the sale.",
        "Shares in Hask dropped 4 percent.",
        "Most workers could keep their jobs.",
    ],
)
def test_other_words_for_the_same_pass(claim: str) -> None:
    assert passes(claim)


@pytest.mark.parametrize(
    "claim",
    [
        "Hask sold the mill to Ilse Ronan.",
        "The council sold the mill to Hask.",
        "Hask's shares rose 4 percent.",
        "All workers may keep their jobs.",
        "Most workers will keep their jobs.",
        "Most workers may lose their jobs.",
        "Mayor Hask sold the mill.",
        "Ronan sold the mill before the council had approved the deal.",
        "The council approved the deal after Ronan sold the mill.",
    ],
)
def test_what_is_turned_round_is_withheld(claim: str) -> None:
    assert not passes(claim)


@pytest.mark.parametrize(
    ("claim", "is_true"),
    [
        ("تغلب النجم على الوحدة.", True),
        ("تغلب الوحدة على النجم.", False),
        ("خسر النجم أمام الوحدة.", False),
    ],
)
def test_an_arabic_verb_keeps_its_subject(claim: str, is_true: bool) -> None:
    assert passes(claim, "فاز النجم على الوحدة 3-1 مساء السبت.", "ar") is is_true
