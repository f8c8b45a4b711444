"""The web app: pages and their static files."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages people read; no tables."""

    name = "wireroom.web"
