"""A model behind a server that speaks OpenAI's protocol; see engine.ports.Writer."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from wireroom.adapters.ai.answers import NoAnswer, read_answer
from wireroom.adapters.ai.endpoint import Endpoint
from wireroom.adapters.ai.refusals import failure_of, refuses_way, say_refusal, wait_asked
from wireroom.adapters.ai.way import Way
from wireroom.engine.writing import Failure, Spent, Unwritten, WriteRequest, Written

if TYPE_CHECKING:
    from openai import OpenAI

# What fails for a moment is tried again once, here; what fails then, or asks for more than a few
# seconds, waits for its row's next turn. The client's own retries would sleep as long as a server
# says, and hold a worker meanwhile.
_BACK_OFF_S: Final = 0.5
_LONGEST_WAIT_S: Final = 5.0
_MOMENTARY: Final = frozenset((Failure.UNREACHABLE, Failure.SERVER, Failure.BUSY))
_MOST_TRIES: Final = 6
# Where a server does not count, a token has about three characters of the languages of the news.
_CHARS_A_TOKEN: Final = 3
_REPAIR: Final = (
    "That is not what was asked for: {fault}. Answer again with the JSON object and nothing else."
)


@dataclass(slots=True)
class OpenAIWriter:
    """Asks in the way that the server takes, which it finds out and keeps in `way`."""

    endpoint: Endpoint
    way: Way = field(default_factory=Way)
    _client: "OpenAI | None" = None

    def write(self, request: WriteRequest) -> Written | Unwritten:
        """Return the answer, repaired once where it was none, or why there is none."""
        messages = [
            {"role": "system", "content": request.system},
            {"role": "user", "content": request.material},
        ]
        said = self._ask(request, messages, Spent())
        if isinstance(said, Unwritten):
            return said
        reply = self._read(said, request)
        if isinstance(reply, Written) or reply.failure is Failure.CUT:
            return reply
        repair = _REPAIR.format(fault=reply.why)
        messages += [
            {"role": "assistant", "content": said.text[: 4 * request.most_tokens] or "(nothing)"},
            {"role": "user", "content": repair},
        ]
        again = self._ask(request, messages, said.spent)
        return again if isinstance(again, Unwritten) else self._read(again, request)

    def _read(self, said: "_Said", request: WriteRequest) -> Written | Unwritten:
        try:
            answer = read_answer(said.text, request.schema)
        except NoAnswer as fault:
            kind, why = Failure.NONSENSE, str(fault)
            if said.was_cut:
                kind, why = Failure.CUT, f"it was cut after {request.most_tokens} tokens"
            return Unwritten(failure=kind, why=why, spent=said.spent, way=str(self.way))
        return Written(
            answer=answer, model=self.endpoint.model, spent=said.spent, way=str(self.way)
        )

    def _ask(
        self, request: WriteRequest, messages: Sequence[Mapping[str, str]], spent: Spent
    ) -> "_Said | Unwritten":
        """Return what was said, in the first way that the server does not refuse."""
        way = self.way
        may_retry = True
        for _ in range(_MOST_TRIES):
            spent += Spent(calls=1)
            try:
                said = self._call(way, request, messages)
            except Exception as error:  # noqa: BLE001 - whatever a server does is no answer
                refused = error
            else:
                self.way = way
                return _Said(said.text, spent + said.spent, said.was_cut)
            following = way.after_refusal(str(refused)) if refuses_way(refused) else None
            if following is not None:
                way = following
            elif may_retry and _rest(refused):
                may_retry = False
            else:
                break
        return Unwritten(
            failure=failure_of(refused),
            why=say_refusal(refused),
            spent=spent,
            way=str(self.way),
            retry_after_s=wait_asked(refused),
        )

    def _call(
        self, way: Way, request: WriteRequest, messages: Sequence[Mapping[str, str]]
    ) -> "_Said":
        create: Any = self._open().chat.completions.create
        completion = create(
            model=self.endpoint.model, messages=list(messages), **way.options(request)
        )
        return _said(completion, sum(len(one["content"]) for one in messages))

    def _open(self) -> "OpenAI":
        if self._client is None:
            # Imported here: it costs a second and 60 MB, and most hosts have no model.
            from openai import OpenAI

            from wireroom.adapters.ai.guarded import open_client

            self._client = OpenAI(
                base_url=self.endpoint.url,
                api_key=self.endpoint.key or "none",
                timeout=self.endpoint.timeout_s,
                max_retries=0,
                http_client=open_client(self.endpoint.allow),
            )
        return self._client


def _rest(error: BaseException) -> bool:
    """Wait a moment where what failed may be over by then; False where it is not worth it."""
    asked_s = wait_asked(error)
    wait_s = _BACK_OFF_S if asked_s is None else asked_s
    if failure_of(error) not in _MOMENTARY or wait_s > _LONGEST_WAIT_S:
        return False
    time.sleep(wait_s)
    return True


@dataclass(frozen=True, slots=True)
class _Said:
    """What a model said, and whether its server stopped it."""

    text: str
    spent: Spent
    was_cut: bool


def _said(completion: Any, chars: int) -> _Said:
    """Return what a completion says; servers leave out what they do not know."""
    choices = getattr(completion, "choices", None) or ()
    first = choices[0] if choices else None
    content = getattr(getattr(first, "message", None), "content", None)
    text = content if isinstance(content, str) else ""
    usage = getattr(completion, "usage", None)
    sent, received = (
        _count(getattr(usage, name, None)) for name in ("prompt_tokens", "completion_tokens")
    )
    spent = Spent(
        tokens_in=sent or chars // _CHARS_A_TOKEN,
        tokens_out=received or len(text) // _CHARS_A_TOKEN,
    )
    return _Said(text, spent, getattr(first, "finish_reason", None) == "length")


def _count(told: object) -> int:
    return max(told, 0) if isinstance(told, int) else 0
