"""The reading app: what people save, follow, mark and do not want to see."""

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """Tables of what hangs on an account; the account itself lives in people."""

    name = "wireroom.reading"
