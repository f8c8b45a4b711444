"""Pinned packages install again tomorrow: what is asked for with extras is pinned with them."""

import re
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path
from typing import Final

import pytest

REQUIREMENTS: Final = Path(__file__).resolve().parents[1] / "requirements"
_PIN: Final = re.compile(r"^([A-Za-z0-9._-]+)(\[[^\]]+\])?==", re.MULTILINE)
_WITH_EXTRAS: Final = re.compile(r"([A-Za-z0-9._-]+)(\[[^\]]+\])")


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _asked_with_extras(names: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield (package, extras) that installed packages of the set ask for."""
    for package in distributions():
        if _folded(package.metadata["Name"]) not in names:
            continue
        for wanted in package.requires or ():
            found = _WITH_EXTRAS.match(wanted)
            if found and "extra ==" not in wanted:
                yield _folded(found[1]), found[2]


@pytest.mark.parametrize("name", ["run", "traces", "cluster", "embed", "dev"])
def test_extras_are_pinned_where_a_package_asks_for_them(name: str) -> None:
    # pip takes the newest release for a name with extras where the pin has none, and then
    # refuses it for having no hash: the set installs until that package's next release.
    text = (REQUIREMENTS / f"{name}.txt").read_text("utf-8")
    pins = {_folded(found[1]): found[2] for found in _PIN.finditer(text)}
    asked = dict(_asked_with_extras(frozenset(pins)))
    assert asked
    assert {package: pins.get(package) for package in asked} == asked
