"""Who got a letter: their addresses and name, and the text without either."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.newsletters.head import Head, decode_words

_NAMED_BY: Final = (
    "to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "resent-to",
    "x-forwarded-to", "apparently-to",
)  # fmt: skip
_ADDRESS: Final = re.compile(r"[^\s<>@,;:\"()\[\]]{1,100}@[^\s<>@,;:\"()\[\]]{1,200}")
_NAME_BEFORE: Final = re.compile(r"(?:\A|[,;])\s*\"?([^<>,;\"@]{2,100}?)\"?\s*<")
_MOST: Final = 20
_GREETINGS: Final = (
    r"hi|hello|hey|dear|good|welcome|thanks?|hallo|guten|liebe|bonjour|bonsoir|ch[eè]re?|hola|"
    r"buen|estimad|querid|ciao|car[oa]|gentile|ol[aá]|bo[am]|prezad|hoi|beste|goede|hej|hei|kära|"
    r"cześć|witaj|drog|привет|здравствуй|добр|уважаем|вітаю|merhaba|sevgili|günaydın|مرحب|أهلا|"
    r"اهلا|عزيز|صباح|مساء|السلام|سلام|שלום|hai|halo|selamat"
)
# A greeting, and at most three words between it and the name ("Good morning to you, Ada").
_GREETING: Final = rf"\A(?:(?:{_GREETINGS})\w*(?:[,،\s]+[^\W\d_]+){{0,3}}?[,،\s]+)?"
_LONGEST_GREETING: Final = 40  # characters of a line that is nothing else
_SPAN_OF_GREETING: Final = 60


@dataclass(frozen=True, slots=True)
class Recipient:
    """Addresses in lower case, whole names, and the first words of names."""

    addresses: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()

    def is_named_in(self, text: str) -> bool:
        """Tell whether one of the addresses stands in the text."""
        lowered = text.lower()
        return any(address in lowered for address in self.addresses)

    def without(self, text: str) -> str:
        """Return a text that names the recipient no more; empty where it was about them.

        A greeting goes with what leads to the name, a name set apart by a comma goes alone. A
        first name inside a sentence stays: others have it, too.
        """
        if self.is_named_in(text):
            return ""
        for name in sorted(self.names | self.calls, key=len, reverse=True):
            text = _without_name(text, name)
        about = self.names | self.calls if len(text) <= _LONGEST_GREETING else self.names
        return "" if any(_stands_in(name, text) for name in about) else text


def find_recipient(head: Head, *, also: Iterable[str] = ()) -> Recipient:
    """Return who a letter is for, by its fields; `also` are addresses of the mailbox's owner."""
    told = [value for name in _NAMED_BY for value in head.raw(name)][:_MOST]
    addresses = {found.lower() for value in told for found in _ADDRESS.findall(value)}
    named = {
        decode_words(name).strip(" '\"") for value in told for name in _NAME_BEFORE.findall(value)
    }
    names = {name for name in named if len(name) > 1 and "@" not in name}
    whole = {name for name in names if len(name.split()) > 1}
    return Recipient(
        addresses=frozenset(addresses | {one.lower() for one in also if "@" in one}),
        names=frozenset(whole),
        calls=frozenset(call for name in names for call in _calls(name.split())),
    )


def _calls(words: Sequence[str]) -> Iterable[str]:
    yield words[0]
    if len(words) > 1:
        yield words[-1]


def _without_name(text: str, name: str) -> str:
    there = re.escape(name).replace(r"\ ", r"\s+")
    head, tail = text[:_SPAN_OF_GREETING], text[_SPAN_OF_GREETING:]
    greeted = re.sub(rf"{_GREETING}{there}\s*(?:[,!:.،。!,–—-]+\s*|\Z)", "", head, flags=re.I)
    if greeted != head:
        rest = (greeted + tail).lstrip()
        return rest[:1].upper() + rest[1:]
    return re.sub(rf"[,،]\s*{there}(?=\s*(?:[.!?…:,،؟]|\Z))", "", text, flags=re.I)


def _stands_in(name: str, text: str) -> bool:
    there = re.escape(name).replace(r"\ ", r"\s+")
    return re.search(rf"(?<!\w){there}(?!\w)", text, flags=re.IGNORECASE) is not None
