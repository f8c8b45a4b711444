"""The interface's languages: catalogues are current, compiled, and Arabic is complete."""

import ast
import re

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS

from wireroom.locale.update import LANGUAGES, PACKAGE, compile_catalogue, extract, mo_path, read

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_holds_exactly_the_strings_in_use(language: str) -> None:
    wanted = {message.id for message in extract() if message.id}
    held = {message.id for message in read(language) if message.id}
    assert held == wanted, "run: python -m wireroom.locale.update"


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogue_is_current(language: str) -> None:
    assert mo_path(language).read_bytes() == compile_catalogue(read(language))


def forms(text: object) -> tuple[str, ...]:
    """Return a message's forms: one, or one a plural."""
    return (text,) if isinstance(text, str) else tuple(text) if isinstance(text, tuple) else ()


def test_arabic_is_complete_in_all_six_plural_forms() -> None:
    for message in read("ar"):
        if message.id:
            strings = forms(message.string)
            assert len(strings) == (6 if message.pluralizable else 1), message.id
            assert all(strings), message.id
            assert not message.fuzzy, message.id


def test_translations_name_no_value_that_is_not_given() -> None:
    for message in read("ar"):
        given = {name for text in forms(message.id) for name in _PLACEHOLDER.findall(text)}
        for text in forms(message.string) if message.id else ():
            used = set(_PLACEHOLDER.findall(text))
            assert used <= given, message.id
            assert message.pluralizable or used == given, message.id


def test_every_string_is_asked_for_by_a_name_that_extraction_knows() -> None:
    """Under another name a string stays out of the catalogues, and English on every page."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
                called = {one.asname or one.name for one in node.names if "gettext" in one.name}
                assert called <= {*DEFAULT_KEYWORDS, "gettext_lazy", "ngettext_lazy"}, path


def test_a_word_ends_in_tanwin_everywhere_or_nowhere() -> None:
    said = [(message.id, text) for message in read("ar") for text in forms(message.string)]
    marked = {one for _, text in said for one in re.findall(r"[\u0621-\u064a]{3,}(?=ًا)", text)}
    for id_, text in said:
        bare = re.findall(r"(?<![\u0621-\u0652])([\u0621-\u064a]{3,})ا(?![\u0621-\u0652])", text)
        assert not marked & set(bare), id_
