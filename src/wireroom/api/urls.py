"""Addresses of what programs and agents read."""

from django.urls import include, path

from wireroom.api.agents import answer_agent
from wireroom.api.service import service

urlpatterns = [
    path("v1/", service.urls),
    path("mcp", answer_agent, name="mcp"),
    path("greader/", include("wireroom.api.reader_apps.urls")),
]
