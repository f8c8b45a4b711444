"""Speakers: the real espeak-ng where it is installed, and commands well and unwell."""

import io
import os
import shutil
import sys
import time
import wave
from pathlib import Path

import pytest

from wireroom.adapters.audio_shelf import AudioShelf
from wireroom.adapters.pressing import can_press, press
from wireroom.adapters.speech import CommandSpeaker, audio_type, make_speaker
from wireroom.engine.errors import BadInput, SpeechFailed

needs_espeak = pytest.mark.skipif(
    shutil.which("espeak-ng") is None, reason="no espeak-ng here: sudo apt install espeak-ng"
)


def wav(seconds: float = 0.1) -> bytes:
    """Return so much silence."""
    told = io.BytesIO()
    with wave.open(told, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22050)
        file.writeframes(bytes(int(22050 * seconds) * 2))
    return told.getvalue()


def script(path: Path, body: str) -> str:
    """Write a Python script and return the command that runs it."""
    path.write_text(body)
    return f"{sys.executable} {path}"


@needs_espeak
@pytest.mark.parametrize(
    ("lang", "text"), [("en-GB", "The ferry sails again."), ("ar", "تبحر العبارة من جديد.")]
)
def test_espeak_speaks_both_editions(lang: str, text: str) -> None:
    speaker = make_speaker("espeak-ng")
    assert speaker is not None
    assert speaker.knows(lang)
    with wave.open(io.BytesIO(speaker.speak(text, lang))) as told:
        assert told.getnframes() / told.getframerate() > 0.5


@needs_espeak
def test_espeak_takes_words_that_look_like_options_as_words() -> None:
    speaker = make_speaker("espeak-ng")
    assert speaker is not None
    assert audio_type(speaker.speak("--help -f /etc/passwd <break/>", "en")) == "wav"
    assert not speaker.knows("xx")


def test_a_command_gets_the_text_and_the_language(tmp_path: Path) -> None:
    (tmp_path / "silence.wav").write_bytes(wav())
    command = script(
        tmp_path / "voice.py",
        "import sys, pathlib\n"
        f"folder = pathlib.Path({str(tmp_path)!r})\n"
        "(folder / 'told').write_text(sys.argv[1] + ':' + sys.stdin.read())\n"
        "sys.stdout.buffer.write((folder / 'silence.wav').read_bytes())\n",
    )
    speaker = make_speaker(f"{command} {{lang}}")
    assert speaker is not None
    assert speaker.speak("مرحبا; $(touch x)", "ar-AE") == wav()
    assert (tmp_path / "told").read_text() == "ar:مرحبا; $(touch x)"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import sys; sys.exit('no voice')", "no voice"),
        ("print('hello')", "neither WAV nor MP3"),
        ("", "neither WAV nor MP3"),
    ],
)
def test_a_command_that_gives_no_audio_says_so(tmp_path: Path, body: str, said: str) -> None:
    speaker = CommandSpeaker(script(tmp_path / "voice.py", body))
    with pytest.raises(SpeechFailed, match=said):
        speaker.speak("text", "en")


def test_a_command_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wireroom.adapters.speech._LIMIT_S", 0.3)
    speaker = CommandSpeaker(script(tmp_path / "voice.py", "import time; time.sleep(30)"))
    with pytest.raises(SpeechFailed, match="did not finish"):
        speaker.speak("text", "en")


def test_what_a_command_started_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wireroom.adapters.speech._LIMIT_S", 3.0)
    beats = tmp_path / "beats"
    script(
        tmp_path / "child.py",
        "import time\n"
        "for _ in range(1000):\n"
        f"    print('beat', file=open({str(beats)!r}, 'a'))\n"
        "    time.sleep(0.02)\n",
    )
    body = (
        f"import subprocess, sys; subprocess.run([sys.executable, {str(tmp_path / 'child.py')!r}])"
    )
    with pytest.raises(SpeechFailed, match="did not finish"):
        CommandSpeaker(script(tmp_path / "voice.py", body)).speak("text", "en")
    beaten = beats.read_text()
    time.sleep(0.5)
    assert beats.read_text() == beaten != ""


def test_a_voice_of_one_language_speaks_no_other() -> None:
    speaker = CommandSpeaker("cat", ("en",))
    assert speaker.knows("en-GB")
    assert not speaker.knows("ar")


@pytest.mark.parametrize("named", ["no-such-program --voice x", "'unclosed"])
def test_a_command_that_is_not_there_is_told(named: str) -> None:
    with pytest.raises(BadInput, match="WIREROOM_SPEECH"):
        make_speaker(named)


@pytest.mark.parametrize("named", ["", "off"])
def test_nobody_speaks_where_nobody_is_named(named: str) -> None:
    assert make_speaker(named) is None


def test_audio_is_made_smaller_where_an_encoder_is_there() -> None:
    pressed = press(wav(2.0))
    assert audio_type(pressed) == ("mp3" if can_press() else "wav")
    assert len(pressed) <= len(wav(2.0))


def test_the_oldest_recordings_make_room(tmp_path: Path) -> None:
    shelf = AudioShelf(tmp_path / "audio", most_bytes=2 * len(wav()))
    for number, key in enumerate(("one", "two", "three")):
        path = shelf.keep(key, wav())
        assert path is not None
        stamp = 1_000_000 + number
        os.utime(path, (stamp, stamp))
    assert shelf.find("one") is None
    assert shelf.find("two") is not None
    found = shelf.find("three")
    assert found is not None
    assert found.read_bytes() == wav()
    assert sorted(path.name for path in (tmp_path / "audio").iterdir()) == ["three.wav", "two.wav"]


def test_what_a_process_that_died_left_behind_is_cleared(tmp_path: Path) -> None:
    old, fresh = tmp_path / "draft-old", tmp_path / "draft-fresh"
    for path in (old, fresh):
        path.write_bytes(wav())
    stamp = time.time() - 3700
    os.utime(old, (stamp, stamp))
    AudioShelf(tmp_path).keep("one", wav())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft-fresh", "one.wav"]
