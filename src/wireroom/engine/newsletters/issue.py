"""What an e-mail of a newsletter is to Wireroom: an issue of a sender, or why it is not taken."""

from dataclasses import dataclass
from datetime import datetime

from wireroom.engine.errors import WireroomError


class NotTaken(WireroomError):  # noqa: N818 - says why
    """An issue that is left out; the message says why, in words for a host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends a newsletter. `key` names it, `site` is the site of its From address."""

    key: str
    name: str
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What an e-mail's head tells; `key` is the same for every copy of it, and names nobody."""

    key: str
    sender: Sender
    subject: str
    sent_at: datetime
