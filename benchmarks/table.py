"""How benchmarks state where they ran and what they held, and print their tables."""

import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path


def state_machine(*packages: str) -> str:
    """Return one line: processor, cores, Python, and the versions of the packages that matter."""
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    cores = len(os.sched_getaffinity(0))
    python = platform.python_version()
    return f"{_processor()}, {cores} cores, {platform.system()}, Python {python}, {versions}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table with aligned columns; numbers stand to the right."""
    cells = [[_shown(value) for value in row] for row in rows]
    widths = [max(len(row[i]) for row in [list(head), *cells]) for i in range(len(head))]
    print(title)
    print("  ".join(name.ljust(width) for name, width in zip(head, widths, strict=True)))
    print("  ".join("-" * width for width in widths))
    for row, values in zip(cells, rows, strict=True):
        parts = [
            cell.ljust(width) if isinstance(value, str) else cell.rjust(width)
            for cell, width, value in zip(row, widths, values, strict=True)
        ]
        print("  ".join(parts))
    sys.stdout.flush()


def _shown(value: object) -> str:
    return f"{value:.3g}" if isinstance(value, float) and abs(value) < 100 else _plain(value)


def _plain(value: object) -> str:
    return f"{value:,.0f}" if isinstance(value, float) else str(value)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` (0 to 1) of the values do not pass; nearest rank."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def held_bytes() -> float:
    """Return the bytes that this process holds, without pages of files (a database's, mapped)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    sizes = {name: rest for name, _, rest in (line.partition(":") for line in lines)}
    return float(sizes["RssAnon"].split()[0]) * 1024
