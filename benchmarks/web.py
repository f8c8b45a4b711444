"""Web: the public pages in-process, at several numbers of articles."""

import sys

from benchmarks.sized import run_sized


def main() -> int:
    """Measure every size."""
    return run_sized("web", __doc__, sizes=(1_000, 100_000), requests=300, kind="page")


if __name__ == "__main__":
    sys.exit(main())
