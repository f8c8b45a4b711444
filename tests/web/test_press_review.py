"""Press reviews: every report found, by story, whose text it is; signed, and as a table."""

import csv
import io
import json
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story
from tests.web.test_search_page import index

from wireroom.adapters.signing import Signer, check
from wireroom.cli import main
from wireroom.engine.errors import BadInput
from wireroom.news.queries import press_review
from wireroom.news.queries.search import PAGE_HITS

PAGE = "/en/press-review/"
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def told(db: None) -> dict[str, int]:
    """A story of an agency, its carrier and an own report; another story; one that is not meant."""
    agency = make_article(
        make_outlet("Norwire", country="NO"),
        "Ferry aground off Ostvik",
        body="The ferry ran aground.",
        hours=3,
    )
    carrier = make_article(
        make_outlet("Civic Times"), "Ferry on the rocks", body="The ferry ran aground.", hours=2
    )
    own = make_article(
        make_outlet("Tidewire", policy="headline"),
        "=Ferry(1) pilot says sorry",
        body="A ferry secret.",
        hours=1,
    )
    make_copy(agency, carrier, share=0.92)
    story = make_story(
        [agency, carrier, own], headline="Ferry aground off Ostvik", independent_count=2
    )
    lone = make_article(
        make_outlet("Harbour Post"), "New ferry ordered", body="A ferry was ordered."
    )
    make_story([lone], headline="New ferry ordered")
    index(
        agency,
        carrier,
        own,
        lone,
        make_article(make_outlet("Tor Daily"), "Pier painted", body="Green."),
    )
    return {"story": story.pk, "agency": agency.pk}


def page_of(client: Client, query: str = "q=ferry", status: int = 200) -> str:
    answer = client.get(f"{PAGE}?{query}")
    assert answer.status_code == status
    assert not answer.cookies
    return answer.content.decode()


def signed(client: Client, query: str = "q=ferry") -> dict[str, Any]:
    answer = client.get(f"{PAGE}review.json?{query}")
    assert "attachment" in answer["Content-Disposition"]
    envelope: dict[str, Any] = json.loads(answer.content)
    return envelope


def test_reports_stand_by_story_and_say_whose_text_they_are(
    client: Client, told: dict[str, int]
) -> None:
    page = page_of(client)
    assert "2 stories · 4 reports · 4 outlets · 1 carries another’s text" in page
    assert (
        page.index("Norwire") < page.index("92% of it is Norwire’s text") < page.index("Tidewire")
    )
    assert page.index("Tidewire") < page.index("New ferry ordered")
    assert "Pier painted" not in page
    assert "secret" not in page
    assert "review.json?q=ferry" in client.get("/en/press-review/?q=ferry").content.decode()
    assert "press-review/?q=ferry" in client.get("/en/search/?q=ferry").content.decode()


@pytest.mark.django_db
def test_nothing_and_no_question_are_said(client: Client) -> None:
    assert "Nothing was found" in page_of(client, "q=zzyzx")
    assert "Search for something first" in page_of(client, "")
    assert client.get(f"{PAGE}review.json").status_code == 422
    assert client.get(f"{PAGE}review.csv?q=").status_code == 422


def test_the_signature_holds_until_a_letter_is_changed(
    client: Client, told: dict[str, int]
) -> None:
    envelope = signed(client)
    content, key = check(envelope)
    assert key == client.get("/.well-known/wireroom.json").json()["signing_key"]["key"]
    first = content["stories"][0]
    assert (first["id"], first["independent"], first["reports_in_all"]) == (told["story"], 2, 3)
    assert first["reports"][1]["carries"] == {
        "report": told["agency"], "outlet": "Norwire", "percent": 92,
    }  # fmt: skip
    assert first["reports"][2]["opening"] == ""
    assert content["search"] == "ferry"
    first["reports"][0]["headline"] += "."
    with pytest.raises(BadInput, match="changed after it was signed"):
        check(envelope)


def test_a_table_is_no_program(client: Client, told: dict[str, int]) -> None:
    answer = client.get(f"{PAGE}review.csv?q=ferry")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[5] for row in rows[1:]] == ["Norwire", "Norwire", "Tidewire", "Harbour Post"]
    assert rows[1][3] == "NO"
    assert rows[3][1] == "'=Ferry(1) pilot says sorry"


def test_it_goes_on_behind_a_page_of_the_search_and_says_where_it_ends(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    outlet = make_outlet("Norwire")
    reports = [make_article(outlet, f"Ferry {n}", hours=n) for n in range(1, PAGE_HITS + 8)]
    index(*reports[::-1])
    assert len(check(signed(client))[0]["stories"]) == len(reports)
    monkeypatch.setattr(press_review, "MOST_REPORTS", 22)
    content = check(signed(client))[0]
    assert content["is_cut"]
    assert [one["headline"] for one in content["stories"]] == [f"Ferry {n}" for n in range(1, 23)]
    assert "the newest 22 reports alone" in page_of(client)


def test_files_are_verified_from_the_command_line(
    client: Client, told: dict[str, int], tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    envelope = signed(client)
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(envelope))
    envelope["signed"]["made_at"] = "2020-01-01T00:00:00Z"
    bad.write_text(json.dumps(envelope))
    key = Signer(settings.WIREROOM_SIGNING_KEY).public_key
    assert main(["verify", str(good), "--key", key]) == 0
    assert "unchanged since it was signed by the key you named" in capsys.readouterr().out
    assert main(["verify", str(good), "--key", Signer(b"x" * 32).public_key]) == 1
    assert main(["verify", str(good), str(bad)]) == 1
    assert "changed after it was signed" in capsys.readouterr().err


@given(st.dictionaries(st.text(), JSONS, max_size=4), st.binary(min_size=32, max_size=32))
def test_whatever_is_signed_is_verified_after_a_round_trip(
    content: dict[str, Any], secret: bytes
) -> None:
    try:
        text = json.dumps(Signer(secret).sign(content))
    except UnicodeEncodeError:
        return
    assert check(json.loads(text)) == (content, Signer(secret).public_key)


@given(JSONS)
def test_what_is_no_signed_export_is_refused(told: Any) -> None:
    for envelope in (told, {"signed": told, "signature": told}, {"signed": {}, "signature": {
        "algorithm": "Ed25519", "key": str(told), "value": str(told)}}):  # fmt: skip
        with pytest.raises(BadInput):
            check(envelope)
