"""The wrap-up to listen to: recordings on demand, ranges of them, and the podcast."""

import shutil
import sys
from datetime import timedelta
from pathlib import Path
from threading import Timer
from xml.etree import ElementTree

import pytest
from django.core.cache import caches
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings
from tests.adapters.test_speakers import script, wav
from tests.web.test_wrap_up import NOON, YESTERDAY, day_of, story_of, text_of

from wireroom.adapters.breaker import Breaker
from wireroom.news.models import Article, Brief, Story
from wireroom.web import spoken
from wireroom.web.ranges import read_range

pytestmark = pytest.mark.django_db
DAY = f"/en/wrap-up/{day_of(YESTERDAY)}/"
_ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


@pytest.fixture
def voice(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a command speak: what it was told is in the file that is returned, a line a time."""
    caches["process"].clear()
    monkeypatch.setattr(spoken, "press", lambda audio: audio)
    monkeypatch.setattr(spoken, "can_press", lambda: False)
    monkeypatch.setattr(spoken, "_breaker", Breaker(failures=1))
    settings.VAR = tmp_path
    (tmp_path / "silence.wav").write_bytes(wav())
    told = tmp_path / "told"
    settings.WIREROOM_SPEECH = script(
        tmp_path / "voice.py",
        "import sys\n"
        f"open({str(told)!r}, 'a').write(repr(sys.stdin.read()) + '\\n')\n"
        f"sys.stdout.buffer.write(open({str(tmp_path / 'silence.wav')!r}, 'rb').read())\n",
    )
    return told


def body_of(client: Client, path: str, **headers: str) -> tuple[int, bytes]:
    response = client.get(path, headers=headers)
    return response.status_code, response.getvalue()


def test_a_day_is_recorded_once_when_it_is_first_listened_to(client: Client, voice: Path) -> None:
    story_of(YESTERDAY, "Ferry sails")
    assert f'src="{DAY}audio.wav"' in text_of(client, DAY)
    assert not voice.exists()
    for _ in range(2):
        assert body_of(client, f"{DAY}audio.wav") == (200, wav())
    said = voice.read_text().splitlines()
    assert len(said) == 1
    assert "Ferry sails: point 0." in said[0]
    assert "point 2" not in said[0]


def test_what_changes_is_recorded_anew_and_what_goes_is_heard_no_more(
    client: Client, voice: Path
) -> None:
    story = story_of(YESTERDAY, "Ferry sails")
    story_of(YESTERDAY, "Rain falls", lift=-1.0)
    body_of(client, f"{DAY}audio.wav")
    Brief.objects.filter(story=story).delete()
    body_of(client, f"{DAY}audio.wav")
    first, second = voice.read_text().splitlines()
    assert "point 0" in first
    assert "Ferry sails: point 0" not in second


def test_a_player_may_ask_for_a_part(client: Client, voice: Path) -> None:
    story_of(YESTERDAY, "Ferry sails")
    whole = wav()
    assert body_of(client, f"{DAY}audio.wav", range="bytes=10-19") == (206, whole[10:20])
    assert body_of(client, f"{DAY}audio.wav", range="bytes=-5") == (206, whole[-5:])
    assert body_of(client, f"{DAY}audio.wav", range="bytes=9999999-")[0] == 416
    assert body_of(client, f"{DAY}audio.wav", range="bytes=1-2,4-5") == (200, whole)
    response = client.get(f"{DAY}audio.wav", headers={"Range": "bytes=0-0"})
    assert response["Content-Range"] == f"bytes 0-0/{len(whole)}"
    assert response["Accept-Ranges"] == "bytes"
    other = {"range": "bytes=0-0", "if_range": '"another"'}
    assert body_of(client, f"{DAY}audio.wav", **other) == (200, whole)


def test_the_podcast_names_recordings_with_their_sizes(client: Client, voice: Path) -> None:
    for back in range(4):
        story_of(NOON - (back + 1) * (NOON - YESTERDAY), f"Story {back}")
    first = client.get("/en/wrap-up/podcast.xml")
    assert first["Content-Type"] == "application/rss+xml"
    channel = ElementTree.fromstring(first.content).find("channel")
    assert channel is not None
    assert len(channel.findall("item")) == 2  # the others when it is asked for again
    assert channel.findtext(f"{_ITUNES}explicit") == "false"
    enclosure = channel.find("item/enclosure")
    assert enclosure is not None
    assert enclosure.get("type") == "audio/wav"
    status, told = body_of(client, str(enclosure.get("url")).removeprefix("http://testserver"))
    assert (status, str(len(told))) == (200, enclosure.get("length"))
    again = ElementTree.fromstring(client.get("/en/wrap-up/podcast.xml").content)
    assert len(again.findall("channel/item")) == 4


def test_the_other_ending_leads_to_the_recording(client: Client, voice: Path) -> None:
    story_of(YESTERDAY, "Ferry sails")
    assert client.get(f"{DAY}audio.mp3")["Location"] == f"{DAY}audio.wav"


def test_today_is_not_recorded(client: Client, voice: Path) -> None:
    story_of(NOON, "Ferry sails")
    today = f"/en/wrap-up/{day_of(NOON)}/"
    assert "<audio" not in text_of(client, today)
    assert client.get(f"{today}audio.wav").status_code == 404


def test_a_day_without_stories_has_nothing_to_say(client: Client, voice: Path) -> None:
    assert "<audio" not in text_of(client, DAY)
    assert client.get(f"{DAY}audio.wav").status_code == 404
    assert not voice.exists()


@pytest.mark.parametrize("named", ["", "off", "no-such-program"])
def test_where_nobody_speaks_nothing_is_shown(
    client: Client, settings: Settings, named: str
) -> None:
    settings.WIREROOM_SPEECH = named
    story_of(YESTERDAY, "Ferry sails")
    page = text_of(client, DAY)
    assert "<audio" not in page
    assert "podcast" not in page
    for path in ("/en/wrap-up/podcast.xml", f"{DAY}audio.wav"):
        assert client.get(path).status_code == 404


def test_a_command_may_be_a_model_and_is_off_with_all_of_them(
    client: Client, voice: Path, settings: Settings
) -> None:
    settings.WIREROOM_AI = "off"
    story_of(YESTERDAY, "Ferry sails")
    assert "<audio" not in text_of(client, DAY)
    assert client.get(f"{DAY}audio.wav").status_code == 404


def test_a_speaker_that_fails_is_left_alone_for_a_while(
    client: Client, voice: Path, settings: Settings
) -> None:
    works = settings.WIREROOM_SPEECH
    settings.WIREROOM_SPEECH = f"{sys.executable} -c 'import sys; sys.exit(1)'"
    story_of(YESTERDAY, "Ferry sails")
    assert client.get(f"{DAY}audio.wav").status_code == 404
    settings.WIREROOM_SPEECH = works
    assert client.get(f"{DAY}audio.wav").status_code == 404
    assert not voice.exists()


def test_one_request_waits_for_the_recording_under_way(client: Client, voice: Path) -> None:
    story_of(YESTERDAY, "Ferry sails")
    spoken._turn.acquire()
    Timer(0.3, spoken._turn.release).start()
    assert body_of(client, f"{DAY}audio.wav")[0] == 200


def test_a_recording_that_takes_long_is_asked_for_later(
    client: Client, voice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story_of(YESTERDAY, "Ferry sails")
    monkeypatch.setattr(spoken, "WAIT_S", 0.1)
    with spoken._turn:
        assert client.get(f"{DAY}audio.wav").status_code == 503


def test_a_recording_that_is_being_made_makes_no_more_wait(client: Client, voice: Path) -> None:
    story_of(YESTERDAY, "Ferry sails")
    with spoken._turn, spoken._waiting:
        response = client.get(f"{DAY}audio.wav")
        assert (response.status_code, response["Retry-After"]) == (503, "120")
        assert client.get("/en/wrap-up/podcast.xml").status_code == 200
    assert not voice.exists()
    assert body_of(client, f"{DAY}audio.wav")[0] == 200
    with spoken._turn:  # what is there is given all the same
        assert body_of(client, f"{DAY}audio.wav")[0] == 200


def test_one_client_has_ten_recordings_an_hour_made(client: Client, voice: Path) -> None:
    story = story_of(YESTERDAY, "Ferry sails")
    for number in range(11):
        Story.objects.filter(pk=story.pk).update(headline=f"Ferry {number}")
        Article.objects.update(headline=f"Ferry {number}")
        response = client.get(f"{DAY}audio.wav")
        assert response.status_code == (200 if number < 10 else 429), number
    assert response["Retry-After"] == "3600"
    other = {"x_forwarded_for": "198.51.100.7"}
    assert body_of(client, f"{DAY}audio.wav", **other)[0] == 200


def test_what_is_older_than_two_weeks_is_not_recorded_any_more(client: Client, voice: Path) -> None:
    for back, is_recorded in ((14, True), (15, False)):
        story_of(NOON - timedelta(days=back), f"Story {back}")
        day = f"/en/wrap-up/{day_of(NOON - timedelta(days=back))}/"
        assert ("<audio" in text_of(client, day)) is is_recorded
        assert body_of(client, f"{day}audio.wav")[0] == (200 if is_recorded else 404)


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no espeak-ng here")
def test_espeak_reads_a_wrap_up_in_arabic(
    client: Client, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    caches["process"].clear()
    monkeypatch.setattr(spoken, "_breaker", Breaker())
    settings.VAR, settings.WIREROOM_SPEECH = tmp_path, "espeak-ng"
    story = story_of(YESTERDAY, "تبحر العبارة من جديد", lang="ar")
    Article.objects.update(lang="ar")
    story.lang = "ar"
    story.save()
    feed = ElementTree.fromstring(client.get("/ar/wrap-up/podcast.xml").content)
    enclosure = feed.find("channel/item/enclosure")
    assert enclosure is not None
    assert int(str(enclosure.get("length"))) > 5_000


@given(st.text(max_size=30), st.integers(1, 1000))
def test_any_header_is_a_range_within_the_file_or_none(header: str, size: int) -> None:
    for told in (header, f"bytes={header}"):
        span = read_range(told, size)
        assert span in ("whole", "impossible") or (
            isinstance(span, tuple) and 0 <= span[0] <= span[1] < size
        )


@given(st.integers(0, 99), st.integers(0, 200))
def test_a_range_is_cut_to_the_file(first: int, last: int) -> None:
    expected = (first, min(last, 99)) if last >= first else "whole"
    assert read_range(f"bytes={first}-{last}", 100) == expected
