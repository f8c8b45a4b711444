"""Who may have said marked words, and the signs that speak for each of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from wireroom.engine.insight.quotes.cast import mention_text
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention, without_titles
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE
from wireroom.engine.insight.quotes.reaching import reach_signs
from wireroom.engine.insight.quotes.reading import Reading, Source, Told
from wireroom.engine.insight.quotes.resolve import resolve
from wireroom.engine.insight.quotes.salience import weight_of
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, Token
from wireroom.engine.insight.quotes.word_tables import PRONOUNS

AROUND: Final = ".,;!?"  # what marked words may end in or stand before
_BACK: Final = 5  # sentences before the marked words that are looked at
_NEAR: Final = 3  # sentences before whose names are looked at, whether they say anything or not
_FAR: Final = 2  # paragraphs before
_LEADING: Final = 2.0  # the weight of a name that leads its clause
_OFTEN: Final = 5  # times
_COMPARED: Final = 60  # characters; marks that open alike so long are the same words
_SAME: Final = 8  # marks of the same words that are looked at
_BESIDE: Final = 3  # tokens from the marked words to a name right behind them


@dataclass(frozen=True, slots=True)
class Named:
    """A name as a sentence gives it, at tokens `first` to `last`."""

    first: int
    last: int
    source: Source
    leads: bool
    owns: bool


@dataclass(slots=True)
class Candidate:
    """One who may have said it, with the signs for and against."""

    source: Source
    signs: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Scene:
    """An article with all that was read in it, and the names of its sentences as they are asked."""

    reading: Reading
    places: dict[int, tuple[int, int]]  # sentence and token, by the number of the mark
    met: Counter[str]
    spoke: Counter[str]
    same: dict[str, list[int]]  # marks by their folded words
    names: dict[int, list[Named]] = field(default_factory=dict)

    def names_of(self, number: int) -> list[Named]:
        """Return the names outside the quotes of a sentence."""
        known = self.names.get(number)
        if known is None:
            known = self.names[number] = list(_names(self.reading, number))
        return known


def scene_of(reading: Reading) -> Scene:
    """Return what the candidates of an article are found in."""
    places = {
        token.number: (number, at)
        for number, told in enumerate(reading.told)
        if told.sentence.has_quote
        for at, token in enumerate(told.sentence.tokens)
        if token.kind == QUOTED
    }
    met = Counter([name for named in reading.cast.salience.named.values() for _, name, _ in named])
    spoke = Counter(
        [source.resolved for told in reading.told for source in told.sources if source.resolved]
    )
    same: dict[str, list[int]] = {}
    for number, each in enumerate(reading.marked):
        same.setdefault(folded(reading.body[each.start : each.end]), []).append(number)
    return Scene(reading, places, met, spoke, same)


def folded(text: str) -> str:
    """Return marked words as they are compared with others."""
    return text[:_COMPARED].lower().strip(AROUND)


def _names(reading: Reading, number: int) -> Sequence[Named]:
    tokens, found = reading.told[number].sentence.tokens, []
    for first, last in reading.cast.runs[number]:
        named, title = without_titles(tokens, first, last, reading.lang)
        mention = Mention(named, last, "name", first, title)
        resolved, sure = resolve(reading.cast, mention, tokens, number)
        if resolved is not None:
            text = mention_text(mention, tokens)
            start = tokens[named].start
            source = Source(text, start, start + len(text), resolved, sure)
            leads = weight_of(tokens, first, reading.lang) >= _LEADING
            found.append(Named(first, last, source, leads, tokens[last].text.endswith(POSSESSIVE)))
    return found


class _Gathered:
    """Candidates by name while they are gathered."""

    def __init__(self) -> None:
        self.by_name: dict[str, Candidate] = {}

    def add(self, source: Source, sign: str) -> None:
        if source.resolved is None:
            return
        candidate = self.by_name.get(source.resolved)
        if candidate is None:
            candidate = self.by_name[source.resolved] = Candidate(source)
        candidate.signs.add(sign)


def candidates(scene: Scene, mark: int) -> dict[str, Candidate]:
    """Return who may have said the marked words of a number, by resolved name."""
    reading, (number, at) = scene.reading, scene.places[mark]
    told, stretch = reading.told[number], reading.stretches.get(mark)
    found = _Gathered()
    if stretch is not None and stretch.source.resolved is not None:
        doubt = "" if stretch.source.is_shown else " doubted"
        found.add(stretch.source, f"rule {stretch.way}{doubt}")
        signs = found.by_name[stretch.source.resolved].signs
        signs.add(f"sure {stretch.source.sure:.1f}")
        signs.add(f"named by {naming_of(stretch.source)}")
        signs |= reach_signs(told, at, stretch)
    _from_events(found, told, at)
    if told.lead is not None:
        found.add(told.lead, "leads")
    is_open = stretch is None or stretch.assigned.kind != "direct" or not stretch.source.is_shown
    if is_open:  # names cost most, and tell little where a verb of saying stands by speech
        _from_names(found, scene.names_of(number), told.sentence.tokens, at)
    _from_before(found, scene, number, names=is_open)
    _from_after(found, scene, number)
    _from_neighbours(found, scene, mark)
    for name, candidate in found.by_name.items():
        candidate.signs.update(_traits(scene, name))
    _against_addressees(found, reading, number, told.events)
    return found.by_name


def naming_of(source: Source) -> str:
    """Return by what a source is named: a pronoun, a role, part of the name, or all of it."""
    text, resolved = source.text or "", source.resolved or ""
    if text.lower() in PRONOUNS["en"]:
        return "pronoun"
    if text == resolved:
        return "phrase" if text[:1].islower() or text[:4] == "The " else "all"
    return "part" if text in resolved else "role"


def kind_of(reading: Reading, mark: int) -> str:
    """Return whether the rules read a mark as direct, as mixed, or as no quotation."""
    stretch = reading.stretches.get(mark)
    return "unread" if stretch is None else stretch.assigned.kind


def _from_events(found: _Gathered, told: Told, at: int) -> None:
    before = [
        (event, source)
        for event, source in zip(told.events, told.sources, strict=True)
        if event.ends < at
    ]
    for rank, (event, source) in enumerate(reversed(before)):
        found.add(source, "says before" if rank == 0 else "says earlier")
        found.add(source, f"manner {event.manner}")
    after = [
        source for event, source in zip(told.events, told.sources, strict=True) if event.begins > at
    ]
    for rank, source in enumerate(after):
        found.add(source, "says after" if rank == 0 else "says later")


def _from_names(found: _Gathered, names: Sequence[Named], tokens: Sequence[Token], at: int) -> None:
    before = [named for named in names if named.last < at]
    for rank, named in enumerate(reversed(before)):
        found.add(named.source, f"name before {min(rank, 2)}")
        if named.leads:
            found.add(named.source, "name leads")
        if named.owns:
            found.add(named.source, "owns it" if at - named.last <= _BESIDE - 1 else "owns")
        if named.last == at - 2 and tokens[at - 1].text == ":":
            found.add(named.source, "before colon")
    if before:
        found.add(before[0].source, "first name")
        if all(token.kind != QUOTED for token in tokens[:at]):
            found.add(before[0].source, "first name and quote")
    for rank, named in enumerate(named for named in names if named.first > at):
        found.add(named.source, f"name after {min(rank, 1)}")
        if named.first - at <= _BESIDE:
            found.add(named.source, "name beside")
        if named.first == at + 2 and tokens[at + 1].text == ":":
            found.add(named.source, "after colon")
    if len({named.source.resolved for named in names}) == 1:
        found.add(names[0].source, "only name")


def _from_before(found: _Gathered, scene: Scene, number: int, *, names: bool) -> None:
    paragraph = scene.reading.told[number].sentence.paragraph
    for back in range(1, min(_BACK, number) + 1):
        told = scene.reading.told[number - back]
        gap = paragraph - told.sentence.paragraph
        if gap > _FAR:
            return
        where = f"{gap} {min(back, 3)}"
        for source in told.sources:
            found.add(source, f"said {where}")
        if told.sources:
            found.add(told.sources[-1], f"said last {gap}")
        if told.lead is not None:
            found.add(told.lead, f"led {where}")
        for named in scene.names_of(number - back) if names and back <= _NEAR else ():
            found.add(named.source, f"named {where}")
            if named.leads and not named.owns:
                found.add(named.source, f"named first {where}")


def _from_after(found: _Gathered, scene: Scene, number: int) -> None:
    told_all = scene.reading.told
    paragraph = told_all[number].sentence.paragraph
    for ahead, told in enumerate(told_all[number + 1 : number + 3], 1):
        gap = told.sentence.paragraph - paragraph
        if gap > 1:
            return
        for source in told.sources:
            found.add(source, f"will say {gap} {ahead}")
        if told.lead is not None:
            found.add(told.lead, f"will lead {gap} {ahead}")


def _from_neighbours(found: _Gathered, scene: Scene, mark: int) -> None:
    """Add who says the quotes before and after, and the same words elsewhere."""
    reading = scene.reading
    number = scene.places[mark][0]
    for step, sign in ((-1, "quoted before"), (1, "quoted after")):
        other = reading.stretches.get(mark + step)
        if other is not None and other.source.is_shown and mark + step in scene.places:
            beside = scene.places[mark + step][0]
            here, there = (reading.told[each].sentence.paragraph for each in (number, beside))
            if abs(here - there) <= _FAR:
                found.add(other.source, f"{sign} {abs(here - there)}")
            if beside == number:
                found.add(other.source, f"{sign} in sentence")
    span = reading.marked[mark]
    for other_mark in scene.same[folded(reading.body[span.start : span.end])][:_SAME]:
        other = reading.stretches.get(other_mark)
        if other_mark != mark and other is not None and other.source.is_shown:
            found.add(other.source, "said the same")


def _traits(scene: Scene, name: str) -> tuple[str, str, str]:
    is_person = scene.reading.cast.may_be_person(name)
    sort = (
        "phrase"
        if name[:1].islower()
        else {True: "person", None: "one word", False: "body"}[is_person]
    )
    met, spoke = scene.met[name], scene.spoke[name]
    return (
        f"is {sort}",
        f"met {'often' if met > _OFTEN else min(met, 3)}",
        f"spoke {'often' if spoke > _OFTEN else min(spoke, 3)}",
    )


def _against_addressees(
    found: _Gathered, reading: Reading, number: int, events: Sequence[Event]
) -> None:
    """Mark to whom it is said: "told Quill that"."""
    tokens = reading.told[number].sentence.tokens
    for event in events:
        if event.addressee is not None:
            name, _ = resolve(reading.cast, event.addressee, tokens, number)
            if name is not None and name in found.by_name:
                found.by_name[name].signs.add("is told")


def nobody_signs(scene: Scene, mark: int) -> set[str]:
    """Return the signs that the article does not tell who said it."""
    reading, (number, _) = scene.reading, scene.places[mark]
    stretch = reading.stretches.get(mark)
    way = "unread" if stretch is None else stretch.way
    words = reading.body[reading.marked[mark].start : reading.marked[mark].end].count(" ") + 1
    signs = {"nobody", f"nobody {way}", f"nobody of {_length(words)}"}
    if stretch is not None and not stretch.source.is_shown:
        signs.add(f"nobody known {way}")
    if all(token.kind in (QUOTED, POINT) for token in reading.told[number].sentence.tokens):
        signs.add("nobody alone")
    return signs


def _length(words: int) -> str:
    return "many" if words > 2 * _OFTEN else "several" if words > 3 else str(words)
