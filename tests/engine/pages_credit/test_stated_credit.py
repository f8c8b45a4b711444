"""The agency that JSON-LD credits, beside what the text says."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.pages_credit.leads import EN

from wireroom.engine.pages.read import read_document
from wireroom.engine.pages.stated_credit import stated_credit
from wireroom.engine.pages.structured import read_structured
from wireroom.engine.types import Article, Document

TITLE = "Bridge of Port Varda to open in spring"
TEXT = "<p>" + f"{EN} " * 4 + "</p>"
SITE = "<meta property='og:site_name' content='{}'>"


def read(stated: object, *, site: str = "Varda Post", body: str = TEXT) -> Article:
    node = {"@type": "NewsArticle", "headline": TITLE} | (
        stated if isinstance(stated, dict) else {}
    )
    graph = [node, {"@type": "Organization", "@id": "#agency", "name": "Agence France-Presse"}]
    ld = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    page = f"<html><head>{SITE.format(site)}{ld}</head><body><h1>{TITLE}</h1>{body}</body></html>"
    document = Document(name="p", raw=page.encode(), url="https://post.example/bridge")
    return read_document(document)[0]


@pytest.mark.parametrize(
    ("stated", "credit"),
    [
        ({"sourceOrganization": {"@type": "Organization", "name": "Reuters"}}, "Reuters"),
        ({"sourceOrganization": {"@id": "#agency"}}, "AFP"),
        ({"creditText": "© 2026 AFP"}, "AFP"),
        ({"provider": [{"name": "Varda Software"}, {"name": "dpa"}]}, "dpa"),
        ({"copyrightHolder": {"name": "Associated Press"}}, "AP"),
        ({"copyrightHolder": {"name": "PA Media"}}, "PA"),
        ({"copyrightHolder": {"name": "PA"}}, None),
        ({"sourceOrganization": {"name": "Seapost"}}, None),
        ({"sourceOrganization": {"name": "Varda Post"}}, None),
        ({"sourceOrganization": {}, "creditText": 7, "provider": [None, ["dpa"]]}, "dpa"),
        ({"image": {"@type": "ImageObject", "creditText": "Reuters"}}, None),
    ],
)
def test_a_known_agency_is_credited(stated: dict[str, object], credit: str | None) -> None:
    article = read(stated)
    assert article.wire_credit == credit
    assert dict(article.sources).get("wire_credit") == ("json-ld" if credit else None)
    assert article.outlet == "Varda Post" or stated.get("sourceOrganization") == {"name": "Seapost"}


@pytest.mark.parametrize(
    "site", ["Reuters", "Thomson Reuters", "Reuters Varda", "reutersvarda.example"]
)
def test_an_agency_does_not_credit_itself(site: str) -> None:
    assert read({"copyrightHolder": {"name": "Reuters"}}, site=site).wire_credit is None


def test_what_readers_see_goes_before_what_nobody_sees() -> None:
    body = TEXT.replace("<p>", "<p>PORT VARDA (AFP) — ")
    article = read({"sourceOrganization": {"name": "Reuters"}}, body=body)
    assert (article.dateline, article.wire_credit) == ("PORT VARDA", "AFP")
    assert {("dateline", "text"), ("wire_credit", "text")} <= set(article.sources)
    assert article.paragraphs[0].startswith(EN)


def test_a_credit_in_the_byline_says_so() -> None:
    article = read({"author": {"@type": "Organization", "name": "Reuters"}})
    assert dict(article.sources)["wire_credit"] == "byline"


def test_a_picture_that_is_told_elsewhere_has_its_credit() -> None:
    picture = {"@type": "ImageObject", "@id": "#boat", "url": "/boat.jpg", "creditText": "Jo Fall"}
    head = f'<script type="application/ld+json">{json.dumps(picture)}</script>'
    shared = "<meta property='og:image' content='https://post.example/boat.jpg'>"
    article = read({"image": {"@id": "#boat"}}, body=f"{head}{shared}{TEXT}")
    assert article.image is not None
    assert article.image.credit == "Jo Fall"


def test_who_signs_within_a_credit_is_the_writer() -> None:
    chinese = "市政府周一表示，这座大桥将于明年春天开放，供居民使用。" * 4
    article = read({}, body=f"<p>新华社北京3月3日电（记者王某）{chinese}</p><p>{chinese}</p>")
    assert article.authors == ("王某",)
    assert article.paragraphs[0] == chinese
    assert ("authors", "text") in article.sources


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "@id", "@value", "@type"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(JSON, st.lists(st.text(max_size=20), max_size=2))
def test_no_statement_breaks_the_reader(value: object, own: list[str]) -> None:
    node = {"@type": "NewsArticle", "creditText": value, "provider": value}
    structured = read_structured([json.dumps(node)])
    assert stated_credit(node, structured, own) is None or isinstance(value, (str, list, dict))
