"""The starter lists keep their form: fields, codes, addresses, nothing twice, enough of each."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from babel import Locale, UnknownLocaleError

from wireroom.news.models import Category

FOLDER: Final = Path(__file__).resolve().parents[2] / "outlets"
LISTS: Final = sorted(FOLDER.glob("*.toml"))

OWNER_TYPES: Final = {
    "public",
    "state",
    "private",
    "foundation",
    "party",
    "agency",
    "nonprofit",
    "cooperative",
}
CATEGORIES: Final = set(Category.values)
POLICIES: Final = {"headline", "excerpt", "full"}
REQUIRED: Final = {"name", "home", "feeds", "country", "lang", "owner_type"}
OPTIONAL: Final = {"name_en", "owner", "policy", "excerpt_words", "category", "seen_in"}

# CLDR names some territories that ISO 3166-1 has no officially assigned code for.
NOT_ISO_3166: Final = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ")
)
COUNTRIES: Final = {
    code for code in map(str, Locale("en").territories) if re.fullmatch(r"[A-Z]{2}", code)
} - NOT_ISO_3166

Outlet = dict[str, Any]


def read_list(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def every_outlet() -> Iterator[tuple[str, Outlet]]:
    for path in LISTS:
        for outlet in read_list(path)["outlet"]:
            yield path.stem, outlet


OUTLETS: Final = list(every_outlet())
# A test a list, not an outlet: four hundred outlets would be a tenth of all tests.
each_list = pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)


def is_latin(name: str) -> bool:
    return all(unicodedata.name(c).startswith("LATIN") for c in name if c.isalpha())


def twice(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


def same_address(url: str) -> str:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}".casefold()


@each_list
def test_a_list_has_a_title_and_the_excerpt_policy(path: Path) -> None:
    content = read_list(path)
    assert set(content) - {"category"} == {"title", "policy", "outlet"}
    assert content.get("category", "general") in CATEGORIES
    assert content["title"].strip()
    assert content["policy"] == "excerpt"


@each_list
def test_an_outlet_has_the_fields_of_the_form(path: Path) -> None:
    for outlet in read_list(path)["outlet"]:
        assert set(outlet) >= REQUIRED, outlet["home"]
        assert set(outlet) <= REQUIRED | OPTIONAL
        assert outlet["name"] == outlet["name"].strip() != ""
        assert outlet["owner_type"] in OWNER_TYPES
        assert outlet.get("policy", "excerpt") in POLICIES
        assert outlet["feeds"]
        assert outlet.get("category", "general") in CATEGORIES
        assert outlet.get("seen_in", 0) >= 0


@each_list
def test_country_and_language_are_real_codes(path: Path) -> None:
    for outlet in read_list(path)["outlet"]:
        assert outlet["country"] in COUNTRIES
        try:
            Locale.parse(outlet["lang"], sep="-")
        except (UnknownLocaleError, ValueError):
            pytest.fail(f"{outlet['lang']!r} is no known language tag")


@each_list
def test_addresses_are_plain_https(path: Path) -> None:
    for outlet in read_list(path)["outlet"]:
        for url in (outlet["home"], *outlet["feeds"]):
            parts = urlsplit(url)
            assert parts.scheme == "https", url
            assert re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", parts.netloc), url
            assert url.isascii(), url
            assert not re.search(r"\s|utm_|#", url), url


@each_list
def test_a_name_in_another_script_has_a_latin_one_beside_it(path: Path) -> None:
    for outlet in read_list(path)["outlet"]:
        assert ("name_en" in outlet) == (not is_latin(outlet["name"]))
        assert is_latin(outlet.get("name_en", ""))


def test_an_owner_is_named_where_it_holds_several_outlets() -> None:
    owners = Counter(outlet["owner"] for _, outlet in OUTLETS if "owner" in outlet)
    assert all(owner == owner.strip() != "" for owner in owners)
    assert [owner for owner, outlets in owners.items() if outlets < 2] == []


def test_nothing_is_there_twice() -> None:
    outlets = [outlet for _, outlet in OUTLETS]
    assert twice([outlet["name"].casefold() for outlet in outlets]) == []
    assert twice([o["name_en"].casefold() for o in outlets if "name_en" in o]) == []
    assert twice([same_address(outlet["home"]) for outlet in outlets]) == []
    assert twice([same_address(feed) for outlet in outlets for feed in outlet["feeds"]]) == []


def test_there_are_enough_outlets_of_many_countries() -> None:
    arabic = [outlet for _, outlet in OUTLETS if outlet["lang"].split("-")[0] == "ar"]
    assert len(OUTLETS) >= 300
    assert len(arabic) >= 60
    assert len({outlet["country"] for _, outlet in OUTLETS}) >= 40
    assert len({outlet["country"] for outlet in arabic}) >= 15


def test_the_arabic_list_is_in_arabic() -> None:
    names = [outlet["name"] for name, outlet in OUTLETS if name == "arabic"]
    assert names
    assert all(re.search(r"[\u0621-\u064a]", name) for name in names)


def test_the_readme_names_every_list_and_owner_type() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for word in (*(path.stem for path in LISTS), *OWNER_TYPES, *CATEGORIES):
        assert f"`{word}`" in readme
