"""The first-run assistant: three steps behind a link that works once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from wireroom.adapters.kept_settings import opens_start
from wireroom.engine.errors import BadInput
from wireroom.news.queries.languages import primary_subtag
from wireroom.pipeline.founding import chosen_outlets, found_newsroom
from wireroom.pipeline.outlet_lists import ListedOutlet, read_titled_lists
from wireroom.web.editions import current_edition
from wireroom.web.fault_words import say_fault
from wireroom.web.model_form import MODELS, have_answered
from wireroom.web.start_form import STEPS, StartForm, choose_for
from wireroom.web.wording import all_countries, language_name


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, edition: str) -> HttpResponse:
    """Show a step, or take the last one; without the link's key the page is not there."""
    key = request.POST.get("key", "") or request.GET.get("key", "")
    if not opens_start(settings.VAR, key):
        raise Http404
    if request.method != "POST":
        return _show(request, key, "site", StartForm(languages=current_edition().languages))
    form, wish = StartForm.read(request), request.POST.get("go", "")
    if wish == "try":
        return _try(request, key, form)
    if wish == "found":
        return _found(request, key, form)
    if wish == "sample":
        form, wish = replace(form, outlets=()), "account"
    if wish not in STEPS:
        raise Http404
    fault = form.fault_of_site()
    if fault:
        return _show(request, key, "site", form, fault=fault)
    return _show(request, key, wish, form)


def _try(request: HttpRequest, key: str, form: StartForm) -> HttpResponse:
    try:
        have_answered(form.endpoint())
    except BadInput as error:
        return _show(request, key, "account", form, fault=say_fault(error))
    return _show(request, key, "account", form, works=True)


def _found(request: HttpRequest, key: str, form: StartForm) -> HttpResponse:
    fault = form.fault_of_site()
    if fault:
        return _show(request, key, "site", form, fault=fault)
    try:
        model = have_answered(form.endpoint())
        founding = form.founding(request.POST.get("password", ""), model)
        host = found_newsroom(founding, var=settings.VAR)
    except BadInput as error:
        return _show(request, key, "account", form, fault=say_fault(error))
    login(request, host, backend=settings.AUTHENTICATION_BACKENDS[0])
    context = {"form": form, "has_outlets": bool(chosen_outlets(form.outlets))}
    return render(request, "desk/started.jinja", context)


def _show(request: HttpRequest, key: str, step: str, form: StartForm, **said: Any) -> HttpResponse:
    context: dict[str, Any] = {
        "key": key, "step": step, "form": form, "carried": list(form.carried(step)),
        "steps": STEPS, "models": MODELS, **said,
    }  # fmt: skip
    if step != "account":
        lists = read_titled_lists()
        rows = [row for _title, listed in lists for row in listed]
        context |= _choices(lists, rows, form, is_first="outlets_seen" not in request.POST)
    status = 400 if said.get("fault") else 200
    return render(request, "desk/start.jinja", context, status=status)


def _choices(
    lists: Sequence[tuple[str, Sequence[ListedOutlet]]],
    rows: Sequence[ListedOutlet],
    form: StartForm,
    *,
    is_first: bool,
) -> dict[str, Any]:
    """Return what the first two steps offer; the outlets are chosen once for languages."""
    spoken = {primary_subtag(row.facts.lang) for row in rows} | {*form.languages}
    return {
        "languages": sorted(((lang, language_name(lang)) for lang in spoken), key=lambda x: x[1]),
        "countries": all_countries(),
        "groups": [(title, _in_languages(listed, form)) for title, listed in lists],
        "chosen": set(choose_for(form, rows) if is_first else form.outlets),
    }


def _in_languages(listed: Sequence[ListedOutlet], form: StartForm) -> list[ListedOutlet]:
    spoken = [row for row in listed if primary_subtag(row.facts.lang) in form.languages]
    return sorted(spoken, key=lambda row: (row.facts.country != form.country, row.facts.country))
