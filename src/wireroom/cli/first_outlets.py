"""Which outlets a start of `up` files: a list, or the sample newsroom while there are no others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

from wireroom.cli.ports import check_port
from wireroom.cli.sample_outlets import PLACES, SampleSetting
from wireroom.news.models import Outlet
from wireroom.news.services.lists import file_outlets, remove_sample
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.outlet_lists import read_outlet_list

SAMPLE_PORT: Final = 8091


@dataclass(frozen=True, slots=True)
class RunningSample:
    """How to run the sample's server, what the fetcher must be allowed for it, and its towns."""

    command: Sequence[str]
    allowed: str
    places: Path


def file_first_outlets(
    lists: Sequence[str],
    *,
    wants_sample: bool,
    port: int | None,
    say: Callable[[str], None],
    runs_already: bool = False,
) -> RunningSample | None:
    """File the lists' outlets, or the sample's; return the sample's server where it is to run.

    Raises BadInput for a list that cannot be read or a port that is taken, by another than our
    own server that `runs_already`.
    """
    if lists or not wants_sample:
        _file_lists(lists, say)
        return None
    if Outlet.objects.filter(is_sample=False).exclude(feeds=None).exists() and not _has_sample():
        return None  # real outlets were chosen at an earlier start
    sample = SampleSetting.kept_in(settings.VAR, port=port, default_port=SAMPLE_PORT)
    if not runs_already:
        check_port("127.0.0.1", sample.port, option="--sample-port")
    outlets, _ = file_outlets(sample.outlets(), now=utc_now())
    say(f"sample newsroom: {outlets} invented outlets" if outlets else "sample newsroom")
    allowed = ",".join([*settings.WIREROOM_ALLOW, f"127.0.0.1:{sample.port}"])
    return RunningSample(sample.command, allowed, PLACES)


def _has_sample() -> bool:
    return Outlet.objects.filter(is_sample=True).exists()


def _file_lists(lists: Sequence[str], say: Callable[[str], None]) -> None:
    listed = [row for name in lists for row in read_outlet_list(name)]
    if remove_sample():
        say("the sample newsroom was taken away")
    rows = [(row.facts, row.feeds) for row in listed]
    outlets, feeds = file_outlets(rows, now=utc_now())
    if lists:
        say(f"{len(listed)} outlets listed: {outlets} new, with {feeds} new feeds")
