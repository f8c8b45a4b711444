"""`./wireroom errors`: what waits, and deciding on it."""

import pytest
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.cli import OK, SOME_INPUT_FAILED, main
from wireroom.news.models import ErrorState, ReportedError
from wireroom.news.services.errors import Noted, file_error

pytestmark = pytest.mark.django_db


@pytest.fixture
def error() -> ReportedError:
    article = make_article(make_outlet("Tidewire", policy="full"), "Ferry", body="Nine died.")
    make_story([article])
    noted = Noted(
        article=article.pk, revision=1, start=0, end=9, room="points", shown="Nine died",
        words="Ten did",
    )  # fmt: skip
    return file_error(noted, sender="k", now=timezone.now())


def test_what_waits_is_listed_and_leaves_the_list_when_decided(
    error: ReportedError, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["errors"]) == OK
    listed = capsys.readouterr().out
    assert "Nine died" in listed
    assert "Ten did" in listed
    assert main(["errors", "agree", str(error.pk), "--why", "torn", "--by", "Desk"]) == OK
    assert "[agreed" in capsys.readouterr().out
    error.refresh_from_db()
    assert (error.state, error.decided_by) == (ErrorState.AGREED, "Desk")
    assert main(["errors"]) == OK
    assert capsys.readouterr().out == ""
    assert main(["errors", "list", "--all"]) == OK
    assert "torn" in capsys.readouterr().out
    assert main(["errors", "decline", str(error.pk)]) == OK
    error.refresh_from_db()
    assert error.state == ErrorState.DECLINED


def test_an_unknown_number_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["errors", "agree", "77"]) == SOME_INPUT_FAILED
    assert "no reported error 77" in capsys.readouterr().err
