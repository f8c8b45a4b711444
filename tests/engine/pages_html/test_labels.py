"""Every block of a page gets one label, and those labelled as body are the article's text."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.html import LabelledPage
from wireroom.engine.pages.labels import Label, LabelledBlock, Reason
from wireroom.engine.pages.memory import Memory
from wireroom.engine.pages.read import label_document, read_document
from wireroom.engine.pages.sheet import lay_out
from wireroom.engine.pages.shown import Shown
from wireroom.engine.types import Document
from wireroom.sample.layout import Moment, render_page
from wireroom.sample.reading import load_newsroom
from wireroom.sample.site import Site
from wireroom.sample.truth import build_truth

EPOCH = datetime(2031, 3, 9, 18, tzinfo=UTC)
SITE = Site(newsroom=load_newsroom(), epoch=EPOCH, base_url="http://news.example")

TITLE = "Tram line to the hill of Ostrava Nova opens"
OPENING = (
    "The tram line to the hill of Ostrava Nova opened on Sunday after four years of work, and some "
    "three thousand people rode it on the first day."
)
SECOND = (
    "The town says that the line will carry twice as many on a working day, and that a second one, "
    "to the hospital, is to be ready in two years."
)
THIRD = (
    "Neighbours had asked for quieter rails near the school, which the builders promised to lay "
    "before the holidays are over, the mayor told the council."
)
STANDFIRST = "Three thousand people rode the new line up the hill on its first day."
POINTS = ("Three thousand people rode the line on Sunday", "A second line follows in two years")
COMMENT = "I rode it twice and it was lovely, from the first stop to the very last one up there."
# One page in two layouts: classes and semantic elements, or bare boxes.
MARKED = f"""<html lang=en><head><title>{TITLE}</title>
<meta name=description content="{STANDFIRST}"></head><body>
<div class=nav><a href=/>Home</a> <a href=/town>Town</a></div><main><article><h1>{TITLE}</h1>
<p class=standfirst>{STANDFIRST}</p>
<ul class=key-points><li>{POINTS[0]}</li><li>{POINTS[1]}</li></ul>
<div class=byline>By <a rel=author href=/author/lena-moor>Lena Moor</a></div>
<figure><img src=/tram.jpg><figcaption><p>The tram halts on the hill</p>
<p class=credit>Photo: Jo Fall</p></figcaption></figure>
<p>OSTRAVA NOVA (Tidewire) - {OPENING}</p><p>{SECOND}</p><p>{THIRD}</p><p>(Tidewire)</p></article>
</main><div class=comments><h3>2 comments</h3><div class=comment><p>{COMMENT}</p></div>
<form><label>Write a comment of your own here</label><textarea></textarea></form></div>
<div class=related><h3>Related stories</h3><a href=/b>The bridge is closed again</a></div>
</body></html>"""
PLAIN = f"""<html lang=en><head><title>{TITLE}</title></head><body><div><a href=/>Home</a></div>
<div><h1>{TITLE}</h1><div>By Lena Moor</div><div>9 March 2031</div><div><p>OSTRAVA NOVA (Tidewire)
</p><p>{OPENING}</p><p>{SECOND}</p><p>{THIRD}</p></div></div></body></html>"""
ARABIC_TITLE = "افتتاح خط الترام إلى تلة المدينة الجديدة"
ARABIC_BODY = (
    "افتتح خط الترام المؤدي إلى تلة المدينة الجديدة يوم الأحد بعد أربع سنوات من العمل، واستقله نحو "
    "ثلاثة آلاف شخص في يومه الأول وسط فرحة الأهالي.",
    "وقالت البلدية إن الخط سينقل ضعف هذا العدد في أيام العمل، وإن خطا ثانيا إلى المستشفى سيكون "
    "جاهزا خلال سنتين إذا توفرت الأموال اللازمة لذلك.",
)
ARABIC_COMMENT = "ركبته مرتين وكانت الرحلة جميلة من المحطة الأولى حتى آخر محطة في أعلى التلة."
ARABIC = f"""<html lang=ar dir=rtl><head><title>{ARABIC_TITLE}</title></head><body><article>
<h1>{ARABIC_TITLE}</h1><div class=author>بقلم: ليلى الحداد</div>
<figure><img src=/t.jpg><figcaption>الترام عند محطة التلة يوم الأحد</figcaption></figure>
<p>{ARABIC_BODY[0]}</p><p>{ARABIC_BODY[1]}</p></article>
<section class=comments><div class=comment><p>{ARABIC_COMMENT}</p></div></section></body></html>"""


def label(page: str, memory: Memory | None = None, *, url: str | None = None) -> LabelledPage:
    return label_document(Document(name="page.html", raw=page.encode(), url=url), memory)


def labels_of(page: str) -> dict[str, Label]:
    return {block.text: block.label for block in label(page).blocks}


def test_each_part_of_a_marked_up_page_has_its_label() -> None:
    assert labels_of(MARKED) == {
        "Home Town": Label.FURNITURE,
        TITLE: Label.HEADLINE,
        STANDFIRST: Label.STANDFIRST,
        POINTS[0]: Label.KEY_POINT,
        POINTS[1]: Label.KEY_POINT,
        "By Lena Moor": Label.BYLINE,
        "The tram halts on the hill": Label.CAPTION,
        "Photo: Jo Fall": Label.CREDIT,
        f"OSTRAVA NOVA (Tidewire) - {OPENING}": Label.BODY,
        SECOND: Label.BODY,
        THIRD: Label.BODY,
        "(Tidewire)": Label.CREDIT,
        "2 comments": Label.FURNITURE,
        COMMENT: Label.COMMENT,
        "Write a comment of your own here": Label.FURNITURE,
        "Related stories": Label.FURNITURE,
        "The bridge is closed again": Label.FURNITURE,
    }


def test_a_page_without_telling_markup_is_labelled_by_its_lines() -> None:
    found = labels_of(PLAIN)
    assert found["By Lena Moor"] is Label.BYLINE
    assert found["OSTRAVA NOVA (Tidewire)"] is Label.DATELINE
    assert found["9 March 2031"] is Label.FURNITURE
    assert [text for text, own in found.items() if own is Label.BODY] == [OPENING, SECOND, THIRD]


def test_a_byline_in_two_boxes_is_one() -> None:
    page = PLAIN.replace("<div>By Lena Moor</div>", "<div>By</div><div>Lena Moor</div>")
    found = labels_of(page)
    assert found["By"] is found["Lena Moor"] is Label.BYLINE


def test_lines_that_credit_are_told_outside_figures_too() -> None:
    page = PLAIN.replace(f"<p>{SECOND}</p>", f"<div>Photo: Jo Fall</div><p>{SECOND}</p>")
    page = page.replace("<div>By Lena Moor</div>", "<div>By Lena Moor</div><div>Tidewire</div>")
    found = labels_of(page)
    assert found["Photo: Jo Fall"] is Label.CREDIT
    assert found["Tidewire"] is Label.CREDIT
    assert found["By Lena Moor"] is Label.BYLINE


def test_boxes_named_for_comments_hold_none_unless_something_is_said_in_them() -> None:
    page = MARKED.replace("<div class=byline>", "<div class='byline comments-bar'>")
    page = page.replace(
        "<figure>", "<div class=comment-count><a href=#c>17</a> so far</div><figure>"
    )
    listed = (
        "<div class=comment-box><a href=/c>The ferry of Brisk sails again from Monday</a></div>"
    )
    found = labels_of(page.replace("<div class=related>", f"{listed}<div class=related>"))
    assert found["By Lena Moor"] is Label.BYLINE
    assert found["17 so far"] is Label.FURNITURE
    assert found["The ferry of Brisk sails again from Monday"] is Label.FURNITURE
    assert found[COMMENT] is Label.COMMENT


def test_a_name_in_the_box_about_the_writer_is_no_byline_where_one_stands_above() -> None:
    bio = "<div class=author-box><a href=/author/lena-moor>Lena Moor</a></div>"
    blocks = label(MARKED.replace("</main>", f"{bio}</main>")).blocks
    assert [one.text for one in blocks if one.label is Label.BYLINE] == ["By Lena Moor"]
    alone = MARKED.replace("<div class=byline>By <a rel=author href=/author/lena-moor>Lena Moor</a>"
                           "</div>", "").replace("</main>", f"{bio}</main>")  # fmt: skip
    assert labels_of(alone)["Lena Moor"] is Label.BYLINE


def test_an_arabic_page() -> None:
    assert labels_of(ARABIC) == {
        ARABIC_TITLE: Label.HEADLINE,
        "بقلم: ليلى الحداد": Label.BYLINE,
        "الترام عند محطة التلة يوم الأحد": Label.CAPTION,
        ARABIC_BODY[0]: Label.BODY,
        ARABIC_BODY[1]: Label.BODY,
        ARABIC_COMMENT: Label.COMMENT,
    }


def test_another_article_of_the_page_is_told_with_its_id_and_without_a_chance() -> None:
    other = (
        "<article><h1>Harbour of Brisk gets a new crane from the north</h1>"
        "<div class=byline>By Otto Brand</div><time datetime=2031-03-08>8 March 2031</time>"
        "<p>The harbour of Brisk has bought a crane that lifts three times what the old one did, "
        "its master said on Friday, and hopes for larger ships before the end of the year.</p>"
        "<p>Two firms had offered theirs for less, but neither could deliver before the autumn, "
        "when the old crane must be taken down because of rust in its feet and in its arm.</p>"
        "<p>The town will pay for it in ten years. Fishermen asked for a cold store instead.</p>"
        "</article>"
    )
    page = MARKED.replace("<div class=byline>", "<time datetime=2031-03-09>9 March 2031</time>"
                          "<div class=byline>").replace("</main>", f"{other}</main>")  # fmt: skip
    read, blocks = label(page)
    assert len(read.articles) == 2
    foreign = [block for block in blocks if block.label is Label.FOREIGN]
    assert {block.article for block in foreign} == {read.articles[1].id}
    assert "Harbour of Brisk gets a new crane from the north" in [one.text for one in foreign]
    assert all(block.chance is None for block in foreign)
    assert [one.text for one in blocks if one.label is Label.BODY][-1] == THIRD


def test_furniture_says_who_left_it_out() -> None:
    repeated = f"<aside><p>{SECOND}</p></aside>"
    page = MARKED.replace(f"<p>{THIRD}</p>", f"<p>{THIRD}</p>{repeated}")
    blocks = label(page).blocks
    why = {block.text: block.why for block in blocks if block.label is Label.FURNITURE}
    assert why["Home Town"] is Reason.UNLIKELY
    assert [one.label for one in blocks if one.text == SECOND] in (
        [Label.BODY, Label.FURNITURE], [Label.FURNITURE, Label.BODY])  # fmt: skip
    assert why[SECOND] in (Reason.REPEATED, Reason.UNLIKELY)
    assert all(one.why is None for one in blocks if one.label is not Label.FURNITURE)


def test_what_an_outlets_memory_left_out_is_furniture() -> None:
    offer = "Every weekday before breakfast our harbour desk sends three letters to its readers."
    memory = Memory()
    for number in range(5):
        rows = [f"<p>In street {number}{row} the council mended {row + 3} of {number + 7} lamps, "
                f"and the {'abcdefgh'[number]}{row} warden said they would burn until spring.</p>"
                for row in range(5)]  # fmt: skip
        page = (f"<html><head><title>Lamps of street {number}</title></head><body><article><h1>"
                f"Lamps of street {number}</h1><div>{''.join(rows)}<p>{offer}</p>{rows[0][:-4]} "
                f"Again.</p></div></article></body></html>")  # fmt: skip
        read, blocks = label(page, memory, url=f"https://lamps.example/{number}")
        assert read.shown is not None
        memory = memory.learn(Shown.unpack(read.shown.pack()))
    assert read.left_out == (offer,)
    (block,) = [one for one in blocks if one.text == offer]
    assert (block.label, block.why) == (Label.FURNITURE, Reason.MEMORY)


def sample_pages() -> Iterator[Document]:
    for page in build_truth(SITE)["pages"]:
        report = SITE.newsroom.reports[page["key"]]
        html = render_page(SITE, report, Moment(now=EPOCH, corrected_at=None))
        if page["kind"] != "gone":
            yield Document(name=page["url"], raw=html.encode(), url=page["url"],
                           content_type="text/html; charset=utf-8", captured_at=EPOCH)  # fmt: skip


def body_of(blocks: tuple[LabelledBlock, ...]) -> list[str]:
    return [block.text for block in blocks if block.label is Label.BODY]


def test_the_blocks_labelled_body_are_the_text_of_every_page_of_the_sample_newsroom() -> None:
    known = 0
    for document in sample_pages():
        read, blocks = label_document(document)
        assert read.articles == read_document(document)
        sheet = lay_out(LexborHTMLParser(document.raw.decode()))
        assert [block.text for block in blocks] == [block.text for block in sheet.blocks]
        own = body_of(blocks)
        paragraphs = read.articles[0].paragraphs
        assert len(own) == len(paragraphs), document.url
        for place, (text, paragraph) in enumerate(zip(own, paragraphs, strict=True)):
            # What opens and closes a report (dateline, credit) is cut off its paragraph.
            is_end = place in (0, len(own) - 1)
            assert paragraph in text if is_end else paragraph == text
        labels = {block.label for block in blocks}
        assert Label.HEADLINE in labels, document.url
        known += len(labels)
    assert known > 500


def test_bylines_captions_and_boxes_of_the_sample_newsroom_are_found() -> None:
    for document in sample_pages():
        read, blocks = label_document(document)
        main = read.articles[0]
        by_label = {one: [block.text for block in blocks if block.label is one] for one in Label}
        if "byline" in dict(main.sources).get("authors", ""):
            joined = " ".join(by_label[Label.BYLINE])
            assert all(name in joined for name in main.authors), document.url
        assert len(by_label[Label.KEY_POINT]) == len(main.key_points), document.url
        if main.fact_boxes:
            assert by_label[Label.FACT_BOX], document.url
        if main.corrections:
            assert by_label[Label.CORRECTION], document.url


PIECES = st.sampled_from([
    "<p>", "</p>", "<div class=comment>", "<div class='caption credit'>", "</div>", "<h1>", "</h1>",
    "<figure>", "<figcaption>", "</figure>", "<li>", "<ul class=key-points>", "<form>", "<article>",
    "</article>", "<a rel=author>", "</a>", TITLE, OPENING, SECOND, "Lena Moor", "By",
    "—", "\u200b",
    "قال الوزير إن الأعمال ستبدأ غدا.", "<table><tr><td>", "<b>", "\x00", "&nbsp;", "2 comments",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60))
def test_hostile_pages_have_one_label_a_block(pieces: list[str]) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body>{''.join(pieces)}</body></html>"
    document = Document(name="page.html", raw=page.encode())
    try:
        articles = read_document(document)
    except UnreadablePage:
        with pytest.raises(UnreadablePage):
            label_document(document)
        return
    read, blocks = label_document(document)
    assert read.articles == articles
    assert all(block.text and isinstance(block.label, Label) for block in blocks)
    assert all(block.chance is None or 0 <= block.chance <= 1 for block in blocks)
    text = articles[0].body
    assert all(one in text or any(own in one for own in articles[0].paragraphs)
               for one in body_of(blocks))  # fmt: skip


def test_a_dump_has_no_blocks_and_the_error_says_so() -> None:
    dump = f"{TITLE}\n\nBy Lena Moor\n\n{OPENING}\n\n{SECOND}\n\n{THIRD}\n"
    with pytest.raises(UnreadablePage, match="no blocks"):
        label_document(Document(name="page.txt", raw=dump.encode()))


def test_a_page_of_many_blocks_is_labelled_in_linear_time() -> None:
    rows = "".join(f"<div class=comment><figure><p>Reply {n} to it</p></figure></div>" for n in
                   range(8_000))  # fmt: skip
    blocks = label(MARKED.replace("</body>", f"<div>{rows}</div></body>")).blocks
    assert len(blocks) > 8_000
    assert body_of(blocks)[-1] == THIRD
