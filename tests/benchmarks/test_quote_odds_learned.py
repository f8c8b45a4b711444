"""Odds of speakers are learned from signs that tell right from wrong."""

from benchmarks.quote_odds import Mark, learned


def _mark(page: int, *, right: bool) -> Mark:
    return Mark(
        page=f"page {page}",
        part="twelfth",
        is_quotation=right,
        has_speaker=right,
        signs={"always", "long" if right else "short"},
        options=[{"says it"}, {"is near"}, {"nobody"}],
        right=[right, False],
        by_rules=None,
        is_read=True,
        is_rare=False,
        bar=0.7,
    )


def test_signs_of_the_right_ones_weigh_more() -> None:
    weights = learned([_mark(page, right=page % 4 > 0) for page in range(40)])
    assert weights["quotation"]["long"] > weights["quotation"]["short"]
    speaker = weights["speaker"]
    assert speaker["says it"] > speaker["nobody"] > speaker["is near"]


def test_a_sign_of_two_marks_is_not_learned() -> None:
    weights = learned([_mark(page, right=page > 1) for page in range(9)])
    assert "short" not in weights["quotation"]
    assert "long" in weights["quotation"]
