"""What a host has typed in the first-run assistant so far, carried from step to step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.http import HttpRequest
from django.utils.translation import gettext as _

from wireroom.adapters.ai.endpoint import Endpoint
from wireroom.engine.text.one_line import one_line
from wireroom.news.queries.languages import primary_subtag
from wireroom.pipeline.founding import LONGEST_NAME, Founding
from wireroom.pipeline.outlet_lists import ListedOutlet
from wireroom.web.model_form import MODELS, named_model
from wireroom.web.wording import country_in

STEPS: Final = ("site", "outlets", "account")
# What a list has of the chosen country is chosen with it; where that is little, the first of the
# languages fill up: a front of fewer outlets has nothing to compare.
_FEWEST_CHOSEN: Final = 12
_MOST_CHOSEN: Final = 1000
_CARRIED: Final = ("name", "country", "model", "ai_url", "ai_model", "ai_key", "email")


@dataclass(frozen=True, slots=True, kw_only=True)
class StartForm:
    """The fields of all steps; `outlets` are names in the starter lists."""

    name: str = ""
    country: str = ""
    model: str = "off"
    ai_url: str = ""
    ai_model: str = ""
    ai_key: str = field(default="", repr=False)
    email: str = ""
    local: bool = False  # editions of the country, too
    comments: bool = False
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()

    @classmethod
    def read(cls, request: HttpRequest) -> "StartForm":
        """Read what was sent; whatever is too long for its column is cut."""
        sent = request.POST
        typed = {name: one_line(sent.get(name, ""))[:500] for name in _CARRIED}
        if typed["model"] not in MODELS:
            typed["model"] = "off"
        if country_in(typed["country"], "en") == typed["country"]:
            typed["country"] = ""  # a country has another name than its letters
        return cls(
            **typed,
            local=bool(sent.get("local")),
            comments=bool(sent.get("comments")),
            languages=tuple(one_line(one)[:3] for one in sent.getlist("languages")[:200]),
            outlets=tuple(one_line(one)[:200] for one in sent.getlist("outlets")[:_MOST_CHOSEN]),
        )

    def carried(self, step: str) -> Iterator[tuple[str, str]]:
        """Yield the fields that a step does not show, to stand in it unseen."""
        if step != "site":
            yield from (("name", self.name), ("country", self.country))
            yield from (("languages", one) for one in self.languages)
            yield from (("local", "1") for _one in (self.local,) if _one)
        if step != "outlets":
            yield from (("outlets", one) for one in self.outlets)
        if step != "account":
            yield from ((name, getattr(self, name)) for name in _CARRIED[2:])
            yield from (("comments", "1") for _one in (self.comments,) if _one)

    def fault_of_site(self) -> str:
        """Return what is wrong with the first step; empty where nothing is."""
        if not self.name or len(self.name) > LONGEST_NAME:
            return _("A newsroom needs a name of at most %(num)s letters.") % {"num": LONGEST_NAME}
        return "" if self.languages else _("Choose a language at least.")

    def endpoint(self) -> Endpoint | None:
        """Return the model's server, None where there is none. Raises BadInput."""
        return named_model(self.model, url=self.ai_url, name=self.ai_model, key=self.ai_key)

    def founding(self, password: str, model: Endpoint | None) -> Founding:
        """Return what is to be set up."""
        return Founding(
            name=self.name,
            languages=self.languages,
            country=self.country,
            has_local=self.local,
            has_comments=self.comments,
            outlets=self.outlets,
            email=self.email,
            password=password,
            model=model,
        )


def choose_for(form: StartForm, rows: Sequence[ListedOutlet]) -> tuple[str, ...]:
    """Return the outlets that suit languages and country, to be changed by the host."""
    spoken = [row.facts for row in rows if primary_subtag(row.facts.lang) in form.languages]
    of_country = [one.name for one in spoken if one.country == form.country]
    others = [one.name for one in spoken if one.country != form.country]
    return (*of_country, *others[: max(_FEWEST_CHOSEN - len(of_country), 0)])
