"""The moderator's rules: what they find, what they leave alone, and on which words they rest."""

from datetime import UTC, datetime, timedelta

import pytest

from wireroom.engine.moderation.assessment import (
    KINDS,
    LOOK,
    Assessment,
    Context,
    Earlier,
    Kind,
    with_opinion,
)
from wireroom.engine.moderation.score import READ, Rules, score
from wireroom.engine.ports import Moderator

STORY = ("Guard Ilan Dorr told the court of Vessa: “You are a filthy dog.” Call 020 7946 0018.",)


def _found(text: str, context: Context | None = None) -> set[Kind]:
    return {kind for kind, value in score(text, context).scores.items() if value >= LOOK}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You are such an idiot", "insult"),
        ("you 1d10t", "insult"),
        ("you i-d-i-o-t", "insult"),
        ("you are stuuuuupid", "insult"),
        ("you a**hole", "insult"),
        ("You are an \u0456d\u0456ot", "insult"),
        ("يا حـمـااااار", "insult"),
        ("أنتَ غَبيٌّ", "insult"),
        ("We will kill you tonight", "threat"),
        ("سأذبحك", "threat"),
        ("Foreigners are vermin", "hate"),
        ("اللاجئون حشرات", "hate"),
        ("Everyone flood her inbox until she quits", "harassment"),
        ("send me nudes", "sexual"),
        ("Buy now: http://pills.example/x", "spam"),
        ("His number is +44 7700 900 417", "personal"),
        ("رقمها ٠٥٠١٢٣٩٨٧٦", "personal"),
        ("Card 4111 1111 1111 1111", "personal"),
        ("IBAN GB82 WEST 1234 5698 7654 32", "personal"),
        ("It is \u202ewrong\u202c", "hidden"),
    ],
)
def test_what_people_should_see_is_found(text: str, kind: Kind) -> None:
    assert kind in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody should call anyone an idiot.",
        "I was an idiot to believe it.",
        "You are not an idiot.",
        "He wrote to me: I will kill you. I told the police.",
        "The attack killed twelve; a bomb went off near the school.",
        "That was a stupid decision.",
        "It is racist to say that foreigners are vermin.",
        "My dog caught two rats in the trash.",
        "The market closed. The silent mob went home.",
        "Card 4111 1111 1111 1112",
        "Prices rose from 1,204,500 to 2,450,000 between 2019-2023.",
        "It was on 12.02.2021, at 10:30:00.",
        "لا يجوز وصف أحد بالغبي",
        "كنت غبيا",
        "قرار غبي من الهيئة",
        "قال الخاطف «سأقتلك» أمام الشهود",
        "قُتل اثنا عشر شخصا في الهجوم",
        "می\u200cخواهم بدانم که چرا",
        "Tiếng Việt có dấu: ở đâu cũng được",
        "👩\u200d👩\u200d👧 what a day",
    ],
)
def test_what_only_looks_bad_is_shown(text: str) -> None:
    assert score(text).suggestion == "show"


def test_words_of_the_story_in_quotes_are_not_the_writers() -> None:
    quoting = 'So "You are a filthy dog" is what a guard says?'
    assert score(quoting, Context(story=STORY)).suggestion == "show"
    assert score('"You are a filthy dog", you.').scores["insult"] < LOOK
    assert score("You are a filthy dog", Context(story=STORY)).suggestion == "look"


def test_a_number_that_the_story_prints_is_public() -> None:
    text = "020 7946 0018 is busy."
    assert _found(text) == {"personal"}
    assert _found(text, Context(story=STORY)) == set()


def test_a_comment_sent_before_is_a_flood() -> None:
    text = "Vote for line seven, the people want it."
    again = Context(earlier=(Earlier(text.upper()), Earlier("Something else was said here.")))
    assert _found(text, again) == {"flood"}
    assert _found("Thank you!", Context(earlier=(Earlier("Thank you!"),))) == set()


def test_many_comments_within_a_minute_are_a_flood() -> None:
    now = datetime(2024, 3, 1, 12, tzinfo=UTC)
    earlier = tuple(Earlier(f"Word {n}", now - timedelta(seconds=n)) for n in range(6))
    assert "flood" in _found("One more", Context(earlier=earlier, at=now))
    later = now + timedelta(hours=1)
    assert "flood" not in _found("One more", Context(earlier=earlier, at=later))


def test_a_new_account_with_an_offer_weighs_more() -> None:
    text = "Visit my shop www.shop.example"
    new, old = Context(account_age_s=60.0), Context(account_age_s=1e8)
    assert score(text, new).scores["spam"] > score(text, old).scores["spam"]


def test_a_long_comment_without_a_word_of_the_story_is_shown_to_people() -> None:
    words = "goalkeeper gloves crosses supporters song tattoo motorcycle weekend league striker "
    words += "midfield penalty referee stadium ticket scarf trumpet derby mascot trophy jersey"
    assert _found(words, Context(story=STORY)) == {"off_topic"}
    assert _found(f"{words} court", Context(story=STORY)) == set()


def test_a_reason_rests_on_the_words_as_written() -> None:
    text = "Well… ﷺ you are a *real* 1d10t, friend"
    reason = score(text).reasons[0]
    assert "1d10t" in text[reason.start : reason.end]


def test_what_is_too_long_is_cut_and_said() -> None:
    assessment = score("word and other " * 70_000)
    assert assessment.suggestion == "look"
    assert any(reason.start == READ for reason in assessment.reasons)


def test_a_models_opinion_asks_people_and_no_more() -> None:
    fine, bad = score("Good morning"), score("I will kill you")
    opinion = Assessment("hold", {**dict.fromkeys(KINDS, 0.0), "threat": 1.0})
    assert with_opinion(fine, opinion).suggestion == "look"
    assert with_opinion(bad, fine).suggestion == "hold"


def test_the_rules_answer_the_port() -> None:
    moderator: Moderator = Rules()
    assert moderator.assess("Good morning").suggestion == "show"
