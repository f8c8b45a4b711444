"""Invented outlets' words and addresses: of seven languages, in thirteen styles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final
from urllib.parse import quote

# Invented headlines are strings of these: what they say is of no account, how long they are is.
WORDS: Final[Mapping[str, str]] = {
    "en": "harbour council bridge mayor tide strike vote ferry school storm budget union trial "
    "market orchard railway minister river fire museum opens rejects delays after over new plan",
    "de": "Hafen Stadtrat Brücke Fähre Streik Abstimmung Schule Sturm "
    "Haushalt Gewerkschaft Prozess "
    "Obsthof Bahn Ministerin Fluss Museum eröffnet lehnt verschiebt nach über neuer Plan",
    "es": "puerto concejo puente alcaldesa marea huelga voto escuela "
    "tormenta presupuesto sindicato "
    "juicio mercado huerto ferrocarril río museo abre rechaza aplaza tras sobre nuevo plan",
    "ar": "الميناء المجلس الجسر العمدة المد إضراب تصويت العبارة مدرسة "
    "عاصفة الميزانية النقابة محاكمة "
    "السوق البستان القطار الوزيرة النهر متحف يفتتح يرفض يؤجل بعد حول خطة جديدة",
    "ru": "порт совет мост мэр прилив забастовка голосование паром школа буря бюджет профсоюз суд "
    "рынок сад дорога министр река пожар музей открывает отклоняет после новый план",
    "ja": "港湾 市議会 大橋 市長 満潮 ストライキ 投票 連絡船 学校 暴風 予算 組合 裁判 市場 "
    "果樹園 鉄道 "
    "大臣 河川 火災 博物館 開館 否決 延期 新計画",
    "hi": "बंदरगाह परिषद पुल महापौर ज्वार हड़ताल मतदान नौका विद्यालय "
    "तूफान बजट संघ मुकदमा बाज़ार बाग "
    "रेल मंत्री नदी आग संग्रहालय खुला खारिज टला नई योजना",
}
SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("Politics", "World", "Business", "Sport", "Culture and Society", "Latest News"),
    "de": ("Politik", "Welt", "Wirtschaft", "Sport", "Kultur", "Aus aller Welt"),
    "es": ("Política", "Mundo", "Economía", "Deportes", "Cultura", "Lo último de hoy"),
    "ar": ("السياسة", "العالم", "الاقتصاد", "الرياضة", "ثقافة وفنون", "آخر الأخبار"),
    "ru": ("Политика", "Мир", "Экономика", "Спорт", "Культура", "Все новости дня"),
    "ja": ("政治", "国際", "経済", "スポーツ", "文化", "最新ニュース一覧"),
    "hi": ("राजनीति", "दुनिया", "कारोबार", "खेल", "संस्कृति", "ताज़ा खबरें"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A report on a front: its address, headline and the section that it stands in."""

    url: str
    headline: str
    section: str
    summary: str
    author: str


def headline(chance: Random, lang: str, least: int = 5, most: int = 11) -> str:
    """Return an invented headline."""
    words = WORDS[lang].split()
    chosen = [chance.choice(words) for _ in range(chance.randint(least, most))]
    return ("" if lang == "ja" else " ").join(chosen)


def _slug(chance: Random, lang: str, text: str, most: int = 8) -> str:
    """Most sites write Latin slugs; Arabic, Russian and Hindi ones often their own letters."""
    words = text.split()[:most]
    if lang in ("ru", "ja", "hi", "de") or (lang == "ar" and chance.random() < 0.3):
        latin = WORDS["en"].split()
        count = 5 if lang == "ja" else len(words)
        words = [chance.choice(latin) for _ in range(count)]
    return quote("-".join(words).lower())


def _hash(chance: Random, signs: str, length: int) -> str:
    return "".join(chance.choice(signs) for _ in range(length))


Style = Callable[[Random, str, str, int], str]  # chance, slug, section's word, number
STYLES: Final[Mapping[str, Style]] = {
    "dated": lambda c, s, w, n: f"/2026/{c.randint(1, 12):02}/{c.randint(1, 28):02}/{s}/",
    "numbered slug": lambda c, s, w, n: f"/{w}/{s}-{n}.html",
    "hash": lambda c, s, w, n: f"/news/articles/c{_hash(c, 'bcdefghjklm0123456789', 11)}1",
    "slug over number": lambda c, s, w, n: f"/a/{s}/{n}.html",
    "asked": lambda c, s, w, n: f"/article.php?id={n}",
    "plain slug": lambda c, s, w, n: f"/{w}/{s}",
    "number over slug": lambda c, s, w, n: f"/{w}/{n}/{s}",
    "day in the path": lambda c, s, w, n: f"/story/2026-11-{c.randint(1, 28):02}/{s}",
    "month": lambda c, s, w, n: f"/{w}/2026/nov/{c.randint(1, 28):02}/{s}",
}
HELD_STYLES: Final[Mapping[str, Style]] = {
    "number alone": lambda c, s, w, n: f"/{n}",
    "under scores": lambda c, s, w, n: f"/{w}/{s.replace('-', '_')}_{n}.htm",
    "view": lambda c, s, w, n: f"/news/view/{n % 100000}",
    "uuid": lambda c, s, w, n: (
        "/content/" + "-".join(_hash(c, "0123456789abcdef", size) for size in (8, 4, 4, 4, 12))
    ),
    "short words": lambda c, s, w, n: f"/{w}/{'-'.join(s.split('-')[:2])}",
}


def tell(chance: Random, lang: str, style: Style) -> Told:
    """Return an invented report."""
    title = headline(chance, lang)
    word = chance.choice(("politics", "world", "business", "sport", "culture"))
    number = chance.randint(100_000, 9_999_999)
    return Told(
        url=style(chance, _slug(chance, lang, title), word, number),
        headline=title,
        section=chance.choice(SECTIONS[lang][:5]),
        summary=headline(chance, lang, 14, 24) + ".",
        author=chance.choice(("Ada Marl", "Jon van der Brook", "رنا حداد", "Ivo Petrov")),
    )
