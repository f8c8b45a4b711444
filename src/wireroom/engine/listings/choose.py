"""Which links of a page lead to reports: by what their outlet taught, else by shape and place."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.addresses import address_key
from wireroom.engine.listings.learnt import Learnt, Trust
from wireroom.engine.listings.links import Link, Place
from wireroom.engine.listings.shape import Shape, is_page_ending, shape_of
from wireroom.engine.text.words import words


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Sections under which sites keep what is no report.
_NO_REPORTS: Final = _listed(
    "tag tags tagged topic topics keyword keywords author authors profile profiles contributor "
    "contributors columnist columnists writer writers byline staff category categories section "
    "sections search login signin sign-in logout register signup account accounts user users "
    "member members subscribe subscription subscriptions newsletter newsletters about about-us "
    "contact contact-us privacy terms policies cookies help faq faqs jobs careers advertise "
    "advertising rss feed feeds sitemap archive archives page product products cart "
    "tv radio watch video videos audio podcast podcasts gallery galleries slideshow slideshows "
    "games puzzles crossword crosswords quiz quizzes horoscope horoscopes deals coupons vouchers "
    "mediathek bilderserien bildergalerie bildergalerien galerie galerien fotostrecke fotogaleria "
    "fotos diaporama diaporamas karriere "
    "wp-admin wp-login wp-content cgi-bin share print comment forum forums hub "
    "etiqueta etiquetas autor autores autora tema temas categoria categorias seccion secciones "
    "thema themen autoren schlagwort schlagworte auteur auteurs sujet sujets etiket etiketler "
    "yazar yazarlar kategori penulis topik tagi temat autorzy avtor avtory tegi "
    "وسم وسوم كاتب كتاب قسم اقسام أقسام تصنيف موضوع مواضيع فيديو بودكاست صور"
)
# Under these stand reports, too, if their addresses say so themselves.
_FEW_REPORTS: Final = _listed(
    "legal people event events calendar shop store weather pictures photos obituaries team teams "
    "player players comments special specials sponsored partner partners promo offers"
)
_MACHINERY: Final = re.compile(
    r"(?:^|[/_.-])(?:login|signin|signup|register|subscribe|unsubscribe|subscriptions?|logout|"
    r"cookies?-(?:policy|settings)|privacy(?:-\w+)?-?(?:policy|notice|statement)|"
    r"terms-(?:of|and)-\w+|about-us|contact-us|rss|wp-login)(?:$|[/_.-])",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"^(?:read (?:more|the)|continue reading|see (?:all|more)|view (?:all|more)|show more|more "
    r"(?:from|on|about)|all (?:news|stories)|sign (?:in|up)|log ?in|subscribe|comments?\b|share "
    r"(?:on|this)|\d+ comments?|follow us|click here|skip to|"
    r"weiterlesen|mehr (?:zu|aus|lesen)|alle |lire la suite|en savoir plus|voir plus|leer más|"
    r"ver (?:más|todo)|leia mais|اقرأ المزيد|المزيد|تابع القراءة|شاهد المزيد)",
    re.IGNORECASE,
)
# What a site is asked for by search forms, page numbers and buttons for sharing.
_ASKED: Final = frozenset(
    ("?page", "?page=id", "?q", "?s", "?share", "?replytocom", "?replytocom=id", "?sort", "?filter",
     "?action", "?redirect", "?url", "?print", "?tag", "?author", "?cat", "?add-to-cart")
)  # fmt: skip
_HEADLINE: Final = 4.0  # words; of 1,000 headlines of the shared pages 3 in 100 have fewer
_SHORT: Final = 3.0
_STRONG: Final = 2.0  # worth of an address that speaks for itself
_CERTAIN: Final = 2.5
_DATED: Final = 3.0  # dated, or with words and a number
_WEAK: Final = 1.0
_TOLD: Final = 2.0  # words
_HALF: Final = 0.5
_LONG_ROW: Final = 8
_ROW: Final = 4  # links of one shape make a list
_MOSTLY: Final = 0.7  # of a list's links have headlines
_CLEAN: Final = 0.9


_Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    link: Link
    shape: Shape
    trust: Trust


def choose_links(links: Sequence[Link], learnt: Learnt, *, url: str) -> list[Link]:
    """Return the links that lead to reports, in the page's order; `url` is the page's own.

    Precision first: what is no link to a report is fetched in vain, and what is missed today is
    met again in a feed, on another page or never.
    """
    own = shape_of(url)
    hosts = {own.host, *learnt.hosts}
    shapes = [(link, shape_of(link.url)) for link in links if not _is_same(link.url, url)]
    told = [_Candidate(link, shape, learnt.trust(shape)) for link, shape in shapes]
    candidates = [one for one in told if not _is_out(one, hosts)]
    rows = _rows(candidates)
    return [one.link for one in candidates if _is_report(one, rows, learnt)]


def _is_same(url: str, own: str) -> bool:
    """Tell whether an address is the page's own with other wishes: to share it, its next part."""
    if "?" in own:
        return address_key(url) == address_key(own)
    return address_key(url.partition("?")[0]) == address_key(own)


def _is_out(one: _Candidate, hosts: Collection[str]) -> bool:
    """Tell whether a link is out of the question, whatever else speaks for it."""
    link, shape, trust = one.link, one.shape, one.trust
    if (
        shape.host not in hosts
        or not shape.form
        or link.paid
        or link.running
        or trust is Trust.UNSOUND
    ):
        return True
    if not is_page_ending(shape.ending) or _MACHINERY.search(
        "/".join((*shape.section, shape.last))
    ):
        return True
    if _ASKED.intersection(shape.form):
        return True
    if trust is Trust.SOUND:
        return False
    parts = (*shape.section, shape.last)
    few = shape.worth < _DATED and not _FEW_REPORTS.isdisjoint(parts)
    return few or not _NO_REPORTS.isdisjoint(parts)


def _is_report(one: _Candidate, rows: Mapping[_Form, "_Row"], learnt: Learnt) -> bool:
    link, worth, row = one.link, one.shape.worth, rows[_row_of(one)]
    if _LEADING.match(link.headline):
        return False
    if one.trust is Trust.SOUND:
        return link.size >= (_TOLD if link.place is Place.MIDST else _HEADLINE)
    if link.size < (_SHORT if link.is_headed and link.place is Place.MIDST else _HEADLINE):
        return False
    if one.trust is Trust.ALIKE:
        return link.place is Place.MIDST or (link.is_headed and link.place is Place.MENU)
    if link.place is Place.FOOT:
        return False
    if link.place is Place.MENU and worth < (_STRONG if link.is_headed else _CERTAIN):
        return False
    if learnt.is_well_known:  # this outlet's reports look otherwise
        return worth >= _CERTAIN and row.is_list
    if worth >= _STRONG:
        speaks = row.share >= _HALF or link.is_headed
        return speaks and (row.is_list or worth >= _DATED or not _has_list(rows))
    if worth >= _WEAK:
        return row.is_list
    return row.is_list and row.headed >= _CLEAN and row.share >= _CLEAN


def _has_list(rows: Mapping[_Form, "_Row"]) -> bool:
    """Tell whether some shape is the page's list: what looks otherwise stands beside it."""
    return any(row.is_list and row.count >= _LONG_ROW for row in rows.values())


@dataclass(frozen=True, slots=True)
class _Row:
    """The links of one shape: how many, and which shares have headlines and are headed."""

    count: int
    share: float
    headed: float

    @property
    def is_list(self) -> bool:
        return self.count >= _ROW and self.share >= _MOSTLY


def _rows(candidates: Sequence[_Candidate]) -> dict[_Form, _Row]:
    told = Counter(tuple(words(one.link.headline)) for one in candidates)
    counts: Counter[_Form] = Counter()
    with_headline: Counter[_Form] = Counter()
    headed: Counter[_Form] = Counter()
    for one in candidates:
        row = _row_of(one)
        counts[row] += 1
        own = told[tuple(words(one.link.headline))] == 1
        with_headline[row] += own and one.link.size >= _HEADLINE
        headed[row] += one.link.is_headed
    return {
        row: _Row(count, with_headline[row] / count, headed[row] / count)
        for row, count in counts.items()
    }


def _row_of(one: _Candidate) -> _Form:
    return (one.shape.host, *one.shape.form)
