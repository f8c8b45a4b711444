"""Who a noun phrase names that ends at a token, read leftwards from its verb."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.mentions import (
    CLITICS,
    JOINING,
    LONGEST_PHRASE,
    SOME,
    Mention,
    is_given,
    is_role,
    uncontracted,
    without_titles,
)
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE, name_run_left, name_run_right
from wireroom.engine.insight.quotes.people_tables import (
    ACTORS,
    ORG_WORDS,
    SEATED,
    TITLES_AND_BODIES,
)
from wireroom.engine.insight.quotes.sentences import POINT, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import (
    DETERMINERS,
    NP_ENDS,
    PREPOSITIONS,
    PRONOUNS,
)

# "Health and Human Services Secretary Adel" is one.
_PORTFOLIOS: Final = word_list(
    "health housing culture education agriculture labor labour trade transport energy food "
    "business work environment science economy family women youth foreign commerce"
)
_MODIFIERS: Final = 4  # words between an article and a name
_MEMBER: Final = frozenset({"of", "from", "at", "de", "von", "di"})
_ONE: Final = frozenset({"a", "an"})
_STATION: Final = frozenset({"on", "for", "in", "with"})
_THEIRS: Final = word_list("his her their son sa ses su sus seine ihre il suo i suoi seu seus")
PEOPLE: Final = word_list(
    "people police women men children everyone everybody someone somebody nobody anyone no-one "
    "media staff management personnel folk youth half data research evidence congress"
)
_CLOSE: Final = word_list("close adviser advisers advisor advisors aide aides party parties")
# Those who speak for or of somebody, in the plural without an article: "lawyers for Adel".
_AGENTS: Final = ACTORS | word_list(
    "relative supporter official resident ally aide source spokesman spokesperson critic friend "
    "backer opponent colleague adviser advisor representative investigator prosecutor campaigner "
    "organiser organizer worker expert economist member leader"
)
_OPENERS: Final = frozenset({"while", "but", "and", "as", "though", "although", "with"})


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
    if token.is_name and not token.text.endswith("'"):
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
    led = lang == "en" and tokens[reach].lower in DETERMINERS["en"]
    if led and tokens[last].lower in SEATED:
        return Mention(reach, last, "phrase", reach)  # "the Alderne Republican"
    if lang == "en" and first > low and tokens[first - 1].lower in _ONE:
        return Mention(first - 1, last, "phrase", reach)  # "an Alderne Republican"
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
    is_name = token.is_name
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
    spoken_for = tokens[place - 1].lower.removesuffix("s") in _AGENTS
    if title and first < named < last and not spoken_for:
        return None  # "Tree of Life Rabbi Marco Adel"
    head = phrase_left(tokens, place - 1, lang, low, depth + 1)
    if head is None or head.kind == "pronoun":
        return None
    if head.kind == "name" and is_role(tokens[head.last].text, lang):
        last = first - 1 + _run_length(tokens, first)
        several = tokens[head.last].lower.endswith("s")  # "lawyers for Marco Adel"
        if not several and any(is_given(token) for token in tokens[first : last + 1]):
            return None  # "Secretary of State Marco Adel"
        return Mention(head.reach, last, "phrase", head.reach)
    if head.kind == "name":
        opens = head.reach == low or tokens[head.reach - 1].kind != WORD
        ties = _MEMBER | _STATION if opens else _MEMBER  # "Democrats on the committee"
        return head if tokens[place].lower in ties else None
    noun = tokens[head.last].lower
    if head.first == head.last and not (noun in ACTORS or noun.removesuffix("s") in _AGENTS):
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
    while place > low and first - place < LONGEST_PHRASE:
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
    while first > low and last - first < LONGEST_PHRASE:
        before = tokens[first - 1]
        if before.kind != WORD or before.lower in NP_ENDS or before.lower in stops:
            break
        first -= 1
        if before.lower in determiners:
            break
    if lang == "ru" and not is_role(tokens[last].text, lang):
        return None  # without articles nothing bounds the phrase
    both = _with_theirs(tokens, first, last, lang, low, depth)
    if both is not None:
        return both
    tied = first > low and (tokens[first - 1].lower in stops or _is_tied(tokens, first, low))
    if tied and depth < 3:
        head = phrase_left(tokens, first - 2, lang, low, depth + 1) if first - 2 >= low else None
        if head is not None and head.kind == "phrase":
            return Mention(head.first, last, "phrase", head.reach)
        if head is not None and head.kind == "name":
            return head
    return _only_noun(tokens, first, last, lang)


def _is_tied(tokens: Sequence[Token], first: int, low: int) -> bool:
    """Tell "sources close to the talks" from "spoke to the talks"."""
    return first - 2 > low and tokens[first - 1].lower == "to" and tokens[first - 2].lower in _CLOSE


def _only_noun(tokens: Sequence[Token], first: int, last: int, lang: str) -> Mention | None:
    """Return a phrase without a complement; the pronoun of "he quickly and quietly said"."""
    if first < last and tokens[first].lower in PRONOUNS.get(lang, {}):
        return Mention(first, first, "pronoun", first)
    if lang == "en" and first == last and not _may_speak(tokens[last].lower):
        return None  # "long said", "sparking widespread fears"
    return Mention(first, last, "phrase", first)


def _with_theirs(
    tokens: Sequence[Token], first: int, last: int, lang: str, low: int, depth: int
) -> Mention | None:
    """Return both of "Adel and his colleagues", of which the second begins at `first`."""
    if first - 2 < low or tokens[first].lower not in _THEIRS:
        return None
    if tokens[first - 1].lower not in JOINING:
        return None
    other = phrase_left(tokens, first - 2, lang, low, depth + 1)
    if other is None or other.kind == "pronoun":
        return None
    return Mention(other.first, last, "phrase", other.reach)


def _may_speak(word: str) -> bool:
    """Tell a noun that stands alone for somebody: "critics", "police", "everyone"."""
    return word.endswith("s") or word in ACTORS or word in PEOPLE or not word.isalpha()
