"""Speakers: espeak-ng where it is installed, or a command of the operator's."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Final

from wireroom.engine.errors import BadInput, SpeechFailed
from wireroom.engine.ports import Speaker

# Ten stories with two sentences each are some 4,000 letters, spoken in four minutes; espeak-ng
# makes that in a second, a neural voice on one core in about two minutes.
_MOST_CHARS: Final = 20_000
_LIMIT_S: Final = 240.0
_MOST_BYTES: Final = 100_000_000  # of WAV: half an hour
_VOICES_S: Final = 10.0
_PROGRAM: Final = "espeak-ng"
_RATE: Final = "160"  # words a minute; its own 175 is fast for news


class EspeakSpeaker:
    """`engine.ports.Speaker` by espeak-ng on the PATH."""

    def __init__(self, program: str) -> None:
        self._program: Final = program

    @cached_property
    def _languages(self) -> frozenset[str]:
        """Return the primary subtags of its voices."""
        try:
            told = subprocess.run(  # noqa: S603 - a fixed program, no shell
                [self._program, "--voices"],
                capture_output=True, timeout=_VOICES_S, check=True, text=True,
            ).stdout  # fmt: skip
        except (OSError, subprocess.SubprocessError):
            return frozenset()
        rows = [line.split() for line in told.splitlines()[1:]]
        return frozenset(_primary(row[1]) for row in rows if len(row) > 1)

    def knows(self, lang: str) -> bool:
        """Say whether it has a voice for a language."""
        return _primary(lang) in self._languages

    def speak(self, text: str, lang: str) -> bytes:
        """Return WAV; see engine.ports."""
        # Its standard output would be WAV of an unknown length; of a file it writes the length.
        with tempfile.TemporaryDirectory(prefix="wireroom-speech-") as folder:
            spoken = Path(folder) / "spoken.wav"
            words = [self._program, "-v", _primary(lang), "-s", _RATE, "--stdin", "-w", str(spoken)]
            _run(words, text)
            return _bounded(spoken.read_bytes() if spoken.exists() else b"")


class CommandSpeaker:
    """`engine.ports.Speaker` by a command that reads text and writes WAV or MP3.

    `{lang}` in it becomes the language. A command without it speaks `languages` alone; none
    named means any.
    """

    def __init__(self, command: str, languages: tuple[str, ...] = ()) -> None:
        self._words: Final = shlex.split(command)
        self._languages: Final = languages

    def knows(self, lang: str) -> bool:
        """Say whether it is meant for a language."""
        return not self._languages or _primary(lang) in self._languages

    def speak(self, text: str, lang: str) -> bytes:
        """Return what the command wrote; see engine.ports."""
        words = [word.replace("{lang}", _primary(lang)) for word in self._words]
        return _bounded(_run(words, text))


def make_speaker(named: str, *, languages: tuple[str, ...] = ()) -> Speaker | None:
    """Return the speaker that a setting names: "espeak-ng", a command, or none for "off".

    Raises BadInput for a command that is not there.
    """
    if named in ("", "off"):
        return None
    program = shutil.which(_program_of(named))
    if program is None:
        raise BadInput(f"WIREROOM_SPEECH: {_program_of(named)} is not installed here")
    return EspeakSpeaker(program) if named == _PROGRAM else CommandSpeaker(named, languages)


def audio_type(audio: bytes) -> str | None:
    """Return "wav" or "mp3" by the first bytes of audio, None for anything else."""
    if audio[:4] == b"RIFF" and audio[8:12] == b"WAVE":
        return "wav"
    is_frame = len(audio) > 1 and audio[0] == 0xFF and audio[1] & 0xE6 == 0xE2  # MPEG layer III
    return "mp3" if audio[:3] == b"ID3" or is_frame else None


def _program_of(command: str) -> str:
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise BadInput(f"WIREROOM_SPEECH is no command: {command}") from error
    if not words:
        raise BadInput("WIREROOM_SPEECH is empty: leave it unset, or name espeak-ng or a command")
    return words[0]


def _run(words: list[str], text: str) -> bytes:
    try:
        process = subprocess.Popen(  # noqa: S603 - the operator's own command, no shell
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise SpeechFailed(f"{words[0]} cannot be run: {error}") from error
    with process:
        try:
            audio, told = process.communicate(_encoded(text), timeout=_LIMIT_S)
        except subprocess.TimeoutExpired as error:
            raise SpeechFailed(f"{words[0]} did not finish within {_LIMIT_S:g} s") from error
        finally:
            _end_group(process)
    if process.returncode != 0:
        said = told[-200:].decode("utf-8", "replace").strip()
        raise SpeechFailed(f"{words[0]} failed ({process.returncode}): {said}")
    return audio


def _encoded(text: str) -> bytes:
    return text[:_MOST_CHARS].encode("utf-8", "replace")


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End a command that is not done, and what it started: a script's voice takes a core."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _bounded(audio: bytes) -> bytes:
    if len(audio) > _MOST_BYTES:
        raise SpeechFailed("the speaker's audio is too large")
    if audio_type(audio) is None:
        raise SpeechFailed("the speaker gave neither WAV nor MP3")
    return audio


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()
