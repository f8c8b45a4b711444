"""Reported clauses without quote marks: what a verb of saying governs."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.quotes.clause_ends import clause_end
from wireroom.engine.insight.quotes.clause_parts import (
    after_aside,
    around,
    before_quote,
    second_half,
)
from wireroom.engine.insight.quotes.clauses import is_finite, starts_clause
from wireroom.engine.insight.quotes.cue_tables import SUBJECTLESS, THAT
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.konjunktiv import is_reported
from wireroom.engine.insight.quotes.people_tables import ACTORS, TELLING
from wireroom.engine.insight.quotes.phrases_left import PEOPLE
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.sourced import (
    after_dateline,
    after_source,
    around_source,
    trimmed,
)
from wireroom.engine.insight.quotes.wishes import asks_for, called_start, wish_start
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import NP_ENDS, PREPOSITIONS

_FEWEST: Final = 3  # words of a clause
_NEAR: Final = 9  # tokens between a verb and its "that": a time, a place, whom it is told
_BARE_NOT: Final = word_list(
    "in on at by for from with about of as to during after before when while and or but so "
    "sunday monday tuesday wednesday thursday friday saturday according"
)
_BEFORE_THAT: Final = frozenset({"إلى", "على"})
# After these comes a clause or what was said; after others it may be a thing ("announced a deal").
_SAYING: Final = word_list(
    "said says say saying told tells telling believes believed thinks thought"
)
_WRITER: Final = frozenset({"i", "we"})
_PRONOUNS: Final = word_list("he she it they we i there")
# "a affirmé avoir fait": a clause without "that" and subject.
_INFINITIVES: Final = {
    "fr": frozenset({"avoir", "être", "vouloir", "ne"}),
    "es": frozenset({"haber", "estar", "ser", "no"}),
    "it": frozenset({"aver", "avere", "essere", "di"}),
    "pt": frozenset({"ter", "ser", "estar"}),
}
_AFTER_THING: Final = PREPOSITIONS["en"] | {"to"}
_THINGS: Final = word_list("this that these those so something nothing anything everything")
_WARNING: Final = frozenset({"warned", "warns", "warning", "cautioned", "told", "tells"})
_MEDIA: Final = word_list("email statement memo letter interview tweet post speech report release")
_HIDDEN: Final = frozenset({"named", "identified", "anonymity"})
_OBJECT: Final = 5  # words between "warned" and "to": who is warned
_DATED: Final = word_list("jan feb aug sept oct nov dec")  # "announced Nov. 18 that"
_SPANS: Final = frozenset({"month", "year", "morning", "afternoon", "evening", "summer", "spring"})
# "on the fact that": no clause of the verb's.
_NOTIONS: Final = frozenset({"fact", "idea", "notion", "possibility", "way", "things", "something"})
_VERBS: Final = word_list("was were is are has had would will could can")
_ADVERBIAL: Final = word_list("when if after before while although because as despite due given")
_AMOUNTS: Final = (("at", "least"), ("more", "than"), ("up", "to"), ("as", "many"))
_NO_CLAUSE: Final = word_list("asked during speaking after following despite noting in on at by")
_TIMES: Final = word_list(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday later earlier "
    "on last "
    "week this"
)
_AFTER_SAYING: Final = _BARE_NOT | _TIMES


def reported_clauses(
    tokens: Sequence[Token], events: Sequence[Event], lang: str
) -> Iterator[tuple[int, int, int]]:
    """Yield (number of the event, start, end) of every reported clause without marked words."""
    found = dict(_clauses(tokens, events, lang))
    for number, (first, last) in found.items():
        inner = events[number].outer and number + 1 in found
        outer = number - 1 in found and events[number - 1].outer
        told_inside = inner and _speaks(tokens, events[number + 1])
        if not told_inside and not (outer and not _speaks(tokens, events[number])):
            yield number, tokens[first].start, tokens[last].end
            more = second_half(tokens, events, number, last) if lang == "en" else None
            if more is not None:
                yield number, tokens[more[0]].start, tokens[more[1]].end


def _speaks(tokens: Sequence[Token], event: Event) -> bool:
    """Tell a speaker from a thing that tells: "Adel said the study showed that ..."."""
    subject = event.subject
    if subject is None or subject.kind != "phrase":
        return subject is not None
    noun = tokens[subject.last].lower
    return noun in ACTORS or noun in PEOPLE or noun.endswith("s")


def loose_clauses(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield start and end of what a sentence reports as a whole, up to a colon, without quotes."""
    colon = next((at for at, token in enumerate(tokens) if token.text == ":"), len(tokens))
    if all(token.kind != QUOTED for token in tokens[:colon]):
        span = trimmed(tokens, 0, colon - 1)
        if span is not None:
            yield tokens[span[0]].start, tokens[span[1]].end


def _clauses(
    tokens: Sequence[Token], events: Sequence[Event], lang: str
) -> Iterator[tuple[int, tuple[int, int]]]:
    taken = -1
    for number, event in enumerate(events):
        if event.silent or (event.subject is None and lang not in SUBJECTLESS):
            continue
        if lang == "en" and event.subject and _head(tokens[event.subject.first].lower) in _WRITER:
            continue  # who writes the article
        if event.begins and tokens[event.begins - 1].lower in ("whether", "if"):
            continue  # "asked whether he thought it would hold"
        left = _left(tokens, event, taken, lang)
        right = _right(tokens, events, number, lang)
        if right is None and left is not None and lang == "en":
            left = around(tokens, event, left)
        elif right is None and lang == "en":
            right = after_aside(tokens, event)
        # What "..., said X" is about stands before it.
        span = (left or right) if event.side == "R" else (right or left)
        if span is None:
            continue
        first, last = span
        if any(token.kind == QUOTED for token in tokens[first : last + 1]):
            last = before_quote(tokens, first, last)
        fewest = _FEWEST - (lang == "ar")  # whose words hold pronouns and articles
        if sum(token.kind == WORD for token in tokens[first : last + 1]) < fewest:
            continue
        taken = max(taken, last)
        yield number, (first, last)


def _right(
    tokens: Sequence[Token], events: Sequence[Event], number: int, lang: str
) -> tuple[int, int] | None:
    event = events[number]
    first = event.ends + 1
    called = called_start(tokens, event.last, first) if lang == "en" and event.side == "L" else None
    if called is not None:
        return trimmed(tokens, called, clause_end(tokens, events, number, called))
    if event.manner in ("call", "quote") or _is_relative(tokens, event):
        return None
    if event.begins <= 2 and tokens[0].lower == {"en": "as", "de": "wie"}.get(lang):
        return _after_comma(tokens, first)  # "As Adel noted, the dam leaks"
    if event.manner == "source":
        is_german = lang == "de" and tokens[event.first].lower != "so"
        return (around_source if is_german else after_source)(tokens, event)
    start = _clause_start(tokens, event, first, lang)
    if start is None:
        return None
    return trimmed(tokens, start, clause_end(tokens, events, number, start))


def _is_no_that(tokens: Sequence[Token], first: int, place: int) -> bool:
    """Tell "said of that dam", "it would use that dam" and "on the fact that" from "said that"."""
    before = tokens[place - 1].lower
    apart = before in _NOTIONS or (before in PREPOSITIONS["en"] and place > first)
    told_of = any(token.lower in ("about", "against") for token in tokens[first:place])
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    relative = place > first and after is not None and after.text.islower() and _acts(after)
    return apart or told_of or relative or is_finite(tokens, first, place)


def _is_that_subject(tokens: Sequence[Token], place: int) -> bool:
    """Tell "believes that is so" from "believes that it is"."""
    return place + 1 < len(tokens) and tokens[place + 1].lower in _VERBS


def _acts(token: Token) -> bool:
    """Tell the verb of "a video that aired" from the subject of "on Monday that it aired"."""
    return token.lower.endswith("ed") or token.lower in _VERBS


def _is_reported_clause(tokens: Sequence[Token], start: int) -> bool:
    """Tell a German clause in the Konjunktiv or with "zu" after a comma."""
    high = next((at for at in range(start, len(tokens)) if tokens[at].kind == POINT), len(tokens))
    clause = tokens[start:high]
    if clause and clause[0].lower in ("ohne", "um", "statt"):
        return False
    if not clause or clause[0].lower in ("der", "die", "das", "dass", "wie", "was", "und"):
        return len(clause) > 1 and clause[0].lower in ("der", "die", "das") and is_reported(clause)
    last = clause[-1].lower
    infinitive = len(clause) > 2 and last.endswith("n") and clause[-2].lower == "zu"
    return is_reported(clause) or infinitive or ("zu" in last[2:-3] and last.endswith("en"))


def _head(word: str) -> str:
    """Return "he" of "he's"."""
    return word.replace("’", "'").split("'", 1)[0]


def _is_relative(tokens: Sequence[Token], event: Event) -> bool:
    """Tell "a dam, which she said leaks": its clause stands apart."""
    if not 0 < event.begins < event.first:
        return False  # "officials, who said it leaks"
    return tokens[event.begins - 1].lower in ("which", "who", "whom")


def _after_comma(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    comma = next((at for at in range(first, len(tokens)) if tokens[at].text == ","), None)
    return trimmed(tokens, comma + 1, len(tokens) - 1) if comma is not None else None


def _clause_start(tokens: Sequence[Token], event: Event, first: int, lang: str) -> int | None:
    thats = THAT.get(lang, frozenset())
    bare = lang == "en" and event.side == "L" and event.manner in ("say", "that", "tell")
    if bare and first < len(tokens) and _head(tokens[first].lower) in _PRONOUNS:
        return first
    for place in range(first, min(len(tokens), first + _NEAR)):
        token = tokens[place]
        if token.lower in _INFINITIVES.get(lang, ()) and place <= first + 2:
            return place
        opens = place + 1 < len(tokens) and tokens[place + 1].kind == WORD
        if token.text == ":" and opens and place <= first + 2:
            return place + 1
        if token.kind == QUOTED or (token.text in ".:;" and tokens[place - 1].lower not in _DATED):
            break
        if token.text == "," and lang == "de" and _is_reported_clause(tokens, place + 1):
            return place + 1
        if token.lower in _BEFORE_THAT:
            continue
        if token.lower in thats and (lang != "de" or place > first):
            if lang == "en" and _is_no_that(tokens, first, place):
                break
            return place + 1 - (place == first and _is_that_subject(tokens, place))
        if token.kind == POINT and token.text != "." and lang not in ("de", "ru", "ar"):
            break
    if lang != "en" or first >= len(tokens) or _is_admitting(tokens, first):
        return None
    wished = wish_start(tokens, event.last, first)
    return wished if wished is not None else _bare_start(tokens, event, first)


def _is_admitting(tokens: Sequence[Token], first: int) -> bool:
    """Tell "admitted to writing words" from what is admitted."""
    after = tokens[first + 1].lower if first + 1 < len(tokens) else ""
    return tokens[first].lower == "to" and after.endswith("ing")


def _bare_start(tokens: Sequence[Token], event: Event, first: int) -> int | None:
    """Return where a clause without "that" begins, if a clause it is."""
    place = first
    if event.manner == "urge":
        near = tokens[event.ends : place + _OBJECT]  # "asked not to be named"
        hidden = any(token.lower in _HIDDEN for token in near)
        if asks_for(tokens, place) and not hidden:
            return place
        if event.addressee is None and tokens[place].lower != "to":
            return None
        opens = tokens[place].lower in ("to", "not", "that", "whether", "if")
        return place if opens and not hidden else None
    while place < len(tokens) and tokens[place].lower in _TIMES and _is_time(tokens, place):
        place += 1
    if event.side != "L" or place >= len(tokens) or tokens[place].kind != WORD:
        return None
    if tokens[event.last].lower in _WARNING and not starts_clause(tokens, place):
        ahead = range(place, min(len(tokens), place + _OBJECT))
        found = next(
            (at for at in ahead if tokens[at].kind == POINT or tokens[at].lower == "to"), 0
        )
        return found if found and tokens[found].kind == WORD else None
    if event.manner == "tell" and (event.addressee is None or not starts_clause(tokens, place)):
        return None
    medium = _after_medium(tokens, place)
    if medium is not None:
        return medium
    if _opens_adverbial(tokens, place) or _opens_amount(tokens, place):
        return place
    if tokens[event.last].lower in _SAYING:
        return None if tokens[place].lower in _BARE_NOT or _is_thing(tokens, place) else place
    if tokens[event.last].lower in ("denied", "denies"):
        return None
    takes = event.manner in ("say", "that", "tell") and tokens[place].lower not in NP_ENDS
    return place if takes and starts_clause(tokens, place) else None


def _is_thing(tokens: Sequence[Token], place: int) -> bool:
    """Tell "would say this to Adel" from "said this would hold"."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    ends = after is None or after.kind == POINT or after.lower in _AFTER_THING
    return ends and tokens[place].lower in _THINGS


def _opens_adverbial(tokens: Sequence[Token], place: int) -> bool:
    """Tell "said when he moved, he would sell" from "said when asked"."""
    if tokens[place].lower not in _ADVERBIAL:
        return False
    comma = next((at for at in range(place, len(tokens)) if tokens[at].text == ","), None)
    return comma is not None and starts_clause(tokens, comma + 1)


def _opens_amount(tokens: Sequence[Token], place: int) -> bool:
    """Tell "reported at least nine were hurt"."""
    opening = tuple(token.lower for token in tokens[place : place + 2])
    return opening in _AMOUNTS and starts_clause(tokens, place + 2)


def _after_medium(tokens: Sequence[Token], place: int) -> int | None:
    """Return where the clause begins in "said in an email the works would end"."""
    if tokens[place].lower not in ("in", "on", "via"):
        return None
    for at in range(place + 1, min(len(tokens) - 1, place + _OBJECT)):
        if tokens[at].lower in _MEDIA:
            return at + 1 if starts_clause(tokens, at + 1) else None
    return None


def _is_time(tokens: Sequence[Token], place: int) -> bool:
    """Tell "this week" from "this could be"."""
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    return tokens[place].lower not in ("this", "last") or after in _TIMES or after in _SPANS


def _left(tokens: Sequence[Token], event: Event, taken: int, lang: str) -> tuple[int, int] | None:
    """Return what "..., X said" governs: from the sentence's start to the comma."""
    edge = event.begins - 1
    if edge < _FEWEST or tokens[edge].text not in ",،—–" or event.wants_subject:
        return None
    ends_sentence = event.manner == "tell" and event.addressee is not None
    says = event.manner in ("say", "that") or ends_sentence
    if not says or event.subject is None or taken >= 0:
        return None
    after = tokens[event.ends + 1] if event.ends + 1 < len(tokens) else None
    ends = after is None or after.kind != WORD or after.lower in _AFTER_SAYING
    if not ends and (lang == "en" or event.side == "L"):
        return None
    speech = tokens[event.ends + 2 : event.ends + 3]
    if after is not None and after.text == ":" and speech and speech[0].kind == QUOTED:
        return None  # "To the question whether it holds, Quill said: ..."
    if lang == "en" and (_is_loose(tokens, edge) or not _tells(tokens, event)):
        return None
    return trimmed(tokens, after_dateline(tokens), edge - 1)


def _tells(tokens: Sequence[Token], event: Event) -> bool:
    """Tell "..., a new report said" from "..., a deal announced in May"."""
    finite = tokens[event.last].lower in _SAYING
    if finite or event.subject is None or event.side == "R" or _speaks(tokens, event):
        return True
    named = tokens[event.subject.first : event.subject.last + 1]
    return named[-1].lower in TELLING or any(token.text[0].isupper() for token in named[1:])


def _is_loose(tokens: Sequence[Token], edge: int) -> bool:
    """Tell "After it fell, X said" and "Asked about it, X said" from what X said."""
    gerund = tokens[0].lower.endswith("ing")
    amount = tuple(token.lower for token in tokens[:2]) in _AMOUNTS
    if amount or (not gerund and tokens[0].lower not in _NO_CLAUSE):
        return False
    comma = next((at for at in range(edge) if tokens[at].text == ","), edge)
    told = is_finite(tokens, comma, edge) or starts_clause(tokens[:edge], comma + 1)
    return not told and not (gerund and starts_clause(tokens, 0))
