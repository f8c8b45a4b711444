"""What a reader can choose beside the words of a search: the form's fields, and what was chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import HttpRequest
from django.utils.translation import gettext as _

from wireroom.engine.search.choice import Choice
from wireroom.engine.search.query import without_quotes
from wireroom.engine.text.one_line import one_line
from wireroom.news.queries.catalogue import read_outlet_choices
from wireroom.news.queries.topics import read_sections
from wireroom.web.countries import country_names
from wireroom.web.editions import current_edition
from wireroom.web.search_words import PERIODS
from wireroom.web.topic_parts import topic_name
from wireroom.web.wording import country_name

# A list of more is not looked through: a name is typed then, as behind "outlet:".
_MOST_OUTLETS: Final = 200
_LONGEST: Final = 80  # as slugs are
_CREDITS: Final = ("own", "wire")
_HELD: Final = ("quotes", "picture")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenField:
    """A field of the form: what stands in it, and its options with their words.

    Without options it is typed in.
    """

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()


def read_choice(request: HttpRequest) -> Choice:
    """Return what an address chooses; what is none of the options counts as nothing chosen."""
    asked = request.GET
    lang, since = asked.get("in", ""), asked.get("since", "")
    country = asked.get("of", "").upper()
    return Choice(
        lang=lang.lower()[:8] if lang.isalnum() and lang.isascii() else "",
        country=country if country in country_names() else "",
        outlet=_named(asked.get("outlet", "")),
        topic=_named(asked.get("section", "")),
        credit=_one_of(asked.get("is", ""), _CREDITS),
        holds=_one_of(asked.get("has", ""), _HELD),
        days=int(since) if since in {value for value, _name in PERIODS if value} else None,
        first=_day(asked.get("from", "")),
        last=_day(asked.get("to", "")),
    )


def said(choice: Choice) -> dict[str, str]:
    """Return the parameters of an address that choose this."""
    told = {
        "in": choice.lang,
        "of": choice.country,
        "since": str(choice.days or ""),
        "outlet": choice.outlet,
        "section": choice.topic,
        "is": choice.credit,
        "has": choice.holds,
        "from": _written(choice.first),
        "to": _written(choice.last),
    }
    return {name: value for name, value in told.items() if value}


def more_fields(choice: Choice) -> list[ChosenField]:
    """Return the fields that stand under "More filters": two queries."""
    outlets = read_outlet_choices()
    here = {current_edition().country, choice.country}
    codes = here.union(country for _slug, _name, country in outlets)
    countries = sorted(((code, country_name(code)) for code in codes - {""}), key=_words)
    return [
        _outlet_field(choice.outlet, outlets),
        _field("of", _("Country"), choice.country, countries),
        _field("section", _("Section"), choice.topic, _sections()),
        _field(
            "is",
            _("Text"),
            choice.credit,
            [("own", _("the outlet’s own")), ("wire", _("another’s, as an agency’s"))],
        ),
        _field(
            "has",
            _("With"),
            choice.holds,
            [("quotes", _("quotes")), ("picture", _("a picture"))],
        ),
    ]


def days_of(choice: Choice) -> dict[str, str]:
    """Return the first and the last day that were chosen, as a field of a date has them."""
    return {"first": _written(choice.first), "last": _written(choice.last)}


def _outlet_field(chosen: str, outlets: Iterable[tuple[str, str, str]]) -> ChosenField:
    named = [(slug, name) for slug, name, _country in outlets]
    if len(named) > _MOST_OUTLETS:
        return ChosenField(name="outlet", label=_("Outlet"), value=chosen)
    return _field("outlet", _("Outlet"), chosen, named)


def _sections() -> list[tuple[str, str]]:
    lang = current_edition().lang
    named = ((topic.slug, topic_name(topic, lang)[0]) for topic in read_sections())
    return sorted(named, key=_words)


def _field(name: str, label: str, value: str, options: list[tuple[str, str]]) -> ChosenField:
    known: Mapping[str, str] = dict(options)
    # What was chosen in an address stays chosen, listed or not.
    other = [(value, value)] if value and value not in known else []
    return ChosenField(name=name, label=label, value=value, options=(*options, *other))


def _words(option: tuple[str, str]) -> str:
    return option[1]


def _named(text: str) -> str:
    return one_line(without_quotes(text[:_LONGEST]))


def _one_of(text: str, known: Iterable[str]) -> str:
    return text if text in known else ""


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found < date.max else None


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
