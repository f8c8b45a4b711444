"""What a failed call means: what is counted, what the host reads, what is worth another way."""

from typing import Final

from wireroom.engine.errors import FetchFailed
from wireroom.engine.writing import Failure

# Statuses with which servers refuse an option that they do not know.
_REFUSES_WAY: Final = frozenset((400, 415, 422, 501))
_LONGEST: Final = 300
_TOLD: Final[dict[Failure, str]] = {
    Failure.TIMEOUT: "the server did not answer in time",
    Failure.UNREACHABLE: "no server answers there; start it, or mend WIREROOM_AI_URL",
    Failure.BUSY: "the server asks to be left alone for a while (429)",
    Failure.SERVER: "the server failed",
    Failure.KEY: "the server does not accept the key; mend WIREROOM_AI_KEY",
    Failure.REFUSED: "the server refuses the request; is WIREROOM_AI_MODEL a model that it has?",
    Failure.NONSENSE: "what answers there is no server of OpenAI's protocol",
}


def status_of(error: BaseException) -> int | None:
    """Return the HTTP status of a failed call."""
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) else None


def refuses_way(error: BaseException) -> bool:
    """Whether another way of asking may be taken.

    llama-cpp-python's server answers 500 to a form of answer that it does not know.
    """
    status = status_of(error)
    fails_on_form = status is not None and status >= 500 and "response_format" in str(error)
    return fails_on_form or status in _REFUSES_WAY


def failure_of(error: BaseException) -> Failure:
    """Return the kind of failure."""
    # Imported here: whoever has an error of the client has loaded it already.
    from openai import APIConnectionError, APITimeoutError

    if isinstance(error, APITimeoutError):
        return Failure.TIMEOUT
    if isinstance(error, APIConnectionError):
        return Failure.UNREACHABLE
    status = status_of(error)
    if status is None or status < 400:
        return Failure.NONSENSE
    if status in (401, 403):
        return Failure.KEY
    if status in (408, 504):
        return Failure.TIMEOUT
    if status == 429:
        return Failure.BUSY
    return Failure.SERVER if status >= 500 else Failure.REFUSED


def say_refusal(error: BaseException) -> str:
    """Return in words what failed and what the host can do."""
    if isinstance(error.__cause__, FetchFailed):  # the guard's own words
        return f"{error.__cause__}; or set WIREROOM_AI_URL yourself"[:_LONGEST]
    said = " ".join(str(error).replace("\0", "").split())[:_LONGEST]
    return f"{_TOLD[failure_of(error)]}: {said}" if said else _TOLD[failure_of(error)]


def wait_asked(error: BaseException) -> float | None:
    """Return how many seconds the server asked to be left alone for."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    told = headers.get("retry-after") if headers is not None else None
    try:
        return max(float(told), 0.0) if told else None
    except ValueError:
        return None  # a date: the row's own back-off is good enough
