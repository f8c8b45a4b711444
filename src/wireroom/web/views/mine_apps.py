"""The page on which a person makes keys for reader apps, and takes them back."""

from typing import Final

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wireroom.people.models import Person
from wireroom.people.queries import read_app_keys
from wireroom.people.services.app_keys import MOST_KEYS, make_key, remove_key
from wireroom.web.own_pages import Trouble, attempt, own_page, show_own
from wireroom.web.row_numbers import row_number

_SIGN_IN: Final = "accounts/ClientLogin"  # what apps put behind the address that they are told


@own_page
def show_apps(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Show what an app is told, and the keys; a new one stands there once."""
    if request.method == "POST":
        answer: HttpResponseBase = _change_keys(request, person, edition)
        return answer
    return _show(request, person)


# A key outlives the session that made it: whoever sits down at an open browser gets none.
@reauthentication_required(enabled=True)  # type: ignore[untyped-decorator]
def _change_keys(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    made: list[str] = []
    trouble = _change(request, person, edition, made)
    if trouble is not None or made:
        return _show(request, person, made=made[0] if made else "", trouble=trouble)
    messages.success(request, _("This key opens nothing any more."))
    return HttpResponseRedirect(request.get_full_path())


@reauthentication_required(enabled=True)  # type: ignore[untyped-decorator]
def _expect_sure(request: HttpRequest) -> None:
    """Raise ReauthenticationRequired unless a person has just shown who they are."""


def _is_sure(request: HttpRequest) -> bool:
    try:
        _expect_sure(request)
    except ReauthenticationRequired:
        return False
    return True


def _change(request: HttpRequest, person: Person, edition: str, made: list[str]) -> Trouble | None:
    """Make a key, which then stands in `made`, or remove one; return why that was not done."""
    sent = request.POST
    if sent.get("deed") == "remove":
        number = row_number(sent.get("number", "")) or 0
        return attempt(request, person, lambda: remove_key(person, number))
    if len(read_app_keys(person)) >= MOST_KEYS:
        words = _("You have %(most)s keys: remove one that you do not use.")
        return Trouble(words % {"most": MOST_KEYS}, 409)
    now = timezone.now()
    name = sent.get("name", "")
    return attempt(
        request,
        person,
        lambda: made.append(make_key(person, name, edition=edition, now=now)),
    )


def _show(
    request: HttpRequest, person: Person, *, made: str = "", trouble: Trouble | None = None
) -> HttpResponseBase:
    sign_in = reverse("apps:sign-in")
    context = {
        "service": request.build_absolute_uri(sign_in.removesuffix(_SIGN_IN)),
        "email": person.email,
        "keys": read_app_keys(person),
        "made": made,
        "name": "" if made else request.POST.get("name", ""),
        "is_sure": _is_sure(request),
        "here": request.get_full_path(),
    }
    return show_own(request, "mine_apps.jinja", context, trouble=trouble)
