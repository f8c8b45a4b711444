"""Who an Arabic verb of saying has for its subject; nobody where the words name nobody."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.arabic_phrases import arabic_phrase, past_titles
from wireroom.engine.insight.quotes.arabic_tables import (
    DEMONSTRATIVES,
    NOUN_OF_SAYING,
    PARTICLES,
    PREPOSITIONS,
    WITH_PRONOUN,
    is_arabic_role,
    is_doing,
    is_lone,
    is_manner,
    is_possessed,
)
from wireroom.engine.insight.quotes.arabic_verbs import is_passive, is_verb
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention
from wireroom.engine.insight.quotes.people_tables import ARABIC_TITLES
from wireroom.engine.insight.quotes.sentences import QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list

_LONGEST_TOPIC: Final = 8  # words before their verb
_LONGEST_WORKPLACE: Final = 7  # words of "in the bank of the coast Farid Salem"
_BUT: Final = frozenset({"لكن", "ولكن", "بينما", "فيما"})
# "He" of "that he saw" is the verb's subject, and stands before it.
_PRONOUN_BEFORE: Final = word_list(
    "إنه أنه إنها أنها إنهم أنهم لكنه لكنها لكنهم بأنه بأنها وأنه وإنه وأنها وإنها ولكنه ولكنها"
)
_NO_VERB_AFTER: Final = frozenset({"عدم", "دون", "بدون"})  # "without telling his name"
_OCCASIONS: Final = word_list(
    "بيان مؤتمر كلمة تصريح تصريحات حديث خطاب مقابلة حوار رسالة تغريدة منشور لقاء اجتماع جلسة تقرير "
    "مقال كتاب ختام افتتاح وقت نهاية بداية هذا هذه اتصال مكالمة تعليق مقطع "
    "صباح مساء ظهر يوم أمس ليلة فجر مطلع أحد اثنين ثلاثاء أربعاء خميس جمعة سبت"
)
_ENDS: Final = word_list("نقلا نقلاً صادر صادرة")
# Whom something is told, not where somebody works: "the minister to the journalists".
_TOLD: Final = word_list(
    "للصحفيين للإعلاميين للصحافيين للصحافة للصحيفة للوكالة للقناة للإذاعة للتلفزيون للبرلمان "
    "للنواب للحاضرين للجمهور للأهالي للسكان للمرة للمجلس"
)
_CLAUSE: Final = word_list("أن إن أنه إنه أنها إنها بأن بأنه بأنها أنّ إنّ أنهم إنهم")
_NAME_WORDS: Final = (2, 3)  # of a person after a workplace


def find_arabic_subject(tokens: Sequence[Token], event: Event, found: Sequence[Event]) -> None:
    """Set who says what the event says; an event whose words name nobody is left to nobody."""
    before = tokens[event.first - 1].lower if event.first else ""
    if is_passive(tokens[event.first].text) or before in _PRONOUN_BEFORE | _NO_VERB_AFTER:
        event.manner = "tell"
        return
    start = event.last + 1
    while start < len(tokens) and tokens[start].lower in WITH_PRONOUN:
        start += 1
    right = arabic_phrase(tokens, start) if start < len(tokens) else None
    if right is not None or start > event.last + 1:
        _set_right(tokens, event, right)
        return
    topic = _topic(tokens, event.first)
    if topic is not None and not is_verb(tokens[topic.first].lower):
        event.subject = checked(tokens, topic)
        event.manner = event.manner if event.subject is not None else "tell"
    else:
        event.subject = found[-1].subject if found else None


def _set_right(tokens: Sequence[Token], event: Event, right: Mention | None) -> None:
    whole = checked(tokens, right) if right is not None else None
    cut = event.manner != "quote" and right is not None and is_doing(tokens[right.first].lower)
    if whole is None or cut:
        event.manner = "tell" if event.manner != "quote" else event.manner
        return
    event.subject, event.side, event.ends = whole, "R", max(whole.reach, whole.last)


def checked(tokens: Sequence[Token], mention: Mention) -> Mention | None:
    """Return a mention without what is no part of a name, role or body; None if nothing is left."""
    first, last = mention.first, mention.last
    first += first < last and tokens[first].lower in _BUT
    words = [token.lower for token in tokens[first : last + 1]]
    if (
        {words[0], words[0].removeprefix("و")} & PREPOSITIONS
        or words[0] in WITH_PRONOUN | DEMONSTRATIVES | PARTICLES
        or is_manner(words[0])
    ):
        return None
    if any(word in WITH_PRONOUN for word in words) or is_verb(words[0]):
        return None
    ends = next((at for at, word in enumerate(words) if _ends_name(word)), len(words))
    if ends == 0:
        return None
    last = first + ends - 1
    whole = _with_workplace(tokens, first, last)
    if whole is not None:
        return whole
    named = _past_owned(tokens, first, last)
    if named == last and is_lone(tokens[named].lower):
        return _with_marked(tokens, named)
    return mention._replace(first=named, last=last, reach=last)


def _ends_name(word: str) -> bool:
    saying = word in NOUN_OF_SAYING or word in _ENDS
    return saying or word in PARTICLES or is_manner(word) or is_verb(word)


def _past_owned(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where the name begins in "his lawyer Salma Quist"."""
    if last - first < 1 or not is_possessed(tokens[first].lower):
        after = tokens[first + 1].lower if first < last else ""
        if after not in ARABIC_TITLES or not tokens[first].lower.endswith("ه"):
            return past_titles(tokens, first, last)
    return past_titles(tokens, first + 1, last) if last - first > 1 else first


def _with_workplace(tokens: Sequence[Token], first: int, last: int) -> Mention | None:
    """Return the name of "the director in the province Nawal Saad", or the whole where it is open.

    A place has the article or stands in marks where it can be told from the name after it.
    """
    after = last + 1
    if not is_arabic_role(tokens[first].lower) or _has_name(tokens, first, last):
        return None
    word = tokens[after].lower if after < len(tokens) else ""
    belongs = word.startswith("لل") and word not in _TOLD
    if not belongs and word not in ("في", "لدى"):
        return None
    end = _workplace_end(tokens, after, _NAME_WORDS[0] + 1 + (not belongs))
    if end is None:
        return None
    place = after + 1
    for at in range(after + 1, end):
        marked = tokens[at].kind == QUOTED
        if marked or (at == place and tokens[at].lower.startswith("ال")):
            place = at + 1
    fits = (belongs or place > after + 1) and _NAME_WORDS[0] <= end - place <= _NAME_WORDS[1]
    named = place if fits else first
    return Mention(named, end - 1, "name", end - 1)


def _has_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell "the coach of the club Nadim Wahdan", who is named already, from a role alone."""
    place = first + 1
    while place <= last and tokens[place].lower.startswith("ال"):
        place += 1
    return place > first + 1 and last - place + 1 >= _NAME_WORDS[0]


def _workplace_end(tokens: Sequence[Token], after: int, fewest: int) -> int | None:
    """Return where a workplace and the name after it end; None where something else is told."""
    end = after + 1
    while end < len(tokens) and end - after <= _LONGEST_WORKPLACE and _goes_on(tokens, end):
        end += 1
    if end >= len(tokens) or end - after < fewest:
        return None
    told = any(token.lower.removeprefix("ال") in _OCCASIONS for token in tokens[after + 1 : end])
    following = tokens[end]
    closed = following.lower in _CLAUSE or following.text in "،:,"
    return end if not told and (closed or following.lower.startswith("ل")) else None


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.kind == QUOTED:
        return True
    stops = token.lower in PREPOSITIONS | PARTICLES | WITH_PRONOUN | _CLAUSE
    addressed = token.lower in ("ل", "لـ") or token.lower.startswith(("لل", "لوكالة", "لصحيفة"))
    return token.kind == WORD and not stops and not addressed


def _with_marked(tokens: Sequence[Token], noun: int) -> Mention | None:
    """Return "the broadcaster «V»" whole: a noun alone is a name with the marked one after it."""
    after = noun + 1
    marked = after < len(tokens) and tokens[after].kind == QUOTED
    short = marked and len(tokens[after].text.split()) <= _NAME_WORDS[1]
    return Mention(noun, after, "name", after) if short else None


def _topic(tokens: Sequence[Token], verb: int) -> Mention | None:
    """Return X of "as for X, he called ...", of "had X said" and of a subject before its verb."""
    first = verb - 1
    while first >= 0 and tokens[first].kind == WORD and first > verb - _LONGEST_TOPIC:
        first -= 1
    first += 1
    last = verb - 1 - (tokens[verb - 1].lower == "قد") if verb else -1
    if first <= last and tokens[first].lower in ("كان", "وكان", "كانت", "وكانت"):
        return arabic_phrase(tokens[: last + 1], first + 1)
    alone = first == 0 and last >= 0 and not tokens[verb].lower.startswith(("و", "ف"))
    if alone and tokens[0].lower not in ("أما", "وأما"):
        topic = arabic_phrase(tokens[: last + 1], 0)
        return topic if topic is not None and topic.last == last else None
    if tokens[0].lower in ("أما", "وأما"):
        last = 1
        while last < verb and tokens[last].kind == WORD:
            last += 1
        return Mention(1, last - 1, "name", last - 1) if last > 1 else None
    return None
