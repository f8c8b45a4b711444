"""Whatever the desk and the assistant refuse on an Arabic page is said in Arabic."""

import html
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from tests.web.newsroom import make_article, make_outlet, make_story
from tests.web.test_desk_pages import at_desk, ferry

from wireroom.adapters.kept_settings import make_start_key
from wireroom.engine.errors import FetchFailed
from wireroom.engine.types import FetchRequest, FetchResult
from wireroom.news.models import Mend, Outlet
from wireroom.people.models import Person
from wireroom.people.roles import Role
from wireroom.people.services.accounts import add_person
from wireroom.pipeline import adding

pytestmark = [pytest.mark.django_db, pytest.mark.once]
_SAID = re.compile(r'<p class="desk-said[^"]*" role="alert">(.*?)</p>', re.DOTALL)
_APART = re.compile("\u2068[^\u2069]*\u2069")
# What is typed as it is in every language.
_NAMES = re.compile(
    r"https?(://[\w.:/]*)?|'\./wireroom [a-z ]+'|www\.tide\.example|robots\.txt|HOST:"
    r"|\b(RSS|Atom|HTML|JSON|PDF|GB|en|ar|pt-BR|Wireroom)\b"
)
Sent = Mapping[str, object]


def said_wrong(page: str) -> str:
    """Return what a page says is wrong, without the values in it."""
    said = html.unescape(re.sub(r"<[^>]+>", "", " ".join(_SAID.findall(page))))
    return _APART.sub("", said)


def check(page: str) -> None:
    said = said_wrong(page)
    assert re.search("[\u0621-\u064a]{2}", said), "nothing is said to be wrong"
    assert not re.search("[A-Za-z]{2}", _NAMES.sub("", said)), said


RULES: Sent = {
    "deed": ["leave-out"], "where": ["title"], "pattern": ["storm"],
    "part": ["host"], "find": [""], "put": [""],
}  # fmt: skip
MANY_RULES: Sent = {**RULES, "deed": ["only"] * 99, "where": ["title"] * 99, "pattern": ["a"] * 99}
DEEDS: tuple[tuple[str, Sent], ...] = (
    ("story/{story}/mend/", {"deed": "merge", "into": "{story}"}),
    ("story/{story}/mend/", {"deed": "merge", "into": "99999"}),
    ("story/{story}/mend/", {"deed": "merge", "into": "{norse}"}),
    ("story/{story}/mend/", {"deed": "merge", "into": "{merged}"}),
    ("story/{story}/mend/", {"deed": "split"}),
    ("story/{story}/mend/", {"deed": "split", "article": "99999"}),
    ("story/{story}/mend/", {"deed": "pin", "hours": "999"}),
    ("story/{story}/mend/", {"deed": "lead"}),
    ("story/{story}/mend/", {"deed": "lead", "article": "{norse_lead}"}),
    ("outlet/{outlet}/edit/", {"policy": "all of it", "excerpt_words": "9"}),
    ("outlet/{outlet}/edit/", {"policy": "full", "excerpt_words": "nine"}),
    ("outlet/{outlet}/edit/", {"policy": "full", "excerpt_words": "9999"}),
    ("outlet/{outlet}/edit/", {"policy": "full", "excerpt_words": "9", "lang": "English"}),
    ("outlet/{outlet}/edit/", {"policy": "full", "excerpt_words": "9", "country": "Norway"}),
    ("outlet/{outlet}/state/", {"state": "on"}),
    ("outlet/{blocked}/state/", {"state": "blocked"}),
    ("outlet/{blocked}/reread/", {}),
    ("outlet/{outlet}/reread/", {}),
    ("take-down/", {}),
    ("take-down/", {"article": "99999"}),
    ("log/undo/99999/", {}),
    ("log/undo/{mend}/", {}),
    ("dead-letters/rerun/", {"table": "page", "step": "fetch"}),
    ("errors/99999/", {"decision": "agree"}),
    ("people/99999/", {"role": "host"}),
    ("people/{host}/", {"role": "host"}),
    ("people/{host}/", {"role": "reader"}),
    ("outlet/{outlet}/rules/", {**RULES, "pattern": ["**"], "find": ["a"], "put": ["b.example"]}),
    ("outlet/{outlet}/rules/", {**RULES, "pattern": ["x" * 300]}),
    ("outlet/{outlet}/rules/", {**RULES, "pattern": ["a*" * 20]}),
    ("outlet/{outlet}/rules/", MANY_RULES),
    ("outlet/{outlet}/rules/", {**RULES, "find": ["a.example"], "put": ["b.example/x"]}),
    ("outlet/{outlet}/rules/", {**RULES, "find": ["a.example"], "put": ["b b"]}),
    ("outlet/{outlet}/rules/", {**RULES, "part": ["scheme"], "find": ["ftp"], "put": ["gopher"]}),
    ("outlet/{outlet}/rules/", {**RULES, "part": ["path"], "find": ["a"], "put": ["x" * 300]}),
    ("outlet/{outlet}/rules/", {**RULES, "pattern": [""], "do": "keep"}),
)  # fmt: skip


def named(host: Person) -> dict[str, int]:
    """Make what the forms are about; return the numbers by name."""
    story, outlet = ferry(), Outlet.objects.get(name="Tidewire")
    norse = make_article(make_outlet("Fjordposten"), "Fergen sank", lang="nb")
    merged = make_story([make_article(outlet, "Ferry gone")], merged_into=story)
    undone = Mend.objects.create(
        deed="pin", made_at=timezone.now(), undone_at=timezone.now(), lang="en", story=story.pk
    )
    return {
        "story": story.pk, "outlet": outlet.pk, "merged": merged.pk, "mend": undone.pk,
        "norse": make_story([norse], lang="nb").pk, "norse_lead": norse.pk, "host": host.pk,
        "blocked": make_outlet("The Gull", state="blocked").pk,
    }  # fmt: skip


def test_no_deed_of_the_desk_is_refused_in_english() -> None:
    client = at_desk(Role.HOST)
    rows = named(Person.objects.get())
    for tail, fields in DEEDS:
        sent = {
            name: value.format(**rows) if isinstance(value, str) else value
            for name, value in fields.items()
        }
        answer = client.post(f"/ar/desk/{tail.format(**rows)}", sent, follow=True)
        try:
            check(answer.content.decode())
        except AssertionError as error:
            raise AssertionError(f"{tail} {fields}: {error}") from error


class Unwell:
    """A fetcher of an internet on which nothing goes well."""

    def __init__(self, **_options: object) -> None:
        pass

    async def fetch(self, request: FetchRequest) -> FetchResult:
        if "rests" in request.url:
            raise FetchFailed(
                "%(host)s asked for no requests until %(until)s UTC",
                host="rests.example",
                until="9:00",
            )
        bodies = {"pdf": b"%PDF-1.7 tide", "page": b"<html><body><p>Tide</p></body></html>"}
        body = next((body for name, body in bodies.items() if name in request.url), b"")
        is_there = body and not request.url.endswith("robots.txt")
        return FetchResult(url=request.url, status=200 if is_there else 404, headers={}, body=body)

    async def fetch_page(self, request: FetchRequest) -> FetchResult:
        return await self.fetch(request)

    def keep_interval(self, host: str, seconds: float) -> None:
        pass

    async def close(self) -> None:
        pass


def test_no_address_is_refused_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    client = at_desk(Role.HOST)
    path = "/ar/desk/outlets/add/"
    check(client.post(path, {"outlets": ["No Such Gazette"]}).content.decode())
    # The network itself: what is inside is not asked.
    for inside in ("http://10.0.0.1/feed", "http://127.0.0.1:9/", "ftp://x.example/", "https://"):
        check(client.post(path, {"address": inside}).content.decode())
    monkeypatch.setattr(adding, "AiohttpFetcher", Unwell)
    for address in ("rests.example", "gone.example", "pdf.example", "page.example"):
        check(client.post(path, {"address": f"https://{address}/"}).content.decode())


ASKED: Sent = {
    "name": "The Ostvik Wire", "languages": ["en", "ar"], "country": "GB", "model": "off",
    "email": "ilsa@tidewire.example", "password": "quiet-harbour-9", "go": "found",
}  # fmt: skip
ASSISTANT: tuple[Sent, ...] = (
    {"name": ""}, {"languages": []}, {"email": "nobody"}, {"email": "taken@tidewire.example"},
    {"email": f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.example"},
    {"password": "short"}, {"password": "12345678"}, {"password": "ilsa@tidewire"},
    {"model": "local"}, {"model": "endpoint", "ai_url": "file:///etc/passwd", "ai_model": "m"},
    {"model": "local", "ai_url": "http://127.0.0.1:1/v1", "ai_model": "m"},
    {"model": "endpoint", "ai_url": "http://169.254.1.1/v1", "ai_model": "m", "go": "try"},
)  # fmt: skip


def test_the_assistant_refuses_nothing_in_english(
    client: Client, tmp_path: Path, settings: Settings
) -> None:
    settings.VAR = tmp_path
    key = make_start_key(tmp_path)
    add_person("taken@tidewire.example")
    for wrong in ASSISTANT:
        answer = client.post("/ar/desk/start/", {**ASKED, "key": key, **wrong})
        assert answer.status_code == 400, wrong
        check(answer.content.decode())
    (tmp_path / "site.json").write_text("[]")
    check(client.post("/ar/desk/start/", {**ASKED, "key": key}).content.decode())
