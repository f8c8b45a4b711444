"""Whose verb a verb of saying is: the subject before it, after it, or shared with another."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.arabic_subjects import find_arabic_subject
from wireroom.engine.insight.quotes.documents import document_before, owner_of
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.german import find_german_subject
from wireroom.engine.insight.quotes.mentions import CLITICS, JOINING, Mention, without_titles
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE, name_run_left, name_run_right
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.people_tables import ACTORS
from wireroom.engine.insight.quotes.phrases_left import phrase_left
from wireroom.engine.insight.quotes.phrases_right import phrase_right
from wireroom.engine.insight.quotes.said import head_of
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.shared_subjects import AFTER_SUBJECT, leading_mention, leaned_on
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import (
    BETWEEN,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)

_CLOSING: Final = frozenset(".,;:!?—–-…،")
_ADVERB_ENDINGS: Final = {"en": "ly", "fr": "ment", "ru": "но"}
_INVERTING: Final = frozenset({"fr", "es", "it", "pt"})
_ADVERBS: Final = word_list(
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier ieri oggi ayer hoy ontem hoje lunes "
    "martes miércoles jueves viernes sábado domingo"
)
_CUT_SHORT: Final = frozenset({"jr", "sr", "inc", "co", "corp", "ltd"})
_ASIDES: Final = 5  # between commas: age, town, county, work
_NOUNS_IN_LY: Final = frozenset({"family", "ally", "assembly", "daily", "weekly", "bully"})
_FOLK: Final = frozenset({"people", "police", "men", "women", "staff"})
_TOLD: Final = frozenset({"led", "known", "seen", "made", "held", "sent", "written", "due"})
_WHO: Final = frozenset({"who", "which", "qui", "whose"})
_SPANS: Final = word_list("morning afternoon evening night week month year")
_WHICH: Final = frozenset({"this", "last", "early", "late"})
_AND: Final = frozenset({"and", "but", "or", "et", "y", "und", "e"})


def find_subject(tokens: Sequence[Token], event: Event, found: list[Event], lang: str) -> None:
    """Set who says what the event says, with the side on which they stand; None stays None."""
    if lang == "fr" and tokens[event.first].lower.endswith(CLITICS):
        event.subject = Mention(event.first, event.first, "pronoun", event.first)
        event.side = "R"
    elif lang == "ar":
        find_arabic_subject(tokens, event, found)
    elif lang == "tr" and tokens[event.first].lower != "diyen":
        event.subject = leading_mention(tokens, event.first, lang)
    elif lang == "de":
        shares = event.first > 0 and tokens[event.first - 1].lower == "und" and bool(found)
        event.subject = leaned_on(tokens, event.first, found, lang) if shares else None
        if event.subject is None:
            find_german_subject(tokens, event)
    else:
        _find_beside(tokens, event, found, lang)


def _find_beside(tokens: Sequence[Token], event: Event, found: list[Event], lang: str) -> None:
    before = _before_verb(tokens, event.first, lang)
    lower = tokens[before].lower if before >= 0 else ""
    is_which = lower == "which" and tokens[before - 1].text == ","
    if before > 1 and (lower in {"who", "qui"} or is_which):
        before -= 2 if tokens[before - 1].kind == POINT else 1
        event.subject = _related(tokens, before, lang)
    elif lower in _AND:
        event.subject = leaned_on(tokens, before, found, lang)
    elif before >= 0 and tokens[before].kind == WORD and _is_left_free(tokens, before, event, lang):
        low = _after_quote(tokens, before)
        subject = phrase_left(tokens, before, lang, low)
        if subject is not None and subject.first > low + 1:
            subject = _before_bare_relative(tokens, subject, lang, low)
        if subject is None or subject.kind != "pronoun":
            subject = _led_by_name(tokens, low, before, lang) or subject
        if lang == "en" and subject is not None and subject.kind == "name":
            subject = document_before(tokens, event.first) or subject
        if lang == "en" and subject is not None and _is_agent(tokens, subject):
            led = not tokens[low].lower.endswith("ing")  # "Following the vote, a man led by Varga"
            subject = phrase_right(tokens, low, lang) if led else None
        if lang == "en" and subject is not None:
            subject = owner_of(tokens, subject)
        _set_left(event, subject)
    else:
        _find_after_point(tokens, event, before, lang)


def _is_agent(tokens: Sequence[Token], subject: Mention) -> bool:
    """Tell Varga of "a man who was hired by Varga said" from who says it."""
    return subject.kind == "name" and subject.reach > 0 and tokens[subject.reach - 1].lower == "by"


def _related(tokens: Sequence[Token], last: int, lang: str) -> Mention | None:
    """Return whom "who" means: Varga in "a scolding from Varga, who ...", an actor else."""
    mention = phrase_left(tokens, last, lang)
    if mention is None or mention.kind != "phrase":
        return mention
    if mention.first > 1 and tokens[mention.first - 1].text == ",":
        apposed = phrase_left(tokens, mention.first - 2, lang)  # "Omar Adel, a pilot who said"
        if apposed is not None and apposed.kind == "name" and apposed.last > apposed.first:
            return apposed
    if not looks_like_name(tokens[last].text):
        return mention
    first = name_run_left(tokens, last)
    named, title = without_titles(tokens, first, last, lang)
    owned = mention.first < first - 1 and tokens[first - 1].lower in PREPOSITIONS.get(lang, ())
    acts = any(token.lower.removesuffix("s") in ACTORS for token in tokens[mention.first : first])
    return Mention(named, last, "name", first, title) if owned and not acts else mention


def _before_bare_relative(
    tokens: Sequence[Token], subject: Mention, lang: str, low: int
) -> Mention | None:
    """Return X of "X who built the old dam said", of which the end looks like a phrase."""
    before = tokens[subject.first - 2]
    apart = before.kind != WORD or before.lower in PREPOSITIONS["en"] | {"to"}  # "to which he said"
    if tokens[subject.first - 1].lower not in _WHO or apart:
        return subject
    return phrase_left(tokens, subject.first - 2, lang, low)


def _is_left_free(tokens: Sequence[Token], before: int, event: Event, lang: str) -> bool:
    """Tell whether the subject may stand before its verb: not in "contento si è detto X"."""
    if lang not in _INVERTING or lang == "fr" or looks_like_name(tokens[before].text):
        return True
    right = phrase_right(tokens, event.last + 1, lang)
    return right is None or right.kind != "name" or tokens[before].lower in PRONOUNS[lang]


def _led_by_name(tokens: Sequence[Token], low: int, before: int, lang: str) -> Mention | None:
    """Return X of '"...," the author X, an analyst at the Y Council, told me': first in its clause.

    `low` is the token after the quote; without a quote before it there is no such clause.
    """
    if not low:
        return None
    start = low + 1 if tokens[low].kind == POINT else low
    comma = start
    while comma < before and tokens[comma].text != ",":
        comma += 1
    if comma >= before or comma == start or tokens[comma - 1].kind != WORD:
        return None
    subject = phrase_left(tokens, comma - 1, lang, start)
    is_led = subject is not None and subject.kind == "name" and subject.reach == start
    return subject if is_led and subject is not None and subject.last > subject.first else None


def _before_verb(tokens: Sequence[Token], verb: int, lang: str) -> int:
    """Return the token before a verb and its auxiliaries and adverbs, -1 at the start."""
    before = verb - 1
    if before > 0 and tokens[before].text == "." and tokens[before - 1].lower in _CUT_SHORT:
        before -= 1
    skipped = BETWEEN.get(lang, frozenset())
    adverb = _ADVERB_ENDINGS.get(lang, "mente")
    while before >= 0 and (
        (tokens[before].lower in skipped and not tokens[before].is_name)
        or _is_time(tokens, before)
        or (
            tokens[before].text.endswith(adverb)
            and tokens[before].text.islower()
            and tokens[before].text not in _NOUNS_IN_LY
        )
    ):
        before -= 1
    return before


def _is_time(tokens: Sequence[Token], place: int) -> bool:
    """Tell the time of "Quill on Monday morning said" and "Quill this week said"."""
    word, before = tokens[place].lower, tokens[place - 1].lower if place else ""
    if word in _SPANS:
        return before in _WHICH or before in BETWEEN["en"]
    return word in _WHICH and place + 1 < len(tokens) and tokens[place + 1].lower in _SPANS


def _is_adverb(text: str) -> bool:
    """Tell "flatly" from Kelly and Italy."""
    return text.endswith("ly") and text.islower() and text not in _NOUNS_IN_LY


def _find_after_point(tokens: Sequence[Token], event: Event, before: int, lang: str) -> None:
    """Find the subject of a verb that opens its clause: after it, or before an apposition."""
    named = _inverted(tokens, event, lang) if lang == "en" and before >= 0 else None
    apart = before >= 0 and tokens[before].text not in "(/" and _may_invert(tokens, event, before)
    if named is not None and named.kind == "name" and apart and _set_right(event, named):
        event.begins = before + 1
        return
    point = tokens[before].text if before >= 0 else ""
    event.begins = before + 1  # "a déclaré", "ha detto": the auxiliary belongs to the verb
    subject = None
    if point and point in ",—–)":
        low = _after_quote(tokens, before)
        related = _before_relative(tokens, low, before, lang)
        if related is not None:
            _set_left(event, related)
            return
        subject = _led_by_name(tokens, low, before, lang) or _apposed(tokens, before, lang)
        subject = subject or _cut_off(tokens, low, before, lang)
        if lang == "en" and subject is not None:
            subject = document_before(tokens, event.first, apposed=True) or subject
    leads = subject is not None and lang == "en" and subject.first <= 1 and point in ",—–"
    if point not in {"(", "/"} and not leads and _may_invert(tokens, event, before):
        inverted = _inverted(tokens, event, lang)
        better = inverted is not None and (inverted.kind == "name" or subject is None)
        if (subject is None or subject.kind != "name" or better) and _set_right(event, inverted):
            return
    _set_left(event, subject)


def _cut_off(tokens: Sequence[Token], low: int, comma: int, lang: str) -> Mention | None:
    """Return X of '"...," spokesman X, said', which a slip of the comma cuts off its verb."""
    if not low or lang != "en" or tokens[comma - 1].kind != WORD:
        return None
    start = low + 1 if tokens[low].kind == POINT else low
    subject = phrase_left(tokens, comma - 1, lang, start)
    whole = subject is not None and subject.kind == "name" and subject.reach == start
    return subject if whole and subject is not None and subject.last > subject.first else None


def _before_relative(tokens: Sequence[Token], low: int, high: int, lang: str) -> Mention | None:
    """Return X of "X, who built it, said"."""
    for comma in range(high - 1, low, -1):
        if tokens[comma].text == "," and tokens[comma + 1].lower in _WHO:
            aged = comma - 3 > low and tokens[comma - 1].text.isdigit()
            named = comma - 2 if aged and tokens[comma - 2].text == "," else comma
            head = phrase_left(tokens, named - 1, lang, low)
            return None if head is None or _is_place(tokens, head, lang) else head
        if tokens[comma].kind != WORD and tokens[comma].text not in ",'’-%$£€":
            break
    return None


def _set_left(event: Event, subject: Mention | None) -> None:
    if subject is not None:
        event.subject, event.begins = subject, min(subject.reach, subject.first)


def _set_right(event: Event, subject: Mention | None) -> bool:
    if subject is None:
        return False
    event.subject, event.side, event.ends = subject, "R", max(subject.reach, subject.last)
    return True


def _inverted(tokens: Sequence[Token], event: Event, lang: str) -> Mention | None:
    """Return the subject after its verb, if what follows it leaves it no other verb."""
    start = event.last + 1
    between = BETWEEN.get(lang, ()) if lang in _INVERTING else ()
    while start < len(tokens) and (
        _is_adverb(tokens[start].text)
        or tokens[start].lower in _ADVERBS
        or tokens[start].lower in between
    ):
        start += 1
    subject = phrase_right(tokens, start, lang)
    if subject is None:
        return None
    subject = _joint(tokens, subject)
    after = max(subject.reach, subject.last) + 1
    closed = after >= len(tokens) or tokens[after].text in _CLOSING
    if after < len(tokens) and tokens[after].kind == QUOTED:
        closed = subject.kind != "phrase" and not (lang == "en" and _is_quoted_verb(tokens, after))
    if lang != "en":
        named = subject.kind != "phrase" or (
            tokens[subject.first].lower in DETERMINERS.get(lang, frozenset())
        )
        return subject if named or lang in ("ru", "tr") else None
    if (
        subject.kind == "phrase"
        and not _is_somebody(tokens, subject)
        and "and" not in _words(tokens, subject)
    ):
        return None
    return subject if closed or tokens[after].lower in AFTER_SUBJECT else None


def _is_quoted_verb(tokens: Sequence[Token], quoted: int) -> bool:
    """Tell 'Adel, the mayor, says Quill "is wrong"' from '"No," says Quill, "that is wrong"'."""
    return tokens[quoted].text[:1].islower() and all(
        token.kind != QUOTED for token in tokens[:quoted]
    )


def _joint(tokens: Sequence[Token], subject: Mention) -> Mention:
    """Return both of 'said Quill and Varga', who speak as one."""
    after = subject.last + 1
    names = subject.kind == "name" and after + 1 < len(tokens) and tokens[after].lower in JOINING
    if not names or not looks_like_name(tokens[after + 1].text):
        return subject
    last = name_run_right(tokens, after + 1, len(tokens))
    return Mention(subject.first, last, "phrase", last)


def _words(tokens: Sequence[Token], mention: Mention) -> set[str]:
    return {token.lower for token in tokens[mention.first : mention.last + 1]}


def _may_invert(tokens: Sequence[Token], event: Event, before: int) -> bool:
    """Tell whether a verb's subject can follow it; "told reporters" has its object there."""
    if event.manner not in ("tell", "urge", "call"):
        return True
    while before >= 0 and tokens[before].text in _CLOSING:
        before -= 1
    return before >= 0 and tokens[before].kind == QUOTED


def _is_somebody(tokens: Sequence[Token], phrase: Mention) -> bool:
    last = head_of(tokens, phrase)
    return (
        last in _FOLK
        or tokens[phrase.first].lower in DETERMINERS["en"]
        or last in ACTORS
        or last.endswith("s")
    )


def _after_quote(tokens: Sequence[Token], place: int) -> int:
    while place > 0 and tokens[place - 1].kind != QUOTED:
        place -= 1
    return place


def _apposed(tokens: Sequence[Token], comma: int, lang: str) -> Mention | None:
    """Return the subject before what stands between commas: "X, a teacher, said"."""
    low, end, tries = _after_quote(tokens, comma), comma, 0
    whole = phrase_left(tokens, comma - 1, lang, low) if comma > low else None
    while tries < _ASIDES:
        start = end - 1
        while start > low and tokens[start].text not in ",—–(":
            start -= 1
        if start <= low or tokens[start].text not in ",—–(":
            break
        head = phrase_left(tokens, start - 1, lang, low)
        if tokens[start - 1].text.isdigit():
            end, tries = start, tries + 1  # "Omar Adel, 42, a pilot, said"
            continue
        member = tokens[start + 1].lower in ("a", "an")  # "Omar Adel, a Democrat, said"
        only = whole is not None and not member and _is_only_name(whole, start + 1, head)
        town = head is not None and head.first > low and _is_place(tokens, head, lang)
        county = (town and lang == "en") or _is_state(tokens[comma - 1])
        named = whole if only and not county else None
        if named is not None:
            return named._replace(reach=head.reach if head else named.reach)
        if (
            head is not None
            and not town
            and (head.kind != "phrase" or tries == 2 or _is_aside(tokens, start))
        ):
            return _before_apposition(tokens, head, lang, low)
        end, tries = start, tries + 1
    return None


def _before_apposition(tokens: Sequence[Token], head: Mention, lang: str, low: int) -> Mention:
    """Return X of "X, head of the port, a man of few words, said", which opens its clause."""
    comma = head.first - 1
    if head.kind != "phrase" or comma <= low or tokens[comma].text != ",":
        return head
    named = phrase_left(tokens, comma - 1, lang, low)
    opens = named is not None and named.reach <= low + 1
    is_person = named is not None and named.kind == "name" and named.last > named.first
    return named if named is not None and opens and is_person else head


def _is_only_name(whole: Mention, start: int, head: Mention | None) -> bool:
    """Tell whether a name is all that stands between commas: "the mayor, Omar Adel, said"."""
    if whole.kind != "name" or whole.reach != start:
        return False
    return head is None or head.kind != "name" or whole.last > whole.first


def _is_state(token: Token) -> bool:
    """Tell the state of "of Oststadt, D.C., said"."""
    return token.text.count(".") > 1


def _is_place(tokens: Sequence[Token], head: Mention, lang: str) -> bool:
    """Tell Leeds in "Omar Adel, from Leeds, who wrote it, said", and whom a group is led by."""
    prepositions = PREPOSITIONS.get(lang, frozenset())
    before = {tokens[head.first - 1].lower, tokens[head.reach - 1].lower if head.reach else ""}
    if head.first == head.last and _is_state(tokens[head.first]):
        return True
    if head.titled and before.isdisjoint({"by", "with", "under"}):
        return False  # "Tree of Life Rabbi Omar Adel, however, said"
    return head.kind == "name" and not prepositions.isdisjoint(before)


def _is_aside(tokens: Sequence[Token], comma: int) -> bool:
    after = tokens[comma + 1].lower
    if after.endswith(POSSESSIVE):
        return True  # "a spokesman for the port, Alderne's largest, said"
    opens = after in {"who", "which", "including", "like", "among"}
    told = after.endswith(("ing", "ed")) or after in _TOLD  # "Norfa, citing a source, reported"
    return opens or told or after in DETERMINERS["en"] or after[0].isdigit()
