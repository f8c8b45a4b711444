"""How groups of outlets tell an event: what is told of them, and what is not."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.perspectives.choose import choose_read
from wireroom.engine.insight.perspectives.find import find_perspectives
from wireroom.engine.insight.perspectives.teller import Axis, Teller, Text
from wireroom.engine.insight.perspectives.view import Count, Finding, Kind, Side, View
from wireroom.engine.insight.perspectives.whose import whose_text

NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)
SENTENCES = (
    "Rescue teams from the valley reached the mill by noon.",
    "Two bakeries on the square were closed by the water.",
    "The river rose by four metres within a single night.",
    "Volunteers filled bags with sand behind the old station.",
    "A school was opened for those who could not go home.",
    "Trains to the coast were replaced by buses.",
)
OPENING = "The river Lowen flooded the town of Orme on Tuesday after a week of rain."
QUOTE = "“We had asked for a higher wall in every one of the last ten years,” said Ilsa Corran."


def tell(number: int, country: str, *more: str, **columns: object) -> Teller:
    """Return a report of an outlet of its own with some sentences in common with others."""
    chance = random.Random(number)
    told = [one for one in SENTENCES if chance.random() < 0.6]
    chance.shuffle(told)
    facts: dict[str, object] = {
        "article": f"a{number:02}", "outlet": f"Outlet {number}", "voice": f"a{number:02}",
        "lang": "en", "country": country, "at": NOON + timedelta(minutes=number),
        "body": " ".join((OPENING, *told, *more)),
    }  # fmt: skip
    return Teller(**(facts | columns))  # type: ignore[arg-type]


def event(*more: str, each: int = 8) -> list[Teller]:
    """Return an event of two countries; outlets of the first tell more."""
    return [
        tell(number, "QA" if number < each else "QB", *(more if number < each else ()))
        for number in range(2 * each)
    ]


def view_of(tellers: list[Teller], axis: Axis = Axis.COUNTRY) -> View:
    (view,) = (view for view in find_perspectives(tellers) if view.axis is axis)
    return view


def told(view: View, value: str) -> list[Finding]:
    (group,) = (group for group in view.groups if group.value == value)
    return list(group.findings)


def test_somebody_whom_one_country_alone_quotes_is_told_of_both() -> None:
    view = view_of(event(QUOTE))
    (has,) = (one for one in told(view, "QA") if one.kind is Kind.QUOTED)
    assert (has.side, has.about) == (Side.HAS, "Ilsa Corran")
    assert (has.here, has.elsewhere) == (Count(8, 8), Count(0, 8))
    (omits,) = (one for one in told(view, "QB") if one.kind is Kind.QUOTED)
    assert (omits.side, omits.here) == (Side.OMITS, Count(0, 8))
    assert omits.sayings[0].text.startswith("We had asked for a higher wall")


def test_what_is_shown_stands_letter_for_letter_in_its_report() -> None:
    tellers = event(QUOTE, "Damage was put at 740,000 crowns by the insurer Larkspur.")
    bodies = {one.article: one.body for one in tellers}
    groups = [group for view in find_perspectives(tellers) for group in view.groups]
    shown = [saying for group in groups for one in group.findings for saying in one.sayings]
    shown += [saying for group in groups if group.opening for saying in group.opening.sayings]
    assert shown
    for one in shown:
        assert one.text == bodies[one.span.article][one.span.start : one.span.end]


def test_a_country_that_opens_otherwise_is_said_to() -> None:
    first = "Ministers promised a second dam for the upper valley within two years."
    tellers = [
        replace(one, body=f"{first} {one.body}") if one.country == "QA" else one for one in event()
    ]
    groups = {group.value: group for group in view_of(tellers).groups}
    assert groups["QA"].opening
    assert groups["QA"].opening.is_distinct
    assert groups["QA"].opening.sayings[0].text == first


def test_one_text_in_many_outlets_is_one_witness() -> None:
    tellers = event()
    copied = replace(tellers[0], body=f"{tellers[0].body} {QUOTE}")
    tellers = [
        replace(one, body=copied.body, voice=copied.voice) if one.country == "QA" else one
        for one in tellers
    ]
    view = view_of(tellers)
    assert [(group.outlets, group.texts) for group in view.groups] == [(8, 1), (8, 8)]
    assert not any(group.findings for group in view.groups)


def test_of_few_outlets_nothing_is_said_but_how_many_they_are() -> None:
    view = view_of(
        [tell(n, "QA" if n < 2 else "QB", *([QUOTE] if n < 2 else [])) for n in range(9)]
    )
    assert [group.outlets for group in view.groups] == [7, 2]
    assert not any(group.findings for group in view.groups)
    assert view.groups[1].opening is None


def test_an_outlet_that_lets_no_machine_read_is_counted_and_no_more() -> None:
    tellers = [replace(one, may_be_read=one.country != "QA") for one in event(QUOTE)]
    view = view_of(tellers)
    assert [(group.outlets, group.texts) for group in view.groups] == [(8, 0), (8, 8)]
    assert not any(group.findings for group in view.groups)


def test_a_few_lines_leave_nothing_out() -> None:
    tellers = event(QUOTE)
    short = [replace(one, body=OPENING) if one.country == "QB" else one for one in tellers]
    long = [replace(one, body=f"{one.body} {' '.join(SENTENCES)}") for one in short[:8]]
    assert not any(group.findings for group in view_of([*long, *short[8:]]).groups)


def test_in_a_language_in_which_nobody_names_somebody_nobody_leaves_him_out() -> None:
    arabic = "غمر نهر لوون بلدة أورمة يوم الثلاثاء بعد أسبوع من المطر الغزير على الوادي كله."
    tellers = [
        replace(one, lang="ar", body=f"{arabic} {arabic}") if one.country == "QB" else one
        for one in event(QUOTE)
    ]
    assert not any(group.findings for group in view_of(tellers).groups)
    assert [group.value for group in view_of(tellers, Axis.LANGUAGE).groups] == ["ar", "en"]


def test_a_name_is_heard_in_another_script() -> None:
    arabic = "غمر النهر البلدة يوم الثلاثاء بعد أسبوع من المطر الغزير الذي هطل على الوادي كله."
    named = "ووصلت فرق الإنقاذ من فيلمورا إلى المكان قبل الظهر بقليل ثم عادت."
    tellers = [
        replace(one, lang="ar", body=f"{arabic} {named if number == 8 else arabic}")
        if one.country == "QB"
        else one
        for number, one in enumerate(event("Rescue teams came from Velmora before noon."))
    ]
    names = [one for one in told(view_of(tellers, Axis.LANGUAGE), "ar") if one.kind is Kind.NAME]
    assert [(one.side, one.about, one.here) for one in names] == [
        (Side.OMITS, "Velmora", Count(1, 8))
    ]


def test_when_a_group_came_and_who_was_first() -> None:
    group = next(group for group in view_of(event()).groups if group.value == "QB")
    assert (group.first_outlet, group.first_at) == ("Outlet 8", NOON + timedelta(minutes=8))


def test_nothing_comes_of_nothing() -> None:
    assert find_perspectives([]) == ()
    assert find_perspectives([tell(1, "QA")]) == ()
    assert find_perspectives([tell(1, ""), tell(2, "")]) == ()


@given(st.permutations(range(16)))
@settings(max_examples=15, deadline=None)
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    tellers = event(QUOTE)
    assert find_perspectives([tellers[n] for n in order]) == find_perspectives(tellers)


@given(st.lists(st.builds(
    Teller, article=st.uuids().map(str), outlet=st.text(max_size=3), voice=st.sampled_from("abc"),
    lang=st.sampled_from(("en", "ar", "und", "zh", "")), country=st.sampled_from(("QA", "QB", "")),
    body=st.text(max_size=300),
), max_size=12))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(tellers: list[Teller]) -> None:
    for view in find_perspectives(tellers):
        assert len(view.groups) > 1


def test_every_kind_of_outlet_has_its_turn_to_be_read() -> None:
    tellers = [tell(n, "QA") for n in range(50)] + [tell(n, "QB") for n in range(50, 55)]
    chosen = choose_read(tellers, most=10)
    assert len(chosen) == 10
    assert sum(tellers[n].country == "QB" for n in chosen) == 5


def test_of_a_small_story_nothing_is_read() -> None:
    assert choose_read([tell(n, "QA") for n in range(5)]) == []


def test_whose_text_a_report_is() -> None:
    assert whose_text(0.9) is Text.WIRE
    assert whose_text(0.3) is Text.MIXED
    assert whose_text(0.0, credit="Naba", outlet="Orme Gazette") is Text.WIRE
    assert whose_text(0.0, credit="Naba", outlet="Naba News") is Text.OWN
