"""The site as an app: what browsers are told of it, and that all of it is there."""

import json
import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_the_manifest_makes_an_app_that_can_be_installed(client: Client, edition: str) -> None:
    page = client.get(f"/{edition}/").content.decode()
    address = page.partition('rel="manifest" href="')[2].partition('"')[0]
    answer = client.get(address)
    assert answer["Content-Type"] == "application/manifest+json"
    told = json.loads(answer.content)
    assert told["dir"] == ("rtl" if edition == "ar" else "ltr")
    assert told["start_url"] == f"/{edition}/"
    assert told["start_url"].startswith(told["scope"])
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in told["icons"]}
    assert "maskable" in {icon["purpose"] for icon in told["icons"]}
    reached = [icon["src"] for icon in told["icons"]] + [one["url"] for one in told["shortcuts"]]
    # One's own pages by way of signing in.
    assert {client.get(one, follow=True).status_code for one in reached} == {200}
    # Browsers warn in the console of every page where it is missing, even of a GET.
    assert told["share_target"]["enctype"] == "application/x-www-form-urlencoded"
    shared = client.get(told["share_target"]["action"], {"title": "Ferry"}, follow=True)
    assert shared.status_code == 200


def test_the_worker_keeps_what_is_there_and_is_never_old(client: Client) -> None:
    answer = client.get("/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert "no-cache" in answer["Cache-Control"]
    script = answer.content.decode()
    first = json.loads(script.partition("const FIRST = ")[2].partition(";\n")[0])
    assert "/ar/offline/" in first
    assert {client.get(one).status_code for one in first} == {200}
    # Every script and sheet that a kept page asks for is kept with it.
    page = client.get("/en/offline/").content.decode()
    asked = set(re.findall(r'(?:src|href)="(/static/[^"]+\.(?:js|css)[^"]*)"', page))
    assert asked <= set(first)
