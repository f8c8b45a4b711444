"""Bodies of French, Spanish and the like whose head alone has a capital: "Cour des comptes"."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.entities.words import Word
from wireroom.engine.insight.quotes.word_list import word_list

ROMANCE: Final = frozenset({"fr", "es", "it", "pt", "ca"})
# Heads that with a capital inside a sentence are one body, whatever small words follow.
_HEADS: Final = word_list(
    "assemblée association autorité banque bourse bureau cabinet caisse centre chambre cité "
    "cinémathèque "
    "comité commission confédération conseil coordination cour direction fédération fondation "
    "front "
    "fonds garde haut haute inspection institut ligue ministère mouvement observatoire office "
    "ordre "
    "organisation parquet parti rassemblement secours sénat service société syndicat tribunal "
    "union "
    "université agencia asamblea asociación audiencia ayuntamiento banco cámara centro comisaría "
    "comisión comité confederación congreso consejo consejería corte cruz defensoría delegación "
    "diputación dirección ejército federación fiscalía frente fundación guardia instituto junta "
    "juzgado liga ministerio movimiento oficina organización parlamento partido policía "
    "procuraduría "
    "sala secretaría senado servicio sindicato sociedad tribunal unidad unión universidad "
    "ministero partito banca corte camera consiglio associazione federazione istituto università "
    "ministério partido banco câmara conselho associação federação instituto universidade polícia"
)
_ADJECTIVES: Final = (
    "al", "ale", "aux", "ales", "el", "elle", "éen", "éenne", "ien", "ienne", "ais", "aise", "ois",
    "oise", "ique", "iste", "aire", "if", "ive", "uel", "uelle", "ain", "aine", "ien",
    "nal", "ivo", "iva", "ico", "ica", "ario", "aria", "ista", "ense", "ano", "ana", "eo", "ea",
    "és", "esa", "ior", "ional", "ale", "ese", "iano", "iana", "ões", "eiro", "eira", "ral",
)  # fmt: skip
_OF: Final = word_list("de du des d della dello del di do da dos das pour para la les los las l")
_LONGEST: Final = 5  # small words behind the head
_NOT_HERE: Final = word_list("ce cette son sa leur este esta su qui que dont où pas plus")


def end_of_romance(words: Sequence[Word], first: int, last: int) -> int:
    """Return where a body ends whose other words are small, or `last`."""
    if words[first].low not in _HEADS or words[first].opens or words[last].owns:
        return last
    if first != last:
        return _adjectives(words, last)
    end = _adjectives(words, last)
    return _adjectives(words, _of(words, end))


def _adjectives(words: Sequence[Word], last: int) -> int:
    while last + 1 < len(words) and not words[last + 1].after_break:
        word = words[last + 1]
        if not word.is_word or word.is_capital or not word.low.endswith(_ADJECTIVES):
            break
        if len(word.low) <= _LONGEST - 1:
            break
        last += 1
    return last


def _of(words: Sequence[Word], last: int) -> int:
    """Return the end of "des comptes", "de l'impôt": small words of which the body is."""
    place = last + 1
    while place < len(words) and words[place].low in _OF and place - last <= 2:
        place += 1
    is_of = place > last + 1 or (place < len(words) and words[place].start > words[last].end + 2)
    if place >= len(words) or not is_of or words[place].after_break:
        return last
    word = words[place]
    if not word.is_word or word.low in _NOT_HERE or word.is_capital:
        return last
    return place
