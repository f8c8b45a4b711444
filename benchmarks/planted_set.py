"""Invented events told by groups of outlets, with what one group was planted to do otherwise."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from wireroom.engine.insight.perspectives.teller import Teller
from wireroom.engine.insight.quotes.find import find_quotes

HERE: Final = Path(__file__).parent / "planted"
# The rules were tuned on the first and measured on the second, whose events have other texts.
PARTS: Final = ("tuned", "held")
_NOON: Final = datetime(2031, 3, 5, 12, tzinfo=UTC)
_TELLS: Final = 0.65  # chance that an outlet tells a fact of the second row
_TELLS_CORE: Final = 0.92
_KEEPS: Final = 0.92  # chance that an outlet of a group does as its group does,
_STRAYS: Final = 0.06  # and that another does
_CARRIES: Final = 0.2  # chance that an outlet prints the text of another of its group
COUNTRIES: Final = ("QA", "QB", "QC", "QD")
_OWNERS: Final = ("private", "state", "public")
_GIVEN: Final = {
    "en": ("Ilsa", "Nabil", "Corin", "Wenda", "Tamsin", "Orlo", "Hedda", "Jorin", "Marit"),
    "ar": ("ليلى", "سامر", "نادر", "هالة", "جابر", "رنا", "وسيم", "منير", "سلمى", "طارق"),
}
_LAST: Final = {
    "en": ("Corran", "Qasrawi", "Veldhorst", "Amberley", "Torvald", "Kesslin", "Marwick",
           "Dunhelm", "Rostova", "Farrant", "Lindquar", "Boswick", "Halvern", "Petrane"),
    "ar": ("القسراوي", "الدرملي", "الحمصاني", "البرغوتي", "الشنديني", "المرزوكي", "الزنبقي",
           "التلمساوي", "الكرداني"),
}  # fmt: skip
_TOWNS: Final = {
    "en": ("Tarnholm", "Orme", "Velmora", "Kestrow", "Brandle", "Osmere", "Fenwater"),
    "ar": ("تارنهولم", "أورمة", "فيلمورا", "كسترو", "براندل", "أوزمير", "فنواتر"),
}
_BODIES: Final = {
    "en": ("Larkspur", "Meridian", "Calder", "Ostrava"),
    "ar": ("لارك", "ميريد", "كالدر"),
}
_SAID: Final = {
    "en": ("“{q},” said {p}, the {r}.", "“{q},” {p} told reporters.", "{p}, the {r}, said: “{q}.”"),
    "ar": ("وقال {p}، وهو {r}: «{q}».", "وأضاف {p}: «{q}».", "«{q}»، قال {p}."),
}


class Plant(StrEnum):
    """What a group does otherwise."""

    QUOTES = "quotes"
    OMITS_QUOTE = "omits quote"
    TELLS = "tells"
    OMITS = "omits"
    OPENS = "opens"


@dataclass(frozen=True, slots=True)
class Planted:
    """Which group does what with which line of the kernel."""

    plant: Plant
    group: str
    line: int


@dataclass(slots=True)
class Event:
    """An invented event; `lines` has for each article where each line of the kernel stands."""

    key: str
    tellers: list[Teller] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)
    lines: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)

    def line_at(self, article: str, start: int) -> int:
        """Return which line of the kernel stands there."""
        for line, first, end in self.lines[article]:
            if first <= start < end:
                return line
        return -1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a kernel: a fact in several wordings, or a quote."""

    sign: str
    wordings: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Kernel:
    name: str
    lang: str
    lines: Sequence[_Line]

    def of(self, signs: str) -> list[int]:
        return [number for number, line in enumerate(self.lines) if line.sign in signs]


def load_events(part: str, *, planted: bool, most: int, small: bool = False) -> list[Event]:
    """Return so many events of a part, made of its kernels one after the other.

    Without plants all outlets tell as they like, and their groups say nothing; in some of these
    all outlets of one group print one text.
    """
    kernels = list(_kernels((HERE / f"{part}.txt").read_text("utf-8")))
    return [
        _make(kernels[seed % len(kernels)], f"{part}-{seed}", planted=planted, small=small)
        for seed in range(most)
    ]


def _kernels(text: str) -> Iterator[_Kernel]:
    for part in text.split("= ")[1:]:
        head, *lines = part.strip().splitlines()
        name, lang = head.split()
        yield _Kernel(
            name, lang, [_Line(one[0], one[2:].split(" | ")) for one in lines if one.strip()]
        )


def _make(kernel: _Kernel, key: str, *, planted: bool, small: bool) -> Event:
    chance = random.Random(f"{key} {planted} {small}")
    event = Event(key)
    filled = _fill(kernel, chance)
    counts = (6, 7, 8) if small else (9, 12, 14)
    groups = [
        value for value in COUNTRIES[: chance.choice((2, 3))] for _ in range(chance.choice(counts))
    ]
    chance.shuffle(groups)
    if planted:
        event.planted = _plant(kernel, chance, sorted(set(groups)))
    copied = "" if planted or chance.random() < 0.5 else chance.choice(groups)
    for number, group in enumerate(groups):
        _add(event, kernel, filled, number, group, chance)
        _maybe_copy(event, chance, group=copied)
    return event


def _fill(kernel: _Kernel, chance: random.Random) -> list[list[str]]:
    """Return the wordings of all lines with names and numbers in them."""
    lang = kernel.lang
    given, last = (chance.sample(pool[lang], 5) for pool in (_GIVEN, _LAST))
    towns = chance.sample(_TOWNS[lang], 3)
    names = {f"p{n + 1}": f"{given[n]} {last[n]}" for n in range(5)}
    names |= {f"t{n + 1}": towns[n] for n in range(3)}
    names["o1"] = chance.choice(_BODIES[lang])
    names["n1"], names["n2"] = str(chance.randint(101, 899)), f"{chance.randint(31, 96)},000"
    return [[one.format(**names) for one in line.wordings] for line in kernel.lines]


def _plant(kernel: _Kernel, chance: random.Random, groups: Sequence[str]) -> list[Planted]:
    """Choose two things that one group each does otherwise."""
    facts, quotes, core = kernel.of("-"), kernel.of('"'), kernel.of("*")
    chance.shuffle(facts)
    chance.shuffle(quotes)
    lines = {
        Plant.QUOTES: quotes[0],
        Plant.OMITS_QUOTE: quotes[1],
        Plant.TELLS: facts[0],
        Plant.OMITS: chance.choice(core[1:]),
        Plant.OPENS: facts[1],
    }
    return [
        Planted(plant, chance.choice(groups), lines[plant])
        for plant in chance.sample(list(Plant), 2)
    ]


def _add(
    event: Event,
    kernel: _Kernel,
    filled: Sequence[Sequence[str]],
    number: int,
    group: str,
    chance: random.Random,
) -> None:
    article, body, lines = f"{event.key}/{number}", "", []
    for line in _order(event, kernel, group, chance):
        text = _word(kernel, filled[line], line, chance)
        lines.append((line, len(body), len(body) + len(text)))
        body += text + ("\n\n" if chance.random() < 0.5 else " ")
    event.lines[article] = lines
    event.tellers.append(
        Teller(
            article=article,
            outlet=f"Outlet {number}",
            voice=article,
            lang=kernel.lang,
            country=group,
            owner=chance.choice(_OWNERS),
            at=_NOON + timedelta(minutes=chance.randint(0, 600)),
            body=body.strip(),
            quotes=tuple(find_quotes(body.strip(), kernel.lang)),
        )
    )


def _order(event: Event, kernel: _Kernel, group: str, chance: random.Random) -> list[int]:
    """Choose what an outlet tells, in its order."""
    told = {
        line: chance.random() < (_TELLS_CORE if kernel.lines[line].sign == "*" else _TELLS)
        for line in range(len(kernel.lines))
    }
    first = 0
    for one in event.planted:
        own = one.group == group
        if one.plant in (Plant.QUOTES, Plant.TELLS):
            told[one.line] = chance.random() < (_KEEPS if own else _STRAYS)
        elif one.plant is Plant.OPENS:
            first = one.line if own and chance.random() < _KEEPS else first
        else:
            told[one.line] = chance.random() < (_STRAYS if own else _KEEPS)
    rest = [line for line, is_told in told.items() if is_told and line not in (0, first)]
    chance.shuffle(rest)
    return [first, *([0] if first else []), *rest]


def _word(kernel: _Kernel, wordings: Sequence[str], line: int, chance: random.Random) -> str:
    if kernel.lines[line].sign != '"':
        return chance.choice(wordings)
    who, said = wordings[0], wordings[1]
    role = who.split()[-1]
    name = who.removesuffix(f" {role}")
    return chance.choice(_SAID[kernel.lang]).format(q=said, p=name, r=role)


def _maybe_copy(event: Event, chance: random.Random, *, group: str) -> None:
    """Let the latest outlet print the text of another of its group; all of `group` print one."""
    *before, latest = event.tellers
    same = [one for one in before if one.country == latest.country]
    if not same or (latest.country != group and chance.random() > _CARRIES):
        return
    copied = same[0] if latest.country == group else chance.choice(same)
    event.lines[latest.article] = event.lines[copied.article]
    event.tellers[-1] = replace(latest, body=copied.body, quotes=copied.quotes, voice=copied.voice)
