"""Whether a verb of the claim that no cited word says may stand for the cited one in its place."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.decisive_en import DECISIVE
from wireroom.engine.insight.verify.frames import Frame, frames_of
from wireroom.engine.insight.verify.heads import keys_of_words, own_keys
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.uses import are_contrary, arguments_of
from wireroom.engine.insight.verify.vocabulary_en import are_opposed, base_of

_ENOUGH: Final = 2  # words that both verbs must have around them
_SHARE: Final = 0.5  # of the claim's words around its verb, that the cited one has too


def reworded(claim: Reading, loose: Sequence[Token], passages: Sequence[Passage]) -> set[int]:
    """Return the ids of loose verbs whose parties and circumstances one cited verb has.

    Only verbs that decide nothing may be so reworded: "tracked with transmitters", but not "won".
    """
    wanted = {id(token) for token in loose}
    frames = [frame for frame in frames_of(claim) if id(frame.verb) in wanted]
    cited = [frame for passage in passages for frame in frames_of(passage.reading)]
    return {
        id(frame.verb)
        for frame in frames
        if any(are_contrary(frame, other) for other in cited)
        or (
            base_of(frame.verb.word) not in DECISIVE
            and any(_tells_alike(frame, other) for other in cited)
        )
    }


def _tells_alike(frame: Frame, other: Frame) -> bool:
    if are_opposed(frame.verb.word, other.verb.word):
        return False
    wanted = arguments_of(frame)
    keys = keys_of_words(arguments_of(other))
    held = [token for token in wanted if own_keys(token) & keys]
    told = [token for token in wanted if token.is_name or token.is_number or is_day(token)]
    return (
        len(held) >= _ENOUGH
        and len(held) >= _SHARE * len(wanted)
        and all(token in held for token in told)
    )
