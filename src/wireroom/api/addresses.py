"""Where what an answer names is to be seen: absolute addresses of the site's pages."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes the addresses of one answer."""

    request: HttpRequest

    def page(self, name: str, *, lang: str = "", edition: str = "", **parts: Any) -> str:
        """Return the address of a page: in an edition, or in that of a language if there is one."""
        edition = edition or edition_for(lang)
        return self.request.build_absolute_uri(reverse(name, kwargs={"edition": edition, **parts}))

    def file(self, url: str) -> str:
        """Return the absolute address of what pages load by a path."""
        return self.request.build_absolute_uri(url) if url else ""

    def onward(self, **changed: object) -> str:
        """Return the address of this question with some of it changed."""
        asked = self.request.GET.copy()
        for name, value in changed.items():
            asked[name] = str(value)
        return self.request.build_absolute_uri(f"{self.request.path}?{asked.urlencode()}")


def edition_for(lang: str) -> str:
    """Return the code of the edition whose interface is in a language, else the first one."""
    offered: tuple[str, ...] = settings.WIREROOM_EDITIONS
    primary = lang.partition("-")[0]
    return primary if primary in offered else offered[0]
