"""Differences: one fact with several values is told, and of what kind; other facts are not."""

import pytest
from tests.engine.insight.differences.telling import report, shown

from wireroom.engine.insight.differences.find import differences
from wireroom.engine.insight.differences.report import Difference, Kind, Measure, Report


def _one(*reports: Report) -> Difference:
    found = differences(reports)
    assert len(found) == 1, [shown(one) for one in found]
    return found[0]


def test_a_toll_that_rises_is_an_update_in_time_order() -> None:
    found = _one(
        report("The blast in Lohm killed 12 people.", outlet="Karst Daily", hour=6),
        report("A blast in Lohm killed nine people.", hour=0),
    )
    assert (found.kind, found.measure, found.about) == (Kind.UPDATE, Measure.COUNT, "dead")
    assert shown(found) == ["nine", "12"]
    assert [value.is_latest for value in found.values] == [False, True]


def test_of_values_told_at_one_time_none_is_the_latest() -> None:
    found = _one(report("Police said nine people died in Lohm; the mayor said 12 died there."))
    assert not any(value.is_latest for value in found.values)


def test_values_of_about_the_same_time_contradict() -> None:
    found = _one(
        report("A blast in Lohm killed nine people."),
        report("The blast in Lohm killed 12 people.", outlet="Karst Daily", hour=0.5),
    )
    assert found.kind is Kind.CONTRADICTION


def test_the_older_value_told_later_contradicts() -> None:
    found = _one(
        report("A blast in Lohm killed nine people."),
        report("The blast in Lohm killed 12 people.", outlet="Karst Daily", hour=5),
        report("Nine people were killed by the blast in Lohm.", outlet="Six Otter", hour=9),
    )
    assert found.kind is Kind.CONTRADICTION


def test_a_falling_toll_contradicts_unless_it_is_corrected() -> None:
    first = report("The blast in Lohm killed 12 people.")
    lower = report("The blast in Lohm killed nine people.", outlet="Karst Daily", hour=5)
    revised = report(
        "Police lowered the number of people killed by the blast in Lohm to nine.",
        outlet="Karst Daily",
        hour=5,
    )
    assert _one(first, lower).kind is Kind.CONTRADICTION
    assert _one(first, revised).kind is Kind.UPDATE


def test_fewer_than_was_first_reported_is_an_update() -> None:
    first = report("The blast in Lohm killed 12 people.")
    fewer = "Nine people were killed by the blast in Lohm, three fewer than was first reported."
    assert _one(first, report(fewer, outlet="Karst Daily", hour=2)).kind is Kind.UPDATE


def test_an_outlet_that_says_otherwise_later_corrects_itself() -> None:
    found = _one(
        report("A 6.4-magnitude earthquake struck Karst."),
        report("A 6.1-magnitude earthquake struck Karst.", hour=0.5),
    )
    assert found.kind is Kind.UPDATE


def test_a_revision_corrects_its_own_article() -> None:
    found = _one(
        report("A 6.4-magnitude earthquake struck Karst.", article="a"),
        report("A 6.1-magnitude earthquake struck Karst.", article="a", revision=2, hour=1),
    )
    assert found.kind is Kind.UPDATE
    assert [value.span.revision for value in found.values] == [1, 2]


def test_the_missing_become_fewer() -> None:
    found = _one(
        report("Forty people are missing after the flood in Sele."),
        report("Eleven people are still missing in Sele.", outlet="Six Otter", hour=6),
    )
    assert found.kind is Kind.UPDATE


def test_two_sources_of_one_report_are_named() -> None:
    found = _one(
        report(
            "Police said 12 people were killed in Lohm, while the health ministry put it at 15."
        ),
    )
    assert found.kind is Kind.SOURCES
    assert [(value.shown, value.cited) for value in found.values] == [
        ("12", "Police"),
        ("15", "the health ministry"),
    ]


def test_a_verb_may_be_left_out_for_the_second_source() -> None:
    found = _one(report("Police said 12 people died, the ministry 15."))
    assert [value.cited for value in found.values] == ["Police", "the ministry"]


@pytest.mark.parametrize(
    "body",
    [
        "According to police, 12 people were killed. Hospital officials spoke of 15 dead.",
        "The death toll was put at 12 by police and at 15 by the health ministry.",
        "Police said 12 people died; the health ministry said 15 were dead.",
    ],
)
def test_two_are_cited_in_many_ways(body: str) -> None:
    found = _one(report(body))
    assert (found.kind, shown(found)) == (Kind.SOURCES, ["12", "15"])
    assert all(value.cited and value.cited_span for value in found.values)


def test_copies_are_one_voice_with_their_carriers() -> None:
    text = "A squall drowned 14 fishermen off Sele."
    found = _one(
        report(text, article="root"),
        report(text, outlet="Coast Radio", copy_of="root", hour=0.1),
        report(text, outlet="Karst Daily", copy_of="root", hour=0.2),
        report("The squall off Sele drowned 11 fishermen.", outlet="Six Otter", hour=0.3),
    )
    assert shown(found) == ["14", "11"]
    assert list(found.values[0].carriers) == ["Coast Radio", "Karst Daily"]


def test_a_copy_whose_value_was_changed_speaks_for_itself() -> None:
    found = _one(
        report("A squall drowned 14 fishermen off Sele.", article="root"),
        report("A squall drowned 41 fishermen off Sele.", outlet="Coast Radio", copy_of="root"),
    )
    assert {value.outlet for value in found.values} == {"Tidewire", "Coast Radio"}


def test_copies_of_an_absent_article_or_of_each_other_are_one_voice() -> None:
    text = "A squall drowned 14 fishermen off Sele."
    absent = [report(text, outlet=name, copy_of="gone") for name in ("One", "Two")]
    circle = [
        report(text, article="a", copy_of="b"),
        report(text, article="b", copy_of="a", outlet="Two"),
    ]
    other = report("The squall off Sele drowned 11 fishermen.", outlet="Six Otter")
    for copies in (absent, circle):
        assert shown(_one(*copies, other)) == ["14", "11"]


def test_spans_are_the_characters_shown() -> None:
    reports = [
        report("In Lohm, a blast killed at least 1,200 people."),
        report("The blast in Lohm killed 900 people.", outlet="Six Otter"),
    ]
    for value in _one(*reports).values:
        body = next(one.body for one in reports if one.article == value.span.article)
        assert body[value.span.start : value.span.end] == value.shown


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The blast killed at least 12 people.", "The blast killed 15 people."),
        ("The blast killed between 10 and 20 people.", "The blast killed 14 people."),
        ("The blast killed dozens of people.", "The blast killed 40 people."),
        ("The blast injured more than 200 people.", "The blast injured 235 people."),
        ("Repairs will cost nearly 3 million euros.", "Repairs will cost 2.96 million euros."),
        ("The town is 16 kilometres away.", "The town is 10 miles away."),
        ("It was 38 degrees Celsius in Sele.", "It was 100F in Sele."),
        ("The fire burned 5,000 hectares.", "The fire burned 12,400 acres."),
        ("The blast killed twelve people.", "The blast killed 12 people."),
        ("The repair will cost 1.2 billion yen.", "The repair will cost 1,200 million yen."),
        ("Inflation reached 3 percent.", "Inflation rose by 0.2 percentage points."),
        ("The ferry costs 40 million euros.", "The ferry costs 44 million dollars."),
    ],
)
def test_what_may_both_be_true_is_no_difference(one: str, two: str) -> None:
    assert not differences([report(one), report(two, outlet="Six Otter")])


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The blast killed 12 people.", "The blast injured 15 people."),
        ("The quake killed 12 people.", "The quake of 2011 killed 40 people."),
        ("The flood killed five people in Lohm.", "The flood killed eight people in Sele."),
        ("The flood killed five people in Lohm.", "The flood killed 21 people nationwide."),
        ("The blast killed 12 people.", "The blast killed three children."),
        ("The blast killed 12 people.", "The blast killed 12 people, among them five children."),
        (
            "Profit in the third quarter was $9 million.",
            "Profit in the first quarter was $7 million.",
        ),
        ("Sundbank made a profit of $9 million.", "Sundbank had revenue of $12 million."),
        ("The blast killed 12 people.", "The blast could kill 50 people."),
        ("The blast in Lohm killed 12.", "Two more victims of the blast in Lohm died in hospital."),
        ("Oskar Vail, 58, was jailed.", "His son Ivo Vail, 31, was acquitted."),
        ("Teachers demand a raise of 15 percent.", "They were offered a raise of 6 percent."),
        ("The fire destroyed 80 homes.", "The fire damaged 200 homes."),
        ("The Greens won 38% of the vote.", "In the capital, turnout was 71%."),
        ("Four people were killed at the scene.", "Five people were killed."),
    ],
)
def test_different_facts_are_not_compared(one: str, two: str) -> None:
    assert not differences([report(one), report(two, outlet="Six Otter")])


@pytest.mark.parametrize(
    ("one", "two", "measure"),
    [
        ("Vail was fined 2 million crowns.", "Vail was fined 3 million crowns.", Measure.MONEY),
        ("Turnout was 64 percent.", "Turnout was 68 percent.", Measure.PERCENT),
        ("The quake was 12 km deep.", "The quake was 30 km deep.", Measure.AMOUNT),
        ("A 6.1-magnitude quake hit Karst.", "A 6.4-magnitude quake hit Karst.", Measure.MAGNITUDE),
        ("Oskar Vail, 58, was jailed.", "Vail, 59, was jailed.", Measure.AGE),
        ("Lohm beat Sele 3-1.", "Lohm beat Sele 3-2.", Measure.SCORE),
        ("The market opens on Thursday.", "The market opens on Friday.", Measure.DAY),
        ("The rocket lifted off at 2:40 am.", "The rocket lifted off at 3:15 am.", Measure.CLOCK),
        (
            "The opening ceremony will be held in Miller Square.",
            "The opening ceremony will be held in Harbour Street.",
            Measure.PLACE,
        ),
        (
            '"We will not give in to anyone who blocks our port," mayor Ilse Korr said.',
            '"We will not give in to anyone who blocks our port," mayor Dag Rolle said.',
            Measure.SPEAKER,
        ),
    ],
)
def test_every_measure_is_compared(one: str, two: str, measure: Measure) -> None:
    found = _one(report(one), report(two, outlet="Six Otter"))
    assert (found.measure, found.kind) == (measure, Kind.CONTRADICTION)


def test_arabic_digits_words_and_duals_are_folded() -> None:
    found = _one(
        report("أسفر الانفجار عن مقتل خمسة وثلاثين شخصا.", lang="ar"),
        report("أسفر الانفجار عن مقتل ٣٥ شخصا.", lang="ar", outlet="صدى"),
        report("أسفر الانفجار عن إصابة طفلين ومقتل تسعة أشخاص.", lang="ar", outlet="مرآة", hour=-3),
    )
    assert shown(found) == ["تسعة", "خمسة وثلاثين", "٣٥"]


def test_one_event_is_compared_across_languages() -> None:
    found = _one(
        report("The explosion killed five people."),
        report("أسفر الانفجار عن مقتل سبعة أشخاص.", lang="ar", outlet="صدى"),
    )
    assert found.about == "dead"


def test_one_report_or_none_differs_from_nothing() -> None:
    assert differences([]) == []
    assert differences([report("The blast killed 12 people.")]) == []
