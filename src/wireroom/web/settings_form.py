"""What a host decides of the newsroom, as a form at the desk shows, takes and checks it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from wireroom.adapters.ai.endpoint import AiSettings, Endpoint
from wireroom.engine.errors import BadInput
from wireroom.engine.text.one_line import one_line
from wireroom.pipeline.founding import LONGEST_NAME
from wireroom.web.countries import country_names
from wireroom.web.model_form import MODELS, have_answered, named_model

# What the form decides together, by the settings that hold it.
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("WIREROOM_NAME",),
    "editions": ("WIREROOM_EDITIONS",),
    "countries": ("WIREROOM_COUNTRIES",),
    "comments": ("WIREROOM_COMMENTS",),
    "sign_up": ("WIREROOM_ACCOUNTS",),
    "model": ("WIREROOM_AI", "WIREROOM_AI_URL", "WIREROOM_AI_MODEL", "WIREROOM_AI_KEY_FILE"),
}
_MOST_EDITIONS: Final = 100
_LONGEST: Final = 500  # of an address or a name of a model, as in the assistant


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsForm:
    """The fields; `countries` are those of the languages, `new_*` an edition to be added."""

    name: str = ""
    editions: tuple[str, ...] = ()
    new_lang: str = ""
    new_country: str = ""
    countries: tuple[tuple[str, str], ...] = ()
    comments: bool = False
    sign_up: bool = False
    model: str = "off"
    ai_url: str = ""
    ai_model: str = ""
    ai_key: str = field(default="", repr=False)

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> "SettingsForm":
        """Return what is kept, with the defaults where nothing is."""
        editions = tuple(_parts(kept.get("WIREROOM_EDITIONS", "").lower()))
        told = dict(pair.split(":", 1) for pair in _parts(kept.get("WIREROOM_COUNTRIES", ""))
                    if ":" in pair)  # fmt: skip
        has_model = kept.get("WIREROOM_AI", "").strip().lower() == "on"
        url = kept.get("WIREROOM_AI_URL", "") if has_model else ""
        return cls(
            name=kept.get("WIREROOM_NAME", ""),
            editions=editions or spoken(),
            countries=tuple((lang, told.get(lang, "")) for lang in sorted({*spoken(), *told})),
            comments=kept.get("WIREROOM_COMMENTS", "").strip().lower() == "on",
            sign_up=kept.get("WIREROOM_ACCOUNTS", "").strip().lower() == "open",
            model=_kind_of(url) if has_model else "off",
            ai_url=url,
            ai_model=kept.get("WIREROOM_AI_MODEL", "") if has_model else "",
        )

    @classmethod
    def read(cls, request: HttpRequest) -> "SettingsForm":
        """Read what was sent; whatever is longer than any setting is cut."""
        sent = request.POST
        typed = {
            name: one_line(sent.get(name, ""))[:_LONGEST]
            for name in ("name", "new_lang", "new_country", "model", "ai_url", "ai_model", "ai_key")
        }
        langs = [one_line(lang)[:8] for lang in sent.getlist("country_of")[:_MOST_EDITIONS]]
        if typed["model"] not in MODELS:
            typed["model"] = "off"
        return cls(
            **typed,
            editions=tuple(one_line(one)[:5] for one in sent.getlist("edition")[:_MOST_EDITIONS]),
            countries=tuple((lang, one_line(sent.get(f"country-{lang}", ""))) for lang in langs),
            comments=sent.get("comments") == "on",
            sign_up=sent.get("sign_up") == "on",
        )

    def wished(self) -> dict[str, str]:
        """Return the settings that the fields ask for, but the model's. Raises BadInput."""
        fields: dict[str, Callable[[], str]] = {
            "name": self._sound_name,
            "editions": lambda: ",".join(self._sound_editions()),
            "countries": lambda: ",".join(self._sound_countries()),
            "comments": lambda: "on" if self.comments else "",
            "sign_up": lambda: "open" if self.sign_up else "",
        }
        return {GROUPS[group][0]: read() for group, read in fields.items() if not is_stated(group)}

    def wished_model(self, before: "SettingsForm") -> tuple[dict[str, str], str | None]:
        """Return the model's settings and its key, as change_settings() takes them.

        A model that is another than before has to answer first. Raises BadInput.
        """
        if is_stated("model") or not self._has_another_model(before):
            return {}, None
        endpoint = have_answered(self.endpoint(before))
        if endpoint is None:
            return dict.fromkeys(GROUPS["model"], ""), ""
        named = {
            "WIREROOM_AI": "on",
            "WIREROOM_AI_URL": endpoint.url,
            "WIREROOM_AI_MODEL": endpoint.model,
        }
        is_same_key = not self.ai_key and bool(endpoint.key)
        return named, None if is_same_key else endpoint.key

    def endpoint(self, before: "SettingsForm") -> Endpoint | None:
        """Return the model's server; the key of before goes to the server of before alone."""
        key = self.ai_key or (_key_now() if _origin(self.ai_url) == _origin(before.ai_url) else "")
        return named_model(self.model, url=self.ai_url, name=self.ai_model, key=key)

    def _has_another_model(self, before: "SettingsForm") -> bool:
        ours, theirs = ((one.model, one.ai_url, one.ai_model) for one in (self, before))
        if self.model == before.model == "off":
            return False
        return ours != theirs or bool(self.ai_key)

    def _sound_name(self) -> str:
        if len(self.name) > LONGEST_NAME:
            raise BadInput(
                _("A newsroom needs a name of at most %(num)s letters.") % {"num": LONGEST_NAME}
            )
        return self.name

    def _sound_countries(self) -> Iterator[str]:
        for lang, country in self.countries:
            if lang.isascii() and lang.isalpha() and country in country_names():
                yield f"{lang}:{country}"

    def _sound_editions(self) -> Iterator[str]:
        """Yield the editions that were chosen, each once, and the one that is added."""
        added = f"{self.new_lang}-{self.new_country.lower()}" if self.new_country else ""
        chosen = dict.fromkeys(one for one in (*self.editions, added) if one)
        if not chosen:
            raise BadInput(_("Choose an edition at least."))
        if not all(is_edition(one) for one in chosen):
            raise BadInput(_("Choose a language for the new edition."))
        yield from chosen if tuple(chosen) != spoken() else ()


def is_stated(group: str) -> bool:
    """Tell whether the environment tells any setting of a group: then no page does."""
    return not settings.WIREROOM_STATED.isdisjoint(GROUPS[group])


def is_edition(code: str) -> bool:
    """Tell whether there may be an edition of this code."""
    lang, _dash, country = code.partition("-")
    return (
        code == code.lower()
        and lang in spoken()
        and (not country or country.upper() in country_names())
    )


def spoken() -> tuple[str, ...]:
    """Return the languages of the interface: the editions where nobody named any."""
    return tuple(code for code, _name in settings.LANGUAGES)


def _parts(text: str) -> Iterator[str]:
    return filter(None, (one.strip() for one in text.split(",")))


def _key_now() -> str:
    ai: AiSettings | None = settings.AI
    return ai.endpoint.key if ai else ""


def _origin(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ("", url)
    return parts.scheme, parts.netloc


def _kind_of(url: str) -> str:
    """Return how a model is reached that is kept: on this machine, or elsewhere."""
    host = _origin(url)[1].rpartition("@")[2]
    try:
        name = urlsplit(url).hostname or host
        return "local" if ip_address(name).is_loopback else "endpoint"
    except ValueError:
        return "local" if host.partition(":")[0] == "localhost" else "endpoint"
