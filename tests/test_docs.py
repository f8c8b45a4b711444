"""The documents hold together: links lead somewhere, words and dependencies are explained."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest

from wireroom.cli import COMMANDS

ROOT: Final = Path(__file__).resolve().parents[1]
# The design's vocabulary: a word that is dropped or renamed is dropped or renamed here too.
NOUNS: Final = (
    "outlet, feed, listing, entry, page, article, headline, standfirst, key points, byline, "
    "dateline, wire credit, body, revision, copy, wire copy, passage, lineage, story, storyline, "
    "coverage, lead article, quote, speaker, addressee, via, carriers, difference, topic, "
    "edition, brief, wrap-up, desk"
)
VERBS: Final = (
    "poll, fetch, read, extract, match, assign, merge, split, repair, brief, rank, publish, "
    "spike, revise"
)
NOT_NAMES: Final = (
    "source, item, post, data, info, manager, handler, helper, processor, utils, common"
)
# Pictures are taken by the browser tests' tools and may be missing in a bare checkout.
PICTURES: Final = ROOT / "docs/pictures"

_LINK: Final = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE: Final = re.compile(r"`[^`\n]+`")
_COMMAND: Final = re.compile(r"\./wireroom ([a-z]+)")
_TEST: Final = re.compile(r"`[^`\n]*?\b(test_\w+)(?:\.py)?`")


def _documents() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("outlets/*.md")])


def _names(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _links(path: Path) -> Iterator[str]:
    text = _CODE.sub("", _FENCE.sub("", path.read_text("utf-8")))
    return (match[1] for match in _LINK.finditer(text))


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ +(.+)$", _FENCE.sub("", path.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", _documents(), ids=_names)
def test_links_between_documents_resolve(path: Path) -> None:
    broken = []
    for link in _links(path):
        target, _, anchor = unquote(link).partition("#")
        there = (path.parent / target).resolve() if target else path
        if "://" in link or PICTURES in there.parents:
            continue
        if not there.exists() or (anchor and anchor not in _anchors(there)):
            broken.append(link)
    assert not broken


def test_every_document_can_be_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        path = waiting.pop()
        reached.add(path)
        targets = {
            (path.parent / unquote(link).partition("#")[0]).resolve() for link in _links(path)
        }
        waiting += [t for t in targets if t.suffix == ".md" and t.is_file() and t not in reached]
    assert [_names(path) for path in _documents() if path not in reached] == []


@pytest.mark.parametrize("words", [NOUNS, VERBS], ids=["nouns", "verbs"])
def test_every_word_of_the_vocabulary_is_in_the_glossary(words: str) -> None:
    defined = set(re.findall(r"\*\*([^*]+)\*\*", (ROOT / "docs/glossary.md").read_text("utf-8")))
    assert sorted(set(words.split(", ")) - defined) == []


def test_the_glossary_says_which_words_are_not_names() -> None:
    assert NOT_NAMES in (ROOT / "docs/glossary.md").read_text("utf-8")


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    stated = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        stated += extra
    reasons = _reasons()
    names = {re.split(r"[\[~=<>! ;]", requirement)[0] for requirement in stated}
    assert sorted(name for name in names if len(reasons.get(name.lower(), "")) < 20) == []


def _reasons() -> dict[str, str]:
    """Return the third cell of each row of the dependencies page by the packages of its first."""
    text = (ROOT / "docs/explanation/dependencies.md").read_text("utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    cells = [row for row in rows if len(row) == 3]
    return {name.strip().lower(): why for names, _, why in cells for name in names.split(",")}


@pytest.mark.parametrize("path", _documents(), ids=_names)
def test_documents_name_commands_that_are_there(path: Path) -> None:
    named = {match[1] for match in _COMMAND.finditer(path.read_text("utf-8"))}
    assert named <= set(COMMANDS)


def test_tests_that_documents_name_are_there() -> None:
    files = list((ROOT / "tests").rglob("test_*.py"))
    there = {path.stem for path in files}
    for path in files:
        there.update(re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE))
    named = {name for path in _documents() for name in _TEST.findall(path.read_text("utf-8"))}
    assert named <= there, named - there


def test_the_readme_opens_with_its_two_commands() -> None:
    opening = (ROOT / "README.md").read_text("utf-8").splitlines()[:6]
    assert [line.split("#")[0].strip() for line in opening[3:5]] == [
        "./wireroom up",
        "./wireroom test",
    ]
