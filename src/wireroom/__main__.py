"""`python -m wireroom` is the same as `./wireroom`."""

import sys

from wireroom.cli import main

if __name__ == "__main__":
    sys.exit(main())
