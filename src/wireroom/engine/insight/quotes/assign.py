"""Which verb of saying a marked stretch belongs to, and whether it is speech at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.quotes.clauses import is_finite
from wireroom.engine.insight.quotes.cue_tables import THAT
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.marks import Marked
from wireroom.engine.insight.quotes.quote import Kind
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS, NP_ENDS

_WORD: Final = re.compile(r"\w+(?:['’\-]\w+)*")
_SAYING_THAT: Final = THAT["ar"] - {"إلى", "على"}
_IN_TITLES: Final = word_list("and of for in at with")
_SHORT: Final = 3  # words; shorter marked stretches without a verb of saying are no quotes
# What is rejected is somebody else's, unless it is rejected "as" something.
_REJECTED: Final = frozenset({"reject", "rejects", "rejected", "rejecting"})
_LONGEST_CALLED: Final = 20  # tokens from "called" to what it is called
_OPENING: Final = 6  # tokens before speech that goes on
_FRAGMENT: Final = 3  # words
_SPEECH: Final = 5  # words from which marked words that are a sentence are somebody's speech
_SMALL: Final = word_list(
    "the a an of and in on for to at by with from or as is de la le du des der die das und et y e "
    "el los las do da after before into over under about without"
)
# What stands before marked words that are a name or a title.
_NAMED: Final = word_list(
    "called titled entitled named dubbed nicknamed song film movie book album series track "
    "single show podcast novel play magazine newspaper word term phrase hashtag so-called labeled "
    "app identified programa caso program identified episode"
)
_REPORTS: Final = frozenset({"reports", "reported", "writes"})
_DENIALS: Final = frozenset({"denied", "denies", "denying", "disputed", "disputes"})
_LONGEST_AFTER: Final = 4  # tokens from a verb to its colon
_SUBORDINATE: Final = word_list("after before when since until because if unless once")
_KNOWN: Final = frozenset({"known", "titled", "listed", "billed", "marketed", "identified"})
_ACTIVE: Final = word_list("has have had he she they it who")
_DASHES: Final = ",—–-:،"


@dataclass(frozen=True, slots=True)
class Assigned:
    """What becomes of a marked stretch: its kind, and its event or the speech it goes on with."""

    marked: int
    kind: Kind
    event: int | None
    sure: float
    goes_on: bool = False
    is_alone: bool = False
    is_speech: bool = False


def assign(
    tokens: Sequence[Token],
    events: Sequence[Event],
    marked: Sequence[Marked],
    lang: str,
    *,
    reported: bool,
    speaking: bool,
) -> Iterator[Assigned]:
    """Yield what is a quote among the marked stretches of a sentence.

    `reported` tells that the sentence gives somebody's words though none of its verbs says so,
    `speaking` that somebody spoke before it in its paragraph.
    """
    split = False
    for at, token in enumerate(tokens):
        if token.kind != QUOTED:
            continue
        words = _WORD.findall(token.text)
        trailing, leading = _trailing(tokens, at, events), _leading(tokens, at, events)
        chosen, near = _choose(tokens, at, trailing, leading, events)
        whole = _is_whole(tokens, at, words, chosen, near, events) or (split and near)
        if chosen is None:
            found = None
            if not _modifies(tokens, at):
                found = _without_event(tokens, at, words, bool(events), whole)
            if found is None and speaking and _leads_on(tokens, at, words):
                found = Assigned(token.number, "direct", None, 0.6, goes_on=True)
            if found is None and (reported or _is_fragment(token.text, words, speaking)):
                found = Assigned(token.number, "mixed", None, 0.6, goes_on=True)
                found = None if _is_no_quote(tokens, at, words) else found
            if found is not None:
                yield found
        elif _is_called(tokens, at, lang) or not (
            (not whole and tokens[events[chosen].last].lower in _DENIALS)
            or (
                not (len(words) > _SHORT and _is_calling(tokens, events[chosen], at))
                and _is_name(tokens, at, words, lang, near=near, whole=whole)
            )
        ):
            # “The dam,” says Quill, “is safe.”
            split = whole and token.text[-1:] == ","
            kind: Kind = "direct" if whole else "mixed"
            sure = 0.95 if near else 0.8
            yield Assigned(token.number, kind, chosen, sure, is_speech=whole and near)


def _is_calling(tokens: Sequence[Token], event: Event, at: int) -> bool:
    """Tell "what Quill has called “the worst day of all”" from a thing called so."""
    before = tokens[event.first - 1] if event.first else None
    acts = before is not None and (before.is_name or before.lower in _ACTIVE)
    return acts and event.manner == "call" and event.last == at - 1 and event.subject is not None


def _is_called(tokens: Sequence[Token], at: int, lang: str) -> bool:
    """Tell what is called a „Privileg“ in German, whose nouns all look like names."""
    return lang == "de" and at > 0 and tokens[at - 1].lower in ("als", "für")


def _without_event(
    tokens: Sequence[Token], at: int, words: Sequence[str], has_events: bool, whole: bool
) -> Assigned | None:
    """Return what becomes of marked words that no verb of saying governs."""
    token, alone = tokens[at], all(token.kind != WORD for token in tokens)
    speech = whole and len(words) >= _SPEECH and not _is_title(words, token.text)
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    ending = token.text.rstrip("'’‘\"”“»")[-1:]  # of a quote in the quote
    bare = ending not in (*".!?…,؟",) and after not in (".", "!", "?", "…", ",")
    tagged = at == 0 and whole and has_events and token.text[-1:] in ",?!" and len(words) > 1
    if (alone and not bare) or tagged or (speech and _stands_apart(tokens, at)):
        goes_on = not (alone and bare)  # a headline's words are not who spoke last's
        return Assigned(
            token.number, "direct", None, 0.6, goes_on=goes_on, is_alone=alone, is_speech=True
        )
    ends = token.text[-1:] in ".!?…"
    introduced = _after_colon(tokens, at) and whole and (speech or ends)
    if introduced or (speech and len(words) >= 2 * _SPEECH):
        return Assigned(token.number, "direct", None, 0.3, is_speech=True)
    return None


def _is_name(
    tokens: Sequence[Token], at: int, words: Sequence[str], lang: str, *, near: bool, whole: bool
) -> bool:
    """Tell a name or a title in marks from what a verb of saying governs."""
    if not (near and whole) and _is_no_quote(tokens, at, words):
        return True
    # An Arabic name in marks has no capitals to tell it by.
    return (
        lang == "ar"
        and not near
        and len(words) <= _SHORT
        and tokens[at - 1].lower not in _SAYING_THAT
    )


def _trailing(tokens: Sequence[Token], at: int, events: Sequence[Event]) -> int | None:
    """Return the first event after a stretch that can govern what stands before it."""
    for number, event in enumerate(events):
        if event.begins <= at or event.first <= at:
            continue
        if event.wants_subject or _announces(tokens, event, tokens[at].text):
            return None
        edge = tokens[event.begins - 1]
        after = at + 1 + (tokens[at + 1].kind == POINT)
        beside = edge.kind == QUOTED or edge.text in _DASHES or event.manner == "source"
        return number if beside or _only_modifiers(tokens, after, event.begins) else None
    return None


def _announces(tokens: Sequence[Token], event: Event, before: str) -> bool:
    """Tell "Quill wrote:" and, after a finished quote, "Quill schrieb dazu:" of the next one."""
    reach = _LONGEST_AFTER if before[-1:] in ".!?…" else 1
    for token in tokens[event.ends + 1 : event.ends + 1 + reach]:
        if token.text == ":":
            return True
        if token.kind != WORD:
            return False
    return False


def _leading(tokens: Sequence[Token], at: int, events: Sequence[Event]) -> int | None:
    """Return the last event before a stretch that can govern what follows it."""
    before = [number for number, event in enumerate(events) if event.ends < at]
    main = [number for number in before if not _is_aside(tokens, events[number], at)]
    return (main or before)[-1] if before else None


def _is_aside(tokens: Sequence[Token], event: Event, at: int) -> bool:
    """Tell whether an event is told in passing: "she said, after the court had ruled, ..."."""
    before = tokens[event.begins - 1].lower if event.begins else ""
    closed = any(token.text == "," for token in tokens[event.ends + 1 : at - 1])
    return before in _SUBORDINATE and event.begins > 1 and closed


def _choose(
    tokens: Sequence[Token],
    at: int,
    trailing: int | None,
    leading: int | None,
    events: Sequence[Event],
) -> tuple[int | None, bool]:
    """Return the governing event, and whether it stands right beside the stretch."""
    after = at + 1
    while after < len(tokens) and tokens[after].kind == POINT and tokens[after].text in _DASHES:
        after += 1
    before = at - 1
    while before >= 0 and tokens[before].kind == POINT and tokens[before].text in _DASHES:
        before -= 1
    asks = leading is not None and events[leading].ends == before and tokens[at - 1].text in ",:"
    if asks and tokens[at].text[-1:] in ".!?…" and after == at + 1:
        return leading, True
    reports = leading is not None and tokens[events[leading].last].lower in _REPORTS
    if asks and reports and trailing is not None:
        return trailing, True  # "The Daily Post reports: “It leaks” at both ends, said Quill"
    if (
        asks
        and trailing is not None
        and leading is not None
        and not _has_quote(tokens, leading, events)
    ):
        # "..., and he said, “I'll go,” the prosecutor said": who is quoted, then who tells it.
        return leading, True
    if trailing is not None and leading is not None and _tells_that(tokens, events[leading], at):
        return leading, True  # 'the League said that "it leaks," noted the Daily Post'
    if trailing is not None and _only_modifiers(tokens, after, events[trailing].begins):
        is_source = events[trailing].manner == "source"
        if not is_source or leading is None or not _reaches(tokens, events[leading], at):
            return trailing, True
    beside = leading is not None and events[leading].ends == before
    if leading is not None and beside and not _is_object(tokens, events[leading], at):
        if events[leading].manner == "source" and trailing is not None:
            return trailing, False
        return leading, True
    if leading is not None and _reaches(tokens, events[leading], at):
        return leading, tokens[at - 1].text == ":"
    return (trailing, False) if trailing is not None else (None, False)


def _tells_that(tokens: Sequence[Token], event: Event, at: int) -> bool:
    """Tell whether "that" ties marked words to the verb before them, with no quote between."""
    between = tokens[event.ends + 1 : at]
    tied = tokens[at - 1].lower == "that" and event.manner in ("say", "that", "tell")
    return tied and all(token.kind != QUOTED for token in between) and _reaches(tokens, event, at)


def _is_fragment(text: str, words: Sequence[str], speaking: bool) -> bool:
    """Tell words taken from the middle of what somebody said from a single odd word."""
    return len(words) >= _FRAGMENT - speaking and text[:1].islower()


def _leads_on(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Tell a sentence of speech that a few words open: 'As a parent, "we must be heard."'."""
    opens = 1 < at <= _OPENING and tokens[at - 1].text == ","
    ends = tokens[at].text[-1:] in ".!?…" and at + 1 == len(tokens)
    return opens and ends and len(words) >= _SPEECH and not is_finite(tokens, 0, at)


def _has_quote(tokens: Sequence[Token], number: int, events: Sequence[Event]) -> bool:
    """Tell whether an event follows a quote that may be its own: “So,” he said, “we go”."""
    return any(
        token.kind == QUOTED and (token.text[-1:] in ",.!?…" or tokens[at + 1].text == ",")
        for at, token in enumerate(tokens[: events[number].first])
    )


def _only_modifiers(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether only a title can stand there: "..., the coach and poet" Adel said."""
    between = tokens[first:end]
    return len(between) <= 10 and all(
        token.kind == WORD
        and (token.lower not in NP_ENDS or (token.lower in _IN_TITLES and number > 0))
        for number, token in enumerate(between)
    )


def _is_object(tokens: Sequence[Token], event: Event, at: int) -> bool:
    """Tell a thing promised or asked for ("promises a 'true' bar") from what somebody said."""
    asks = tokens[at].text.lower().startswith(("to ", "not to "))
    beside = tokens[at - 1].kind == WORD and event.ends > event.last
    return event.manner == "urge" and beside and not asks


def _reaches(tokens: Sequence[Token], event: Event, at: int) -> bool:
    """Tell whether a verb's clause reaches a stretch: no full stop inside, no quote it trails."""
    between = tokens[event.ends + 1 : at]
    if any(token.text in "!?;(" for token in between if token.kind == POINT):
        return False
    if event.manner == "urge":
        return tokens[at - 1].text in ",:" or any(
            token.lower in ("to", "that", "not", "for") for token in between
        )
    if tokens[event.last].lower in _REJECTED and tokens[at - 1].lower != "as":
        return False
    if event.manner == "call":
        return len(between) <= _LONGEST_CALLED and not _is_parted(between)
    if tokens[event.last].lower in ("reported", "reports", "asks", "asked"):
        return any(token.lower in ("that", "if", "whether") for token in between)
    return len(between) <= 60


def _is_parted(between: Sequence[Token]) -> bool:
    """Tell "praised a man who hit him with a" from "called the man, who hit him, a"."""
    return any(token.lower == "who" and before.kind == WORD for before, token in pairwise(between))


def _is_whole(
    tokens: Sequence[Token],
    at: int,
    words: Sequence[str],
    chosen: int | None,
    near: bool,
    events: Sequence[Event],
) -> bool:
    """Tell direct speech from a fragment in the article's own sentence."""
    text = tokens[at].text
    if not words or "://" in text or (len(words) >= _SPEECH and " " not in text):
        return False
    starts = text[:1].isupper() or text[:1] in "[¿¡" or not text[:1].islower()
    before = tokens[at - 1] if at else None
    opens = before is None or before.kind != WORD or before.kind == QUOTED
    if chosen is not None and near and events[chosen].begins > at:
        return opens and starts
    if before is not None and before.text in ":,":
        return starts or (near and before.text == ":")
    return opens and starts and (at == 0 or text[-1:] in ".!?…,")


def _stands_apart(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether speech opens its sentence and nothing but points comes before it."""
    return all(token.kind != WORD for token in tokens[:at])


def _after_colon(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].text == ":"


def _is_title(words: Sequence[str], text: str) -> bool:
    """Tell whether words are written as a work's or a programme's name."""
    large = [word for word in words if word.lower() not in _SMALL]
    return (
        bool(large)
        and all(word[0].isupper() or word[0].isdigit() for word in large)
        and text[-1:] not in ".!?…"
    ) or (len(large) > 1 and all(word[0].isupper() for word in large))


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Tell what a noun is called: 'the "Save. Our. Dam." campaign'."""
    before = tokens[at - 1].lower if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    led = before in DETERMINERS["en"] and before != "that" and tokens[at].text[:1].isupper()
    return led and after is not None and after.kind == WORD and after.text.islower()


def _is_no_quote(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Tell a title, a name or a word spoken of from somebody's words."""
    if not words or _modifies(tokens, at):
        return True
    before = tokens[at - 1].lower if at else ""
    if before == "," and at > 1 and tokens[at - 2].lower in ("titled", "entitled"):
        return True
    if (
        before in _NAMED
        or before == "see"
        or (before == "as" and at > 1 and tokens[at - 2].lower in _KNOWN)
    ):
        return True
    if words[0].lower() in _NAMED or (len(words) == 1 and before in ("say", "saying", "says")):
        return True
    if before == "," and at > 1 and tokens[at - 2].lower in ("as", "like"):
        return True
    cried = tokens[at].text[-1:] in "!?"  # "they chanted “Shame!”"
    is_word = len(words) == 1 and words[0][0].isupper() and not cried
    if is_word and at and tokens[at - 1].kind == WORD:
        return True
    after = tokens[at + 1].text if at + 1 < len(tokens) else "."
    is_title = _is_title(words, tokens[at].text)
    if is_title and not (at and tokens[at - 1].text in ":,"):
        return True
    return is_title and len(words) <= _SHORT and after[:1].islower()
