"""The house rules that a linter does not hold: sizes, opening sentences, documented commands."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from wireroom.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def _modules() -> list[Path]:
    places = [p for folder in ("src", "tests", "benchmarks") for p in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in places if "migrations" not in path.parts)


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_files_are_small() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in _modules()
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
        and not _is_table(path)
    }
    assert not long


def test_functions_are_small() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{function.lineno} {function.name}"
        for path in _modules()
        for function in _functions(ast.parse(path.read_text("utf-8")))
        if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


def test_every_file_opens_with_a_sentence() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in _modules()
        if path.name != "__init__.py" or path.read_text("utf-8").strip()
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert not silent


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_documented(name: str) -> None:
    page = (ROOT / "docs/reference/commands.md").read_text("utf-8")
    assert f"`wireroom {name}" in page


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs/reference/settings.md").read_text("utf-8")
    read = {
        node.value
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith(("WIREROOM_", "DATABASE_URL"))
        and node.value.replace("_", "").isalpha()
    }
    assert read
    assert sorted(name for name in read if f"`{name}`" not in page) == []


def _is_table(path: Path) -> bool:
    """A table of data: nearly all of it is one literal."""
    tree = ast.parse(path.read_text("utf-8"))
    literal = sum(
        (node.end_lineno or 0) - node.lineno + 1
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
    )
    return literal > 0.8 * len(path.read_text("utf-8").splitlines())
