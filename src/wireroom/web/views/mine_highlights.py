"""Marking words of a report, the list of all that a person marked, and taking it along."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.http.response import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.people.models import Person
from wireroom.reading.models import HIGHLIGHT_CHARS, NOTE_CHARS
from wireroom.reading.queries.highlights import every_highlight, read_highlights, read_marks
from wireroom.reading.queries.texts import read_text
from wireroom.reading.services.highlights import (
    NoteChanged,
    change_note,
    highlight,
    note_version,
    remove_highlight,
)
from wireroom.web.highlight_export import as_json, as_markdown
from wireroom.web.own_pages import Trouble, attempt, own_page, show_own, typed
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number
from wireroom.web.signed_in import signed_in
from wireroom.web.targets import done_url


@own_page
def show_marking(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Show what may be read of a report, and a form for words of it; lead back to the report."""
    number = row_number(request.GET.get("article", ""))
    text = read_text(number) if number is not None else None
    if text is None:
        raise Http404
    fields = typed(request)
    words, note = fields.get("words", ""), fields.get("note", "").replace("\0", "")
    earlier, version = row_number(fields.get("earlier", "")) or 0, fields.get("version", "")
    context = {
        "text": text,
        "words": words,
        "note": note,
        "earlier": earlier,
        "version": version,
        "most_words": HIGHLIGHT_CHARS,
        "most_note": NOTE_CHARS,
        "wants_note": fields.get("with") == "note",
    }
    if request.method != "POST":
        return show_own(request, "mine_marking.jinja", context)
    now = timezone.now()

    def deed() -> None:
        highlight(person, text, words, note, now=now, earlier=earlier, version=version)

    there = done_url(page_url("article", article_id=text.report.id), "highlight")
    return _write_note(request, person, deed, "mine_marking.jinja", context, there)


@own_page
def show_note(request: HttpRequest, person: Person, edition: str, number: int) -> HttpResponseBase:
    """Show the note of a mark, in a form that changes it; what another window wrote is shown."""
    found = read_highlights(person, before=number + 1, limit=1, has_blocked=True).rows
    if not found or found[0].id != number:
        raise Http404
    fields = typed(request)
    note = fields.get("note", found[0].note).replace("\0", "")
    version = fields.get("version", note_version(found[0].note))
    context = {"mark": found[0], "note": note, "version": version, "most_note": NOTE_CHARS}
    if request.method != "POST":
        return show_own(request, "mine_note.jinja", context)

    def deed() -> None:
        change_note(person, number, note, version=version)

    there = page_url("mine-highlights")
    return _write_note(request, person, deed, "mine_note.jinja", context, there)


@require_safe
def tell_marks(request: HttpRequest, edition: str, article_id: int) -> HttpResponse:
    """Tell a script what its reader marked in a report; 401 where nobody is signed in."""
    person = signed_in(request)
    if person is None:
        return JsonResponse({"marks": []}, status=401)
    marks = [
        {**asdict(one), "url": page_url("mine-note", number=one.id)}
        for one in read_marks(person, article_id)
    ]
    return JsonResponse({"marks": marks})


def _write_note(
    request: HttpRequest,
    person: Person,
    deed: Callable[[], None],
    template: str,
    context: dict[str, Any],
    there: str,
) -> HttpResponseBase:
    """Do a deed and lead on, or show its form again: with the note that stands there, too."""
    try:
        trouble = attempt(request, person, deed)
    except NoteChanged as changed:
        # Sent once more, it takes the place of what has just been shown.
        version = note_version(changed.note)
        context |= {"meanwhile": changed.note, "version": version, "wants_note": True}
        said = _("Another note stands there: it was written elsewhere. Both are below; what you"
                 " send now takes its place.")  # fmt: skip
        return show_own(request, template, context, trouble=Trouble(said, 409))
    if trouble is None:
        return HttpResponseRedirect(there)
    return show_own(request, template, context, trouble=trouble)


@own_page
def show_highlights(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Show what a person marked, and where it stands now; a mark is removed here."""
    trouble = None
    if request.method == "POST":
        number = row_number(request.POST.get("remove", "")) or 0
        trouble = attempt(request, person, lambda: remove_highlight(person, number))
        if trouble is None:
            return HttpResponseRedirect(page_url("mine-highlights"))
    before = row_number(request.GET.get("before", ""))
    page = read_highlights(person, before=before)
    return show_own(request, "mine_highlights.jinja", {"page": page}, trouble=trouble)


@own_page
def export_highlights(
    request: HttpRequest, person: Person, edition: str, form: str
) -> HttpResponseBase:
    """Hand over all that a person marked, as Markdown or as JSON."""
    marks = every_highlight(person)
    root = request.build_absolute_uri("/").rstrip("/")
    pieces = as_json(marks, root) if form == "json" else as_markdown(marks, root)
    kind = "application/json" if form == "json" else "text/markdown; charset=utf-8"
    response = StreamingHttpResponse(pieces, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="wireroom-highlights.{form}"'
    return response
