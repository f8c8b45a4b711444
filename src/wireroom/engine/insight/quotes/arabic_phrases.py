"""Who an Arabic noun phrase names, which has no capitals to tell names by."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.arabic_tables import NOUN_OF_SAYING, RELATIONS, is_arabic_role
from wireroom.engine.insight.quotes.mentions import Mention
from wireroom.engine.insight.quotes.people_tables import ARABIC_TITLES
from wireroom.engine.insight.quotes.sentences import WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list

_CALLED: Final = word_list("يدعى تدعى ويدعى وتدعى يسمى تسمى ويسمى وتسمى اسمه اسمها واسمه واسمها")
_QUANTIFIERS: Final = word_list("أحد إحدى بعض عدد")
# "the executive director": what goes with an office, and is no surname.
_RANKS: Final = word_list(
    "التنفيذي التنفيذية العام العامة الأول الأولى الإقليمي الإقليمية الفني الفنية المالي المالية "
    "السابق السابقة الحالي الحالية الجديد الجديدة المساعد المساعدة الأعلى الوطني الوطنية المتقاعد"
)
_PARTICLES: Final = word_list("لم لن لا قد كان كانت وقد وكان وهو وهي")
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


def _goes_on_arabic(token: Token) -> bool:
    if token.lower in _CALLED:
        return False
    to_somebody = token.lower.startswith("لل") and len(token.lower) > 4
    return (
        token.kind == WORD and token.lower not in _ARABIC_END | NOUN_OF_SAYING and not to_somebody
    )


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


def arabic_phrase(tokens: Sequence[Token], first: int) -> Mention | None:
    """Return the Arabic noun phrase after its verb, without a title before a name."""
    place = first
    high = min(len(tokens), first + 9)
    while place < high and _goes_on_arabic(tokens[place]):
        place += 1
    if place == first:
        return None
    if tokens[first].lower == "ما":
        return arabic_phrase(tokens, first + 2) if _is_written_on(tokens, first + 1) else None
    called = _called(tokens, place)
    if called is not None:
        return called
    if place + 1 < len(tokens) and tokens[place].text == "،":
        # "the spokesman for the ministry, Ali Mansur, that ..."
        last = place + 1
        while last < min(len(tokens), place + 5) and _goes_on_arabic(tokens[last]):
            last += 1
        closed = last < len(tokens) and tokens[last].text == "،"
        if closed and 2 <= last - place - 1 <= 3 and _tells_name(tokens, first, place + 1):
            return Mention(place + 1, last - 1, "name", last - 1)
    last = place - 1
    named = _past_role(tokens, first, last)
    named = past_titles(tokens, named, last)
    title = tokens[named - 1].lower if named > first else ""
    return Mention(named, last, "name", last, title)


def past_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where the name begins after "the colonel" and "the retired naval engineer"."""
    place = first
    while place < last and tokens[place].lower in ARABIC_TITLES:
        place += 1
    if place == last and tokens[last].lower in _RANKS:
        return first
    while place > first and last - place > 1 and tokens[place].lower.startswith("ال"):
        place += 1
    return place


def _called(tokens: Sequence[Token], place: int) -> Mention | None:
    """Return X of "one of them, called X", whose phrase ends before `place`."""
    place += place < len(tokens) and tokens[place].text == "،"
    if place >= len(tokens) or tokens[place].lower not in _CALLED:
        return None
    last = place
    while last + 1 < min(len(tokens), place + 5) and _goes_on_arabic(tokens[last + 1]):
        last += 1
    return Mention(place + 1, last, "name", last) if last > place else None


def _tells_name(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Tell "the spokesman, Ali Mansur," from "Ali Mansur, brother of the dead,"."""
    word = tokens[after].lower
    is_name = not (
        word.startswith("ال") or word in _QUANTIFIERS or word in RELATIONS or is_arabic_role(word)
    )
    head = tokens[first].lower
    known = head.startswith("ال") or head in RELATIONS or is_arabic_role(head)
    return is_name and word not in _PARTICLES and known
