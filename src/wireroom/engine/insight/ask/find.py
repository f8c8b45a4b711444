"""A question asked of a story's reports: the sentences that answer it, or that none does."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from wireroom.engine.insight.ask.answer import Answer, Reply
from wireroom.engine.insight.ask.asked import Kind, Need, Question
from wireroom.engine.insight.ask.bound import keeps_clause, keeps_names, keeps_order, settle_names
from wireroom.engine.insight.ask.cover import Weighed, cover
from wireroom.engine.insight.ask.kinds import holds_answer
from wireroom.engine.insight.ask.question import read_question
from wireroom.engine.insight.ask.reading import Sentences, read_sentences, read_words
from wireroom.engine.insight.ask.scene import Scene
from wireroom.engine.insight.key_points.report import Report, choose_compared
from wireroom.engine.insight.verify.claim import Span
from wireroom.engine.text.words import words

MOST_REPLIES: Final = 3
# Sentences whose kind of answer is looked at, best covered first: bounds the time.
_MOST_TRIED: Final = 60
# How much less a further passage may cover; chosen on the tuned half of the questions.
_SLACK: Final = 0.12
_LEAST: Final = 0.5
_LEAST_WORDS: Final = 2
# A word that opens so many of the reports is what the story is about.
_TOPIC_SHARE: Final = 0.34
_CLOSE: Final = 0.15


@dataclass(frozen=True, slots=True)
class _Found:
    score: float
    report: Report
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.report.body[self.start : self.end]


def ask(question: str, reports: Iterable[Report], *, before: Sequence[str] = ()) -> Answer:
    """Return the replies of the reports that answer a question, best first.

    `before` are the questions asked before it, which "And when?" and "How old is he?" lean on.
    """
    told = list(reports)
    compared = choose_compared(told)
    voices = len({report.telling for report in told})
    asked = settle_names(read_question(question, before), [one.body for one in compared])
    if not _says_enough(asked):
        return Answer((), len(compared), voices)
    read = [(report, read_sentences(report.title, report.body)) for report in compared]
    found = sorted(_found(asked, read), key=lambda one: -one.score)
    replies = tuple(_as_reply(one) for one in _chosen(found))
    return Answer(replies, len(compared), voices)


def _says_enough(asked: Question) -> bool:
    """Whether a question says what it is about; without a kind of answer one word is too little."""
    hard = [need for need in asked.needs if not need.is_soft]
    if asked.kind is Kind.THING:
        return len(hard) >= _LEAST_WORDS or any(need.is_name for need in hard)
    return bool(hard) or (bool(asked.needs) and asked.kind is Kind.SCORE)


def _found(asked: Question, read: Sequence[tuple[Report, Sentences]]) -> Iterator[_Found]:
    weighed = _weigh(asked, [sentences for _, sentences in read])
    if weighed is None:
        return
    covered = []
    for number, (report, sentences) in enumerate(read):
        for place in range(len(sentences.all)):
            share = cover(asked, weighed, sentences, place, report.body)
            if share is not None and share >= _LEAST:
                covered.append((-share, place, number))
    for share, place, number in sorted(covered)[:_MOST_TRIED]:
        report, sentences = read[number]
        sentence = sentences.all[place]
        scene = _scene(asked, weighed, report.body[sentence.start : sentence.end])
        if _is_answer(asked, scene):
            yield _Found(-share + _closeness(scene), report, sentence.start, sentence.end)


def _is_answer(asked: Question, scene: Scene) -> bool:
    return (
        keeps_order(asked.needs, scene.words)
        and keeps_clause(asked, scene.text, scene.words)
        and keeps_names(asked, scene.text, scene.words)
        and holds_answer(asked, scene)
    )


def _weigh(asked: Question, read: Sequence[Sentences]) -> list[Weighed] | None:
    """Return what each word weighs, None where no report has a word that must be there."""
    weighed = []
    for need in asked.needs:
        having = sum(bool(need.keys & one.keys) for one in read)
        if not having and not need.is_soft:
            return None
        opening = sum(bool(need.keys & one.opening) for one in read)
        is_topic = opening >= max(1, _TOPIC_SHARE * len(read))
        # A soft word that nobody writes tells no sentence from another.
        weight = log(1 + (len(read) + 1) / (having + 0.5)) if having else 0.0
        weighed.append(Weighed(need, weight, is_topic))
    return weighed


def _scene(asked: Question, weighed: Sequence[Weighed], text: str) -> Scene:
    tokens = read_words(text)
    rare = [
        one.need
        for one in weighed
        if not one.need.is_soft and (not one.is_topic or one.need.is_core)
    ]
    met = _met(rare, tokens) or _met(asked.needs, tokens)
    return Scene(text, tokens, met)


def _met(needs: Sequence[Need], tokens: Sequence[object]) -> list[int]:
    keys = frozenset[str]().union(*(need.keys for need in needs))
    return [place for place, word in enumerate(tokens) if keys & word.keys]  # type: ignore[attr-defined]


def _closeness(scene: Scene) -> float:
    """Return more where the words of the question stand close together."""
    if not scene.met:
        return 0.0
    return _CLOSE * len(scene.met) / (scene.met[-1] - scene.met[0] + len(scene.met))


def _chosen(found: Sequence[_Found]) -> Iterator[_Found]:
    """Yield the best, then others of other voices, each text once."""
    seen: set[str] = set()
    voices: set[str] = set()
    for one in found:
        text = " ".join(words(one.text))
        if len(seen) == MOST_REPLIES or one.score < found[0].score - _SLACK:
            return
        if text in seen or one.report.telling in voices:
            continue
        seen.add(text)
        voices.add(one.report.telling)
        yield one


def _as_reply(found: _Found) -> Reply:
    report = found.report
    span = Span(report.id, report.revision, found.start, found.end)
    return Reply(found.text, span, report.outlet, report.telling)
