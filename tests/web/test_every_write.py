"""Every address of the site, present and future: no write without its form, no loose cookie."""

import re
from collections.abc import Iterator, Sequence

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from tests.web.test_desk_pages import at_desk

from wireroom.people.roles import Role
from wireroom.people.services.accounts import add_person

pytestmark = pytest.mark.django_db
_VALUES = {
    "edition": "en",
    "row": "1",
    "day": "2026-11-29",
    "uslug": "x",
    "int": "1",
    "kind": "topics",
}


def routes(patterns: Sequence[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Yield every address below these patterns, as it is written there."""
    for one in patterns:
        if not isinstance(one.pattern, RoutePattern):
            continue
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, route)
        else:
            yield route


def filled(route: str) -> str:
    """Return an address with a value in each of its places."""
    return re.sub(r"<(?:(\w+):)?\w+>", lambda found: _VALUES.get(found[1] or "", "x"), route)


def test_no_address_takes_a_write_without_a_form_of_the_sites_own() -> None:
    known = at_desk(Role.HOST)
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = known.cookies
    paths = {f"/{filled(route)}" for route in routes(get_resolver().url_patterns)}
    assert len(paths) > 100
    taken = {path: strict.post(path, {"deed": "add", "words": "x"}).status_code for path in paths}
    # For programs, which show a token that no form of another site's can send.
    assert taken.pop("/api/pages") == 401
    # Reader apps show a key; what is no address of theirs is refused all the same.
    apps = {path: taken.pop(path) for path in paths if path.startswith("/api/greader/")}
    assert len(apps) > 10
    assert set(apps.values()) == {401}
    # Agents ask by POST, as their protocol has it; nothing can be changed by it.
    assert taken.pop("/api/mcp") == 200
    # Refused as forged, not written to at all, or not there.
    assert {path: code for path, code in taken.items() if code not in (403, 404, 405)} == {}


def test_the_session_is_out_of_reach_of_scripts_and_other_sites(client: Client) -> None:
    person = add_person("ilsa@tidewire.example")
    person.set_password("quiet-harbour-9")
    person.save()
    sent = {"login": person.email, "password": "quiet-harbour-9"}
    cookie = client.post("/account/login/", sent).cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
