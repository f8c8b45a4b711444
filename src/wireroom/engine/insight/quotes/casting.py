"""Collects the names, roles and genders of an article before it is read for its quotes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from wireroom.engine.insight.entities.common import common_words
from wireroom.engine.insight.quotes.cast import SUFFIXES, Cast, bare, text_of
from wireroom.engine.insight.quotes.given_names import GIVEN
from wireroom.engine.insight.quotes.mentions import is_role, without_titles
from wireroom.engine.insight.quotes.month_surnames import MAY, name_surnames
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE, name_run_left, name_run_right
from wireroom.engine.insight.quotes.people_tables import (
    BODY_NOUNS,
    BUSINESSES,
    FEMALE_TITLES,
    MALE_TITLES,
    OFFICES,
    PERSON_ROLES,
)
from wireroom.engine.insight.quotes.salience import FRONTED, INSIDE, vote_genders, weight_of
from wireroom.engine.insight.quotes.sentences import WORD, Sentence, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS, PREPOSITIONS

_DESCRIPTION: Final = 9  # words that tell who somebody is
_NEAR: Final = 3  # words in which a role without an article stands
_LEADING: Final = (
    DETERMINERS["de"] | PREPOSITIONS["de"] | {"zum", "zur", "ins", "ans", "nach", "mit", "laut"}
)
_SHOUTED: Final = 4  # letters; of fewer a name may begin: "JD", "MBS"
_OF: Final = frozenset({"of", "de", "di", "for"})
_BODIES: Final = BODY_NOUNS | BUSINESSES
_KIN: Final = word_list(
    "wife husband daughter son brother sister mother father widow widower cousin uncle aunt "
    "nephew niece grandson granddaughter stepson stepdaughter fiancee fiancé fiancée lady "
    "daughter-in-law son-in-law brother-in-law sister-in-law mother-in-law father-in-law"
)
# Verbs that stand between two people.
_SAID: Final = frozenset({"said", "told", "asked", "says", "tells", "asks", "called", "calls"})


def read_cast(sentences: Sequence[Sentence], lang: str) -> Cast:
    """Collect the names of an article before it is read for its quotes."""
    cast = Cast(lang, sentences=sentences)
    if lang == "ar":
        return cast
    written = {token.text for sentence in sentences for token in sentence.tokens}
    cast.small_words.update(filter(str.islower, written))
    if lang == "en" and MAY in written:
        name_surnames(sentences)
    if lang == "de":
        for sentence in sentences:
            cast.lone_words.update(_lone_words(sentence.tokens))
    for number, sentence in enumerate(sentences):
        cast.runs.append(list(_runs(sentence.tokens)))
        for first, last in cast.runs[number]:
            _note_run(cast, sentence.tokens, first, last, number)
    for name, told in vote_genders(sentences, cast.salience, cast.gender).items():
        cast.genders[name] = told
    return cast


def note_quoted_names(cast: Cast, tokens: Sequence[Token]) -> None:
    """Note full names that only a quote gives, for the surnames outside it."""
    for first, last in _runs(tokens):
        named, _ = without_titles(tokens, first, last, cast.lang)
        name = text_of(tokens, named, last)
        surname = bare(name.split()[-1])
        known = surname in cast.full_by_part
        if not known and last > named and tokens[named].lower in GIVEN and cast.is_person(name):
            cast.full_by_part[surname] = [(tokens[named].start, name)]


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    last = -1
    for place in [at for at, token in enumerate(tokens) if token.is_name]:
        if place > last:
            last = name_run_right(tokens, place, len(tokens))
            yield name_run_left(tokens, place), last


def _note_run(cast: Cast, tokens: Sequence[Token], first: int, last: int, number: int) -> None:
    first += _is_verb_or_noun(cast, tokens, first, last)
    while first < last and _is_shouted(tokens, first, last):
        first += 1
    named, title = without_titles(tokens, first, last, cast.lang)
    name = text_of(tokens, named, last)
    parts = [part for part in name.split() if part.lower().rstrip(".") not in SUFFIXES]
    if not title and first and tokens[first - 1].lower in _BODIES:
        cast.bodies.add(name)
        _note_body(cast, tokens, (first, last), name, number)
        return
    if title:
        cast.note_role(title, number, cast.fullest(name))
        cast.genders.setdefault(cast.fullest(name), title_gender(title) or "?")
    if title and len(parts) < 2:
        cast.titled.add(bare(name))
    if len(parts) < 2:
        cast.alone.setdefault(bare(name), tokens[named].start)
        full = cast.fullest(name)
        if full != name and cast.is_person(full):
            cast.note_named(number, first, full, _weight(cast, tokens, first, last))
        else:
            _note_body(cast, tokens, (first, last), name, number)
    elif cast.lang == "de" and not cast.is_person(name) and cast.fullest(parts[0]) != parts[0]:
        # "... bekam Quill Gegenwind"
        full = cast.fullest(parts[0])
        cast.note_named(number, first, full, _weight(cast, tokens, first, last))
    elif not cast.is_person(" ".join(parts)):
        _note_body(cast, tokens, (first, last), name, number)
    elif not follows_the(tokens, first) or (cast.gender(name) and not cast.is_glued(parts)):
        _note_person(cast, tokens, (first, named, last), name, parts, number)
    else:
        cast.bodies.add(name)
        _note_body(cast, tokens, (first, last), name, number)


def _lone_words(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield capital words that no article or preposition leads: German surnames are among them."""
    for first, last in _runs(tokens):
        if first == last and (not first or tokens[first - 1].lower not in _LEADING):
            yield tokens[first].lower


def _is_verb_or_noun(cast: Cast, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell a capital that only the sentence gives: "Hosting Quill at the dam was ..."."""
    opens = first == 0 or tokens[first - 1].kind != WORD
    word = tokens[first].lower
    if not opens or last == first or word in GIVEN:
        return False
    rest = text_of(tokens, first + 1, last)
    known = tokens[first + 1].lower in GIVEN or cast.fullest(rest) != rest
    doing = word.endswith("ing") and known and not is_role(word, cast.lang)
    return word in cast.small_words or doing


def _is_shouted(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell the capitals before "MUST WATCH Quill", which are no part of the name."""
    text = tokens[first].text
    shouted = text.isupper() and len(text) >= _SHOUTED and tokens[first + 1].kind == WORD
    return shouted and not tokens[last].text.isupper() and text.lower() not in GIVEN


def _weight(cast: Cast, tokens: Sequence[Token], first: int, last: int) -> float:
    owns = tokens[last].text.endswith(POSSESSIVE)
    return INSIDE if owns else weight_of(tokens, first, cast.lang)


def _note_person(
    cast: Cast,
    tokens: Sequence[Token],
    run: tuple[int, int, int],
    name: str,
    parts: list[str],
    number: int,
) -> None:
    first, named, last = run
    if cast.fullest(name) != name:
        if cast.lang == "en":
            _part_glued(cast, name)
        name = cast.fullest(name)  # "Abu Adel" after "Omar Abu Adel"
        cast.note_named(number, first, name, _weight(cast, tokens, first, last))
        return
    # "President Varga" is not Max Varga Jr., and "Varga" is not while Max Varga was named.
    surname = bare(parts[-1])
    others = surname in cast.alone or surname in cast.full_by_part
    junior = len(parts) < len(name.split()) and others
    short = () if junior else (parts[-1], " ".join(parts[1:]))
    for part in {parts[0], *short, f"{parts[0]} {parts[-1]}"}:
        known = cast.full_by_part.setdefault(bare(part), [])
        if part == parts[0] and any(full.endswith(f" {part}") for _, full in known):
            continue  # "Varga" is Ada Varga, be there a Varga Tower or a Varga Roe, too
        if not known or known[-1][1] != name:
            known.append((tokens[named].start, name))
    if _is_kin(tokens, named):
        cast.kin.add(name)
    weight = _weight(cast, tokens, first, last)
    cast.note_named(number, first, name, weight)
    if weight == FRONTED:
        cast.genders.setdefault(name, "?")  # only a person has a "whose" and a side
    words = {*_words_before(cast, tokens, named), *_words_after(tokens, last, cast.lang)}
    cast.described.setdefault(name, set()).update(OFFICES.get(word, word) for word in words)
    _note_role_after(cast, tokens, last, name, number)


def _is_kin(tokens: Sequence[Token], named: int) -> bool:
    """Tell "his wife Ada Quill" and "his son, Omar Quill"."""
    before = named - 1 - (named > 1 and tokens[named - 1].text == ",")
    return before >= 0 and tokens[before].lower in _KIN


def _part_glued(cast: Cast, name: str) -> None:
    """Take the verb off "Criticize Ada Quill", as a headline wrote her, once "Ada Quill" stands."""
    glued = cast.fullest(name)
    word = glued.removesuffix(f" {name}").lower()
    is_verb = word in common_words() and word not in GIVEN and name.split()[0].lower() in GIVEN
    if glued == f"{word.title()} {name}" and is_verb:
        cast.rename(glued, name)


def _note_body(
    cast: Cast, tokens: Sequence[Token], run: tuple[int, int], name: str, number: int
) -> None:
    """Note the kind of "the newspaper Norfa", "Oststadt University" and "the League, a charity"."""
    first, last = run
    if " " in name and not tokens[last].text.endswith(POSSESSIVE):
        cast.long_bodies.add(name)
    before = tokens[first - 1].lower if first else ""
    for noun in {
        before,
        name.split()[-1].lower(),
        *_words_after(tokens, last, cast.lang),
    } & BODY_NOUNS:
        cast.note_role(noun, number, name)


def _words_before(cast: Cast, tokens: Sequence[Token], named: int) -> Iterator[str]:
    """Yield the words of "the Iranian minister of defence, Omar Adel" before the name."""
    determiners = DETERMINERS.get(cast.lang, ())
    high = named - 1 if named and tokens[named - 1].text == "," else named
    for place in range(high - 1, max(-1, high - _DESCRIPTION), -1):
        token = tokens[place]
        if token.kind != WORD or token.lower in _SAID or token.text.endswith(POSSESSIVE):
            return  # "the senator told Quill"; "President Varga's adviser Quill" is no president
        yield token.lower
        if token.lower in determiners and tokens[place - 1].lower not in _OF:
            return


def _opens_description(tokens: Sequence[Token], lang: str) -> bool:
    """Tell "the Iranian minister", "minister of defence" and, in English, "legal director"."""
    led = tokens[0].lower in DETERMINERS.get(lang, ()) or is_role(tokens[0].text, lang)
    return led or (lang == "en" and any(each.lower in PERSON_ROLES for each in tokens[1:_NEAR]))


def _words_after(tokens: Sequence[Token], last: int, lang: str) -> Iterator[str]:
    """Yield the words of "Omar Adel, the Iranian minister of defence," after the name."""
    following = tokens[last + 2 : last + _DESCRIPTION]
    if following and tokens[last + 1].text == "," and _opens_description(following, lang):
        words = [token.lower for token in takewhile(lambda each: each.kind == WORD, following)]
        said = next((at for at, word in enumerate(words) if word in _SAID), len(words))
        if said == len(words) or "who" in words[:said]:  # "by Omar Adel, the mayor said"
            yield from words


def _note_role_after(
    cast: Cast, tokens: Sequence[Token], last: int, name: str, number: int
) -> None:
    """Note the role of "Omar Adel, the mayor of ..."."""
    if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
        return
    for token, after in pairwise(tokens[last + 2 : last + 9]):
        if token.kind != WORD:
            return
        is_last = after.kind != WORD or after.lower in PREPOSITIONS.get(cast.lang, ())
        if is_last and (token.lower in PERSON_ROLES or is_role(token.lower, cast.lang)):
            cast.note_role(token.lower, number, name)
            return


def follows_the(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether "the" stands before a run: of an outlet's name, never of a person's."""
    return first > 0 and tokens[first - 1].lower == "the"


def title_gender(title: str) -> str | None:
    """Return the gender that a title tells, if any."""
    if title in FEMALE_TITLES:
        return "f"
    return "m" if title in MALE_TITLES else None
