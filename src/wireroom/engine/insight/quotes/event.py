"""An act of saying in a sentence: verb, speaker, addressee and who reports it."""

from dataclasses import dataclass, field

from wireroom.engine.insight.quotes.mentions import Mention


@dataclass(slots=True)
class Event:
    """A verb (or phrase) of saying at tokens `first` to `last`, and who says it.

    `side` is where the subject stands: L before, R after. `begins` and `ends` bound verb,
    subject and addressee together. `wants_subject` marks a verb that leans on an earlier one
    ("adding"). `via` are those who report the saying; an `outer` event reports another one,
    a `silent` one only says who reports.
    """

    first: int
    last: int
    manner: str
    subject: Mention | None = None
    side: str = "L"
    begins: int = 0
    ends: int = 0
    wants_subject: bool = False
    addressee: Mention | None = None
    via: list[Mention] = field(default_factory=list)
    outer: bool = False
    silent: bool = False
