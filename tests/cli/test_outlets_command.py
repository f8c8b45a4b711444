"""`./wireroom outlets`: an OPML list in, filed by outlet, and out again."""

from pathlib import Path

import pytest

from wireroom.cli import main
from wireroom.engine.feeds.opml import ListedFeed, read_opml, write_opml
from wireroom.news.models import Feed, Outlet

pytestmark = pytest.mark.django_db


def listed(number: int, path: str = "rss", title: str = "News") -> ListedFeed:
    site = f"https://paper{number}.example/"
    return ListedFeed(url=f"{site}{path}", title=title, home_url=site)


def test_a_list_goes_in_by_outlet_and_out_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "feeds.opml"
    feeds = [listed(1), listed(1, "sport"), listed(2), listed(3, title="الميناء")]
    path.write_text(write_opml(feeds, title="Mine"), "utf-8")
    assert main(["outlets", "import", str(path)]) == 0
    assert "4 feeds listed: 4 new, of 3 new outlets; 0 were there" in capsys.readouterr().out
    assert main(["outlets", "import", str(path)]) == 0
    assert "0 new, of 0 new outlets; 4 were there" in capsys.readouterr().out
    assert set(Outlet.objects.values_list("name", flat=True)) == {
        "News", "paper2.example", "الميناء",
    }  # fmt: skip
    assert Feed.objects.filter(step="poll", due_at__isnull=False).count() == 4
    assert main(["outlets", "export", str(tmp_path / "out.opml")]) == 0
    out = read_opml((tmp_path / "out.opml").read_bytes()).feeds
    assert {feed.url for feed in out} == {feed.url for feed in feeds}


def test_feeds_without_an_address_of_the_web_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml><body><outline xmlUrl="feed://tide.example/rss"/>'
        '<outline xmlUrl="podcast:tide"/></body></opml>'
    )
    assert main(["outlets", "import", str(path)]) == 1
    assert "1 feeds were left out" in capsys.readouterr().err
    assert Feed.objects.get().url == "http://tide.example/rss"


@pytest.mark.parametrize("text", ["<opml><body/></opml>", "<!DOCTYPE x []><opml/>", "words"])
def test_what_is_no_list_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(text)
    assert main(["outlets", "import", str(path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert main(["outlets", "import", str(tmp_path / "none.opml")]) == 1
