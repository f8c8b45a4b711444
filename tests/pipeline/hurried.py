"""`wireroom pipeline` with its rests cut short: most of an ingest of the sample is waiting.

What is waited for stays the same, and so does what comes of it; `wireroom up` is tested with the
rests as they are.
"""

import sys
from types import ModuleType
from typing import Final

from wireroom.cli import main
from wireroom.engine.feeds import schedule

RESTS: Final = {
    "SETTLE_S": 1.0,
    "SETTLE_PER_ARTICLE_S": 0.01,
    "TIES_AFTER_S": 0.4,
    "TIES_PER_ARTICLE_S": 0.004,
}


def _cut(module: ModuleType, name: str, rest: float) -> None:
    assert getattr(module, name) > rest, f"{module.__name__}.{name} is no rest any more"
    setattr(module, name, rest)


if __name__ == "__main__":
    from wireroom.cli.django_ready import set_up_django

    set_up_django()
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.pipeline import repair

    for name, rest in RESTS.items():
        _cut(repair, name, rest)
    _cut(schedule, "_LEAST_REST_S", 3.0)  # what the sample's Retry-After asks for
    sys.exit(main(["pipeline", "--quiet"]))
