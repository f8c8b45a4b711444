"""What is new since a moment: what later reports say and no earlier one said."""

from datetime import UTC, datetime, timedelta

from wireroom.engine.insight.key_points.reading import read_story
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.since import NewPoint, find_new, log_news
from wireroom.engine.insight.key_points.told import Novelty

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
FIRST = (
    "Five people were killed when the old bridge of Orme fell into the river on Tuesday, police "
    "said.\n\nMayor Ada Quill closed the roads on both banks of the river Lowen.\n\nDivers "
    "searched "
    "the water below the bridge until it was dark."
)


def _new(*bodies: str, since: float = 0.5, lang: str = "en") -> tuple[NewPoint, ...]:
    reports = [
        Report(id=str(hour), body=body, lang=lang, published_at=NOON + timedelta(hours=hour))
        for hour, body in enumerate(bodies)
    ]
    return find_new(reports, NOON + timedelta(hours=since))


def test_nothing_is_new_where_all_was_said() -> None:
    reworded = (
        "Police said on Tuesday that five people were killed when the old bridge of Orme fell into "
        "the river.\n\nThe roads on both banks of the Lowen were closed by Mayor Ada Quill."
    )
    assert _new(FIRST, FIRST) == ()
    assert _new(FIRST, reworded) == ()


def test_nothing_is_new_before_a_later_report() -> None:
    assert _new(FIRST, since=3) == ()


def test_a_changed_toll_is_new_and_comes_first() -> None:
    later = FIRST.replace("Five people", "Seven people") + (
        "\n\nEngineers from Tarnholm found rust in two of the cables that held the deck."
    )
    found = _new(FIRST, later)
    assert found[0].text.startswith("Seven people were killed")
    assert Novelty.NUMBER in found[0].novelty
    assert any("Engineers from Tarnholm" in point.text for point in found)
    assert not any("Divers" in point.text for point in found)


def test_a_new_name_is_new() -> None:
    later = f"{FIRST}\n\nInspector Ilse Varga warned of the old bridge in a letter to the council."
    assert [Novelty.NAME in point.novelty for point in _new(FIRST, later)] == [True]


def test_the_same_toll_in_other_words_is_not_new() -> None:
    later = "The fall of the old bridge of Orme on Tuesday killed five people, police said."
    assert _new(FIRST, later) == ()


def test_what_comes_after_until_is_not_looked_at() -> None:
    later = f"{FIRST}\n\nInspector Ilse Varga warned of the old bridge in a letter to the council."
    reports = [
        Report(id=str(hour), body=body, lang="en", published_at=NOON + timedelta(hours=hour))
        for hour, body in enumerate((FIRST, FIRST, later))
    ]
    since = NOON + timedelta(hours=0.5)
    assert find_new(reports, since, until=NOON + timedelta(hours=1)) == ()
    assert len(find_new(reports, since)) == 1


def test_reports_without_a_time_are_taken_for_earlier_ones() -> None:
    untimed = Report(id="untimed", body=FIRST, lang="en")
    later = Report(id="later", body=FIRST, lang="en", published_at=NOON)
    assert find_new([untimed, later], NOON - timedelta(hours=1)) == ()


def test_arabic_tolls_count() -> None:
    first = "قُتل خمسة أشخاص عندما سقط جسر أورم القديم في النهر الثلاثاء، بحسب الشرطة."
    later = "ارتفع عدد ضحايا سقوط جسر أورم القديم في النهر إلى سبعة قتلى، كما قالت الشرطة مساء."
    assert [point.text for point in _new(first, later, lang="ar")] == [later]


def _log(*bodies: str) -> list[tuple[str, str]]:
    reports = [
        Report(id=str(hour), body=body, lang="en", published_at=NOON + timedelta(hours=hour))
        for hour, body in enumerate(bodies)
    ]
    return [(point.span.article, point.text) for point in log_news(read_story(reports))]


def test_the_log_has_what_each_report_was_the_first_to_say() -> None:
    second = FIRST.replace("Five people", "Seven people")
    third = f"{second}\n\nInspector Ilse Varga warned of the old bridge in a letter to the council."
    found = _log(FIRST, second, third)
    assert [article for article, _ in found] == ["1", "2"]
    assert found[0][1].startswith("Seven people were killed")
    assert "Ilse Varga" in found[1][1]


def test_what_is_said_again_is_logged_once() -> None:
    later = f"{FIRST}\n\nInspector Ilse Varga warned of the old bridge in a letter to the council."
    assert len(_log(FIRST, later, later)) == 1


def test_a_story_of_one_report_has_no_news() -> None:
    assert _log(FIRST) == []
    assert _log() == []


def test_the_entries_of_a_live_blog_are_of_no_known_hour() -> None:
    later = FIRST.replace("Five people", "Seven people")
    blog = f"The bridge of Orme fell into the river on Tuesday.\n\n{later}"
    reports = [
        Report(id="0", body=blog, lang="en", published_at=NOON, timed_chars=50),
        Report(id="1", body=FIRST, lang="en", published_at=NOON + timedelta(hours=1)),
        Report(id="2", body=later, lang="en", published_at=NOON + timedelta(hours=2)),
    ]
    found = log_news(read_story(reports))
    assert [point.span.article for point in found if point.text.startswith("Seven")] == ["2"]
