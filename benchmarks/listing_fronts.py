"""Invented section fronts: layouts of reports, and what fronts show around them."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from random import Random
from typing import Final

from benchmarks.listing_words import SECTIONS, Told, headline

Layout = Callable[[Random, Sequence[Told]], str]


def _a(told: Told, inside: str | None = None, more: str = "") -> str:
    return f'<a href="{escape(told.url)}"{more}>{inside or escape(told.headline)}</a>'


def _author(told: Told) -> str:
    name = told.author.lower().replace(" ", "-")
    return f'<span class="by"><a href="/author/{name}">{told.author}</a></span>'


def _section(told: Told) -> str:
    return f'<a class="label" href="/section/{told.section.split()[0]}">{told.section}</a>'


def _cards(chance: Random, told: Sequence[Told]) -> str:
    return "".join(
        f'<article class="card">{_a(one, "<img src=x.jpg>")}{_section(one)}<h3>{_a(one)}</h3>'
        f"<p>{one.summary}</p>{_author(one)}</article>"
        for one in told
    )


def _wrapped(chance: Random, told: Sequence[Told]) -> str:
    card = (
        '<div class="pic"><img src=x></div><div class="kicker">{0}</div>'
        '<div class="{3}">{1}</div><div class="summary">{2}</div><time>2 h</time>'
    )
    named = chance.choice(("headline", "c-text"))
    return "".join(
        "<div>" + _a(one, card.format(one.section, one.headline, one.summary, named)) + "</div>"
        for one in told
    )


def _plain_list(chance: Random, told: Sequence[Told]) -> str:
    return "<ul>" + "".join(f"<li>{_a(one)}</li>" for one in told) + "</ul>"


def _table(chance: Random, told: Sequence[Told]) -> str:
    rows = (f"<tr><td>12:{n:02}</td><td>{_a(one)}</td></tr>" for n, one in enumerate(told))
    return f"<table border=0>{''.join(rows)}</table>"


def _read_more(chance: Random, told: Sequence[Told]) -> str:
    return "".join(
        f'<div class="post"><h2>{escape(one.headline)}</h2><p>{one.summary}</p>'
        f"{_a(one, 'Read more')}</div>"
        for one in told
    )


def _titled(chance: Random, told: Sequence[Told]) -> str:
    return "".join(
        f'<div class="item"><a href="{escape(one.url)}"><img src=p alt=""></a>'
        f'<div class="title">{_a(one)}</div><div class="meta">{_author(one)} 3/11</div></div>'
        for one in told
    )


def _spans(chance: Random, told: Sequence[Told]) -> str:
    card = "<span class=k>{0}</span> <strong>{1}</strong> <span class=date>30.11.2026</span>"
    return "".join(f"<p>{_a(one, card.format(one.section, one.headline))}</p>" for one in told)


def _definitions(chance: Random, told: Sequence[Told]) -> str:
    rows = (f"<dt>{_a(one)}</dt><dd>{one.summary}</dd>" for one in told)
    return f"<dl>{''.join(rows)}</dl>"


LAYOUTS: Final[Mapping[str, Layout]] = {
    "cards": _cards,
    "wrapped": _wrapped,
    "list": _plain_list,
    "table": _table,
    "read more": _read_more,
    "titled": _titled,
    "spans": _spans,
    "definitions": _definitions,
}


def _utility(chance: Random, told: Sequence[Told]) -> str:
    return "".join(
        f'<div class="flex mb-4 css-1x{n}"><div class="w-2/3"><div class="text-lg font-bold">'
        f'{_a(one)}</div><div class="text-sm">{one.summary}</div></div></div>'
        for n, one in enumerate(told)
    )


def _carousel(chance: Random, told: Sequence[Told]) -> str:
    return "".join(
        f'<div role="group" class="swiper-slide">{_a(one, "<picture><img></picture>")}'
        f'<div class="overlay"><h4 class="t">{_a(one)}</h4></div></div>'
        for one in told
    )


def _around_heading(chance: Random, told: Sequence[Told]) -> str:
    return "".join(f"<section>{_a(one, f'<h2>{one.headline}</h2>')}</section>" for one in told)


def _dated_lines(chance: Random, told: Sequence[Told]) -> str:
    return "<br>".join(f"30 Nov | {_a(one)} ({one.section})" for one in told)


HELD_LAYOUTS: Final[Mapping[str, Layout]] = {
    "utility": _utility,
    "carousel": _carousel,
    "around heading": _around_heading,
    "dated lines": _dated_lines,
}


def front(chance: Random, lang: str, layout: Layout, told: Sequence[Told]) -> str:
    """Return a section front of an invented outlet, reports and all that stands around them."""
    direction = ' dir="rtl"' if lang == "ar" else ""
    half = len(told) * 2 // 3
    return (
        f'<!doctype html><html lang="{lang}"{direction}><head><title>{SECTIONS[lang][0]}</title>'
        f"</head><body>{_menu(chance, lang)}<main>{layout(chance, told[:half])}"
        f"{_promos(chance, lang)}{layout(chance, told[half:])}{_pager()}</main>"
        f"{_aside(chance, lang)}{_foot(lang)}</body></html>"
    )


def _menu(chance: Random, lang: str) -> str:
    links = "".join(
        f'<li><a href="/section/{n}-{name.split()[0].lower()}">{name}</a></li>'
        for n, name in enumerate(SECTIONS[lang])
    )
    tag = chance.choice(('nav class="top"', 'div class="menu"', "header"))
    long_name = headline(chance, lang, 4, 5)
    path = headline(chance, "en", 3, 3).replace(" ", "-")
    more = f'<li><a href="/special/{path}">{long_name}</a></li>'
    closing = tag.split()[0]
    return (
        f'<{tag}><a href="/">Home</a><ul>{links}{more}</ul><a href="/login">Log in</a></{closing}>'
    )


def _promos(chance: Random, lang: str) -> str:
    offer, event = headline(chance, lang, 5, 7), headline(chance, lang, 5, 7)
    away = headline(chance, lang, 6, 8)
    return (
        f'<div class="box"><h3><a href="/newsletters/get-the-morning-letter">{offer}</a></h3></div>'
        f'<div class="box"><a href="/events/summer-evening-at-the-tide">{event}</a></div>'
        f'<div class="native-ad"><h3><a href="/2026/11/30/paid-words-of-a-maker-of-boats">'
        f"{away}</a>"
        f'</h3></div><h3><a href="https://elsewhere.example/2026/11/30/another-site-s-own-report">'
        f'{away}</a></h3><div><a href="/video/watch-the-new-bridge-open-1234567">{event}</a></div>'
    )


def _pager() -> str:
    return (
        '<div><a href="?page=2">2</a> '
        '<a href="?page=3">Show all older reports of this page</a></div>'
    )


def _aside(chance: Random, lang: str) -> str:
    kinds = ("tag", "topic", "tag", "tag", "topic")
    paths = [f"/{kind}/{headline(chance, 'en', 2, 4).replace(' ', '-')}" for kind in kinds]
    tags = "".join(f'<a href="{path}">{headline(chance, lang, 2, 4)}</a> ' for path in paths)
    return f'<div class="cloud">{tags}</div>'


def _foot(lang: str) -> str:
    pages = (
        ("/about/how-we-report-the-news", "How we report the news here"),
        ("/terms-and-conditions-of-use", "Terms and conditions of use"),
        ("/privacy-policy", "Privacy policy and cookies"),
        ("/info/contact-the-editors-of-the-tide", "Contact the editors of The Tide"),
        ("/jobs/we-are-hiring-two-reporters", "We are hiring: come and work with us"),
    )
    links = "".join(f'<a href="{url}">{words}</a>' for url, words in pages)
    return f'<div class="site-footer">{links}</div>'
