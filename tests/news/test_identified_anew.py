"""Articles of a database of before are identified by address_key, as the migration does it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from tests.web.newsroom import make_article, make_outlet

from wireroom.news.models import Article

_MIGRATION = import_module("wireroom.news.migrations.0029_addresses")


@pytest.mark.django_db
def test_each_address_has_one_identity_whatever_its_form() -> None:
    outlet = make_outlet("Tidewire")
    urls = ["https://www.tidewire.example/ferry/", "http://m.tidewire.example/ferry?amp=1"]
    urls += ["https://tidewire.example/tug", ""]
    first, again, other, nameless = [
        make_article(outlet, "Ferry burns", url=url, identity=f"{'u' if url else 'h'}:{number:032}")
        for number, url in enumerate(urls)
    ]
    before = again.identity, nameless.identity

    for _twice_is_once in range(2):
        _MIGRATION.identify_anew(apps, connection.schema_editor())

    now = dict(Article.objects.values_list("pk", "identity"))
    assert now[first.pk] == "u:12d83febf7496a09a50c9a9a9b4376c9"
    assert now[other.pk] not in (other.identity, now[first.pk])
    assert (now[again.pk], now[nameless.pk]) == before
