"""An editor's deeds on the tables: what moves, what is withdrawn, and taking it back."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story

from wireroom.engine.errors import BadInput
from wireroom.engine.stories.mends import apply_mends
from wireroom.engine.stories.replay import Replayed
from wireroom.news.models import Article, LoggedDeed, Membership, Mend, Shard, Story
from wireroom.news.queries.mend_cases import read_cases
from wireroom.news.queries.mends import read_mends
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.mends import Mending
from wireroom.news.services.regroup import file_replay
from wireroom.news.services.shards import ask_for_repair, fence, hold_shard
from wireroom.pipeline.mending import mending

NOW = datetime.now(UTC).replace(microsecond=0)
pytestmark = pytest.mark.django_db


def editor(why: str = "it is the other fire") -> Mending:
    """Return an editor at work now."""
    return mending(by="Ines", why=why, now=NOW)


def _articles(count: int) -> list[Article]:
    return [
        make_article(make_outlet(f"Outlet {n}"), f"Headline {n}", body=f"Body {n}.")
        for n in range(count)
    ]


def _where(article: Article) -> int:
    return Membership.objects.get(article=article).story_id


def _counts(story: Story) -> tuple[int, int]:
    story.refresh_from_db()
    return story.articles_count, story.outlets_count


def test_a_move_shows_at_once_says_why_and_is_taken_back() -> None:
    a, b, c, d = _articles(4)
    old, new = make_story([a, b, c]), make_story([d])
    mend = editor().move(c.pk, new.pk)
    assert _where(c) == new.pk
    assert (_counts(old), _counts(new)) == ((2, 2), (2, 2))
    assert (
        Membership.objects.get(article=c).why == "an editor moved this here: it is the other fire"
    )
    assert (mend.made_by, mend.made_at, mend.deed) == ("Ines", NOW, "move")
    undone = editor("my mistake").undo(mend.pk)
    assert _where(c) == old.pk
    assert (_counts(old), _counts(new)) == ((3, 3), (1, 1))
    assert (undone.undone_by, undone.undone_why) == ("Ines", "my mistake")
    assert read_mends("en") == ()
    with pytest.raises(BadInput, match="undone before"):
        editor().undo(mend.pk)


def test_a_merged_story_leads_on_until_that_is_undone() -> None:
    a, b, c = _articles(3)
    one, two = make_story([a]), make_story([b, c])
    mend = editor().merge(one.pk, two.pk)
    one.refresh_from_db()
    assert one.merged_into_id == two.pk
    with pytest.raises(BadInput, match="was merged into"):
        editor().merge(two.pk, one.pk)
    editor().undo(mend.pk)
    one.refresh_from_db()
    assert one.merged_into_id is None
    assert (_where(a), _where(b)) == (one.pk, two.pk)


def test_a_split_keeps_the_rest_and_its_undoing_leads_back() -> None:
    a, b, c = _articles(3)
    story = make_story([a, b, c])
    mend = editor().split(story.pk, [b.pk, c.pk])
    assert _where(a) == story.pk
    assert _where(b) == _where(c) == mend.into
    editor().undo(mend.pk)
    assert _where(b) == story.pk
    assert Story.objects.get(pk=mend.into).merged_into_id == story.pk


def test_a_later_move_is_not_touched_by_undoing_an_earlier() -> None:
    a, b, c = _articles(3)
    one, two, three = make_story([a]), make_story([b]), make_story([c])
    first = editor().move(a.pk, two.pk)
    editor().move(a.pk, three.pk)
    editor().undo(first.pk)
    assert _where(a) == three.pk
    one.refresh_from_db()
    assert one.merged_into_id == two.pk


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (lambda m, a, s: m.move(a.pk, s.pk), "already"),
        (lambda m, a, s: m.move(10**12, s.pk), "in no story"),
        (lambda m, a, s: m.move(a.pk, 10**12), "no story"),
        (lambda m, a, s: m.split(s.pk, [a.pk]), "keep an article"),
        (lambda m, a, s: m.split(s.pk, [10**12]), "not in story"),
        (lambda m, a, s: m.merge(s.pk, s.pk), "into itself"),
        (lambda m, a, s: m.pin(s.pk, hours=float("nan")), "cannot pin"),
        (lambda m, a, s: m.spike_article(10**12), "no article"),
        (lambda m, a, s: m.undo(10**12), "no mend"),
    ],
)
def test_what_cannot_be_done_says_so_and_leaves_nothing(deed: object, said: str) -> None:
    (a,) = _articles(1)
    story = make_story([a])
    with pytest.raises(BadInput, match=said):
        deed(editor(), a, story)  # type: ignore[operator]
    assert not Mend.objects.exists()


def test_stories_of_two_languages_are_not_merged() -> None:
    a, b = _articles(2)
    with pytest.raises(BadInput, match="different languages"):
        editor().merge(make_story([a]).pk, make_story([b], lang="ar").pk)


def test_a_replay_that_began_before_the_mend_is_not_filed() -> None:
    a, b = _articles(2)
    one, two = make_story([a]), make_story([b])
    assert hold_shard("en", "me", now=NOW, lease_s=60)
    ask_for_repair("en", due_at=NOW)
    (row,) = claim(Shard, "repair", now=NOW, limit=1, lease_s=60)
    editor().merge(one.pk, two.pk)
    with pytest.raises(LeaseLost):
        fence("en", "me")
    assert hold_shard("en", "me", now=NOW, lease_s=60)
    apart = [Replayed(article=x.pk, group=x.pk, line=1, score=0.0, why="") for x in (a, b)]
    with pytest.raises(LeaseLost):
        file_replay(row, apart, holder="me", now=NOW, due_at=None, repaired_at=NOW)
    assert _where(a) == _where(b)


def test_an_editor_who_mends_on_and_on_does_not_make_repair_give_up() -> None:
    a, b = _articles(2)
    one, two = make_story([a]), make_story([b])
    editor().move(a.pk, two.pk)
    for _ in range(12):
        (row,) = claim(Shard, "repair", now=NOW, limit=1, lease_s=60)
        editor().pin(two.pk, hours=1)
    row.refresh_from_db()
    assert (row.attempts, row.dead_at, row.due_at) == (0, None, NOW)
    assert one.pk != _where(a)


def test_the_wishes_kept_hold_against_what_the_engine_says_later() -> None:
    a, b, c, d = _articles(4)
    make_story([a, b, c])
    editor().move(c.pk, make_story([d]).pk)
    engine = {a.pk: a.pk, b.pk: a.pk, c.pk: a.pk, d.pk: d.pk}
    mended = apply_mends(engine, read_mends("en"))
    assert mended.groups == {a.pk: a.pk, b.pk: a.pk, c.pk: c.pk, d.pk: c.pk}
    assert mended.why == {c.pk: "an editor moved this here: it is the other fire"}


def test_a_spiked_article_is_on_no_page_and_comes_back_whole(client: Client) -> None:
    spiked, other = _articles(2)
    make_copy(spiked, other)
    story = make_story([spiked, other])
    pages = [
        "/en/", f"/en/story/{story.pk}/", f"/en/story/{story.pk}/grouping/",
        f"/en/article/{other.pk}/", f"/en/outlet/{spiked.outlet.slug}/", "/ar/",
        f"/en/compare/{spiked.pk}/{other.pk}/",
    ]  # fmt: skip
    assert sum("Headline 0" in client.get(page).content.decode() for page in pages) >= 6
    mend = editor().spike_article(spiked.pk)
    assert [page for page in pages if "Headline 0" in client.get(page).content.decode()] == []
    assert client.get(f"/en/article/{spiked.pk}/").status_code == 410
    assert "سُحب" in client.get(f"/ar/article/{spiked.pk}/").content.decode()
    assert _counts(story) == (1, 1)
    editor().undo(mend.pk)
    assert client.get(f"/en/article/{spiked.pk}/").status_code == 200
    assert _counts(story) == (2, 2)
    told = LoggedDeed.objects.order_by("pk").values_list("deed", "subject", "name")
    outlet = spiked.outlet.name
    assert list(told) == [
        ("article.spike", spiked.pk, outlet), ("article.undo-spike", spiked.pk, outlet),
    ]  # fmt: skip


def test_a_spiked_story_is_gone_with_its_articles(client: Client) -> None:
    a, b = _articles(2)
    merged, story = make_story([a]), make_story([b])
    editor().merge(merged.pk, story.pk)
    mend = editor().spike_story(story.pk)
    for page in (f"story/{story.pk}", f"story/{story.pk}/grouping", f"article/{a.pk}"):
        assert client.get(f"/en/{page}/").status_code == 410
    assert client.get(f"/en/story/{merged.pk}/", follow=True).status_code == 410
    assert "Headline 1" not in client.get("/en/").content.decode()
    editor().undo(mend.pk)
    assert client.get(f"/en/story/{story.pk}/").status_code == 200


def test_undoing_one_of_two_spikes_brings_back_what_the_other_does_not_name() -> None:
    a, b = _articles(2)
    story = make_story([a, b])
    editor().spike_article(a.pk)
    whole = editor().spike_story(story.pk)
    editor().undo(whole.pk)
    assert set(Membership.objects.values_list("article_id", flat=True)) == {b.pk}
    assert Article.objects.filter(spiked_at=None).get() == b


def test_a_pinned_story_stands_first_until_its_hours_are_over(client: Client) -> None:
    a, b = _articles(2)
    low, high = make_story([a], rank=1.0), make_story([b], rank=10.0**6)
    mend = editor().pin(low.pk, hours=2)
    text = client.get("/en/").content.decode()
    assert text.index("Headline 0") < text.index("Headline 1")
    low.refresh_from_db()
    assert (low.step, low.pinned_until) == ("publish", NOW + timedelta(hours=2))
    editor().undo(mend.pk)
    low.refresh_from_db()
    assert low.pinned_until is None
    assert (low.rank or 0) < 10.0**6 == high.rank


def test_the_grouping_page_says_that_an_editor_did_it(client: Client) -> None:
    a, b, c = _articles(3)
    make_story([a, b]), make_story([c])
    editor("the <later> fire, at the docks").move(b.pk, _where(c))
    address = f"story/{_where(c)}/grouping/"
    english = client.get(f"/en/{address}").content.decode()
    assert "An editor moved this here: the &lt;later&gt; fire, at the docks" in english
    assert "نقل محرر" in client.get(f"/ar/{address}").content.decode()


def test_cases_hold_no_text_unless_asked() -> None:
    a, b = _articles(2)
    one, two = make_story([a]), make_story([b])
    editor().merge(one.pk, two.pk)
    editor().pin(two.pk, hours=1)
    (case,) = read_cases()
    assert case["pairs"] == [[str(a.pk), str(b.pk), "together"]]
    assert "Headline" not in str(case)
    (case,) = read_cases(with_text=True)
    assert {row["body"] for row in case["articles"]} == {"Body 0.", "Body 1."}
