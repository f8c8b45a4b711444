"""Adding outlets: one by its address, those chosen in the starter lists, or an OPML list."""

from typing import Final

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from wireroom.engine.errors import BadInput, FetchFailed, NotAFeed
from wireroom.engine.feeds.opml import MAX_BYTES
from wireroom.engine.text.one_line import one_line
from wireroom.news.identity import name_key
from wireroom.news.models import Outlet
from wireroom.people.roles import Role
from wireroom.pipeline.more_outlets import add_feeds_of, add_listed, add_own
from wireroom.pipeline.outlet_lists import ListedOutlet, read_titled_lists
from wireroom.web.desk import by_whom, desk_page, show_desk, typed
from wireroom.web.fault_words import say_fault
from wireroom.web.parts import page_url
from wireroom.web.samples import has_sample

_LONGEST: Final = 2000  # of an address, as its column is
_MOST_CHOSEN: Final = 1000  # more than all starter lists have


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Role.HOST)
def add_outlets(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what can be added; a form sent adds it, or says what to mend."""
    if request.method != "POST":
        return _show(request)
    if "list" in request.FILES:
        return _add_list(request)
    try:
        said = _add(request)
    except BadInput:
        fault = _("Give a web address that starts with https://, or choose outlets of the lists.")
    except NotAFeed as error:
        fault = _("No feed was found there: %(why)s") % {"why": say_fault(error)}
    except FetchFailed as error:
        fault = _("Nothing could be read there: %(why)s") % {"why": say_fault(error)}
    else:
        messages.success(request, said)
        return HttpResponseRedirect(page_url("desk-add-outlets"))
    return _show(request, fault=fault)


def _add_list(request: HttpRequest) -> HttpResponse:
    sent = request.FILES["list"]
    assert isinstance(sent, UploadedFile)
    # One byte too many is told from the reader's own limit; more is not taken into memory.
    raw = sent.read(MAX_BYTES + 1)
    try:
        takes = "takes_sample" in request.POST
        filed = add_feeds_of(raw, takes_sample=takes, by=by_whom(request))
    except BadInput as error:
        fault = _("This is no list of feeds that can be read: give an OPML file.")
        return _show(request, fault=fault, told=str(error))
    said = _("Feeds: %(new)s new, of %(outlets)s new outlets; %(known)s known; %(out)s left out.")
    values = {"new": filed.feeds, "outlets": filed.outlets, "known": filed.known}
    messages.success(request, said % {**values, "out": filed.unusable})
    return HttpResponseRedirect(page_url("desk-add-outlets"))


def _add(request: HttpRequest) -> str:
    takes, by = "takes_sample" in request.POST, by_whom(request)
    if "address" not in request.POST:
        names = [one_line(name)[:200] for name in request.POST.getlist("outlets")[:_MOST_CHOSEN]]
        count = add_listed(names, takes_sample=takes, by=by)
        said = ngettext("One outlet is new.", "%(num)s outlets are new.", count)
        return said % {"num": count}
    added = add_own(typed(request, "address")[:_LONGEST], takes_sample=takes, by=by)
    words = (
        _("%(outlet)s is read from now on.") if added.is_new else _("%(outlet)s is read already.")
    )
    return words % {"outlet": added.outlet}


def _show(request: HttpRequest, fault: str = "", told: str = "") -> HttpResponse:
    lists = read_titled_lists()
    context = {
        "lists": lists,
        "known": _known([row for _title, rows in lists for row in rows]),
        "chosen": request.POST.getlist("outlets"),
        "has_sample": has_sample(),
        "address": typed(request, "address")[:_LONGEST],
        "fault": fault,
        "told": told,
    }
    return show_desk(request, "add_outlets.jinja", context, status=400 if fault else 200)


def _known(rows: list[ListedOutlet]) -> set[str]:
    """Return the names of those that are read here already."""
    keys = {name_key(row.facts.name): row.facts.name for row in rows}
    here = Outlet.objects.filter(name_key__in=keys, feeds__isnull=False)
    return {keys[key] for key in here.values_list("name_key", flat=True)}
