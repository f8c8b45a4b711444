"""Memories of outlets: filed with the articles, sent with the next page, never a false revision."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from wireroom.engine.pages.memory import Memory
from wireroom.engine.pages.shown import Shown
from wireroom.engine.reading import take_prints
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import Role
from wireroom.news.models import Article, Outlet, OutletMemory, Page
from wireroom.news.services.articles import file_readings
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.pipeline.memories import Memories

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)
BODY = ("The ferry burned for nine hours.", "A tug reached it at dawn, the coast guard said.")

pytestmark = pytest.mark.django_db


def _outlet(name: str = "Tidewire") -> Outlet:
    home = f"https://{name.lower()}.example/"
    return file_outlet(OutletFacts(name=name, home_url=home))[0]


def _page(outlet: Outlet, slug: str) -> Page:
    defaults = {"outlet": outlet, "seen_at": NOW}
    page, _ = Page.objects.get_or_create(url=f"{outlet.home_url}{slug}", defaults=defaults)
    Page.objects.filter(pk=page.pk).update(step="extract", due_at=NOW)
    (claimed,) = claim(Page, "extract", now=NOW, limit=1, lease_s=60)
    return claimed


def _shown(number: int) -> bytes:
    sketch = np.array([number * 100 + n for n in range(5)], np.uint32)
    return Shown(number, number, sketch, np.array([7, number * 1000], np.uint64)).pack()


def _file(page: Page, number: int, body: Sequence[str] = BODY, left_out: tuple[str, ...] = (),
          now: datetime = NOW) -> None:  # fmt: skip
    read = ReadArticle(id="a", file="a", position=0, role=Role.MAIN, title=f"Ferry {number}",
                       paragraphs=tuple(body), published=NOW)  # fmt: skip
    reading = replace(take_prints(read), shown=_shown(number), left_out=left_out)
    file_readings([(page, [reading])], now=now)


def test_what_pages_showed_is_kept_for_their_outlet_and_learnt_once() -> None:
    outlet, other = _outlet(), _outlet("Northgate")
    for number in (1, 2, 2, 3):
        _file(_page(outlet, str(number)), number)
    _file(_page(other, "9"), 9)
    assert OutletMemory.objects.get(outlet=outlet).learnt == 3
    memories = Memories()
    found = memories.packed_of({outlet.pk, other.pk, 10_000})
    assert Memory.unpack(found[outlet.pk]).learnt == 3
    assert set(found) == {outlet.pk, other.pk}


def test_a_lost_lease_teaches_nothing() -> None:
    page = _page(_outlet(), "late")
    Page.objects.filter(pk=page.pk).update(lease="claimed again meanwhile")
    with pytest.raises(LeaseLost):
        _file(page, 1)
    assert not OutletMemory.objects.exists()


def test_a_memory_is_read_again_only_when_it_changed(django_assert_num_queries: object) -> None:
    outlet = _outlet()
    _file(_page(outlet, "1"), 1)
    memories = Memories()
    memories.packed_of({outlet.pk})
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert Memory.unpack(memories.packed_of({outlet.pk})[outlet.pk]).learnt == 1
    _file(_page(outlet, "2"), 2)
    assert Memory.unpack(memories.packed_of({outlet.pk})[outlet.pk]).learnt == 2


def test_a_memory_of_another_version_is_learnt_anew() -> None:
    outlet = _outlet()
    OutletMemory.objects.create(outlet=outlet, version=0, packed=b"old", learnt=90, updated_at=NOW)
    _file(_page(outlet, "1"), 1)
    assert OutletMemory.objects.get().learnt == 1


def test_a_text_without_furniture_is_no_new_revision() -> None:
    outlet, offer = _outlet(), "Our harbour desk writes to you."
    _file(_page(outlet, "1"), 1, (*BODY, offer))
    _file(_page(outlet, "1"), 1, BODY, (offer,), now=NOW + timedelta(hours=1))
    article = Article.objects.get()
    assert article.revision_count == 1
    assert article.revisions.get().body == "\n\n".join(BODY)
