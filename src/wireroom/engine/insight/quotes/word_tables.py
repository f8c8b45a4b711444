"""Small words by language: pronouns, and those that bound a name or a noun phrase."""

from typing import Final

from wireroom.engine.insight.quotes.word_list import word_list

# Third-person pronouns and what they can stand for: m, f, p (several), n (a thing, an outlet).
PRONOUNS: Final[dict[str, dict[str, str]]] = {
    "en": {"he": "m", "she": "f", "they": "p", "it": "n", "i": "1", "we": "1"},
    "ar": {"هو": "m", "هي": "f", "هم": "p"},
    "fr": {"il": "m", "elle": "f", "ils": "p", "elles": "p", "je": "1", "nous": "1"},
    "es": {"él": "m", "ella": "f", "ellos": "p", "ellas": "p"},
    "de": {"er": "m", "sie": "f", "ich": "1", "wir": "1"},
    "it": {"lui": "m", "lei": "f", "loro": "p"},
    "pt": {"ele": "m", "ela": "f", "eles": "p", "elas": "p"},
    "ru": {"он": "m", "она": "f", "они": "p", "я": "1", "мы": "1"},
    "tr": {"o": "m", "onlar": "p"},
}
DETERMINERS: Final[dict[str, frozenset[str]]] = {
    "en": word_list("the a an his her their its this that one another some several many two"),
    "fr": word_list("le la les un une des l' son sa ses ce cette leur leurs"),
    "es": word_list("el la los las un una su sus este esta"),
    "de": word_list(
        "der die das ein eine einer dem den seine seiner seinem seinen sein ihr ihre ihrer ihrem "
        "ihren diese dieser dieses diesem diesen"
    ),
    "it": word_list("il lo la i gli le l' un un' una"),
    "pt": word_list("o a os as um uma seu sua"),
}
PREPOSITIONS: Final[dict[str, frozenset[str]]] = {
    "en": word_list(
        "of for at from in with on by about against near despite amid among across within between "
        "throughout under unlike during via"
    ),
    "fr": word_list("de du des à au aux d' pour en chez sur dans avec par lors depuis"),
    "es": word_list("de del en a para por con sobre ante tras durante desde"),
    "de": word_list("von vom der des für im in aus bei beim am"),
    "it": word_list(
        "di del della dei delle dello da in per al alla su sul sulla nel nella con dal"
    ),
    "pt": word_list("de do da dos das em no na para ao à sobre após com durante"),
    "ru": word_list("в на по из от для с о"),
    "ar": word_list("في من على إلى عن مع خلال أمام عبر ضمن بشأن حول لدى بعد قبل"),
}
# Words that stand between a subject and its verb.
BETWEEN: Final[dict[str, frozenset[str]]] = {
    "en": word_list(
        "has have had also then later again once previously recently only now further even first "
        "still always often earlier just meanwhile famously did does simply all both would will "
        "may might could once never long more openly instead therefore thus yesterday today "
        "monday tuesday wednesday "
        "thursday friday saturday sunday reportedly flatly flat-out went on is was are were "
        "himself herself themselves itself"
    ),
    "fr": word_list(
        "a ont fait avait avaient s' est se l' aussi ensuite encore notamment également toutefois "
        "cependant alors quant à lui déjà d' abord"
    ),
    "es": word_list(
        "ha han había también además no se le les lo nos me por su parte ya luego después"
    ),
    "de": word_list("hat haben hatte auch nun weiter"),
    "it": word_list(
        "ha hanno aveva anche poi infatti però quindi si s' è l' lo la gli ancora invece"
    ),
    "pt": word_list("ainda também já tem havia se lhe depois porém então"),
    "ru": word_list("также ранее уже"),
}
PASSIVE: Final = word_list("was were is are be been being gets got")
# Lower-case words inside a name, between its capitals.
PARTICLES: Final = word_list(
    "de da do dos das di del della van von ter bin ibn bint al el la le du af zu abu ben"
)
# Words that open a sentence with a capital and are no name; also what a name never is.
NO_NAMES: Final = word_list(
    # English
    "the a an and but or nor so yet if when while as after before since because although though "
    "however meanwhile moreover furthermore additionally also then now in on at by for from "
    "with without regarding including recalling considering of to into over under about "
    "according asked speaking following despite during instead still even only just this that "
    "these those there here what who whom whose which where why how he she it they we i you his "
    "her its their our my your one some many most all both each every another other others no "
    "not yes monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december mr mrs ms dr mr. mrs. ms. dr. "
    "shortly firstly lastly notably ideally sharply frankly sadly "
    "neither either none nobody anyone someone everyone "
    "messrs. sir lady lord "
    "earlier later last next today yesterday tomorrow two three four five six seven eight nine "
    "ten once until upon whether like such several few much more than perhaps maybe indeed "
    "nevertheless nonetheless otherwise thus therefore hence again ever never always often "
    "sometimes near across through between among against within toward towards amid "
    # French
    "le la les un une des il elle ils elles ce cette ces mais et dans pour selon après avec sur "
    "en au aux à par sans sous entre vers chez depuis pendant comme si lorsque quand alors "
    "ainsi aussi car donc ni puis enfin toutefois cependant pourtant malgré son sa ses leur "
    "leurs notre nos votre mon ma mes tout tous toute toutes deux trois nous vous je qui que "
    "quoi où cela ça c'est "
    # Spanish
    "el los las una su sus este esta pero y según tras con ante bajo desde hasta hacia para por "
    "sin sobre como cuando donde mientras aunque porque o también además así ya entonces luego "
    "después antes ayer hoy mañana estos estas ese esa esos esas aquel todo todos todas tres "
    "ellos ellas él ella lo se mi tu nuestro "
    # German
    "der die ein eine einer eines einem einen er sie es wir ich und aber doch im am um nach "
    "laut bei mit auf für wie zu den dem dann auch nur dennoch zwei drei vier fünf sechs sieben "
    "acht neun zehn seine seiner seinem seinen seines ihr ihre ihrer ihrem ihren ihres mein "
    "meine unser unsere unserer kein keine keiner dieser diese dieses diesem diesen jeder jede "
    "jedes alle aller viele vielen einige andere anderen manche mehr trotzdem allerdings jedoch "
    "deshalb deswegen daher darum somit während als wenn weil obwohl nachdem bevor bis ob dass "
    "wer was wo wann warum wieso beim vom zum zur über unter gegen ohne seit durch vor hinter "
    "neben zwischen bereits schon noch hier dort heute gestern morgen damals später zuletzt "
    "zuvor schließlich zunächst außerdem zudem danach dabei dafür dagegen davon dazu darauf "
    "dadurch daraufhin gleichzeitig weiter immer nie nicht denn sondern oder aus bisher "
    "inzwischen mittlerweile derzeit aktuell besonders gerade etwa rund insgesamt natürlich "
    "vielleicht wegen trotz sollte mögliche welche welcher ihm ihn ihnen uns zugleich "
    "unterdessen hingegen demnach anschließend indes letztlich erst ebenso ebenfalls vorher "
    "nachher daneben ferner überdies derweil tatsächlich eigentlich offenbar angeblich dank "
    "sowohl weder entweder beide beiden sobald solange falls sofern indem statt innerhalb "
    "außerhalb mehrere wenige etliche sämtliche jene jener solche kürzlich neulich jüngst bald "
    "oft selten manchmal meist einst einmal nochmals erneut wieder zwar ja nein "
    "wovor wofür womit woran worauf worin worüber wovon wozu wodurch weshalb wessen wohin woher "
    # Italian and Portuguese
    "secondo conforme gli nel nella dopo os uma mas na após segundo com nei nelle alla sul "
    "sulla tra fra e ed anche come quando mentre però quindi poi così questo questa questi "
    "queste quello quella suo sua suoi sue loro tutto tutti tutte due tre ao sem sob também já "
    "enquanto não nem ou esse essa isso seu seus suas dois três ele ela eles elas "
    # Russian
    "он она они это но и в на по как что также о с для а из у к от до за при после если когда "
    "где так уже ещё еще не ни то же все всё его ее её их этот эта эти мы я вы однако кроме "
    "ранее "
    # Turkish
    "bu ve ama bir için "
)
# Words of English that end a noun phrase to the right of its verb.
NP_ENDS: Final = word_list(
    "in on at by for from with to into over under about during after before while when as who "
    "whose what that which because and but or if since told said says of adding where was were is "
    "are has how why "
    "monday tuesday wednesday thursday friday saturday sunday yesterday today later tonight "
    "have had will would could should can may might must do does did be been says than"
)
