"""Who a report says it has something from: "according to Belta", "told AFP", "نقلت رويترز عن"."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency, spellings_of
from wireroom.engine.text.words import find_body_words, fold, fold_word, words

# Written as engine.text.words folds them: no accents are lost, no marks are left, and the forms
# of an Arabic letter are one. What stands before the name it attributes to …
_BEFORE: Final = (
    "according to|as reported by|reported by|quoted by|first reported by|cited by|citing|told|"
    "telling|in an interview with|in a statement to|speaking to|spoke to|in remarks to|"
    "as quoted by|as cited by|"
    "[وف]?(?:نقلا عن|نقله عن|بحسب|حسب|وفقا|وفق ما (?:ذكرت|افادت|نقلت|اعلنت|ذكر)|وفق|ذكرت|ذكر|"
    "افادت|افاد|نقلت|نقل|كشفت|حسبما (?:ذكرت|افادت|نقلت|ذكر)|كما (?:ذكرت|افادت)|"
    "في (?:تصريح|تصريحات|حديث|مقابله)(?: مع| الي)?)|"
    "selon|d'après|a déclaré à|ont déclaré à|a indiqué à|citant|"
    "según|dijo a|declaró a|citando a|citado por|"
    "laut|sagte der|sagte|berichtet|berichtete|meldet|nach angaben von|unter berufung auf|"
    "secondo|ha detto a|citando|segundo|disse à|disse ao|"
    "сообщает|сообщил|сообщила|передает|передаёт|пишет|со ссылкой на|по данным|заявил|"
    "göre|bildirdi"
)
# … with a word for what it is between them, or the particle written in one with it …
_BETWEEN: Final = (
    r"(?:(?:the|news|state|agency|newspaper|broadcaster|daily|site|l'agence|agence|le|la|el|"
    r"agencia|die|der|agentur|nachrichtenagentur|агентство|агентству|"
    r"[لبو]?(?:وكاله|صحيفه|قناه|موقع|شبكه|جريده|الانباء)) ){0,3}(?:l'|ل|لل)?"
)
# … and what stands behind it.
_AFTER: Final = (
    "reported|reports|said in a report|first reported|quoted|quotes|cited|"
    "ذكرت|افادت|نقلت|rapporte|a rapporté|informó|berichtet|berichtete|meldete|"
    "сообщает|сообщило|передает"
)
_SAID_TO: Final = "قال|قالت|صرح|صرحت|اوضح|اوضحت|اكد|اكدت|اضاف|اضافت"
_ANY: Final = re.compile(
    rf"(?<!\w)(?:{_BEFORE}|{_AFTER})(?!\w)"
    rf"|(?<!\w)[وف]?(?:{_SAID_TO}) (?:\w+ ){{0,4}}ل\w"
)
# A report names its sources a few times; of a live blog the first places are kept.
_AROUND: Final = 48  # characters: a long name with what it is
_MOST_PLACES: Final = 16
_MOST_KEPT: Final = 2000
_MOST_WORDS: Final = 10_000


def names_outlet(body: str, outlet: str, *, own: str) -> bool:
    """Return whether a body attributes something to `outlet`, other than its `own`.

    An agency goes by all its names: AFP is "فرانس برس" too.
    """
    return bool(outlet) and bool(find_sources(body, (outlet,), own=own))


def find_sources(body: str, outlets: Collection[str], *, own: str) -> tuple[str, ...]:
    """Return those of `outlets` to whom a body attributes something, in their order."""
    rough = fold(body)
    called = {outlet: _forms(outlet) for outlet in outlets}
    own_forms = frozenset(_forms(own))
    # The cheap question first: taking a whole body's words costs a millisecond.
    likely = [
        outlet
        for outlet, forms in called.items()
        if own_forms.isdisjoint(forms) and any(form.split()[-1] in rough for form in forms)
    ]
    if not likely:
        return ()
    return match_sources(" ".join(words(body)), likely, own=own)


def keep_attributions(body: str) -> str:
    """Return the folded words around what attributes something, a line for each place.

    Whom they name is told later by match_sources(), once it is known which outlets there are.
    """
    text = " ".join(map(fold_word, find_body_words(body)[:_MOST_WORDS]))
    kept: list[tuple[int, int]] = []
    for match in _ANY.finditer(text):
        start, end = max(0, match.start() - _AROUND), match.end() + _AROUND
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], end)
        elif len(kept) < _MOST_PLACES:
            kept.append((start, end))
    return "\n".join(_whole_words(text, start, end) for start, end in kept)[:_MOST_KEPT]


def _whole_words(text: str, start: int, end: int) -> str:
    if start > 0:
        start = text.find(" ", start, end) + 1
    if end < len(text):
        end = max(start, text.rfind(" ", start, end))
    return text[start:end]


def match_sources(kept: str, outlets: Collection[str], *, own: str) -> tuple[str, ...]:
    """Return those of `outlets` that what keep_attributions() kept names, in their order."""
    own_forms = frozenset(_forms(own))
    return tuple(
        outlet
        for outlet in outlets
        if own_forms.isdisjoint(_forms(outlet))
        and any(form in kept and _pattern(form).search(kept) for form in _forms(outlet))
    )


@lru_cache(maxsize=1024)
def _forms(outlet: str) -> tuple[str, ...]:
    """Return the folded names of an outlet; none for one without a letter."""
    name = " ".join(words(outlet))
    agency = canonical_agency(outlet)
    known = spellings_of(agency) if agency and "/" not in agency else ()
    forms = (name, *(" ".join(words(each)) for each in known))
    return tuple(dict.fromkeys(form for form in forms if form))


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    form = re.escape(name)
    return re.compile(
        rf"(?<!\w)(?:{_BEFORE}) {_BETWEEN}{form}(?!\w)"
        rf"|(?<!\w)(?:the )?{form} (?:{_AFTER})(?!\w)"
        rf"|(?<!\w)[وف]?(?:{_SAID_TO}) (?:\w+ ){{0,4}}ل(?:وكاله )?{form}(?!\w)"
    )
