"""Dead letters: what was given up, why, what to do about it, and re-running it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from wireroom.news.queries.dead_letters import TABLES, read_letter_kinds, read_letters
from wireroom.news.services.letters import rerun_letters
from wireroom.people.roles import Role
from wireroom.web.desk import by_whom, desk_page, do_deed, show_desk, typed
from wireroom.web.letter_words import say_letter
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number

_SHOWN = 20  # of a kind: they mostly died of the same


@require_safe
@desk_page(Role.EDITOR)
def show_letters(request: HttpRequest, edition: str) -> HttpResponse:
    """Show every kind of dead letters with its latest, each with what to do."""
    kinds = [
        (
            kind,
            [
                (letter, say_letter(letter.error))
                for letter in read_letters(kind.table, kind.step, limit=_SHOWN)
            ],
        )
        for kind in read_letter_kinds()
    ]
    return show_desk(request, "letters.jinja", {"kinds": kinds})


@require_POST
@desk_page(Role.EDITOR)
def rerun(request: HttpRequest, edition: str) -> HttpResponse:
    """Make one dead letter due again, or all of a kind."""
    table, step, row = typed(request, "table"), typed(request, "step"), typed(request, "row")
    number = row_number(row)
    if table not in TABLES or (row and number is None):
        raise Http404

    def deed() -> str:
        count = rerun_letters(table, step, row=number, by=by_whom(request))
        return ngettext("One is due again.", "%(num)s are due again.", count) % {"num": count}

    return do_deed(request, deed, back=page_url("desk-letters"))
