"""Topics at the desk: joined, parted, renamed and hidden, each logged and to be taken back."""

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wireroom.engine.errors import BadInput
from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.engine.versions import Overtaken, version_of
from wireroom.news.queries.desk_topics import TopicAtDesk, find_topics, read_topic_at_desk
from wireroom.news.services.topic_mends import TopicMending, names_of
from wireroom.people.roles import Role
from wireroom.web.desk import by_whom, desk_page, do_deed, show_desk, typed
from wireroom.web.editions import offered
from wireroom.web.fault_words import say_fault
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number

_FOUND: Final = 30


@require_safe
@desk_page(Role.EDITOR)
def show_desk_topics(request: HttpRequest, edition: str) -> HttpResponse:
    """Find topics by letters of any of their names, or by number."""
    words = typed(request, "q")[:200]
    context = {"named": words, "topics": find_topics(words, limit=_FOUND) if words else []}
    return show_desk(request, "topics.jinja", context)


@require_safe
@desk_page(Role.EDITOR)
def show_topic_at_desk(request: HttpRequest, edition: str, topic_id: int) -> HttpResponse:
    """Show what a topic goes by and stands in, what can be done, and what a merge would be."""
    return _show(request, _topic(topic_id))


@require_POST
@desk_page(Role.EDITOR)
def mend_topic(request: HttpRequest, edition: str, topic_id: int) -> HttpResponse:
    """Do one deed to a topic; what cannot be renamed any more stays in its form."""
    here, wish = _topic(topic_id), request.POST.get("deed", "")
    if wish == "rename":
        return _rename(request, here)
    if wish not in _DEEDS:
        raise Http404
    into = row_number(typed(request, "into"))
    there = into if wish == "merge" and into and read_topic_at_desk(into) else topic_id

    def deed() -> str:
        _DEEDS[wish](_mending(request), topic_id, request)
        return _("Done. The log takes it back.")

    return do_deed(request, deed, back=page_url("desk-topic", topic_id=there))


@require_POST
@desk_page(Role.EDITOR)
def undo_topic_mend(request: HttpRequest, edition: str, mend_id: int) -> HttpResponse:
    """Take a mend of topics back."""

    def deed() -> str:
        _mending(request).undo(mend_id)
        return _("Taken back.")

    return do_deed(request, deed, back=page_url("desk-log"))


def _merge(mends: TopicMending, topic_id: int, request: HttpRequest) -> None:
    into = row_number(typed(request, "into"))
    if into is None:
        raise BadInput(_("Name another topic to join it to."))
    mends.merge(topic_id, into)


def _part(mends: TopicMending, topic_id: int, request: HttpRequest) -> None:
    numbers = (row_number(text) for text in request.POST.getlist("story"))
    stories = [one for one in numbers if one is not None]
    if not stories:
        raise BadInput(_("Choose stories to part from it."))
    mends.part(topic_id, stories)


def _detach(mends: TopicMending, topic_id: int, request: HttpRequest) -> None:
    mends.detach(topic_id, typed(request, "alias")[:200])


def _hide(mends: TopicMending, topic_id: int, request: HttpRequest) -> None:
    mends.hide(topic_id)


_DEEDS: Final[dict[str, Callable[[TopicMending, int, HttpRequest], None]]] = {
    "merge": _merge, "part": _part, "detach": _detach, "hide": _hide,
}  # fmt: skip


def _rename(request: HttpRequest, here: TopicAtDesk) -> HttpResponse:
    """Keep the names that were changed, in both languages or in neither's place of another's."""
    told = {lang: typed(request, f"name-{lang}") for lang in _languages()}
    names = {lang: name for lang, name in told.items() if name and name != _name(here, lang)}
    mends, seen = _mending(request), typed(request, "seen")
    try:
        mends.rename_all(here.row.pk, names, seen=seen)
    except Overtaken as error:
        return _show(request, _topic(here.row.pk), told, fault=say_fault(error), status=409)
    except BadInput as error:
        return _show(request, here, told, fault=say_fault(error), status=400)
    said = _("Done. The log takes it back.") if names else _("Nothing was changed.")
    messages.success(request, said)
    return HttpResponseRedirect(page_url("desk-topic", topic_id=here.row.pk))


def _show(
    request: HttpRequest,
    here: TopicAtDesk,
    told: dict[str, str] | None = None,
    *,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    into = row_number(typed(request, "into")) if request.method != "POST" else None
    other = read_topic_at_desk(into) if into else None
    now = {lang: _name(here, lang) for lang in _languages()}
    context = {
        "here": here,
        "is_subject": here.row.kind == TopicKind.SUBJECT,
        "version": version_of(*names_of(here.row)),
        "now": now,
        "told": told or now,
        "asked_into": into,
        "into": other,
        "into_fault": _into_fault(here, other) if into else "",
        "fault": fault,
    }
    return show_desk(request, "topic.jinja", context, status=status)


def _into_fault(here: TopicAtDesk, into: TopicAtDesk | None) -> str:
    """Return why two topics cannot be joined, as far as can be told before."""
    if into is None or into.row.pk == here.row.pk or into.row.merged_into_id:
        return _("Name another topic to join it to.")
    if into.row.kind != here.row.kind:
        return _("The two are of different kinds.")
    return ""


def _mending(request: HttpRequest) -> TopicMending:
    by = by_whom(request)
    return TopicMending(by=by.who, why=by.why, now=by.now)


def _name(here: TopicAtDesk, lang: str) -> str:
    return str(here.row.names.get(lang, "")) or (here.row.name if lang == "en" else "")


def _languages() -> list[str]:
    return [one.code for one in offered().values() if not one.country]


def _topic(topic_id: int) -> TopicAtDesk:
    here = read_topic_at_desk(topic_id)
    if here is None:
        raise Http404
    return here
