"""Questions that share all but one thing with a report: what they want is not what it tells."""

from datetime import UTC, datetime

import pytest

from wireroom.engine.insight.ask.find import ask
from wireroom.engine.insight.key_points.report import Report

TOLD = (
    "Harbour dredging begins at Orme",
    "The council of Orme voted on Tuesday to dredge the harbour, whose walls stand up to six "
    "metres high.\n\nThe work will cost 12 million crowns. Three members of the council were "
    "absent; two resigned.\n\nThe ferry left Orme for Tarnholm with 80 passengers.\n\nA pipe from "
    "the north was closed last May for nine days.\n\nRovers lead the league by four points.\n\n"
    "The dredger, called Heron, has a crew of nine. Its rate of hire rose to 4 per cent.\n\n"
    "The council meets again in three weeks.",
)
ARABIC = (
    "تجريف مرفأ أورم",
    "قرر المجلس البلدي تجريف المرفأ.\n\nاستجوبت الشرطة القبطان أربع ساعات.\n\n"
    "وافتتحت الوزيرة جسرًا الخميس، يربط المدينة بالجامعة.\n\nوقال وزير النقل سامي حداد إن "
    "العمل يستغرق شهرًا.",
)


def found(question: str, told: tuple[str, str]) -> str:
    report = Report(
        id="r", title=told[0], body=told[1], outlet="Tidewire",
        published_at=datetime(2031, 3, 5, 12, tzinfo=UTC),
    )  # fmt: skip
    return " ".join(reply.text for reply in ask(question, [report]).replies)


@pytest.mark.parametrize(
    ("asked", "held", "miss"),
    [
        ("How high are the walls?", "six metres", "How high is the crew?"),
        ("How much will the work cost?", "12 million", "How much will the pipe cost?"),
        ("How many members of the council resigned?", "two", "How many of the crew resigned?"),
        ("How many passengers left Orme for Tarnholm?", "80",
         "How many passengers were from Tarnholm?"),
        ("How long was the pipe closed?", "nine days", "How long was the harbour closed?"),
        ("How many points do Rovers lead by?", "four", "How many points do Mariners have?"),
        ("What is the dredger called?", "Heron", "What is the ferry called?"),
        ("When will the council meet next?", "three weeks", "When will the ferry sail next?"),
    ],
)  # fmt: skip
def test_what_is_told_is_found_and_its_neighbour_is_not(asked: str, held: str, miss: str) -> None:
    assert held in found(asked, TOLD)
    assert not found(miss, TOLD)


@pytest.mark.parametrize(
    ("asked", "held", "miss"),
    [
        ("كم ساعة استُجوب القبطان؟", "أربع ساعات", "كم ساعة استُجوب الوزير؟"),
        ("من وزير النقل؟", "سامي حداد", "من وزير الصحة؟"),
        ("متى افتتحت الوزيرة الجسر؟", "الخميس", "متى افتتحت الجامعة؟"),
    ],
)
def test_in_arabic_a_deed_and_what_it_befell_stand_together(
    asked: str, held: str, miss: str
) -> None:
    assert held in found(asked, ARABIC)
    assert not found(miss, ARABIC)


def test_a_thing_is_not_asked_for_by_one_word() -> None:
    assert not found("What is the harbour?", TOLD)
