"""The pages of allauth that this site offers, each with a template of ours."""

from collections.abc import Callable
from functools import wraps

from allauth.account import views
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import include, path, re_path

from wireroom.web.known_elsewhere import begin, come_back

_View = Callable[..., HttpResponseBase]


def _by_mail(view: _View) -> _View:
    """Say that no e-mail is sent here, where the host named no server for it."""

    @wraps(view)
    def show(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        if settings.WIREROOM_MAIL is None:
            return render(request, "account/no_mail.jinja")
        return view(request, *args, **named)

    return show


urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("signup/", views.signup, name="account_signup"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("email/", _by_mail(views.email), name="account_email"),
    path(
        "confirm-email/",
        _by_mail(views.email_verification_sent),
        name="account_email_verification_sent",
    ),
    re_path(
        r"^confirm-email/(?P<key>[-:\w]+)/$",
        _by_mail(views.confirm_email),
        name="account_confirm_email",
    ),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("password/reset/", _by_mail(views.password_reset), name="account_reset_password"),
    path(
        "password/reset/done/",
        _by_mail(views.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(  # a key of the host's (wireroom people link) works without e-mail
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("2fa/", include("allauth.mfa.urls")),
    path("oidc/<provider_id>/login/", begin, name="openid_connect_login"),
    path("oidc/<provider_id>/login/callback/", come_back, name="openid_connect_callback"),
]
