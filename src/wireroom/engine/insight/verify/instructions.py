"""Words inside an article that speak to a model instead of telling news.

This is no wall: what keeps an injected claim out is that it must rest on spans like any other.
It only takes the injected paragraph itself away from what can be cited.
"""

import re
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.words import fold

_SIGNS: Final = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}"
    r"\b(?:instructions?|prompts?|rules|guidelines|context|above|previous|prior)\b"
    r"|\b(?:system|developer)\s+(?:prompt|message)\b|\byou are (?:now )?(?:an?|the)\s.{0,30}"
    r"\b(?:ai|assistant|model|chatbot|bot|summari[sz]er|writer)\b"
    r"|\bas an ai\b|\blanguage models?\b.{0,40}\b(?:must|should|write|say|reading|read)\b"
    r"|\b(?:note|message|instructions?|attention) (?:to|for) (?:the |any )?"
    r"(?:ai|assistants?|models?|summari[sz]ers?|bots?|writers?)\b"
    r"|\b(?:ai|assistants?|models?|summari[sz]ers?|bots?)\s*[:,]"
    r".{0,30}\b(?:write|say|state|report|output|reply|include|add|tell)\b"
    r"|(?:^|[.!?:]\s+)(?:please )?(?:respond|reply|output|answer|print)\s+"
    r"(?:only|with|that|exactly)\b"
    r"|(?:^|[.!?:]\s+)(?:please |now |you must |always )?(?:write|say|state|report|add|mention|tell"
    r"|include|summari[sz]e)\s+(?:instead|that|the following|in your"
    r"|to (?:your|the) (?:reader|user))"
    r"|\b(?:in|of) your (?:summary|answer|output|reply|response)\b|<\|?(?:system|im_start|user)"
    r"|\[/?inst\]"
    r"|تجاهل.{0,30}(?:تعليمات|اوامر|توجيهات|سبق|السابق)|انت (?:الان )?(?:مساعد|نموذج)"
    r"|(?:^|[.!؟:]\s+)(?:اكتب|قل|اذكر|اضف)\s+(?:ان|بدلا|في)|نموذج لغوي|في (?:ملخصك|اجابتك|ردك)"
)
# Each of the signs but those in marks or in Arabic has one of these words: a cheap look before.
_WORD: Final = re.compile(r"[a-z]+")
_WORDS: Final = words_in(
    "ignore disregard forget override prompt message language your ai assistant assistants model "
    "models chatbot bot bots summariser summarisers summarizer summarizers writer writers respond "
    "reply output answer print write say state report add mention tell include summarise summarize"
)
_MARKED: Final = re.compile(r"[<\[\u0600-\u06ff]")
_LONGEST_READ: Final = 4000


@lru_cache(maxsize=1 << 9)  # key points and the verifier ask of the same sentences
def is_instruction(text: str) -> bool:
    """Whether the text tells a model what to write."""
    folded = fold(text[:_LONGEST_READ])
    if _WORDS.isdisjoint(_WORD.findall(folded)) and not _MARKED.search(folded):
        return False
    return bool(_SIGNS.search(folded))
