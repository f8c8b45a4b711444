"""Templates compiled once a language: what is the same on every page is translated beforehand."""

import hashlib
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Protocol

from django.utils.translation.trans_real import DjangoTranslation, translation
from jinja2 import Environment, FileSystemBytecodeCache, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

_GETTEXT: Final = ("_", "gettext")
_NUMBERED: Final = "in_number"
_VALUE: Final = re.compile(r"%\((\w+)\)s")


class _Generator(CodeGenerator):
    """Writes out what is markup already without looking for something to escape in it."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        assert isinstance(self.environment, TranslatedEnvironment)
        if isinstance(node, nodes.Filter) and node.name in self.environment.markup_filters:
            self.write("(")
        else:
            super()._output_child_pre(node, frame, finalize)


class TranslatedEnvironment(Environment):
    """An environment of one language.

    It takes the place of looking up some forty texts and finding out the reader's language as
    often, for each page: `_("…")` becomes the translated text when a template is compiled, and
    `ngettext` a lookup without detours.
    """

    code_generator_class = _Generator

    def __init__(self, language: str, **options: Any) -> None:
        super().__init__(extensions=["jinja2.ext.i18n"], **options)
        self.language: Final = language
        self.catalogue: Final[DjangoTranslation] = translation(language)
        self.install_gettext_callables(  # type: ignore[attr-defined] # added by the extension
            self.catalogue.gettext, self.catalogue.ngettext, newstyle=True
        )
        self.number_words: Final = number_words(self.catalogue)
        self.markup_filters: Final[set[str]] = set()
        self.add_markup_filters({_NUMBERED: self.number_words})

    def add_markup_filters(self, filters: Mapping[str, Callable[..., Markup]]) -> None:
        """Add filters whose every answer is markup: they escape what they are given."""
        self.filters.update(filters)
        self.markup_filters.update(filters)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        """Translate what can be, then compile: the place Jinja2 keeps for that."""
        translated = _Translator(self.catalogue).visit(source)
        return super()._generate(translated, name, filename, defer_init)


class _Translator(NodeTransformer):
    """Turns calls for translations into translations."""

    def __init__(self, catalogue: DjangoTranslation) -> None:
        self._catalogue = catalogue

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Cut a text with values into pieces: putting them into a form costs 3 µs each time."""
        pieces: list[nodes.Expr] = []
        for shown in node.nodes:
            pieces += self._cut(shown) or [shown]
        node.nodes = pieces
        return self.generic_visit(node)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - as Jinja2 names it
        self.generic_visit(node)
        called = node.node.name if isinstance(node.node, nodes.Name) else ""
        texts = [one.value for one in node.args if isinstance(one, nodes.Const)]
        if called in _GETTEXT and len(texts) == len(node.args) == 1:
            return self._translate(node, str(texts[0]))
        if called == "ngettext" and len(texts) == 2 and len(node.args) == 3:
            options = (node.kwargs, None, None)
            return nodes.Filter(
                node.args[0], _NUMBERED, node.args[1:], *options, lineno=node.lineno
            )
        return node

    def _cut(self, node: nodes.Expr) -> list[nodes.Expr]:
        """Return the pieces of a translation with values; nothing for what is none."""
        text = _text_of(node)
        if text is None or not isinstance(node, nodes.Call) or not node.kwargs:
            return []
        values = {one.key: one.value for one in node.kwargs}
        pieces = _VALUE.split(self._catalogue.gettext(text))
        return [
            values[piece] if place % 2 else nodes.TemplateData(piece.replace("%%", "%"))
            for place, piece in enumerate(pieces)
        ]

    def _translate(self, node: nodes.Call, text: str) -> nodes.Node:
        """Return the translation, with its values put in where it has any.

        Without values too it is a format: "%%" stands for "%", as extraction takes it.
        """
        found = self._catalogue.gettext(text)
        if not node.kwargs:
            return nodes.MarkSafe(nodes.Const(found % {}), lineno=node.lineno)
        pairs = [nodes.Pair(nodes.Const(one.key), one.value) for one in node.kwargs]
        form = nodes.MarkSafe(nodes.Const(found))
        return nodes.Mod(form, nodes.Dict(pairs), lineno=node.lineno)


def _text_of(node: nodes.Node) -> str | None:
    """Return the text that a call translates; None for anything else."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return None
    if node.node.name not in _GETTEXT or len(node.args) != 1:
        return None
    text = node.args[0]
    return str(text.value) if isinstance(text, nodes.Const) else None


class InNumber(Protocol):
    """`ngettext` with its values put in: `num`, and what else is named."""

    def __call__(self, singular: str, plural: str, number: int, **values: object) -> Markup:
        """Return the form of this number."""


def number_words(catalogue: DjangoTranslation) -> InNumber:
    """Return a language's `ngettext`: pages are full of few small numbers, so it keeps them."""

    @lru_cache(maxsize=4096)
    def counted(singular: str, plural: str, number: int) -> Markup:
        return Markup(catalogue.ngettext(singular, plural, number))  # noqa: S704 - our own text

    @lru_cache(maxsize=4096)
    def alone(singular: str, plural: str, number: int) -> Markup:
        return counted(singular, plural, number) % {"num": number}

    def in_number(singular: str, plural: str, number: int, **values: object) -> Markup:
        if not values:
            return alone(singular, plural, number)
        return counted(singular, plural, number) % {"num": number, **values}

    return in_number


class CompiledTemplates(FileSystemBytecodeCache):
    """Templates as compiled, kept beside the database: a start costs no compiling.

    Goes on without keeping where the folder is full, gone or not ours to write. `language` and
    its catalogue are part of what is compiled, and so is how this file compiles it.
    """

    def __init__(self, folder: Path, language: str, catalogue: Path) -> None:
        super().__init__(str(folder), f"%s.{language}.cache")
        made_of = catalogue.read_bytes() + Path(__file__).read_bytes()
        self._made_of = hashlib.sha256(made_of).hexdigest()

    def get_source_checksum(self, source: str) -> str:
        """Return what a kept template was made of: itself and its translations."""
        return f"{super().get_source_checksum(source)}-{self._made_of}"

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, where that can be done."""
        with suppress(OSError):
            super().dump_bytecode(bucket)
