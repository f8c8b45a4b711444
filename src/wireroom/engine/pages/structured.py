"""JSON-LD as pages really carry it: graphs, arrays, references, broken JSON."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

_ARTICLE_TYPE: Final = re.compile(
    r"(?:News|Report|Opinion|Analysis|Backgrounder|Review|AskPublic|Scholarly|Satirical|Tech|"
    r"Advertiser|Social)?\w*(?:Article|BlogPosting|LiveBlog|Posting|Report)\Z"
)
# What broken blocks still tell when their JSON cannot be mended.
_SALVAGE: Final = re.compile(
    r'"(headline|datePublished|dateModified|articleSection|isAccessibleForFree)"\s*:\s*'
    r'"((?:[^"\\\n]|\\.){1,400})"'
)
_SALVAGE_AUTHOR: Final = re.compile(
    r'"author"\s*:\s*\[?\s*\{[^{}\[\]]{0,300}?"name"\s*:\s*"((?:[^"\\\n]|\\.){1,200})"'
)
_TRAILING_COMMA: Final = re.compile(r",(\s*[}\]])")
_WRAPPERS: Final = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$"
)
_MAX_BLOCK: Final = 1_000_000  # characters; the longest of 1,000 real pages has 200,000
_MAX_NODES: Final = 5_000

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StructuredPage:
    """All JSON-LD nodes of a page; `articles` in page order, without teasers' duplicates."""

    articles: tuple[Node, ...]
    others: tuple[Node, ...]
    by_id: Mapping[str, Node]

    def of_type(self, *names: str) -> Iterator[Node]:
        """Yield the nodes of the types, articles aside."""
        wanted = set(names)
        return (node for node in self.others if wanted & types_of(node))

    def resolve(self, value: object) -> object:
        """Return the node that {"@id": ...} points to, anything else as it is."""
        if isinstance(value, dict) and set(value) <= {"@id", "@type"} and "@id" in value:
            return self.by_id.get(str(value["@id"]), value)
        return value


def read_structured(blocks: Iterable[str]) -> StructuredPage:
    """Collect the JSON-LD of a page's scripts; what cannot be parsed is mended or salvaged."""
    nodes: list[Node] = []
    for block in blocks:
        if block and len(block) <= _MAX_BLOCK:
            nodes.extend(_nodes_of(load_block(block)))
    articles = [node for node in nodes if _is_article(node)]
    others = [node for node in nodes if not _is_article(node)]
    by_id: dict[str, Node] = {}
    for node in nodes:
        identity = node.get("@id")
        if isinstance(identity, str) and len(node) > 2:
            by_id.setdefault(identity, node)
    return StructuredPage(tuple(articles), tuple(others), by_id)


def types_of(node: Node) -> set[str]:
    """Return the short names of the node's types."""
    value = node.get("@type", ())
    names = value if isinstance(value, list) else [value]
    return {str(name).rpartition("/")[2] for name in names}


def _is_article(node: Node) -> bool:
    return any(_ARTICLE_TYPE.match(name) for name in types_of(node))


def load_block(block: str) -> object:
    """Return what a block of JSON says, mended where it is broken; None where it says nothing."""
    for attempt in (_as_is, _mended, _unescaped):
        try:
            return attempt(block)
        except (ValueError, RecursionError):
            continue
    found = dict(reversed(_SALVAGE.findall(block)))
    if not found:
        return None
    node: dict[str, Any] = {"@type": "NewsArticle" if "headline" in found else "WebPage"}
    node |= {key: _plain(value) for key, value in found.items()}
    if "headline" in found and (author := _SALVAGE_AUTHOR.search(block)):
        node["author"] = {"@type": "Person", "name": _plain(author[1])}
    return node


def _plain(value: str) -> str:
    return html.unescape(value.replace('\\"', '"').replace("\\/", "/"))


def _as_is(block: str) -> object:
    return json.loads(block, strict=False)


def _mended(block: str) -> object:
    block = _WRAPPERS.sub("", _WRAPPERS.sub("", block.strip())).strip().rstrip(";")
    block = _TRAILING_COMMA.sub(r"\1", block)
    value, end = json.JSONDecoder(strict=False).raw_decode(block)
    values = [value]
    while (rest := block[end:].lstrip(" ,;\r\n\t")) and rest[0] in "{[":  # several side by side
        block = rest
        value, end = json.JSONDecoder(strict=False).raw_decode(block)
        values.append(value)
    return values


def _unescaped(block: str) -> object:
    return _mended(re.sub(r"\\(?![\"\\/bfnrtu])", r"\\\\", html.unescape(block)))


def _nodes_of(value: object) -> list[Node]:
    """Flatten graphs, lists and the main entities of pages; breadth first, bounded."""
    found: list[Node] = []
    queue = [value]
    while queue and len(found) < _MAX_NODES:
        current = queue.pop(0)
        if isinstance(current, list):
            queue.extend(current[:_MAX_NODES])
        elif isinstance(current, dict):
            if "@type" in current:
                found.append(current)
            queue.extend(current[key] for key in ("@graph", "mainEntity") if key in current)
            page = current.get("mainEntityOfPage")
            if isinstance(page, dict) and "headline" in page:
                queue.append(page)
    return found


def text_of(value: object) -> str | None:
    """Return a JSON-LD value as one line of text: a string, a list's first, a @value."""
    if isinstance(value, list):
        return next((text for text in map(text_of, value) if text), None)
    if isinstance(value, dict):
        return text_of(value.get("@value", value.get("name")))
    if not isinstance(value, str):
        return None
    text = html.unescape(value) if "&" in value else value
    text = re.sub(r"<[^<>]{1,200}>", "", text) if "<" in text else text
    return " ".join(text.split()) or None


def texts_of(value: object) -> list[str]:
    """Return a JSON-LD value as a list of texts; a comma-joined string is taken apart."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if isinstance(value, list):
        return [text for text in map(text_of, value) if text]
    text = text_of(value)
    return [text] if text else []


def url_of(value: object) -> str | None:
    """Return the address in a JSON-LD value: a string, or its url, contentUrl or @id."""
    if isinstance(value, list):
        return next((url for url in map(url_of, value) if url), None)
    if isinstance(value, dict):
        return next(
            (url for key in ("url", "contentUrl", "@id") if (url := url_of(value.get(key)))), None
        )
    return value.strip() if isinstance(value, str) and value.strip() else None
