"""Whether a sentence holds an answer of the kind that is asked for, beside what it is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.ask import words_ar, words_en
from wireroom.engine.insight.ask.question import Kind, Question
from wireroom.engine.insight.ask.reading import STOP, Word
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.numbers import Number, NumberToken, find_numbers, number_tokens
from wireroom.engine.text.words import fold

# Words between an answer and what it is about; chosen on the tuned half of the questions.
_FAR: Final = 14
_NEAR: Final = 4
_AGE: Final = 4
_ROLE: Final = 4
_TIME_UNIT: Final = re.compile(
    r"(?:second|minute|hour|day|week|month|year|decade)s?\Z|half-hour\Z"
    r"|(?:ثاني|ثوان|دقيق|دقاي|ساع|يوم|ايام|اسبوع|اسابيع|شهر|اشهر|شهور|عام|اعوام|سن)"
)
_TIME_EN: Final = re.compile(words_en.TIME)
_TIME_AR: Final = re.compile(words_ar.TIME)
_UNCOUNTED: Final = re.compile(
    r"\b(?:an?|several|many) (?:hour|day|week|month|year|decade)s?\b"
    r"|\b(?:ساعتين|يومين|[اأ]سبوعين|شهرين|عامين|سنتين|[اأ]سبوع|شهر)\b"
)
_OLDEST: Final = 130
_TENS_AR: Final = re.compile(
    r"\bفي (?:ال\S+ و)?ال(?:عشرين|ثلاثين|اربعين|خمسين|ستين|سبعين|ثمانين|تسعين)\b"
)
_PLACE_EN: Final = re.compile(
    r"\b(?:in|at|to|from|on the|near|off|into|outside|between|behind) "
    r"(?:(?:the|an|a|its|his|her) )?(?:\w+ ){0,2}?(?:[A-Z][\w’'-]+|"
    + "|".join(sorted(words_en.PLACES)) + r")\b"
)  # fmt: skip
_PLACE_AR: Final = re.compile(r"(?:\A|\s)(?:في|الي|علي|من|قرب|شرق|غرب|شمال|جنوب|عند|داخل|و?بين)\s")
_SAID: Final = re.compile(r"[\"“”«»]|\bsa(?:id|ys)\b|\btold\b|(?:\A|\s)و?قال")
_CAUSE_EN: Final = re.compile(r"\b(?:" + "|".join(words_en.CAUSES) + r")\b|\bfor \w+ing\b")
_CAUSE_AR: Final = re.compile(r"(?:\A|\s)[وف]?(?:" + "|".join(words_ar.CAUSES) + r")(?=\s)")
_NO_PERSON: Final = words_in(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december i
    """
)
# Words between a number and what it counts.
_WITHIN_COUNT: Final = words_in("of the its their his her other more من هذه هذا")
_ANYBODY: Final = words_in("people persons شخص شخصا اشخاص")
_PLACE_LEADS: Final = words_in("at in near off from outside of towards into")
_TWICE: Final = frozenset(("once", "twice", "thrice", "مرتين"))


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the places (of words) at which it meets the question."""

    text: str
    words: Sequence[Word]
    met: Sequence[int]


def holds_answer(question: Question, scene: Scene) -> bool:
    """Whether the sentence has what the question asks for."""
    return _CHECKS[question.kind](question, scene)


def _any(question: Question, scene: Scene) -> bool:
    return len(scene.words) > len(question.needs)


def _said(question: Question, scene: Scene) -> bool:
    return bool(_SAID.search(fold(scene.text)) or "“" in scene.text)


def _why(question: Question, scene: Scene) -> bool:
    pattern = _CAUSE_AR if question.is_arabic else _CAUSE_EN
    return bool(pattern.search(fold(scene.text)))


def _when(question: Question, scene: Scene) -> bool:
    pattern = _TIME_AR if question.is_arabic else _TIME_EN
    folded = fold(scene.text)
    share = len(folded) / max(len(scene.text), 1)
    return any(
        _is_near(scene, int(found.start() / share), _FAR) for found in pattern.finditer(folded)
    )


def _where(question: Question, scene: Scene) -> bool:
    if question.is_arabic:
        return bool(_PLACE_AR.search(fold(scene.text)))
    asked = {need.word for need in question.needs}
    return any(
        found[0].split()[-1].casefold() not in asked and _is_near(scene, found.start(), _FAR // 2)
        for found in _PLACE_EN.finditer(scene.text)
    )


def _who(question: Question, scene: Scene) -> bool:
    if question.is_arabic:
        return len(scene.words) > len(question.needs) and (
            not question.is_role or _is_compact(scene, len(question.needs))
        )
    asked = frozenset[str]().union(*(need.keys for need in question.needs))
    if any(need.is_name for need in question.needs) and not _has_plain(question):
        return True
    people = [
        place
        for place, word in enumerate(scene.words)
        if word.is_capital and not word.keys & asked and _is_person(scene, place)
    ]
    if question.is_role:
        return any(_has_role(question, scene, one) for one in (*people, *_by_trade(scene, asked)))
    return any(_gap(scene, place) <= _FAR // 2 for place in (*people, *_by_trade(scene, asked)))


def _has_role(question: Question, scene: Scene, place: int) -> bool:
    """Whether all words of an office stand about who holds it."""
    about = scene.words[max(0, place - 2 * _ROLE) : place + 2 * _ROLE + 1]
    return _gap(scene, place) <= _ROLE and all(
        need.is_name or any(need.keys & word.keys for word in about) for need in question.needs
    )


def _has_plain(question: Question) -> bool:
    return any(not need.is_name for need in question.needs)


def _is_person(scene: Scene, place: int) -> bool:
    word = scene.words[place]
    if _is_of_place(scene, place):
        return False
    return word.word not in _NO_PERSON and bool(word.keys) and (place > 0 or len(word.word) > 3)


def _is_of_place(scene: Scene, place: int) -> bool:
    """Whether a name stands where a place does: "at Skarrow", "in Tor Havn"."""
    while place > 0:
        before = scene.words[place - 1]
        between = scene.text[before.end : scene.words[place].start]
        if before.word in _PLACE_LEADS:
            return True
        if not (before.is_capital and between in (" ", ", ")):
            return False
        place -= 1
    return False


def _by_trade(scene: Scene, asked: frozenset[str]) -> list[int]:
    return [
        place
        for place, word in enumerate(scene.words)
        if word.word in words_en.TRADES and not word.keys & asked
    ]


def _is_compact(scene: Scene, count: int) -> bool:
    return bool(scene.met) and scene.met[-1] - scene.met[0] <= count + _ROLE


def _gap(scene: Scene, place: int) -> int:
    return min((abs(place - met) for met in scene.met), default=_FAR * 2)


def _is_near(scene: Scene, start: int, most: int) -> bool:
    place = next((i for i, word in enumerate(scene.words) if word.end > start), len(scene.words))
    return not scene.met or _gap(scene, place) <= most


def _age(question: Question, scene: Scene) -> bool:
    for number, tokens in _numbers(scene.text):
        start, end = tokens[number.first].start, tokens[number.last - 1].end
        if (
            number.unit in ("", "year")
            and number.value <= _OLDEST
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
        return bool(re.match(r"-year-old| years? old|[,. ]", after)) and _gap(scene, place) <= _AGE
    if re.match(r" years? (?:old|ago)", after):
        return _gap(scene, place) <= _AGE
    aged = re.search(r"(?:عمره|عمرها|البالغ\S*)(?: من العمر)? \Z", fold(before))
    return bool(aged) and _gap(scene, place) <= _AGE + 1


def _count(question: Question, scene: Scene) -> bool:
    return any(_counts(question, scene, *found) for found in _numbers(scene.text)) or any(
        word.word in _TWICE and _gap(scene, place) <= 1 for place, word in enumerate(scene.words)
    )


def _counts(
    question: Question, scene: Scene, number: Number, tokens: Sequence[NumberToken]
) -> bool:
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    place = next((i for i, one in enumerate(scene.words) if one.end > start), 0)
    after = _noun_places(scene, end)
    if not question.counted:
        return not _is_measure(number, scene, after) and _is_near(scene, start, _FAR // 2)
    nouns = [i for i in after if scene.words[i].keys & question.counted]
    behind = [
        i for i in range(max(0, place - _NEAR), place)
        if scene.words[i].keys & question.counted and not number.unit and _counts_these(scene, after)
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


def _measure(question: Question, scene: Scene) -> bool:
    return any(
        _is_measured(number, tokens, scene)
        and _is_near(scene, tokens[number.first].start, _FAR // 2 + 2)
        for number, tokens in _numbers(scene.text)
    )


def _is_measured(number: Number, tokens: Sequence[NumberToken], scene: Scene) -> bool:
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    told = {token.word for token in tokens[number.first : number.last]}
    told.update([one.word for one in scene.words if one.start >= end][:2])
    return (
        bool(told & (words_en.MEASURED | words_ar.MONEY)) or scene.text[start - 1 : start] in "$€£"
    )


def _score(question: Question, scene: Scene) -> bool:
    return bool(re.search(r"\b\d{1,3} ?[-–:] ?\d{1,3}\b(?! ?[ap]\.?m)", scene.text))


def _amount(question: Question, scene: Scene) -> bool:
    return any(
        not number.rank and _is_near(scene, tokens[number.first].start, _FAR // 2)
        for number, tokens in _numbers(scene.text)
    )


def _duration(question: Question, scene: Scene) -> bool:
    for number, tokens in _numbers(scene.text):
        end = tokens[number.last - 1].end
        after = [one.word for one in scene.words if one.start >= end - 1][:2]
        said = [token.word for token in tokens[number.first : number.last]]
        if any(map(_TIME_UNIT.match, [*after, *said, number.unit])) and _is_near(
            scene, tokens[number.first].start, _FAR // 2 + 1
        ):
            return True
    return any(
        _is_near(scene, found.start(), _FAR // 2 + 1) for found in _UNCOUNTED.finditer(scene.text)
    )


def _numbers(text: str) -> Iterator[tuple[Number, list[NumberToken]]]:
    tokens = number_tokens(text)
    for number in find_numbers(tokens):
        if not number.rank or number.unit:
            yield number, tokens


_CHECKS: Final = {
    Kind.ANY: _any,
    Kind.SAID: _said,
    Kind.WHY: _why,
    Kind.WHEN: _when,
    Kind.WHERE: _where,
    Kind.WHO: _who,
    Kind.AGE: _age,
    Kind.COUNT: _count,
    Kind.AMOUNT: _amount,
    Kind.DURATION: _duration,
    Kind.MEASURE: _measure,
    Kind.MONEY: _measure,
    Kind.SCORE: _score,
}
