"""The people app: who has an account here."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Tables of accounts; what they read and follow lives elsewhere."""

    name = "wireroom.people"
