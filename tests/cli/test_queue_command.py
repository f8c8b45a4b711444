"""What `./wireroom queue` prints: what is due, the feeds that fail, the rows that were given up."""

from argparse import Namespace

import pytest
from tests.web.newsroom import ago, make_article, make_outlet

from wireroom.cli.queue import run
from wireroom.news.models import Feed, OutletState

pytestmark = pytest.mark.django_db


def test_a_host_sees_what_waits_what_fails_and_what_was_given_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    outlet = make_outlet("Tidewire", state=OutletState.PAUSED)
    make_article(outlet, "Ferry sinks", step="match", due_at=ago(2))
    make_article(outlet, "Harbour shut", step="match", due_at=ago(-1))
    for hours, name in ((3, "Mast falls"), (1, "Quay opens"), (2, "Buoy drifts")):
        make_article(
            outlet, name, step="assign", due_at=None, dead_at=ago(hours), last_error="no room"
        )
    for errors, name in ((0, "well"), (2, "slow"), (5, "lost")):
        Feed.objects.create(
            outlet=outlet, url=f"https://t.example/{name}", error_count=errors, reason="no answer"
        )
    run(Namespace(outlet="", rerun=False, limit=2))
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines if line.startswith("match")] == [
        ["match", "1", "due", "1", "later"]
    ]
    assert [line for line in lines if line.startswith("feed: ")] == [
        "feed: Tidewire https://t.example/lost: no answer",
        "feed: Tidewire https://t.example/slow: no answer",
    ]
    dead = [line for line in lines if line.startswith("dead: assign article ")]
    assert ["Quay opens: no room" in dead[0], "Buoy drifts: no room" in dead[1]] == [True, True]
    assert len(dead) == 2
