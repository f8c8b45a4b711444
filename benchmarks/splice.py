"""Pages that hold several articles, made of shared ones in five manners with known truth."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import escape
from random import Random
from typing import Final

from benchmarks.splice_hosts import AFTER, BEFORE, LAST, Host, Story

_LABELS: Final = {
    "en": ("Related articles", "You may also like", "Recommended for you", "More on this"),
    "de": ("Ähnliche Artikel", "Verwandte Artikel", "Mehr zum Thema"),
    "ar": ("أخبار ذات صلة", "مقالات ذات صلة"),
    "fr": ("À lire aussi", "Articles liés"),
    "es": ("Noticias relacionadas", "Artículos relacionados"),
    "it": ("Articoli correlati", "Leggi anche"),
}
_AGO: Final = {
    "en": "{} hours ago", "de": "vor {} Stunden", "ar": "قبل {} ساعات", "fr": "il y a {} heures",
    "es": "hace {} horas", "it": "{} ore fa",
}  # fmt: skip
_BY: Final = {"en": "By ", "de": "Von ", "ar": "بقلم ", "fr": "Par ", "es": "Por ", "it": "Di "}
_NOON: Final = datetime(2025, 8, 20, 12, tzinfo=UTC)
_FEWEST: Final = 120  # characters: the least that an aggregator leaves of a report


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One article that a spliced page holds; `role` None where either would be right."""

    title: str
    body: str
    role: str | None
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SplicedPage:
    """A page, and its articles, the main one first."""

    id: str
    manner: str
    url: str | None
    html: str
    articles: tuple[Expected, ...]


Manner = Callable[[Host, Sequence[Story], Random], tuple[str, list[Expected]]]


def splice(host: Host, others: Sequence[Story], manner: str, random: Random) -> SplicedPage:
    """Return the host page with the other stories put in.

    What a manner returns last with the role "main" is more text of the host's own article.
    """
    html, further = MANNERS[manner](host, others, random)
    for mark in (BEFORE, LAST, AFTER):
        html = html.replace(mark, "")
    main = host.story
    joined = further.pop() if further and further[-1].role == "main" else None
    body = f"{main.body}\n\n{joined.body}" if joined else main.body
    optional = (*main.optional, *(joined.optional if joined else ()))
    first = Expected(title=main.title, body=body, role="main", optional=optional)
    name = f"{main.id}-{manner}"
    return SplicedPage(id=name, manner=manner, url=host.url, html=html, articles=(first, *further))


def _endless(host: Host, others: Sequence[Story], random: Random) -> tuple[str, list[Expected]]:
    """The next articles' containers follow the first one's, as on endless pages."""
    chosen = others[: random.choice((1, 1, 2, 3))]
    heading = random.choice(("h1", "h1", host.shape.heading[0], "h2"))
    pieces = [_whole(host, story, random, heading=heading) for story in chosen]
    markup = "".join(pieces) + (_ld(chosen) if random.random() < 0.25 else "")
    return host.html.replace(AFTER, markup), [_expect(story, "next") for story in chosen]


def _siblings(host: Host, others: Sequence[Story], random: Random) -> tuple[str, list[Expected]]:
    """Further <article> elements stand beside the first one, or at the end of its element."""
    chosen = others[: random.choice((1, 1, 2))]
    box = ("article", host.shape.box[1] if random.random() < 0.5 else "post")
    heading = random.choice(("h1", "h2", "h2"))
    pieces = [_plain(host, story, random, box=box, heading=heading) for story in chosen]
    place = AFTER if host.shape.box[0] == "article" else LAST
    return host.html.replace(place, "".join(pieces)), [_expect(one, "next") for one in chosen]


def _related(host: Host, others: Sequence[Story], random: Random) -> tuple[str, list[Expected]]:
    """Several articles stand below a "related" label, whole or cut, each with outlet and time."""
    chosen = [_cut(story, random) for story in others[: random.choice((2, 3, 4))]]
    heading, linked = random.choice(("h2", "h3", "h3")), random.random() < 0.5
    cards = "".join(
        f"<{random_box}><{heading}>{_linked(story.title, linked)}</{heading}>"
        f"{_source(story, random)}{_paragraphs(story.paragraphs)}</{random_box.split()[0]}>"
        for random_box in [random.choice(('div class="card"', "article", "div", "li"))]
        for story in chosen
    )
    name = random.choice(("related", "recommendations", "c-box", "more-stories"))
    label = f"<h2>{_label(host.story.lang, random)}</h2>"
    place = random.choice((AFTER, AFTER, LAST))
    html = host.html.replace(place, f'<section class="{name}">{label}{cards}</section>')
    return html, [_expect(story, "related") for story in chosen]


def _live(host: Host, others: Sequence[Story], random: Random) -> tuple[str, list[Expected]]:
    """Dated entries follow the report: one article, unless JSON-LD makes each one its own."""
    chosen = [_shortened(story, 2) for story in others[: random.choice((3, 4, 5))]]
    kind = random.choice(("posting", "posting", "named", "own", "own"))
    heading, tag = random.choice(("h2", "h3", "h3")), random.choice(("article", "div"))
    entries = "".join(
        f'<{tag} class="live-entry"><time datetime="{_NOON - timedelta(minutes=17 * n):%FT%TZ}">'
        f"{_NOON - timedelta(minutes=17 * n):%H:%M}</time><{heading}>{escape(story.title)}"
        f"</{heading}>{_paragraphs(story.paragraphs)}</{tag}>"
        for n, story in enumerate(chosen)
    )
    ld = {"posting": _live_ld(host.story), "named": "", "own": _ld(chosen)}[kind]
    html = host.html.replace(LAST, f'<div class="liveblog">{entries}</div>{ld}')
    if kind == "own":
        return html, [_expect(story, None) for story in chosen]
    body = "\n\n".join(story.body for story in chosen)
    titles = tuple(story.title for story in chosen)
    return html, [Expected(title="", body=body, role="main", optional=titles)]


def _flat(host: Host, others: Sequence[Story], random: Random) -> tuple[str, list[Expected]]:
    """A flat row of headings, "outlet · time" lines and paragraphs, as aggregators have it."""
    chosen = [_cut(story, random) for story in others[: random.choice((2, 3, 4))]]
    heading, linked = random.choice(("h1", "h2", "h2", "h3")), random.random() < 0.3
    labelled = heading != "h1" and random.random() < 0.6
    tag = random.choice(("p", "p", "div"))
    rows = [f"<h1>{escape(host.story.title)}</h1>", _source(host.story, random)]
    rows.append(_paragraphs(host.story.paragraphs, tag=tag))
    if labelled:
        rows.append(f"<h2>{_label(host.story.lang, random)}</h2>")
    for story in chosen:
        rows.append(f"<{heading}>{_linked(story.title, linked)}</{heading}>")
        rows.append(_source(story, random))
        rows.append(_paragraphs(story.paragraphs, tag=tag))
    before, rest = host.html.split(BEFORE, 1)
    html = f'{before}<div class="view">{"".join(rows)}</div>{rest.split(AFTER, 1)[1]}'
    return html, [_expect(story, "related" if labelled else None) for story in chosen]


MANNERS: Final[dict[str, Manner]] = {
    "endless": _endless,
    "siblings": _siblings,
    "related": _related,
    "live": _live,
    "flat": _flat,
}


def _whole(host: Host, story: Story, random: Random, *, heading: str) -> str:
    """Return a story in its own page's markup, in the host's, or in plain markup."""
    manner = random.random()
    if story.markup and manner < 0.35:
        return story.markup
    box = host.shape.box if manner < 0.8 else ("div", "story")
    return _plain(host, story, random, box=box, heading=heading)


def _plain(host: Host, story: Story, random: Random, *, box: tuple[str, str], heading: str) -> str:
    shape = host.shape
    look = shape.heading[1] if heading == shape.heading[0] else ""
    header = _open(heading, look) + escape(story.title) + f"</{heading}>"
    lines = _byline(story) + _time(story)
    points = ""
    if random.random() < 0.3:
        texts = [text.split(". ")[0][:90] for text in story.paragraphs[1:3]]
        points = "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>"
    text = _paragraphs(story.paragraphs, tag=shape.paragraph[0], look=shape.paragraph[1])
    if shape.paragraph[0] not in ("p", "div"):
        text = _paragraphs(story.paragraphs)
    inner = f"<header>{header}{lines}</header>{points}" if random.random() < 0.5 else (
        f"{header}{points}<div>{lines}</div>"
    )  # fmt: skip
    return f"{_open(*box)}{inner}{_open('div', shape.text[1])}{text}</div></{box[0]}>"


def _open(tag: str, look: str) -> str:
    return f'<{tag} class="{escape(look)}">' if look else f"<{tag}>"


def _paragraphs(texts: Sequence[str], *, tag: str = "p", look: str = "") -> str:
    return "".join(f"{_open(tag, look)}{escape(text)}</{tag}>" for text in texts)


def _linked(title: str, linked: bool) -> str:
    return f'<a href="/{len(title)}">{escape(title)}</a>' if linked else escape(title)


def _byline(story: Story) -> str:
    if not story.authors:
        return ""
    names = _BY.get(story.lang, "By ") + ", ".join(story.authors)
    return f'<div class="byline">{escape(names)}</div>'


def _time(story: Story) -> str:
    at = story.published or _NOON
    forms = {"en": "%d %B %Y %H:%M", "de": "%d.%m.%Y, %H:%M Uhr", "ar": "%d/%m/%Y %H:%M"}
    shown = at.strftime(forms.get(story.lang, "%d.%m.%Y %H:%M"))
    return f'<time datetime="{at.isoformat()}">{shown}</time>'


def _source(story: Story, random: Random) -> str:
    """Return the line of an aggregator: outlet and time, in one of three kinds of markup."""
    ago = _AGO.get(story.lang, _AGO["en"]).format(random.randint(2, 21))
    name = escape(story.outlet)
    return random.choice((
        f"<div>{name} · {ago}</div>",
        f'<p><span class="source">{name}</span> <span>{ago}</span></p>',
        f"<div><div>{name}</div><div>{ago}</div></div>",
    ))  # fmt: skip


def _label(lang: str, random: Random) -> str:
    return random.choice(_LABELS.get(lang, _LABELS["en"]))


def _cut(story: Story, random: Random) -> Story:
    return story if random.random() < 0.5 else _shortened(story, random.choice((1, 2, 3)))


def _shortened(story: Story, count: int) -> Story:
    """Return the story's first paragraphs, more of them where they are very short."""
    while count < len(story.paragraphs) and len("".join(story.paragraphs[:count])) < _FEWEST:
        count += 1
    return replace(story, paragraphs=story.paragraphs[:count])


def _ld(stories: Sequence[Story]) -> str:
    nodes = [
        {
            "@type": "NewsArticle",
            "headline": story.title,
            "datePublished": (story.published or _NOON).isoformat(),
        }
        for story in stories
    ]
    return _script(nodes)


def _live_ld(story: Story) -> str:
    return _script([{"@type": "LiveBlogPosting", "headline": story.title}])


def _script(nodes: Sequence[object]) -> str:
    text = json.dumps(nodes).replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>'


def _expect(story: Story, role: str | None) -> Expected:
    return Expected(title=story.title, body=story.body, role=role, optional=story.optional)
