"""How the admin lists each table: bounded counts, exact search, and read-only but for facts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wireroom.news import models
from wireroom.news.queries.take_downs import find_reports
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.people.models import Person
from wireroom.people.roles import Role, role_of

# Counting a million rows takes seconds; nobody turns so many pages.
MOST_COUNTED: Final = 10_000
_DIGITS: Final = 18

if TYPE_CHECKING:  # Django's classes take their model in stubs alone
    _Admin = admin.ModelAdmin[Any]
    _Paginator = Paginator[Any]
else:
    _Admin, _Paginator = admin.ModelAdmin, Paginator


class BoundedPaginator(_Paginator):
    """Pages of the first MOST_COUNTED rows, the latest of a list."""

    @property
    def count(self) -> int:
        """Return how many rows there are, MOST_COUNTED where there are more."""
        if not hasattr(self, "_counted"):
            rows = self.object_list
            assert isinstance(rows, QuerySet)
            self._counted = rows.order_by()[:MOST_COUNTED].count()
        return self._counted


class Watched(_Admin):
    """A table that the pipeline and the desk write: here it is looked at."""

    show_full_result_count = False
    paginator = BoundedPaginator
    list_per_page = 50
    ordering = ("-pk",)
    search_fields = ("pk",)  # what shows the box; search is exact, see below
    search_help_text = _("a number, the one in the pages’ addresses")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find a row by its number: a part of a text would read every row."""
        term = search_term.strip()
        return (self.find(queryset, term) if term else queryset), False

    def find(self, rows: QuerySet[Any], term: str) -> QuerySet[Any]:
        """Return the rows that a search means."""
        is_number = term.isascii() and term.isdigit() and len(term) <= _DIGITS
        return rows.filter(pk=int(term)) if is_number else rows.none()

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show it to whom the site lets in."""
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Show it to whom the site lets in."""
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let nobody add a row here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let nobody change a row here: the desk does, and logs it."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let nobody delete a row here."""
        return False


class OutletList(Watched):
    """Outlets: what lists tell of them may be put right here; the desk sets their terms."""

    list_display = ("name", "state", "policy", "lang", "country", "owner", "is_aggregator")
    list_filter = ("state", "policy", "is_aggregator")
    search_help_text = _("a part of the name, or a number")
    fields = (
        "name", "slug", "name_en", "home_url", "owner", "owner_type", "is_aggregator", "is_sample",
        "state", "policy", "excerpt_words", "lang", "country", "created_at",
    )  # fmt: skip
    # What is kept by other rules stands there to be read.
    readonly_fields = (
        "name", "slug", "is_sample", "state", "policy", "excerpt_words", "lang", "country",
        "created_at",
    )  # fmt: skip

    def find(self, rows: QuerySet[Any], term: str) -> QuerySet[Any]:
        """Find an outlet by its name, too: they are few."""
        return super().find(rows, term) if term.isdigit() else rows.filter(name__icontains=term)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let those change it whom the site lets in."""
        return self.admin_site.has_permission(request)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep what was changed, and log it at the desk."""
        before = {name: form.initial.get(name) for name in form.changed_data}
        super().save_model(request, obj, form, change)
        after = {name: getattr(obj, name) for name in form.changed_data}
        done = Done(deed="outlet.edit", subject=obj.pk, name=obj.name, before=before, after=after)
        log_deed(done, by=By(who=str(request.user), now=timezone.now()))


class FeedList(Watched):
    """Feeds."""

    list_display = ("url", "outlet", "step", "error_count", "polled_at", "ok_at", "due_at")
    list_select_related = ("outlet",)
    raw_id_fields = ("outlet",)


class PageList(Watched):
    """Pages."""

    list_display = ("url", "outlet", "step", "status", "health", "fetched_at", "dead_at")
    list_select_related = ("outlet",)
    search_help_text = _("a number, or the whole address")

    def find(self, rows: QuerySet[Any], term: str) -> QuerySet[Any]:
        """Find a page by its address, too."""
        return rows.filter(url=term) if "/" in term else super().find(rows, term)


class ArticleList(Watched):
    """Articles."""

    list_display = ("headline", "outlet", "lang", "sort_at", "health", "revision_count")
    list_select_related = ("outlet",)
    search_help_text = _("a number, or the report’s whole address")

    def find(self, rows: QuerySet[Any], term: str) -> QuerySet[Any]:
        """Find an article by its address, too."""
        found = find_reports(term) if "/" in term else None
        if found is None:
            return super().find(rows, term)
        return rows.filter(pk__in=[one.article.pk for one in found.reports])


class StoryList(Watched):
    """Stories."""

    list_display = ("headline", "lang", "articles_count", "independent_count", "last_at")


class MendList(Watched):
    """Mends."""

    list_display = ("deed", "lang", "story", "into", "made_at", "made_by", "undone_at", "why")


class TopicList(Watched):
    """Topics."""

    list_display = ("name", "kind", "country", "hidden_at", "created_at")


class ErrorList(Watched):
    """Reported errors."""

    list_display = ("id", "room", "state", "made_at", "decided_at", "decided_by", "decided_why")


class DeedList(Watched):
    """The desk's log."""

    list_display = ("made_at", "made_by", "deed", "subject", "name", "why")


class PersonList(Watched):
    """People, for hosts alone; the desk gives them their roles."""

    list_display = ("email", "is_staff", "is_superuser", "is_active", "joined_at", "last_login")
    search_help_text = _("the whole address, or a number")
    fields = ("email", "is_staff", "is_superuser", "is_active", "joined_at", "last_login", "groups")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show addresses to hosts alone."""
        return isinstance(request.user, Person) and role_of(request.user) is Role.HOST

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Show addresses to hosts alone."""
        return self.has_module_permission(request)

    def find(self, rows: QuerySet[Any], term: str) -> QuerySet[Any]:
        """Find a person by their address, too."""
        return rows.filter(email=term.lower()) if "@" in term else super().find(rows, term)


LISTS: Final[Mapping[type[Model], type[Watched]]] = {
    models.Outlet: OutletList,
    models.Feed: FeedList,
    models.Page: PageList,
    models.Article: ArticleList,
    models.Story: StoryList,
    models.Topic: TopicList,
    models.Mend: MendList,
    models.ReportedError: ErrorList,
    models.LoggedDeed: DeedList,
    Person: PersonList,
}
# What a row and all rows of each table are called, in words that are translated when shown:
# Django would make "storys" of a class's name.
NAMES: Final[Mapping[type[Model], tuple[Any, Any]]] = {
    models.Outlet: (_("outlet"), _("outlets")),
    models.Feed: (_("feed"), _("feeds")),
    models.Page: (_("page"), _("pages")),
    models.Article: (_("report"), _("reports")),
    models.Story: (_("story"), _("stories")),
    models.Topic: (_("topic"), _("topics")),
    models.Mend: (_("mend"), _("mends")),
    models.ReportedError: (_("reported error"), _("reported errors")),
    models.LoggedDeed: (_("deed"), _("The log of the desk")),
    Person: (_("person"), _("people")),
}
