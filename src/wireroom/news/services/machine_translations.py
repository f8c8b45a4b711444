"""Translating a report on a reader's request: within the day's budget, verified, then stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.core.cache import caches
from django.db.models import F

from wireroom.engine.errors import TranslationFailed
from wireroom.engine.insight.translation.check import Pair
from wireroom.engine.insight.translation.verify import keep_verified, sentences_of
from wireroom.engine.ports import Translator
from wireroom.news.models import MachineTranslation, TranslationDay
from wireroom.news.queries.machine_translation import read_sentences
from wireroom.news.translatable import Translatable, hash_sentence, keep_pieces

# Words of which nothing held are the same words in the evening; a service that gave nothing may
# be back sooner, but one that fails on these words for long is not paid for them every minute.
_NOT_HELD_S: Final = 6 * 3600
_NOT_GIVEN_S: Final = 900


def translate_report(
    words: Translatable, target: str, translator: Translator, *, now: datetime, daily_chars: int
) -> None:
    """Translate the words of a report that its page shows, and store what holds.

    Sentences that an earlier state had are not asked for again. Raises TranslationFailed where
    the translator gives nothing, or gave nothing for these words a while ago, or the day's budget
    is spent; what is stored stays as it was.
    """
    failure = f"untranslated-{words.content_hash}-{target}-{hash_sentence(translator.name)}"
    if caches["process"].get(failure):
        raise TranslationFailed("a while ago there was no translation of these very words")
    known = read_sentences(words.article_id, target, translator.name)
    sentences = sentences_of(words.texts)
    told = {one: known[key] for one in sentences if (key := hash_sentence(one)) in known}
    asked = [one for one in sentences if one not in told]
    if asked:
        chars = sum(map(len, asked))
        _spend(chars, now=now, daily_chars=daily_chars)
        try:
            told |= _ask(translator, asked, words.source, target)
        except BaseException:
            _give_back(chars, now=now)
            caches["process"].set(failure, True, _NOT_GIVEN_S)
            raise
    pair = Pair(source=words.source, target=target)
    verified = [
        keep_verified(text, told, pair, published_at=words.published_at) for text in words.texts
    ]
    if all(piece.problem for text in verified for piece in text):
        caches["process"].set(failure, True, _NOT_HELD_S)
        raise TranslationFailed("no sentence of the translation held")
    MachineTranslation.objects.update_or_create(
        article_id=words.article_id,
        target=target,
        defaults={
            "content_hash": words.content_hash,
            "service": translator.name,
            "made_at": now,
            "content": list(map(keep_pieces, words.texts, verified)),
        },
    )


def _ask(translator: Translator, asked: Sequence[str], source: str, target: str) -> dict[str, str]:
    return dict(zip(asked, translator.translate(asked, source, target), strict=True))


def _spend(chars: int, *, now: datetime, daily_chars: int) -> None:
    """Take characters from the day's budget, all or none, whoever else does so meanwhile."""
    day = now.date()
    TranslationDay.objects.get_or_create(day=day)
    within = TranslationDay.objects.filter(day=day, chars__lte=daily_chars - chars)
    if not within.update(chars=F("chars") + chars):
        raise TranslationFailed("what may be translated in a day is spent")


def _give_back(chars: int, *, now: datetime) -> None:
    """Put characters back for which no text came; they were of the same day's budget."""
    TranslationDay.objects.filter(day=now.date()).update(chars=F("chars") - chars)
