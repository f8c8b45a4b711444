"""The wrap-up of a day that has ended, read aloud by this instance's speaker and kept."""

import hashlib
import logging
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final

from django.conf import settings
from django.template.loader import render_to_string

from wireroom.adapters.audio_shelf import AudioShelf
from wireroom.adapters.breaker import Breaker
from wireroom.adapters.pressing import can_press, press
from wireroom.adapters.speech import EspeakSpeaker, audio_type, make_speaker
from wireroom.engine.errors import BadInput, SpeakerBusy, SpeechFailed
from wireroom.engine.ports import Speaker
from wireroom.news.queries.wrap_up import WrapUp
from wireroom.web.editions import Edition
from wireroom.web.times import written_day

log = logging.getLogger(__name__)

TYPES: Final = {"mp3": "audio/mpeg", "wav": "audio/wav"}
_REST_S: Final = 600.0  # after a failure: a speaker that is not there is not asked for every page
_turn: Final = Lock()  # one recording at a time: a voice takes a whole core
# A browser's player asks twice as it starts: one request may wait for the recording under way.
_waiting: Final = Lock()
WAIT_S: Final = 10.0
_breaker: Final = Breaker(failures=1, rest_s=_REST_S)


def current_speaker(edition: Edition) -> Speaker | None:
    """Return who speaks an edition's language here; None for nobody.

    A command may run a model: where machines are off, it is off. espeak-ng follows rules.
    """
    speaker = _speaker(settings.WIREROOM_SPEECH, tuple(settings.WIREROOM_SPEECH_LANGUAGES))
    if speaker is None or not speaker.knows(edition.lang):
        return None
    if settings.WIREROOM_AI == "off" and not isinstance(speaker, EspeakSpeaker):
        return None
    return speaker


def find_audio(wrap_up: WrapUp, edition: Edition) -> Path | None:
    """Return the recording of a wrap-up as it stands now, None where there is none yet."""
    return _shelf().find(_key(_words(wrap_up), edition))


def make_audio(wrap_up: WrapUp, edition: Edition) -> Path | None:
    """Return the recording of a wrap-up, made where there is none; None where that fails.

    Raises SpeakerBusy where another one is being made and a request waits for it already: each
    that waits holds one of the few threads that serve pages.
    """
    known, speaker = find_audio(wrap_up, edition), current_speaker(edition)
    if known is not None or speaker is None or not wrap_up.stories:
        return known
    _take_turn()
    try:
        found = find_audio(wrap_up, edition)
        return found if found or _breaker.is_resting else _record(speaker, wrap_up, edition)
    finally:
        _turn.release()


def _take_turn() -> None:
    if _turn.acquire(blocking=False):
        return
    if not _waiting.acquire(blocking=False):
        raise SpeakerBusy("another recording is being made")
    try:
        if not _turn.acquire(timeout=WAIT_S):
            raise SpeakerBusy("another recording takes long")
    finally:
        _waiting.release()


def guess_type() -> str:
    """Return the ending that a recording will have, most likely."""
    return "mp3" if can_press() else "wav"


def _record(speaker: Speaker, wrap_up: WrapUp, edition: Edition) -> Path | None:
    words = _words(wrap_up)
    try:
        audio = speaker.speak(words, edition.lang)
    except SpeechFailed as error:
        log.warning("the wrap-up of %s is not spoken: %s", wrap_up.day, error)
        _breaker.note(failed=True)
        return None
    return _shelf().keep(
        _key(words, edition), press(audio) if audio_type(audio) == "wav" else audio
    )


def _words(wrap_up: WrapUp) -> str:
    day = written_day(wrap_up.day)
    return render_to_string("wrap_up_spoken.txt.jinja", {"wrap_up": wrap_up, "day": day})


def _key(words: str, edition: Edition) -> str:
    told = f"{settings.WIREROOM_SPEECH}\n{edition.lang}\n{words}"
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]


def _shelf() -> AudioShelf:
    return AudioShelf(settings.VAR / "audio")


@lru_cache(maxsize=4)
def _speaker(named: str, languages: tuple[str, ...]) -> Speaker | None:
    try:
        return make_speaker(named, languages=languages)
    except BadInput as error:
        log.error("%s", error)
        return None
