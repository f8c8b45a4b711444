"""Shapes by which a sentence shows that it is furniture, a label, or leans on another one."""

import re
from typing import Final

# What pages put among paragraphs and what no table of whole lines can know: credits of pictures
# and of hands that helped, addresses, hashtags, calls to write, notes on the text. Signs of it,
# wherever they stand, and phrases, each a look through the text: together they take three times
# as long, for then each letter may begin any of them.
BOILERPLATE: Final = re.compile(
    r"https?://|www\.|[@#]\w|©|\||\[\w+\]|>>|►|…\Z|\.\.\.\Z"
    r"|(?:photo|image|picture|video|graphic)s?(?: (?:by|credit|courtesy))?[:)]"
    r"|/(?:ap|afp|reuters|getty|epa)\b|\((?:ap|afp|reuters)(?: photo)?\)\Z"
    r"|في هذه الصفحه|اقرا ايضا|للمزيد|تابعونا|انقر|حقوق النشر|النشره البريديه|جميع الحقوق"
    r"|ساهم في (?:اعداد|التقرير)|شاهد ايضا"
    r"|lire aussi|à suivre ici|en direct|lesen sie|lea también|newsletter|abonnez|suscríb|"
    r"abonnieren|mehr zum thema"
)
BOILERPLATE_PHRASES: Final = re.compile(
    r"\b(?:\w+\.(?:com|org|net)\b|contributed (?:to|from)\b|contributed\."
    r"|(?:reporting|editing|writing) by\b|getty images\b|(?:click|tap) (?:here|on)\b"
    r"|read (?:more|the full|also)\b|see also\b"
    r"|this (?:story|article|post|report|page|item|piece|column) (?:has been|was|will be|is|first|"
    r"originally)\b|story (?:has been|was) (?:updated|corrected)\b|(?:subscribe|sign up|"
    r"podcast|follow us|follow (?:him|her|me) on|advertisement|all rights reserved|terms of use|"
    r"privacy policy|editor'?s note|opinions? expressed|views expressed)\b"
    r"|first appeared (?:on|in)\b"
    r"|is (?:a|an|the) (?:\w+ ){0,4}(?:columnist|contributor|correspondent|reporter|editor|fellow|"
    r"writer|journalist) (?:at|for|with|to|of|and|based|in)\b"
    r"|(?:pictured|shown|seen) (?:above|below|here|in this)\b|(?:listen|watch) (?:to|the|live)\b"
    r"|(?:hide|toggle) caption\b|enlarge this\b|not pictured\b|content created by\b"
    r"|available without charge\b|republish(?:ed|ing)?\b"
    r"|(?:not|n't) (?:\w+ )?respond(?:ed)? to\b|requests? for (?:\w+ )?(?:comment|details)\b"
    r"|declined to comment\b|as an interest to\b|stay up to date\b|stay tuned\b"
    r"|here(?:'s| is| are)\b.{0,30}\b(?:what|how|why|things)\b"
    r"|(?:on|from) this page\b|live (?:blog|updates)\b)"
)
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
# The capital is looked for first, and what stands before it only then: most letters are small.
GLUED: Final = re.compile(
    r"[A-Z](?:(?<=[a-z] M)ORE\b|(?<=[a-z] R)E(?:AD|LATED)\b|(?<=[a-z] W)ATCH\b"
    r"|(?<=[a-z] V)IDEO\b|(?<=[a-z]{2}.)[A-Z]{3,}\b|(?<=[a-z]{3}\..)[a-z]+ )"
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
    r"the (?<=\bthe )(?:following|next|same|previous) (?:day|week|month|year|morning|evening|night|"
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
