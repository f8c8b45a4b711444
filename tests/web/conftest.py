"""Somebody with an account, their browser, and a story, for tests of people's own pages."""

import pytest
from django.core.cache import caches
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.models import Outlet, Story
from wireroom.people.models import Person
from wireroom.people.services.accounts import add_person

BODY = "The night ferry sank off Ostvik.\n\nAll 31 people on board were saved by trawlers."


@pytest.fixture
def ilsa() -> Person:
    return add_person("ilsa@tidewire.example")


@pytest.fixture
def hers(ilsa: Person) -> Client:
    caches["process"].clear()  # what was counted before is another test's
    client = Client()
    client.force_login(ilsa)
    return client


@pytest.fixture
def outlet() -> Outlet:
    return make_outlet("Tidewire")


@pytest.fixture
def story(outlet: Outlet) -> Story:
    return make_story([make_article(outlet, "Ferry sinks off Ostvik", body=BODY)])
