"""Search: the search page in-process over an archive of invented reports, at several sizes."""

import sys

from benchmarks.sized import run_sized


def main() -> int:
    """Measure every size."""
    return run_sized("search", __doc__, sizes=(10_000, 100_000), requests=200, kind="query")


if __name__ == "__main__":
    sys.exit(main())
