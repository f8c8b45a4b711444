"""English verbs of saying, thinking, finding and asking in all their forms, by what they govern.

The verbs were collected by meaning (assertion, denial, prediction, belief, finding, complaint,
promise, order, judgement), each with every form it has, so that a verb is not known in one tense
alone. `cue_tables` says what a manner means, and its own forms go before these.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from wireroom.engine.insight.quotes.word_list import word_list

_VERBS: Final[dict[str, str]] = {
    "say": "acknowledge allege announce argue claim confirm insist maintain stress",
    "that": "affirm boast brag caution clarify comment complain concede confess contend declare "
    "disclose dispute elaborate emphasize emphasise joke lament muse opine predict proclaim quip "
    "reaffirm reiterate remark retort reveal signal speculate state suggest underline underscore "
    "warn write",
    "tell": "assure inform reassure remind tell",
    "urge": "beseech exhort implore petition plead pledge threaten vow",
    "call": "accuse admonish applaud berate chastise chide deem disparage extol malign mock "
    "pillory reprimand scold skewer tout upbraid assail blast cast castigate characterize "
    "characterise commend condemn criticize criticise decry define denounce depict deplore "
    "deride describe dub hail "
    "lambast lampoon laud liken trumpet slam deride disparage portray rebuke reject ridicule",
}
# Verbs of thinking and finding, and those that mean other doings, too: they report a clause only
# where "that" opens it, as in "recognised that it leaks".
_WITH_THAT: Final = (
    "accept admit agree anticipate appreciate assert assume attest believe bemoan boast calculate "
    "certify charge "
    "conclude concur conjecture counter decree demonstrate deny determine divulge estimate "
    "expect explain fear figure foresee forecast fret grumble guarantee guess hint hypothesize "
    "imagine imply indicate infer intimate mention note observe object posit postulate presume "
    "profess project prophesy propose protest reassert recall reckon recognize recognise recommend "
    "regret rejoin relate repeat reply report respond restate rule specify stipulate submit "
    "surmise suspect swear testify theorize theorise think verify wager worry"
)
_IRREGULAR: Final[dict[str, tuple[str, ...]]] = {
    "beseech": ("beseeches", "besought", "beseeching"),
    "cast": ("casts", "cast", "casting"),
    "feel": ("feels", "felt", "feeling"),
    "forecast": ("forecasts", "forecast", "forecasting"),
    "foresee": ("foresees", "foresaw", "foreseeing"),
    "say": ("says", "said", "saying"),
    "swear": ("swears", "swore", "swearing"),
    "tell": ("tells", "told", "telling"),
    "think": ("thinks", "thought", "thinking"),
    "write": ("writes", "wrote", "writing"),
}
# Verbs that double their last letter, or are spelled with one and with two.
_DOUBLING: Final = frozenset({"admit", "beg", "blog", "brag", "concur", "fret", "infer", "quip"})
_DOUBLED: Final = _DOUBLING | {"regret", "rebut", "submit", "label", "signal", "dub", "slam"}
# Forms that are far oftener a noun or an adjective.
_OTHERS: Final = word_list(
    "cast claim claiming comment comments defined estimate maintaining note object project report "
    "signal signals state telling threatening"
)


def _past_and_progressive(verb: str) -> Iterator[str]:
    if verb.endswith("e"):
        yield from (f"{verb}d", f"{verb[:-1]}ing")
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (f"{verb[:-1]}ied", f"{verb}ing")
    elif verb in _DOUBLED:
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
    if verb not in _DOUBLING and not verb.endswith(("e", "y")):
        yield from (f"{verb}ed", f"{verb}ing")


def forms_of(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb other than its base: in -s, the past, in -ing."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    hissing = verb.endswith(("s", "sh", "ch", "x", "z"))
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third = f"{verb[:-1]}ies"
    else:
        third = f"{verb}es" if hissing else f"{verb}s"
    return third, *_past_and_progressive(verb)


def _all_forms(verbs: str) -> Iterator[str]:
    return (form for verb in verbs.split() for form in (verb, *forms_of(verb)))


@cache
def english_verbs() -> dict[str, str]:
    """Return every form with what it governs."""
    listed = {form: manner for manner, verbs in _VERBS.items() for form in _all_forms(verbs)}
    weak = dict.fromkeys(_all_forms(_WITH_THAT), "that")
    return {form: manner for form, manner in (weak | listed).items() if form not in _OTHERS}


@cache
def with_that_only() -> frozenset[str]:
    """Return the forms that report nothing without "that"."""
    return frozenset(_all_forms(_WITH_THAT))


@cache
def base_forms() -> frozenset[str]:
    """Return the forms that only several can be the subject of: "critics fear"."""
    return frozenset(" ".join((_WITH_THAT, *_VERBS.values())).split()) - _OTHERS
