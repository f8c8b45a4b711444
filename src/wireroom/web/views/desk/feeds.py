"""What an outlet is asked, at the desk: each of its feeds, and how much in a day."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wireroom.engine.errors import BadInput
from wireroom.news.models import Feed
from wireroom.news.services.feed_deeds import ask_feed_again, remove_feed, replace_feed
from wireroom.news.services.outlet_deeds import set_day_budget
from wireroom.people.roles import Role
from wireroom.web.desk import by_whom, desk_page, do_deed, do_unless_overtaken, typed
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number


@require_POST
@desk_page(Role.EDITOR)
def change_feed(request: HttpRequest, edition: str, feed_id: int) -> HttpResponse:
    """Do to a feed what the button says, and lead back to its outlet."""
    what = typed(request, "deed")
    outlet = Feed.objects.filter(pk=feed_id).values_list("outlet", flat=True).first()
    if outlet is None or what not in ("again", "replace", "remove"):
        raise Http404

    def deed() -> str:
        by = by_whom(request)
        if what == "again":
            ask_feed_again(feed_id, by=by)
            return _("The feed is asked again at once, or when its outlet is polled again.")
        if what == "replace":
            replace_feed(feed_id, typed(request, "url"), by=by)
            return _("The feed has its new address, and is asked there.")
        remove_feed(feed_id, by=by)
        return _("The feed was removed. Its reports stay.")

    return do_deed(request, deed, back=page_url("desk-outlet", outlet_id=outlet))


@require_POST
@desk_page(Role.EDITOR)
def set_budget(request: HttpRequest, edition: str, outlet_id: int) -> HttpResponse:
    """Set how many requests an outlet's hosts may get in 24 hours; none sets what all have."""

    def deed() -> str:
        sent = typed(request, "day_budget")
        budget = row_number(sent)
        if sent and budget is None:
            raise BadInput(_("A budget is a number of requests."))
        set_day_budget(outlet_id, budget, by=by_whom(request), seen=typed(request, "seen"))
        return _("Kept. It holds within a minute.")

    return do_unless_overtaken(request, deed, back=page_url("desk-outlet", outlet_id=outlet_id))
