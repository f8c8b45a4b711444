"""The countries, as CLDR names them in the interface's languages; no Django, for settings too."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("countries.json")


@cache
def country_names() -> Mapping[str, list[str]]:
    """Return each country's English and Arabic name by its two letters."""
    read: dict[str, list[str]] = json.loads(_FILE.read_text("utf-8"))
    return read
