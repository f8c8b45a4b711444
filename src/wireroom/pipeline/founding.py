"""Setting a newsroom up: its host, its outlets and its settings, all or nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from django.conf import settings as django_settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from wireroom.adapters.ai.endpoint import Endpoint
from wireroom.adapters.kept_settings import (
    keep_ai_key,
    keep_settings,
    read_kept,
    use_up_start_key,
)
from wireroom.engine.errors import BadInput
from wireroom.engine.os_faults import os_fault
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.news.services.lists import file_outlets, remove_sample
from wireroom.people.models import Person
from wireroom.people.roles import Role
from wireroom.people.services.accounts import add_person
from wireroom.people.services.roles import set_role
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.outlet_lists import ListedOutlet, read_outlet_list

LONGEST_NAME: Final = 60  # as much as stands on a telephone's nameplate in two lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What a host chose for a new newsroom; `outlets` are names of the starter lists."""

    name: str
    languages: Collection[str]
    country: str
    outlets: Collection[str]
    email: str
    password: str = field(repr=False)
    has_local: bool = False  # editions of the country, too
    has_comments: bool = False
    model: Endpoint | None = None


@transaction.atomic
def found_newsroom(founding: Founding, *, var: Path) -> Person:
    """Make the host's account, file the outlets and keep the settings; the link is used up.

    Raises BadInput with what to mend, and has then done nothing.
    """
    host = _make_host(founding)
    chosen = chosen_outlets(founding.outlets)
    if chosen:
        remove_sample()
    now = utc_now()
    new, _feeds = file_outlets([(one.facts, one.feeds) for one in chosen], now=now)
    done = Done(deed="site.start", name=founding.name, after={"outlets": new})
    log_deed(done, by=By(who=host.email, now=now))
    try:
        with use_up_start_key(var):  # first: who comes second writes over nothing
            keep_settings(var, {**read_kept(var), **_settings(founding, var)})
    except OSError as error:
        raise BadInput(
            "cannot write in %(folder)s: %(why)s", folder=str(var), why=os_fault(error)
        ) from error
    return host


def chosen_outlets(names: Collection[str]) -> list[ListedOutlet]:
    """Return the outlets of the starter lists that have these names, each once."""
    wanted = set(names)
    found = {row.facts.name: row for row in read_outlet_list("all") if row.facts.name in wanted}
    return list(found.values())


def _make_host(founding: Founding) -> Person:
    """Return a new account that may do everything."""
    try:
        validate_password(founding.password, Person(email=founding.email.lower()))
    except ValidationError as error:
        raise BadInput(" ".join(error.messages)) from error
    host = add_person(founding.email)
    host.set_password(founding.password)
    host.save(update_fields=["password"])
    return set_role(host.pk, Role.HOST)[0]


def _editions(founding: Founding) -> list[str]:
    """Return every edition there is, and the country's in what the newsroom reads."""
    spoken = [lang for lang, _name in django_settings.LANGUAGES]
    local = [f"{lang}-{founding.country.lower()}" for lang in spoken if lang in founding.languages]
    return [*spoken, *local]


def _settings(founding: Founding, var: Path) -> Mapping[str, str]:
    """Return what was chosen as settings, by their names in the environment."""
    settings = {"WIREROOM_NAME": founding.name[:LONGEST_NAME]}
    if founding.country:
        pairs = [f"{lang}:{founding.country}" for lang in sorted(founding.languages)]
        settings["WIREROOM_COUNTRIES"] = ",".join(pairs)
        if founding.has_local:
            settings["WIREROOM_EDITIONS"] = ",".join(_editions(founding))
    if founding.has_comments:
        settings["WIREROOM_COMMENTS"] = "on"
    if founding.model:
        settings |= {
            "WIREROOM_AI": "on",
            "WIREROOM_AI_URL": founding.model.url,
            "WIREROOM_AI_MODEL": founding.model.model,
        }
        if founding.model.key:
            settings["WIREROOM_AI_KEY_FILE"] = str(keep_ai_key(var, founding.model.key))
    return settings
