"""What is said of comments: why one is gone, why one is not taken, and what moderators choose."""

from datetime import timedelta
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from wireroom.engine.moderation.assessment import Reason
from wireroom.engine.moderation.wording import say
from wireroom.engine.talk.cleaning import MOST_SIGNS
from wireroom.engine.talk.names import LONGEST_NAME, SHORTEST_NAME
from wireroom.talk.models import Mode, RemovedFor, Verdict
from wireroom.talk.services.refused import Refused, Why
from wireroom.web.editions import current_edition

_REASONS: Final[dict[str, Promise]] = {
    RemovedFor.INSULT: _("it insults somebody"),
    RemovedFor.THREAT: _("it threatens somebody"),
    RemovedFor.HATE: _("it is hateful towards a group of people"),
    RemovedFor.HARASSMENT: _("it harasses somebody, or calls on others to"),
    RemovedFor.SEXUAL: _("it is a sexual remark, or pornography"),
    RemovedFor.PERSONAL: _("it gives away somebody’s personal details"),
    RemovedFor.SPAM: _("it is advertising, or the same over and over"),
    RemovedFor.OFF_TOPIC: _("it has nothing to do with the story"),
    RemovedFor.OTHER: _("for another reason"),
}
_REFUSED: Final[dict[Why, Promise]] = {
    Why.EMPTY: _("There is nothing to send yet."),
    Why.LONG: _(
        "That is too long: a comment has at most %(most)s characters, and this has %(has)s."
        " Nothing was sent; shorten it here."
    ),
    Why.NO_NAME: _("Choose the name under which you want to comment."),
    Why.NAME_SIGNS: _(
        "A name has %(shortest)s to %(longest)s characters: letters, digits, spaces,"
        " and . - ' _ within."
    ),
    Why.NAME_TAKEN: _("Somebody here has this name, or one that looks like it. Choose another."),
    Why.NAME_RESERVED: _("This name would speak for the newsroom. Choose another."),
    Why.NAME_FIXED: _("You have a name already."),
    Why.BANNED: _("A moderator has taken away your leave to comment."),
    Why.OFTEN: _("That was a lot within a short time."),
    Why.SLOW: _("The comments of this story are slowed down: one in ten minutes from each person."),
    Why.LOCKED: _("The comments of this story are locked: nobody can write any more."),
    Why.GONE: _("What you mean is not there any more."),
    Why.PARENT_GONE: _(
        "The comment that you answer is not shown any more. You can send yours as one of its own."
    ),
    Why.NOT_OWN: _("This comment is somebody else’s."),
    Why.LATE: _(
        "A comment can be changed for ten minutes after it was sent. You can still delete it."
    ),
    Why.CHANGED: _(
        "You changed this comment in another window meanwhile. What stands there now is shown"
        " below; send once more to put yours in its place."
    ),
    Why.DECIDED: _("That was decided otherwise meanwhile: look again."),
}
_MODES: Final[dict[str, Promise]] = {
    Mode.OPEN: _("Open"),
    Mode.SLOW: _("Slow: one comment a person in ten minutes"),
    Mode.LOCKED: _("Locked: only the desk writes"),
    Mode.CLOSED: _("Closed: nothing is shown"),
}
_VERDICTS: Final[dict[str, Promise]] = {
    Verdict.SHOW: _("Shown"),
    Verdict.REMOVE: _("Removed"),
    Verdict.BAN: _("Removed, and its writer banned"),
    Verdict.MODE: _("Comments of a story"),
}


# The words that a sentence quotes run their own way (UAX 9, isolates).
_APART: Final = str.maketrans({"“": "“\u2068", "”": "\u2069”", "«": "«\u2068", "»": "\u2069»"})


def removed_words(removed_for: str) -> str:
    """Return why a comment is gone, as a sentence in its place."""
    if removed_for == RemovedFor.OWN:
        return gettext("Deleted by its writer.")
    if removed_for == RemovedFor.ACCOUNT:
        return gettext("Deleted with its writer’s account.")
    return gettext("Removed by a moderator: %(reason)s.") % {"reason": reason_words(removed_for)}


def reason_words(reason: str) -> str:
    """Return why a comment can be removed or flagged."""
    return str(_REASONS.get(reason, reason))


def mode_words(mode: str) -> str:
    """Return what holds for a story's comments."""
    return str(_MODES.get(mode, mode))


def verdict_words(verdict: str) -> str:
    """Return what a moderator decided."""
    return str(_VERDICTS.get(verdict, verdict))


def refused_words(refused: Refused, *, typed: str = "") -> str:
    """Return why something is not done, and when it can be."""
    facts = {
        "most": MOST_SIGNS, "has": len(typed), "shortest": SHORTEST_NAME, "longest": LONGEST_NAME
    }  # fmt: skip
    said = [str(_REFUSED[refused.why]) % facts]
    if refused.told and refused.why in (Why.BANNED, Why.LOCKED):
        said.append(gettext("The reason: %(reason)s") % {"reason": refused.told})
    if refused.wait:
        said.append(_wait_words(refused.wait))
    return " ".join(said)


def scorer_words(reason: Reason, text: str) -> str:
    """Return a scorer's reason as a sentence of the current edition."""
    said = say(reason, text, current_edition().lang)
    return said.translate(_APART)


def _wait_words(wait: timedelta) -> str:
    minutes = max(1, -int(-wait.total_seconds() // 60))
    if minutes < 100:
        form = ngettext("Try again in %(num)s minute.", "Try again in %(num)s minutes.", minutes)
        return form % {"num": minutes}
    hours = -(-minutes // 60)
    if hours < 49:
        form = ngettext("Try again in %(num)s hour.", "Try again in %(num)s hours.", hours)
        return form % {"num": hours}
    days = -(-hours // 24)
    return ngettext("Try again in %(num)s day.", "Try again in %(num)s days.", days) % {"num": days}
