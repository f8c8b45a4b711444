"""All addresses of the site."""

from django.urls import include, path

urlpatterns = [
    path("api/", include("wireroom.api.urls")),
    path("", include("wireroom.web.urls")),
]

handler400 = "wireroom.web.views.errors.refuse_odd"
