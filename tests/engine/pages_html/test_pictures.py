"""An article's picture: which figure shows it, its caption without its credit, the credit."""

import json

import pytest

from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Document, Image

TEXT = "<p>" + "The ferry company of Port Varda said that it would run night boats. " * 4 + "</p>"
URL = "https://courier.example/p/night-boats-1200.jpg"
SHARED = f'<meta property="og:image" content="{URL}">'
OTHER = "<figure><img src='/p/harbour-front.jpg'><figcaption>The harbour</figcaption></figure>"


def read_image(body: str, *, head: str = SHARED) -> Image | None:
    page = f"<html><head>{head}</head><body><h1>Night boats to run</h1>{body}{TEXT}</body></html>"
    document = Document(name="p", raw=page.encode(), url="https://courier.example/boats")
    return read_document(document)[0].image


def figure(caption: str) -> str:
    return f"<figure><img src='/p/night-boats-600.jpg'><figcaption>{caption}</figcaption></figure>"


@pytest.mark.parametrize(
    ("caption", "told", "credit"),
    [
        ("A boat at night", "A boat at night", None),
        ("A boat at night. Photo: Jo Fall/dpa", "A boat at night.", "Jo Fall/dpa"),
        ("A boat at night (Foto: Jo Fall)", "A boat at night", "Jo Fall"),
        ("A boat at night © Tidewire", "A boat at night", "Tidewire"),
        ("A boat <span class='credit'>Photo: Jo Fall</span>", "A boat", "Jo Fall"),
        ("A boat at dusk <small>Tidewire</small>", "A boat at dusk", "Tidewire"),
        ("A boat at dusk <cite>© Jo Fall</cite>", "A boat at dusk", "Jo Fall"),
        ("<small>A boat at dusk</small>", "A boat at dusk", None),
        ("<cite>The Tide</cite> leaves", "The Tide leaves", None),
        ("<small class='photographer'>Jo Fall</small>", None, "Jo Fall"),
    ],
)
def test_a_caption_and_its_credit_come_apart(
    caption: str, told: str | None, credit: str | None
) -> None:
    found = read_image(OTHER + figure(caption))
    assert found == Image(url=URL, caption=told, credit=credit)


def test_json_ld_tells_what_no_figure_does() -> None:
    picture = {"@type": "ImageObject", "url": URL, "caption": "A boat", "creditText": "Jo Fall"}
    node = {"@type": "NewsArticle", "headline": "Night boats to run", "image": [picture]}
    head = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    assert read_image("", head=head) == Image(url=URL, caption="A boat", credit="Jo Fall")
