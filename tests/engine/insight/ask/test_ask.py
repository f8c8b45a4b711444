"""Questions to a story: answered by its reports' own sentences, or by none."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.insight.ask.answer import Answer
from wireroom.engine.insight.ask.find import MOST_REPLIES, ask
from wireroom.engine.insight.key_points.report import Report

NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)
BRIDGE = (
    "The bridge of Orme fell into the river Lowen on Tuesday, killing five people, police said.\n\n"
    "Mayor Ada Quill, 61, closed the roads on both banks at 7.15 a.m. because water had reached "
    "the market.\n\n"
    "Engineers from Tarnholm found rust in two cables. The repair will cost 40 million crowns, "
    "the council said.\n\n"
    '"We had asked for new cables for years," the harbour master, Ivo Brandt, told reporters.'
)
SECOND = "Six people died when the bridge of Orme fell, the hospital in Lowen said."
DAM = (
    "انهار جسر أورم في نهر لوين يوم الثلاثاء وقُتل خمسة أشخاص، بحسب الشرطة.\n\n"
    "وأغلقت رئيسة البلدية عادلة قطان، وعمرها 61 عامًا، الطرق بسبب ارتفاع المياه.\n\n"
    "وبلغت كلفة الإصلاح 40 مليون دينار."
)


def story(*bodies: str, title: str = "Bridge of Orme falls") -> list[Report]:
    return [
        Report(
            id=f"r{number}", title=title, body=body, outlet=f"Outlet {number}",
            published_at=NOON + timedelta(hours=number),
        )
        for number, body in enumerate(bodies)
    ]  # fmt: skip


def said(answer: Answer) -> str:
    return " | ".join(reply.text for reply in answer.replies)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How many people died?", "five"),
        ("How old is Ada Quill?", "61"),
        ("What time were the roads shut?", "7.15 a.m."),
        ("Why did Quill close the roads?", "water had reached"),
        ("How much does the repair cost?", "40 million crowns"),
        ("Who is the harbour master?", "Ivo Brandt"),
        ("What did Brandt say about the cables?", "for years"),
        ("Where did engineers find rust?", "Tarnholm"),
        ("How many people lost their lives?", "five"),
    ],
)
def test_the_sentence_that_answers_comes_back(question: str, held: str) -> None:
    assert held in ask(question, story(BRIDGE)).replies[0].text


def test_how_often_how_long_and_who_by_trade_are_told() -> None:
    told = story(
        "The reef off Orme is twelve kilometres long. The reef is 5,000 years old.\n\n"
        "Divers measure it every spring.\n\nEel fishers hung a banner from their sheds.",
        title="Reef off Orme measured",
    )
    assert "twelve" in said(ask("How long is the reef?", told))
    assert "5,000" in said(ask("How old is the reef?", told))
    assert "every spring" in said(ask("How often do divers measure the reef?", told))
    assert "Eel fishers" in said(ask("Who hung the banner?", told))


def test_what_befell_another_thing_is_no_answer() -> None:
    told = story(
        "The minister of Orme came to the harbour.\n\nFive years ago a trawler was detained in "
        "Tarnholm for eleven weeks.",
        title="Minister of Orme visits harbour",
    )
    assert ask("How long was the trawler detained in Tarnholm?", told).is_found
    assert not ask("How long was the minister detained in Tarnholm?", told).is_found


def test_irregular_forms_and_the_owner_of_an_office_are_understood() -> None:
    told = story(
        "The bank of Orme cut its rate.\n\nWorkers dug a cellar behind the mint on Tuesday.\n\n"
        "Governor Ada Quill said the cellar was dry.",
        title="Bank of Orme cuts rate",
    )
    assert "Tuesday" in said(ask("When did workers dig a cellar?", told))
    assert "Ada Quill" in said(ask("Who is the governor of the bank?", told))
    assert not ask("Who is the governor of the prison?", told).is_found


@pytest.mark.parametrize(
    "question",
    [
        "How many children died?",
        "How old is Ivo Brandt?",
        "Why did Ada Quill resign?",
        "Why did Ada Brandt close the roads?",
        "Who is the mayor of Tarnholm?",
        "How many cables did Quill buy?",
        "How many people were arrested?",
        "When was the bridge built?",
        "?",
        "",
    ],
)
def test_what_the_reports_do_not_say_is_not_answered(question: str) -> None:
    assert not ask(question, story(BRIDGE)).is_found


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("كم شخصًا قُتل؟", "خمسة"),
        ("كم عمر عادلة قطان؟", "61"),
        ("لماذا أُغلقت الطرق؟", "بسبب"),
        ("كم كلفة الإصلاح؟", "40 مليون"),
    ],
)
def test_arabic_questions_are_answered(question: str, held: str) -> None:
    assert held in ask(question, story(DAM, title="انهيار جسر أورم")).replies[0].text


@pytest.mark.parametrize(
    "question", ["كم طفلًا قُتل؟", "لماذا استقالت عادلة قطان؟", "متى بُني الجسر؟"]
)
def test_arabic_near_misses_are_not_answered(question: str) -> None:
    assert not ask(question, story(DAM, title="انهيار جسر أورم")).is_found


def test_reports_that_differ_both_answer() -> None:
    answer = ask("How many people died?", story(BRIDGE, SECOND))
    assert {reply.outlet for reply in answer.replies} == {"Outlet 0", "Outlet 1"}


def test_carriers_of_one_text_answer_once() -> None:
    assert len(ask("How old is Ada Quill?", story(BRIDGE, BRIDGE)).replies) == 1


def test_a_follow_up_takes_the_subject_of_the_question_before() -> None:
    reports = story(BRIDGE)
    assert "61" in said(ask("And how old is she?", reports, before=["Who is Mayor Ada Quill?"]))
    assert not ask("And how old is he?", reports, before=["Who is Ivo Brandt?"]).is_found


def test_a_question_in_another_language_than_the_reports_is_not_answered() -> None:
    assert not ask("كم شخصًا قُتل؟", story(BRIDGE)).is_found


HOSTILE = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from(
            ["Who", "how many", "كم", "died", "Quill", "61", ".", "\n\n", "«", "\u202e"]
        ),
        max_size=40,
    ).map(" ".join),
)


@given(question=HOSTILE, body=HOSTILE, before=HOSTILE)
def test_every_reply_is_what_stands_at_its_place(question: str, body: str, before: str) -> None:
    reports = story(body, BRIDGE)
    answer = ask(question, reports, before=[before])
    bodies = {report.id: report.body for report in reports}
    assert len(answer.replies) <= MOST_REPLIES
    for reply in answer.replies:
        assert reply.text == bodies[reply.span.article][reply.span.start : reply.span.end]
        assert reply.text.strip()
