"""Who an article speaks of: the fullest name behind a surname, a title, a pronoun or a role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.quotes.given_names import MEN, WOMEN
from wireroom.engine.insight.quotes.mentions import Mention, is_role, without_titles
from wireroom.engine.insight.quotes.name_runs import looks_like_name, name_run_right
from wireroom.engine.insight.quotes.people_tables import (
    AGENCIES,
    BODY_NOUNS,
    FEMALE_TITLES,
    MALE_TITLES,
    PERSON_ROLES,
)
from wireroom.engine.insight.quotes.salience import (
    SPEAKS,
    Salience,
    fitness,
    vote_genders,
    weight_of,
)
from wireroom.engine.insight.quotes.sentences import WORD, Sentence, Token
from wireroom.engine.insight.quotes.word_tables import (
    DETERMINERS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
)

_POSSESSIVES: Final = ("'s", "’s", "‘s", "'", "’")
_ANYBODY: Final = frozenset({"man", "woman", "mother", "father", "victim", "boy", "girl", "couple"})
# What may stand before a role without making it another one ("the finance minister").
_PLAIN_MODIFIERS: Final = frozenset({"prime", "local", "former", "new", "then", "late", "vice"})
_NEWS_NOUNS: Final = frozenset(
    {"agency", "outlet", "newspaper", "network", "broadcaster", "channel", "site", "paper"}
)
_FAR: Final = 8  # sentences that a pronoun reaches back
_OBJECT_PRONOUNS: Final = {"him": "m", "her": "f", "them": "p"}


@dataclass(slots=True)
class Cast:
    """The names of an article, and who spoke last while it is read from top to bottom."""

    lang: str
    full_by_part: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    roles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    salience: Salience = field(init=False)
    speakers: list[tuple[int, str, bool | None]] = field(default_factory=list)
    small_words: set[str] = field(default_factory=set)
    phrases: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.salience = Salience(self.lang)

    def note_speaker(self, sentence: int, name: str, *, person: bool | None) -> None:
        """Remember who spoke, for the pronouns that follow; `person` None is unknown."""
        self.speakers.append((sentence, name, person))
        if person is not False:
            self.note_named(sentence, -1, name, SPEAKS)
        if self.lang == "ar":
            self.phrases.append(name)

    def last_speaker(self, sentence: int, reach: int = 3) -> str | None:
        """Return who spoke last, at most `reach` sentences ago."""
        if self.speakers and sentence - self.speakers[-1][0] <= reach:
            return self.speakers[-1][1]
        return None

    def resolve(
        self, mention: Mention, tokens: Sequence[Token], sentence: int
    ) -> tuple[str | None, float]:
        """Return the fullest name of a mention, None if it stays open, and how sure that is."""
        text = mention_text(mention, tokens)
        if mention.kind == "name":
            return self._named(text, mention, tokens)
        if mention.kind == "pronoun":
            lower = text.lower()
            kind = PRONOUNS.get(self.lang, {}).get(lower) or _OBJECT_PRONOUNS.get(lower)
            kind = kind or _clitic_kind(lower)
            return self._meant(kind, mention, sentence) if kind else (None, 0.0)
        return self._role(text, tokens, mention, sentence)

    def is_person(self, name: str) -> bool:
        """Tell whether a resolved name is a person's."""
        parts = name.split()
        if name in self.genders:
            return True
        capital = all(part[:1].isupper() or part.lower() in PARTICLES for part in parts)
        return (
            capital
            and 2 <= len(parts) <= 4
            and not any(part.lower() in BODY_NOUNS for part in parts)
        )

    def may_be_person(self, name: str) -> bool | None:
        """Tell a person's name; None where one capitalised word leaves it open."""
        if self.is_person(name):
            return True
        is_open = name[:1].isupper() and not name.isupper() and " " not in name
        return None if is_open and name.lower() not in AGENCIES | BODY_NOUNS else False

    def gender(self, name: str) -> str | None:
        """Return m or f where a title or the given name tells."""
        known = self.genders.get(name)
        if known and known != "?":
            return known
        first = name.split()[0].lower() if name.split() else ""
        if first in MEN and first not in WOMEN:
            return "m"
        return "f" if first in WOMEN and first not in MEN else None

    def _named(
        self, text: str, mention: Mention, tokens: Sequence[Token]
    ) -> tuple[str | None, float]:
        if self.lang == "ar":
            return self._arabic(text), 0.8
        parts = text.split()
        if len(parts) > 1 and not (_follows_the(tokens, mention.first) and self.is_glued(parts)):
            whole = [name for _, name in self.full_by_part.get(text.lower(), []) if name != text]
            return (whole[-1] if whole else text), 0.95
        if len(parts) > 1:
            text = parts[-1]
        known = self.full_by_part.get(_bare(text), [])
        if not known and mention.first == 0 and text.lower() in self.small_words:
            # A verb or noun that has its capital from the sentence ("Remember saying ...").
            return (text, 0.75) if text.endswith("s") else (None, 0.0)
        if not known:
            return text, 0.85 if mention.titled or len(text) > 1 else 0.6
        place = tokens[mention.first].start
        before = [name for start, name in known if start <= place]
        names = before or [name for _, name in known]
        if mention.titled:
            wanted = _title_gender(mention.titled)
            names = [
                name for name in names if not wanted or self.gender(name) in (wanted, None)
            ] or names
        return names[-1], 0.92 if len(set(names)) == 1 else 0.75

    def is_glued(self, parts: Sequence[str]) -> bool:
        """Tell whether a run is another name before a surname: "told the Daily Post Adel"."""
        known = self.full_by_part.get(_bare(parts[-1]), [])
        return len(parts) >= 3 and bool(known) and all(name != " ".join(parts) for _, name in known)

    def _arabic(self, text: str) -> str:
        """Return the longest earlier phrase that begins with this one."""
        known = [
            each
            for each in self.phrases
            if each.startswith(f"{text} ") or each.endswith(f" {text}")
        ]
        return max(known, key=len) if known else text

    def _meant(self, kind: str, mention: Mention, sentence: int) -> tuple[str | None, float]:
        if kind in "mf":
            return self._person(kind, mention, sentence)
        for at, name, person in reversed(self.speakers):
            if sentence - at > _FAR:
                break
            if kind == "n" and person is not True and " and " not in name:
                return name, 0.8
            if kind == "p" and not self.is_person(name):
                return name, 0.6
        return None, 0.0

    def _person(self, kind: str, mention: Mention, sentence: int) -> tuple[str | None, float]:
        name, sure = self.salience.weigh(
            sentence, mention.first, lambda each: self._fits(each, kind)
        )
        # What a pronoun says of a name of unknown gender holds for the rest of the text.
        if name is not None and sure > 0.8 and not self.gender(name):
            self.genders[name] = kind
        return name, sure

    def _fits(self, name: str, kind: str) -> float:
        if self.may_be_person(name) is False:
            return 0.0
        return fitness(kind, self.gender(name), is_surely_person=name in self.genders)

    def note_named(self, sentence: int, place: int, name: str, weight: float) -> None:
        """Remember that a sentence names or means somebody, for the pronouns that follow."""
        self.salience.note(sentence, place, name, weight)

    def _role(
        self, text: str, tokens: Sequence[Token], mention: Mention, sentence: int
    ) -> tuple[str | None, float]:
        if self.lang == "ar":
            return self._arabic(text), 0.75
        words = [
            word for word in text.lower().split() if word not in DETERMINERS.get(self.lang, ())
        ]
        definite = text.lower().split()[0] in {
            "the",
            "le",
            "la",
            "el",
            "der",
            "die",
            "o",
            "il",
            "l",
        }
        owned = any("'" in word or "’" in word for word in words)
        if not words or not definite or len(words) > 3 or owned:
            return text, 0.8
        listed = self.roles.get(words[-1], [])
        known = [name for at, name in listed if at <= sentence] or [name for _, name in listed]
        is_plain = all(word in _PLAIN_MODIFIERS for word in words[:-1])
        if known and (len(set(known)) == 1 or (is_plain and words[-1] in PERSON_ROLES)):
            return known[-1], 0.8 if len(set(known)) == 1 else 0.65
        named = (
            None
            if not is_plain or text[text.rfind(" ") + 1].isupper()
            else self._body(words[-1], sentence)
        )
        if named:
            return named, 0.75
        if words[-1] in _ANYBODY:
            return text, 0.65
        if words[-1] in PERSON_ROLES or "year-old" in words[-1]:
            for at, name, person in reversed(self.speakers):
                if person and sentence - at <= _FAR:
                    return name, 0.65 if "year-old" in words[-1] else 0.55
            return text, 0.55
        return text, 0.7

    def _body(self, noun: str, sentence: int) -> str | None:
        """Return the organisation that "the court" or "the outlet" stands for."""
        if noun not in BODY_NOUNS:
            return None
        for at, name, person in reversed(self.speakers):
            if sentence - at > _FAR:
                break
            if name.split()[0].lower() in DETERMINERS["en"]:
                continue
            if name.lower() in AGENCIES and noun not in _NEWS_NOUNS:
                continue
            if person is not True and (
                name.lower().endswith(noun) or name[:1].isupper() or name[:1].isdigit()
            ):
                return name
        return None


def _follows_the(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether "the" stands before a run: of an outlet's name, never of a person's."""
    return first > 0 and tokens[first - 1].lower == "the"


def _clitic_kind(word: str) -> str | None:
    if word.endswith(("-il", "il")):
        return "m"
    return "f" if word.endswith(("-elle", "elle")) else None


def _title_gender(title: str) -> str | None:
    if title in FEMALE_TITLES:
        return "f"
    return "m" if title in MALE_TITLES else None


def mention_text(mention: Mention, tokens: Sequence[Token]) -> str:
    """Return the words of a mention, one space between them, without a possessive ending."""
    text = " ".join(token.text for token in tokens[mention.first : mention.last + 1])
    text = text.replace(" . ", ". ").replace(" .", ".").replace(" & ", " & ")
    return text[: -len(_ending(text))] if _ending(text) else text


def _ending(text: str) -> str:
    return next((each for each in _POSSESSIVES if text.endswith(each)), "")


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def read_cast(sentences: Sequence[Sentence], lang: str) -> Cast:
    """Collect the names of an article before it is read for its quotes."""
    cast = Cast(lang)
    if lang == "ar":
        return cast
    for number, sentence in enumerate(sentences):
        cast.small_words.update(token.text for token in sentence.tokens if token.text.islower())
        for first, last in _runs(sentence.tokens):
            _note_run(cast, sentence.tokens, first, last, number)
    for name, told in vote_genders(sentences, cast.salience, cast.gender).items():
        cast.genders[name] = told
    return cast


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.kind == WORD and looks_like_name(token.text):
            last = name_run_right(tokens, place, len(tokens))
            yield place, last
            place = last + 1
        else:
            place += 1


def _note_run(cast: Cast, tokens: Sequence[Token], first: int, last: int, number: int) -> None:
    named, title = without_titles(tokens, first, last, cast.lang)
    name = mention_text(Mention(named, last, "name", named), tokens)
    parts = name.split()
    if title:
        cast.roles.setdefault(title, []).append((number, _fullest(cast, name)))
        cast.genders.setdefault(_fullest(cast, name), _title_gender(title) or "?")
    if len(parts) < 2:
        full = _fullest(cast, name)
        if full != name and cast.is_person(full):
            cast.note_named(number, first, full, weight_of(tokens, first, cast.lang))
        return
    if len(parts) <= 5:
        start = tokens[named].start
        if not cast.is_person(name) or (_follows_the(tokens, first) and cast.is_glued(parts)):
            return
        for part in {parts[0], parts[-1], " ".join(parts[1:])}:
            known = cast.full_by_part.setdefault(_bare(part), [])
            if not known or known[-1][1] != name:
                known.append((start, name))
        cast.note_named(number, first, name, weight_of(tokens, first, cast.lang))
        _note_role_after(cast, tokens, last, name, number)


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
            cast.roles.setdefault(token.lower, []).append((number, name))
            return


def _fullest(cast: Cast, name: str) -> str:
    known = cast.full_by_part.get(_bare(name))
    return known[-1][1] if known else name
