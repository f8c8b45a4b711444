"""The page of digest and alerts, ending letters signed out, and what other apps share."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone
from tests.adapters.push_service import Browser
from tests.web.newsroom import make_article, make_topic, other_scripts
from tests.web.test_own_pages import read_only

from wireroom.news.models import Outlet, Story
from wireroom.people.models import Person
from wireroom.people.services.accounts import add_person
from wireroom.reading.models import Alert, AlertWishes, Device, Follow
from wireroom.reading.queries.unsubscribing import unsubscribe_token
from wireroom.reading.services.alerts import MOST_DEVICES

pytestmark = pytest.mark.django_db

PAGE = "/en/mine/alerts/"
WISHES = {
    "deed": "wishes", "digest": "weekly", "hour": "6", "weekday": "4", "zone": "Asia/Dubai",
    "quiet_from": "23", "quiet_until": "5", "most_daily": "3",
}  # fmt: skip
DEVICE = {"deed": "device", "endpoint": "https://push.example/a", **Browser().keys}


def test_wishes_are_kept_in_the_edition_they_are_told_in(hers: Client, ilsa: Person) -> None:
    assert hers.post("/ar/mine/alerts/", WISHES).status_code == 302
    row = AlertWishes.objects.get(person=ilsa)
    assert (row.digest, row.lang, row.zone, row.most_daily) == ("weekly", "ar", "Asia/Dubai", 3)
    assert row.digest_due_at
    # 06:00 in Dubai, on a Friday.
    assert (row.digest_due_at.hour, row.digest_due_at.weekday()) == (2, 4)
    assert row.digest_due_at - timezone.now() <= timedelta(days=7)
    page = hers.get(PAGE).content.decode()
    assert re.search(r"<option selected>Asia/Dubai", page)
    assert not other_scripts(page)
    hers.post(PAGE, WISHES | {"digest": "off"})
    assert AlertWishes.objects.get().digest_due_at is None


@pytest.mark.parametrize(
    "changed",
    [{"hour": "24"}, {"hour": "x"}, {"weekday": "-1"}, {"zone": "../etc/passwd"}, {"zone": ""},
     {"digest": "hourly"}, {"most_daily": "1000"}, {"quiet_until": "9" * 400}, {"deed": "?"}],
)  # fmt: skip
def test_wishes_that_cannot_be_are_refused(hers: Client, changed: dict[str, str]) -> None:
    assert hers.post(PAGE, WISHES | changed).status_code == 400
    assert not AlertWishes.objects.exists()


def test_devices_are_kept_moved_limited_and_removed(hers: Client, ilsa: Person) -> None:
    assert hers.post(PAGE, DEVICE).status_code == 302
    assert hers.post(PAGE, DEVICE).status_code == 302
    device = Device.objects.get(person=ilsa)
    assert AlertWishes.objects.get(person=ilsa).alerts_due_at
    assert "push.example" in hers.get(PAGE).content.decode()
    other = Client()
    other.force_login(add_person("oma@tidewire.example"))
    other.post(PAGE, {"deed": "forget", "number": str(device.pk)})
    assert Device.objects.filter(person=ilsa).exists()
    other.post(PAGE, DEVICE)  # the same browser, used by somebody else from now on
    assert not Device.objects.filter(person=ilsa).exists()
    for number in range(MOST_DEVICES):
        hers.post(PAGE, DEVICE | {"endpoint": f"https://push.example/{number}"})
    assert hers.post(PAGE, DEVICE | {"endpoint": "https://push.example/z"}).status_code == 409
    first = Device.objects.filter(person=ilsa).earliest("pk")
    hers.post(PAGE, {"deed": "forget", "number": str(first.pk)})
    assert Device.objects.filter(person=ilsa).count() == MOST_DEVICES - 1


@pytest.mark.parametrize(
    "changed",
    [{"endpoint": "http://push.example/a"}, {"endpoint": "https://x.example/" + "a" * 1000},
     {"endpoint": "javascript:alert(1)"}, {"p256dh": "AAAA"}, {"auth": ""},
     {"endpoint": "https://push.example/\0"}],
)  # fmt: skip
def test_bad_devices_are_refused(hers: Client, changed: dict[str, str]) -> None:
    assert hers.post(PAGE, DEVICE | changed).status_code == 400
    assert not Device.objects.exists()


def test_when_a_follow_is_told_is_its_followers_choice(
    hers: Client, ilsa: Person, story: Story
) -> None:
    own = [Follow.objects.create(person=ilsa, story=story),
           Follow.objects.create(person=ilsa, topic=make_topic()),
           Follow.objects.create(person=ilsa, words="night boats")]  # fmt: skip
    theirs = Follow.objects.create(person=add_person("oma@tidewire.example"), story=story)
    sent = {f"alert-{one.pk}": "at once" for one in (*own[:2], theirs)}
    hers.post(PAGE, {"deed": "follows", **sent, f"alert-{own[2].pk}": "loudly"})
    kept = dict(Follow.objects.values_list("pk", "alert"))
    assert kept == {own[0].pk: Alert.AT_ONCE, own[1].pk: Alert.AT_ONCE, own[2].pk: Alert.DIGEST,
                    theirs.pk: Alert.DIGEST}  # fmt: skip


def test_only_its_owner_writes_with_this_sites_own_form(hers: Client, ilsa: Person) -> None:
    assert Client().get(PAGE)["Location"].startswith("/account/login/")
    assert Client().post(PAGE, WISHES)["Location"].startswith("/account/login/")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ilsa)
    for form in (WISHES, DEVICE, {"deed": "follows"}, {"deed": "forget", "number": "1"}):
        assert strict.post(PAGE, form).status_code == 403
    with read_only():
        answer = hers.post(PAGE, WISHES)
    assert answer.status_code == 503
    assert re.search(r"<option selected>Asia/Dubai", answer.content.decode())
    assert not AlertWishes.objects.exists()


def test_letters_end_by_one_click_signed_out(hers: Client, ilsa: Person) -> None:
    hers.post(PAGE, WISHES)
    link = f"/ar/unsubscribe/{unsubscribe_token(ilsa.pk)}/"
    strict = Client(enforce_csrf_checks=True)
    page = strict.get(link)  # as scanners of mail do: nothing ends
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert AlertWishes.objects.get().digest == "weekly"
    with read_only():
        assert strict.post(link).status_code == 503
    answer = strict.post(link, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not answer.cookies
    row = AlertWishes.objects.get()
    assert (row.digest, row.digest_due_at) == ("off", None)
    assert strict.post(link).status_code == 200
    assert strict.post(link[:-2] + "/").status_code == 404
    assert strict.get("/en/unsubscribe/1/").status_code == 404


def test_what_is_shared_is_found_or_looked_for(client: Client, outlet: Outlet) -> None:
    article = make_article(outlet, "Ferry sinks", identity="", url="https://tidewire.example/ferry")
    article.page.url = article.url
    article.page.save()
    for told in (
        {"url": article.url}, {"text": f"Read this: {article.url}", "title": "Ferry sinks"},
        {"url": f"{article.url}?utm_source=x"},
    ):  # fmt: skip
        answer = client.get(f"/ar/app/shared/?{urlencode(told)}")
        assert answer["Location"] == f"/ar/mine/save/?article={article.pk}"
        assert "no-store" in answer["Cache-Control"]
    unknown = {"url": "https://nowhere.example/", "title": "Night\0 boats"}
    answer = client.get(f"/en/app/shared/?{urlencode(unknown)}")
    assert answer["Location"] == "/en/search/?q=Night+boats"
    assert client.get("/en/app/shared/")["Location"] == "/en/search/?q="
    article.spiked_at = timezone.now()
    article.save()
    answer = client.get(f"/en/app/shared/?{urlencode({'url': article.url})}")
    assert answer["Location"] == "/en/search/?q="
