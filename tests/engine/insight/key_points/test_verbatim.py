"""Law of the room: what is chosen stands letter for letter in a body, whatever the body holds."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.brief import write_brief
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.sentences import cut_sentences

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
PIECES = st.sampled_from(
    [
        "Mayor Ada Quill closed the old bridge of Orme on Tuesday, the council said. ",
        "Four people were killed on Monday when the bridge fell, police said. ",
        "“Stop. Go back,” said Bram Tolland, who stood at the gate on Wednesday. ",
        "Orme (Naba) — The bridge will open on Friday, the U.S. firm said. ",
        "أغلقت رئيسة البلدية آدا كويل جسر أورم القديم الثلاثاء، بحسب المجلس. ",
        "市长奎尔周二关闭了奥姆大桥。警方说有四人死亡。",
        "\n\n", "“", "”", "»", "\"", ". ", "؟ ", "\ud800",
        "e\u0301 ", "\u200f", "\x00", "😀 ", "No. 5 St. Orme Co. ", "\r\n", "\u2028", "İ ",
    ]
)  # fmt: skip
BODIES = st.lists(PIECES | st.text(max_size=20), max_size=14).map("".join)
LANGS = st.sampled_from(["en", "ar", "zh", "de", "und", "", "xx-YY", "EN"])


@settings(max_examples=150, deadline=None)
@given(bodies=st.lists(BODIES, max_size=4), lang=LANGS, hours=st.integers(-30, 30))
def test_all_that_a_brief_shows_is_verbatim(bodies: list[str], lang: str, hours: int) -> None:
    reports = [
        Report(
            id=str(number),
            revision=number + 1,
            body=body,
            lang=lang,
            published_at=NOON + timedelta(hours=number) if number else None,
        )
        for number, body in enumerate(bodies)
    ]
    brief = write_brief(reports, since=NOON + timedelta(hours=hours))
    shown = [
        *((point.text, point.span) for point in brief.key_points),
        *((entry.text, entry.span) for entry in brief.timeline),
        *((point.text, point.span) for point in brief.new or ()),
    ]
    for text, span in shown:
        report = reports[int(span.article)]
        assert text == report.body[span.start : span.end]
        assert span.revision == report.revision
        assert text == text.strip()
        assert "\n" not in text


@given(body=BODIES)
def test_sentences_follow_one_another(body: str) -> None:
    last = 0
    for start, end in cut_sentences(body):
        assert last <= start < end <= len(body)
        last = end
