"""The newsroom's settings at the desk: tried on the spot, kept beside the database, logged."""

from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wireroom.adapters.kept_settings import read_kept
from wireroom.engine.errors import BadInput
from wireroom.engine.os_faults import os_fault
from wireroom.engine.versions import Overtaken
from wireroom.people.clients import may_write
from wireroom.people.roles import Role
from wireroom.pipeline.site_settings import change_settings, settings_version
from wireroom.web.desk import by_whom, desk_page, do_deed, show_desk, typed
from wireroom.web.fault_words import apart, say_fault
from wireroom.web.model_form import MODELS, have_answered
from wireroom.web.parts import page_url
from wireroom.web.settings_form import GROUPS, SettingsForm, is_edition, is_stated, spoken
from wireroom.web.signed_in import person_of
from wireroom.web.wording import all_countries, language_name

_HOURLY = 30  # letters and trials: each asks somebody else's server


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Role.HOST)
def show_settings(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what the host decides; with the form sent, try the model or keep all of it."""
    try:
        kept = read_kept(settings.VAR)
    except BadInput as error:
        return _show(request, SettingsForm(), {}, fault=say_fault(error), status=400)
    if request.method != "POST":
        return _show(request, SettingsForm.of(kept), kept)
    form, before = SettingsForm.read(request), SettingsForm.of(kept)
    try:
        if typed(request, "go") == "try":
            _check_pace(request)
            have_answered(form.endpoint(before))
            return _show(request, form, kept, works=form.model != "off")
        return _keep(request, form, before)
    except Overtaken as error:
        kept = read_kept(settings.VAR)
        now = SettingsForm.of(kept)
        return _show(request, form, kept, fault=say_fault(error), now=now, status=409)
    except BadInput as error:
        return _show(request, form, kept, fault=say_fault(error), status=400)


@require_POST
@desk_page(Role.HOST)
def send_letter(request: HttpRequest, edition: str) -> HttpResponse:
    """Send a letter to who asks for it, to see that the mail server takes it."""

    def deed() -> str:
        _check_pace(request)
        address = person_of(request).email
        subject = _("A letter from %(site)s, to try its mail") % {"site": settings.WIREROOM_NAME}
        try:
            send_mail(subject, _("It arrived: letters are sent."), None, [address])
        except (SMTPException, OSError) as error:
            said = _("The mail server did not take the letter: %(why)s")
            raise BadInput(said % {"why": _why_not_sent(error)}) from error
        return _("The mail server took a letter to %(address)s.") % {"address": address}

    return do_deed(request, deed, back=page_url("desk-settings"))


def _why_not_sent(error: OSError) -> str:
    """Return a server's own words, or what the system said, in the page's language."""
    if isinstance(error, SMTPException):
        return apart(str(error)[:400])
    return say_fault(os_fault(error))


def _keep(request: HttpRequest, form: SettingsForm, before: SettingsForm) -> HttpResponse:
    wished = form.wished()
    of_model, key = form.wished_model(before)
    is_changed = change_settings(
        {**wished, **of_model},
        ai_key=key,
        seen=typed(request, "seen"),
        by=by_whom(request),
        var=settings.VAR,
    )
    said = _("Kept.") if is_changed else _("Nothing was changed.")
    messages.success(request, said)
    return HttpResponseRedirect(page_url("desk-settings"))


def _check_pace(request: HttpRequest) -> None:
    """Raise BadInput where somebody tries too often."""
    if not may_write(person_of(request).pk, "trial", hourly=_HOURLY):
        raise BadInput(_("That was tried too often. Wait an hour."))


def _show(
    request: HttpRequest, form: SettingsForm, kept: Any, *, status: int = 200, **said: Any
) -> HttpResponse:
    mail = settings.WIREROOM_MAIL
    context = {
        "form": form,
        "version": settings_version(kept),
        # What was told last, by whichever way; a process has the settings of its start.
        "waits": kept != settings.WIREROOM_KEPT,
        "stated": {group: is_stated(group) for group in GROUPS},
        "runs": SettingsForm.of(_running()),
        "offered": list(dict.fromkeys((*spoken(), *filter(is_edition, form.editions)))),
        "languages": [(lang, language_name(lang)) for lang in spoken()],
        "countries": all_countries(),
        "models": MODELS,
        "has_key": bool(kept.get("WIREROOM_AI_KEY_FILE")),
        "mail": mail,
        **said,
    }
    return show_desk(request, "settings.jinja", context, status=status)


def _running() -> dict[str, str]:
    """Return the settings of this process, as they are kept or stated."""
    ai = settings.AI
    return {
        "WIREROOM_NAME": settings.WIREROOM_NAME,
        "WIREROOM_EDITIONS": ",".join(settings.WIREROOM_EDITIONS),
        "WIREROOM_COUNTRIES": ",".join(
            f"{lang}:{country}" for lang, country in settings.WIREROOM_COUNTRIES.items()
        ),
        "WIREROOM_COMMENTS": "on" if settings.WIREROOM_COMMENTS else "off",
        "WIREROOM_ACCOUNTS": "open" if settings.WIREROOM_MAY_SIGN_UP else "closed",
        "WIREROOM_AI": "on" if ai else "off",
        "WIREROOM_AI_URL": ai.endpoint.url if ai else "",
        "WIREROOM_AI_MODEL": ai.endpoint.model if ai else "",
    }
