"""Shapes by which a sentence shows that it is furniture, a label, or leans on another one."""

import re
from typing import Final

# What pages put among paragraphs and what no table of whole lines can know: credits of pictures
# and of hands that helped, addresses, hashtags, calls to write, notes on the text.
BOILERPLATE: Final = re.compile(
    r"https?://|www\.|@\w|#\w|\b\w+\.(?:com|org|net)\b|©|\||\[\w+\]|>>|►|…\Z|\.\.\.\Z"
    r"|\bcontributed (?:to|from)\b|\bcontributed\.|\b(?:reporting|editing|writing|additional "
    r"reporting)"
    r" by\b|\(?(?:photo|image|picture|file photo|video|graphic)s?(?: (?:by|credit|courtesy))?[:)]"
    r"|\bgetty images\b|/(?:ap|afp|reuters|getty|epa)\b|\((?:ap|afp|reuters)(?: photo)?\)\Z"
    r"|\b(?:click|tap) (?:here|on)\b|\bread (?:more|the full|also)\b|\bsee also\b"
    r"|\bthis (?:story|article|post|report|page|item|piece|column) (?:has been|was|will be|is|"
    r"first|"
    r"originally)\b|\bstory (?:has been|was) (?:updated|corrected)\b|\b(?:subscribe|sign up|"
    r"newsletter|"
    r"podcast|follow us|follow (?:him|her|me) on|advertisement|all rights reserved|terms of use|"
    r"privacy policy|editor'?s note|opinions? expressed|views expressed)\b|\bfirst appeared "
    r"(?:on|in)\b"
    r"|\bis (?:a|an|the) (?:\w+ ){0,4}(?:columnist|contributor|correspondent|reporter|editor|"
    r"fellow|"
    r"writer|journalist) (?:at|for|with|to|of|and|based|in)\b"
    r"|\b(?:pictured|shown|seen) (?:above|below|here|in this)\b|\b(?:listen|watch) (?:to|the|"
    r"live)\b"
    r"|\b(?:hide|toggle) caption\b|\benlarge this\b|\bnot pictured\b|\bcontent created by\b"
    r"|\bavailable without charge\b|\brepublish(?:ed|ing)?\b"
    r"|\b(?:not|n't) (?:\w+ )?respond(?:ed)? to\b|\brequests? for (?:\w+ )?(?:comment|details)\b"
    r"|\bdeclined to comment\b"
    r"|\bas an interest to\b|\bstay up to date\b|\bstay tuned\b|\bhere(?:'s| is| "
    r"are)\b.{0,30}\b(?:what|how|why|things)\b"
    r"|\b(?:on|from) this page\b|\blive (?:blog|updates)\b|في هذه الصفحه"
    r"|اقرا ايضا|للمزيد|تابعونا|انقر|حقوق النشر|النشره البريديه|جميع الحقوق|ساهم في (?:اعداد|"
    r"التقرير)|شاهد ايضا"
    r"|lire aussi|à suivre ici|en direct|lesen sie|lea también|newsletter|abonnez|suscríb|"
    r"abonnieren|mehr zum thema"
)  # fmt: skip
# Lists and labels: "1. ", "Q:", "A) ", "Update, 3 p.m.:".
LABELLED: Final = re.compile(
    r"(?:\W*\d{1,2}[.)]\s|[A-Z]\s?[:)]|\w+(?: \w+){0,2}:\s|\W*[-–—•*·▪]\s|(?:[A-Z]{4,}\s){3}"
    r"|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?:\s"  # entries of a live report
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4};\s"  # the day that opens a caption
    r"|(?:[A-Z]\w+ ){1,3}?[A-Z]?\w*/(?:The )?[A-Z]"  # a photographer and whom he works for
    r"|(?:CLOSE|WATCH|VIDEO|PHOTOS?|LIVE|UPDATED?|BREAKING|EXCLUSIVE|OPINION|RELATED|MORE|READ)\b)"
)
# Furniture or a further sentence that lost the space before it ("KellyMORE", "tomato.The town"),
# and labels of links amid a sentence.
GLUED: Final = re.compile(
    r"[a-z] (?:MORE|READ|WATCH|RELATED|VIDEO)\b|[a-z]{2}[A-Z]{4,}\b|[a-z]{3}\.[A-Z][a-z]+ "
)
# "elaborated on this balancing act": what this is, a sentence before said; "this week" is clear.
THIS: Final = re.compile(
    r"(?:\S+ ){1,7}?(?:this|these) (?!morning|afternoon|evening|week|weekend|month|year|summer|"
    r"spring|autumn|fall|winter|season|term|century|decade|time|day|days|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)"
)
# "News then broke", "McCain even objected", "many resorted to such behaviour".
GOES_ON: Final = re.compile(
    r"(?:\S+ ){1,7}?(?:then [a-z]+(?:ed|ew|ld|id|ke|nt|me|ve|ot)\b|such (?!as\b))"
    r"|(?:\S+ ){1,3}?even [a-z]+ed\b"
)
# The day of a picture ends its caption: "speaks in Orme on March 4, 2031."
DATED: Final = re.compile(
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)\w*\.? \d{1,2}, \d{4}\.\Z"
)
# "The stunning turn comes as": the sentence before says which.
TURN: Final = re.compile(
    r"the (?:[\w'-]+ ){1,6}(?:comes?|came) (?:as|after|amid|before|during|in|on|when|while|days|"
    r"hours|weeks|a|one|just)\b"
)
OTHER_DAY: Final = re.compile(
    r"\bthe (?:following|next|same|previous) (?:day|week|month|year|morning|evening|night|"
    r"afternoon|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|spring|"
    r"summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
# A verb of saying whose subject an earlier sentence names, and forms in which the writer speaks.
NO_SUBJECT_AR: Final = re.compile(
    r"[وف]?(?:قال|ذكر|اكد|اوضح|اضاف|اشار|اعلن|لفت|شدد|تابع|حذر|دعا|طالب|نفي|رفض|زاد|ختم|راي|"
    r"اعتبر|بين|كشف|"
    r"توقع|يقول|يضيف|يري|تقول|تضيف|تري)(?:ت|وا)? (?:ان|انه|انها|انهم|بان|في|خلال|امام|من|علي|عن|"
    r"الي|لـ?\W|ب\w+|ل\w+)"
    r"(?!\w)|[وف]?(?:قال|قالت|اضاف|اضافت|تابع|تابعت) ?:|.*\w{3}(?:ناها|ناهم|تنا)(?!\w)"
)
IT_AHEAD: Final = re.compile(
    r"[A-Z][a-z]+(?:s|men|people) (?:\w+ )?it\b|(?:\w+ ){0,3}[Oo]f (?:them|these|those|us)\b"
)
# A credit behind a sentence makes it the caption of a picture that is not there.
CREDITED: Final = re.compile(
    r"\s?[(\[](?:[^()\[\]\n]{0,40}[/|][^()\[\]\n]{2,30}|[^()\n]{0,20}\b(?:photo|foto|getty|"
    r"reuters|afp|ap|epa)\b"
    r"[^()\n]{0,30})[)\]]|\s(?:photo|foto|image|picture)\s?:|\s(?:getty images|afp/|ap photo)",
    re.IGNORECASE,
)
