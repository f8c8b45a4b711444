"""Argos Translate's packages in a folder, run in this process by its own library."""

import json
import logging
import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, Final

from wireroom.engine.errors import TranslationFailed

log = logging.getLogger(__name__)

_PIVOT: Final = "en"  # nearly every package is from or into English
_LIBRARY: Final = "argostranslate"


class ArgosTranslator:
    """`engine.ports.Translator` of the packages unpacked in a folder; one text at a time.

    Argos loads its models once and keeps them. Pairs without a package go through English.
    """

    def __init__(self, folder: Path) -> None:
        self._folder: Final = folder
        self._lock: Final = Lock()
        if find_spec(_LIBRARY) is None:
            log.warning(
                "%s holds Argos packages, but the library that runs them is not installed: "
                "pip install argostranslate",
                folder,
            )

    @property
    def name(self) -> str:
        """Name the program: it runs here."""
        return "Argos Translate"

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the pairs of the folder, those through English among them."""
        if find_spec(_LIBRARY) is None:
            return frozenset()
        direct = frozenset(_read_pairs(self._folder))
        through = {
            (source, target)
            for source, middle in direct
            for again, target in direct
            if middle == again == _PIVOT and source != target
        }
        return direct | through

    def knows(self, source: str, target: str) -> bool:
        """Say whether there are packages for a pair."""
        return (source, target) in self.pairs

    def translate(self, texts: Sequence[str], source: str, target: str) -> tuple[str, ...]:
        """Return the texts in the other language; see engine.ports."""
        # Argos reads where its packages are when it is first imported.
        os.environ.setdefault("ARGOS_PACKAGES_DIR", str(self._folder))
        try:
            with self._lock:
                argos: Any = import_module(f"{_LIBRARY}.translate")
                translation = argos.get_translation_from_codes(source, target)
                return tuple(str(translation.translate(text)) for text in texts)
        except Exception as error:  # whatever a model's library raises, the reader has the original
            log.exception("Argos Translate failed")
            raise TranslationFailed(f"Argos Translate failed: {error}"[:300]) from error


def _read_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*/metadata.json")):
        try:
            told = json.loads(path.read_text("utf-8"))
            yield str(told["from_code"]), str(told["to_code"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("%s is no Argos package: %s", path.parent, error)
