"""What plans, orders, ages and rises may be told by, beside the lie that each is next to."""

import pytest

from wireroom.engine.insight.verify.check import verify
from wireroom.engine.insight.verify.claim import CitedArticle, Claim, Span

ENGLISH = (
    "The health minister ordered schools in Ostby to close for two weeks. "
    "The rescue team hopes to lift the ferry at high tide on Friday. "
    "Bus drivers voted to walk out for three days from 4 May. "
    "The sale needs the approval of regulators. "
    "Officials confirmed 90 cases and four deaths. "
    "The pilot, Arne Voll, 44, was unhurt. "
    "Power prices have risen by 40 percent since 2021. "
    "The works would stop for at least a week. "
    "The new plant will employ 300 people."
)


def _passes(claim: str, text: str) -> bool:
    return verify(Claim(claim, [Span("a", 1, 0, len(text))]), [CitedArticle("a", 1, text)]).passed


@pytest.mark.parametrize(
    ("truth", "lie"),
    [
        ("Schools in Ostby will be shut for two weeks.", "Schools in Ostby were shut."),
        (
            "The rescue team will attempt to lift the ferry on Friday.",
            "The rescue team lifted the ferry on Friday.",
        ),
        ("Bus drivers will strike for three days.", "Bus drivers will not strike."),
        ("Regulators have yet to approve the sale.", "Regulators have approved the sale."),
        ("Officials confirmed four deaths.", "Officials confirmed 90 confirmed deaths."),
        ("A 44-year-old pilot was unhurt.", "A 40-year-old pilot was unhurt."),
        (
            "Power prices are 40 percent higher since 2021.",
            "Power prices are 40 percent lower since 2021.",
        ),
        ("The works would stop for at least a week.", "The works would stop for at least a month."),
        ("The new plant will employ 300 people.", "The new plant employs 300 people."),
    ],
)  # fmt: skip
def test_the_truth_passes_and_the_lie_beside_it_does_not(truth: str, lie: str) -> None:
    assert _passes(truth, ENGLISH)
    assert not _passes(lie, ENGLISH)


def test_arabic_verbs_to_come_are_words_that_need_support() -> None:
    text = "ستعفى المدارس والمستشفيات من القرار."
    assert _passes("ستعفى المستشفيات من القرار.", text)
    assert not _passes("سيشمل القرار المستشفيات.", text)


def test_an_arabic_pronoun_ties_a_sentence_to_the_one_before() -> None:
    claim = "بلغت ديون شركة المرفأ 12 مليون يورو."
    assert _passes(claim, "تراجعت أرباح شركة المرفأ. وبلغت ديونها 12 مليون يورو.")
    assert not _passes(claim, "تراجعت أرباح شركة المرفأ. وبلغت ديون البلدية 12 مليون يورو.")


def test_a_mark_that_folds_to_nothing_is_read() -> None:
    assert not _passes("Prices rose.", "\u0600\u0640")
