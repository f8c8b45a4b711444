"""feedparser's own test cases, from its source distribution, judged in the fields that we keep."""

import ast
import codecs
import re
import string
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urljoin

from wireroom.engine.feeds.entries import lang_tag, safe_guid
from wireroom.engine.feeds.sanitise import clean_html, fold_space, plain_text
from wireroom.engine.urls import canonical_url

REQUIREMENTS: Final = Path(__file__).resolve().parents[1] / "requirements" / "dev.txt"
_PINNED: Final = re.compile(r"^feedparser==([\d.]+)(?: \\\n    --hash=\S+)+", re.MULTILINE)
_FETCH_S: Final = 180
_URL: Final = "http://127.0.0.1:8097/tests/case.xml"  # where feedparser's own tests serve them
_EXPECT: Final = re.compile(r"^\s*Expect:\s*(.+)$", re.MULTILINE)
_HEADER: Final = re.compile(r"^\s*Header:\s*([\w-]+):\s*(.+)$", re.MULTILINE)
_ENTRY: Final = re.compile(rb"<((?:[\w-]+:)?)(?:item|entry)(?=[\s>])[^<>]*(?<!/)>", re.IGNORECASE)
_LINK: Final = b'<%slink href="http://127.0.0.1:8097/injected"/>'
# Where we want something else than feedparser does, and why.
OTHERWISE: Final = {
    "encoding/bozo_linenoise.xml": "of UTF-8 with one broken byte one character is lost; read as "
    "windows-1252, as the case wants it, every character but English letters would be",
    "atom10/entry_id_with_attributes.xml": "with the address from which our cases come, an "
    "identifier that is a path is joined to it, as other cases want",
}
_LINKED: Final = re.compile(r'(?<=(?:href|.src)=")[^"]*')
_SKIP: Final = re.compile(r"SkipUnless:\s*__import__\('codecs'\)\.lookup\('([^']+)'\)")
_DATES: Final = {
    "published_parsed": "published_at", "issued_parsed": "published_at",
    "updated_parsed": "updated_at", "modified_parsed": "updated_at", "date_parsed": "updated_at",
}  # fmt: skip

Path_ = tuple[str | int, ...]


class NoCorpusError(Exception):
    """The source distribution cannot be had here; the message says why."""


@dataclass(frozen=True, slots=True)
class Case:
    """A document with what must be read from it: pairs of a path and a value."""

    name: str
    raw: bytes
    url: str
    headers: Mapping[str, str]
    expected: tuple[tuple[Path_, object], ...]


def fetch_corpus(folder: Path) -> Path:
    """Return the pinned source distribution in `folder`, fetched once; raises NoCorpusError."""
    pinned = _PINNED.search(REQUIREMENTS.read_text("utf-8"))
    assert pinned is not None, "requirements/dev.txt pins feedparser"
    archive = folder / f"feedparser-{pinned[1]}.tar.gz"
    if not archive.exists():
        wanted = folder / "feedparser.txt"
        wanted.write_text(pinned[0] + "\n", "utf-8")
        _download(wanted, folder)
    if not archive.exists():
        raise NoCorpusError(f"pip brought no {archive.name}")
    return archive


def _download(wanted: Path, folder: Path) -> None:
    words = ["--no-deps", "--no-binary", "feedparser", "--require-hashes", "--no-input"]
    command = [sys.executable, "-m", "pip", "download", "--quiet", *words]
    command += ["-r", str(wanted), "-d", str(folder)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_FETCH_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise NoCorpusError(f"no source distribution of feedparser within {_FETCH_S} s") from error
    if done.returncode:
        raise NoCorpusError(f"pip cannot fetch feedparser's source: {done.stderr.strip()[-300:]}")


def read_cases(archive: Path) -> Iterator[Case]:
    """Yield the cases that say something of a field of ours, each entry with a link."""
    with tarfile.open(archive) as pack:
        for member in pack:
            if member.name.endswith(".xml") and "/tests/" in member.name:
                stream = pack.extractfile(member)
                case = _case(member.name.partition("/tests/")[2], stream.read() if stream else b"")
                if case is not None:
                    yield case


def _case(name: str, raw: bytes) -> Case | None:
    text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "replace")
    text = text.replace("\0", "")
    expect = _EXPECT.search(text)
    if expect is None or _is_of_a_charset_unknown_here(text):
        return None
    expected = tuple(_expectations(expect[1].strip()))
    if any(path[-1] == "label" for path, _ in expected):  # goes before the term with us
        expected = tuple(pair for pair in expected if pair[0][-1] != "term")
    if not expected:
        return None
    headers = {key.lower(): value.strip() for key, value in _HEADER.findall(text)}
    located = urljoin(_URL, headers.get("content-location", ""))
    if not any(path[-1] == "link" for path, _ in expected):
        raw = _ENTRY.sub(lambda match: match[0] + _LINK % match[1], raw)
    url = located if located.startswith("http") else _URL
    return Case(name, raw, url, headers, expected)


def _is_of_a_charset_unknown_here(text: str) -> bool:
    needed = _SKIP.search(text)
    try:
        return needed is not None and not codecs.lookup(needed[1])
    except LookupError:
        return True


def _expectations(expression: str) -> Iterator[tuple[Path_, object]]:
    try:
        tree = ast.parse(expression, mode="eval").body
    except SyntaxError:
        return
    parts = tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]
    for part in parts:
        if not (isinstance(part, ast.Compare) and isinstance(part.ops[0], ast.Eq)):
            continue
        path = _path(part.left)
        try:
            value = ast.literal_eval(part.comparators[0])
        except ValueError:
            continue
        if path and _is_kept(path, value):
            yield path, value


def _path(node: ast.expr) -> Path_ | None:
    """Return ("entries", 0, "title") for `entries[0]['title']` and `entries[0].title`."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        outer = _path(node.value)
        return None if outer is None else (*outer, node.attr)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        outer, at = _path(node.value), node.slice.value
        return (*outer, at) if outer and isinstance(at, str | int) else None
    return None


def _is_kept(path: Path_, value: object) -> bool:
    kind = field_kind(path)
    if kind == "content":
        return isinstance(value, str) and "<" in value
    return kind is not None and (kind != "date" or isinstance(value, tuple))


def field_kind(path: Path_) -> str | None:
    """Return what kind of field of ours a path of feedparser's leads to, None where to none."""
    names = tuple(part for part in path if isinstance(part, str))
    if len(names) == 2 and names[1] in _DATES and names[0] == "entries":
        return "date"
    return {
        ("feed", "title"): "text", ("feed", "title_detail", "value"): "text",
        ("feed", "link"): "url", ("feed", "language"): "lang",
        ("entries", "title"): "text", ("entries", "title_detail", "value"): "text",
        ("entries", "link"): "url", ("entries", "id"): "guid", ("entries", "guid"): "guid",
        ("entries", "summary"): "text", ("entries", "description"): "text",
        ("entries", "summary_detail", "value"): "text",
        ("entries", "content", "value"): "content",
        ("entries", "authors", "name"): "text", ("entries", "author_detail", "name"): "text",
        ("entries", "tags", "term"): "text", ("entries", "tags", "label"): "text",
    }.get(names)  # fmt: skip


def why_otherwise(name: str) -> str | None:
    """Return why we do not want what a case asks for, None where we do."""
    return next((why for pattern, why in OTHERWISE.items() if fnmatch(name, f"*{pattern}")), None)


def _with_encoded_links(markup: str) -> str:
    """Return markup with one form for each address: letters of other scripts percent-encoded."""
    return _LINKED.sub(lambda match: quote(match[0], safe=string.punctuation + " "), markup)


def readings(path: Path_, value: Any, url: str) -> tuple[object, ...]:
    """Return the forms that a value may take with us: markup read as such, or text as it stands."""
    kind = field_kind(path)
    if value is None:
        return (None,)
    if kind == "date":
        return (tuple(value[:6]),)
    text = str(value)
    if kind == "url":
        return (canonical_url(text, url),)
    if kind == "lang":
        return (lang_tag(text),)
    if kind == "guid":
        return (safe_guid(text),)
    if kind == "content":
        return (_with_encoded_links(clean_html(text, base=url)), _with_encoded_links(text))
    return (plain_text(text) or None, fold_space(text) or None)
