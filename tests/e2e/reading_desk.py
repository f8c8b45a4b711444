"""Fill empty tables with all that a reader may meet, in two editions: run as a script.

usage: python -m tests.e2e.reading_desk
Prints by language: its large story, the report that leads it and the one that carries its text.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from wireroom.cli.django_ready import set_up_django

if TYPE_CHECKING:
    from wireroom.news.models import Article, Story

PASSWORD: Final = "quiet-harbour-9"
# A headline, the sentences of a report, a place and its person, a section, other headlines.
TOLD: Final[dict[str, dict[str, Any]]] = {
    "en": {
        "headline": "Night ferry runs aground off Ostvik",
        "body": (
            "The night ferry ran aground off Ostvik and nine people were brought ashore.",
            "Mira Halden said on the quay that the boat had left four minutes late.",
            "The harbour office counted seven passengers and two of the crew.",
        ),
        "quote": "the boat had left four minutes late", "number": "nine", "other": "seven",
        "later": "The night ferry ran aground off Ostvik and ten people were brought ashore.",
        "place": "Ostvik", "person": "Mira Halden", "section": "Harbour",
        "correction": "An earlier text gave a wrong number.",
        "others": "Lighthouse report {n} is out", "yesterday": "The old pier is painted",
    },
    "ar": {
        "headline": "عبارة الليل تجنح قبالة أوستفيك",
        "body": (
            "جنحت عبارة الليل قبالة أوستفيك ونقل تسعة أشخاص إلى البر.",
            "قالت ميرا هالدن على الرصيف إن القارب غادر متأخرا أربع دقائق.",
            "أحصى مكتب الميناء سبعة ركاب واثنين من الطاقم.",
        ),
        "quote": "القارب غادر متأخرا أربع دقائق", "number": "تسعة", "other": "سبعة",
        "later": "جنحت عبارة الليل قبالة أوستفيك ونقل عشرة أشخاص إلى البر.",
        "place": "أوستفيك", "person": "ميرا هالدن", "section": "الميناء",
        "correction": "ذكر نص سابق عددا خاطئا.",
        "others": "صدر تقرير المنارة {n}", "yesterday": "طلاء الرصيف القديم",
    },
}  # fmt: skip


def fill() -> dict[str, dict[str, int]]:
    """Make in each language a story that has everything, and small ones."""
    return {lang: _fill(lang) for lang in TOLD}


def _fill(lang: str) -> dict[str, int]:
    # Imported here, as below: models can be loaded only after Django is set up.
    from tests.web.newsroom import make_article, make_copy, make_outlet, make_story, share_names
    from tests.web.test_search_page import index

    from wireroom.news.identity import url_identity
    from wireroom.people.services.accounts import add_person

    told = TOLD[lang]
    person = add_person(f"round-{lang}@tidewire.example")
    person.set_password(PASSWORD)
    person.save()
    outlets = [
        make_outlet(f"Lantern {lang} {n}", policy="full", lang=lang, country="GB" if n else "EG")
        for n in range(4)
    ]
    body = "\n\n".join(told["body"])
    reports = [
        make_article(
            outlet, f"{told['headline']} ({n})", body=body, lang=lang, hours=4 - n,
            section=told["section"], standfirst=told["body"][0], authors=[told["person"]],
            dateline=told["place"], key_points=told["body"][:2], url=f"https://{lang}{n}.example/",
            identity=url_identity(f"https://{lang}{n}.example/"),
        )
        for n, outlet in enumerate(outlets)
    ]  # fmt: skip
    _revise(reports[0], told)
    make_copy(reports[0], reports[1])
    story = make_story(reports, rank=_rank(0) + 9)
    small = _small_stories(lang, outlets)
    share_names([story], small[:1], names=(told["place"], told["person"]))
    _tag(story, reports[0], told)
    _add_brief(story, reports, told)
    index(*reports)
    return {"story": story.pk, "report": reports[0].pk, "carrier": reports[1].pk}


def _rank(days: int) -> float:
    from wireroom.engine.stories.rank import rank_of_time

    return rank_of_time(datetime.now(UTC) - timedelta(days=days))


def _small_stories(lang: str, outlets: list[Any]) -> "list[Story]":
    """Make as many as a front needs for its seconds, a section and briefs; one is yesterday's."""
    from tests.web.newsroom import make_article, make_story

    told = TOLD[lang]
    noon = datetime.now(UTC).replace(hour=12) - timedelta(days=1)
    old = make_article(outlets[0], told["yesterday"], body=told["body"][0], sort_at=noon)
    return [
        make_story([old], rank=_rank(1)),
        *(
            make_story([
                make_article(
                    outlets[n % 4], told["others"].format(n=n), body=told["body"][n % 3],
                    section=told["section"] if n in (7, 8) else "", hours=0.2,
                )
            ], rank=_rank(0) - n / 10)
            for n in range(1, 12)
        ),
    ]  # fmt: skip


def _revise(report: "Article", told: dict[str, Any]) -> None:
    from wireroom.news.models import Revision

    first = report.revisions.get()
    Revision.objects.create(
        article=report, number=2, headline=first.headline, standfirst=first.standfirst,
        key_points=first.key_points, body=first.body.replace(told["body"][0], told["later"]),
        corrections=[{"text": told["correction"], "kind": "correction", "at": None}],
        content_hash="later", seen_at=first.seen_at + timedelta(minutes=20),
    )  # fmt: skip
    report.revision_count = 2
    report.save(update_fields=["revision_count"])


def _tag(story: "Story", report: "Article", told: dict[str, Any]) -> None:
    from wireroom.news.models import StoryTopic, Topic

    for kind, name, where in (
        ("place", told["place"], {"latitude": 59.1, "longitude": 5.3, "is_city": True}),
        ("person", told["person"], {}),
        ("subject", "disaster", {}),
    ):
        topic, _ = Topic.objects.get_or_create(kind=kind, key=name, defaults={
            "slug": name.replace(" ", "-"), "name": name, "names": {story.lang: name},
            "created_at": report.sort_at, **where,
        })  # fmt: skip
        start = report.revisions.get(number=2).body.find(name)
        mention = [name, report.pk, 2, start, start + len(name), 0]
        StoryTopic.objects.create(
            story=story, topic=topic, lang=story.lang, at=report.sort_at, salience=1.0, reports=4,
            voices=3, mentions=[mention] if start >= 0 else [],
        )  # fmt: skip


def _add_brief(story: "Story", reports: "list[Article]", told: dict[str, Any]) -> None:
    from wireroom.news.briefs import as_columns
    from wireroom.news.models import Brief

    def saying(words: str, report: "Article") -> list[Any]:
        start = "\n\n".join(told["body"]).index(words)
        return [words, report.pk, 1, start, start + len(words)]

    first, _, third, last = reports
    facts = [saying(words, third) for words in told["body"]]
    values = [
        {"saying": saying(told["body"][0], third), "marked": [0, 3], "latest": False},
        {"saying": saying(told["body"][2], last), "marked": [0, 3], "latest": True},
    ]
    group = {
        "outlets": 2, "reports": 2, "texts": 2, "first_at": "", "last_at": "", "first_outlet": "",
        "opening": {"sayings": facts[:1], "distinct": False}, "findings": [],
    }  # fmt: skip
    days = [(third.sort_at - timedelta(days=n)).date().isoformat() for n in (1, 0)]
    content = {
        "points": [{"saying": one, "independent": 2} for one in facts[:2]],
        "news": [{"saying": facts[2], "novelty": ["event"]}],
        "differences": [{
            "kind": "contradiction", "measure": "count", "about": "dead",
            "values": [{"source": "", "carriers": [], **one} for one in values],
        }],
        "quotes": [{
            "saying": saying(told["quote"], third), "kind": "direct", "speakers": [told["person"]],
            "addressee": "", "via": [], "others": [], "carried": 1, "independent": 1,
            "first": first.pk,
        }],
        "timeline": [
            {"saying": facts[n], "day": day, "when": "happened", "others": 0}
            for n, day in enumerate(days)
        ],
        "withheld": 0, "gaps": [],
        "perspectives": [
            {"axis": axis, "groups": [{"value": value, **group} for value in values]}
            for axis, values in (("country", ("GB", "EG")), ("owner", ("private", "state")))
        ],
    }  # fmt: skip
    Brief.objects.create(story=story, made_at=story.last_at, **as_columns(content))


if __name__ == "__main__":
    set_up_django()
    print(json.dumps(fill()))
