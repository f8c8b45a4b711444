"""What kinds of trouble with a feed, and of requests to hosts, are called; what a host can do."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wireroom.engine.feeds.trouble import Trouble, trouble_of
from wireroom.engine.types import AskedFor
from wireroom.news.models import Feed

_WORDS: Final[dict[Trouble, tuple[Promise | str, Promise | str]]] = {
    Trouble.RETIRED: (
        _("Retired"),
        _("The server said that the feed is gone for good. Look for another one on its site."),
    ),
    Trouble.MISSING: (
        _("Not found"),
        _("Nothing stands at the address any more. Look for the new one on the outlet’s site."),
    ),
    Trouble.FORBIDDEN: (
        _("Not allowed"),
        _("The outlet turns readers like this one away. Ask it for leave, or pause it."),
    ),
    Trouble.BUSY: (
        _("Asked to wait"),
        _("Nothing to do: it is asked again when the server said."),
    ),
    Trouble.BROKEN: (
        _("Server error"),
        _("Mostly over within hours; it is asked again, more and more rarely."),
    ),
    Trouble.NOT_A_FEED: (
        _("No feed"),
        _("Something else stands at the address, often a page. Look for the feed on its site."),
    ),
    Trouble.NAME: (
        _("Name not found"),
        _("If this is so of every feed, this machine’s own network is down; else the site moved."),
    ),
    Trouble.CERTIFICATE: (
        _("Not secure"),
        _("The outlet has to renew its certificate. Check this machine’s clock."),
    ),
    Trouble.SLOW: (
        _("Too slow"),
        _("Mostly over within hours; it is asked again, more and more rarely."),
    ),
    Trouble.REFUSED: (
        _("Refused by this site"),
        _("The address leads into a private network. Allow it in the settings if you trust it."),
    ),
    Trouble.UNREACHABLE: (
        _("No answer"),
        _("The connection failed. It is asked again, more and more rarely."),
    ),
}

_ASKED_FOR: Final[dict[AskedFor, Promise | str]] = {
    AskedFor.FEED: _("feeds"),
    AskedFor.PAGE: _("pages"),
    AskedFor.ROBOTS: "robots.txt",
    AskedFor.TERMS: _("terms for machines"),
    AskedFor.PICTURE: _("pictures"),
    AskedFor.HUB: _("hubs"),
}


def name_asked_for(kind: AskedFor) -> str:
    """Return what hosts are asked for, as it is counted."""
    return str(_ASKED_FOR[kind])


def name_trouble_of(feed: Feed) -> str:
    """Return what the trouble of a feed that fails or was retired is called."""
    return name_trouble(trouble_of(feed.reason, is_retired=feed.retired_at is not None))


def name_trouble(kind: Trouble) -> str:
    """Return what the kind of trouble is called."""
    return str(_WORDS[kind][0])


def say_what_to_do(kind: Trouble) -> str:
    """Return what a host can do about it."""
    return str(_WORDS[kind][1])
