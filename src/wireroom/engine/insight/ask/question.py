"""A question read: what kind of answer it wants, and the words an answer must be about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from wireroom.engine.insight.ask import words_ar, words_en
from wireroom.engine.insight.ask.asked import COUNTS, Kind, Need, Question
from wireroom.engine.insight.ask.deeds import mark_deed, mark_names
from wireroom.engine.insight.ask.measures import mark_measure
from wireroom.engine.insight.ask.reading import STOP, word_keys
from wireroom.engine.insight.ask.synonyms import wide_keys
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.words import fold, word_spans

LONGEST: Final = 300  # characters of a question that are read
MOST_NEEDS: Final = 16
_SHORT: Final = 2  # an elliptic question has fewer words of its own
_ELSEWHERE: Final = -100  # the place of a word that another question has
_PRONOUNS: Final = words_en.PRONOUNS - {"who", "which", "that"}


_PRICED: Final = "|".join(sorted(words_ar.PRICED))
_KINDS_EN: Final = (
    (r"what (?:is|was|are|were) [^?]*\b(?:called|named|titled|known as)\s*\??\s*\Z", Kind.NAMED),
    (r"how many times\b", Kind.COUNT),
    (r"how many\b", Kind.COUNT),
    (r"how much (?:time)\b|(?:for |since )?how long\b", Kind.DURATION),
    (r"what (?:is|was) the name of\b", Kind.WHO),
    (r"(?:what|which) (?:is |was |were )?(?:the )?(?:final )?(?:score|result)\b", Kind.SCORE),
    (r"how much\b", Kind.MEASURE),
    (r"what (?:share|percentage|proportion)\b", Kind.AMOUNT),
    (r"how old\b", Kind.AGE),
    (r"how often\b", Kind.OFTEN),
    (r"what time\b|when\b|(?:what|which) (?:day|date|year|month|hour)\b", Kind.WHEN),
    (r"where\b|(?:in )?(?:what|which) (?:place|town|city|country)\b", Kind.WHERE),
    (r"why\b|for what reason\b", Kind.WHY),
    (r"who\b|whom\b|whose\b", Kind.WHO),
    (r"what (?:did|does|do|has|have) (?=.*\b(?:say|said)\b)", Kind.SAID),
)
_KINDS_AR: Final = (
    (r"(?:ما |كم )(?:هو |هي )?عمر\S*|كم (?:يبلغ|تبلغ) من العمر", Kind.AGE),
    (r"كم (?=(?:استمر|استغرق|دام|تاخر|تستمر|يستمر|تستغرق|يستغرق|بقي)\S*\b)", Kind.DURATION),
    (
        rf"[بل]?كم (?=(?:كانت |كان |هي |هو |بلغت |بلغ |يبلغ |تبلغ )?(?:ال)?(?:{_PRICED})\b)",
        Kind.MONEY,
    ),
    (r"كم (?:عدد|مره)\b", Kind.COUNT),
    (r"كم (?=\S+ا\b|\S+ه\b)(?!كلفه|قيمه|نسبه|مده|كانت|هي)", Kind.COUNT),
    (r"[بل]?كم\b", Kind.AMOUNT),
    (r"(?:منذ )?متي\b|(?:في )?اي (?:يوم|ساعه|دقيقه|سنه|عام|شهر|وقت)\b", Kind.WHEN),
    (r"(?:الي |من )?اين\b", Kind.WHERE),
    (r"لماذا\b|لم\b|ما (?:هو )?سبب\b", Kind.WHY),
    (r"ماذا (?=.*\b(?:قال|قالت|يقول|تقول)\b)", Kind.SAID),
    (r"من (?:هو|هي|هم)?\b", Kind.WHO),
)
_OPENING: Final = re.compile(r"(?:and |but |so )?(?:at |in |on |by |for |to |from )?")
_OPENING_AR: Final = re.compile(r"(?:[وف](?=كم|متي|اين|لماذا|من |ماذا|هل|ما |ب?كم))?")
_ELLIPTIC: Final = re.compile(r"\s*(?:and|but|و(?:كم|متي|اين|لماذا|من|ماذا|هل|ما|بكم))\b")
_NUMERIC: Final = re.compile(r"(?:what|which)\b.{0,40}?\b(\w+)")


def read_question(text: str, before: Sequence[str] = ()) -> Question:
    """Return what a question wants; one that leans on those before it takes their subject."""
    asked = _read(text[:LONGEST])
    if not before or not _leans(text[:LONGEST], asked):
        return asked
    subject = read_question(before[-1], before[:-1][-2:])
    names = any(need.is_name for need in asked.needs)
    short = len(asked.needs) < _SHORT or _has_pronoun(text)
    return _carried(asked, subject, binds=short and not names)


def _leans(text: str, asked: Question) -> bool:
    return not asked.needs or bool(_ELLIPTIC.match(fold(text))) or _has_pronoun(text)


def _has_pronoun(text: str) -> bool:
    return not _PRONOUNS.isdisjoint(word for word, _, _ in word_spans(text))


def _carried(asked: Question, subject: Question, *, binds: bool) -> Question:
    """Add what the question before was about; where it `binds` its names must be there.

    A question without words of its own ("And when?") takes all of it.
    """
    own = frozenset[str]().union(*(need.keys for need in asked.needs))
    bare = not asked.needs
    added = [
        replace(need, is_soft=not bare and not (binds and need.is_name), place=_ELSEWHERE)
        for need in subject.needs
        if not need.keys & own
    ]
    kind = subject.kind if bare and asked.kind in (Kind.ANY, Kind.THING) else asked.kind
    needs = (*asked.needs, *added)[:MOST_NEEDS]
    return replace(asked, kind=kind, needs=needs, is_role=asked.is_role and not bare)


def _read(text: str) -> Question:
    text = _in_one_word(text)
    words = word_spans(text)
    arabic = sum(is_arabic(word) for word, _, _ in words) * 2 > len(words)
    folded = fold(text).strip(" ¿\"'«")
    opening = (_OPENING_AR if arabic else _OPENING).match(folded)
    rest = folded[opening.end() if opening else 0 :]
    kind, taken = _kind_of(rest, arabic=arabic)
    needs = tuple(_needs(text, words, kind, arabic=arabic))[:MOST_NEEDS]
    counted = (
        _counted(rest, rest[taken:], arabic=arabic) if kind is Kind.COUNT else frozenset[str]()
    )
    if kind is Kind.ANY and not arabic and (numeric := _NUMERIC.match(rest)):
        kind = Kind.AMOUNT if _asks_number(rest, numeric) else kind
    if kind is Kind.ANY and _THING.match(rest):
        kind = Kind.THING
    is_role = kind is Kind.WHO and (
        rest.startswith("what") or _is_role(rest, rest[taken:], arabic=arabic)
    )
    read = mark_deed(Question(kind, needs, counted, is_role, arabic), rest[taken:])
    return read if arabic else mark_names(mark_measure(read, rest.split()), words, text)


def _in_one_word(text: str) -> str:
    """Return the question with its turns of phrase put in the one word that tables have."""
    for pattern, word in _IDIOMS:
        text = pattern.sub(word, text)
    return text


_IDIOMS: Final = tuple(
    (re.compile(rf"\b(?:{turn})\b", re.IGNORECASE), word) for turn, word in words_en.IDIOMS
)


def _kind_of(rest: str, *, arabic: bool) -> tuple[Kind, int]:
    for pattern, kind in _KINDS_AR if arabic else _KINDS_EN:
        if match := re.match(pattern, rest):
            return kind, match.end()
    if not arabic and (measure := re.match(r"how (\w+)", rest)) and measure[1] in words_en.MEASURES:
        return Kind.AMOUNT, measure.end()
    return Kind.ANY, 0


_THING: Final = re.compile(r"(?:what|which|ما|ماذا|اي)\b")
_SIDE: Final = re.compile(r" (?:of|for|in|at|on|after|before|by) ")


def _asks_number(rest: str, opening: re.Match[str]) -> bool:
    head = re.split(r"\b(?:is|was|did|does|do|has|have|are|were|will)\b", rest[opening.start() :])
    words = head[0].split() if len(head[0].split()) > 1 else _SIDE.split(rest)[0].split()[:7]
    return any(word.strip("?") in words_en.NUMBER_NOUNS for word in words)


# "How many times" counts no thing, and what stands behind it is the deed.
_TIMES_OVER_AR: Final = re.compile(r"كم (?:عدد )?مر(?:ه|ات)\b")


def _counted(opening: str, rest: str, *, arabic: bool) -> frozenset[str]:
    for word, _, _ in word_spans(rest)[:2]:
        if (
            _TIMES_OVER_AR.match(opening)
            or word in STOP
            or word in (words_ar.GENERIC if arabic else words_en.GENERIC)
        ):
            return frozenset()
        if not arabic and not word.endswith(("s", "children", "men", "women", "sheep", "crew")):
            continue
        return wide_keys(word)
    return frozenset()


_HE: Final = words_in("هو هي هم")
_STANDS: Final = words_in("from against to with for at in on behind")


def _is_role(opening: str, rest: str, *, arabic: bool) -> bool:
    """Whether "who is" is followed by an office or a relation, no deed."""
    if arabic:
        second = opening.strip(" ؟").split()[1:2]
        return bool(second) and (second[0] in _HE or second[0] in words_ar.OFFICES)
    first, *others = [*rest.split()[:4], ""]
    if len(others) > 1 and others[1] in _STANDS:  # "is exempt from", "was against"
        return False
    return first in words_en.ROLE_OPENERS and not any(
        word.strip("?").endswith("ed") or word == "sent" for word in others
    )


def _needs(
    text: str, words: Sequence[tuple[str, int, int]], kind: Kind, *, arabic: bool
) -> Iterator[Need]:
    generic = words_ar.GENERIC if arabic else words_en.GENERIC
    seen = is_of = False
    for place, (word, start, _) in enumerate(words):
        word = word.removesuffix("'s")
        is_of = is_of or (seen and word == "of")
        if not word[0].isalnum() or word in STOP or _is_asking(word, place, kind):
            continue
        is_name = text[start].isupper() and place > 0
        if (word in generic and not is_name) or (word == "next" and place == len(words) - 1):
            continue
        measure = words_en.MEASURES.get(word) if kind is Kind.AMOUNT else None
        if measure == "" or (word in _OF_KIND.get(kind, ())):
            continue
        keys = wide_keys(word)
        if measure:
            keys = keys.union(*(word_keys(one) for one in measure.split()))
        is_core = (
            bool(measure)
            or (arabic and not seen and kind in _CORE)
            or (kind is Kind.SAID and not seen)
        )
        seen = True
        literal = frozenset(key for key in word_keys(word) if "#" not in key)
        yield Need(
            word,
            keys,
            place,
            is_name,
            is_of,
            is_soft=(kind is Kind.SCORE and word in _SCORES) or word in words_en.MOMENTS,
            is_core=is_core,
            literal=literal,
            leads=_leads_to(word),
        )


# Words that ask for the kind and are about nothing.
_OF_KIND: Final = {
    Kind.DURATION: words_in(
        "last lasts lasted take takes took استمر استغرق دام تستمر يستمر تستغرق يستغرق مده استمرت"
    ),
    Kind.MONEY: words_in("سعر ثمن قيمه"),
    Kind.OFTEN: words_in("often"),
    Kind.WHEN: words_in("due scheduled expected supposed"),
}
_BEFORE: Final = words_in("first second third last next earlier previous new former latest اخر اول")
_CARDINALS: Final = words_in("two three four five six seven eight nine ten eleven twelve")
_AFTER: Final = words_in("المقبل المقبله الماضي الماضيه الاول الاولي الثاني الثانيه الاخير الاخيره")
_CORE: Final = (Kind.AMOUNT, Kind.MONEY, Kind.DURATION)
_ASKING: Final = words_in(
    "how what which why when where who whom whose كم متي اين لماذا من ماذا هل كيف اي ما بكم عمر "
    "عمره عمرها"
)


def _is_asking(word: str, place: int, kind: Kind) -> bool:
    if is_arabic(word) and place == 0:
        word = word[1:] if word[0] in "وف" and word[1:] in _ASKING else word
    if kind is Kind.WHEN and place <= 2 and word in words_en.TIME_NOUNS | _TIMES_AR:
        return True
    return word in _ASKING


_SCORES: Final = words_in("final score result")
_TIMES_AR: Final = frozenset(("يوم", "ساعه", "دقيقه", "سنه", "عام", "شهر", "وقت"))


def _leads_to(word: str) -> str:
    if word in _CARDINALS:
        return COUNTS
    return ">" if word in _BEFORE else "<" if word in _AFTER else ""
