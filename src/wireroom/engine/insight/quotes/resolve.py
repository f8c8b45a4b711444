"""The fullest name that an article gives for whom a mention means."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.cast import Cast, bare, mention_text
from wireroom.engine.insight.quotes.casting import follows_the, title_gender
from wireroom.engine.insight.quotes.mentions import Mention, uncontracted
from wireroom.engine.insight.quotes.people_tables import OFFICES, ORG_WORDS, TELLING, TITLES
from wireroom.engine.insight.quotes.roles import MEN, WOMEN, resolve_role
from wireroom.engine.insight.quotes.salience import fitness
from wireroom.engine.insight.quotes.sentences import Token
from wireroom.engine.insight.quotes.word_tables import PREPOSITIONS, PRONOUNS

_FAR: Final = 8  # sentences that "it" and "they" reach back
_ONE: Final = frozenset({"a", "an", "one", "another"})
_PREPOSITIONS: Final = PREPOSITIONS["en"] | {"and", "to", "or"}
# What "a neighbour" is not, whom a pronoun means.
_NO_ONES: Final = {"m": ORG_WORDS | TELLING | WOMEN, "f": ORG_WORDS | TELLING | MEN}
# Who speaks for somebody is somebody else.
_FOR_ANOTHER: Final = ("spokes", "aide", "advis", "lawyer", "attorney", "ally", "source")
_OWNING: Final = ("'s", "’s", "s'", "s’", ",")
_OWNERS: Final = frozenset({"my", "his", "her", "our"})  # "my son"
_OBJECT_PRONOUNS: Final = {"him": "m", "his": "m", "her": "f", "them": "p", "their": "p"}

Resolved = tuple[str | None, float]


def resolve(cast: Cast, mention: Mention, tokens: Sequence[Token], sentence: int) -> Resolved:
    """Return the fullest name of a mention, None if it stays open, and how sure that is."""
    text = mention_text(mention, tokens)
    if mention.kind == "name":
        return _named(cast, text, mention, tokens)
    if mention.kind == "pronoun":
        lower = uncontracted(text.lower())
        kind = PRONOUNS.get(cast.lang, {}).get(lower) or _OBJECT_PRONOUNS.get(lower)
        kind = kind or _clitic_kind(lower)
        return _meant(cast, kind, mention, sentence) if kind else (None, 0.0)
    if cast.lang == "ar":
        return _arabic(cast, text), 0.75
    if mention.first == mention.last and text[:1].isupper() and cast.bearers(bare(text)):
        return _named(cast, text, mention, tokens)  # "Judge said" of Omar Judge
    return _titled_by_phrase(cast, text) or resolve_role(cast, text, sentence, mention.first)


def _titled_by_phrase(cast: Cast, text: str) -> Resolved | None:
    """Return X of "member of Congress X", where a phrase ends in a full name that is known."""
    words = text.split()
    for place in range(len(words) - 2, 0, -1):
        name = " ".join(words[place:])
        if any(name == full for _, full in cast.full_by_part.get(bare(words[-1]), ())):
            apart = words[place - 1].lower() in _PREPOSITIONS or words[place - 1].endswith(_OWNING)
            apart = apart or any(word.lower().startswith(_FOR_ANOTHER) for word in words[:place])
            return None if apart or not cast.is_person(name) else (name, 0.9)
    return None


def _named(cast: Cast, text: str, mention: Mention, tokens: Sequence[Token]) -> Resolved:
    if cast.lang == "ar":
        return _arabic(cast, text), 0.8
    parts = text.split()
    if len(parts) > 1 and not (follows_the(tokens, mention.first) and cast.is_glued(parts)):
        whole = [name for _, name in cast.full_by_part.get(text.lower(), []) if name != text]
        return (whole[-1] if whole else cast.whole_body(text)), 0.95
    if len(parts) > 1:
        text = parts[-1]
    known = cast.bearers(bare(text))
    if not known and mention.first == 0 and text.lower() in cast.small_words:
        # A verb or noun that has its capital from the sentence ("Remember saying ...").
        return (text, 0.75) if text.endswith("s") else (None, 0.0)
    if not known:
        return cast.whole_body(text), 0.85 if mention.titled or len(text) > 1 else 0.6
    place = tokens[mention.first].start
    before = [name for start, name in known if start <= place]
    names = before or [name for _, name in known]
    if mention.titled:
        wanted = title_gender(mention.titled)
        names = [
            name for name in names if not wanted or cast.gender(name) in (wanted, None)
        ] or names
    return names[-1], 0.92 if len(set(names)) == 1 else 0.75


def _arabic(cast: Cast, text: str) -> str:
    """Return the longest earlier phrase that begins with this one."""
    known = [
        each for each in cast.phrases if each.startswith(f"{text} ") or each.endswith(f" {text}")
    ]
    if known:
        return max(known, key=len)
    shorter = text.rpartition(" ")[0]  # "Quill the accident" of "described Quill the accident as"
    met = shorter and any(each == shorter or each.endswith(f" {shorter}") for each in cast.phrases)
    return _arabic(cast, shorter) if met else text


def _meant(cast: Cast, kind: str, mention: Mention, sentence: int) -> Resolved:
    if kind in "mf":
        return _person(cast, kind, mention, sentence)
    for at, name, person in reversed(cast.speakers):
        if sentence - at > _FAR:
            break
        if kind == "n" and person is not True and not _is_somebody(name):
            return name, 0.8
        if kind == "p" and not cast.is_person(name):
            return name, 0.6 if name.endswith("s") or " and " in name else 0.5
        if kind == "p" and sentence - at <= 1 and not cast.gender(name):
            return name, 0.65  # one person whose gender nothing tells
    return None, 0.0


def _is_somebody(name: str) -> bool:
    """Tell "a spokesman for the port", "Quill and Varga" and "the judges", who are no "it"."""
    parts = name.lower().split()
    several = len(parts) > 1 and parts[-1].endswith("s") and name.split()[-1].islower()
    kin = parts[0] in _OWNERS
    return (
        kin or several or "and" in parts or any(OFFICES.get(part, part) in TITLES for part in parts)
    )


def _person(cast: Cast, kind: str, mention: Mention, sentence: int) -> Resolved:
    unnamed = _unnamed(cast, kind, sentence)
    if unnamed is not None:
        return unnamed, 0.7
    name, sure = cast.salience.weigh(sentence, mention.first, lambda each: _fits(cast, each, kind))
    if name is not None and 0 <= sentence - cast.stranger <= 1:
        led = [each for each in cast.salience.named.get(cast.stranger, ()) if each[1] == name]
        sure = sure if led else 0.5  # "The officer ran. He said": somebody else is meant
    # What a pronoun says of a name of unknown gender holds for the rest of the text.
    if name is not None and sure > 0.8 and not cast.gender(name):
        cast.genders[name] = kind
    return name, sure


def _unnamed(cast: Cast, kind: str, sentence: int) -> str | None:
    """Return "a neighbour" who spoke just before, where it is one and no name is given."""
    if not cast.speakers or sentence - cast.speakers[-1][0] > 1:
        return None
    name = cast.speakers[-1][1]
    words = name.lower().split()
    if words[0] not in _ONE or words[-1].endswith("s"):
        return None
    return None if not _NO_ONES[kind].isdisjoint(words) else name


def _fits(cast: Cast, name: str, kind: str) -> float:
    if cast.may_be_person(name) is False or _is_common(cast, name):
        return 0.0
    surely = name in cast.genders or name in cast.spoke
    return fitness(kind, cast.gender(name), is_surely_person=surely)


def _is_common(cast: Cast, name: str) -> bool:
    """Tell "Normal People", whose words the article writes small, too, from a name."""
    words = name.split()
    return len(words) > 1 and all(word.lower() in cast.small_words for word in words)


def _clitic_kind(word: str) -> str | None:
    if word.endswith(("-il", "il")):
        return "m"
    return "f" if word.endswith(("-elle", "elle")) else None
