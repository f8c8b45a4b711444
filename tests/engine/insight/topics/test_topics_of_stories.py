"""What a story is tagged with, and what it is not: a wrong tag is worse than none."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.story_brief import StoryReport
from wireroom.engine.insight.topics.choose import choose_topics
from wireroom.engine.insight.topics.tag import tag_story
from wireroom.engine.insight.topics.topic import StoryTopic, TopicKind


def report(number: int, body: str, *, title: str = "", lang: str = "en") -> StoryReport:
    """Return a report of its own text."""
    one = str(number)
    return StoryReport(
        article=one, revision=2, outlet=f"Outlet {one}", original=one, body=body, title=title,
        lang=lang,
    )  # fmt: skip


def tagged(*bodies: str, kind: TopicKind, lang: str = "en") -> dict[str, StoryTopic]:
    found = choose_topics([report(n, body, lang=lang) for n, body in enumerate(bodies)])
    return {one.name: one for one in found if one.kind is kind}


MINISTER = "The minister, Jane Farrant, said on Monday that the bridge would open. "


def test_what_two_reports_name_is_a_topic() -> None:
    people = tagged(MINISTER, "“We are late,” Jane Farrant said.", kind=TopicKind.PERSON)
    assert people.keys() == {"Jane Farrant"}
    assert people["Jane Farrant"].voices == 2


def test_what_one_report_names_once_is_none() -> None:
    assert not tagged(MINISTER, kind=TopicKind.PERSON)
    assert tagged(MINISTER * 3, kind=TopicKind.PERSON)


def test_carriers_of_one_text_are_one_voice() -> None:
    own = report(1, MINISTER)
    carrier = StoryReport(
        article="2", revision=1, outlet="Other", original="1", body=MINISTER, lang="en"
    )
    assert not choose_topics([own, carrier])


def test_every_mention_points_at_its_words() -> None:
    bodies = [MINISTER * 2, "Two days later Jane Farrant said that Farrant would resign."]
    (one,) = tagged(*bodies, kind=TopicKind.PERSON).values()
    for mention in one.mentions:
        assert bodies[int(mention.article)][mention.start : mention.end] == mention.text
        assert mention.revision == 2
    assert {mention.article for mention in one.mentions[:2]} == {"0", "1"}


def test_titles_are_no_part_of_a_name() -> None:
    people = tagged(
        "Special Counsel Robert Heron said no. Special Counsel Robert Heron said yes.",
        "Robert Heron said nothing.",
        kind=TopicKind.PERSON,
    )
    assert people.keys() == {"Robert Heron"}


def test_a_bare_surname_is_nobody() -> None:
    assert not tagged("Farrant said so.", "“No,” Farrant said.", kind=TopicKind.PERSON)


def test_initials_and_accents_do_not_make_two() -> None:
    keys = {
        one.key
        for body in ("“No,” said Jane Q. Farránt. ", "“No,” said Jane Farrant. ")
        for one in tagged(body * 3, kind=TopicKind.PERSON).values()
    }
    assert keys == {"jane farrant"}


def test_a_place_lies_somewhere() -> None:
    body = "Two people were hurt in Cairo, the capital of Egypt. Cairo was calm by noon. "
    places = tagged(body, body, kind=TopicKind.PLACE)
    where = places["Cairo"].where
    assert where is not None
    assert (round(where.latitude), round(where.longitude), where.country) == (30, 31, "EG")
    assert all(city.names["en"] != "Cairo" for city in where.near)


def test_a_place_is_the_same_in_arabic() -> None:
    english = tagged(*["Rain fell in Cairo in Egypt. Egypt waits."] * 2, kind=TopicKind.PLACE)
    arabic = tagged(
        *["هطل المطر في القاهرة في مصر. تنتظر مصر."] * 2, kind=TopicKind.PLACE, lang="ar"
    )
    keys = {one.key for one in english.values()}
    assert keys == {one.key for one in arabic.values()}
    assert len(keys) == 2


def test_a_metropolis_is_meant_before_a_town_of_its_name() -> None:
    body = "The United States said so in Moscow. The United States waits. Moscow waits. "
    places = tagged(body, body, kind=TopicKind.PLACE)
    assert places["Moscow"].country == "RU"


def test_an_arabic_town_needs_its_country() -> None:
    """“سيول” are floods as well as a city."""
    body = "اجتاحت سيول البلدة. وقال السكان إن سيول أمس كانت أشد. "
    assert not tagged(body, body, kind=TopicKind.PLACE, lang="ar")


def test_what_every_country_has_is_told_apart_by_country() -> None:
    def key(country: str) -> str:
        body = f"The Ministry of Health said so in {country}. {country} waits. "
        (one,) = tagged(body, body, kind=TopicKind.ORGANISATION).values()
        return one.key

    assert key("France") != key("Spain")


def test_a_ministry_of_nowhere_is_left_out() -> None:
    body = "The Ministry of Health said so. "
    assert not tagged(body, body, kind=TopicKind.ORGANISATION)


def test_subjects_are_what_half_of_the_reports_tell() -> None:
    body = "The striker scored two goals as the team won the match and the league title. "
    found = choose_topics([report(n, body, title="Late goal wins the cup") for n in range(2)])
    assert [one.key for one in found if one.kind is TopicKind.SUBJECT] == ["sport"]


NAMES = ["Jane Farrant", "Cairo", "Egypt", "the World Trade Organization", "مصر", "Mr Roe", "Heron"]
TEXTS = st.lists(
    st.sampled_from([*NAMES, "said", "in", "of", ".", "\n\n", "the", "President", "“", "”", "قال"]),
    max_size=60,
).map(" ".join)


# The gazetteer of a language is read at its first use.
@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["en", "ar", "de", "und"])), max_size=4))
def test_any_reports_give_spans_of_their_own_words(texts: list[tuple[str, str, str]]) -> None:
    reports = [
        report(n, body, title=title, lang=lang) for n, (title, body, lang) in enumerate(texts)
    ]
    found = choose_topics(reports)
    assert len({(one.kind, one.key) for one in found}) == len(found)
    for one in found:
        for mention in one.mentions:
            text = reports[int(mention.article)]
            whole = text.title if mention.in_title else text.body
            assert whole[mention.start : mention.end] == mention.text


@settings(deadline=None)
@given(st.permutations([MINISTER, "“Late,” Jane Farrant said.", "Jane Farrant said no in Cairo."]))
def test_order_of_reports_does_not_change_the_keys(bodies: list[str]) -> None:
    found = choose_topics([report(n, body) for n, body in enumerate(bodies)])
    assert {(one.kind, one.key) for one in found} == {(TopicKind.PERSON, "jane farrant")}


def test_nobody_is_called_like_the_town_that_a_report_was_filed_from() -> None:
    body = "Tor Havn said it would open its harbour. Mayor Jane Farrant said Tor Havn was ready. "
    told = [report(number, body * 2) for number in range(2)]
    people = {one.name for one in tag_story(told).topics if one.kind is TopicKind.PERSON}
    assert people == {"Tor Havn", "Jane Farrant"}  # what it reads like
    told[1] = replace(told[1], dateline="TOR HAVN")
    people = {one.name for one in tag_story(told).topics if one.kind is TopicKind.PERSON}
    assert people == {"Jane Farrant"}
