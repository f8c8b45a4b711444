"""Who a noun phrase names that begins at a token, right of its verb."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.arabic_phrases import arabic_phrase
from wireroom.engine.insight.quotes.clauses import is_finite
from wireroom.engine.insight.quotes.cue_tables import THAT
from wireroom.engine.insight.quotes.mentions import JOINING, LONGEST_PHRASE, Mention, without_titles
from wireroom.engine.insight.quotes.name_runs import name_run_right, opens_name
from wireroom.engine.insight.quotes.people_tables import SEATED, TITLES, TITLES_AND_BODIES
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import (
    NP_ENDS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
)

_DONE: Final = frozenset({"seen", "made", "written", "given", "sent", "held"})
_BEFORE_DONE: Final = frozenset({"first", "originally", "newly", "recently", "just"})
# What a source knows, and how it is told.
_INFORMED: Final = {"familiar": "with", "close": "to", "briefed": "on", "involved": "in"}
_COMPLEMENTS: Final = word_list("of for from de du des del della do da")


def _opens_phrase(tokens: Sequence[Token], first: int, lang: str) -> bool:
    if first >= len(tokens) or tokens[first].kind != WORD:
        return False
    if tokens[first].lower in NP_ENDS:
        return opens_name(tokens, first)
    word = tokens[first].lower
    if lang != "ar" and word in THAT.get(lang, ()):
        return False
    # Arabic and German articles and prepositions look alike.
    return word not in PREPOSITIONS.get(lang, ()) or lang in ("ar", "de")


def phrase_right(tokens: Sequence[Token], first: int, lang: str) -> Mention | None:
    """Return who the noun phrase that begins at `first` names."""
    if not _opens_phrase(tokens, first, lang):
        return None
    if tokens[first].lower in PRONOUNS.get(lang, {}):
        return Mention(first, first, "pronoun", first)
    if lang == "ar":
        return arabic_phrase(tokens, first)
    last = _phrase_end(tokens, first, lang)
    if last < first:
        return None
    head = next((at for at in range(first, last + 1) if _starts_name(tokens, at)), None)
    if head is None:
        return _appositive_right(tokens, last, lang) or _with_complement(tokens, first, last)
    run_end = name_run_right(tokens, head, len(tokens))
    named, title = without_titles(tokens, head, run_end, lang)
    if lang == "de" and first < head == run_end:
        return Mention(first, head, "phrase", head)  # "der Sprecher": any noun is large
    acts = lang == "en" and is_finite(tokens, run_end + 1, run_end + 2)
    if run_end < last and acts and run_end > head:
        return Mention(named, run_end, "name", run_end, title)  # "his lawyer Omar Adel went"
    if run_end < last:
        # "a White House official", "PG&E's principal meteorologist Scott Strenfel"
        later = phrase_right(tokens, run_end + 1, lang)
        if later is not None and later.kind == "name":
            return later
        if lang != "en" and tokens[run_end + 1].text.islower():
            return Mention(named, run_end, "name", run_end, title)
        return _appositive_right(tokens, last, lang) or Mention(first, last, "phrase", last)
    seated = first < head and tokens[run_end].lower in SEATED
    if seated or (head == run_end and tokens[head].lower in TITLES_AND_BODIES):
        return _appositive_right(tokens, last, lang) or Mention(first, last, "phrase", last)
    return Mention(named, run_end, "name", max(last, run_end), title)


def _with_complement(tokens: Sequence[Token], first: int, last: int) -> Mention:
    """Return "le ministère des Affaires étrangères" and "a spokesman for the port" whole."""
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    done = tokens[last].lower.endswith("ed") or tokens[last].lower in _DONE
    informed = after == _INFORMED.get(tokens[last].lower)
    if last > first and done and not informed and after in PREPOSITIONS["en"]:
        last -= 1  # "the documents obtained under the act"
        last -= last > first and tokens[last].lower in _BEFORE_DONE
    end = last
    if last + 2 < len(tokens) and _takes(tokens, first, last):
        place = last + 2
        while place < min(len(tokens), last + 6) and tokens[place].kind == WORD:
            if tokens[place].lower in NP_ENDS or (
                tokens[place].text.islower() and place > last + 3
            ):
                break
            place += 1
        end = place - 1
    while end > first and (tokens[end].lower in _COMPLEMENTS or tokens[end].lower in _INFORMED):
        end -= 1
    return Mention(first, end, "phrase", end)


def _takes(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell "officials of the port", "a source close to it" and "analysts at Norland Bank"."""
    joint = tokens[last + 1].lower
    if joint in _COMPLEMENTS or joint == _INFORMED.get(tokens[last].lower):
        return True
    body = last + 2 + (tokens[last + 2].lower == "the")
    is_member = joint in ("at", "with") and tokens[first].lower != "the"
    return is_member and body < len(tokens) and _starts_name(tokens, body)


def _starts_name(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].kind == WORD and opens_name(tokens, place)


def _phrase_end(tokens: Sequence[Token], first: int, lang: str) -> int:
    stops, place = PREPOSITIONS.get(lang, frozenset()), first
    high = min(len(tokens), first + 14)
    while place < high and tokens[place].kind == WORD:
        lower = tokens[place].lower
        if (
            place > first
            and (lower in NP_ENDS or lower in stops or _joins_clause(tokens, place, lang))
            and not (lower in PARTICLES and _between_names(tokens, place))
        ):
            break
        place += 1
        if place < high and tokens[place].text == "." and _is_initial(tokens, place):
            place += 1
    return place - 1


def _joins_clause(tokens: Sequence[Token], place: int, lang: str) -> bool:
    """Tell "y" before a verb of its own from "y" between two nouns, in languages but English."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    joins = lang in ("es", "fr", "it", "pt") and tokens[place].lower in JOINING
    return joins and (after is None or after.text.islower())


def _between_names(tokens: Sequence[Token], place: int) -> bool:
    after = place + 1
    return after < len(tokens) and _starts_name(tokens, place - 1) and _starts_name(tokens, after)


def _is_initial(tokens: Sequence[Token], place: int) -> bool:
    before = tokens[place - 1]
    short = len(before.text) == 1 or before.lower in TITLES
    return short and place + 1 < len(tokens) and _starts_name(tokens, place + 1)


def _appositive_right(tokens: Sequence[Token], last: int, lang: str) -> Mention | None:
    """Return the name of "the ministry's spokesman, Omar Adel,"."""
    stops = PREPOSITIONS.get(lang, frozenset())
    if last + 1 < len(tokens) and tokens[last + 1].lower in stops:
        # "the minister of defence, Omar Adel,"
        high = min(len(tokens) - 1, last + LONGEST_PHRASE)
        while last + 1 < high and tokens[last + 1].kind == WORD:
            last += 1
    start = last + 2
    if start >= len(tokens) or tokens[last + 1].text != "," or not _starts_name(tokens, start):
        return None
    end = name_run_right(tokens, start, len(tokens))
    closed = end + 1 == len(tokens) or tokens[end + 1].kind in (POINT, QUOTED)
    if end == start or not closed:
        return None
    named, title = without_titles(tokens, start, end, lang)
    return Mention(named, end, "name", end, title)
