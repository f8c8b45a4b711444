"""What two reports share is told by its kind, and how sure its direction is by a number."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.copies.find import find_copies
from wireroom.engine.copies.lineage import compare, mirror
from wireroom.engine.reading import MOST_QUOTES, compare_with
from wireroom.engine.types import ArticleText, CopyKind

NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)
WIRE = (
    "The harbour of Velmora was closed on Thursday after a crane fell across the two quays from "
    "which the island ferries leave, the port captain's office said.\n\n"
    "Divers will look at the wall under the eastern quay on Friday, and until they are done no "
    "ship longer than forty metres may enter, it added.\n\n"
    "The crane was built by a shipyard that closed in 1988 and had been sold twice since, the "
    "second time to a company that is registered in another country."
)
OWN = (
    "Passengers slept on benches in the old customs hall, where a baker from the square handed "
    "out bread until the ovens were cold. Several said they had been promised buses.\n\n"
)
OTHER = (
    "Nobody in the fish market had heard the crash, but all of them had an opinion about whose "
    "fault it must have been, and the price of sole doubled before the morning was over.\n\n"
)
SAID = (
    "“We will not let a single ship pass that crane before it lies on land in pieces, and I have "
    "told its owner so myself,”"
)


def _article(key: str, body: str, **changes: object) -> ArticleText:
    article = ArticleText(id=key, title=key, body=body, outlet=f"Outlet {key}", lang="en")
    return replace(article, **changes)  # type: ignore[arg-type]


def _edited(body: str) -> str:
    return " ".join(f"{word}x" if n % 11 == 5 else word for n, word in enumerate(body.split(" ")))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (WIRE, CopyKind.WHOLE),
        (_edited(WIRE), CopyKind.EDITED),
        (WIRE.split("\n\n")[0], CopyKind.CUT),
        (f"{WIRE}\n\n{OWN}{OTHER}", CopyKind.CUT),
        (OWN + OTHER + "\n\n".join(WIRE.split("\n\n")[1:]) + OTHER + OWN, CopyKind.PASSAGES),
    ],
)
def test_a_copy_says_of_what_kind_it_is(body: str, kind: CopyKind) -> None:
    original = f"{WIRE}\n\n{OTHER[::-1]}" if kind is CopyKind.PASSAGES else WIRE
    pair = compare(_article("a", original), _article("b", body))
    assert pair is not None
    assert pair.kind is kind


def test_a_shared_quote_is_no_copy_and_is_told_when_asked_for() -> None:
    a, b = _article("a", f"{OWN}{SAID} she said."), _article("b", f"{OTHER}{SAID} said Ana Brel.")
    assert compare(a, b) is None
    pair = compare(a, b, quotes=True)
    assert pair is not None
    assert (pair.kind, pair.direction, pair.confidence) == (CopyKind.QUOTE, "unknown", 0)
    assert pair.why == "only a quote is shared, 26 words; neither has it from the other"
    assert all("not let a single ship" in a.body[p.a_start : p.a_end] for p in pair.passages)


def test_more_than_a_quote_that_is_too_little_for_a_copy_is_neither() -> None:
    more = " ".join(WIRE.split()[:18])
    a = f"{OWN}{SAID} she said. {more}.\n\n{' '.join(f'one{n}' for n in range(90))}"
    b = f"{OTHER}{more}.\n\n{SAID} said Ana Brel.\n\n{' '.join(f'two{n}' for n in range(90))}"
    assert compare(_article("a", a), _article("b", b), quotes=True) is None


def test_quotes_are_found_among_articles_only_when_asked_for() -> None:
    long = " ".join([SAID[:-2], *(f"w{n}" for n in range(40))]) + ",”"
    articles = [_article("a", f"{OWN}{long} she said."), _article("b", f"{OTHER}{long} he said.")]
    assert CopyKind.QUOTE not in [pair.kind for pair in find_copies(articles)]


def test_a_statement_in_many_reports_makes_few_pairs_for_each() -> None:
    others = [_article(str(n), f"{OTHER} w{n} {SAID} said Ana Brel.") for n in range(12)]
    found = compare_with(_article("x", f"{OWN}{SAID} she said."), others)
    assert len(found.pairs) == MOST_QUOTES
    assert len(found.others) == 12


def test_signs_that_agree_make_surer_and_those_that_disagree_less_sure() -> None:
    first = _article("a", WIRE, published_at=NOON)
    later = _article("b", WIRE.split("\n\n")[0], published_at=NOON + timedelta(hours=2))
    cut = compare(first, later)
    whole = compare(first, replace(later, body=WIRE))
    grown = compare(first, replace(later, body=f"{WIRE}\n\n{OWN}{OTHER}"))
    credited = compare(first, replace(later, wire_credit="Outlet a"))
    assert cut
    assert whole
    assert grown
    assert credited
    assert 0.5 < grown.confidence < whole.confidence < cut.confidence < credited.confidence < 1
    assert {one.direction for one in (cut, whole, grown, credited)} == {"a>b"}


def test_minutes_apart_say_less_than_hours() -> None:
    first = _article("a", WIRE, published_at=NOON)
    soon, late = (
        compare(first, _article("b", WIRE, published_at=NOON + timedelta(minutes=minutes)))
        for minutes in (1, 120)
    )
    assert soon
    assert late
    assert 0.5 < soon.confidence < late.confidence


def test_who_had_it_first_is_unknown_without_confidence() -> None:
    pair = compare(_article("a", WIRE), _article("b", WIRE))
    assert pair is not None
    assert (pair.direction, pair.confidence) == ("unknown", 0)


_PARTS = st.lists(
    st.sampled_from(
        [*WIRE.split("\n\n"), OWN, OTHER, f"{SAID} she said.", "According to Outlet b"]
    ),
    max_size=6,
)


@given(_PARTS, _PARTS, st.sampled_from([None, "AFP"]), st.sampled_from([None, NOON]))
@settings(max_examples=60, deadline=None)
def test_kind_and_confidence_are_the_same_from_both_sides(
    a: list[str], b: list[str], credit: str | None, at: datetime | None
) -> None:
    one = _article("a", "\n\n".join(a), wire_credit=credit, published_at=at)
    other = _article("b", "\n\n".join(b), published_at=NOON + timedelta(hours=1))
    there, back = compare(one, other, quotes=True), compare(other, one, quotes=True)
    assert (None if back is None else mirror(back)) == there
    if there is not None:
        assert there.confidence == 0 or 0.5 <= there.confidence < 1
        assert (there.confidence == 0) == (there.direction == "unknown")
    plain = compare(one, other)
    assert plain == (None if there is None or there.kind is CopyKind.QUOTE else there)
