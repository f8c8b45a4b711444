"""Names, pronouns and noun phrases in a sentence: who a verb's subject may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from wireroom.engine.insight.quotes.cue_tables import THAT
from wireroom.engine.insight.quotes.given_names import MEN, WOMEN
from wireroom.engine.insight.quotes.name_runs import (
    POSSESSIVE,
    looks_like_name,
    name_run_left,
    name_run_right,
)
from wireroom.engine.insight.quotes.people_tables import (
    ACTORS,
    ARABIC_TITLES,
    GERMAN_ROLE,
    ORG_WORDS,
    TITLES,
    TITLES_AND_BODIES,
)
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import (
    DETERMINERS,
    NP_ENDS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
)

MentionKind = Literal["name", "pronoun", "phrase"]
_LONGEST_PHRASE: Final = 8  # words
# French pronouns written on to their verb.
CLITICS: Final = ("-t-il", "-t-elle", "-il", "-elle", "-t-on", "-ils", "-elles")
# "Health and Human Services Secretary Adel" is one.
_PORTFOLIOS: Final = word_list(
    "health housing culture education agriculture labor labour trade transport energy food business "
    "work environment science economy family women youth foreign commerce"
)
_MODIFIERS: Final = 4  # words between an article and a name
_MEMBER: Final = frozenset({"of", "from", "at", "de", "von", "di"})
_STATION: Final = frozenset({"on", "for", "in", "with"})
_COMPLEMENTS: Final = word_list("of for from de du des del della do da")
# What joins two names to one subject.
JOINING: Final = frozenset({"and", "et", "y", "und", "e", "и"})
_THEIRS: Final = word_list("his her their son sa ses su sus seine ihre il suo i suoi seu seus")
SOME: Final = word_list("some others many several both few one another most")
_PEOPLE: Final = word_list(
    "people police women men children everyone everybody someone somebody nobody anyone no-one "
    "media staff management personnel folk youth half data research evidence congress"
)
_OPENERS: Final = frozenset({"while", "but", "and", "as", "though", "although", "with"})
_ARABIC_END: Final = word_list(
    "أن إن أنه إنه أنها إنها بأن بأنه بأنها بأنهم أنّ إنّ الذي التي الذين في إلى على عن من مع "
    "خلال قائلا قائلاً قائلة مضيفا مضيفاً مؤكدا مؤكداً اليوم أمس الأحد الاثنين الثلاثاء "
    "الأربعاء الخميس الجمعة السبت لـ ل وهو وهي أمام عقب بعد قبل عبر ضمن بـ لوكالة للصحفيين "
    "لصحيفة لقناة "
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody as a sentence names them: token range, and whether it is a name or a pronoun.

    `reach` is where the whole noun phrase begins (or ends, right of its verb), with titles and
    modifiers that are no part of the name.
    """

    first: int
    last: int
    kind: MentionKind
    reach: int
    titled: str = ""


@lru_cache(maxsize=1 << 14)
def is_role(word: str, lang: str) -> bool:
    """Tell whether a word before a name says what somebody is: "Major-Gen", "presidents"."""
    lower = word.lower().rstrip(".")
    if lower in TITLES or lower.removesuffix("s") in TITLES or lower.rsplit("-", 1)[-1] in TITLES:
        return True
    return lang == "de" and lower.endswith(GERMAN_ROLE)


def without_titles(tokens: Sequence[Token], first: int, last: int, lang: str) -> tuple[int, str]:
    """Return where the name proper begins in a run, and the title before it."""
    for place in range(last - 1, first - 1, -1):
        if tokens[place].kind == WORD and is_role(tokens[place].text, lang):
            start = place + 1
            while start < last and tokens[start].kind != WORD:
                start += 1
            return start, tokens[place].lower
    led = first > 0 and tokens[first - 1].lower in ("der", "die")
    if lang == "de" and last - first >= 2 and led and _is_given(tokens[first + 1]):
        return first + 1, tokens[first].lower  # "die Köchin Anna Quill"
    if last - first >= 2 and _is_given(tokens[last - 1]) and _is_other(tokens[last - 2]):
        return last - 1, ""
    title = tokens[first - 1].lower if first > 0 and is_role(tokens[first - 1].text, lang) else ""
    return first, title


def _is_other(token: Token) -> bool:
    """Tell whether a word before a given name is no other given name or initial."""
    joined = token.lower in PARTICLES
    return token.kind == WORD and len(token.text) > 2 and not _is_given(token) and not joined


def _is_given(token: Token) -> bool:
    return token.lower in MEN or token.lower in WOMEN


def uncontracted(word: str) -> str:
    """Return "he" of "he'd"."""
    return word[:-2] if word.endswith(("'d", "’d", "'s", "’s")) else word


def phrase_left(
    tokens: Sequence[Token], last: int, lang: str, low: int = 0, depth: int = 0
) -> Mention | None:
    """Return who the noun phrase that ends at `last` names, None where it is no such phrase."""
    token = tokens[last]
    if token.kind != WORD:
        return None
    is_clitic = lang == "fr" and token.lower.endswith(CLITICS)
    if is_clitic or uncontracted(token.lower) in PRONOUNS.get(lang, {}):
        return Mention(last, last, "pronoun", last)
    if looks_like_name(token.text) and not token.text.endswith("'"):
        return _name_left(tokens, last, lang, low, depth)
    return _common_left(tokens, last, lang, low, depth)


def _name_left(
    tokens: Sequence[Token], last: int, lang: str, low: int, depth: int
) -> Mention | None:
    first = name_run_left(tokens, last, low)
    head = _head_before(tokens, first, lang, low, depth)
    if head is not None:
        return head
    reach = _modifiers_left(tokens, first, lang, low)
    is_owned = first > low and tokens[first - 1].text.endswith(POSSESSIVE)
    is_body = any(token.lower in ORG_WORDS for token in tokens[first : last + 1])
    if (first == last and tokens[last].lower in TITLES_AND_BODIES) or (is_owned and is_body):
        return Mention(reach, last, "phrase", reach)
    joins = first - 2 >= low and tokens[first - 1].lower in JOINING
    if joins and _ends_name(tokens, first - 2) and tokens[first - 2].lower not in _PORTFOLIOS:
        both = name_run_left(tokens, first - 2, low)
        return Mention(both, last, "phrase", _modifiers_left(tokens, both, lang, low))
    named, title = without_titles(tokens, first, last, lang)
    return Mention(named, last, "name", reach, title)


def _ends_name(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    is_name = token.kind == WORD and looks_like_name(token.text)
    return is_name and not token.text.endswith(POSSESSIVE)


def _head_before(
    tokens: Sequence[Token], first: int, lang: str, low: int, depth: int
) -> Mention | None:
    """Return the head of "a spokesman for X" or "the mayor of X", when X begins at `first`."""
    place = first - 1
    while place >= low and (
        tokens[place].lower in DETERMINERS.get(lang, ()) or is_role(tokens[place].text, lang)
    ):
        place -= 1
    while place > low and tokens[place].kind == WORD and tokens[place].text.endswith(POSSESSIVE):
        place -= 1
    place = _before_modifiers(tokens, place, lang, low)
    if place <= low or depth > 2 or tokens[place].lower not in PREPOSITIONS.get(lang, ()):
        return None
    last = name_run_right(tokens, first, len(tokens))
    named, title = without_titles(tokens, first, last, lang)
    if title and first < named < last:
        return None  # "Tree of Life Rabbi Marco Adel"
    head = phrase_left(tokens, place - 1, lang, low, depth + 1)
    if head is None or head.kind == "pronoun":
        return None
    if head.kind == "name" and is_role(tokens[head.last].text, lang):
        last = first - 1 + _run_length(tokens, first)
        if any(_is_given(token) for token in tokens[first : last + 1]):
            return None  # "Secretary of State Marco Adel"
        return Mention(head.reach, last, "phrase", head.reach)
    if head.kind == "name":
        opens = head.reach == low or tokens[head.reach - 1].kind != WORD
        ties = _MEMBER | _STATION if opens else _MEMBER  # "Democrats on the committee"
        return head if tokens[place].lower in ties else None
    if head.first == head.last and tokens[head.first].lower not in ACTORS:
        return None
    return Mention(head.first, first - 1 + _run_length(tokens, first), "phrase", head.reach)


def _before_modifiers(tokens: Sequence[Token], place: int, lang: str, low: int) -> int:
    """Return the token before "the left-leaning" of "Quill of the left-leaning League"."""
    start = place
    while start > low and place - start < _MODIFIERS and tokens[start].text.islower():
        if tokens[start].lower in DETERMINERS.get(lang, ()):
            return start - 1
        if tokens[start].lower in NP_ENDS or tokens[start].lower in PREPOSITIONS.get(lang, ()):
            break
        start -= 1
    return place


def _run_length(tokens: Sequence[Token], first: int) -> int:
    return name_run_right(tokens, first, len(tokens)) - first + 1


def _modifiers_left(tokens: Sequence[Token], first: int, lang: str, low: int) -> int:
    """Return where the phrase before a name begins: "the state news agency" X."""
    stops = PREPOSITIONS.get(lang, frozenset())
    place = first
    while place > low and first - place < _LONGEST_PHRASE:
        before = tokens[place - 1]
        if before.kind != WORD or before.lower in stops or before.lower in NP_ENDS:
            break
        place -= 1
    return place


def _common_left(
    tokens: Sequence[Token], last: int, lang: str, low: int, depth: int
) -> Mention | None:
    """Return a phrase without a name: "the court", "PG&E officials", "a White House official"."""
    determiners, stops = DETERMINERS.get(lang, frozenset()), PREPOSITIONS.get(lang, frozenset())
    opens = last == low or tokens[last - 1].kind == POINT or tokens[last - 1].lower in _OPENERS
    if tokens[last].lower in SOME and opens:
        return Mention(last, last, "phrase", last)
    word = tokens[last].lower
    if word in NP_ENDS or word in determiners or word in stops:
        return None
    first = last
    while first > low and last - first < _LONGEST_PHRASE:
        before = tokens[first - 1]
        if before.kind != WORD or before.lower in NP_ENDS or before.lower in stops:
            break
        first -= 1
        if before.lower in determiners:
            break
    if lang == "ru" and not is_role(tokens[last].text, lang):
        return None  # without articles nothing bounds the phrase
    if first - 2 >= low and tokens[first].lower in _THEIRS and tokens[first - 1].lower in JOINING:
        other = phrase_left(tokens, first - 2, lang, low, depth + 1)
        if other is not None and other.kind != "pronoun":
            return Mention(other.first, last, "phrase", other.reach)  # "Adel and his colleagues"
    if first > low and tokens[first - 1].lower in stops and depth < 3:
        head = phrase_left(tokens, first - 2, lang, low, depth + 1) if first - 2 >= low else None
        if head is not None and head.kind == "phrase":
            return Mention(head.first, last, "phrase", head.reach)
        if head is not None and head.kind == "name":
            return head
    if lang == "en" and first == last and not _may_speak(word):
        return None  # "long said", "sparking widespread fears"
    return Mention(first, last, "phrase", first)


def _may_speak(word: str) -> bool:
    """Tell a noun that stands alone for somebody: "critics", "police", "everyone"."""
    return word.endswith("s") or word in ACTORS or word in _PEOPLE or not word.isalpha()


def _opens_phrase(tokens: Sequence[Token], first: int, lang: str) -> bool:
    if first >= len(tokens) or tokens[first].kind != WORD or tokens[first].lower in NP_ENDS:
        return False
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
        return _arabic_right(tokens, first)
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
    if run_end < last:
        # "a White House official", "PG&E's principal meteorologist Scott Strenfel"
        later = phrase_right(tokens, run_end + 1, lang)
        if later is not None and later.kind == "name":
            return later
        if lang != "en" and tokens[run_end + 1].text.islower():
            return Mention(named, run_end, "name", run_end, title)
        return _appositive_right(tokens, last, lang) or Mention(first, last, "phrase", last)
    if head == run_end and tokens[head].lower in TITLES_AND_BODIES:
        return _appositive_right(tokens, last, lang) or Mention(first, last, "phrase", last)
    return Mention(named, run_end, "name", max(last, run_end), title)


def _with_complement(tokens: Sequence[Token], first: int, last: int) -> Mention:
    """Return "le ministère des Affaires étrangères" and "a spokesman for the port" whole."""
    end = last
    if last + 2 < len(tokens) and tokens[last + 1].lower in _COMPLEMENTS:
        place = last + 2
        while place < min(len(tokens), last + 6) and tokens[place].kind == WORD:
            if tokens[place].lower in NP_ENDS or (
                tokens[place].text.islower() and place > last + 3
            ):
                break
            place += 1
        end = place - 1
    while end > first and tokens[end].lower in _COMPLEMENTS:
        end -= 1
    return Mention(first, end, "phrase", end)


def _starts_name(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].kind == WORD and looks_like_name(tokens[place].text)


def _phrase_end(tokens: Sequence[Token], first: int, lang: str) -> int:
    stops, place = PREPOSITIONS.get(lang, frozenset()), first
    high = min(len(tokens), first + 14)
    while place < high and tokens[place].kind == WORD:
        lower = tokens[place].lower
        if (
            place > first
            and (lower in NP_ENDS or lower in stops)
            and not (lower in PARTICLES and _between_names(tokens, place))
        ):
            break
        place += 1
        if place < high and tokens[place].text == "." and _is_initial(tokens, place):
            place += 1
    return place - 1


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
        high = min(len(tokens) - 1, last + _LONGEST_PHRASE)
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


def _goes_on_arabic(token: Token) -> bool:
    to_somebody = token.lower.startswith("لل") and len(token.lower) > 4
    return token.kind == WORD and token.lower not in _ARABIC_END and not to_somebody


def _arabic_right(tokens: Sequence[Token], first: int) -> Mention | None:
    """Return the Arabic noun phrase after its verb, without a title before a name."""
    place = first
    high = min(len(tokens), first + 9)
    while place < high and _goes_on_arabic(tokens[place]):
        place += 1
    if place == first or tokens[first].lower == "ما":
        return None
    if place + 1 < len(tokens) and tokens[place].text == "،":
        # "the spokesman for the ministry, Ali Mansur, that ..."
        last = place + 1
        while last < min(len(tokens), place + 5) and _goes_on_arabic(tokens[last]):
            last += 1
        closed = last < len(tokens) and tokens[last].text == "،"
        if closed and 2 <= last - place - 1 <= 3:
            return Mention(place + 1, last - 1, "name", last - 1)
    last = place - 1
    named = first
    while named < last and tokens[named].lower in ARABIC_TITLES:
        named += 1
    title = tokens[named - 1].lower if named > first else ""
    return Mention(named, last, "name", last, title)
