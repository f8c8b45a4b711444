"""Words with a capital in what states, offices and institutions are called: they are translated."""

from typing import Final

from wireroom.engine.insight.quotes.word_list import word_list

IN_ENGLISH: Final = word_list(
    "arab austrian belgian british central chancellor commons congress constitutional crown danish "
    "defence defense dutch emirates federation finnish greek hungarian interior iraqi irish "
    "israeli kingdom labour lebanese lords moroccan mr mrs ms nations norwegian palestinian "
    "parliament polish portuguese romanian saudi scottish senate states supreme swedish swiss "
    "syrian treasury tunisian union united welsh western yemeni"
)
ELSEWHERE: Final = word_list(
    "état états église conseil cour assemblée sénat république premier première ministre ministère "
    "président présidente parlement parti banque bourse union nations parquet tribunal chambre "
    "estado estados iglesia consejo corte asamblea senado república ministro ministra ministerio "
    "presidente presidenta parlamento partido banco bolsa unión naciones fiscalía cámara unidos "
    "gobierno congreso junta ciudad policía ejército supremo "
    "stato stati chiesa consiglio assemblea senato repubblica ministero banca borsa unione nazioni "
    "procura tribunale camera governo costituzionale uniti città "
    "igreja conselho assembleia ministério união nações câmara governo polícia federal cidade "
    "министерство президент правительство госдума дума банк россия союз "
    "bakan bakanı başkan başkanı cumhurbaşkanı belediye meclis merkez bankası vali valisi "
    "raad kamer minister regering"
)
