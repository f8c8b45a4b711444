"""The way into the desk: who may open its pages, and how a deed is done and answered."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wireroom.engine.errors import BadInput
from wireroom.engine.text.one_line import one_line
from wireroom.engine.versions import Overtaken
from wireroom.news.services.deed_log import By
from wireroom.people.clients import may_write
from wireroom.people.models import Person
from wireroom.people.queries import has_second_step
from wireroom.people.roles import Role, role_of
from wireroom.web.fault_words import apart, say_fault
from wireroom.web.parts import page_url
from wireroom.web.signed_in import person_of
from wireroom.web.talking import comments_are_on

_View = Callable[..., HttpResponseBase]
_LONGEST_WORDS: Final = 400  # of a reason, as its column is
# Six seconds a deed, for an hour: whoever mends by hand is slower, and a script that runs away or
# somebody in another's account is stopped before thousands of rows are changed.
HOURLY: Final = 600


def desk_page(least: Role) -> Callable[[_View], _View]:
    """Open a page to a role and those above it.

    Strangers are asked to sign in; for all others the page is not there. Whose role needs a second
    step at sign-in and has none is led to set it up first. Who sends more forms
    than anybody can is told to wait.
    """

    def around(view: _View) -> _View:
        @wraps(view)
        def show(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not role_of(request.user).may(least):
                raise Http404
            if lacks_second_step(request.user):
                return _ask_for_second_step(request)
            if request.method == "POST" and not _may_send(request):
                return _say_too_often(request)
            return view(request, *args, **named)

        return show

    return around


def lacks_second_step(person: Person) -> bool:
    """Tell whether the desk stays shut until somebody has set up a second step at sign-in."""
    least = settings.WIREROOM_SECOND_STEP
    return bool(least) and role_of(person).may(Role(least)) and not has_second_step(person)


def _ask_for_second_step(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/second_step.jinja", {}, status=403)


def show_desk(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Return a page of the desk, with the ways that its reader may go."""
    role = role_of(person_of(request))
    known = {
        "role": role,
        "Role": Role,
        "moderation_url": _moderation_url(),
        "admin_url": reverse("admin:index"),
    }
    return render(request, f"desk/{template}", {**known, **context}, status=status)


def do_deed(request: HttpRequest, deed: Callable[[], str], *, back: str) -> HttpResponse:
    """Do something, say what came of it or why it cannot be done, and lead back.

    Raises Overtaken where somebody else did otherwise meanwhile.
    """
    try:
        messages.success(request, deed())
    except Overtaken:
        raise  # whoever has a form shows it again, with what was typed
    except BadInput as error:
        messages.error(request, say_fault(error))
    return HttpResponseRedirect(back)


def do_unless_overtaken(
    request: HttpRequest, deed: Callable[[], str], *, back: str
) -> HttpResponse:
    """Do something as do_deed() does; who comes second is told, and given back their reason."""
    try:
        return do_deed(request, deed, back=back)
    except Overtaken as error:
        why = typed(request, "why")
        typed_too = _("Your reason was: %(why)s") % {"why": apart(why)} if why else ""
        messages.error(request, " ".join(filter(None, (say_fault(error), typed_too))))
        return HttpResponseRedirect(back)


def by_whom(request: HttpRequest) -> By:
    """Return who sends a form, now, with the reason that stands in it."""
    who = person_of(request).email
    return By(who=who, now=timezone.now(), why=typed(request, "why")[:_LONGEST_WORDS])


def typed(request: HttpRequest, name: str) -> str:
    """Return a field on one line, without signs that no screen shows."""
    return one_line(request.POST.get(name, "") or request.GET.get(name, ""))


def _may_send(request: HttpRequest) -> bool:
    return may_write(person_of(request).pk, "desk", hourly=HOURLY)


def _say_too_often(request: HttpRequest) -> HttpResponse:
    response = show_desk(request, "too_often.jinja", {}, status=429)
    response["Retry-After"] = "3600"
    return response


def _moderation_url() -> str:
    """Return where comments are moderated; empty while this newsroom has none."""
    return page_url("queue") if comments_are_on() else ""
