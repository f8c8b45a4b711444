"""Which sites' pages may read answers: any of a public site, none of one that stands at home."""

from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from django.http import HttpRequest

_AT_HOME: Final = (".local", ".localhost", ".internal", ".lan", ".home.arpa")


def is_public(request: HttpRequest) -> bool:
    """Tell whether the site is asked by a name of the open internet.

    A newsroom on somebody's own machine tells pages of other sites nothing: what it follows is
    that person's own affair, and the browser that shows such a page stands inside.
    """
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith(_AT_HOME)


def is_foreign(request: HttpRequest) -> bool:
    """Tell whether a page of another site asks, which this site does not let read."""
    origin = request.headers.get("Origin", "")
    if not origin or is_public(request):
        return False
    return urlsplit(origin).netloc != request.get_host()
