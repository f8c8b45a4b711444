"""Openings and closings that agencies write in Chinese, Japanese and Korean.

"新华社北京3月3日电", "【ロンドン共同】", "［東京　３日　ロイター］ - ", "(서울=연합뉴스)".
"""

import re
import unicodedata
from typing import Final

from wireroom.engine.pages.agencies import (
    AMBIGUOUS_ALONE,
    canonical_agency,
    east_asian_names,
    is_word_too,
)
from wireroom.engine.pages.credit_parts import Opening
from wireroom.engine.pages.places import known_place_at_end


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_LONGEST_OPENING: Final = 90
_EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OWN: Final = frozenset(("本报", "本報", "本网", "本網", "本社", "本刊"))
_NAMES: Final = east_asian_names()
_ANY_NAME: Final = "|".join(sorted({*_NAMES, *_OWN}, key=len, reverse=True))
_DAY: Final = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日"
# The verbs and prepositions that would make a sentence of what stands before the day.
_IN_PLACE: Final = r"[\u3400-\u9fff·、/]"
_WRITERS: Final = r"(?:记者|記者|통신원|特派员|特派員)[\s：:]*(?P<{0}>[^（）()\d]{{2,40}}?)"
# What may follow the word for a cable: a space, brackets or a stop; "电文" goes on as a word.
_CABLE: Final = re.compile(
    rf"[（(【\[［]?\s?(?:据|據)?(?P<agency>{_ANY_NAME})(?:{_WRITERS.format('inside')}"
    rf"(?={_IN_PLACE}{{2,8}}\d))?(?P<place>{_IN_PLACE}{{0,12}}?)\s?(?P<day>{_DAY})?"
    rf"(?:综合|綜合|专|專|体育|體育|外|快)*(?:电|電)"
    rf"(?:[）)】\]］]|(?=[\s（(:：,，、]|\Z))\s*"
    rf"(?:[（(]\s?{_WRITERS.format('beside')}\s?[）)])?[\s:：,，、]*"
)
_NO_PLACE: Final = re.compile(r"[的在称稱说說]|记者|記者|报道|報道|获悉|[来來发發]\Z")
_BRACKETS: Final = re.compile(
    r"(?:【(?P<a>[^【】\n]{2,40})】|（(?P<b>[^（）\n]{2,40})）|\((?P<c>[^()\n]{2,40})\)"
    r"|［(?P<d>[^［］\n]{2,40})］|\[(?P<e>[^\[\]\n]{2,40})\])\s*(?:[-‐‑‒–—―=＝:：]+\s*)?"
)
_KOREAN_WRITER: Final = re.compile(
    r"(?P<names>[가-힣]{2,4}(?:\s?[·ㆍ,]\s?[가-힣]{2,4}){0,3})\s(?:기자|특파원|통신원)\s?=\s?"
)
_PIECES: Final = re.compile(r"[\s=＝・、,/]+")
_A_PLACE: Final = re.compile(
    r"(?:[\u3400-\u9fff]{2,8}|[\u30a0-\u30ff\u3400-\u9fff]{2,14}|[가-힣]{2,8})"
)
_NOT_PLACES: Final = _words(
    "日米 日中 日韓 日英 日露 米韓 米中 中日 中韩 官民 産学 男女 国際 国内 国外 社会 経済 "
    "政治 最新 毎日 每日 今日 本周 热点 热门 世界 地方 海外"
)


def read_east_asian_opening(text: str) -> Opening | None:
    """Read an opening in one of the forms above; None where the text opens in no such form."""
    head = text[:_LONGEST_OPENING]
    if not _EAST_ASIAN.search(head[:12]):
        return None
    return _cable(text, head) or _bracketed(text, head)


def _cable(text: str, head: str) -> Opening | None:
    match = _CABLE.match(head)
    if match is None:
        return None
    place = match["place"].strip("·、/ ")
    if _NO_PLACE.search(place) or (place and not match["day"]):
        return None
    agency = None if match["agency"] in _OWN else canonical_agency(match["agency"])
    signed = match["inside"] or match["beside"] or ""
    if agency is None and not place:
        return None
    if match["inside"]:
        signed, place = _name_and_place(match["inside"] + place)
        if not place:
            return None
    writers = tuple(name for name in re.split(r"[\s、，,]+", signed) if name)
    return Opening(place or None, agency, text[match.end() :].strip(), writers)


def _name_and_place(run_together: str) -> tuple[str, str]:
    """Part "王某台北" at a place of the table: nothing else tells where the name ends."""
    place = known_place_at_end(run_together)
    return run_together[: len(run_together) - len(place)] if place else "", place


def _bracketed(text: str, head: str) -> Opening | None:
    match = _BRACKETS.match(head)
    found = read_credit_inside(match[match.lastgroup or 0]) if match else None
    if match is None or found is None:
        return None
    rest = text[match.end() :].strip()
    writer = _KOREAN_WRITER.match(rest)
    if writer is None:
        return Opening(*found, rest)
    names = tuple(re.split(r"\s?[·ㆍ,]\s?", writer["names"]))
    return Opening(*found, rest[writer.end() :], names)


def read_credit_inside(inside: str) -> tuple[str | None, str] | None:
    """Read what stands between brackets as (place, agency): "ロンドン共同", "AFP=時事".

    The place is None where there is none. Returns None where anything else stands there, or
    nothing but a word that is an agency's name as well.
    """
    plain = unicodedata.normalize("NFKC", inside)
    undated = re.sub(rf"{_DAY}(?:電|电|発)?", " ", plain)
    places: list[str] = []
    agencies: list[str] = []
    for piece in filter(None, _PIECES.split(undated)):
        place, agency = _place_and_agency(piece)
        if agency is None and (places or not _is_place(place)):
            return None
        places += [place] if place else []
        agencies += [agency] if agency else []
    if not agencies or len(places) > 1 or not all(map(_is_place, places)):
        return None
    is_sure = places or undated != plain or len(agencies) > 1 or "/" in agencies[0]
    if not is_sure and (is_word_too(plain) or agencies[0] in AMBIGUOUS_ALONE):
        return None
    return (places[0] if places else None), "/".join(dict.fromkeys(agencies))


def _place_and_agency(piece: str) -> tuple[str, str | None]:
    """Part "ロンドン共同" and "AFP時事": nothing stands between a place or agency and the next."""
    whole = canonical_agency(piece)
    if whole:
        return "", whole
    for name in _NAMES:
        if piece.endswith(name) or piece.startswith(name):
            other = piece.removesuffix(name) if piece.endswith(name) else piece.removeprefix(name)
            agency, partner = canonical_agency(name), canonical_agency(other)
            return ("", f"{partner}/{agency}") if partner else (other, agency)
    return piece, None


def _is_place(name: str) -> bool:
    return _A_PLACE.fullmatch(name) is not None and name not in _NOT_PLACES
