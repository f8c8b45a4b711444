"""The smallest parts of pages, which stand there by the dozen: addresses, outlets and times.

They are functions because a macro costs three times as much, and a front shows some two hundred.
All markup is made here of escaped values.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from markupsafe import Markup, escape

from wireroom.engine.stories.developing import is_developing
from wireroom.news.queries.cards import LeadCard, OutletCard, ReportCard, StoryCard
from wireroom.web.direction import text_direction
from wireroom.web.editions import Edition, current_edition
from wireroom.web.here import page_time, site_root
from wireroom.web.independent import IndependentWords
from wireroom.web.times import absolute_time, machine_time, relative_time
from wireroom.web.translated import InNumber
from wireroom.web.wording import language_name

# As much of BCP 47 as articles carry: language, then subtags; "und" says nothing.
# Beyond this a headline fills most of a telephone at full size: seven lines of some 18 characters.
_LONG_CHARS: Final = 130
_LANGUAGE_TAG: Final = re.compile(r"(?!und\b)[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


class Parts:
    """The parts as one edition shows them."""

    def __init__(self, edition: Edition, ngettext: InNumber) -> None:
        self._code: Final = edition.code
        self._lang: Final = edition.lang
        self.ngettext: Final = ngettext  # named for the extraction of what is to be translated
        with override(edition.lang):
            self._read_at: Final = _around(_("Read at %(outlet)s"), "outlet")
            # Translators: beside an outlet's name, where its report was found: "on Kaleido"
            self._found_on: Final = _around(_("on %(platform)s"), "platform")
            # Translators: beside a story, in which other languages its event is told: "Arabic"
            self._also_in: Final = _around(_("also in %(languages)s"), "languages")
            self._comma: Final = escape(_(", "))
            # Translators: marks beside a story's headline: more is to be expected of its event;
            # the text of the report that leads it has changed; its outlet has corrected it;
            # its reports give different values of one fact
            self._developing: Final = escape(_("developing"))
            self._updated: Final = escape(_("updated"))
            self._corrected: Final = escape(_("corrected"))
            self._differs: Final = escape(_("reports differ"))
            self._wire_copy: Final = escape(_("Wire copy"))
            self._credited: Final = _around(_("credited to %(agency)s"), "agency")
            independent = IndependentWords(ngettext, self._comma)
        # One front is much like the next.
        self._independent: Final = lru_cache(maxsize=2048)(independent.say)

    def url(self, name: str, *, edition: str = "", **parts: object) -> str:
        """Return the address of a page, in this edition unless another is named."""
        return _address(name, edition or self._code, parts)

    def compare_url(self, first_id: int, second_id: int) -> str:
        """Return the address where two reports stand side by side, the original first."""
        return f"{_compare_address(self._code, site_root())}{first_id}/{second_id}/"

    def outlet_link(self, outlet: OutletCard) -> Markup:
        """Return an outlet's name that leads to its page."""
        address = _address("outlet", self._code, {"slug": outlet.slug})
        return Markup(  # noqa: S704
            f'<a class="outlet" href="{escape(address)}">{outlet_name(outlet)}</a>'
        )

    def story_headline(self, story: StoryCard, tag: str = "h3") -> Markup:
        """Return a story's headline that leads to its page."""
        address = _address("story", self._code, {"story_id": story.id})
        return _headline(story.headline, story.lang, address, tag, "headline")

    def report_headline(self, report: ReportCard, tag: str = "h3", css: str = "headline") -> Markup:
        """Return a report's headline that leads to its page."""
        address = _address("article", self._code, {"article_id": report.id})
        return _headline(report.headline, report.lang, address, tag, css)

    def story_facts(self, story: StoryCard, *, is_short: bool = False) -> Markup:
        """Return who leads a story, how long ago the latest came, and how many tell it.

        In short, as below a small headline, whose reports others carry is left to its page.
        """
        lead = f"<span>{self.outlet_link(story.lead.outlet)}</span>\n" if story.lead else ""
        latest = f"<span>{self.age(story.last_at)}</span>\n" if story.last_at else ""
        counts = self._counts(story, is_short) if story.outlets_count > 1 else ""
        also = f"<span>{self._told_in(story.also_in)}</span>\n" if story.also_in else ""
        marks = self._marks(story)
        return Markup(f'<p class="facts">\n{lead}{latest}{counts}{also}{marks}</p>')  # noqa: S704

    def _marks(self, story: StoryCard) -> str:
        """Return what a reader who knows a story by its headline may have missed."""
        reports = story.articles_count
        if is_developing(story.first_at, story.last_at, reports, now=page_time()):
            marks = f'\n<span class="tag">{self._developing}</span>'
        else:
            marks = ""
        if story.differs:
            address = _address("story", self._code, {"story_id": story.id})
            marks += f'\n<span><a href="{address}#differences">{self._differs}</a></span>'
        if story.is_corrected:
            return f'{marks}\n<span class="tag">{self._corrected}</span>'
        return f"{marks}\n<span>{self._updated}</span>" if story.is_revised else marks

    def _told_in(self, langs: Sequence[str]) -> Markup:
        """Return in which other languages the same event is told."""
        before, after = self._also_in
        named = self._comma.join(isolated(language_name(lang)) for lang in langs)
        return Markup(f"{before}{named}{after}")  # noqa: S704

    def _counts(self, story: StoryCard, is_short: bool) -> str:
        number = story.outlets_count
        outlets = self.ngettext("%(num)s outlet", "%(num)s outlets", number)
        sources = "" if is_short else story.sources_json
        independent = self._independent(story.independent_count, sources)
        return f"<span>{outlets}</span>\n<span>{independent}</span>\n"

    def independent(self, story: StoryCard) -> Markup:
        """Return how many independent reports stand behind a story, and whose others carry."""
        return self._independent(story.independent_count, story.sources_json)

    def publisher_link(self, report: ReportCard, css: str = "publisher") -> Markup:
        """Return the link to where the report was published; nothing where there is none."""
        if not report.link:
            return Markup("")
        before, after = self._read_at
        return Markup(  # noqa: S704
            f'<a class="{css}" href="{escape(report.link)}" rel="noopener">'
            f"{before}{outlet_name(report.outlet)}{after}"
            ' <span class="arrow-out" aria-hidden="true"></span></a>\n'
        )

    def wire_tag(self, report: ReportCard) -> Markup:
        """Return whose text a report is by its own word; nothing where it credits nobody."""
        if not report.wire_credit:
            return Markup("")
        before, after = self._credited
        return Markup(  # noqa: S704
            f'<span class="tag">{self._wire_copy}</span>\n'
            f"<span>{before}{isolated(report.wire_credit)}{after}</span>\n"
        )

    def changed(self, report: ReportCard) -> Markup:
        """Return how often a report changed; nothing where it did not."""
        if report.revision_count < 2:
            return Markup("")
        times = self.ngettext("changed once", "changed %(num)s times", report.revision_count - 1)
        return Markup(f"<span>{times}</span>\n")  # noqa: S704

    def found_on(self, report: ReportCard) -> Markup:
        """Return on whose pages a report was found; nothing where they are its outlet's own."""
        if report.platform is None:
            return Markup("")
        before, after = self._found_on
        platform = self.outlet_link(report.platform)
        return Markup(  # noqa: S704
            f' <span class="platform">{before}{platform}{after}</span>'
        )

    def age(self, when: datetime) -> Markup:
        """Return how long ago a time is; the time itself stands in its title."""
        absolute = escape(absolute_time(when, self._lang))
        ago = escape(relative_time(when, page_time(), self._lang)) or absolute
        return Markup(  # noqa: S704
            f'<time datetime="{machine_time(when)}" title="{absolute}">{ago}</time>'
        )

    def stamp(self, when: datetime) -> Markup:
        """Return a time, and how long ago it is."""
        now = page_time()
        absolute = escape(absolute_time(when, self._lang, read_at=now))
        ago = relative_time(when, now, self._lang)
        shown = f' <span class="ago">({escape(ago)})</span>' if ago else ""
        return Markup(  # noqa: S704
            f'<time datetime="{machine_time(when)}">{absolute}</time>{shown}'
        )


def page_url(name: str, *, edition: str = "", **parts: object) -> str:
    """Return the address of a page, in the current edition unless another is named.

    `parts` is at most one: a row's number or an outlet's slug.
    """
    return _address(name, edition or current_edition().code, parts)


def compare_url(first_id: int, second_id: int) -> str:
    """Return the address where two reports stand side by side, in the current edition."""
    return f"{_compare_address(current_edition().code, site_root())}{first_id}/{second_id}/"


def outlet_name(outlet: OutletCard) -> Markup:
    """Return an outlet's name, apart from the direction of what stands around it."""
    return _name_of_outlet(outlet.name, outlet.lang)


@lru_cache(maxsize=4096)
def _name_of_outlet(name: str, lang: str) -> Markup:
    return Markup(f"<bdi{tongue(lang)}>{escape(name)}</bdi>")  # noqa: S704


def isolated(text: str) -> Markup:
    """Return a text apart from the direction of what stands around it."""
    return Markup(f"<bdi>{escape(text)}</bdi>")  # noqa: S704


def opening(report: ReportCard | LeadCard, css: str = "excerpt") -> Markup:
    """Return the first words of a report, as far as its outlet lets them be shown."""
    text = report.opening.text
    if not text:
        return Markup("")
    cut = '<span class="cut">…</span>' if report.opening.is_cut else ""
    return Markup(  # noqa: S704
        f'<p class="{css}"{tongue(report.lang, text)}>{escape(text)}{cut}</p>\n'
    )


def body_html(markup: str, table_label: str) -> Markup:
    """Return the HTML of a report's text, its tables in boxes that scroll by themselves.

    The markup is of allow-listed tags alone (news.publication.show sees to it).
    """
    box = f'<div class="table" role="group" tabindex="0" aria-label="{escape(table_label)}"><table'
    return Markup(  # noqa: S704
        str(markup).replace("<table", box).replace("</table>", "</table></div>")
    )


def _around(form: str, value: str) -> tuple[Markup, Markup]:
    """Return what stands before and after the one value of a form."""
    before, _value, after = form.partition(f"%({value})s")
    return escape(before), escape(after)


def _headline(text: str, lang: str, address: str, tag: str, css: str) -> Markup:
    css += " long" if len(text) > _LONG_CHARS else ""
    return Markup(  # noqa: S704
        f'<{tag} class="{css}"{tongue(lang, text)}>'
        f'<a href="{escape(address)}">{escape(text)}</a></{tag}>'
    )


def long_class(headline: str) -> Markup:
    """Return the class of a headline that would fill a telephone at its full size."""
    return Markup(' class="long"' if len(headline) > _LONG_CHARS else "")  # noqa: S704


def tongue(lang: str, text: str = "") -> Markup:
    """Return the `lang` and `dir` attributes of a text that an outlet wrote."""
    # Safe by its form; Markup.format costs ten times as much, some hundred times a page.
    shown = f' dir="{text_direction(text, lang)}"' if text else ""
    return Markup(_lang_attribute(lang) + shown)  # noqa: S704


@lru_cache(maxsize=1024)
def _lang_attribute(lang: str) -> str:
    return f' lang="{lang}"' if _LANGUAGE_TAG.fullmatch(lang) else ""


def _address(name: str, code: str, parts: dict[str, object]) -> str:
    root = site_root()
    for part, value in parts.items():
        head, tail = _address_around(name, code, part, root)
        return f"{head}{value if type(value) is int else _quoted(str(value))}{tail}"
    return _address_of(name, code, root)


@lru_cache(maxsize=4096)
def _quoted(slug: str) -> str:
    return quote(slug)


@lru_cache(maxsize=1024)
def _address_of(name: str, code: str, _root: str) -> str:
    return reverse(name, kwargs={"edition": code})


@lru_cache(maxsize=1024)
def _address_around(name: str, code: str, part: str, _root: str) -> tuple[str, str]:
    """Return an address before and after its part: a front shows some eighty addresses."""
    head, _zero, tail = reverse(name, kwargs={"edition": code, part: "0"}).rpartition("/0/")
    return f"{head}/", f"/{tail}"


@lru_cache(maxsize=64)
def _compare_address(code: str, _root: str) -> str:
    """Return what stands before the two numbers."""
    parts = {"edition": code, "first_id": "0", "second_id": "0"}
    return reverse("compare", kwargs=parts).removesuffix("0/0/")
