"""Arabic names of one article that mean the same, made into one entity each."""

from collections.abc import Iterable, Iterator

from wireroom.engine.insight.entities.arabic import ArabicName, find_arabic_names
from wireroom.engine.insight.entities.entity import Entity, Kind, NameSpan
from wireroom.engine.text.words import fold

_Named = tuple[str, NameSpan, ArabicName]


def find_arabic_entities(title: str, body: str, lang: str) -> list[Entity]:
    """Return what an Arabic article names, most often named first."""
    found = find_arabic_names(title, body)
    named = [*_in(title, found[0], in_title=True), *_in(body, found[1], in_title=False)]
    keys = sorted({(name.kind, fold(text)) for text, _, name in named}, key=lambda k: -len(k[1]))
    groups: dict[tuple[Kind, str], list[_Named]] = {}
    for one in named:
        key = (one[2].kind, fold(one[0]))
        groups.setdefault(_whole(key, keys), []).append(one)
    entities = [_entity(kind, group, lang) for (kind, _), group in groups.items()]
    return sorted(entities, key=lambda each: -len(each.spans))


def _in(text: str, names: Iterable[ArabicName], *, in_title: bool) -> Iterator[_Named]:
    for name in names:
        span = NameSpan(name.start, name.end, in_title)
        yield text[name.start : name.end], span, name


def _whole(key: tuple[Kind, str], keys: Iterable[tuple[Kind, str]]) -> tuple[Kind, str]:
    """Return the longest name that ends (a body's: begins) with this one, or itself."""
    kind, text = key
    for other in keys:
        if other[0] is not kind or len(other[1]) <= len(text) or kind is Kind.PLACE:
            continue
        parts = other[1].split()
        if text in ((parts[-1], " ".join(parts[-2:])) if kind is Kind.PERSON else (parts[0],)):
            return other
    return key


def _entity(kind: Kind, group: list[_Named], lang: str) -> Entity:
    names = dict.fromkeys(" ".join(text.split()) for text, _, _ in group)
    main = max(names, key=len)
    spans = tuple(sorted({span for _, span, _ in group}, key=lambda s: (not s.in_title, s.start)))
    sure = max(name.confidence for _, _, name in group)
    return Entity(kind, main, spans, sure, tuple(name for name in names if name != main), lang)
