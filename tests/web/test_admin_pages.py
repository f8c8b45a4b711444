"""Django's admin: who may look, what may be changed, and that lists stay cheap."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.models import Article, LoggedDeed, Outlet
from wireroom.people.models import Person
from wireroom.people.roles import Role
from wireroom.people.services.accounts import add_person
from wireroom.people.services.roles import set_role
from wireroom.web.admin_lists import LISTS, BoundedPaginator

pytestmark = pytest.mark.django_db
PATHS = [f"{model._meta.app_label}/{model._meta.model_name}/" for model in LISTS]


def browser_of(role: Role) -> Client:
    person = add_person(f"{role}@tidewire.example")
    if role is not Role.READER:
        set_role(person.pk, role)
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_the_admin_is_for_those_who_curate() -> None:
    editor, host = browser_of(Role.EDITOR), browser_of(Role.HOST)
    assert "/account/login/" in Client().get("/admin/", follow=True).redirect_chain[-1][0]
    for role in (Role.READER, Role.MODERATOR):
        assert browser_of(role).get("/admin/", follow=True).status_code == 404
    for path in ("", *PATHS):
        page = host.get(f"/admin/{path}")
        assert page.status_code == 200, path
        assert page["Cache-Control"] == "private, no-store"
        text = page.content.decode()
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style", text), path
        for tag in re.findall(r"<script[^>]*>", text):
            assert "src=" in tag or 'type="application/json"' in tag, path
        assert editor.get(f"/admin/{path}").status_code == (403 if "person" in path else 200)


def test_what_the_pipeline_owns_is_looked_at_alone() -> None:
    article = make_article(make_outlet("Tidewire"), "Ferry sinks")
    make_story([article])
    host = browser_of(Role.HOST)
    for model in LISTS:
        row = model._default_manager.first()
        if row is None or model is Outlet:
            continue
        path = f"/admin/{model._meta.app_label}/{model._meta.model_name}"
        assert host.get(f"{path}/{row.pk}/change/").status_code == 200
        for tail in ("add/", f"{row.pk}/delete/"):
            assert host.post(f"{path}/{tail}", {"post": "yes"}).status_code == 403, path
        assert host.post(f"{path}/{row.pk}/change/", {"headline": "x"}).status_code == 403
    assert Article.objects.get().headline == "Ferry sinks"
    assert Person.objects.count() == 1


def test_an_outlets_facts_are_put_right_and_logged() -> None:
    outlet, editor = make_outlet("Tidewire", owner="Nobody"), browser_of(Role.EDITOR)
    path = f"/admin/news/outlet/{outlet.pk}/change/"
    sent = {"owner": "Heron Group", "home_url": outlet.home_url, "policy": "full"}
    assert editor.post(path, {**sent, "owner_type": "private"}).status_code == 302
    outlet.refresh_from_db()
    assert (outlet.owner, outlet.policy) == ("Heron Group", "excerpt")
    row = LoggedDeed.objects.get()
    assert (row.before, row.after) == ({"owner": "Nobody"}, {"owner": "Heron Group"})
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = editor.cookies
    assert strict.post(path, sent).status_code == 403


@pytest.mark.parametrize("path", ["news/article/", "news/page/", "news/story/", "news/outlet/"])
def test_lists_take_as_many_queries_for_one_row_as_for_three(path: str) -> None:
    host, counts = browser_of(Role.HOST), []
    for number in (1, 3):
        for one in range(number):
            make_story([make_article(make_outlet(f"Outlet {number} {one}"), "Ferry sinks")])
        with CaptureQueriesContext(connection) as captured:
            assert host.get(f"/admin/{path}").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_search_is_exact_and_counts_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [make_article(make_outlet(f"Outlet {n}"), f"Ferry {n}") for n in range(3)]
    host = browser_of(Role.HOST)
    found = host.get("/admin/news/article/", {"q": str(articles[1].pk)}).content.decode()
    assert "Ferry 1" in found
    assert "Ferry 2" not in found
    by_address = host.get("/admin/news/page/", {"q": articles[2].page.url}).content.decode()
    assert articles[2].page.url in by_address
    assert "Ferry" not in host.get("/admin/news/article/", {"q": "nothing"}).content.decode()
    monkeypatch.setattr("wireroom.web.admin_lists.MOST_COUNTED", 2)
    assert BoundedPaginator(Article.objects.order_by("pk"), 50).count == 2


def test_tables_have_their_names_and_the_desk_leads_there() -> None:
    editor = browser_of(Role.EDITOR)
    assert 'href="/admin/"' in editor.get("/en/desk/").content.decode()
    index = editor.get("/admin/", headers={"accept-language": "en"}).content.decode()
    assert "Stories" in index
    assert not re.search("storys|persons|Articles|logged deeds", index, re.IGNORECASE)
    pages = editor.get("/admin/news/page/", headers={"accept-language": "ar"}).content.decode()
    assert 'lang="ar"' in pages
    with translation.override("ar"):
        assert translation.gettext("a number, or the whole address") in pages
        assert translation.gettext("pages") in pages
    assert "the whole address" not in pages
