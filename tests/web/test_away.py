"""While the database is away a page says so by its status, and is kept by nobody."""

import pytest
from django.db.utils import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from wireroom.web.away import AwayMiddleware

pytestmark = pytest.mark.once


def test_a_database_that_is_away_is_no_broken_page(rf: RequestFactory) -> None:
    answers = AwayMiddleware(lambda _: HttpResponse("front"))
    request = rf.get("/en/")
    assert answers(request).content == b"front"
    answer = answers.process_exception(request, OperationalError("the server is gone"))
    assert answer is not None
    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")
    assert int(answer["Retry-After"]) > 0
    assert answers.process_exception(request, ValueError("a fault of ours")) is None
