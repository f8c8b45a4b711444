"""What somebody typed whose session had run out: there again, once, and no longer than needed."""

import pytest
from django.conf import settings
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story, make_topic, tag_story

from wireroom.people.services.accounts import add_person
from wireroom.reading.models import Muted

pytestmark = pytest.mark.django_db


def test_it_comes_back_once_and_shortens_nobody_s_stay() -> None:
    story = make_story([make_article(make_outlet("Tidewire"), "Ferry sinks")])
    path = f"/en/mine/mute/?story={story.pk}"
    client = Client()
    led = client.post(path, {"words": "football", "exceptions": "Ostvik"})
    assert led.status_code == 302
    assert client.session.get_expiry_age() == 3600
    client.force_login(
        add_person("ilsa@tidewire.example")
    )  # as a passkey does: no form says how long
    assert 'value="football"' in client.get(path).content.decode()
    assert client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE
    assert 'value="football"' not in client.get(path).content.decode()


def test_who_came_from_a_report_goes_back_to_it(hers: Client) -> None:
    article = make_article(make_outlet("Tidewire"), "Ferry sinks")
    path = f"/en/mine/mute/?article={article.pk}"
    there = f"/en/article/{article.pk}/"
    assert f'href="{there}"' in hers.get(path).content.decode()
    answer = hers.post(path, {"words": "football"})
    assert answer["Location"] == f"{there}#done-mute"
    assert 'id="done-mute"' in hers.get(there).content.decode()


def test_what_was_read_offers_its_words(hers: Client) -> None:
    article = make_article(make_outlet("Tidewire"), "Ostvik ferry of Farrant sinks", tags=["ferry"])
    story = make_story([article], rare_names=[[7, "Heron"]])
    tag_story(story, make_topic("Ostvik"))
    tag_story(story, make_topic("Jane Farrant", kind="person"))
    for asked in (f"story={story.pk}", f"article={article.pk}"):
        page = hers.get(f"/en/mine/mute/?{asked}").content.decode()
        for word in ("Ostvik", "Jane Farrant", "Farrant", "Heron", "ferry"):
            assert f'<button class="chip" name="words" value="{word}">' in page, word
        assert f"/en/mine/block/?outlet={article.outlet_id}" in page
    answer = hers.post(f"/en/mine/mute/?story={story.pk}", {"words": "Farrant"})
    assert answer["Location"] == f"/en/story/{story.pk}/#done-mute"
    assert 'class="chip"' not in hers.get("/en/mine/mute/").content.decode()


def test_signs_that_no_database_takes_are_left_out() -> None:
    story = make_story([make_article(make_outlet("Tidewire"), "Ferry sinks")])
    client = Client()
    client.force_login(add_person("ilsa@tidewire.example"))
    sent = {"words": "foot\x00ball  cup", "exceptions": "Ost\x00vik\r\nKarst"}
    assert client.post(f"/en/mine/mute/?story={story.pk}", sent).status_code == 302
    row = Muted.objects.get()
    assert (row.words, row.exceptions) == ("foot ball cup", ["Ost vik", "Karst"])
