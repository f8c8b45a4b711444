"""Wire copy as pages carry it: dateline, credit and writer apart, the text and its HTML whole."""

import re

import pytest

from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Article, Document

EN = "The ministry of works said on Monday that the bridge would open in spring. " * 3
RU = "Министерство строительства сообщило, что мост через реку откроют весной. " * 3
AR = "أعلنت وزارة الأشغال يوم الاثنين أن الجسر سيفتح في الربيع المقبل. " * 3
ZH = "市政府周一表示，这座大桥将于明年春天开放，供居民使用。" * 5
SITE = "<meta property='og:site_name' content='{}'>"


def read(*paragraphs: str, site: str = "Varda Post") -> Article:
    told = "".join(f"<p>{text}</p>" for text in paragraphs)
    head = SITE.format(site)
    page = f"<html><head>{head}</head><body><h1>The new bridge</h1><article>{told}</article></body>"
    document = Document(name="p", raw=page.encode(), url="https://post.example/bridge")
    return read_document(document)[0]


@pytest.mark.parametrize(
    ("opening", "text", "dateline", "credit"),
    [
        ("<b>新华社北京3月3日电（记者王某）</b>", ZH, "北京", "Xinhua"),
        ("МОСКВА, 3 марта. <a href='/tass'>/ТАСС/</a>. ", RU, "МОСКВА", "TASS"),
        ("Москва. 3 марта. <i>ИНТЕРФАКС</i> - ", RU, "Москва", "Interfax"),
        ("<strong>القاهرة - أ ش أ</strong><br>", AR, "القاهرة", "MENA"),
        ("دبي: «بريد فاردا» ", AR, "دبي", None),
        ("<strong>BAKU, Azerbaijan, March 3.</strong> ", EN, "BAKU, Azerbaijan", None),
    ],
)
def test_an_opening_leaves_text_and_html_alike(
    opening: str, text: str, dateline: str, credit: str | None
) -> None:
    article = read(opening + text, text, site="بريد فاردا")
    assert (article.dateline, article.wire_credit) == (dateline, credit)
    assert article.paragraphs == (text.strip(), text.strip())
    assert re.sub(r"<[^<>]+>", "", article.html) == text.strip() * 2


@pytest.mark.parametrize(
    ("line", "text", "dateline", "credit"),
    [
        ("القاهرة - أ ش أ", AR, "القاهرة", "MENA"),
        ("<strong>دبي: «نورس»</strong>", AR, "دبي", "نورس"),
        ("BERLIN (dpa)", EN, "BERLIN", "dpa"),
        ("新华社北京3月3日电", ZH, "北京", "Xinhua"),
    ],
)
def test_a_line_of_place_and_agency_is_read_and_no_paragraph(
    line: str, text: str, dateline: str, credit: str | None
) -> None:
    article = read(line, text, text, site="بريد فاردا")
    assert (article.dateline, article.wire_credit) == (dateline, credit)
    assert article.paragraphs == (text.strip(), text.strip())


@pytest.mark.parametrize(
    ("end", "credit"), [(" /TASS/", "TASS"), (" © AFP", "AFP"), (" © Varda Post", None)]
)
def test_a_credit_that_ends_a_report_is_no_text(end: str, credit: str | None) -> None:
    article = read(EN, EN + end)
    assert article.wire_credit == credit
    assert article.paragraphs[-1] == (EN.strip() if credit else EN + end.strip())


def test_an_agency_in_running_text_is_no_credit() -> None:
    article = read(EN, "He told TASS on March 3. The agency, he said, had asked him. " + EN)
    assert (article.dateline, article.wire_credit) == (None, None)
    assert article.paragraphs[1].startswith("He told TASS on March 3.")
