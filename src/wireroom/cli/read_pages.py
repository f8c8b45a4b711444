"""What the workers of `./wireroom read` do, and an outlet's memory from page to page."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias

from wireroom.cli.read_inputs import read_bytes
from wireroom.engine.errors import WireroomError
from wireroom.engine.pages.html import ReadPage
from wireroom.engine.pages.labels import LabelledBlock
from wireroom.engine.pages.memory import Memory
from wireroom.engine.pages.read import label_document, read_with_memory
from wireroom.engine.pages.shown import Shown
from wireroom.engine.types import Article, Document

Work: TypeAlias = Path | Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How pages are to be read; `memory` is their outlet's, packed, None where none is kept."""

    captured_at: datetime | None = None
    with_labels: bool = False
    memory: bytes | None = None


class PageRead(NamedTuple):
    """One page read: its name, its articles, its blocks if asked for, and what it showed."""

    name: str
    articles: tuple[Article, ...]
    blocks: tuple[LabelledBlock, ...] = ()
    shown: bytes = b""


def read_one(work: Work, asked: Asked) -> PageRead | str:
    """Read one page in a worker; an error comes back as its message, never as an exception."""
    try:
        if isinstance(work, Path):
            work = Document(name=work.name, raw=read_bytes(work), captured_at=asked.captured_at)
        page, blocks = _read(work, asked)
        shown = page.shown.pack() if page.shown else b""
        return PageRead(work.name, page.articles, blocks, shown)
    except WireroomError as error:
        return str(error)
    except MemoryError:
        return "too large for this machine's memory; cut the file"
    except Exception as error:  # noqa: BLE001 - one page must not end the run
        return f"the reader failed ({type(error).__name__}: {error}); please report this page"


def _read(document: Document, asked: Asked) -> tuple[ReadPage, tuple[LabelledBlock, ...]]:
    memory = None if asked.memory is None else Memory.unpack(asked.memory)
    if asked.with_labels:
        labelled = label_document(document, memory)
        return labelled.read, labelled.blocks
    return read_with_memory(document, memory), ()


def learn(memory: bytes, page: PageRead) -> bytes:
    """Return an outlet's packed memory with what one more of its pages showed."""
    shown = Shown.unpack(page.shown) if page.shown else None
    return memory if shown is None else Memory.unpack(memory).learn(shown).pack()
