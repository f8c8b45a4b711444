"""`./wireroom check`: format, lint, import law, templates, types and tests, as CI runs them."""

import argparse
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[3]
BIN: Final = Path(sys.executable).parent
CHECKS: Final[dict[str, list[str]]] = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "import law": ["lint-imports", "--no-cache"],
    "templates": ["djlint", "--lint", "--quiet", "src/wireroom/web/templates"],
    "types": ["mypy"],
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--no-tests", action="store_true", help="only the checks, not the tests")


def run(args: argparse.Namespace) -> int:
    """Run every check, also after one failed; 1 when any failed."""
    failed = [name for name, words in CHECKS.items() if not _passes(name, words)]
    if not args.no_tests:
        tests = [sys.executable, "-m", "wireroom", "test", "--coverage"]
        if not _passes("tests", tests):
            failed.append("tests")
    print("check: " + (f"failed: {', '.join(failed)}" if failed else "all good"))
    return 1 if failed else 0


def _passes(name: str, words: list[str]) -> bool:
    command = words if Path(words[0]).is_absolute() else [str(BIN / words[0]), *words[1:]]
    started = time.monotonic()
    print(f"check: {name} ...", flush=True)
    code = subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - our own tools
    print(f"check: {name} {'ok' if code == 0 else 'FAILED'} ({time.monotonic() - started:.0f} s)")
    return code == 0
