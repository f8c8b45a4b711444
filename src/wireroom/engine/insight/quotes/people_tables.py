"""Titles and roles of people, kinds of bodies, and agencies."""

from typing import Final

from wireroom.engine.insight.quotes.word_list import word_list

# A word before a name that is no part of it.
TITLES: Final = word_list(
    "mr mrs ms miss dr prof professor sir dame lord lady sheikh sheikha king queen prince princess "
    "president vice-president minister premier chancellor secretary undersecretary senator sen rep "
    "representative congressman congresswoman gov governor mayor judge justice chief chairman "
    "chairwoman chair chairperson speaker leader director executive officer ceo cfo cto coo "
    "founder "
    "co-founder cofounder spokesman spokeswoman spokesperson general gen colonel col lt lieutenant "
    "captain capt sergeant sgt major maj admiral commander commissioner ambassador envoy attorney "
    "lawyer sheriff detective inspector superintendent deputy pope cardinal archbishop bishop rev "
    "reverend father imam ayatollah rabbi coach manager analyst economist scientist author singer "
    "actor actress editor teacher student reporter correspondent counterpart expert official head "
    "geologist co-author meteorologist member candidate lawmaker mp mep mec councillor councilor "
    "novelist moderator writer poet blogger activist campaigner investor trader farmer fisherman "
    "nurse pastor priest historian biologist physicist astronomer engineer pilot driver shopkeeper "
    "administrator pollster adviser advisor strategist photographer designer architect chef artist "
    "adv advocate barrister atty cllr ald alderman alderwoman hon honourable honorable canon "
    "deacon constable trooper pc dci supt insp cpl pte brig brigadier marshal datuk tun shri smt "
    "mullah maulana mister councilman councilwoman councilmember assemblyman assemblywoman "
    "assemblymember congressmember congressperson comptroller treasurer magistrate "
    "striker goalkeeper midfielder defender veteran owner guitarist singer-guitarist resident "
    "developer publisher maker "
    "monsieur madame m mme mlle maître ministre président présidente secrétaire générale général "
    "député députée maire porte-parole directeur directrice "
    "señor señora don doña presidente presidenta ministro ministra fiscal juez alcalde alcaldesa "
    "portavoz director directora rey reina técnico treinador governador prefeito prefeita senador "
    "deputado deputada ministra diretor diretora "
    "lehrer lehrerin schüler schülerin professorin autor autorin banker ökonom ökonomin "
    "herr frau präsident präsidentin minister ministerin kanzler kanzlerin bürgermeister "
    "bürgermeisterin sprecher sprecherin chef chefin schulleiter schulleiterin verwalter leiter "
    "leiterin trainer "
    "bakan bakanı başkan başkanı cumhurbaşkanı lideri sözcüsü "
    "signor signora ministro presidente sindaco sindaca procuratore avvocato direttore "
    "президент министр премьер-министр губернатор глава директор депутат секретарь пресс-секретарь "
    "мэр представитель эксперт профессор"
)
# German words for roles are put together: what they end in tells.
GERMAN_ROLE: Final = tuple(
    sorted(
        word_list(
            "abgeordnete abgeordneter aktivist aktivistin analyst analystin anwalt anwältin "
            "arzt autor autorin beauftragte beauftragter berater beraterin bischof bischöfin "
            "botschafter botschafterin chef chefin coach direktor direktorin experte expertin "
            "forscher forscherin gesandte gesandter gründer gründerin historiker historikerin "
            "inhaber inhaberin intendant intendantin interviewer interviewerin jurist "
            "juristin kanzler kanzlerin kapitän kollege kollegin kommissar kommissarin könig "
            "königin leiter leiterin manager managerin meister meisterin minister ministerin "
            "mitarbeiter mitarbeiterin moderator moderatorin nachfolger nachfolgerin papst "
            "pfarrer pfarrerin politiker politikerin prinz präses präsident präsidentin "
            "rapper rapperin rat regisseur regisseurin richter richterin rätin schauspieler "
            "general generalin geschäftsführer geschäftsführerin "
            "schauspielerin schriftsteller schriftstellerin sekretär sekretärin sprecher "
            "sprecherin stürmer sänger sängerin torwart trainer trainerin unternehmer "
            "unternehmerin vertreter vertreterin virologe virologin vorgänger vorsitzende "
            "vorsitzender wissenschaftler wissenschaftlerin ärztin ökonom ökonomin "
        )
    )
)
# Arabic titles before a name, and words that open an Arabic noun phrase which is a role.
ARABIC_TITLES: Final = word_list(
    "الرئيس السيد السيدة الدكتور الدكتورة الأستاذ الشيخ الأمير الأميرة الملك الملكة اللواء العميد "
    "العقيد النائب القاضي المهندس الوزير السفير المدير الجنرال الفريق"
)
# What stands before a surname as a title does: "Republican Adel".
PARTISANS: Final = word_list("republican democrat conservative tory")
# Of a party or a parliament: "the Alderne Republican", "one Tory MP".
SEATED: Final = PARTISANS | word_list("mp mep msp mla")
# Roles that mean a person already named; with "a" before them, or none, a stranger.
PERSON_ROLES: Final = word_list(
    "president minister premier chancellor senator governor mayor judge king queen prince princess "
    "leader director chief chairman chairwoman speaker ceo founder author singer actor "
    "actress coach "
    "manager spokesman spokeswoman spokesperson professor doctor lawyer attorney officer general "
    "commander secretary ambassador teacher scientist researcher analyst congressman congresswoman "
    "congressman pope star player mec victim man woman mother father dirigeante dirigeant "
    "comandante treinador técnico juez fiscal instructor presidente président ministre"
)
BODY_NOUNS: Final = word_list(
    "court agency ministry company group outlet department organization organisation union party "
    "commission committee council government police office bank university institute newspaper "
    "network channel firm association administration authority army military museum utility "
    "broadcaster charity center centre foundation federation league club team kremlin bureau "
    "board parliament airline retailer watchdog regulator site website magazine paper"
)
# What a firm is called before its name, and nobody is ("the banking giant Quill Varga").
BUSINESSES: Final = word_list(
    "giant lender retailer carrier startup start-up automaker carmaker chipmaker drugmaker insurer "
    "brokerage consultancy subsidiary affiliate conglomerate nonprofit non-profit think-tank chain "
    "platform supermarket broadcaster outlet"
)
# One office under several names.
OFFICES: Final = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "congresswoman": "congressman",
}
# Words of a body's name that no person's has, unless a given name leads it (Mary White).
ORG_WORDS: Final = BODY_NOUNS | word_list(
    "times post journal news herald tribune street house white senate congress service services "
    "school college hospital county states nations press project chamber society academy "
    "fund campaign coalition alliance conference assembly trust division airport airlines "
    "tower towers plaza bridge hotel stadium arena avenue boulevard highway building bill act "
    "security program programme initiative resort casino theatre theater cathedral mosque church "
    "festival cup championship championships olympics games war treaty accord summit forum index "
    "awards "
    "caucus justice treasury defense defence affairs division survey corporation corp inc"
)
# Words that mark the name of an outlet.
OUTLET_WORDS: Final = word_list(
    "times post journal news herald tribune press daily mail sun star observer standard globe "
    "chronicle telegraph independent mirror express gazette guardian courier review today magazine "
    "weekly tv radio newspaper network channel paper dispatch inquirer examiner bee register"
)
# Who is told is also who carries it.
AGENCIES: Final = word_list(
    "afp reuters ap upi dpa bloomberg cnn bbc nbc abc cbs fox npr tass interfax ria belta xinhua "
    "anadolu wam spa mena aap efe ansa lusa apa kyodo yonhap pti ani irna isna politico axios "
    "cnbc msnbc sky rte dw france24 euronews variety"
)
FEMALE_TITLES: Final = word_list(
    "mrs ms miss lady dame queen princess madame mme mlle sheikha chairwoman congresswoman "
    "spokeswoman actress señora doña frau signora presidenta ministra"
)
MALE_TITLES: Final = word_list(
    "mr sir lord king prince sheikh chairman congressman spokesman señor don herr signor pope m "
    "monsieur actor imam"
)
# Things that say what somebody wrote.
TELLING: Final = word_list(
    "report study survey poll letter statement memo document post tweet opinion piece filing "
    "lawsuit complaint indictment article email message source"
)
# Nouns that mean somebody, a person or a body.
ACTORS: Final = PERSON_ROLES | BODY_NOUNS
TITLES_AND_BODIES: Final = TITLES | BODY_NOUNS
