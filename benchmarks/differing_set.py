"""The planted set: invented stories told by several outlets, their differences and traps marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from wireroom.engine.insight.differences.report import Report
from wireroom.engine.insight.verify.claim import Span

HERE: Final = Path(__file__).parent / "differing"
# The halves: the rules were tuned on the first and measured on the second.
HALVES: Final = ("tuned", "held")
TRAP: Final = "~"
_EPOCH: Final = datetime(2026, 3, 2, tzinfo=UTC)  # day 1 of every story, a Monday
_MARK: Final = re.compile(r"\[\[(~?\w+)\|([^\]]+)\]\]")
_LINE: Final = re.compile(
    r"@ (?P<outlet>[^|]+?) \| (?P<day>\d) (?P<hour>\d\d):(?P<minute>\d\d)(?P<rest>.*)"
)


@dataclass(slots=True)
class Story:
    """Reports of one event; `planted` is id -> kind, `marks` id -> where its values stand.

    The marks of a trap begin with "~": none of them may stand in any reported difference.
    """

    key: str
    lang: str
    reports: list[Report] = field(default_factory=list)
    planted: dict[str, str] = field(default_factory=dict)
    marks: dict[str, list[Span]] = field(default_factory=dict)


def load_stories(half: str) -> list[Story]:
    """Return the stories of one half in the order of their file."""
    text = (HERE / f"{half}.txt").read_text("utf-8")
    return [_story(part) for part in re.split(r"^= ", text, flags=re.MULTILINE)[1:]]


def _story(part: str) -> Story:
    lines = part.strip().splitlines()
    key, lang = lines[0].split()
    story = Story(key, lang)
    for head, text in _reports(lines[1:], story):
        _add_report(story, head, text)
    return story


def _reports(lines: list[str], story: Story) -> Iterator[tuple[re.Match[str], str]]:
    place = 0
    while place < len(lines):
        if lines[place].startswith("+ "):
            _, name, kind = lines[place].split()
            story.planted[name] = kind
            place += 1
        elif head := _LINE.match(lines[place]):
            yield head, lines[place + 1]
            place += 2
        else:
            place += 1


def _add_report(story: Story, head: re.Match[str], text: str) -> None:
    article = f"{story.key}-{len(story.reports) + 1}"
    copied = re.search(r"copy (\d)", head["rest"])
    lang = re.search(r"lang (\w+)", head["rest"])
    body, end = "", 0
    for mark in _MARK.finditer(text):
        body += text[end : mark.start()]
        span = Span(article, 1, len(body), len(body) + len(mark[2]))
        story.marks.setdefault(mark[1], []).append(span)
        body += mark[2]
        end = mark.end()
    at = _EPOCH + timedelta(days=int(head["day"]) - 1, hours=int(head["hour"]))
    report = Report(
        article=article,
        revision=1,
        outlet=head["outlet"],
        body=body + text[end:],
        lang=lang[1] if lang else story.lang,
        published_at=at + timedelta(minutes=int(head["minute"])),
        copy_of=f"{story.key}-{copied[1]}" if copied else None,
    )
    story.reports.append(report)
