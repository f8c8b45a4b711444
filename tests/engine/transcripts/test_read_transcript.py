"""Transcripts become paragraphs that read, whatever wrote them."""

import json
import random
from collections.abc import Callable
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.transcripts.read import MAX_TEXT, read_transcript
from wireroom.engine.types import TranscriptKind

VTT, SRT, JSON, HTML, PLAIN = (
    TranscriptKind(name) for name in ("vtt", "srt", "json", "html", "plain")
)
CAPTIONS = """WEBVTT - Harbour Hour
Kind: captions

STYLE
::cue { color: red }

NOTE made by hand

intro
00:00.000 --> 00:03.000 align:start
<v.loud Ada Quill>Good evening, this is the
harbour hour. [MUSIC]

00:00:03.100 --> 00:00:05.000
<v Ada Quill>The ferry is <i>late</i> again.

00:00:08.100 --> 00:00:09.000
<v Ada Quill>We ask why.

00:00:09.100 --> 00:00:12.000
<v Ben Oduya>It is the tide &amp; the wind [he laughs] [of March].</v>
"""


def read(text: str, kind: TranscriptKind) -> tuple[str, ...]:
    return read_transcript(text.encode(), kind)


@pytest.mark.parametrize("kind", [VTT, SRT, PLAIN])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_captions_are_joined_to_paragraphs_of_their_speakers(
    kind: TranscriptKind, ends: str
) -> None:
    assert read(CAPTIONS.replace("\n", ends), kind) == (
        "Ada Quill: Good evening, this is the harbour hour. The ferry is late again.",
        "We ask why.",
        "Ben Oduya: It is the tide & the wind [of March].",
    )


def test_subrip_without_empty_lines_loses_its_numbers_alone() -> None:
    told = (
        "1\n00:00:00,000 --> 00:00:02,000\n<font color='red'>In the year</font>\n"
        "2\n00:00:02,000 --> 00:00:03,000\n{\\an8}2031 it rained.\n\n3\n"
        "00:00:03,500 --> 00:00:05,000\n- Did it?\n- It did.\n"
    )
    assert read(told, SRT) == ("In the year 2031 it rained.", "Did it?", "It did.")


def test_names_before_a_colon_are_speakers_where_they_come_again() -> None:
    said = (
        "Ada Quill: Good evening,\nthis is the harbour", "Ada Quill: hour. He said: no.",
        "Note: it was late.", "Ben Oduya:\nThe tide.", "Then he asks: why?", "Ben Oduya: The wind.",
        "Ada Quill: Thanks.",
    )  # fmt: skip
    told = "\n\n".join(f"{n}\n00:00:0{n},0 --> 00:00:0{n},9\n{text}" for n, text in enumerate(said))
    assert read(told, SRT) == (
        "Ada Quill: Good evening, this is the harbour hour. He said: no.",
        "Note: it was late.",
        "Ben Oduya: The tide. Then he asks: why? The wind.",
        "Ada Quill: Thanks.",
    )


def test_rolling_captions_are_told_once_and_what_is_said_twice_twice() -> None:
    lines = "good evening and welcome|to the harbour hour|the ferry is late|for the fourth time"
    shown = ["", *lines.split("|")]
    rolling = "\n\n".join(
        f"00:00:{at:02}.000 --> 00:00:{at + 1:02}.000\n{before}\n{line}"
        for at, (before, line) in enumerate(pairwise(shown))
    )
    assert read(f"WEBVTT\n\n{rolling}", VTT) == (" ".join(shown[1:]),)
    twice = "\n\n".join(
        f"00:00:{at:02}.000 --> 00:00:{at + 1:02}.000\n{line}"
        for at, line in enumerate(["No.", "No.", *(f"Line {n} of many." for n in range(8))])
    )
    assert read(f"WEBVTT\n\n{twice}", VTT)[0].startswith("No. No. Line 0 of many.")


def test_growing_captions_are_told_once() -> None:
    words = ["it", "is", "the", "tide", "and", "the", "wind"]
    grown = "\n\n".join(
        f"00:00:{at:02}.000 --> 00:00:{at + 1:02}.000\n{' '.join(words[: at + 1])}"
        for at in range(len(words))
    )
    assert read(f"WEBVTT\n\n{grown}", VTT) == (" ".join(words),)


def test_json_tells_who_speaks_and_may_tell_word_by_word() -> None:
    words = [
        {"speaker": "Ada Quill", "startTime": n / 2, "endTime": n / 2 + 0.4, "body": word}
        for n, word in enumerate(["Good", "evening", ",", "all", "."])
    ]
    more: list[object] = [
        {"speaker": "Ben Oduya", "startTime": 3, "endTime": 4, "body": "Thanks."},
        {"startTime": 4, "endTime": 5, "body": "(laughs) Well (it was late)."},
        {"body": 7}, None, [], {"speaker": 5, "startTime": 10**400, "body": "Ferries."},
    ]  # fmt: skip
    assert read(json.dumps({"version": "1.0.0", "segments": words + more}), JSON) == (
        "Ada Quill: Good evening, all.",
        "Ben Oduya: Thanks. Well (it was late). Ferries.",
    )


def test_html_keeps_its_paragraphs_and_names() -> None:
    markup = (
        "<html><head><title>T</title></head><body><nav><a href='/'>Home</a></nav>"
        "<cite>Ada Quill:</cite>\n<time>0:01</time>\n<p>Good <b>evening</b>.</p>"
        "<cite>Ben Oduya</cite><p>[00:12] It is the <script>alert(1)</script>tide.</p>"
        "<p>Ada Quill:</p><p>Thanks.</p><p>12:30</p><form>Subscribe</form></body></html>"
    )
    expected = ("Ada Quill: Good evening.", "Ben Oduya: It is the tide.", "Ada Quill: Thanks.")
    assert read(markup, HTML) == expected


def test_plain_text_is_parted_where_it_is_empty_or_names_begin() -> None:
    told = "0:01 Ada: Good evening.\nBen: It is\nthe tide.\n\n[00:02:03] Next.\n\n12:30 - 12:31"
    assert read(told, PLAIN) == ("Ada: Good evening.", "Ben: It is the tide.", "Next.")


def test_arabic_and_japanese_are_joined_as_they_are_written() -> None:
    told = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<v مينا فاروق>مساء الخير، هذه\n\n"
        "00:02.000 --> 00:04.000\n<v مينا فاروق>ساعة الميناء. [موسيقى]\n\n"
        "00:09.000 --> 00:10.000\n<v 田中>船は\n\n00:10.000 --> 00:11.000\n遅れた。\n"
    )
    assert read(told, VTT) == ("مينا فاروق: مساء الخير، هذه ساعة الميناء.", "田中: 船は遅れた。")


@pytest.mark.parametrize("kind", [VTT, SRT, JSON, PLAIN])
def test_a_web_page_or_a_recording_in_its_place_says_nothing(kind: TranscriptKind) -> None:
    assert read("<!DOCTYPE html><p>Sign in to read on.</p>", kind) == ()
    assert read_transcript(b"ID3\x03\x00\x00\x00" + bytes(range(256)) * 40, kind) == ()


def test_talk_without_an_end_is_parted_and_bounded() -> None:
    cues = "".join(
        f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}.000 --> 99:00:00.000\nwe go on and on\n\n"
        for n in range(30_000)
    )
    told = read("WEBVTT\n\n" + cues, VTT)
    assert sum(map(len, told)) <= MAX_TEXT
    assert max(map(len, told)) < 1_000


_PIECES = st.sampled_from(
    ["00:00.000 --> 00:01.000\n", "00:00:01,5 --> 9999:99:99.999", "\n\n", "\n", "WEBVTT", "<v ",
     "<v Ada>", "</v>", "<", ">", "[", "]", "(music)", "♪", "Ada: ", "- ", ">> ", "&amp;", "&#0;",
     '{"segments":[', '{"body":"', '"},', "]}", "<p>", "<cite>", "<time>", "1", "12:30", "x ", "é",
     "\x00", "\ufeff", "مساء", "NOTE ", "{\\an8}", ".", "، "]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(_PIECES, max_size=60).map("".join), st.sampled_from(list(TranscriptKind)))
def test_whatever_comes_reads_as_clean_paragraphs(text: str, kind: TranscriptKind) -> None:
    for paragraph in read(text, kind):
        assert paragraph
        assert paragraph == " ".join(paragraph.split())


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from(list(TranscriptKind)))
def test_whatever_bytes_come_are_read_or_not(raw: bytes, kind: TranscriptKind) -> None:
    for whole in (raw, b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + raw):
        for paragraph in read_transcript(whole, kind):
            assert paragraph.strip()
            paragraph.encode()  # a database takes it
            assert "\0" not in paragraph


CUE = "00:00.000 --> 00:01.000\n"


@pytest.mark.parametrize(
    "made",
    [
        lambda size: CUE + "<v a>" * size,
        lambda size: CUE + "<v " * size,
        lambda size: CUE + "♪" * size,
        lambda size: "[" * size,
        lambda size: "Ada (" * size,
        lambda size: "<p>a<cite>b" * size,
        lambda size: "1:" * size,
        lambda size: (CUE + "a b c d\n\n") * (size // 10),
        lambda size: '{"segments":[' + '{"body":"x"},' * (size // 5) + "{}]}",
        lambda size: "".join(f"{random.Random(n).random()} \n" for n in range(size // 10)),
    ],
)
@pytest.mark.parametrize("kind", [VTT, JSON, HTML, PLAIN])
def test_time_grows_with_length_alone(made: Callable[[int], str], kind: TranscriptKind) -> None:
    def seconds(size: int) -> float:
        raw = made(size).encode()
        begin = process_time()
        read_transcript(raw, kind)
        return process_time() - begin

    few = min(seconds(5_000) for _ in range(2))
    assert min(seconds(20_000) for _ in range(2)) < 9 * max(few, 0.01)  # the square would be 16
