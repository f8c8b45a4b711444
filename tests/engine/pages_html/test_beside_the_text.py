"""Corrections, updates, editors' notes, fact boxes and live entries are told from running text."""

import json
from datetime import UTC, datetime

import pytest
from tests.engine.pages_html.test_structure import BODY, lines, paragraphs, read

from wireroom.engine.pages.note_words import label_of
from wireroom.engine.types import Article, NoteKind

NOTES = [
    ("Correction: An earlier version of this report gave the number of boats as four; it is three.",
     NoteKind.CORRECTION),
    ("Correction (March 3, 2026): The director's name is Mira Tolan, not Mara Tolan.",
     NoteKind.CORRECTION),
    ("This story has been updated with a statement from the harbour council.", NoteKind.UPDATE),
    ("Editor's note: The writer's brother works for the ferry company.", NoteKind.EDITORS_NOTE),
    ("Editors’ Note, March 4, 2026: This article has been updated to name the third boat.",
     NoteKind.UPDATE),
    ("Clarification: The company owns the boats, and the city owns the quay.",
     NoteKind.CLARIFICATION),
    ("Clarification: This article was amended on 3 March 2026 to say who owns the quay.",
     NoteKind.CLARIFICATION),
    ("UPDATE 4 March 2026: The council has moved its vote to Thursday evening.", NoteKind.UPDATE),
    ("This article was amended on 3 March 2026 to correct the number of boats.",
     NoteKind.CORRECTION),
    ("Because of an editing error, an earlier version of this article misstated the fares.",
     NoteKind.CORRECTION),
    ("Rectificatif : la compagnie possède trois bateaux, et non quatre comme nous l'écrivions.",
     NoteKind.CORRECTION),
    ("Cet article a été mis à jour avec la réponse du conseil du port.", NoteKind.UPDATE),
    ("Note de la rédaction : le nom de la directrice a été corrigé.", NoteKind.EDITORS_NOTE),
    ("Corrección: la compañía tiene tres barcos y no cuatro, como decía este texto.",
     NoteKind.CORRECTION),
    ("Fe de errores: en una versión anterior de esta noticia se daba otro número de barcos.",
     NoteKind.CORRECTION),
    ("Esta noticia ha sido actualizada con la respuesta del consejo.", NoteKind.UPDATE),
    ("Korrektur: Die Reederei hat drei Schiffe, nicht vier, wie es hier zuerst hieß.",
     NoteKind.CORRECTION),
    ("In einer früheren Version dieses Artikels hieß es, die Reederei habe vier Schiffe.",
     NoteKind.CORRECTION),
    ("Anmerkung der Redaktion: Der Name der Leiterin wurde geändert.", NoteKind.EDITORS_NOTE),
    ("تصحيح: ورد في نسخة سابقة من هذا الخبر أن عدد القوارب أربعة، والصحيح ثلاثة.",
     NoteKind.CORRECTION),
    ("تنويه: تعمل شقيقة الكاتبة في شركة العبارات المذكورة في هذا التقرير.",
     NoteKind.EDITORS_NOTE),
    ("تم تحديث هذا الخبر بإضافة رد مجلس الميناء على أسئلة الصحيفة.", NoteKind.UPDATE),
]  # fmt: skip
RUNNING = [
    "The correction came too late for the market, traders in the old harbour said on Monday.",
    "Update your tickets at the quay, the company says, or by telephone before the evening.",
    "Updates on the weather are read out at the quay every hour, the company said in its plan.",
    "Notes of the meeting show that an earlier version of the plan had named four boats.",
    "This report was the third that the council has asked for since the floods of two years ago.",
    "Clarifications were asked for by three members of the council, who got none on Monday.",
    "تنويع مصادر الدخل هدف الشركة التي قالت إنها ستسير قوارب ليلية من المدينة إلى الجزر القريبة.",
]


@pytest.mark.parametrize(("text", "kind"), NOTES)
@pytest.mark.parametrize("above", [True, False])
def test_a_note_stays_with_the_article_and_apart_from_its_text(
    text: str, kind: NoteKind, above: bool
) -> None:
    note = f"<p><em>{text}</em></p>"
    around = (note, "") if above else ("", note)
    article = read(around[0] + paragraphs(*BODY) + around[1])
    assert [(one.text, one.kind) for one in article.corrections] == [(text, kind)]
    assert article.paragraphs == BODY
    assert text not in article.html


@pytest.mark.parametrize("text", RUNNING)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_sentence_with_the_words_of_a_note_is_none(text: str, place: int) -> None:
    texts = [*BODY[:place], text, *BODY[place:]]
    article = read(paragraphs(*texts))
    assert article.corrections == ()
    assert article.paragraphs == tuple(texts)


def test_a_note_tells_its_day() -> None:
    article = read(paragraphs(*BODY, NOTES[1][0]))
    assert article.corrections[0].at == datetime(2026, 3, 3, tzinfo=UTC)


def test_a_note_under_a_label_of_its_own_is_one() -> None:
    box = (
        "<div class='correction'><h4>Correction</h4><p>The company has three boats, not four.</p>"
        "</div>"
    )
    article = read(paragraphs(*BODY) + box)
    assert [note.text for note in article.corrections] == ["The company has three boats, not four."]
    assert article.paragraphs == BODY


@pytest.mark.parametrize(
    "label",
    ["Corrections and clarifications", "Erratum", "Rectification", "Correctif", "Corrección",
     "Fe de erratas", "Korrektur", "Berichtigung", "Richtigstellung", "Correzione", "Correção",
     "تصحيح خطأ", "تصويب", "استدراك", "Précision", "Aclaración", "Klarstellung", "Chiarimento",
     "Esclarecimento", "توضيح من المحرر", "An editor’s note", "A publisher's note", "NDLR",
     "Note by the editors", "Nota del editor", "Nota da redação", "Nota della redazione",
     "Hinweis der Redaktion", "Anm. d. Red.", "Redaktioneller Hinweis", "ملاحظة من التحرير",
     "تنويه من التحرير", "UPDATED", "Mise à jour", "Actualización", "Aktualisierung",
     "Aggiornamento", "Atualização", "تحديث", "** Editorial note", "Note to readers"],
)  # fmt: skip
@pytest.mark.parametrize("end", [":", " :", " (3 March 2026):", " –", ""])
def test_labels_are_known_with_all_their_ends(label: str, end: str) -> None:
    found = label_of(label + end + (" so it is" if end else ""))
    assert found is not None
    assert (label + end)[: found[1]].strip(" ") == label + end


FACTS = [
    ("<aside><h3>The boats at a glance</h3><p>Gull: 90 seats, built in the year 1998.</p>"
     "<p>Tern: 120 seats, refitted last winter.</p></aside>", "The boats at a glance"),
    ("<div class='fact-box'><h4>Night boats</h4><ul><li>Three boats with 90 seats each</li>"
     "<li>Eleven at night until five in the morning</li></ul></div>", "Night boats"),
    ("<div class='infobox'><p>The ferry company of Port Varda was founded in 1871 and has had "
     "eleven boats since then.</p></div>", None),
    ("<section class='box background'><h3>Background</h3><p>The ferry company of Port Varda was "
     "founded in 1871 by two fishermen.</p></section>", "Background"),
    ("<aside><h4>من هي ميرا تولان؟</h4><p>ولدت ميرا تولان في بورت فاردا عام 1971 "
     "وتدير شركة العبارات منذ عشر سنوات.</p></aside>", "من هي ميرا تولان؟"),
    ("<div class='Kasten hintergrund'><strong>Hintergrund</strong><p>Die Reederei wurde 1871 von "
     "zwei Fischern gegründet und hatte elf Schiffe.</p></div>", "Hintergrund"),
]  # fmt: skip


@pytest.mark.parametrize(("box", "title"), FACTS)
def test_a_fact_box_is_kept_apart(box: str, title: str | None) -> None:
    article = read(paragraphs(*BODY[:2]) + box + paragraphs(*BODY[2:]))
    assert [found.title for found in article.fact_boxes] == [title]
    assert article.fact_boxes[0].paragraphs
    assert article.paragraphs == BODY
    assert lines(article.html) == list(BODY)


@pytest.mark.parametrize(
    "box",
    [
        "<section><h2>Background</h2><p>The company was founded in 1871 by two fishermen, and it "
        "has had eleven boats since then, of which three are left.</p></section>",
        "<div class='content'><h2>Who is Mira Tolan?</h2><p>The director has led the company for "
        "ten years, and says that she will not go before the boats do.</p></div>",
    ],
)
def test_a_section_of_the_report_is_no_fact_box(box: str) -> None:
    article = read(paragraphs(*BODY[:2]) + box + paragraphs(*BODY[2:]))
    assert article.fact_boxes == ()
    assert len(article.paragraphs) == 6


@pytest.mark.parametrize(
    "box",
    [
        "<aside><h3>What to read next</h3><ul><li><a href=/a>Apple harvest begins early</a></li>"
        "<li><a href=/b>Growers count on a record year</a></li></ul></aside>",
        "<aside class='facts newsletter'><h3>Background by mail</h3><p>Get the background to the "
        "harbour's news every day, free of charge.</p><form><input name=mail></form></aside>",
        "<aside class='fact'><h3>Related</h3><p>The company was founded in 1871 by two men.</p>"
        "</aside>",
    ],
)
def test_offers_and_further_reading_are_no_fact_boxes(box: str) -> None:
    assert read(paragraphs(*BODY[:2]) + box + paragraphs(*BODY[2:])).fact_boxes == ()


def live(first: str) -> str:
    entries = [
        ("2026-03-02T10:45:00+02:00", "Council opens its meeting", BODY[0]),
        ("2026-03-02T11:20:00+02:00", "Director speaks", BODY[1]),
        ("2026-03-02T12:05:00+02:00", "Vote is put off", BODY[2]),
    ]
    told = "".join(
        f"<div class='entry'><time datetime='{at}'>{at[11:16]}</time><h2>{head}</h2><p>{text}</p>"
        "</div>"
        for at, head, text in entries
    )
    return f"<p>{first}</p><div class='live-blog'>{told}</div>"


def test_the_entries_of_a_live_blog_have_their_time_heading_and_html() -> None:
    article = read(live(BODY[3]))
    assert [entry.heading for entry in article.live_entries] == [
        "Council opens its meeting", "Director speaks", "Vote is put off",
    ]  # fmt: skip
    assert [entry.at for entry in article.live_entries] == [
        datetime(2026, 3, 2, 8, 45, tzinfo=UTC),
        datetime(2026, 3, 2, 9, 20, tzinfo=UTC),
        datetime(2026, 3, 2, 10, 5, tzinfo=UTC),
    ]
    assert [entry.paragraphs for entry in article.live_entries] == [(text,) for text in BODY[:3]]
    for entry in article.live_entries:
        assert lines(entry.html) == list(entry.paragraphs)


def test_short_lines_of_live_entries_are_in_the_body_with_headings_and_lists() -> None:
    told = "".join(
        f"<li><article id='e{hour}'><header><time datetime='2026-03-02T{hour}:00:00Z'>{hour}:00"
        f"</time><h3>{head}</h3></header>{text}<button>Share</button></article></li>"
        for hour, head, text in (
            (13, "It is over", "<p>The council has gone home.</p>"),
            (12, "A vote", f"<p>{BODY[1]}</p><ul><li>eleven for it</li><li>nine against</li></ul>"),
            (11, "Questions", f"<p>{BODY[2]}</p>"),
            (10, "It begins", "<p>The doors are open.</p>"),
        )
    )
    article = read(f"<p>{BODY[0]}</p><ol class='live-feed'>{told}</ol>")
    assert article.paragraphs == (
        BODY[0], "It is over", "The council has gone home.", "A vote", BODY[1], "eleven for it",
        "nine against", "Questions", BODY[2], "It begins", "The doors are open.",
    )  # fmt: skip
    assert [entry.heading for entry in article.live_entries] == [
        "It is over", "A vote", "Questions", "It begins",
    ]  # fmt: skip
    assert article.live_entries[1].html.endswith(
        "<ul><li>eleven for it</li><li>nine against</li></ul>"
    )


def own_lines(article: Article) -> list[tuple[str, ...]]:
    """Return what the body holds of each live entry."""
    return [article.paragraphs[entry.first : entry.end] for entry in article.live_entries]


def test_a_live_entry_says_which_of_the_paragraphs_are_its_own() -> None:
    article = read(live(BODY[3]))
    assert article.paragraphs[0] == BODY[3]
    assert own_lines(article) == [
        ("Council opens its meeting", BODY[0]),
        ("Director speaks", BODY[1]),
        ("Vote is put off", BODY[2]),
    ]


def test_an_entry_in_one_line_with_its_time_keeps_its_text() -> None:
    told = "".join(
        f"<div class='entry'><p><time datetime='2026-03-02T{hour}:00:00Z'>{hour}:00</time> {text}"
        "</p></div>"
        for hour, text in ((12, BODY[0]), (11, BODY[1]))
    )
    article = read(f"<p>{BODY[3]}</p><div class='live-blog'>{told}</div>")
    assert [entry.paragraphs for entry in article.live_entries] == own_lines(article)
    assert [entry.paragraphs[0].endswith(BODY[n]) for n, entry in enumerate(article.live_entries)]


def test_the_times_of_entries_are_no_part_of_the_body() -> None:
    told = "".join(
        f"<div class='live-entry'><p>{clock}</p><p>{text}</p></div>"
        for clock, text in (("10:45", BODY[0]), ("11:20", BODY[1]), ("12:05", BODY[2]))
    )
    article = read(f"<p>{BODY[3]}</p><div class='live-blog'>{told}</div>")
    assert article.paragraphs == (BODY[3], *BODY[:3])
    assert own_lines(article) == [(text,) for text in BODY[:3]]


@pytest.mark.parametrize("day", ["Today", "اليوم"])
def test_a_table_of_a_live_entry_is_whole(day: str) -> None:
    table = f"<table><tr><th>{day}</th><th>10:45</th></tr><tr><td>Share</td><td>-</td></tr></table>"
    told = "".join(
        f"<div class='entry'><time datetime='2026-03-02T{hour}:00:00Z'>{hour}:00</time>"
        f"<p>{text}</p>{more}</div>"
        for hour, text, more in ((12, BODY[0], table), (11, BODY[1], ""))
    )
    article = read(f"<p>{BODY[3]}</p><div class='live-blog'>{told}</div>")
    assert own_lines(article) == [(BODY[0], day, "10:45", "Share", "-"), (BODY[1],)]
    assert f"<th>{day}</th>" in article.live_entries[0].html


def test_what_opens_a_live_blog_stays_though_the_page_takes_it_for_its_description() -> None:
    told = "".join(
        f"<article class='live-post'><p><time datetime='2026-03-02T{hour}:00:00Z'>{hour}:00</time>"
        f"</p><h3>{head}</h3><p>{text}</p></article>"
        for hour, head, text in ((12, "A vote", BODY[1]), (11, "Questions", BODY[2]))
    )
    inside = (
        f'<meta name="description" content="{BODY[0]}"><section class="entry-content">'
        f"<p>{BODY[0]}</p><section class='live-feed'>{told}</section></section>"
    )
    assert read(inside).paragraphs == (BODY[0], "A vote", BODY[1], "Questions", BODY[2])


def test_json_ld_gives_the_times_of_entries_that_show_a_clock_alone() -> None:
    posting = {
        "@type": "LiveBlogPosting",
        "headline": "Night boats to run from April",
        "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": head, "datePublished": at}
            for head, at in (
                ("Council opens", "2026-03-02T10:45:00Z"),
                ("It votes", "2026-03-02T12:05:00Z"),
            )
        ],
    }
    script = f'<script type="application/ld+json">{json.dumps(posting)}</script>'
    told = "".join(
        f"<div class='update'><span>{clock}</span><h3>{head}</h3><p>{text}</p></div>"
        for clock, head, text in (
            ("10:45", "Council opens", BODY[0]),
            ("12:05", "It votes", BODY[1]),
        )
    )
    article = read(script + f"<p>{BODY[3]}</p><div>{told}</div>")
    assert [entry.at and entry.at.hour for entry in article.live_entries] == [10, 12]


def test_other_pages_have_no_live_entries() -> None:
    assert read(live(BODY[3]).replace("live-blog", "list")).live_entries == ()
