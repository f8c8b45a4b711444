"""The engine's error tree: each error says what is wrong and what its caller can do."""

from wireroom.engine.faults import Fault, Value


class WireroomError(Exception):
    """Something went wrong that a person can act on; the message says how.

    It is a sentence with its values by name: `BadInput("no outlet %(outlet)s", outlet=7)`, with a
    plural where the value `num` counts something. `fault` keeps both for pages, which say it in
    the reader's language; `str()` gives it in English. What went wrong below may be a value.
    """

    fault: Fault

    def __init__(
        self, sentence: str | Fault = "", plural: str = "", /, **values: "Value | WireroomError"
    ) -> None:
        said = {
            name: value.fault if isinstance(value, WireroomError) else value
            for name, value in values.items()
        }
        self.fault = sentence if isinstance(sentence, Fault) else Fault(sentence, plural, said)
        super().__init__(str(self.fault))


class UnreadablePage(WireroomError):  # noqa: N818 - reads as what it is
    """A page that holds no readable article; `reason` is a short word kept with the page.

    Reasons: not_text, empty, too_deep, too_large, not_a_page, timeout.
    """

    def __init__(self, reason: str, sentence: str | Fault, /, **values: Value) -> None:
        super().__init__(sentence, **values)
        self.reason = reason

    def __reduce__(self) -> tuple[object, ...]:  # so that it crosses from a worker process
        return (UnreadablePage, (self.reason, self.fault))


class NotAFeed(WireroomError):  # noqa: N818
    """The bytes are no RSS, Atom, JSON Feed or sitemap; the feed's last good state stays."""


class BadInput(WireroomError):  # noqa: N818
    """One input of a command could not be used; the other inputs go on."""


class FetchFailed(WireroomError):  # noqa: N818
    """No usable answer came from the network.

    `permanent` is True when trying again cannot help; `retry_after_s` is how long the other
    side asked to be left alone, where it said so. `held` is True where no request was made, for
    the host is at rest or its budget is spent: nobody failed. `held_by` then names that host, as
    its turns are counted.
    """

    def __init__(
        self,
        sentence: str | Fault,
        plural: str = "",
        /,
        *,
        permanent: bool = False,
        retry_after_s: float | None = None,
        held: bool = False,
        held_by: str = "",
        **values: Value | WireroomError,
    ) -> None:
        super().__init__(sentence, plural, **values)
        self.permanent = permanent
        self.retry_after_s = retry_after_s
        self.held = held
        self.held_by = held_by


class PictureFailed(WireroomError):  # noqa: N818
    """A picture is not shown; `permanent` is True when asking its outlet again cannot help."""

    def __init__(self, message: str, *, permanent: bool = False) -> None:
        super().__init__(message)
        self.permanent = permanent


class TranslationFailed(WireroomError):  # noqa: N818
    """A translator gave nothing that can be used; the reader keeps the original."""


class SpeakerBusy(WireroomError):  # noqa: N818
    """Another recording is being made; the same one may be asked for in a few minutes."""


class SpeechFailed(WireroomError):  # noqa: N818
    """A speaker gave no audio; the words can still be read."""
