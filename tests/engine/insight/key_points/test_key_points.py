"""Key points: which sentences of a story's reports stand for it, and who else says the same."""

from datetime import UTC, datetime, timedelta

import pytest

from wireroom.engine.insight.key_points.choose import (
    KeyPoints,
    choose_points,
    choose_points_of_article,
)
from wireroom.engine.insight.key_points.reading import read_story
from wireroom.engine.insight.key_points.report import Report, choose_compared, voices_of_copies
from wireroom.engine.insight.key_points.stand_alone import stands_alone
from wireroom.engine.types import CopyKind, CopyPair

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
AGENCY = (
    "A gas explosion in the bakery of Little Orme killed four people on Tuesday, the fire service "
    "said.\n\nMayor Ada Quill closed the market square and the two streets behind it. She thanked "
    "the neighbours.\n\nThe owner, Bram Tolland, had complained of a strange smell to the Lowen "
    "Valley Company on Monday morning.\n\nRead more about the town on this page."
)
OWN = (
    "Four people died on Tuesday when gas exploded in a bakery of Little Orme, according to the "
    "fire service.\n\nBram Tolland, the owner, had complained of a strange smell to the Lowen "
    "Valley Company, the Gazette has learnt.\n\nInspectors with three measuring vans went from "
    "house to house in the evening and sealed eleven meters."
)


def _report(name: str, body: str, *, hours: float = 0, **more: str) -> Report:
    return Report(
        id=name,
        title=more.get("title", "Explosion in bakery of Little Orme kills four"),
        body=body,
        lang=more.get("lang", "en"),
        outlet=more.get("outlet", name.title()),
        published_at=NOON + timedelta(hours=hours),
        voice=more.get("voice"),
    )


def _points(*reports: Report) -> KeyPoints:
    return choose_points(read_story(reports))


def test_the_first_point_says_what_happened() -> None:
    points = _points(_report("agency", AGENCY), _report("gazette", OWN, hours=1)).points
    assert "explo" in points[0].text
    assert 3 <= len(points) <= 5


def test_points_are_letter_for_letter_where_their_spans_say() -> None:
    bodies = {"agency": AGENCY, "gazette": OWN}
    for point in _points(_report("agency", AGENCY), _report("gazette", OWN)).points:
        span = point.span
        assert point.text == bodies[span.article][span.start : span.end]


def test_who_says_the_same_in_own_words_is_counted() -> None:
    first = _points(_report("agency", AGENCY), _report("gazette", OWN, hours=1)).points[0]
    assert first.independent == 2
    assert set(first.outlets) == {"Agency", "Gazette"}


def test_a_copy_carried_often_counts_once() -> None:
    carriers = [
        _report(f"carrier{number}", AGENCY, hours=number, voice="agency") for number in range(1, 25)
    ]
    found = _points(_report("agency", AGENCY, voice="agency"), *carriers)
    assert (found.compared, found.voices) == (1, 1)
    assert {point.independent for point in found.points} == {1}


def test_a_sentence_that_a_carrier_made_clearer_is_shown_as_the_original_has_it() -> None:
    owner = "The owner, Bram Tolland, had complained of"
    assert owner in AGENCY
    clearer = AGENCY.replace(owner, "Bram Tolland, owner of the bakery, complained of")
    carried = clearer + "\n\nThe carrier's own reporter counted nine broken windows in Mill Lane."
    found = _points(
        _report("agency", AGENCY, voice="agency"),
        _report("carrier", carried, hours=1, voice="agency"),
    )
    assert {point.outlet for point in found.points if "Tolland" in point.text} == {"Agency"}


def test_words_that_stand_alike_in_unrelated_reports_are_no_second_voice() -> None:
    found = _points(_report("agency", AGENCY), _report("herald", AGENCY, hours=2))
    assert {point.independent for point in found.points} == {1}


def test_no_two_points_say_the_same() -> None:
    texts = [point.text for point in _points(_report("a", AGENCY), _report("b", OWN)).points]
    assert sum("strange smell" in text for text in texts) == 1
    assert sum("killed four" in text or "Four people" in text for text in texts) == 1


def test_two_reports_that_open_with_one_event_give_it_once() -> None:
    first = (
        "Protesters and police fought in the square of Little Orme on Tuesday over the new "
        "toll.\n\nGovernor Ada Quill said she would not withdraw the toll before the summer."
    )
    second = (
        "Clashes over a toll shook the square of Little Orme on Tuesday as police met "
        "protesters.\n\nInspectors with measuring vans sealed eleven meters in the evening."
    )
    title = "Protesters and police clash in Little Orme over toll"
    points = _points(
        _report("agency", first, title=title), _report("gazette", second, hours=1, title=title)
    ).points
    assert sum("square of Little Orme" in point.text for point in points) == 1


def test_names_and_labels_above_a_report_do_not_push_its_opening_down() -> None:
    labels = "Ada Quill and Bram Tolland\n\nThe Orme Gazette\n\nImage copyright Gazette\n\n"
    plain = [one.text for one in _points(_report("agency", AGENCY)).points]
    assert [one.text for one in _points(_report("agency", labels + AGENCY)).points] == plain


def test_what_happened_may_stand_behind_a_scene() -> None:
    scene = (
        "The fear of gas has once again come to the towns of the valley. Old people do not cook. "
        "A gas explosion in the bakery of Little Orme killed four people on Tuesday, the fire "
        "service said."
    )
    assert "killed four" in _points(_report("agency", scene)).points[0].text


def test_a_toll_that_later_reports_put_right_is_left_out() -> None:
    later = OWN.replace("Four people died", "Six people died")
    points = _points(_report("agency", AGENCY), _report("gazette", later, hours=9)).points
    assert "Six people died" in points[0].text
    assert not any("killed four" in point.text for point in points)


def test_an_article_has_two_to_four_points() -> None:
    found = choose_points_of_article(_report("agency", AGENCY))
    assert 2 <= len(found.points) <= 4
    assert found.points[0].span.start == 0


def test_an_outlets_own_points_stand_in_their_place() -> None:
    report = Report(id="a", body=AGENCY, stated_points=("Four dead in bakery",))
    found = choose_points_of_article(report)
    assert (found.stated, found.points) == (("Four dead in bakery",), ())


@pytest.mark.parametrize("body", ["", "Gone.", "explosion", "¶", "؟", "。", "\n\n", "\ud800"])
def test_too_little_text_gives_no_points(body: str) -> None:
    assert choose_points_of_article(Report(id="a", body=body, lang="en")) == KeyPoints((), 1, 1)
    assert _points(_report("a", body)).points == ()


def test_a_story_without_reports_has_no_points() -> None:
    assert _points() == KeyPoints()


def test_an_arabic_story_has_points() -> None:
    first = (
        "قُتل أربعة أشخاص الثلاثاء في انفجار غاز وقع في مخبز بمدينة أورم الصغيرة، بحسب جهاز الإطفاء."
        "\n\nوأغلقت رئيسة البلدية آدا كويل ساحة السوق والشارعين خلفها حتى المساء. وقالت إنها حزينة."
        "\n\nوكان صاحب المخبز برام تولاند قد أبلغ شركة وادي أورم برائحة غاز صباح الاثنين."
    )
    points = _points(_report("naba", first, lang="ar", title="أربعة قتلى في انفجار مخبز")).points
    assert points[0].text.startswith("قُتل أربعة أشخاص")
    assert not any(point.text.startswith("وقالت إنها") for point in points)


def test_the_language_of_most_reports_is_read() -> None:
    german = _report("blatt", "Vier Menschen starben bei einer Explosion in Orme.", lang="de")
    found = _points(german, _report("a", AGENCY), _report("b", OWN))
    assert {point.span.article for point in found.points} <= {"a", "b"}


@pytest.mark.parametrize(
    "text",
    [
        "He told the council that the bridge would open to traffic in March.",
        "However, the bridge between the two towns will stay closed until March.",
        "The council also decided to close the bridge for the whole winter.",
        "Will the bridge between the two towns ever open to traffic again?",
        "“The bridge will open in March and nobody will ever have to wait again,” it says.",
        "Read more about the bridge between the two towns in our special report.",
        "Jane Roe and the AP contributed to this report from the town of Orme.",
        "Photo: The bridge between the two towns, seen from the harbour of Orme.",
        "Workers close the bridge between the two towns of Orme. ",
        "the bridge between the two towns will stay closed until the spring",
        "The bridge closed.",
        "We have crossed the bridge between the two towns for thirty years.",
        "Asked about the bridge, the mayor of Orme said nothing for a minute.",
        "The following day the bridge between the two towns was closed again.",
        "News then broke that the baker had left the town of Little Orme.",
        "The council elaborated on this balancing act between the two parties.",
        "Many in Little Orme have resorted to such words for the explosion.",
        "In the same letter, Ada Quill named Bram Tolland the new mayor of Orme.",
        "The announcement in the old capital came as both sides met in Orme.",
        "Chief of staff Bram TollandMORE told Ada Quill on Friday that she must go.",
        "They sell a loaf made of rye and oats.The town was set to hold its fair.",
        "Hide caption Ada Quill meets the bakers of Little Orme after the explosion.",
        "10:20 p.m. EDT: Ada Quill bows to the bakers of the town of Little Orme.",
        "The Lowen Valley Company did not respond to a request for comment.",
    ],
)
def test_what_leans_on_others_does_not_stand_alone(text: str) -> None:
    assert not stands_alone(text, "en")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The US closed the bridge between the two towns on Tuesday.", "en"),
        ("Mayor Ada Quill said she would open the bridge in March.", "en"),
        (
            "“The old bridge will hold for years,” Mayor Ada Quill told the council on Tuesday.",
            "en",
        ),
        ("وقالت رئيسة البلدية آدا كويل إن الجسر سيفتح أمام السيارات في آذار.", "ar"),
        ("Der Stadtrat von Orme hat am Dienstag die Brücke gesperrt.", "de"),
        ("奥姆市议会周二决定关闭两城之间的大桥，直到三月。", "zh"),
        ("Ada Quill said this week that the bakery would open again.", "en"),
        ("The council of Orme banned fuels such as gas and coal from its bakeries.", "en"),
    ],
)
def test_what_says_something_by_itself_stands_alone(text: str, lang: str) -> None:
    assert stands_alone(text, lang)


def test_captions_and_recited_words_are_no_points() -> None:
    caption = "Firefighters carry hoses past the bakery of Little Orme. (Bram Tolland/Naba)"
    recited = "The bakery of Little Orme was the safest in the whole Lowen valley."
    body = f"{caption}\n\n{AGENCY}\n\nThe owner's statement reads:\n\n{recited}"
    texts = [point.text for point in choose_points_of_article(_report("a", body)).points]
    assert not any(text in caption or text == recited for text in texts)


def test_a_comment_opens_a_story_only_where_all_are_comments() -> None:
    comment = (
        "We should all be ashamed of the explosion in the bakery of Little Orme that killed four. "
        "Why did we look away? Our council must act, and you must make it act."
    )
    told = _points(_report("comment", comment), _report("agency", AGENCY, hours=1)).points
    assert told[0].span.article == "agency"


def test_of_very_many_voices_the_first_and_the_last_are_compared() -> None:
    reports = [_report(f"r{number:04}", AGENCY, hours=number) for number in range(500)]
    compared = choose_compared(reports, most=10)
    assert [one.id for one in compared[:4]] == ["r0000", "r0001", "r0002", "r0003"]
    assert compared[-1].id == "r0499"
    assert len(compared) == 10


def test_carriers_of_one_copy_are_one_voice() -> None:
    def pair(a: str, b: str, kind: CopyKind) -> CopyPair:
        return CopyPair(
            a=a, b=b, direction="unknown", containment_a=1, containment_b=1, passages=(), why="",
            kind=kind,
        )  # fmt: skip

    voices = voices_of_copies(
        [
            pair("b", "c", CopyKind.WHOLE),
            pair("a", "b", CopyKind.CUT),
            pair("c", "d", CopyKind.PASSAGES),
        ]
    )
    assert voices == {"a": "a", "b": "a", "c": "a"}
