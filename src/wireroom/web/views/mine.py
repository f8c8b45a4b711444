"""A person's own pages: what they have here, taking it along, and deleting it."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wireroom.people.models import Person
from wireroom.people.queries import read_account
from wireroom.people.services.accounts import delete_person
from wireroom.talk.queries.personal import export_talk
from wireroom.web.parts import page_url


@require_safe
@login_required
def show_mine(request: HttpRequest, edition: str) -> HttpResponse:
    """Show the account and what can be done with it."""
    return render(request, "mine.jinja", {"account": read_account(_person(request))})


@require_safe
@login_required
def export_mine(request: HttpRequest, edition: str) -> HttpResponse:
    """Hand over everything that is kept of a person, as JSON."""
    response = JsonResponse(
        {"account": read_account(_person(request)), "talk": export_talk(_person(request))},
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
    response["Content-Disposition"] = 'attachment; filename="wireroom.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@reauthentication_required(enabled=True)  # type: ignore[untyped-decorator]
def delete_mine(request: HttpRequest, edition: str) -> HttpResponse:
    """Ask once more, then delete the account; whoever left a browser open must sign in anew."""
    if request.method != "POST":
        return render(request, "mine_delete.jinja")
    delete_person(_person(request))
    logout(request)
    return HttpResponseRedirect(f"{page_url('mine-deleted')}")


@require_safe
def show_deleted(request: HttpRequest, edition: str) -> HttpResponse:
    """Say that the account is gone."""
    return render(request, "account/said.jinja", {"title": _("Your account is deleted")})


def _person(request: HttpRequest) -> Person:
    person = request.user
    if not isinstance(person, Person):
        raise TypeError("a page for people with an account was shown to nobody")
    return person
