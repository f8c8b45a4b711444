"""Pages copied whole, with their menus, offers and lists of headlines, of a size as real ones."""

import time
from datetime import UTC, datetime

import numpy as np
import pytest

from wireroom.engine.pages.dump import read_dump
from wireroom.engine.pages.dump.classify import classify
from wireroom.engine.pages.dump.likely import find_likely, line_model
from wireroom.engine.pages.dump.line_context import WIDTH as CONTEXT_WIDTH
from wireroom.engine.pages.dump.line_context import context_of_lines, core_of
from wireroom.engine.pages.dump.line_signs import WIDTH, signs_of
from wireroom.engine.pages.dump.lines import cut_lines
from wireroom.engine.pages.dump.title_signs import WIDTH as TITLE_WIDTH
from wireroom.engine.pages.odds import Odds
from wireroom.engine.types import Article, Document
from wireroom.sample.reading import load_newsroom

NEWSROOM = load_newsroom()
AT = datetime(2026, 3, 3, 20, tzinfo=UTC)

EN_MENU = """Skip to content
Harbour Mail
Subscribe
Sign in
Home
News
Port Alderne
Northgate
The Islands
World
Business
Opinion
Columns
Letters
Sport
Rowing
Football
Arts
Food
Weather
Puzzles
Crossword
Newsletters
Podcasts
E-paper
Jobs
Property
Notices
Advertisement
Home > News > The Islands""".splitlines()
EN_BELOW = """Share on Facebook
Copy link
Topics
Islands
Science
Sign up to our morning letter
All the news of the coast in your mailbox before breakfast, six days a week.
Your email address
By signing up you agree to our terms and our privacy policy.
Most read
Council puts off vote on the old fish market for a third time
Ten walks along the estuary that end at a bakery
Why the night train to Northgate stops in a field
Readers' pictures of the week: fog, gulls and a marching band
Related articles
The volunteers who count seals from a rowing boat
It takes two people, a notebook and much patience to know how the seals fare. We went along.
A lighthouse keeper's log goes on show
The log covers forty winters and has one drawing of a cat.
About us
Contact
Advertise with us
Terms and conditions
Cookie settings
© 2026 Harbour Mail Ltd. All rights reserved.""".splitlines()
AR_MENU = """تخطي إلى المحتوى
بريد المرفأ
اشترك
تسجيل الدخول
الرئيسية
أخبار
محليات
سياسة
اقتصاد
رياضة
ثقافة
مقالات الرأي
صحة
تكنولوجيا
سيارات
فيديو
صور
بودكاست
النشرة البريدية
الطقس
مواقيت الصلاة
أسعار العملات
وظائف
إعلانات مبوبة
إعلان
الرئيسية / أخبار / محليات""".splitlines()
AR_BELOW = """شارك عبر واتساب
انسخ الرابط
الوسوم
المياه
مرسى نور
اشترك في نشرتنا الصباحية
كل أخبار الساحل في بريدك قبل الفطور، ستة أيام في الأسبوع.
الأكثر قراءة
المجلس يؤجل التصويت على سوق السمك القديم للمرة الثالثة
عشر نزهات على ضفة الخور تنتهي عند مخبز
لماذا يتوقف قطار الليل في حقل بعيد عن كل محطة
مقالات ذات صلة
متطوعون يعدّون الفقمات من قارب صغير
يحتاج الأمر إلى شخصين ودفتر وصبر كثير كي نعرف كيف حال الفقمات.
من نحن
اتصل بنا
أعلن معنا
شروط الاستخدام
سياسة الخصوصية
جميع الحقوق محفوظة © 2026 بريد المرفأ""".splitlines()

PAGES = {
    "en": (
        ["meridian-daily/why-the-karst-islands-shake",
         "meridian-daily/two-coasts-one-pipeline-of-paper",
         "northgate-post/line-falls-silent"], EN_MENU,
        ["By Jane Hollis", "3 March 2026, 14:05", "6 min read"], EN_BELOW,
    ),
    "ar": (
        ["al-marsa/jadwal-al-miyah-kam-yadfa-al-hay", "sada/khuttat-miyah-marsa-nour",
         "al-ufuq/taqnin-al-miyah-fi-marsa-nour"], AR_MENU,
        ["بقلم: ليلى المرجاني", "3 مارس 2026 - 14:05", "قراءة 6 دقائق"], AR_BELOW,
    ),
}  # fmt: skip


def _prose(*keys: str) -> list[str]:
    """Return the running text of reports of the sample: their paragraphs of a line each."""
    texts = [text for key in keys for text in NEWSROOM.reports[key].paragraphs]
    return [text for text in texts if len(text) > 90 and "\n" not in text]


def _page(lang: str, gap: str) -> tuple[str, str, list[str], list[str]]:
    keys, menu, byline, below = PAGES[lang]
    headline, text = NEWSROOM.reports[keys[0]].headline, _prose(*keys)
    page = gap.join([*menu, headline, *byline, *text, *below])
    return page, headline, text, below


def _read(page: str) -> Article:
    return read_dump(page, Document(name="copy.txt", raw=b"", captured_at=AT))[0]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize("lang", PAGES)
def test_a_page_copied_whole_gives_its_report_and_nothing_around_it(lang: str, gap: str) -> None:
    page, headline, text, below = _page(lang, gap)
    article = _read(page)
    assert article.title == headline
    assert len("".join(text)) > 1_200
    said = article.body
    assert [paragraph[-40:] for paragraph in text if paragraph[-40:] not in said] == []
    assert [line for line in below if len(line) > 20 and line in said] == []
    assert article.published is not None
    assert article.published.date().isoformat() == "2026-03-03"
    assert len(article.authors) == 1


def test_a_name_alone_below_the_headline_signs_a_page_copied_whole() -> None:
    page, headline, _text, _below = _page("en", "\n")
    named = page.replace("By Jane Hollis", "Jane Hollis and Tom Barrow")
    assert _read(named).authors == ("Jane Hollis", "Tom Barrow")
    glued = page.replace("By Jane Hollis\n3 March 2026, 14:05", "by Jane HollisMarch 3, 202601747")
    article = _read(glued)
    assert article.title == headline
    assert article.published is not None
    assert article.published.date().isoformat() == "2026-03-03"


def test_a_report_below_with_headline_and_time_is_one_of_its_own() -> None:
    first = _prose("meridian-daily/why-the-karst-islands-shake")
    key = "northgate-post/where-northgates-money-will-go-next-year"
    second, report = _prose(key), NEWSROOM.reports[key]
    page = "\n".join([
        *EN_MENU, "Why the Karst Islands shake", "By Jane Hollis", "3 March 2026, 14:05", *first,
        report.headline, "By Tom Barrow", "2 March 2026, 09:30", *second, *EN_BELOW,
    ])  # fmt: skip
    articles = read_dump(page, Document(name="copy.txt", raw=b"", captured_at=AT))
    assert len(articles) == 2
    assert [text for text in second if text in articles[0].body] == []
    assert articles[1].title == report.headline
    assert first[0][-40:] in articles[0].body
    assert second[-1][-40:] in articles[1].body


def test_text_without_a_page_around_it_is_left_to_its_headlines() -> None:
    text = _prose("meridian-daily/why-the-karst-islands-shake")
    article = _read("\n".join(["Why the Karst Islands shake", "3 March 2026", *text]))
    assert article.title == "Why the Karst Islands shake"


def test_signs_and_context_have_a_row_a_line() -> None:
    lines = classify(cut_lines(_page("ar", "\n")[0]), AT)
    signs, size = signs_of(lines, Odds({}))
    assert signs.shape == (len(lines), WIDTH)
    assert np.isfinite(signs).all()
    chances = np.linspace(0, 1, len(lines), dtype=np.float32)
    assert np.isfinite(context_of_lines(chances, size)).all()
    assert core_of(chances, size)[1] == len(lines)
    assert signs_of([], Odds({}))[0].shape == (0, WIDTH)


def test_the_trained_file_fits_the_features() -> None:
    model = line_model()
    opinions = WIDTH + CONTEXT_WIDTH
    assert model.first.columns.max() < WIDTH
    assert WIDTH <= model.second.columns.max() < opinions
    assert opinions <= model.title.columns.max() < opinions + TITLE_WIDTH


def test_a_copy_of_very_many_lines_costs_no_more_a_line() -> None:
    page = _page("en", "\n")[0]
    line_model()
    costs = []
    for times in (4, 16):
        lines = classify(cut_lines("\n".join([page] * times)), AT)
        started = time.process_time()
        find_likely(lines)
        costs.append((time.process_time() - started) / len(lines))
    assert costs[1] < 3 * costs[0]
    many = classify(cut_lines("\n".join(f"Line {n}" for n in range(20_100))), AT)
    assert find_likely(many).places == ()
