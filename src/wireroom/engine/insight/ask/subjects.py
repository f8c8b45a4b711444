"""Whether a sentence that does not name what a question is about may still speak of it."""

import re
from typing import Final

from wireroom.engine.insight.ask import words_ar, words_en
from wireroom.engine.insight.ask.asked import Need
from wireroom.engine.insight.ask.reading import Sentence
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.words import words

# A pronoun further in stands for something that the sentence itself has named.
_EARLY: Final = 5
_NAMED: Final = re.compile(r"\A(?:(?:The|A|In|On|At|After) )?(?:[A-Z][\w’'-]+ ){2}")
_THINGS: Final = words_in("it its they their them this these")
_PERSON: Final = re.compile(r"\w{3,}(?:[ei]ers?|tors?|ists?|ians?|men|man|woman|women)\Z")
_OF_THEM: Final = re.compile(
    r"\bof (?:the \w+ (?=\w+ed\b)|them\b|whom\b)"
)  # "five of the seven lived"
_PEOPLE: Final = words_in(
    "captain minister judge governor mayor victim suspect president prime queen king chief coach "
    "witness steward skipper goalkeeper editor author"
)


def stands_for(need: Need, sentence: Sentence, body: str) -> bool:
    """Whether a pronoun or a name opens a sentence where a subject would."""
    text = body[sentence.start : sentence.end]
    first = frozenset(words(text)[:_EARLY])
    if need.is_name:
        return not first.isdisjoint(words_en.PERSONAL | _THINGS | words_ar.PRONOUNS)
    if _NAMED.search(text):
        return True
    if is_person(need.word):
        return not first.isdisjoint(words_en.PERSONAL) or bool(_OF_THEM.search(text))
    return not first.isdisjoint(_THINGS | words_ar.PRONOUNS)


def is_person(word: str) -> bool:
    """Whether an English noun is said of people."""
    return word.removesuffix("s") in words_en.TRADES | _PEOPLE or bool(_PERSON.match(word))
