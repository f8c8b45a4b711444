"""What editors read when a claim is withheld, in English and Arabic."""

from typing import Final

from wireroom.engine.insight.verify.claim import Finding, Reason

_WORDS: Final[dict[Reason, tuple[str, str]]] = {
    Reason.EMPTY: ("the claim has no words", "لا كلمات في الجملة"),
    Reason.TOO_LONG: ("the claim is too long to check", "الجملة أطول من أن تُفحص"),
    Reason.NO_SPAN: ("the claim cites nothing", "الجملة لا تستند إلى أي نص"),
    Reason.TOO_MANY_SPANS: ("the claim cites too many passages", "الجملة تستند إلى مقاطع كثيرة"),
    Reason.UNKNOWN_ARTICLE: ("the cited article is not there", "المقال المستند إليه غير موجود"),
    Reason.OTHER_REVISION: (
        "the article has been revised since",
        "عُدّل المقال بعد كتابة الجملة",
    ),
    Reason.SPAN_OUT_OF_RANGE: (
        "the cited characters are empty or outside the article",
        "المقطع المستند إليه فارغ أو خارج المقال",
    ),
    Reason.SPAN_TOO_WIDE: ("the cited passage is too wide", "المقطع المستند إليه أوسع مما ينبغي"),
    Reason.INSTRUCTION: (
        "the words are an instruction inside an article, not news",
        "الكلمات تعليمات داخل المقال لا خبر",
    ),
    Reason.QUOTE: ("the quote does not stand there letter for letter", "الاقتباس ليس حرفيًا"),
    Reason.SPEAKER: ("another person said it, or nobody named", "القائل غير من نُسب إليه القول"),
    Reason.NUMBER: ("the number is not in the cited passage", "العدد ليس في المقطع"),
    Reason.UNIT: ("the number has another unit there", "للعدد في المقطع وحدة أخرى"),
    Reason.BOUND: (
        '"at least", "about" or "more than" was added or dropped',
        "أُضيف إلى العدد أو حُذف منه «على الأقل» أو «نحو» أو «أكثر من»",
    ),
    Reason.COUNTED: ("the number counts something else there", "العدد في المقطع لشيء آخر"),
    Reason.DAY: ("the day or time is not in the cited passage", "اليوم أو الوقت ليس في المقطع"),
    Reason.NAME: ("the name is not in the cited passage", "الاسم ليس في المقطع"),
    Reason.WORDS: ("no cited passage supports these words", "لا مقطع يسند هذه الكلمات"),
    Reason.NEGATION: ('"not" was added, dropped or moved', "أُضيف النفي أو حُذف أو نُقل"),
    Reason.MODALITY: (
        "what may, should or will be is told as done, or the other way round",
        "رُوي المحتمل أو المقبل كأنه وقع أو العكس",
    ),
    Reason.ROLES: ("who did what to whom was exchanged", "تبادل الفاعل والمفعول مكانيهما"),
    Reason.FUSED: (
        "facts of different sentences were joined into one",
        "جُمعت وقائع من جمل مختلفة في واقعة واحدة",
    ),
}


def say(finding: Finding, lang: str = "en") -> str:
    """Return a finding in words for editors; Arabic for `ar` and its regions, else English."""
    english, arabic = _WORDS[finding.reason]
    if lang.lower().split("-")[0] == "ar":
        return f"{arabic}: {finding.about}" if finding.about else arabic
    return f"{english}: {finding.about}" if finding.about else english
