"""What the desk calls deeds, their kinds, outlets' states and terms, and roles."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wireroom.news.services.errors import TRANSLATION

_DEEDS: Final[dict[str, Promise | str]] = {
    "story.move": _("Report moved"),
    "story.split": _("Story split"),
    "story.merge": _("Story merged"),
    "story.pin": _("Story pinned"),
    "story.spike": _("Withdrawn"),
    "story.tie": _("Languages tied"),
    "story.untie": _("Languages untied"),
    "story.lead": _("Lead chosen"),
    "article.spike": _("Report withdrawn"),
    "article.take-down": _("Taken down"),
    "outlet.add": _("Outlets added"),
    "outlet.edit": _("Terms changed"),
    "outlet.pause": _("Outlet paused"),
    "outlet.block": _("Outlet blocked"),
    "outlet.resume": _("Outlet polled again"),
    "outlet.reread": _("Pages read again"),
    "outlet.rules": _("Filters changed"),
    "outlet.budget": _("Budget changed"),
    "outlet.feed-again": _("Feed asked again"),
    "outlet.feed-replace": _("Feed’s address replaced"),
    "outlet.feed-remove": _("Feed removed"),
    "letter.rerun": _("Dead letters re-run"),
    "error.agreed": _("Error agreed"),
    "error.declined": _("Error declined"),
    "topic.merge": _("Topic merged"),
    "topic.part": _("Topic parted"),
    "topic.detach": _("Name parted off"),
    "topic.hide": _("Topic hidden"),
    "topic.rename": _("Topic renamed"),
    "person.role": _("Role given"),
    "site.start": _("Newsroom set up"),
    "site.settings": _("Settings changed"),
}
_KINDS: Final = {
    "story": _("stories"),
    "article": _("reports"),
    "outlet": _("outlets"),
    "letter": _("dead letters"),
    "error": _("reported errors"),
    "topic": _("topics"),
    "person": _("people"),
    "site": _("the newsroom"),
}
_RULES: Final = {
    "leave-out": _("leave out"),
    "only": _("take only"),
    "title": _("headline"),
    "address": _("address"),
    "section": _("section (part of the address)"),
    "category": _("category (as the feed states it)"),
    "scheme": _("http or https"),
    "host": _("host"),
    "path": _("path"),
    "query": _("what follows “?”"),
}
# Parts of pages in which an error may be reported: 12 letters at most, as their column is.
ROOMS: Final = {
    "points": _("Key points"),
    "written": _("Key points of a model"),
    "news": _("What came in last"),
    "differences": _("Where the reports differ"),
    "quotes": _("Who said what"),
    "timeline": _("Timeline"),
    "perspectives": _("Perspectives"),
    "answers": _("What the reports say"),
    TRANSLATION: _("Machine translation"),
}
_STATES: Final = {"on": _("polled"), "paused": _("paused"), "blocked": _("blocked")}
_POLICIES: Final = {
    "headline": _("headline and link"),
    "excerpt": _("excerpt and link"),
    "full": _("full text and link"),
}
_ROLES: Final = {
    "reader": _("Reader"),
    "moderator": _("Moderator"),
    "editor": _("Editor"),
    "host": _("Host"),
}


def say_deed(deed: str) -> str:
    """Return what a line of the log says was done."""
    kind, _point, did = deed.partition(".")
    if did.startswith("undo-"):
        return gettext("Taken back: %(deed)s") % {"deed": say_deed(f"{kind}.{did[5:]}")}
    return str(_DEEDS.get(deed, deed))


def say_kind(kind: str) -> str:
    """Return what a kind of things is called."""
    return str(_KINDS.get(kind, kind))


def say_room(room: str) -> str:
    """Return the part of a page in which an error was reported; nothing where it is not known."""
    return str(ROOMS.get(room, ""))


def say_rule(word: str) -> str:
    """Return what a filter does, what it looks at, or which part of an address is rewritten."""
    return str(_RULES.get(word, word))


def say_state(state: str) -> str:
    """Return the state of an outlet."""
    return str(_STATES.get(state, state))


def say_policy(policy: str) -> str:
    """Return what is shown of an outlet."""
    return str(_POLICIES.get(policy, policy))


def say_role(role: str) -> str:
    """Return what a role is called."""
    return str(_ROLES.get(role, role))
