"""Which subject an outlet's own section means, by what papers commonly call their sections."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from wireroom.engine.text.words import words

# By subject, of common newspapers' section names in English, Arabic, French, German, Spanish,
# Italian, Portuguese, Dutch and Turkish. Left out are places ("Local", "World") and what papers
# file anything under ("News", "Opinion"): they tell where or how, not what.
_NAMES: Final = {
    "arts": "art|arts|culture|arts and culture|culture and arts|books|film|films|music|theatre|"
    "tv|television|entertainment|media|ثقافة|فن|فنون|ثقافة وفنون|فن وثقافة|كتب|سينما|موسيقى|ترفيه|"
    "livres|cinéma|musique|médias|culture et médias|kultur|feuilleton|bücher|musik|medien|"
    "kultur und medien|cultura|libros|cine|música|cultura e spettacoli|spettacoli|libri|livros|"
    "cultuur|kunst|boeken|kültür|kültür sanat|sanat",
    "conflict": "war|war and peace|conflict|conflicts|حرب|حروب|نزاعات|guerre|krieg|guerra|savaş",
    "crime": "crime|courts|court|law|justice|crime and courts|crime and justice|law and order|"
    "police and courts|جريمة|جرائم|قضاء|محاكم|قانون|عدالة|police justice|police et justice|"
    "kriminalität|justiz|recht|recht und justiz|sucesos y tribunales|tribunales|justicia|giustizia|"
    "giudiziaria|justiça|misdaad|justitie|adalet",
    "disaster": "disaster|disasters|accidents|accidents and disasters|emergencies|حوادث|كوارث|"
    "حوادث وكوارث|catastrophes|accidents et catastrophes|katastrophen|unglücke|catástrofes|"
    "disastri|rampen|afetler",
    "economy": "economy|business|finance|markets|money|business and economy|economy and business|"
    "business and finance|companies|economics|اقتصاد|أعمال|مال|أسواق|مال وأعمال|اقتصاد وأعمال|"
    "économie|entreprises|finances|bourse|argent|économie et entreprises|wirtschaft|finanzen|"
    "börse|unternehmen|geld|economía|negocios|empresas|mercados|economia|finanza|mercati|"
    "economia e finanza|economia e negócios|economie|ekonomi|finans",
    "education": "education|schools|universities|تعليم|تربية|تربية وتعليم|تعليم عال|جامعات|مدارس|"
    "éducation|bildung|schule|hochschule|educación|educação|istruzione|scuola|onderwijs|eğitim",
    "environment": "environment|climate|nature|climate and environment|energy and environment|بيئة|"
    "مناخ|بيئة ومناخ|environnement|climat|planète|umwelt|klima|umwelt und klima|medio ambiente|"
    "medioambiente|clima|clima y medio ambiente|ambiente|meio ambiente|klimaat|milieu|çevre",
    "health": "health|medicine|health and medicine|صحة|طب|صحة وطب|santé|gesundheit|medizin|salud|"
    "salute|saúde|gezondheid|sağlık",
    "labour": "labour|labor|work|jobs|employment|عمل|عمال|وظائف|emploi|travail|arbeit|karriere|"
    "empleo|trabajo|lavoro|emprego|trabalho|werk",
    "lifestyle": "lifestyle|life and style|style|food|travel|fashion|food and drink|leisure|"
    "أسلوب حياة|نمط حياة|سفر|سياحة|أزياء|مطبخ|mode|voyages|cuisine|gastronomie|style de vie|"
    "reise|reisen|stil|genuss|essen|viajes|moda|gastronomía|estilo|viaggi|cucina|viagem|turismo|"
    "reizen|eten|yaşam|seyahat",
    "politics": "politics|government|elections|parliament|policy|politics and government|سياسة|"
    "حكومة|انتخابات|برلمان|أخبار سياسية|politique|élections|politik|wahlen|innenpolitik|"
    "aussenpolitik|außenpolitik|política|elecciones|politica|elezioni|eleições|politiek|siyaset|"
    "politika",
    "religion": "religion|faith|belief|دين|أديان|دين وحياة|religions|religionen|religión|religione|"
    "religião|religie|din",
    "science": "science|technology|tech|science and technology|space|sciences|علوم|تكنولوجيا|تقنية|"
    "علوم وتكنولوجيا|علوم وتقنية|فضاء|technologie|sciences et technologies|high tech|wissen|"
    "wissenschaft|technik|digital|netzwelt|ciencia|tecnología|ciencia y tecnología|scienza|"
    "scienze|tecnologia|ciência|ciência e tecnologia|wetenschap|tech en wetenschap|bilim|"
    "teknoloji|bilim ve teknoloji",
    "society": "society|social affairs|مجتمع|شؤون اجتماعية|société|gesellschaft|sociedad|società|"
    "sociedade|samenleving|toplum",
    "sport": "sport|sports|football|cricket|rugby|tennis|رياضة|كرة القدم|كرة قدم|ملاعب|sports et "
    "loisirs|fußball|fussball|deporte|deportes|fútbol|calcio|esporte|esportes|desporto|futebol|"
    "voetbal|spor|futbol",
    "weather": "weather|طقس|أحوال الطقس|météo|wetter|tiempo|meteo|meteorología|tempo|weer|"
    "hava durumu",
}
# "Politics / Elections": of a path the last that is known tells most.
_PARTS: Final = re.compile(r"[/>|»›:,&]+")
_ARTICLE: Final = "ال"  # papers write a section's name with it or without


def subject_of_section(name: str) -> str | None:
    """Return the subject (a key of MEDIA_TOPICS) of a section's name; None where it tells none."""
    for part in (name, *reversed(_PARTS.split(name))):
        if (subject := _by_name().get(_key(part))) is not None:
            return subject
    return None


@cache
def _by_name() -> dict[str, str]:
    return {key: subject for subject, key in _listed()}


def _listed() -> Iterator[tuple[str, str]]:
    for subject, names in _NAMES.items():
        yield from ((subject, _key(name)) for name in names.split("|"))


def _key(name: str) -> str:
    return " ".join(word.removeprefix(_ARTICLE) for word in words(name))
