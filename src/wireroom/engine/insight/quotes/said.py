"""What tells an English verb of saying from a noun, a passive and a verb of other doings."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.clauses import starts_clause
from wireroom.engine.insight.quotes.english_verbs import base_forms
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention
from wireroom.engine.insight.quotes.people_tables import ACTORS
from wireroom.engine.insight.quotes.sentences import QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import (
    DETERMINERS,
    NP_ENDS,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
)

_NEGATIONS: Final = word_list("not never neither nor to")
# Verbs of other doings, which tag speech only right beside its marks.
_BESIDE_QUOTES: Final = word_list(
    "began begins continued continues shared concluded concludes observed observes laughed "
    "sighed reasoned interjected posted mentioned mentions compared spoke offered chimed smiled "
    "nodded grinned shrugged chuckled teased reflected reflects relayed pressed fumes vents cries "
    "questioned questions raves guesses barked roared reads"
)
# Of those, the ones that a clause may follow.
_CONCLUDING: Final = word_list(
    "concluded concludes observed observes mentioned mentions reasoned shared shares"
)
# Verbs whose form is a plural noun, or an adjective.
NOUNS_TOO: Final = word_list(
    "claims reports comments warns shares details calls call estimates hopes fears demands "
    "requests quotes remarks "
    "notes states posted hints answers tweets counters promises pledges"
)
_PLURALS: Final = word_list(
    "call describe dub label yell shout chant argue insist warn suggest contend maintain allege "
    "acknowledge predict complain explain write claim think believe say"
)
# Of those, what is a noun after its owner: "the ministry's claim".
_OWNED: Final = NOUNS_TOO | word_list("claim call label shout yell answer report comment statement")
# A participle after these is what is done or left, and by nobody named: "went from asking why".
_PROGRESSIVE: Final = PASSIVE | {"is", "keep", "kept"}
_AWAY: Final = frozenset({"from", "than"})
_MANY: Final = word_list("people police women men children some many most others few several both")
_PLURAL_WORDS: Final = word_list("two three four five six several many some few these those all")
_COUNTED: Final = 5  # tokens from a number to its noun
_OF_NOUNS: Final = frozenset({"about", "over", "among", "by"})  # "fears about it"
_INFORMED: Final = word_list("familiar close briefed involved")  # "two people briefed on it"
_TANKS: Final = frozenset({("think", "tank"), ("think", "tanks")})
_FINDING: Final = frozenset({"found", "finds"})
SHOWING: Final = frozenset({"shown", "show", "shows", "showed"})
# A thing that shows or means it says nothing: "the case demonstrates that it leaks".
_MEANING: Final = word_list(
    "indicate indicates imply implies implied demonstrate demonstrates demonstrated"
)
_FINDERS: Final = word_list(
    "study survey poll report review investigation inquiry analysis audit researchers scientists "
    "document record figure statistic filing estimate census footage "
    "studie data research evidence team "
    "court jury judge panel commission committee researcher paper authors"
)
_BEFORE_NOUNS: Final = DETERMINERS["en"] | NP_ENDS
_CLAUSE_OPENERS: Final = word_list("that he she it they the his her their there")


def is_not_said(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether an English form is passive, denied or no verb of the sentence's."""
    word, before = tokens[place].lower, tokens[place - 1].lower if place else ""
    earlier = tokens[place - 2].lower if place > 1 else ""
    if before in ("it's", "it’s") and word.endswith("ed"):
        return True  # "it's expected that"
    if before in PASSIVE or (earlier in PASSIVE and before.endswith("ly")):
        return not word.endswith("ing") and word != "quoted"
    denied = earlier if before in ("yet", "ever", "even", "publicly") else before
    if denied in _NEGATIONS or denied.endswith(("n't", "n’t")):
        return True
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    noun_like = word in NOUNS_TOO
    compound = earlier in DETERMINERS["en"] and after != "that"
    owned = before.endswith(("'s", "’s", "s'", "s’"))
    if (owned and word in _OWNED) or (word.endswith("ing") and before in _AWAY):
        return True
    disagrees = word.endswith("s") and before.endswith("s") and tokens[place - 1].text.islower()
    if noun_like and _is_counted(tokens, place):
        return True
    if word == "written" and before not in ("has", "have", "had"):
        return True
    if tokens[place].text[0].isupper() and place and tokens[place - 1].kind == WORD:
        return True  # "the United States: ..."
    if noun_like and (before in _BEFORE_NOUNS or compound or owned or disagrees or not place):
        return True
    if (word == "alleged" and after not in _CLAUSE_OPENERS) or (word, after) in _TANKS:
        return True
    if word == "pleaded" and after in ("guilty", "not", "no"):
        return True
    if noun_like and (before.isdigit() or before.endswith("ing") or after in _OF_NOUNS):
        return True
    return before in {"the", "a", "an"} or (before == "as" and not word.endswith("ing"))


def _is_counted(tokens: Sequence[Token], place: int) -> bool:
    """Tell "two highly critical reports" from "his paper reports"."""
    for before in range(place - 1, max(-1, place - _COUNTED), -1):
        if tokens[before].lower in _PLURAL_WORDS or tokens[before].text.isdigit():
            return before < place - 1
        if tokens[before].kind != WORD or not tokens[before].text.islower():
            return False
    return False


def head_of(tokens: Sequence[Token], phrase: Mention) -> str:
    """Return "report" of "a report by the Port Institute": the noun before its complement."""
    for place in range(phrase.first + 1, phrase.last + 1):
        if tokens[place - 1].lower in _INFORMED:
            return tokens[place - 2].lower
        if tokens[place].lower in PREPOSITIONS["en"]:
            return tokens[place - 1].lower
    return tokens[phrase.last].lower


def is_other_doing(tokens: Sequence[Token], event: Event) -> bool:
    """Tell "police found it" and "she laughed" from finding that and laughing a quote."""
    word = tokens[event.last].lower
    if (word in _PLURALS or word in base_forms()) and _is_one(tokens, event):
        return True  # "an anonymous phone call"
    subject = event.subject
    if word in _MEANING and subject is not None and subject.kind == "phrase":
        head = head_of(tokens, subject)
        return not (head in _FINDERS or head in ACTORS)
    if word in SHOWING:
        return subject is None or head_of(tokens, subject).removesuffix("s") not in _FINDERS
    if word in _FINDING:
        return not _is_finder(tokens, event)
    writer = subject is not None and tokens[subject.first].lower in ("i", "we")
    plain = word in _CONCLUDING and not writer and all(token.kind != QUOTED for token in tokens)
    if plain and starts_report(tokens, event.ends + 1):
        return False
    return word in _BESIDE_QUOTES and not _is_beside_quote(tokens, event)


def starts_report(tokens: Sequence[Token], start: int) -> bool:
    """Tell "concluded that it leaks" and "concluded it leaks" from "concluded the talks"."""
    led = start < len(tokens) and tokens[start].lower == "that"
    return led or starts_clause(tokens, start)


def _is_one(tokens: Sequence[Token], event: Event) -> bool:
    """Tell whether a subject is one thing, whose verb would end in -s."""
    subject = event.subject
    if subject is None or subject.kind == "pronoun" or event.side == "R":
        return False
    last = tokens[subject.last].lower
    joint = any(token.lower == "and" for token in tokens[subject.first : subject.last + 1])
    # "Norland Police say", as the British do
    team = subject.kind == "name" and tokens[event.last].lower == "say"
    return not (joint or team or last.endswith("s") or last in _MANY)


def _is_finder(tokens: Sequence[Token], event: Event) -> bool:
    """Tell "the study found it leaks" from "police found it" and "she found that it leaks"."""
    subject = event.subject
    if subject is not None and subject.kind == "name":
        return tokens[subject.last].lower in _FINDERS  # "Researchers found", led by a capital
    after = tokens[event.last + 1].lower if event.last + 1 < len(tokens) else ""
    if subject is not None and subject.kind == "pronoun":
        return after == "that" and tokens[subject.first].lower in ("they", "it")
    if subject is None or subject.kind != "phrase":
        return False
    return after == "that" or head_of(tokens, subject) in _FINDERS


def is_said_of(tokens: Sequence[Token], place: int) -> bool:
    """Tell "a drink described as ..." from "what Adel described as ..." and "he described as"."""
    before = tokens[place - 1] if place else None
    if before is not None and (before.is_name or before.lower in PRONOUNS["en"]):
        return False
    follows = place + 1 < len(tokens) and tokens[place + 1].lower == "as"
    return follows and all(token.lower != "what" for token in tokens[max(0, place - 6) : place])


def _is_beside_quote(tokens: Sequence[Token], event: Event) -> bool:
    around = [
        *tokens[max(0, event.begins - 2) : event.begins],
        *tokens[event.ends + 1 : event.ends + 3],
    ]
    return any(token.kind == QUOTED for token in around)


def is_imagined(tokens: Sequence[Token], event: Event) -> bool:
    """Tell "as if Quill believed" and "as though he said" from what is said."""
    before = [token.lower for token in tokens[max(0, event.begins - 2) : event.begins]]
    return before in (["as", "if"], ["as", "though"])


def is_progressive(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].lower in _PROGRESSIVE
