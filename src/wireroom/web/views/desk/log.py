"""The log of all that was done at the desk, and taking mends back from it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wireroom.news.queries.deed_log import DEEDS_A_PAGE, KINDS, Asked, read_deed_log
from wireroom.people.roles import Role
from wireroom.pipeline.mending import mending
from wireroom.web.desk import by_whom, desk_page, do_deed, show_desk, typed
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number


@require_safe
@desk_page(Role.MODERATOR)
def show_log(request: HttpRequest, edition: str) -> HttpResponse:
    """Show the latest deeds, of one person or kind where that is asked for."""
    asked = Asked(
        by=typed(request, "by")[:254],
        kind=typed(request, "kind"),
        before=row_number(typed(request, "before")),
    )
    lines = read_deed_log(asked, limit=DEEDS_A_PAGE + 1)
    more = len(lines) > DEEDS_A_PAGE
    context = {
        "lines": lines[:DEEDS_A_PAGE],
        "before": lines[DEEDS_A_PAGE - 1].row.pk if more else None,
        "asked": asked,
        "kinds": KINDS,
    }
    return show_desk(request, "log.jinja", context)


@require_POST
@desk_page(Role.EDITOR)
def undo(request: HttpRequest, edition: str, mend_id: int) -> HttpResponse:
    """Take a mend of stories back."""

    def deed() -> str:
        by = by_whom(request)
        mending(by=by.who, why=by.why, now=by.now).undo(mend_id)
        return _("Taken back.")

    return do_deed(request, deed, back=page_url("desk-log"))
