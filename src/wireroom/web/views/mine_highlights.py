"""Marking words of a report, the list of all that a person marked, and taking it along."""

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.http.response import StreamingHttpResponse
from django.utils import timezone

from wireroom.people.models import Person
from wireroom.reading.models import HIGHLIGHT_CHARS, NOTE_CHARS
from wireroom.reading.queries.highlights import every_highlight, read_highlights
from wireroom.reading.queries.texts import read_text
from wireroom.reading.services.highlights import highlight, remove_highlight
from wireroom.web.highlight_export import as_json, as_markdown
from wireroom.web.own_pages import attempt, own_page, show_own, typed
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number
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
    trouble = None
    if request.method == "POST":
        now = timezone.now()
        trouble = attempt(request, person, lambda: highlight(person, text, words, note, now=now))
        if trouble is None:
            there = page_url("article", article_id=text.report.id)
            return HttpResponseRedirect(done_url(there, "highlight"))
    return show_own(
        request,
        "mine_marking.jinja",
        {
            "text": text,
            "words": words,
            "note": note,
            "most_words": HIGHLIGHT_CHARS,
            "most_note": NOTE_CHARS,
        },
        trouble=trouble,
    )


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
