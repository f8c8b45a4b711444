"""Words with which a sentence leans on the one before it, by language."""

from typing import Final


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


def _phrases(listing: str) -> tuple[str, ...]:
    return tuple(phrase + " " for phrase in listing.split("|"))


# A sentence that opens with one of these needs another for its meaning: pronouns, possessives,
# connectives. Folded words.
LEANING: Final[dict[str, frozenset[str]]] = {
    "en": _words(
        "he she it they we i you him her them us his its their our my your hers theirs this that "
        "these those such both either neither however but and or so yet nor then thus hence also "
        "still instead moreover furthermore nevertheless nonetheless therefore otherwise besides "
        "similarly likewise indeed meanwhile consequently accordingly additionally afterwards "
        "afterward subsequently conversely alternatively incidentally because which who whose "
        "whom where here others another elsewhere again likewise too plus anyway finally lastly "
        "secondly thirdly later eventually overall regardless again perhaps maybe clearly "
        "obviously unfortunately fortunately it's he's she's they're that's there's here's we're "
        "i'm you're let's don't what how why "
        "rather recall remember consider imagine suppose note yeah yes no wow well ok okay oh sure "
        "asked "
        "specifically separately initially previously now "
        "already eg ie cf"
    ),
    "ar": _words(
        "هو هي هم هن هما هذا هذه ذلك تلك هولاء اولايك لكن ولكن لكنه لكنها ولكنه ولكنها لكنهم غير "
        "كما "
        "كذلك ايضا ثم بل لذلك لذا وبذلك وبهذا وهكذا هكذا انه انها وهو وهي وهم وهذا وهذه وذلك "
        "وتلك ورغم "
        "بينما فيما حيث اذ اما واما مضيفا موضحا مشيرا واستطرد استطرد كانه وكانه منهم منها بينهم "
        "بينها "
        "ومنهم ومنها وبينهم عندها حينها ومع لهذا ولهذا نحن وانه وانها ومضي وواصل وفيه وفيها وعنه "
        "هنا "
        "وهنا هناك وبعدها بعدها وقبلها"
    ),
    "fr": _words(
        "il elle ils elles on nous vous je ce cet cette ces cela ça c'est son sa ses leur leurs "
        "mais et ou donc or ni car cependant toutefois pourtant néanmoins ainsi alors puis ensuite "
        "aussi enfin celui celle ceux celles lui notre votre mon"
    ),
    "de": _words(
        "er sie es wir ich ihr ihm ihnen sein seine ihre ihren dieser diese dieses diesem diesen "
        "das aber und oder doch jedoch sondern denn dann auch zudem ausserdem dabei dort dazu "
        "damit darin dafür dagegen davon daher deshalb deswegen trotzdem dennoch so also nun "
        "allerdings hingegen zugleich schliesslich danach hier mein unser"
    ),
    "es": _words(
        "él ella ellos ellas ello yo nosotros este esta esto estos estas ese esa eso esos esas "
        "aquel aquella su sus pero y e o sino aunque además también así entonces luego "
        "después allí ahí aquí mi nuestro lo"
    ),
    "it": _words("egli lui lei loro esso questo questa questi queste ma e però quindi poi anche "
        "suo sua"),
    "pt": _words("ele ela eles elas isso isto este esta esse essa mas e porém então também seu "
        "sua seus"),
    "nl": _words("hij zij ze het dit dat deze die maar en of ook dan daar toch zijn haar hun"),
    "ru": _words(
        "он она оно они мы я это этот эта эти тот та те но а и или однако также при поэтому затем "
        "его её ее их там тогда здесь кроме так"
    ),
    "tr": _words("o bu şu onlar bunlar ama ancak fakat ve ayrıca böylece onun bunun"),
    "zh": _words("他 她 它 这 那 但 而 我 你"),
    "ja": _words("彼 彼女 これ それ その この しかし また だが"),
}  # fmt: skip
# Openings of several words that lean in the same way.
LEANING_PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "en": _phrases(
        "for example|for instance|more specifically|more importantly|in particular|in short|"
        "in reality|even more|on the one hand|on one hand|in addition|as a result|on the "
        "other hand|in contrast|at the same"
        " time|after that|in other words|by contrast|in fact|of course|one of them|some of them|"
        "all of them|most of them|many of them|none of them|even so|even then|not only that|"
        "the former|the latter|the two|the three|the pair|the duo|the trio|the same|as such|"
        "in that|in this|in the same|in a similar|in turn|at that|at this|with that|with this|"
        "because of|given that|"
        "for his part|for her part|for its part|for their part|on top of|to that|to this|by then|"
        "by that|if that|if this|if so|when that|when this|among them|like many|as for|"
        "in the meantime|in the process|the news|the statement|the move|the comments|the remarks|"
        "the quote|the post|the answer|the reason|the result|the problem|the question|"
        "the other|the first|the second|the third|more than that|to be sure|to be clear|"
        "that said|like the|after all|of those|of these|of the|more on|much of|part of|no one|"
        "as he|as she|as they|as it|when he|when she|when they|when it|while he|while she|"
        "while they|after he|after she|after they|before he|before she|although he|although she|"
        "though he|though she|if he|if she|if they|because he|because she|asked if|asked whether"
        "|asked about|once upon|the following|the next|a day later|days later|hours later|"
        "minutes later|"
        "weeks later|months later|years later|that day|the same|days after|the man|the woman|the "
        "boy|the girl|the official|the spokesman|"
        "the spokeswoman|the spokesperson|the letter|the report said|the piece|the author|the "
        "company's|the group's|"
        "the suspect's|the agency's|the man's|the woman's"
    ),
    "ar": _phrases(
        "في المقابل|من جانبه|من جانبها|من جهته|من جهتها|في السياق|وفي السياق|في الوقت نفسه|وفي "
        "المقابل|"
        "ومن جانبه|ومن جهته|ومن جهتها|ومن جانبها|بدوره|وبدوره|من ناحيته|ومن ناحيته|علي سبيل|الي "
        "ذلك|"
        "والي ذلك|من هنا|ومن هنا|في هذا|وفي هذا|في هذه|وفي هذه|بعد ذلك|وبعد ذلك|قبل ذلك|وقبل ذلك|"
        "مع ذلك|ومع ذلك|رغم ذلك|ورغم ذلك|لا سيما|غير ان|الا ان|علي ان|وعلي ان"
    ),
    "fr": _phrases(
        "en effet|par exemple|par ailleurs|quelques jours plus tard|en outre|de son côté|à son "
        "tour|en revanche"
    ),
    "de": _phrases(
        "zum beispiel|tage später|wenig später|stunden später|im gegenteil|nach eigenen|in "
        "diesem|in dieser|bei diesem"
    ),
    "es": _phrases(
        "por ejemplo|días después|horas después|poco después|por su parte|sin embargo|por otro "
        "lado|en cambio|por eso|a su vez"
    ),
}
# Pronouns that stand for somebody named before; outside quotes one of them before any name makes
# a sentence hang in the air. And those of a writer who speaks for himself.
PERSONS: Final[dict[str, frozenset[str]]] = {
    "en": _words("he she him her his hers"),
    "fr": _words("il elle"),
    "de": _words("er"),
    "es": _words("él ella"),
}
SELF: Final[dict[str, frozenset[str]]] = {
    "en": _words("i we my our us me i'm i've i'd we're we've we'd we'll i'll you your you're ours"),
    "fr": _words("je nous j'ai notre nos mon vous"),
    "de": _words("ich wir unser unsere unseren mein uns mir mich"),
    "es": _words("yo nosotros nuestro nuestra nuestros mi"),
    "ar": _words("نحن اننا انني لدينا"),
    "ru": _words("я мы наш нас мне"),
}
# Words that point back wherever they stand among the first of a sentence.
POINTING_BACK: Final[dict[str, frozenset[str]]] = {
    "en": _words("them also too instead however therefore meanwhile nevertheless moreover though"),
    "ar": _words("ايضا كذلك لذلك بدوره بدورها كلاهما تلك ذلك نفسها نفسه ذاته ذاتها"),
    "fr": _words("aussi également donc pourtant cependant"),
    "de": _words("auch ebenfalls jedoch deshalb dagegen zudem hingegen allerdings"),
    "es": _words("también además"),
}
# Words that make a sentence its writer's opinion or advice.
OPINION: Final[dict[str, frozenset[str]]] = {
    "en": _words(
        "should must ought surely arguably frankly sadly hopefully deserve deserves really simply "
        "obviously clearly disgraceful absurd ridiculous shameful outrageous brave cowardly "
        "principled hypocrisy hypocritical nonsense foolish stupid laughable pathetic terrible "
        "awful wonderful amazing incredible stunning shocking bizarre cynical dishonest guy guys "
        "stuff folks blatant blatantly brazen brazenly egregious conspicuously conveniently "
        "disastrous disgusting farce gimmick grandstanding hysterical hysteria idiotic "
        "incompetence incompetent insane ironically laughably ludicrous mercifully pandering "
        "posturing predictably preposterous rightly sham sickening supposedly thankfully "
        "unsurprisingly"
    ),
    "de": _words("sollte sollten müsste müssen leider hoffentlich skandalös absurd"),
    "fr": _words("faudrait devrait devraient hélas absurde scandaleux"),
    "es": _words("debería deberían ojalá lamentablemente absurdo"),
    "ar": _words("ينبغي يجب للاسف"),
}
# Words by which a sentence says when, or who says so: marks of a report rather than a comment.
REPORTED: Final[dict[str, frozenset[str]]] = {
    "en": _words(
        "said told announced reported according confirmed ruled monday tuesday wednesday thursday "
        "friday saturday sunday police officials court statement spokesman spokeswoman spokesperson"
    ),
    "ar": _words(
        "قال قالت وقال وقالت اعلن اعلنت واعلن واعلنت بحسب وفق حسب اكد اكدت واكد واكدت الاثنين "
        "الثلاثاء "
        "الاربعاء الخميس الجمعه السبت الاحد الشرطه بيان المتحدث"
    ),
    "de": _words(
        "sagte teilte mitteilte laut montag dienstag mittwoch donnerstag freitag samstag sonntag "
        "polizei sprecher sprecherin gericht"
    ),
    "fr": _words(
        "déclaré annoncé affirmé selon lundi mardi mercredi jeudi vendredi samedi dimanche police "
        "porte-parole tribunal"
    ),
    "es": _words(
        "dijo anunció afirmó según lunes martes miércoles jueves viernes sábado domingo policía "
        "portavoz tribunal"
    ),
}
