"""Topics as pages name and link them, and the map of places."""

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup, escape

from wireroom.engine.insight.topics.keys import person_key
from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.engine.search.query import without_quotes
from wireroom.news.queries.topics import TopicCard
from wireroom.web.direction import plain_text
from wireroom.web.editions import Edition
from wireroom.web.map_plot import MapPlot, Pin, plot_map
from wireroom.web.parts import isolated, page_url, tongue
from wireroom.web.wording import country_in, is_country

# The top terms of IPTC Media Topics as papers call their sections, by the word that the engine has.
_SUBJECTS: Final[dict[str, Promise | str]] = {
    "arts": _("Arts and culture"),
    "conflict": _("War and peace"),
    "crime": _("Crime and law"),
    "disaster": _("Disasters and accidents"),
    "economy": _("Economy"),
    "education": _("Education"),
    "environment": _("Environment"),
    "health": _("Health"),
    "human interest": _("Human interest"),
    "labour": _("Labour"),
    "lifestyle": _("Lifestyle"),
    "politics": _("Politics"),
    "religion": _("Religion"),
    "science": _("Science and technology"),
    "society": _("Society"),
    "sport": _("Sport"),
    "weather": _("Weather"),
}
_KINDS: Final[dict[TopicKind, Promise | str]] = {
    TopicKind.PERSON: _("Person"),
    TopicKind.PLACE: _("Place"),
    TopicKind.ORGANISATION: _("Organisation"),
    TopicKind.SUBJECT: _("Section"),
}
_GROUPS: Final[dict[TopicKind, Promise | str]] = {
    TopicKind.SUBJECT: _("Sections"),
    TopicKind.PERSON: _("People"),
    TopicKind.PLACE: _("Places"),
    TopicKind.ORGANISATION: _("Organisations"),
}
KINDS_IN_ORDER: Final = tuple(_GROUPS)


def kind_name(kind: TopicKind) -> str:
    """Return what a kind of topic is called."""
    return str(_KINDS[kind])


def group_name(kind: TopicKind) -> str:
    """Return what several of a kind are called."""
    return str(_GROUPS[kind])


def topic_name(topic: TopicCard, language: str) -> tuple[str, str]:
    """Return a topic's name for readers of a language, and the language that it is in."""
    if topic.kind is TopicKind.SUBJECT:
        return str(_SUBJECTS[topic.key]), language
    if topic.kind is TopicKind.PLACE and is_country(topic.country, topic.name):
        return country_in(topic.country, language), language
    for lang in (language, "en", *topic.names):
        if name := topic.names.get(lang):
            return name, lang
    return topic.name, "und"


def other_names(topic: TopicCard, language: str) -> list[tuple[str, str]]:
    """Return its names in other languages as (language, name), those written otherwise."""
    shown, _lang = topic_name(topic, language)
    others = {lang: name for lang, name in topic.names.items() if lang != language}
    return [(lang, name) for lang, name in sorted(others.items()) if name != shown]


def topic_url(topic: TopicCard, *, edition: str = "") -> str:
    """Return where a topic's page is: a subject's is a section."""
    if topic.kind is TopicKind.SUBJECT:
        return page_url("section", edition=edition, slug=topic.slug)
    return page_url("topic", edition=edition, named=topic.named)


def feed_url(topic: TopicCard) -> str:
    """Return where a topic's feed is."""
    if topic.kind is TopicKind.SUBJECT:
        return page_url("section-feed", slug=topic.slug)
    return page_url("topic-feed", named=topic.named)


def quotes_url(topic: TopicCard) -> str:
    """Return where all that a person is quoted with stands."""
    return page_url("topic-quotes", named=topic.named)


class TopicParts:
    """Topics as one edition shows them."""

    def __init__(self, edition: Edition) -> None:
        self._code: Final = edition.code
        self._lang: Final = edition.lang

    def link(self, topic: TopicCard) -> Markup:
        """Return a topic's name that leads to its page."""
        address = escape(topic_url(topic, edition=self._code))
        return Markup(f'<a class="topic" href="{address}">{self.name(topic)}</a>')  # noqa: S704

    def name(self, topic: TopicCard) -> Markup:
        """Return a topic's name in its own language, apart from what stands around it."""
        name, lang = topic_name(topic, self._lang)
        return Markup(f"<bdi{tongue(lang)}>{escape(name)}</bdi>")  # noqa: S704

    def heading(self, subject: tuple[str, str] | None, name: str, lang: str) -> Markup:
        """Return a section's heading, which leads to its page.

        `subject` is its key and slug; without one, an outlet's `name` leads to what is filed so.
        """
        if subject is None:
            words = {"q": f'section:"{without_quotes(name)}"', "sort": "new"}
            address = f"{page_url('search', edition=self._code)}?{urlencode(words)}"
            return Markup(  # noqa: S704
                f'<a href="{escape(address)}" rel="nofollow"><bdi{tongue(lang, name)}>'
                f"{escape(name)}</bdi></a>"
            )
        key, slug = subject
        address = page_url("section", edition=self._code, slug=slug)
        return Markup(f'<a href="{escape(address)}">{escape(_SUBJECTS[key])}</a>')  # noqa: S704

    def others(self, topic: TopicCard) -> list[tuple[str, str]]:
        """Return its names in other languages."""
        return other_names(topic, self._lang)

    def map(self, places: Iterable[TopicCard]) -> MapPlot | None:
        """Return the map of places; None where there is none."""
        pins: list[Pin] = []
        near: dict[tuple[float, float], Pin] = {}
        for place in _without_known_lands(places):
            if place.latitude is None or place.longitude is None:
                continue
            mark = "city" if place.is_city else "area"
            name = plain_text(topic_name(place, self._lang)[0])
            pins.append(Pin(name, place.latitude, place.longitude, mark))
            for city in place.near:
                named = city.names.get(self._lang) or city.names["en"]
                spot = (city.latitude, city.longitude)
                near[spot] = Pin(named, *spot, "near")
        known = {(pin.latitude, pin.longitude) for pin in pins}
        return plot_map(pins, [pin for spot, pin in near.items() if spot not in known])

    def speaker(self, name: str, people: Mapping[str, TopicCard] | None) -> Markup:
        """Return a speaker's name, which leads to the person's page, or to a search for it.

        Without `people` it leads nowhere: the page is the speaker's own.
        """
        if people is None:
            return isolated(name)
        topic = people.get(person_key(name))
        address = topic_url(topic, edition=self._code) if topic else self._search(name)
        link = '<a class="topic"' if topic else '<a class="topic" rel="nofollow"'
        return Markup(f'{link} href="{escape(address)}">{isolated(name)}</a>')  # noqa: S704

    def _search(self, name: str) -> str:
        asked = urlencode({"q": f'"{without_quotes(name)}"'})
        return f"{page_url('search', edition=self._code)}?{asked}"


def _without_known_lands(places: Iterable[TopicCard]) -> list[TopicCard]:
    """Leave out countries and regions of which a city is shown: it tells where they are."""
    shown = list(places)
    known = {place.country for place in shown if place.is_city}
    return [place for place in shown if place.is_city or place.country not in known]
