"""`wireroom takedown`: it lists what would go, and takes it down when it is told to."""

import pytest
from tests.web.newsroom import make_article, make_copy, make_outlet

from wireroom.cli import main
from wireroom.news.models import Article, LoggedDeed
from wireroom.people.services.accounts import add_person

pytestmark = pytest.mark.django_db


def test_a_report_is_listed_then_taken_down(capsys: pytest.CaptureFixture[str]) -> None:
    one = make_article(make_outlet("Tidewire"), "Ferry sinks", body="Nine.")
    other = make_article(make_outlet("Copy Post"), "Ferry sank", body="Nine.")
    make_copy(one, other)
    assert main(["takedown", one.page.url, "--copies"]) == 0
    assert "Copy Post: Ferry sank (90%)" in capsys.readouterr().out
    assert Article.objects.count() == 2
    assert main(["takedown", str(one.pk), "--yes", "--why", "a court", "--by", "Ines"]) == 0
    assert Article.objects.get() == other
    told = LoggedDeed.objects.get(deed="article.take-down")
    assert (told.made_by, told.why) == ("Ines", "a court")
    assert main(["takedown", str(one.pk), "--yes"]) == 1
    assert "no report is known" in capsys.readouterr().err


def test_a_role_is_given_by_command(capsys: pytest.CaptureFixture[str]) -> None:
    add_person("ilsa@tidewire.example")
    assert main(["people", "role", "ilsa@tidewire.example", "host"]) == 0
    assert main(["people", "list"]) == 0
    assert "ilsa@tidewire.example (host)" in capsys.readouterr().out
    assert main(["people", "role", "ilsa@tidewire.example", "reader"]) == 1
    assert "only host" in capsys.readouterr().err
