"""The news app: everything that is read, matched and grouped."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """Tables of outlets, feeds, pages, articles and stories."""

    name = "wireroom.news"
