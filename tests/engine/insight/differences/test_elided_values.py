"""A bare number is a further value of what the sentence before counts, and of nothing else."""

import pytest
from tests.engine.insight.differences.telling import report, shown

from wireroom.engine.insight.differences.find import differences
from wireroom.engine.insight.differences.report import Kind, Measure


@pytest.mark.parametrize(
    ("body", "lang", "measure", "values"),
    [
        (
            "Five divers were hurt at the Orrin dock, the ambulance service told Radio Lohm."
            " The ferry service has spoken of four.",
            "en", Measure.COUNT, ["Five", "four"],
        ),
        (
            "Karvel Bank put the value of the sale at 3.4 billion crowns. The treasury of Orrin,"
            " in a statement sent from Sele, spoke of 2.9 billion.",
            "en", Measure.MONEY, ["3.4 billion crowns", "2.9 billion"],
        ),
        (
            "The Union of Dock Hands said 70 per cent of its members stayed at home. Lohm Docks,"
            " which runs the cranes, put the figure at 45 per cent.",
            "en", Measure.PERCENT, ["70 per cent", "45 per cent"],
        ),
        (
            "The union said 70 per cent of the drivers had stayed at home. Lohm Buses says 45.",
            "en", Measure.PERCENT, ["70 per cent", "45"],
        ),
        (
            "Crown Steel put the order at 4.2 million dinars. Its buyer, in a letter, put it at 3.6"
            " million.",
            "en", Measure.MONEY, ["4.2 million dinars", "3.6 million"],
        ),
        (
            "وقالت النقابة إن 60 في المئة من العمال أضربوا. وتحدثت الشركة عن 35 في المئة.",
            "ar", Measure.PERCENT, ["60 في المئة", "35 في المئة"],
        ),
        (
            "فالبيان الصادر في لوم يعدّ سبع مذكرات، فيما يتحدث الجانب الأوريني عن 12، بعد إضافة"
            " ملاحق.",
            "ar", Measure.COUNT, ["سبع", "12"],
        ),
    ],
)  # fmt: skip
def test_another_value_of_the_sentence_before_is_found(
    body: str, lang: str, measure: Measure, values: list[str]
) -> None:
    (found,) = differences([report(body, lang=lang)])
    assert (found.kind, found.measure) == (Kind.SOURCES, measure)
    assert shown(found) == values


@pytest.mark.parametrize(
    "body",
    [
        "Police said nine people were hurt. The mayor spoke of 11 streets under water.",
        "Police said nine people were hurt. The match ended early, the referee said.",
        "The council has 40 members. The mayor, the oldest of them, said three.",
        "Nine boats sank at Lohm. The mill at Sele, in a statement, said six lorries were safe.",
        "Nine people were hurt. Two were police officers, the ministry told reporters on Friday.",
        "Police said nine people were hurt. Police later spoke of nine.",
        "Rents rose by 7 per cent in Lohm. In Sele the council said 5 per cent.",
        "Police said 33 people died. The 19 who died were part of a crew, the mayor told them.",
        "The firm lost 3 million crowns. Its head, in a letter, spoke of 11 reasons.",
    ],
)
def test_a_number_with_a_noun_of_its_own_is_none(body: str) -> None:
    assert not differences([report(body)])


def test_a_place_that_both_name_does_not_part_them() -> None:
    one = report(
        "A blaze at the Orrin mill in Sele hurt three divers, injuring nobody else.", outlet="A"
    )
    two = report("Four divers were hurt at the Orrin mill.", outlet="B", hour=0.5)
    assert [shown(found) for found in differences([one, two])] == [["three", "Four"]]
    other = report("Four divers were hurt at the Karvel mill.", outlet="B", hour=0.5)
    assert not differences([one, other])
