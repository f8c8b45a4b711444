"""Whether pages show outlets' pictures, and from where: the host's choice."""

from enum import StrEnum

from django.conf import settings

from wireroom.news.publication import public_image, public_link


class Pictures(StrEnum):
    """Where readers' browsers get outlets' pictures."""

    PROXY = "proxy"  # from this site, which made them anew
    DIRECT = "direct"  # from the outlets, who then know who reads
    OFF = "off"


def shown_image(url: str) -> str:
    """Return a picture's address where pages may show it; else nothing."""
    if settings.WIREROOM_IMAGES == Pictures.OFF:
        return ""
    return public_image(url) if settings.WIREROOM_IMAGES == Pictures.DIRECT else public_link(url)
