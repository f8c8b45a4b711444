"""Whether a sentence is about a day that it names: it happened then, or is announced for then."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.key_points.stand_alone import find_quoted
from wireroom.engine.insight.timeline.tables import (
    AHEAD,
    ARTICLES,
    BORDERS,
    CLAUSES,
    CONTENT_VERBS,
    DONE_BY_INFINITIVE,
    EVENTS,
    EVENTS_AS_TIME,
    MADE_KNOWN,
    PAST,
    PAST_ENDINGS,
    PLANNED,
    SAID,
    UNSURE,
)
from wireroom.engine.text.dates.mention import DateMention, Kind, Precision
from wireroom.engine.text.words import fold, word_spans

_PRECISE: Final = frozenset((Precision.DAY, Precision.HOUR))
# Of a weekday whose direction no verb told the readers of days are only so sure.
_DIRECTION_TOLD: Final = 0.85
_GENITIVE: Final = re.compile(r"(?: (?:morning|night|evening|afternoon))?['’]s\b")
# "..., January 10, 2017.": the day of a picture.
_DATED_CAPTION: Final = re.compile(r"[.\s]*\Z")
_TODAY: Final = frozenset(("today", "hoy", "heute", "aujourd'hui"))
_SHORT_VERB: Final = 3  # letters; "red" is none
# Nearly a week back a weekday means more likely the coming one, of a report whose time is off.
_WEEKDAY_BACK: Final = 5
# Words of a sentence that opens with its day, among which its verb stands.
_NEAR_AFTER: Final = 6
_ROUGH_DAYS: Final = re.compile(r"\A\w+ ايام\Z|\A(?:ايام|days)\Z")  # "days ago"
# The last "to" with a verb: not "to the jail", "to jail", "to 48", "to Kentucky".
_INFINITIVE: Final = re.compile(
    r"\bto (?!(?:the|a|an|his|her|its|their|this|that|jail|prison|court|work|school)\b)"
    r"[a-z]{2,}(?!.*\bto\b)"
)
_AT_A_DAY: Final = frozenset(
    ("on", "late", "early", "later", "earlier", "at", "midnight", "noon", "a.m", "p.m", "am", "pm")
)
_JOINTS: Final = frozenset(("and", "but", "or"))
_AUXILIARY: Final = frozenset(("was", "were", "been", "had", "has", "have", "being", "got"))
_BEEN: Final = frozenset(("was", "were", "been", "being"))
_SET_TO: Final = re.compile(r"\b(?:is|are|was|were) set (?:to|for)\b")
_AR_FUTURE: Final = re.compile(r"[وف]?(?:سي|ست|سن)\w{3,}")
_AR_IMPERFECT: Final = re.compile(r"[وف]?[يت]\w{3,}")


class When(StrEnum):
    """On which side of its report a told day lies."""

    HAPPENED = "happened"
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with one day in it: folded words before and after, and the whole."""

    text: str
    lang: str
    start: int
    end: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def frame_of(text: str, lang: str, start: int, end: int) -> Frame:
    """Return the words around a day that stands from `start` to `end` in the sentence."""
    spans = word_spans(text)
    before = tuple(word for word, _, last in spans if last <= start)
    after = tuple(word for word, first, _ in spans if first >= end)
    return Frame(text, lang, start, end, before, after)


def when_told(frame: Frame, mention: DateMention, published: date | None) -> When | None:
    """Return how the sentence is about the day; None where it only mentions it."""
    if mention.precision not in _PRECISE or mention.first != mention.last:
        return None
    if published is None or not _is_its_own_day(frame, mention):
        return None
    if mention.kind is Kind.WEEKDAY and (published - mention.first).days > _WEEKDAY_BACK:
        return None
    if _is_unsure(frame):
        return None
    if mention.first > published:
        if mention.kind is Kind.WEEKDAY and _was_planned(frame):
            return None
        return When.ANNOUNCED if _is_ahead(frame) or _is_planned(frame) else None
    is_ahead = _is_ahead(frame)
    if mention.first == published and is_ahead:
        return When.ANNOUNCED
    if is_ahead or _is_of_infinitive(frame) or not _is_past(frame, mention):
        return None
    return When.HAPPENED


def _is_unsure(frame: Frame) -> bool:
    """Tell whether what frames the day might be or might have been, or the day is a rough one."""
    told = fold(frame.text[frame.start : frame.end])
    if _ROUGH_DAYS.search(told):
        return True
    if frame.after[:1] == ("through",):
        return True
    return not UNSURE[frame.lang].isdisjoint(_near(frame))


def _is_its_own_day(frame: Frame, mention: DateMention) -> bool:
    """Tell whether the day frames the main clause instead of marking a thing or another clause."""
    if any(first < frame.end and last > frame.start for first, last in find_quoted(frame.text)):
        return False
    if _GENITIVE.match(frame.text, frame.end) or not frame.lang:
        return False
    if (
        _is_behind_border(frame)
        or _is_bracketed(frame)
        or _is_of_participle(frame)
        or _is_of_event(frame)
    ):
        return False
    tail, head = frame.text[frame.end :], frame.text[: frame.start]
    if mention.kind is Kind.ABSOLUTE and head.rstrip().endswith(",") and _DATED_CAPTION.match(tail):
        return False
    return not _is_in_clause(frame)


def _is_behind_border(frame: Frame) -> bool:
    near = [word for word in frame.before[-2:] if word not in ARTICLES]
    return bool(near) and (near[-1] in BORDERS[frame.lang] or near[-1].endswith("'s"))


def _is_of_participle(frame: Frame) -> bool:
    """Tell whether the day is that of "a deal announced Wednesday by" in an English sentence."""
    if frame.lang != "en" or not frame.text[frame.end :].startswith(" by "):
        return False
    return _BEEN.isdisjoint(frame.before[-4:])


def _is_of_event(frame: Frame) -> bool:
    """Tell whether the day marks a noun: "comments on Tuesday", "the bill she signed Monday"."""
    if frame.lang != "en":
        return False
    words = [word for word in frame.before if word not in _AT_A_DAY]
    if not words:
        return False
    if words[-1] in EVENTS:
        return EVENTS_AS_TIME.isdisjoint(frame.before[-5:-1])
    return words[-1] in MADE_KNOWN and _follows_other_verb(words[:-1])


def _follows_other_verb(words: Sequence[str]) -> bool:
    """Tell whether the nearest verb of the past before these words' end has no clause behind it."""
    for word in reversed(words):
        if word in _JOINTS or word in CONTENT_VERBS or word in _AUXILIARY:
            return False
        if _is_verb_of_past(word):
            return True
    return False


def _is_bracketed(frame: Frame) -> bool:
    head = frame.text[: frame.start]
    return head.count("(") > head.count(")")


def _is_in_clause(frame: Frame) -> bool:
    """Tell whether a word that opens a clause stands before the day, and no comma ends the clause.

    A clause at the head of the sentence ends at its comma: "After the vote, she left on Monday".
    """
    text = frame.text[: frame.start]
    openings = CLAUSES[frame.lang]
    spans = [(word, first) for word, first, last in word_spans(text) if word in openings]
    if not spans:
        return _is_relative_that(frame)
    _, place = spans[-1]
    return "," not in text[place:] and "،" not in text[place:]


def _is_relative_that(frame: Frame) -> bool:
    """Tell whether an English "that" before the day follows a noun, not a verb of saying."""
    if frame.lang != "en" or "that" not in frame.before:
        return False
    place = len(frame.before) - 1 - frame.before[::-1].index("that")
    verb = frame.before[place - 1] if place else ""
    return not (verb in SAID or _is_verb_of_past(verb))


def _is_said_first(frame: Frame) -> bool:
    """Tell whether the day is that of saying: "said on Tuesday that it would"."""
    near = frame.before[-4:]
    return not SAID.isdisjoint(near)


def _is_ahead(frame: Frame) -> bool:
    """Tell whether what the sentence says of the day is to come."""
    if _is_said_first(frame):
        return False
    near = _near(frame)
    if frame.lang == "en" and _SET_TO.search(frame.text):
        return True
    if frame.lang == "ar" and any(_AR_FUTURE.fullmatch(word) for word in near):
        return True
    return not AHEAD[frame.lang].isdisjoint(near)


def _is_planned(frame: Frame) -> bool:
    return not PLANNED.get(frame.lang, frozenset()).isdisjoint(_near(frame))


def _was_planned(frame: Frame) -> bool:
    """Tell whether what was planned for a weekday may lie behind: "was scheduled on Friday to"."""
    if frame.lang != "en":
        return False
    return any(
        word in ("was", "were", "been") and (following == "set" or following in AHEAD["en"])
        for word, following in pairwise(frame.before)
    )


def _near(frame: Frame) -> tuple[str, ...]:
    """Return the words among which the verb of the day stands: those before it, if any."""
    return frame.before if len(frame.before) > 1 else frame.after[:_NEAR_AFTER]


def _is_of_infinitive(frame: Frame) -> bool:
    """Tell whether an English day belongs to what somebody wants, not to what was done."""
    if frame.lang != "en":
        return False
    words = frame.before
    for place in range(len(words) - 2, 0, -1):
        if _is_verb_of_past(words[place]):
            return False
        if words[place] == "to" and _INFINITIVE.search(frame.text[: frame.start]):
            return words[place - 1] not in DONE_BY_INFINITIVE
    return False


def _is_verb_of_past(word: str, lang: str = "en") -> bool:
    return word in PAST[lang] or (
        len(word) > _SHORT_VERB and word.endswith(PAST_ENDINGS.get(lang, ()))
    )


def _is_past(frame: Frame, mention: DateMention) -> bool:
    """Tell whether a verb says that it has been, and the day is not "today" for "nowadays"."""
    told = fold(frame.text[frame.start : frame.end])
    if frame.lang == "ar":
        first = (frame.before or frame.after or ("",))[0]
        return mention.confidence >= _DIRECTION_TOLD or not _AR_IMPERFECT.fullmatch(first)
    if told in _TODAY and (frame.lang != "en" or not frame.before):
        return False
    return any(_is_verb_of_past(word, frame.lang) for word in (*frame.before, *frame.after))
