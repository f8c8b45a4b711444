"""The fonts that cards are set in: of a pinned package, and what the system has besides.

A serif for headlines, a sans for what stands below, a Naskh for Arabic, as on the pages.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

# Holds Noto Naskh Arabic and Noto Sans Arabic, both with Latin letters: both editions' letters.
_PACKAGE: Final = "pylopdf_fonts_ar"
_FOLDERS: Final = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_MOST_FILES: Final = 20_000  # looked at: all of Noto are some 3,000
# Scripts with a font of their own in Noto, of languages that newspapers are written in.
_SCRIPTS: Final = (
    "Hebrew", "Devanagari", "Bengali", "Gujarati", "Gurmukhi", "Kannada", "Malayalam", "Oriya",
    "Tamil", "Telugu", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar", "Georgian", "Armenian",
    "Ethiopic",
)  # fmt: skip
# Chinese, Japanese and Korean: Noto as distributions pack it, then what others bring.
_EASTERN: Final = (
    "NotoSerifCJK-{}.ttc",
    "NotoSansCJK-{}.ttc",
    "NotoSerifCJKsc-{}.otf",
    "NotoSansCJKsc-{}.otf",
    "wqy-zenhei.ttc",
    "DroidSansFallbackFull.ttf",
)


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font files in the order in which they are tried, for headlines and for all else."""

    headline: tuple[Path, ...]
    rest: tuple[Path, ...]


@cache
def find_fonts() -> Fonts:
    """Return the fonts that are there, once a process: where there are none, there are no cards."""
    there = {path.name: path for path in _font_files()}
    headline, rest = (
        tuple(there[name] for name in names if name in there)
        for names in (_headline_names(), _rest_names())
    )
    return Fonts(headline, rest)


def _headline_names() -> Iterator[str]:
    yield from ("NotoSerif-Bold.ttf", "NotoNaskhArabic-Variable.ttf", "NotoNaskhArabic-Bold.ttf")
    yield from (f"NotoSerif{script}-Bold.ttf" for script in _SCRIPTS)
    yield from (f"NotoSans{script}-Bold.ttf" for script in _SCRIPTS)
    yield from (name.format("Bold") for name in _EASTERN)
    yield from ("DejaVuSerif-Bold.ttf", "DejaVuSans-Bold.ttf")


def _rest_names() -> Iterator[str]:
    yield from ("NotoSans-Regular.ttf", "NotoSansArabic-Variable.ttf", "NotoSansArabic-Regular.ttf")
    yield from (f"NotoSans{script}-Regular.ttf" for script in _SCRIPTS)
    yield from (name.format("Regular") for name in reversed(_EASTERN))
    yield "DejaVuSans.ttf"


def _font_files() -> Iterator[Path]:
    left = _MOST_FILES
    for folder in (*_FOLDERS, *_package_folders()):
        for where, _, names in os.walk(folder):
            for name in names:
                yield Path(where, name)
            left -= len(names)
            if left <= 0:
                return


def _package_folders() -> tuple[Path, ...]:
    """Return where the package lies; it is not imported, for it is files that are wanted."""
    spec = find_spec(_PACKAGE)
    return tuple(Path(place) for place in (spec and spec.submodule_search_locations) or ())
