"""Titles and roles of people, kinds of bodies, agencies, and given names with their gender."""

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
    "striker goalkeeper midfielder defender veteran owner guitarist singer-guitarist resident "
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
            "minister ministerin präsident präsidentin sprecher sprecherin chef chefin leiter "
            "leiterin meister meisterin anwalt anwältin trainer trainerin direktor direktorin "
            "kanzler kanzlerin experte expertin politiker politikerin vorsitzende vorsitzender "
            "arzt ärztin berater beraterin autor autorin coach forscher forscherin rat rätin"
        )
    )
)
# Arabic titles before a name, and words that open an Arabic noun phrase which is a role.
ARABIC_TITLES: Final = word_list(
    "الرئيس السيد السيدة الدكتور الدكتورة الأستاذ الشيخ الأمير الأميرة الملك الملكة اللواء العميد "
    "العقيد النائب القاضي المهندس الوزير السفير المدير الجنرال الفريق"
)
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
# Who is told is also who carries it.
AGENCIES: Final = word_list(
    "afp reuters ap upi dpa bloomberg cnn bbc nbc abc cbs fox npr tass interfax ria belta xinhua "
    "anadolu wam spa mena aap efe ansa lusa apa kyodo yonhap pti ani irna isna politico axios "
    "cnbc msnbc sky rte dw france24 euronews variety"
)
MEN: Final = word_list(
    "adam adel ahmed alan alastair albert alex alexander alexei ali amir anders andrew andy angelo "
    "antonio anthony arthur barack ben benjamin bernard bill bob boris brad brian bruce carl "
    "carlos "
    "charles charlie chris christian christopher colin craig daniel dan dave david dennis derek "
    "diego dmitry don donald doug douglas ed eddie edward elon emmanuel eric erik faisal fernando "
    "francis francois françois frank fred gary gavin geoff george gerald giovanni giuseppe glenn "
    "gordon graham greg guy hakeem hamid hans harold harry hassan henry herbert hugh hussein ian "
    "ibrahim igor iñaki ivan jack jacob jair jake james jamie jan jared jason javier jay jean jeff "
    "jeffrey jeremy jerome jerry jesus jim jimmy joao joão joe joel john johnny jon jonathan "
    "jordan "
    "jorge jose josé joseph josh joshua juan justin karim karl keith ken kenneth kevin khaled kim "
    "kyle larry lars lee leo leon lewis liam louis luca luis luiz luke mahmoud manuel marc marcel "
    "marco mario mark martin masoud matt matteo matthew max michael miguel mike mikhail mitch "
    "mohamed mohammed mohammad muhammad mustafa narendra nathan neil nicholas nick nicolas nigel "
    "nikolai norbert nuri oleg oliver olaf omar oscar otto owen pablo patrick paul pavel "
    "pedro pete "
    "peter phil philip pierre rafael ralph randy raymond recep ricardo richard rick rob robert "
    "roberto rodrigo roger roman ron ronald ross roy russell ryan sam samuel scott sean sebastian "
    "sergei sergey shigeru simon stefan stephen steve steven stuart ted terry thomas tim timothy "
    "tom tommy tony travis vincent viktor vladimir volodymyr walter warren wayne will william "
    "winston xavier yoshihiko yuri yusuf zach eoin josep keir rishi jens giorgio franz"
)
WOMEN: Final = word_list(
    "abigail alice alexandra alison amanda amy ana andrea angela angelina anna anne annie anezina "
    "ashley barbara beth betsy beyonce brenda bridget camilla carol caroline carolyn catherine "
    "charlotte chelsea christina christine claire clara claudia cristina cynthia dana danielle "
    "deborah debbie diana diane donna dorothy elena elisabeth elizabeth ella ellen emily emma erin "
    "eva eve evelyn fatima florence frances gabi gabriela ghislaine giorgia gina gloria grace "
    "greta "
    "hannah heather heidi helen helena hillary ines irene isabel isabella ivanka jacinda jane "
    "janet "
    "janice jasmine jean jennifer jenny jessica jill joan joanna josephine joyce judith judy julia "
    "julie karen karin kate katherine kathleen kathy katie kelly kerry kirsten kristen "
    "kyrsten laura "
    "lauren leah leila leslie linda lisa liz lola lucia lucy madonna maggie margaret maria marie "
    "marina marine marion martha mary marybel marylise maya megan meghan melania melissa michelle "
    "mila miriam molly monica nadia nancy naomi natalia natalie nicola nicole nina olga olivia "
    "pamela patricia paula penny priscilla priti rachel rebecca rita rosa rosaly rose ruth sabine "
    "sally samantha sandra sara sarah serena sharon sheila shira silvia simone sonia sophia sophie "
    "stephanie sue susan suzanne sylvia tanya tara taylor teresa theresa tracy ursula valerie "
    "vanessa vera veronica victoria virginia wendy yasmin yvonne zoe jazmine hanan huda"
)
FEMALE_TITLES: Final = word_list(
    "mrs ms miss lady dame queen princess madame mme mlle sheikha chairwoman congresswoman "
    "spokeswoman actress señora doña frau signora presidenta ministra"
)
MALE_TITLES: Final = word_list(
    "mr sir lord king prince sheikh chairman congressman spokesman señor don herr signor pope m "
    "monsieur actor imam"
)
