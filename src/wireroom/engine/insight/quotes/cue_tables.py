"""The words that say that somebody speaks, by language."""

from typing import Final

from wireroom.engine.insight.quotes.word_list import word_list

# Manners of cues, by what they govern:
#   say   direct speech, a that-clause or a bare clause ("said the plan failed")
#   that  direct speech or a that-clause only ("explained that")
#   tell  as say, with whom it is told before it ("told reporters the plan failed")
#   urge  direct speech, or somebody and an infinitive ("urged residents to leave")
#   call  marked words only ("called it a 'disaster'")
#   quote somebody else's speaking ("quoted him as saying")
CUES: Final[dict[str, dict[str, str]]] = {
    "en": {
        "say": "said says saying say claimed claims claiming believes believed thinks thought "
        "acknowledged acknowledges insisted insists argued argues maintained maintains alleges "
        "alleged alleging announced announces announcing confirmed confirms confirming "
        "estimated estimates stressed stresses hopes hoped think believe",
        "that": "added adds adding explained explains explaining noted notes noting wrote writes "
        "writing tweeted tweets posted stated states stating declared declares declaring "
        "replied replies replying responded responds responding recalled recalls continued "
        "continues concluded concludes remarked remarks commented comments joked jokes joking "
        "quipped quips laughed warned warns warning admitted admits admitting conceded concedes "
        "revealed reveals revealing emphasized emphasised emphasizes emphasises emphasizing "
        "emphasising reiterated reiterates reported reports reporting suggested suggests "
        "suggesting predicted predicts observed observes pointed complained complains boasted "
        "shouted shouts shouting yelled cried whispered chanted chanting sang singing answered "
        "answers concurred exclaimed lamented laments quoth texted testified "
        "testifies mused muses "
        "cautioned cautions countered counters shared detailed underlined "
        "underscored underscores affirmed affirms reaffirmed contended contends asserted asserts "
        "disclosed agreed agrees denied denies hinted hints indicated "
        "mentioned mentions opined ventured vented fumed gushed raved retorted snapped "
        "began begins summarized summarised clarified clarifies proclaimed proclaims "
        "recounted recounts "
        "reasoned interjected sighed "
        "highlighted highlights enthused elaborated specified speculated argue insist warn suggest "
        "contend maintain expects found finds acknowledge allege predict complain explain write "
        "written shown show shows showed projects projected forecasts claim ruled signaled "
        "signalled feared fears wondered wonders questioned questions confessed confesses confided "
        "bragged crowed gloated swore protested objected muttered murmured mumbled roared screamed "
        "shrieked wailed sobbed gasped chuckled giggled grinned smiled nodded teased deadpanned "
        "marveled marvelled pondered guessed guesses barked growled grumbled groaned huffed hissed "
        "stammered spat sneered scoffed gushes raves reflected reflects relayed reckoned reckons "
        "offered chimed quizzed inquired enquired shrugged vents fumes jokes cries yells yell "
        "shout chant went goes reads points pointing put puts",
        "tell": "told tells telling informed reminded reminds assured assures",
        "urge": "urged urges urging asked asks asking pledged pledges vowed vows vowing "
        "promised promises threatened threatens ordered implored begged encouraged demanded "
        "demands instructed advised advises pleaded requested requests",
        "call": "called calls calling described describes describing dubbed branded labeled "
        "labelled praised praises hailed slammed condemned condemning denounced criticized "
        "criticised criticizing criticising accused accuses accusing dismissed blamed denying "
        "call describe dub label refers referred referring likened compared "
        "characterized characterised portrayed blasted "
        "lauded citing welcomed decried spoke",
        "quote": "quoted quotes quoting cited cites",
    },
    "ar": {
        "that": "قال قالت قالوا يقول تقول وقال أكد أكدت يؤكد تؤكد أوضح أوضحت يوضح توضح أضاف أضافت "
        "يضيف تضيف صرح صرحوا صرحت ذكر ذكرت يذكر أعلن أعلنت يعلن أشار أشارت يشير تشير لفت لفتت "
        "شدد شددت يشدد حذر حذرت يحذر كتب كتبت اعتبر اعتبرت يعتبر رأى رأت يرى ترى أفاد أفادت "
        "تابع تابعت واصل ختم اختتم كشف كشفت نفى نفت زعم زعمت اعترف تعهد تعهدت وصف وصفت "
        "اقترح اقترحت توقع توقعت كرر كررت جدد جددت أقر أقرت ألمح ألمحت "
        "أردف أردفت استدرك استدركت شرح شرحت ادعى ادعت روى روت حكى حكت "
        "استطرد بيّن بيّنت نوه نوّه رد ردت علق علّق علقت تساءل أجاب دعا دعت حث حثت ناشد ناشدت "
        "طالب طالبت قائلا "
        "قائلاً قائلة قائلين مضيفا مضيفاً مضيفة مؤكدا مؤكداً مؤكدة موضحا موضحاً موضحة مشيرا مشيراً "
        "مشيرة معتبرا معتبراً معتبرة مشددا مشدداً مشددة لافتا لافتاً محذرا محذراً",
        "tell": "أخبر أخبرت أبلغ أبلغت",
        "quote": "نقلت نقل ينقل تنقل",
    },
    "fr": {
        "that": "dit disait déclaré déclare déclarait affirmé affirme affirmait expliqué explique "
        "expliquait ajouté ajoute ajoutait estimé estime estimait assuré assure assurait "
        "indiqué indique précisé précise souligné souligne soulignait annoncé annonce rappelé "
        "rappelle confié confie raconté raconte racontait lancé lance écrit écrivait répondu "
        "répond reconnu reconnaît martelé martèle insisté insiste poursuivi poursuit conclu "
        "conclut regretté regrette dénoncé dénonce prévenu prévient averti avertit témoigné "
        "témoigne jugé juge jugeait plaidé plaide commenté commente noté note observe observé "
        "admet admis promis promet argumente argumenté ironise déplore déploré résume résumé "
        "détaille détaillé justifie confirme confirmé considère considéré critique salué salue "
        "rapporté rapporte soutient soutenu valoir glisse réagi réagit tweeté martelait "
        "concède affirmant expliquant "
        "jugeant accusant dénonçant évoquant qualifiant promettant avertissant appelle appelé "
        "soulève soulevé argue arguant alerte alerté réclame réclamé exige exigé ordonné ordonne "
        "accuse accusé qualifie qualifié prône exhorte exhorté demande demandé "
        "ajoutant déclarant estimant précisant assurant soulignant rappelant disant",
    },
    "es": {
        "that": "dijo dice decía dijeron dicho afirmó afirma afirmaba aseguró asegura aseguraba "
        "explicó explica añadió añade agregó agrega señaló señala indicó indica declaró declara "
        "manifestó manifiesta sostuvo sostiene sostenía comentó comenta subrayó subraya destacó "
        "destaca apuntó apunta advirtió advierte insistió insiste recordó recuerda reconoció "
        "reconoce admitió admite anunció anuncia escribió escribe respondió responde concluyó "
        "concluye precisó precisa informó informa contó cuenta confesó expresó expresa lamentó "
        "denunció denuncia reiteró reitera opinó opina consideró considera matizó zanjó argumentó "
        "resumió resume llamó calificó califica describió describe definió define definía "
        "acusó pidió exigió detalló relató puntualizó enfatizó afirmado asegurado explicado "
        "señalado añadiendo afirmando asegurando señalando diciendo",
    },
    "de": {
        "that": "ahnte analysiert analysierte angedeutet angekündigt antwortet antwortete "
        "gab gibt gaben geben warf wirft warfen werfen hieß heißt "
        "verkünden mitteilte mitteilten zugab rechnet rechnete rechnen rechneten erwartet "
        "erwarten erwartete erwarteten "
        "appelliert appellierte befürchten befürchtet befürchtete begründet begründete "
        "behauptet behauptete beklagt beklagte bekräftigt bekräftigte berichtet "
        "berichtete berichteten beschreiben beschreibt beschrieb bestreitet bestritt "
        "bestätigt bestätigte bestätigten beteuert beteuerte betonen betont betonte "
        "betonten bezeichnet bezeichnete bilanziert bilanzierte dementiert dementierte "
        "droht drohte drohten eingeräumt entgegnete ergänzt ergänzte ergänzten erinnert "
        "erinnerte erklären erklärt erklärte erklärten erläutert erläuterte erzählt "
        "erzählte fand fanden findet fordern fordert forderte forderten fragt fragte "
        "freute fügt fügte führte fürchtet geantwortet gefordert gesagt geschrieben "
        "gestand gesteht gewarnt geäußert glaubt gratulierte hingewiesen hob hofft "
        "hoffte informierte jubelt jubelte klagt klagte kommentiert kommentierte "
        "kontert konterte kritisieren kritisiert kritisierte kritisierten kündigte ließ "
        "lobt lobte mahnt mahnte meinen meint meinte mitgeteilt moniert monierte nannte "
        "nannten nennen nennt plädiert plädierte postet postete prognostiziert "
        "prognostizierte prophezeit prophezeite präzisiert präzisierte rechtfertigte "
        "regt resümiert resümierte rief riet ruft rät räumte sagen sagt sagte sagten "
        "scherzt scherzte schildert schilderte schimpft schimpfte schmunzelte schreiben "
        "schreibt schrieb schrieben signalisiert signalisierte sinnierte sprach spricht "
        "stellte teilte twittert twitterte unterstreicht unterstrich urteilt urteilte "
        "urteilten verkündet verkündete verlangt verlangte vermutet vermutete "
        "versichert versicherte versprach verspricht verteidigt verteidigte verweist "
        "verwies warnen warnt warnte warnten wettert wetterte widersprach widerspricht "
        "würdigte zitiert zitierte zugegeben äußert äußerte äußerten spottet spottete "
        "sang sangen höhnt höhnte witzelt witzelte raunte ätzte lästert lästerte tönte",
        "call": "hält hielt halten hielten",
    },
    "it": {
        "that": "detto dice disse ha-detto dichiarato dichiara dichiarò affermato afferma affermò "
        "spiegato spiega spiegò aggiunto aggiunge aggiunse sottolineato sottolinea scritto scrive "
        "scrisse raccontato racconta commentato commenta annunciato annuncia ribadito ribadisce "
        "sostenuto sostiene osservato osserva precisato precisa concluso conclude risposto "
        "risponde riferito riferisce ricordato ricorda ammesso ammette assicurato assicura "
        "avvertito avverte confermato conferma evidenziato replicato replica attacca denuncia "
        "twittato definito definita scriveva diceva raccontava "
        "aggiungendo spiegando affermando dicendo sottolineando",
    },
    "pt": {
        "that": "disse diz dizia disseram afirmou afirma afirmaram declarou declara explicou "
        "explica acrescentou acrescenta contou conta destacou destaca ressaltou ressalta informou "
        "informa escreveu escreve falou fala comentou comenta avaliou avalia lembrou lembra "
        "garantiu garante defendeu defende criticou critica anunciou anuncia admitiu admite "
        "reconheceu reconhece concluiu conclui completou respondeu responde alertou alerta "
        "observou relatou revelou sublinhou referiu salientou adiantou frisou reforçou apontou "
        "argumentou acredita afirmando dizendo acrescentando",
    },
    "ru": {
        "that": "сказал сказала сказали говорит говорил говорила заявил заявила заявили заявляет "
        "отметил отметила отмечает отмечают подчеркнул подчеркнула подчеркивает добавил добавила "
        "добавляет сообщил сообщила сообщили сообщает сообщают рассказал рассказала рассказали "
        "рассказывает пояснил пояснила поясняет объяснил объяснила объясняет уточнил уточнила "
        "написал написала пишет признал признался призналась считает полагает уверен уверена "
        "утверждает указал указала предупредил предупредила напомнил напомнила ответил ответила "
        "подтвердил подтвердила обратил призвал призвала резюмировал заключил пожаловался "
        "пожаловалась передает цитирует",
    },
    "tr": {
        "that": "dedi söyledi belirtti açıkladı kaydetti vurguladı ifade konuştu ekledi bildirdi "
        "aktardı diyen diyor yazdı savundu dile dikkat anlattı iddia uyardı sordu yanıtladı "
        "diyerek "
        "ifadelerini ifadesini sözlerini",
    },
}

# Arabic participles, which share the subject of the verb before them.
LEANING: Final = frozenset(
    word
    for word in CUES["ar"]["that"].split()
    if word[0] in "قم" and word.endswith(("ا", "اً", "ة", "ين")) and word not in {"قالوا"}
)

# "according to": who follows is the source.
SOURCE_PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "en": ("according to", "in the words of", "per"),
    "ar": ("وفقا ل", "وفق", "وفقا", "وفقاً", "بحسب", "حسب", "نقلا عن", "نقلاً عن"),
    "fr": ("selon", "d' après"),
    "es": ("según", "de acuerdo con"),
    "de": ("so",),
    "it": ("secondo",),
    "pt": ("segundo", "de acordo com", "conforme"),
    "ru": ("по словам", "по данным", "по мнению", "как сообщает", "согласно"),
    "tr": (),
}
# Of these only the ones that always mean a source; "pour", "so" and the like need marks.
FIRM_PHRASES: Final = frozenset(
    phrase
    for phrases in SOURCE_PHRASES.values()
    for phrase in phrases
    if phrase not in {"pour", "per", "so", "zufolge", "secondo", "segundo", "согласно", "conforme"}
)

# Languages whose verbs may leave their subject out: it is who spoke last.
SUBJECTLESS: Final = frozenset({"ar", "es", "it", "pt", "tr"})

# What opens a reported clause.
THAT: Final[dict[str, frozenset[str]]] = {
    "en": frozenset({"that"}),
    "ar": word_list(
        "أن إن أنه إنه أنها إنها أنهم إنهم بأن بأنه بأنها بأنهم أنّ إنّ إلى على إنهما أنهما إنهن "
        "أنهن أننا إننا أنني إنني أني إني بأننا بأنهما بأنهن بأنني بأنّ"
    ),
    "fr": frozenset({"que", "qu'"}),
    "es": frozenset({"que"}),
    "de": frozenset({"dass", "daß"}),
    "it": frozenset({"che", "ch'"}),
    "pt": frozenset({"que"}),
    "ru": frozenset({"что"}),
    "tr": frozenset(),
}
