"""Whose a verb without a subject of its own is: the one shared with a verb before, or who leads."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention, is_role, without_titles
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE, name_run_left, name_run_right
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.people_tables import ACTORS, ORG_WORDS
from wireroom.engine.insight.quotes.phrases_right import phrase_right
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import NP_ENDS, PREPOSITIONS

AFTER_SUBJECT: Final = word_list(
    "in of at on during to after as who from with for while when told that before by adding"
)
_ACTORS: Final = {"en": frozenset({"he", "she", "they", "it"}), "de": frozenset({"er"})}
_OF: Final = frozenset({"of", "for"})
_VERB_ENDS: Final = ("ed", "ly")
_COURTESY: Final = frozenset({"mr", "mrs", "ms", "dr"})
_WHEN: Final = frozenset({"around", "after", "before", "since", "until"})
_OPENING: Final = 14  # tokens in which "In ..., " ends


def leaned_on(tokens: Sequence[Token], place: int, found: list[Event], lang: str) -> Mention | None:
    """Return the subject that a participle shares with the verb before it."""
    own = [each for each in found if each.subject is not None and each.manner != "source"]
    for event in reversed(own):
        if event is own[0] or not _is_owned_thing(tokens, event.subject):
            return event.subject
    if place <= 1:
        return _actor_after(tokens, place, lang)
    return leading_mention(tokens, place, lang) or _nearest_actor(tokens, place, lang)


def _is_owned_thing(tokens: Sequence[Token], subject: Mention | None) -> bool:
    """Tell Quill's plan of "Varga said Quill's plan suggests it leaks and called it a lie"."""
    if subject is None or subject.kind != "phrase" or tokens[subject.last].lower in ACTORS:
        return False
    words = tokens[subject.first : subject.last]
    return any(token.text.endswith(POSSESSIVE) for token in words)


def _actor_after(tokens: Sequence[Token], place: int, lang: str) -> Mention | None:
    """Return X of "Noting that it leaks, X left": what follows the last comma before a verb."""
    for comma in range(len(tokens) - 2, place, -1):
        if tokens[comma].text == "," and tokens[comma + 1].kind == WORD:
            mention = phrase_right(tokens, comma + 1, lang)
            if mention is not None and mention.kind != "phrase":
                return mention
    return None


def _nearest_actor(tokens: Sequence[Token], high: int, lang: str) -> Mention | None:
    """Return the last name that opens a clause and has a verb: "when it was over, X quit, ..."."""
    for place in range(high - 2, 0, -1):
        token = tokens[place]
        if token.kind == QUOTED and token.text[-1:] in ".!?":
            return None
        if token.lower in _ACTORS.get(lang, ()):
            return Mention(place, place, "pronoun", place)
        if not token.is_name:
            continue
        after, first = tokens[place + 1], name_run_left(tokens, place)
        acts = after.kind == WORD and after.lower not in AFTER_SUBJECT and after.text.islower()
        if acts and tokens[first - 1].kind == POINT and not token.text.endswith(("'s", "’s")):
            named, title = without_titles(tokens, first, place, lang)
            return Mention(named, place, "name", place, title)
    return None


def leading_mention(tokens: Sequence[Token], high: int, lang: str) -> Mention | None:
    """Return who the sentence's first noun phrase names, before token `high`."""
    for place in range(_after_opening(tokens, high, lang), min(high, len(tokens))):
        token = tokens[place]
        if token.kind == QUOTED:
            return None
        if token.is_name:
            last = name_run_right(tokens, place, high)
            named, title = without_titles(tokens, place, last, lang)
            if lang == "en" and _is_title(tokens, last + 1, high):
                continue  # "Port spokesperson Ada Quill issued a statement, saying"
            whole = phrase_right(tokens, place, lang) if lang == "en" else None
            led = is_role(tokens[place].text, lang)  # "Minister of Water, Omar Adel,"
            if whole is not None and (
                _follows(tokens, last, whole) or (led and whole.first > last)
            ):
                return whole  # "Norland's chief engineer Omar Adel, who built it, saying"
            if not tokens[last].text.endswith(("'s", "’s")) and not _is_where(tokens, place, lang):
                return Mention(named, last, "name", last, title)
            continue
        if token.lower in _COURTESY or (lang == "en" and _is_title(tokens, place, high)):
            continue
        if token.kind == WORD and token.lower not in NP_ENDS and not token.lower.endswith("ing"):
            mention = phrase_right(tokens, place, lang)
            if mention is not None and mention.kind != "phrase":
                return mention
            if mention is not None:
                return _of_actor(tokens, mention)
    return None


def _follows(tokens: Sequence[Token], last: int, whole: Mention) -> bool:
    """Tell whether words alone stand between a name and the one that ends its noun phrase."""
    between = tokens[last + 1 : whole.first]
    # "Varga occasionally mentioned Quill, calling him" is told of Varga
    nouns = all(each.kind == WORD and not each.lower.endswith(_VERB_ENDS) for each in between)
    return whole.kind == "name" and bool(between) and nouns


def _is_title(tokens: Sequence[Token], place: int, high: int) -> bool:
    """Tell a role with the name of who has it right behind it."""
    before_name = place + 1 < high and looks_like_name(tokens[place + 1].text)
    return before_name and is_role(tokens[place].text, "en")


def _of_actor(tokens: Sequence[Token], phrase: Mention) -> Mention | None:
    """Return "the campaign" of "the campaign put out a memo", where its noun can act."""
    acting = [at for at in range(phrase.first, phrase.last + 1) if tokens[at].lower in ACTORS]
    if acting and (acting[-1] == phrase.last or tokens[acting[0] + 1].lower in _OF):
        return phrase  # "a spokesman for the port"
    if tokens[phrase.first].lower != "the":
        return None
    for place in range(phrase.first, phrase.last + 1):
        if tokens[place].lower in ACTORS or tokens[place].lower in ORG_WORDS:
            return Mention(phrase.first, place, "phrase", phrase.reach)
    return None


def _after_opening(tokens: Sequence[Token], high: int, lang: str) -> int:
    """Return where the clause begins after "In a sign of the times, "."""
    if tokens[0].lower not in PREPOSITIONS.get(lang, ()) and tokens[0].lower not in _WHEN:
        return 0
    commas = (at + 1 for at in range(min(high, _OPENING)) if tokens[at].text == ",")
    return next(commas, 0)


def _is_where(tokens: Sequence[Token], place: int, lang: str) -> bool:
    """Tell the place of "In Port Alderne, Quill ..." from who leads a sentence."""
    return place > 0 and tokens[place - 1].lower in PREPOSITIONS.get(lang, ())
