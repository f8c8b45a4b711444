"""Who a noun phrase names that begins at a token, right of its verb."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.cue_tables import THAT
from wireroom.engine.insight.quotes.mentions import JOINING, LONGEST_PHRASE, Mention, without_titles
from wireroom.engine.insight.quotes.name_runs import looks_like_name, name_run_right
from wireroom.engine.insight.quotes.people_tables import ARABIC_TITLES, TITLES, TITLES_AND_BODIES
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import (
    NP_ENDS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
)

_COMPLEMENTS: Final = word_list("of for from de du des del della do da")
_ARABIC_ROLES: Final = word_list(
    "وزير وزيرة رئيس رئيسة مدير مديرة المدير المديرة المتحدث المتحدثة الناطق الناطقة نائب نائبة "
    "قائد الأمين أمين أمينة مبعوث المبعوث مبعوثة سفير سفيرة محافظ عمدة مفوض مفوضة مستشار مستشارة "
    "النائب وكيل الرئيس عضو المفوض السفير السفيرة زعيم"
)
_NAME_WORDS: Final = (2, 4)  # of a person
_ARABIC_END: Final = word_list(
    "أن إن أنه إنه أنها إنها أنهم إنهم بأن بأنه بأنها بأنهم أنّ إنّ إنهما أنهما إنهن أنهن أننا إننا "
    "أنني إنني أني إني بأننا بأنهما بأنهن بأنني بأنّ قد الذي التي الذين في إلى على عن من مع "
    "خلال قائلا قائلاً قائلة مضيفا مضيفاً مؤكدا مؤكداً اليوم أمس الأحد الاثنين الثلاثاء "
    "الأربعاء الخميس الجمعة السبت لـ ل وهو وهي أمام عقب بعد قبل عبر ضمن بـ لوكالة للصحفيين "
    "لصحيفة لقناة "
)


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
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    if last > first and tokens[last].lower.endswith("ed") and after in PREPOSITIONS["en"]:
        last -= 1  # "the documents obtained under the act"
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


def _goes_on_arabic(token: Token) -> bool:
    to_somebody = token.lower.startswith("لل") and len(token.lower) > 4
    return token.kind == WORD and token.lower not in _ARABIC_END and not to_somebody


def _is_written_on(tokens: Sequence[Token], verb: int) -> bool:
    """Tell "what the ministry announced (it)", whose verb ends in a pronoun, from other "what"."""
    return verb + 1 < len(tokens) and tokens[verb].lower.endswith("ه")


def _past_role(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where the name begins in "the minister of transport Salem Quill", else `first`.

    A role's complement has the article, a given name has none.
    """
    if tokens[first].lower not in _ARABIC_ROLES:
        return first
    place, definite = first + 1, tokens[first].lower.startswith("ال")
    while place <= last and (
        tokens[place].lower in _ARABIC_ROLES or tokens[place].lower.startswith(("ال", "لل", "باسم"))
    ):
        definite = definite or tokens[place].lower not in _ARABIC_ROLES
        place += 1
    return place if definite and _NAME_WORDS[0] <= last - place + 1 <= _NAME_WORDS[1] else first


def _arabic_right(tokens: Sequence[Token], first: int) -> Mention | None:
    """Return the Arabic noun phrase after its verb, without a title before a name."""
    place = first
    high = min(len(tokens), first + 9)
    while place < high and _goes_on_arabic(tokens[place]):
        place += 1
    if place == first:
        return None
    if tokens[first].lower == "ما":
        return _arabic_right(tokens, first + 2) if _is_written_on(tokens, first + 1) else None
    if place + 1 < len(tokens) and tokens[place].text == "،":
        # "the spokesman for the ministry, Ali Mansur, that ..."
        last = place + 1
        while last < min(len(tokens), place + 5) and _goes_on_arabic(tokens[last]):
            last += 1
        closed = last < len(tokens) and tokens[last].text == "،"
        if closed and 2 <= last - place - 1 <= 3:
            return Mention(place + 1, last - 1, "name", last - 1)
    last = place - 1
    named = _past_role(tokens, first, last)
    while named < last and tokens[named].lower in ARABIC_TITLES:
        named += 1
    title = tokens[named - 1].lower if named > first else ""
    return Mention(named, last, "name", last, title)
