"""Subjects of German verbs of saying: every noun has a capital, and the verb stands second."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.german_phrases import ACCOUNTS, phrase_end, whole_phrase
from wireroom.engine.insight.quotes.given_names import GIVEN
from wireroom.engine.insight.quotes.konjunktiv import is_reported
from wireroom.engine.insight.quotes.mentions import Mention, is_role, without_titles
from wireroom.engine.insight.quotes.name_runs import name_run_right
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.sentences import QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS, PRONOUNS

_NO_SUBJECTS: Final = word_list(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag vormittag nachmittag abend "
    "anfrage "
    "inzwischen zudem außerdem dabei damals bereits zuvor demnach unterdessen gegenüber medien "
    "einen eine diesen januar februar märz april mai juni juli august oktober dezember"
)
_IT_READ: Final = frozenset({"hieß", "heißt"})
# Verbs that say something only with their other part.
_PARTED: Final = {
    **dict.fromkeys(("gab", "gibt", "gaben", "geben"), "an"),
    **dict.fromkeys(("warf", "wirft", "warfen", "werfen"), "vor"),
    **dict.fromkeys(("hält", "hielt", "halten", "hielten"), "für"),
    **dict.fromkeys(("hieß", "heißt"), "es"),
}
_LONGEST_PART: Final = 12  # tokens between a verb and its other part
_OPENING: Final = word_list(
    "in im auf bei beim vor nach gegenüber mit am an zu zum zur für seit trotz wegen angesichts "
    "unter über aus zuvor"
)
_UNDER: Final = word_list("von vom durch laut mit bei gegen über im am zum zur beim ins")
_LINKS: Final = frozenset({"und", "aber", "doch", "auch", "wie", "dass"})
_NOMINATIVE: Final = word_list(
    "der die das ein eine dieser diese dieses mehrere viele einige beide seine ihre zwei drei"
)
_HELPERS: Final = word_list(
    "hat haben hatte hatten muss musste müssen mussten wollte will kann konnte soll habe hätte"
)
_LONGEST: Final = 5  # words of a noun phrase
_TITLE: Final = 3  # words of a name in quote marks
_SUBORDINATE: Final = frozenset({"als", "während", "wie", "wenn", "ob", "weil", "nachdem"})
_RELATIVES: Final = frozenset({"der", "die", "das"})
_SKIPPED: Final = frozenset(
    {"auch", "nun", "zudem", "weiter", "hingegen", "sich", "dagegen", "selbst"}
)


def find_german_subject(tokens: Sequence[Token], event: Event) -> None:
    """Set the subject: right after the verb, else the first person before it, else none."""
    if tokens[event.first].lower in _IT_READ:
        _set_right(event, _read_where(tokens, event.first))
        return
    left = _left(tokens, event.first)
    right = _right(tokens, event.last + 1, firm=left is not None)
    if _opens_with_place(tokens, event.first):
        # "In einem Gespräch mit Varga sagte Quill"
        right = right or _unnamed(tokens, event.last + 1)
        left = None if right is not None else left
    follows = event.first > 0 and tokens[event.first - 1].kind != WORD
    is_er = right is not None and tokens[right.first].lower in ("er", "ich", "wir")
    beside = left is not None and left.last == event.first - 1 and left.kind != "phrase"
    if beside and not is_er:
        right = None  # "Quill nannte sie ..."
    elif right is None and follows and _is_inverted(tokens, event.first, left):
        right = _unnamed(tokens, event.last + 1)
    if not _set_right(event, right):
        left = left or _unnamed_left(tokens, event.first)
        if left is not None:
            event.subject, event.begins = left, left.first
            event.begins -= left.first > 0 and tokens[left.first - 1].lower == "wie"


def _set_right(event: Event, subject: Mention | None) -> bool:
    if subject is None:
        return False
    event.subject, event.side, event.ends = subject, "R", max(subject.last, subject.reach)
    return True


def is_parted(tokens: Sequence[Token], verb: int) -> bool:
    """Tell "gab an" and "hielt für" from "gab" and "hielt", which say nothing."""
    wanted = _PARTED.get(tokens[verb].lower)
    if wanted is None:
        return True
    for token in tokens[verb + 1 : verb + _LONGEST_PART]:
        if token.lower == wanted:
            return True
        if token.text in ".:;":
            return False
    return False


def _read_where(tokens: Sequence[Token], verb: int) -> Mention | None:
    """Return the ministry of "hieß es aus dem Ministerium"."""
    for place in range(verb + 1, min(len(tokens) - 1, verb + 4)):
        if tokens[place].lower in ("aus", "von", "vom", "seitens"):
            found = whole_phrase(tokens, place + 1)
            bare = tokens[place + 1].lower in DETERMINERS["de"]
            return found._replace(first=found.first + 1) if found and bare else found
    return None


def _opens_with_place(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the clause of a verb opens with "In" or "Auf", so that its subject follows."""
    low = _clause_start(tokens, verb)
    while low < verb and tokens[low].kind != WORD:
        low += 1
    commas = any(token.text in ",;:" for token in tokens[low:verb])
    return not commas and low < verb - 1 and tokens[low].lower in _OPENING


def _unnamed_left(tokens: Sequence[Token], verb: int) -> Mention | None:
    """Return "die Polizei" or "das neue Amt" that opens the clause of its verb."""
    low = _clause_start(tokens, verb)
    while low < verb and (tokens[low].kind != WORD or tokens[low].lower in _LINKS):
        low += 1
    opens = tokens[low].lower in _NOMINATIVE or looks_like_name(tokens[low].text)
    found = whole_phrase(tokens[:verb], low) if low < verb and opens else None
    if found is None or tokens[found.last].lower in _NO_SUBJECTS:
        return None
    after = tokens[found.reach + 1 : verb]
    if len(after) > 2 and after[0].text == "(" and after[2].text == ")":
        after = after[3:]  # "Das Amt für Arbeit (AFA) warnt"
    related = len(after) > 1 and after[0].text == "," and after[-1].text == ","
    is_own = related or all(token.lower in _SKIPPED for token in after)
    helped = bool(after) and after[0].lower in _HELPERS and _ends_clause(tokens, verb)
    return found if is_own or helped else None


def _ends_clause(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb ends its clause: "muss am Montag verkünden, dass"."""
    return verb + 1 == len(tokens) or tokens[verb + 1].kind != WORD


def _is_inverted(tokens: Sequence[Token], verb: int, left: Mention | None) -> bool:
    """Tell whether the subject follows: after a clause set in first, or what is reported."""
    if left is None or tokens[0].lower in _SUBORDINATE or is_reported(tokens[:verb]):
        return True
    # "Folgen, auch schwere, hält das Gericht für ...": "das" is never who is told.
    neuter = verb + 1 < len(tokens) and tokens[verb + 1].lower == "das"
    return neuter and not _is_known(tokens, left)


def _right(tokens: Sequence[Token], place: int, *, firm: bool) -> Mention | None:
    """Return the subject after the verb; `firm` where "der Zeitung" may be who is told."""
    while place < len(tokens) and tokens[place].lower in _SKIPPED:
        place += 1
    found = _somebody(tokens, place, alone=True)
    is_told = firm and found is not None and tokens[place].lower in DETERMINERS["de"]
    return None if is_told and found is not None and not found.titled else found


def _unnamed(tokens: Sequence[Token], place: int) -> Mention | None:
    """Return "der junge Mann" or "die Polizei" right after a verb that has no other subject."""
    while place < len(tokens) and tokens[place].lower in _SKIPPED:
        place += 1
    if place >= len(tokens) or tokens[place].lower not in _NOMINATIVE | {"einer"}:
        return None
    if tokens[place].lower == "einer" and tokens[place + 1].lower in ("der", "unserer"):
        end = phrase_end(tokens, place + 1)
        return Mention(place, end, "phrase", end) if end is not None else None
    last = place + 1
    while last < min(len(tokens), place + _LONGEST) and tokens[last].kind == WORD:
        if looks_like_name(tokens[last].text):
            end = name_run_right(tokens, last, len(tokens))
            named, title = without_titles(tokens, last, end, "de")
            if title or end > last:
                return Mention(named, end, "name", end, title)
            after = tokens[last + 1] if last + 1 < len(tokens) else None
            if after is not None and after.lower in ("des", "der", "für", "von"):
                return whole_phrase(tokens, place)
            is_told = after is not None and after.lower in DETERMINERS["de"]
            return None if is_told else Mention(place, last, "phrase", last)
        last += 1
    return None


def _somebody(tokens: Sequence[Token], place: int, *, alone: bool) -> Mention | None:
    """Return who is named from `place` on; `alone` takes one capitalised word for a name."""
    if place >= len(tokens) or tokens[place].kind != WORD:
        return None
    token = tokens[place]
    if token.lower in PRONOUNS["de"]:
        return Mention(place, place, "pronoun", place)
    start = place + 1 if token.lower in DETERMINERS["de"] else place
    if (
        start >= len(tokens)
        or tokens[start].kind != WORD
        or not looks_like_name(tokens[start].text)
    ):
        return None
    last = name_run_right(tokens, start, len(tokens))
    named, title = without_titles(tokens, start, last, "de")
    if start > place and not title and last - named >= 2 and _is_given(tokens[named + 1]):
        named, title = named + 1, tokens[named].lower  # "die Köchin Anna Quill"
    is_role_alone = named == last and is_role(tokens[last].text, "de")
    if (
        tokens[named].lower.endswith(ACCOUNTS)
        or tokens[named].lower in _NO_SUBJECTS
        or (not title and not _may_be_name(tokens, named, last, alone))
    ):
        return None
    if is_role_alone and last + 1 < len(tokens) and tokens[last + 1].lower == "und":
        both = _somebody(tokens, last + 2, alone=False)
        if both is not None and both.kind == "name":
            return both
    if is_role_alone or (start > place and not title and named == last):
        if tokens[last].text.isupper() and not is_role_alone:
            return Mention(named, last, "name", last)  # "die EU"
        return Mention(place, last, "phrase", last) if is_role_alone else None
    return Mention(named, last, "name", last, title)


def _is_given(token: Token) -> bool:
    return token.lower in GIVEN


def _may_be_name(tokens: Sequence[Token], first: int, last: int, alone: bool) -> bool:
    if last > first:
        return last - first <= 3
    return alone or is_role(tokens[last].text, "de") or tokens[last].lower in GIVEN


def _left(tokens: Sequence[Token], verb: int) -> Mention | None:
    low = _clause_start(tokens, verb)
    if low and tokens[low - 1].text == "," and tokens[low].lower in _RELATIVES:
        # "Quill, die den Damm baute und von Rissen berichtete"
        before = [_at(tokens, place, 0, low - 1) for place in range(low - 1)]
        return next((each for each in reversed(before) if each and each.last == low - 2), None)
    found = [each for place in range(low, verb) if (each := _at(tokens, place, low, verb))]
    known = (each for each in found if each.kind == "pronoun" or _is_known(tokens, each))
    return next(known, next((each for each in found if each.kind == "name"), None)) or (
        found[0] if found else None
    )


def _clause_start(tokens: Sequence[Token], verb: int) -> int:
    """Return where the clause of a verb begins: after a quote, or where a clause is set in."""
    low = verb
    while low > 0 and not _is_speech(tokens, low - 1):
        low -= 1
        if low and low < verb and tokens[low - 1].text == ",":
            is_last = verb + 1 == len(tokens) or tokens[verb + 1].kind != WORD
            if is_last and tokens[low].lower in _SUBORDINATE | _RELATIVES:
                break
    return low


def _is_speech(tokens: Sequence[Token], place: int) -> bool:
    """Tell marked words that part clauses from the name of a party or a film inside one."""
    token = tokens[place]
    return token.kind == QUOTED and (place == 0 or len(token.text.split()) > _TITLE)


def _at(tokens: Sequence[Token], place: int, low: int, verb: int) -> Mention | None:
    """Return who is named at a place before the verb; inside a name nobody is."""
    before = tokens[place - 1] if place else None
    if before is not None and before.is_name:
        return None
    if before is not None and before.lower in _UNDER:
        return None
    after = place + 1
    while after < verb and tokens[after].lower in _SKIPPED:
        after += 1
    found = _somebody(tokens, place, alone=after == verb)
    if found is None or found.last >= verb:
        return None
    follows_article = place > 0 and tokens[place - 1].lower in DETERMINERS["de"]
    if found.kind == "phrase":
        return found if place == low else None
    return None if follows_article and not found.titled else found


def _is_known(tokens: Sequence[Token], mention: Mention) -> bool:
    return bool(mention.titled) or tokens[mention.first].lower in GIVEN
