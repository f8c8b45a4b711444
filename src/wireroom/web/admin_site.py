"""Django's admin, for those who curate: every table to look at, and what the desk leaves to it."""

from typing import Any, TypeGuard

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView

from wireroom.people.models import Person
from wireroom.people.roles import Role, role_of
from wireroom.web.admin_lists import LISTS, NAMES
from wireroom.web.desk import lacks_second_step
from wireroom.web.parts import page_url


class DeskAdminSite(AdminSite):
    """The admin behind this site's own way in, with its second step."""

    site_header = site_title = "Wireroom"
    index_title = _("Tables")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Let editors and hosts in."""
        return _is_editor(request.user) and not lacks_second_step(request.user)

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Lead strangers to this site's own page; for readers there is no admin."""
        if _is_editor(request.user):
            return HttpResponseRedirect(page_url("desk"))  # which says what is lacking
        if request.user.is_authenticated:
            raise Http404
        return redirect_to_login(request.GET.get("next", "") or resolve_url("admin:index"))

    def get_urls(self) -> list[Any]:
        """Leave changing a password to this site's own page."""
        own = RedirectView.as_view(pattern_name="account_change_password")
        return [path("password_change/", own, name="password_change"), *super().get_urls()]


def _is_editor(user: Any) -> TypeGuard[Person]:
    return isinstance(user, Person) and role_of(user).may(Role.EDITOR)


def admin_site() -> DeskAdminSite:
    """Return the admin with every table that it lists, by the names that pages have for them.

    They are given here, not in the models, which know no translations and would want a
    migration for each word.
    """
    site = DeskAdminSite()
    for model, (one, several) in NAMES.items():
        model._meta.verbose_name, model._meta.verbose_name_plural = one, several
    for model, shown in LISTS.items():
        site.register(model, shown)
    return site
