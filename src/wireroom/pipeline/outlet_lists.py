"""Starter lists of outlets: TOML files in outlets/, by name or by path."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from wireroom.engine.errors import BadInput
from wireroom.news.models import Category
from wireroom.news.services.outlets import OutletFacts

LISTS: Final = Path(__file__).resolve().parents[3] / "outlets"
POLICIES: Final = frozenset({"headline", "excerpt", "full"})


@dataclass(frozen=True, slots=True)
class ListedOutlet:
    """An outlet of a list with the feeds to poll."""

    facts: OutletFacts
    feeds: tuple[str, ...]


def read_outlet_list(name: str) -> tuple[ListedOutlet, ...]:
    """Read a list by its name in outlets/ ("world"), by path, or every list ("all").

    Raises BadInput naming the lists that are there, or the entry that cannot be used.
    """
    if name == "all":
        return tuple(row for path in sorted(LISTS.glob("*.toml")) for row in _read(path))
    path = LISTS / f"{name}.toml"
    return _read(path if path.exists() else Path(name))


def read_titled_lists() -> list[tuple[str, tuple[ListedOutlet, ...]]]:
    """Return the lists in outlets/ with their titles, each outlet in the first that has it."""
    found, known = [], set[str]()
    for path in sorted(LISTS.glob("*.toml"), key=lambda path: path.stem != "world"):
        rows = tuple(row for row in _read(path) if row.facts.name not in known)
        known.update(row.facts.name for row in rows)
        found.append((str(_table(path).get("title", path.stem)), rows))
    return found


def _read(path: Path) -> tuple[ListedOutlet, ...]:
    table = _table(path)
    every = {"policy": "excerpt", "category": "general", **table}
    return tuple(_listed(path, row, every) for row in table.get("outlet", []))


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        there = ", ".join(sorted(p.stem for p in LISTS.glob("*.toml")))
        raise BadInput(
            f"no outlet list {str(path)!r}; name one of {there}, all, or the path of a .toml file"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} is no TOML: {error}") from error


def _listed(path: Path, row: dict[str, Any], every: dict[str, Any]) -> ListedOutlet:
    name, home = str(row.get("name", "")).strip(), str(row.get("home", "")).strip()
    if not name or not home:
        raise BadInput(f"{path}: an [[outlet]] needs a name and a home: {row}")
    category = str(row.get("category", every["category"]))
    if category not in Category.values:
        raise BadInput(f"{path}: {name}: no category is called {category!r}")
    stated = str(row.get("policy", every["policy"]))
    if stated not in POLICIES:
        raise BadInput(f"{path}: {name}: policy is headline, excerpt or full, not {stated!r}")
    facts = OutletFacts(
        name=name,
        name_en=str(row.get("name_en", "")),
        home_url=home,
        country=str(row.get("country", "")),
        lang=str(row.get("lang", "")),
        owner=str(row.get("owner", "")).strip(),
        owner_type=str(row.get("owner_type", "")),
        category=category,
        policy=stated,
        excerpt_words=int(row.get("excerpt_words", 60)),
        is_aggregator=row.get("kind") == "aggregator",
    )
    return ListedOutlet(facts, tuple(str(url) for url in row.get("feeds", [])))
