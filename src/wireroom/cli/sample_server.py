"""The sample newsroom's server as a child of `up`: it ends with it, and else stands alone."""

import sys

from wireroom.adapters.orphans import die_with_supervisor
from wireroom.sample.__main__ import main

if __name__ == "__main__":
    die_with_supervisor()
    sys.exit(main())
