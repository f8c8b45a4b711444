"""Pages that are no report are told apart, in many languages, and reports are left alone."""

import pytest

from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Article, Document, Health

REPORT = (
    "<p>The night boat to Port Alderne will run again from Monday, its owners said on Friday, "
    "after a winter in which the harbour froze twice.</p><p>Fares stay as they are, and cars "
    "have to be booked two days ahead, the company added in a letter to its customers.</p>"
    "<p>The first boat leaves Northgate at nine in the evening and lands at six.</p>"
)


def read(body: str, *, title: str = "", head: str = "", url: str | None = None,
         lang: str = "en") -> Article:  # fmt: skip
    page = (
        f'<html lang="{lang}"><head><title>{title}</title>{head}</head>'
        f"<body><h1>{title}</h1>{body}</body></html>"
    )
    return read_document(Document(name="page.html", raw=page.encode(), url=url))[0]


ERRORS = [
    ("Page not found", "<p>The page you asked for is not here.</p>", "en"),
    ("404", "<p>Sorry.</p>", "en"),
    ("Seite nicht gefunden", "<p>Bitte prüfen Sie die Adresse.</p>", "de"),
    ("Page introuvable", "<p>Retour à l'accueil.</p>", "fr"),
    ("Página no encontrada", "<p>Vuelva a la portada.</p>", "es"),
    ("Pagina non trovata", "<p>Torna alla home.</p>", "it"),
    ("Страница не найдена", "<p>Вернитесь на главную.</p>", "ru"),
    ("Sayfa bulunamadı", "<p>Ana sayfaya dönün.</p>", "tr"),
    ("الصفحة غير موجودة", "<p>عد إلى الصفحة الرئيسية.</p>", "ar"),
    ("Northgate Post", "<p>We can't find the page you asked for.</p>", "en"),
]
WALLS = [
    ("Northgate Post", "<p>We value your privacy. We and our partners use cookies.</p>", "en"),
    ("Before you continue", "<p>Choose what you allow.</p>", "en"),
    ("Just a moment...", "<p>Checking your browser.</p>", "en"),
    ("Nordblatt", "<p>Wir verwenden Cookies. Ihre Privatsphäre ist uns wichtig.</p>", "de"),
    ("Le Phare", "<p>Nous utilisons des cookies. Continuer sans accepter.</p>", "fr"),
    ("El Faro", "<p>Utilizamos cookies. Respetamos tu privacidad.</p>", "es"),
    ("المنارة", "<p>نستخدم الكوكيز. نحن نحترم خصوصيتك.</p>", "ar"),
    ("Northgate Post", "<p>Verify that you are a human to go on.</p>", "en"),
]
GATES = [
    ("<p>The harbour froze.</p><p>Subscribe to continue reading.</p>", "en"),
    ("<p>Der Hafen ist zugefroren.</p><p>Nur für Abonnenten.</p>", "de"),
    ("<p>Le port a gelé.</p><p>Cet article est réservé aux abonnés.</p>", "fr"),
    ("<p>El puerto se heló.</p><p>Suscríbete para seguir leyendo.</p>", "es"),
    ("<p>تجمد الميناء.</p><p>هذا المحتوى مخصص للمشتركين.</p>", "ar"),
    ("<p>The harbour froze.</p><p>Log in to continue.</p>", "en"),
]


@pytest.mark.parametrize(("title", "body", "lang"), ERRORS)
def test_error_pages_in_disguise_are_told(title: str, body: str, lang: str) -> None:
    article = read(body, title=title, lang=lang)
    assert article.health is Health.ERROR_PAGE
    assert article.warnings


@pytest.mark.parametrize(("title", "body", "lang"), WALLS)
def test_walls_before_a_page_are_told(title: str, body: str, lang: str) -> None:
    assert read(body, title=title, lang=lang).health is Health.CONSENT


@pytest.mark.parametrize(("body", "lang"), GATES)
def test_stubs_behind_a_paywall_are_told_and_say_so(body: str, lang: str) -> None:
    article = read(body, title="Boats to run", lang=lang)
    assert article.health is Health.PAYWALL
    assert article.paywalled
    assert ("paywall", "text") in article.sources


@pytest.mark.parametrize(
    ("stated", "paywalled"),
    [("false", True), ('"False"', True), ("true", False), ('"http://schema.org/False"', True)],
)
def test_what_json_ld_states_of_access_is_kept(stated: str, paywalled: bool) -> None:
    data = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats to run",'
        f'"isAccessibleForFree":{stated}}}</script>'
    )
    article = read(REPORT * 5, title="Boats to run", head=data)
    assert article.paywalled is paywalled
    assert article.health is Health.ARTICLE
    assert ("paywall", "json-ld") in article.sources


@pytest.mark.parametrize(
    ("body", "head", "health"),
    [
        ("<video src='a.mp4'></video>", "", Health.VIDEO_ONLY),
        ("<audio src='a.mp3'></audio>", "", Health.AUDIO_ONLY),
        ("<div class='photo-gallery'><img src='a.jpg'></div>", "", Health.GALLERY),
        ("<p>mailto:?subject=Boats&amp;body=https://northgate.example/1</p>", "", Health.EMPTY),
        ("<p>{{ article.body }}</p>", "", Health.EMPTY),
        ("<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>" * 3, "",
         Health.WRONG_LANGUAGE),
    ],
)  # fmt: skip
def test_other_pages_without_a_report_are_told(body: str, head: str, health: Health) -> None:
    assert read(body, title="Boats to run", head=head).health is health


def test_text_in_another_script_than_its_page_is_told() -> None:
    article = read(REPORT, title="عودة العبارة الليلية إلى الميناء", lang="ar")
    assert article.health is Health.WRONG_LANGUAGE


@pytest.mark.parametrize(
    "words",
    ["The page not found in the archive was a forgery, the court heard.",
     "Ministers want sites to ask: we value your privacy, do you consent to cookies?",
     "The paper will be for subscribers only from May, its editor said.",
     "A captcha is no proof that you are a human, the study says."],
)  # fmt: skip
def test_reports_on_such_pages_are_reports(words: str) -> None:
    article = read(f"<p>{words}</p>{REPORT}{REPORT}", title="Boats to run")
    assert article.health is Health.ARTICLE
