"""What the class words of an element tell of its part in a page, as bits of one number."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_CLASS_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAMING: Final = frozenset(
    ("class", "id", "itemprop", "data-testid", "rel", "role", "data-component", "data-type",
     "data-module", "property", "data-qa", "aria-label")
)  # fmt: skip
_LONGEST_NAMING: Final = 400  # characters; utility style sheets make longer ones

# Words that pages of many publishers use, by what they are used for. One bit a row.
KINDS: Final[Mapping[str, str]] = {
    "article": "article post entry story news report single artikel articulo nota noticia beitrag "
    "blogpost reportage",
    "body": "body content text richtext copy fulltext maincontent storytext articlebody prose "
    "inhalt texto texte cuerpo contenido paragraph paragraphs absatz para wysiwyg html cms "
    "editor markdown formatted rte",
    "main": "main primary",
    "wrapper": "wrapper wrap container inner outer row col column grid layout page section",
    "headline": "headline title heading hed titre titel titulo ueberschrift titulo titular "
    "überschrift name",
    "kicker": "kicker overline eyebrow topline dachzeile spitzmarke pretitle supertitle rubric "
    "flag",
    "standfirst": "standfirst subtitle dek deck summary intro lead lede excerpt teaser "
    "description abstract strapline subheadline subhead subheading chapo vorspann sapo "
    "introduction entradilla sumario bajada sub",
    "byline": "byline author authors writer autor auteur verfasser contributor contributors "
    "reporter creator vcard fn authored signature firma",
    "time": "date time datetime timestamp published publish pubdate posted updated modified "
    "dateline datum fecha",
    "meta": "meta info infos metadata details data",
    "caption": "caption figcaption legend bildunterschrift legende captions cutline imagecaption",
    "credit": "credit credits copyright source photographer photocredit quelle rights",
    "picture": "image img photo picture figure foto bild pic thumb thumbnail gallery slideshow "
    "carousel slider slide slides swiper media lightbox images photos",
    "video": "video player audio podcast youtube jwplayer brightcove embed embedded vimeo listen",
    "social": "social share sharing shares facebook twitter whatsapp linkedin pinterest telegram "
    "sharebar addthis sharethis teilen compartir tweet instagram",
    "comment": "comment comments disqus respond reply replies discussion kommentare kommentar "
    "commentlist livefyre coral comentarios",
    "forum": "forum thread topic message messages answer answers question reply posts bbs",
    "related": "related recommended recommendation recommendations recirc recirculation similar "
    "relacionadas relacionados verwandte more morefrom also readmore further suggested outbrain "
    "taboola next previous prev",
    "popular": "popular trending mostread latest most top hot newest recent ranking breaking",
    "teaser": "card cards tile tiles promo promos item items box boxes river feed listing list "
    "block blocks module",
    "sidebar": "sidebar aside rail right side sidebox secondary complementary sidecol margin",
    "widget": "widget widgets plugin component gadget",
    "nav": "nav navigation navbar menu breadcrumb breadcrumbs submenu tabs tab pagination pager "
    "paging toc sitemap dropdown links anchor",
    "header": "header head masthead topbar banner hero mast",
    "footer": "footer foot bottom colophon footnote endmatter",
    "brand": "logo brand sitename site branding",
    "ad": "ad ads advert advertisement advertorial sponsor sponsored sponsorship adslot dfp "
    "werbung anzeige publicidad commercial gpt billboard leaderboard native affiliate",
    "newsletter": "newsletter subscribe subscription signup subscribebox mailing email optin "
    "mailchimp abo register inbox",
    "paywall": "paywall premium metered locked piano subscriber subscribers plus gate barrier "
    "regwall offer",
    "login": "login signin account user profile register auth member password",
    "consent": "cookie cookies consent gdpr privacy ccpa onetrust cmp notice disclaimer legal "
    "policy terms",
    "popup": "modal popup overlay dialog lightbox toast tooltip flyout drawer offcanvas popover",
    "hidden": "hidden hide sr visuallyhidden screenreader invisible visually noprint collapsed "
    "offscreen none",
    "tags": "tag tags topics topic keywords label labels category categories cat tagged taxonomy "
    "schlagworte etiquetas themen",
    "tools": "tools tool toolbar print action actions button buttons btn icon icons controls cta "
    "save bookmark utility options feedback rating ratings vote votes like likes",
    "search": "search searchform searchbox suche buscar",
    "bio": "bio about biography aboutauthor authorbox profile",
    "quote": "quote pullquote blockquote pull quotation zitat citation",
    "factbox": "factbox infobox fact facts box sidebox highlight callout infokasten hintergrund "
    "aside keypoints takeaways bullets background context infocard",
    "table": "table chart graph infographic stats score scores scoreboard ticker weather stock "
    "stocks",
    "live": "live liveblog timeline update updates entry liveticker",
    "gone": "error notfound maintenance",
    "product": "product products price prices shop cart add buy sku review reviews basket store "
    "checkout shipping merchant",
    "doc": "documentation docs doc docbody api reference guide manual code highlight snippet "
    "codehilite example",
    "profile": "job jobs career apply location address contact phone hours map event events "
    "calendar",
    "drop": "dropcap first firstparagraph leadtext",
    "faq": "faq accordion faqs answer question",
    "download": "download app apps store appstore playstore ios android",
    "correction": "correction clarification editors note erratum",
    "follow": "follow following follows",
    "language": "language lang translate locale country region",
}  # fmt: skip
NAMES: Final = tuple(KINDS)


def _bits() -> dict[str, int]:
    found: dict[str, int] = {}
    for place, words in enumerate(KINDS.values()):
        for word in words.split():
            found[word] = found.get(word, 0) | 1 << place
    return found


_BITS: Final = _bits()


def naming_of(attributes: Mapping[str, str | None]) -> str:
    """Return the attribute values in which a page names an element, on one line."""
    return " ".join([value for key, value in attributes.items() if value and key in _NAMING])


@lru_cache(maxsize=8192)  # as many as Odds keeps, for both are asked of the same namings; 2 MB
def kinds_of(naming: str) -> int:
    """Return the kinds that a naming's words belong to, bit n standing for NAMES[n]."""
    parts = naming[:_LONGEST_NAMING].split()
    if len(parts) == 1:
        return _read_part(parts[0])[1]
    found = 0
    for part in parts:
        found |= _read_part(part)[1]
    return found


def words_of_naming(naming: str) -> list[str]:
    """Return the different lower-case words of an element's class, id and the like, in order."""
    parts = naming[:_LONGEST_NAMING].split()
    if len(parts) == 1:
        return [*_read_part(parts[0])[0]]
    return [*dict.fromkeys([word for part in parts for word in _read_part(part)[0]])]


@lru_cache(maxsize=8192)
def _read_part(part: str) -> tuple[tuple[str, ...], int]:
    """Return the different words of one name of a class, and their kinds.

    Parts are what pages of different makers share: "container", "col-md-6", "wp-block-image".
    """
    words = tuple(dict.fromkeys([word.lower() for word in _CLASS_WORD.findall(part)]))
    kinds = 0
    for word in words:
        kinds |= _BITS.get(word, 0)
    return words, kinds


def bit_of(*names: str) -> int:
    """Return the bits of the named kinds together."""
    found = 0
    for name in names:
        found |= 1 << NAMES.index(name)
    return found
