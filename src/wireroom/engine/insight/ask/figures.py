"""Whether a sentence holds the number that is asked for: a count, an age, a measure, a while."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.ask import words_ar, words_en
from wireroom.engine.insight.ask.asked import Question
from wireroom.engine.insight.ask.reading import STOP
from wireroom.engine.insight.ask.scene import FAR, Scene, gap, is_near
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.numbers import Number, NumberToken, find_numbers, number_tokens
from wireroom.engine.text.words import fold

_NEAR: Final = 4
_AGE: Final = 4
_SIGNS: Final = frozenset("$€£")
_TIME_UNIT: Final = re.compile(
    r"(?:second|minute|hour|day|week|month|year|decade)s?\Z|half-hour\Z"
    r"|(?:ثاني|ثوان|دقيق|دقاي|ساع|يوم|ايام|اسبوع|اسابيع|شهر|اشهر|شهور|عام|اعوام|سن)"
)
_UNCOUNTED: Final = re.compile(
    r"\b(?:an?|several|many) (?:hour|day|week|month|year|decade)s?\b"
    r"|\b(?:ساعتين|يومين|[اأ]سبوعين|شهرين|عامين|سنتين|[اأ]سبوع|شهر)\b"
)
_OLDEST: Final = 130  # years of a person; a thing's age says "old"
_OLD: Final = re.compile(r"(?:[ -]years?)?[ -]old\b")
# "How long is the reef?" asks for no time.
_LENGTH: Final = re.compile(
    r"\b(?:kilometres?|metres?|miles?|feet|km|m|yards?)(?:[ -]long\b| in length)"
)
_TENS_AR: Final = re.compile(
    r"\bفي (?:ال\S+ و)?ال(?:عشرين|ثلاثين|اربعين|خمسين|ستين|سبعين|ثمانين|تسعين)\b"
)
# Words between a number and what it counts.
_WITHIN_COUNT: Final = words_in("of the its their his her other more من هذه هذا")
_ANYBODY: Final = words_in("people persons شخص شخصا اشخاص")
_TWICE: Final = frozenset(("once", "twice", "thrice", "مرتين"))


def has_age(question: Question, scene: Scene) -> bool:
    for number, tokens in _numbers(scene.text):
        start, end = tokens[number.first].start, tokens[number.last - 1].end
        if (
            number.unit in ("", "year")
            and (number.value <= _OLDEST or _OLD.match(scene.text, end))
            and _tells_age(scene, start, end)
        ):
            return True
    return bool(_TENS_AR.search(fold(scene.text))) and len(scene.met) >= len(question.needs)


def _tells_age(scene: Scene, start: int, end: int) -> bool:
    """Whether a number at a place is the age of who or what stands beside it."""
    place = next((i for i, word in enumerate(scene.words) if word.end > start), 0)
    after, before = scene.text[end : end + 14], scene.text[max(0, start - 24) : start]
    if re.match(r"[,.)]|، ", after) and re.search(r"(?:, (?:aged )?|\()\Z", before):
        return place - 1 in scene.met or (before.endswith("aged ") and place - 2 in scene.met)
    if re.match(r"-year-old", after) or re.search(r"(?:is|was|are|aged|of) \Z", before):
        return bool(re.match(r"-year-old| years? old|[,. ]", after)) and gap(scene, place) <= _AGE
    if re.match(r" years? (?:old|ago)| old\b", after):
        return gap(scene, place) <= _AGE
    aged = re.search(r"(?:عمره|عمرها|البالغ\S*)(?: من العمر)? \Z", fold(before))
    return bool(aged) and gap(scene, place) <= _AGE + 1


def has_count(question: Question, scene: Scene) -> bool:
    return any(_counts(question, scene, *found) for found in _numbers(scene.text)) or any(
        word.word in _TWICE and gap(scene, place) <= 1 for place, word in enumerate(scene.words)
    )


def _counts(
    question: Question, scene: Scene, number: Number, tokens: Sequence[NumberToken]
) -> bool:
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    place = next((i for i, one in enumerate(scene.words) if one.end > start), 0)
    after = _noun_places(scene, end)
    if not question.counted:
        return not _is_measure(number, scene, after) and is_near(scene, start, FAR // 2)
    nouns = [i for i in after if scene.words[i].keys & question.counted]
    behind = [
        i for i in range(max(0, place - _NEAR), place)
        if scene.words[i].keys & question.counted
        and not number.unit
        and _counts_these(scene, after)
    ]  # fmt: skip
    within = [
        i for i, one in enumerate(scene.words)
        if start <= one.start < end and one.keys & question.counted
    ]  # fmt: skip
    return bool(nouns or behind or within)


def _counts_these(scene: Scene, after: Sequence[int]) -> bool:
    """Whether what stands behind a number leaves open whom it counts: "employs 620 people"."""
    return not after or scene.words[after[0]].word in _ANYBODY


def _noun_places(scene: Scene, end: int) -> list[int]:
    """Return the places of the words that a number before them may count."""
    found: list[int] = []
    for place, one in enumerate(scene.words):
        if one.start < end:
            continue
        between = scene.text[end : one.start]
        is_over = one.word in STOP and one.word not in _WITHIN_COUNT
        if len(found) == _NEAR or is_over or any(sign in between for sign in ",;،؛:"):
            break
        found.append(place)
    return found


def _is_measure(number: Number, scene: Scene, after: Sequence[int]) -> bool:
    """Whether a number measures time, money or a share and counts nothing."""
    if number.unit or number.rank:
        return True
    return any(_TIME_UNIT.match(scene.words[i].word) for i in after[:1])


def has_measure(question: Question, scene: Scene) -> bool:
    return any(
        _is_measured(number, tokens, scene)
        and _in_units(question, number, tokens, scene)
        and is_near(scene, tokens[number.first].start, FAR // 2 + 2)
        for number, tokens in _numbers(scene.text)
    )


def _is_measured(number: Number, tokens: Sequence[NumberToken], scene: Scene) -> bool:
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    told = {token.word for token in tokens[number.first : number.last]}
    told.update([one.word for one in scene.words if one.start >= end][:2])
    return (
        bool(told & (words_en.MEASURED | words_ar.MONEY)) or scene.text[start - 1 : start] in "$€£"
    )


def has_score(question: Question, scene: Scene) -> bool:
    return bool(re.search(r"\b\d{1,3} ?[-–:] ?\d{1,3}\b(?! ?[ap]\.?m)", scene.text))


def has_amount(question: Question, scene: Scene) -> bool:
    return any(
        not number.rank
        and is_near(scene, tokens[number.first].start, FAR // 2)
        and _in_units(question, number, tokens, scene)
        for number, tokens in _numbers(scene.text)
    )


def _in_units(
    question: Question, number: Number, tokens: Sequence[NumberToken], scene: Scene
) -> bool:
    """Whether a number stands with a unit that the question may be answered in."""
    if not question.units:
        return True
    end = tokens[number.last - 1].end
    told = {token.word for token in tokens[number.first : number.last]}
    told |= {number.unit, *[one.word for one in scene.words if one.start >= end - 1][:2]}
    if "%" in scene.text[end - 1 : end + 2]:
        told.add("percent")
    start = tokens[number.first].start
    return not question.units.isdisjoint(told) or scene.text[start - 1 : start] in _SIGNS


def has_duration(question: Question, scene: Scene) -> bool:
    for number, tokens in _numbers(scene.text):
        end = tokens[number.last - 1].end
        after = [one.word for one in scene.words if one.start >= end - 1][:2]
        said = [token.word for token in tokens[number.first : number.last]]
        if any(map(_TIME_UNIT.match, [*after, *said, number.unit])) and is_near(
            scene, tokens[number.first].start, FAR // 2 + 1
        ):
            return True
    return any(
        is_near(scene, found.start(), FAR // 2 + 1)
        for pattern in (_UNCOUNTED, _LENGTH)
        for found in pattern.finditer(scene.text)
    )


def _numbers(text: str) -> Iterator[tuple[Number, list[NumberToken]]]:
    tokens = number_tokens(text)
    for number in find_numbers(tokens):
        if not number.rank or number.unit:
            yield number, tokens
