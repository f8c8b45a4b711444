"""Bring the interface's catalogues up to date: `python -m wireroom.locale.update` (needs Babel).

Reads the strings of templates and Python files, and the sentences of errors that pages show
(wireroom.locale.faults), merges them into every <language>.po, and
compiles the .mo files beside them. Translate the .po files by hand, then run it again.
"""

import io
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from wireroom.locale.faults import ROOMS

LOCALE: Final = Path(__file__).resolve().parent
PACKAGE: Final = LOCALE.parent
LANGUAGES: Final = tuple(sorted(one.parts[-3] for one in LOCALE.glob("??/LC_MESSAGES/django.po")))
_METHODS: Final = [
    ("web/templates/**", "jinja2"),
    ("web/**.py", "python"),
    ("api/reader_apps/**.py", "python"),
    *((room, "wireroom.locale.faults:extract_faults") for room in ROOMS),
]
_OPTIONS: Final = {
    "web/templates/**": {"newstyle_gettext": "true", "trimmed": "true", "silent": "false"}
}


def extract() -> Catalog:
    """Return every string that the interface shows, as a template catalogue."""
    template = Catalog(project="Wireroom", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        PACKAGE, method_map=_METHODS, options_map=_OPTIONS, comment_tags=("Translators:",)
    )
    for name, _line, message, comments, context in found:
        # Without line numbers: moving code around must not change the catalogues.
        template.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    return template


def read(language: str) -> Catalog:
    """Return a language's catalogue as it lies in the repository."""
    with _po(language).open("rb") as file:
        return read_po(file, locale=language)


def compile_catalogue(catalogue: Catalog) -> bytes:
    """Return the catalogue in the binary form that gettext reads."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def mo_path(language: str) -> Path:
    """Return where a language's compiled catalogue lies."""
    return _po(language).with_suffix(".mo")


def update() -> None:
    """Merge today's strings into every catalogue and compile it."""
    template = extract()
    for language in LANGUAGES:
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        catalogue.header_comment = f"# Wireroom's interface: {language}"
        catalogue.fuzzy = False
        with _po(language).open("wb") as file:
            write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)
        mo_path(language).write_bytes(compile_catalogue(read(language)))


def _po(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


if __name__ == "__main__":
    update()
