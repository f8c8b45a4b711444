"""Labels are told from the sentences and headlines that begin with the same words."""

import pytest

from wireroom.engine.pages.dump.labels import Label, comment_count, label_of, tags_of

LABELS = {
    "Related Articles": Label.RELATED,
    "RELATED STORIES": Label.RELATED,
    "You may also like": Label.RELATED,
    "More from Harbour Gazette": Label.RELATED,
    "مقالات ذات صلة": Label.RELATED,
    "قد يعجبك أيضاً": Label.RELATED,
    "الأكثر قراءة": Label.RELATED,
    "Up next": Label.NEXT,
    "المقال التالي": Label.NEXT,
    "Also read": Label.INLINE,
    "اقرأ أيضاً": Label.INLINE,
    "أبرز النقاط": Label.KEY_POINTS,
    "Comments (12)": Label.COMMENTS,
    "٣ تعليقات": Label.COMMENTS,
    "لا توجد تعليقات بعد...": Label.NO_COMMENTS,
    "No comments yet...": Label.NO_COMMENTS,
    "الرابط المختصر": Label.SHORT_LINK,
    "#Selwick #NightFerry": Label.TAGS,
    "Articles by Jane Roe": Label.AUTHOR_LIST,
    "Subscribe to continue reading": Label.PAYWALL,
    "5 min read": Label.FURNITURE,
    "Facebook Twitter WhatsApp": Label.FURNITURE,
    "Read more: Ferry vote put off": Label.FURNITURE,
    "تابعنا على تلغرام": Label.FURNITURE,
    "حمّل التطبيق": Label.FURNITURE,
    "We use cookies to improve your experience.": Label.FURNITURE,
    "© 2025 Tidewire": Label.FURNITURE,
}


@pytest.mark.parametrize("line", LABELS)
def test_labels(line: str) -> None:
    assert label_of(line) is LABELS[line]


@pytest.mark.parametrize(
    "line",
    [
        "Terms of the deal were not disclosed.",
        "Privacy groups said they would go to court.",
        "More stories of survival emerge from Kessel after the flood",
        "شارك آلاف المتظاهرين في مسيرة وسط العاصمة يوم الجمعة.",
        "سجل المنتخب ثلاثة أهداف في الشوط الثاني",
        "انضم لاعبان جديدان إلى صفوف الفريق",
        "“Download it now if you can,” the mayor told your reporter.",
        "The council said residents could subscribe to the ferry today.",
        "Port Alderne reopens main quay",
    ],
)
def test_sentences_and_headlines_are_no_labels(line: str) -> None:
    assert label_of(line) is None


def test_counts_and_tags() -> None:
    assert (comment_count("Comments (1,204)"), comment_count("تعليقات (٥)")) == (1204, 5)
    assert (comment_count("No comments yet"), comment_count("Share")) == (0, None)
    assert tags_of("#Night_Ferry #Selwick") == ("Night Ferry", "Selwick")
    assert tags_of("الوسوم: قطارات، أجور") == ("قطارات", "أجور")
