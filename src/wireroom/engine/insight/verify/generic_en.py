"""English words that a writer puts a thing by without telling a fact more."""

from typing import Final

from wireroom.engine.insight.verify.word_table import words_in

# Nouns of no kind, verbs that only lead to what happened, adverbs of manner of telling. None has
# an opposite, a kin or a rank that another fact could be told by: "moons", "north", "won" are not
# here. Such a word may stand in a claim without a cited one, as far as support lets it.
GENERIC: Final = words_in(
    """
    whereas amounted entire entirely anything something starting suffered pointing citing claims
    workers residents locals
    after near back away cost costs borrowing difference different finding findings ability able
    access achievement action actions actively activities activity actual adapt
    adapted additionally address addressed addresses addressing adequately advantage affair
    affairs again agenda aim aimed aiming aims along altogether ambition amongst amount amounts
    analysis announcement anyway apart apparent appearance applied applies apply approach
    approached appropriate area areas argument arguments arise arisen arose arrangement
    arrangements as-yet aspect aspects assemble assessment assign assigned assume assumed
    attach attached attempt attempted attempts attention attitude available aware background
    base based basic basically basis become behaviour belief believe believed believes
    believing belong belongs beneficiary benefit benefits beside besides body bring bringing
    broadly brought burden business businesses calculation calculations capacity career
    carefully carried carries carry carrying case cases cast category certain challenge
    challenges chance chapter character characteristic choose chose chosen circumstance
    circumstances cite cited clearly combination come comes coming comment comments commitment
    commonly community compare compared comparison comprise comprised concern concerned
    concerning concerns concrete condition conditions conduct conducted conducting consequently
    consider considered considering considers consist consisted consistently consists
    constitute constituted contact contacted content contents context contribution conversation
    corresponding correspondingly course currency currently data date dates deal dealt decide
    decided decides decision decisions dedicated deem deemed deeply definition degree describe
    described describes describing description desire detail detailed details determination
    determine determined development developments devote devoted difficulty direct direction
    directly discuss discussed discussion discussions display displayed distance doubt due duly
    duration duties duty earmarked easily effect effective effectively effects effort efforts
    element elements elsewhere embark emerge emerged emphasis encounter encountered engage
    engaged ensure ensured entail entailed entitled environment era especially essentially
    estimate estimates event events eventually evidently examine examined example examples
    exist existed existence existing exists expectation expectations experience experiences
    expert experts explanation explanations explicitly express expressed expressing extensive
    extent face faced faces facilities facility facing fact factor factors facts fairly feature
    featured features feel feeling feelings feels felt field fields figure figures firmly fit
    focus focused focusing follow followed follows form formal formally forms forth forward
    framework frequently function functions furthermore gather gathered general generally get
    gets getting goal goals got guidance hand handed handle handled hands happen happened head
    headed heading heard hence henceforth hereby history hope hopes host hosted however idea
    ideas identified identify identity illustrate image impact impression incident incidents
    indeed indicate individual individually inform information informed initially initiative
    instance instances instead institution intend intended intends interest interests involve
    involved involves issue issued issues item items job journey key kind kinds knew know
    knowledge known knows label labelled landmark language lay layer length level levels lie
    lies likewise link linked list listed locate located location locations look looked looking
    lot manage managed manages manner mark marked marking material materials matter matters
    mean meaning means meant meantime measure measures meeting mention mentioned mere merely
    message method methods mind mission mistake mood moreover movement name namely names
    naturally nature necessary need needs nevertheless news nonetheless normally notably note
    noted notice noticed numerous object objective objectives objects observation observe
    observed obviously occasion occasions occur occurred occurs ongoing operate operated
    operates operation operations opinion opinions option options organisation organisations
    origin originally otherwise outcome outcomes outfit overall overview pace package part
    participant participants particular particularly parts path pattern perform performance
    performed period periods personally perspective phase phrase picture piece pieces place
    placed places placing plainly please point pointed points policies policy pose posed
    position positions possess possession practical practically practice precise precisely
    preparation preparations prepare prepared prepares preparing presence pressure presumable
    principle priority problem problems procedure procedures proceed proceeded proceeding
    process processed processes product products professional programme programmes progress
    project projects proper properly property proposal proposals provide provided provides
    providing provision purely purpose put puts putting quality quantities quantity questions
    quietly range rate rather reach reached reaches reaction readily ready real really reason
    reasons refer reference referred refers regard regarded regardless region regions regularly
    relate related relation relations relationship relatively relevance relevant remark
    remarked remarks represent representative represented represents request requests
    requirement requirements research resource resources respect respective respectively
    respond responded response responsibility responsible rest result resulted resulting
    results role roles room route rules sake sample scale scene scheme scope search section
    sector sectors see seeing seek seeking seeks seem seemed seems seen self sense sentiment
    separate series seriously serve served serves service services serving session set sets
    setting shape show showed showing shown shows sight sign significant signs similar
    similarly simply sit site sites sits sitting situated situation situations size skill
    skills so-called somehow somewhat soon sort sorts source sources space speak speaking
    speaks specific specifically specified specify speech spoke spoken spot stage staged stages
    stand standard standards standing stands state stated statement statements stating status
    stem stemmed step steps still stories story straight strategy strictly structure structures
    struggle stuff style subject subjects subsequent subsequently substance such suit suitable
    sum sums suppose surely surround surrounded survey system systems talk talked talking talks
    targets task tasks team technique techniques technology tell telling tendency term termed
    terms text theme then theory thereafter thereby therefore thereof thing things think
    thinking thinks thorough thought thoughts thus title titled titles tone too tool tools
    topic topics total totals touch trace traced track tracked travel travelled travelling
    travels treat treated trend trends trip truly try trying type types typical typically
    ultimately undergo undergone undertake undertaken undertook underwent unit units use used
    user users uses using usual usually utter value values variety various vast venture version
    versions very view viewed views virtually vision voice voiced volume want wanted wants way
    ways weigh well whereby widely wish wished wishes word wording words work worked working
    works world worth
    """
)
