"""Translating a report as a reader does it, with a service on loopback behind it."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from tests.adapters.translating_service import Service, running_service
from tests.web.newsroom import make_article, make_outlet
from tests.web.test_desk_pages import at_desk

from wireroom.adapters.translate.libre import LibreTranslator
from wireroom.news.models import (
    Article,
    ErrorState,
    LoggedDeed,
    MachineTranslation,
    ReportedError,
    Revision,
    TranslationDay,
)
from wireroom.news.services.errors import decide_error
from wireroom.people.roles import Role
from wireroom.web.translating import current_translator

pytestmark = pytest.mark.django_db

HEADLINE = "Odile Garrand promet 14 écoles"
FIRST = "Le maire, Odile Garrand, a promis 14 écoles."
SECOND = "« Nous commençons lundi », a dit Odile Garrand."
TOLD = {
    HEADLINE: "Odile Garrand promises 14 schools",
    FIRST: "The mayor, Odile Garrand, promised 14 schools.",
    SECOND: '"We start on Monday," said Odile Garrand.',
}


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    caches["process"].clear()
    with running_service(say=lambda text: TOLD.get(text, f"[{text}]")) as running:
        settings.WIREROOM_TRANSLATOR = running.url
        translator = current_translator()
        assert isinstance(translator, LibreTranslator)
        translator.learn_languages()
        yield running


def make_report(policy: str = "full", body: str = f"{FIRST}\n\n{SECOND}", **terms: Any) -> Article:
    outlet = make_outlet("Le Phare", lang="fr", policy=policy, **terms)
    return make_article(outlet, HEADLINE, body=body)


def address(report: Article) -> str:
    return f"/en/article/{report.pk}/translated/"


def text_of(client: Client, path: str, **headers: Any) -> str:
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_a_reader_translates_a_report_with_one_click(client: Client, service: Service) -> None:
    report = make_report()
    page = text_of(client, f"/en/article/{report.pk}/")
    assert f'action="{address(report)}"' in page
    response = client.post(address(report))
    assert (response.status_code, response["Location"]) == (303, address(report))
    shown = text_of(client, address(report))
    for told in (TOLD[HEADLINE], "The mayor, Odile Garrand", "We start on Monday"):
        assert told in shown
    assert "LibreTranslate (127.0.0.1)" in shown
    assert f'href="/en/article/{report.pk}/"' in shown
    assert '<meta name="robots" content="noindex">' in shown
    assert 'class="in-original"' not in shown
    assert '<p data-read lang="en" dir="ltr">' in shown
    assert "every line is an outlet’s own" not in shown
    assert "A machine translates a report" in text_of(client, "/en/about/")


def test_looking_costs_nothing_and_is_kept(client: Client, service: Service) -> None:
    report = make_report()
    for path in (f"/en/article/{report.pk}/", address(report)):
        text_of(client, path)
    assert service.asked == []
    for _ in range(3):
        client.post(address(report))
    assert len(service.asked) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [("14", "41"), ("14 ", ""), ("Garrand", "Bellamy"), ("The mayor, Odile Garrand,", "<b>He</b>")],
)
def test_a_sentence_that_does_not_agree_stands_in_the_original_and_is_counted(
    client: Client, service: Service, before: str, after: str
) -> None:
    report = make_report()
    changed = TOLD | {FIRST: TOLD[FIRST].replace(before, after)}
    service.say = lambda text: changed[text]
    client.post(address(report))
    shown = text_of(client, address(report))
    assert "1 sentence is left in the original" in shown
    assert f'lang="fr" dir="ltr">{FIRST}</span>' in shown
    assert changed[FIRST] not in shown


def test_a_service_that_answers_in_a_third_language_is_not_shown(
    client: Client, service: Service
) -> None:
    report = make_report()
    service.say = lambda _text: (
        "Die Feuerwehr rückte am frühen Morgen mit mehreren Fahrzeugen aus und half."
    )
    assert client.post(address(report)).status_code == 503
    assert not MachineTranslation.objects.exists()


def test_a_service_that_fails_leaves_the_reader_the_original(
    client: Client, service: Service
) -> None:
    report = make_report()
    service.raw = b"<html>Bad gateway</html>"
    response = client.post(address(report))
    assert response.status_code == 503
    assert "Try again later" in response.content.decode()
    assert response["Cache-Control"] == "no-store"
    assert f'href="/en/article/{report.pk}/"' in response.content.decode()


def test_only_the_words_that_the_page_shows_are_given_away(
    client: Client, service: Service
) -> None:
    report = make_report(policy="excerpt", excerpt_words=8)
    client.post(address(report))
    assert service.texts == [HEADLINE, FIRST]


def test_an_outlet_that_lets_no_machine_read_it_is_not_translated(
    client: Client, service: Service
) -> None:
    report = make_report(ai_allowed=False)
    assert address(report) not in text_of(client, f"/en/article/{report.pk}/")
    assert client.post(address(report)).status_code == 302
    assert service.asked == []


def test_a_stored_translation_goes_with_the_permission(client: Client, service: Service) -> None:
    report = make_report()
    client.post(address(report))
    type(report.outlet).objects.update(ai_allowed=False)
    assert client.get(address(report)).status_code == 302
    type(report.outlet).objects.update(ai_allowed=True, policy="headline")
    assert "The mayor" not in text_of(client, address(report))


def test_a_revised_report_is_translated_anew_and_only_what_is_new_is_asked_for(
    client: Client, service: Service
) -> None:
    report = make_report()
    client.post(address(report))
    third = "Il pleuvait."
    Revision.objects.create(
        article=report, number=2, headline=HEADLINE, body=f"{FIRST}\n\n{SECOND}\n\n{third}",
        content_hash="2", seen_at=report.seen_at,
    )  # fmt: skip
    Article.objects.filter(pk=report.pk).update(revision_count=2)
    assert "no translation of this report as it stands now" in text_of(client, address(report))
    service.say = lambda _text: "It was raining."
    client.post(address(report))
    assert service.asked[1]["q"] == [third]
    assert "It was raining." in text_of(client, address(report))


@pytest.mark.parametrize("accepted", ["fr", "en, fr-CA;q=0.3"])
def test_who_reads_the_language_is_not_offered_a_translation(
    client: Client, service: Service, accepted: str
) -> None:
    report = make_report()
    path = f"/en/article/{report.pk}/"
    assert address(report) not in text_of(client, path, accept_language=accepted)
    response = client.get(path, headers={"Accept-Language": "en, fr;q=0"})
    assert address(report) in response.content.decode()
    assert {"Accept-Language", "Cookie"} <= set(response["Vary"].split(", "))
    assert response["Cache-Control"] == "private, no-store"


def test_who_says_that_they_read_it_is_asked_no_more(client: Client, service: Service) -> None:
    report = make_report()
    path = f"/en/article/{report.pk}/"
    response = client.post(address(report), {"known": "1"})
    assert (response.status_code, response["Location"]) == (303, path)
    assert client.cookies["known_languages"].value == "fr"
    assert address(report) not in text_of(client, path)
    assert service.asked == []


def test_reports_of_the_edition_s_language_stay_as_they_are(
    client: Client, service: Service
) -> None:
    report = make_article(make_outlet("The Lamp", policy="full"), "Rain", body="It rained.")
    response = client.get(f"/en/article/{report.pk}/")
    assert address(report) not in response.content.decode()
    assert "public" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")
    assert client.post(address(report)).status_code == 302


@pytest.mark.parametrize("setting", [{"WIREROOM_AI": "off"}, {"WIREROOM_TRANSLATOR": ""}])
def test_what_is_off_is_not_shown(
    client: Client, service: Service, settings: Settings, setting: dict[str, str]
) -> None:
    report = make_report()
    client.post(address(report))
    for name, value in setting.items():
        setattr(settings, name, value)
    assert address(report) not in text_of(client, f"/en/article/{report.pk}/")
    assert client.get(address(report))["Location"] == f"/en/article/{report.pk}/"


def test_a_day_has_a_budget(client: Client, service: Service, settings: Settings) -> None:
    settings.WIREROOM_TRANSLATOR_DAILY = len(HEADLINE + FIRST + SECOND)
    assert client.post(address(make_report())).status_code == 303
    outlet = make_outlet("La Balise", lang="fr", policy="full")
    other = make_article(outlet, "Il pleuvait.", body="Il pleuvait encore.")
    assert client.post(address(other)).status_code == 503
    assert len(service.asked) == 1
    assert TranslationDay.objects.get().chars == settings.WIREROOM_TRANSLATOR_DAILY


def test_what_fails_costs_the_day_nothing_and_is_not_asked_for_again_at_once(
    client: Client, service: Service, settings: Settings
) -> None:
    settings.WIREROOM_TRANSLATOR_DAILY = len(HEADLINE + FIRST + SECOND)
    report = make_report()
    works, service.raw = service.raw, b"<html>Bad gateway</html>"
    assert client.post(address(report)).status_code == 503
    assert TranslationDay.objects.get().chars == 0
    service.raw, asked = works, len(service.asked)
    assert client.post(address(report)).status_code == 503
    assert len(service.asked) == asked
    caches["process"].clear()  # as after a quarter of an hour
    assert client.post(address(report)).status_code == 303
    assert TranslationDay.objects.get().chars == settings.WIREROOM_TRANSLATOR_DAILY


def test_words_of_which_nothing_held_are_paid_for_once(client: Client, service: Service) -> None:
    report = make_report()
    service.say = lambda _text: (
        "Die Feuerwehr rückte am frühen Morgen mit mehreren Fahrzeugen aus und half."
    )
    for _ in range(3):
        assert client.post(address(report)).status_code == 503
    assert len(service.asked) == 1
    assert TranslationDay.objects.get().chars == len(HEADLINE + FIRST + SECOND)
    revised = f"{FIRST}\n\nIl pleuvait."
    Revision.objects.create(
        article=report, number=2, headline=HEADLINE, body=revised, content_hash="2",
        seen_at=report.seen_at,
    )  # fmt: skip
    client.post(address(report))
    assert len(service.asked) == 2  # other words


def test_one_reader_has_twenty_reports_an_hour(client: Client, service: Service) -> None:
    outlet = make_outlet("Le Phare", lang="fr", policy="full")
    reports = [make_article(outlet, HEADLINE, body=FIRST) for _ in range(21)]
    statuses = [client.post(address(report)).status_code for report in reports]
    assert statuses == [303] * 20 + [429]
    near = client.post(address(reports[20]), headers={"X-Forwarded-For": "198.51.100.7"})
    assert near.status_code == 303  # another reader behind the same proxy


def test_a_form_of_another_site_translates_nothing(service: Service) -> None:
    report = make_report()
    assert Client(enforce_csrf_checks=True).post(address(report)).status_code == 403
    assert service.asked == []


def test_markup_of_a_translation_stays_text(client: Client, service: Service) -> None:
    evil = "<img src=x onerror=alert(1)> Odile Garrand promises 14 schools"
    report = make_report(body=f"{FIRST}\n\n<img src=x> {SECOND}")
    told = TOLD | {HEADLINE: evil}
    service.say = lambda text: told.get(text, f"<img src=x> {TOLD[SECOND]}")
    client.post(address(report))
    assert "<img src=x" not in text_of(client, address(report))


def test_a_withdrawn_report_takes_its_translation_along(client: Client, service: Service) -> None:
    report = make_report()
    client.post(address(report))
    Article.objects.filter(pk=report.pk).update(spiked_at=report.seen_at)
    assert client.get(address(report)).status_code in (404, 410)


def test_the_arabic_edition_has_it_in_arabic(client: Client, service: Service) -> None:
    report = make_report()
    service.say = lambda text: {
        HEADLINE: "أوديل غاران تعد بإنشاء 14 مدرسة",
        FIRST: "وعدت رئيسة البلدية أوديل غاران بإنشاء 14 مدرسة.",
        SECOND: 'وقالت أوديل غاران: "نبدأ الاثنين".',
    }[text]
    path = f"/ar/article/{report.pk}/translated/"
    assert client.post(path).status_code == 303
    shown = text_of(client, path)
    assert '<p data-read lang="ar" dir="rtl">' in shown
    assert "ترجمة آلية عن اللغة" in shown
    assert "نبدأ الاثنين" in shown


def test_an_error_in_a_paragraph_is_reported_and_its_original_stands_there_then(
    client: Client, service: Service
) -> None:
    report = make_report()
    client.post(address(report))
    page = text_of(client, address(report))
    found = [unescape(one) for one in re.findall(r'href="([^"]*report-error/[^"]*)"', page)]
    assert len(found) == 3  # the headline and two paragraphs
    form = text_of(client, found[1])
    assert TOLD[FIRST] in form
    assert "a machine’s translation" in form
    assert client.post(found[1], {"words": "He did not.", "website": ""}).status_code == 302
    error = ReportedError.objects.get()
    assert (error.room, error.shown, error.edition) == ("translation", TOLD[FIRST], "en")
    desk = text_of(at_desk(Role.MODERATOR), "/en/desk/errors/")
    assert "<span>Machine translation</span>" in desk
    decide_error(error.pk, ErrorState.AGREED, by="ed", now=timezone.now())
    named = f"article {error.article_id}, translated text {error.start + 1}"
    assert LoggedDeed.objects.get().name == named
    page = text_of(client, address(report))
    assert TOLD[FIRST] not in page
    assert f">{FIRST}</span>" in page
    assert TOLD[SECOND].replace('"', "&#34;") in page
    assert client.get(found[0].replace(".0.1.", ".9.10.")).status_code == 404


def test_what_was_translated_of_other_words_has_no_page_of_errors(
    client: Client, service: Service
) -> None:
    report = make_report()
    client.post(address(report))
    link = unescape(
        re.findall(r'href="([^"]*report-error/[^"]*)"', text_of(client, address(report)))[1]
    )
    Revision.objects.filter(article=report).update(body="Rien de tel.")
    assert client.get(link).status_code == 404
