"""Fill empty tables with a story of three reports in each edition, and a reader who comments.

usage: python -m tests.e2e.marking_desk
"""

import json
from datetime import timedelta
from typing import Final

from django.utils import timezone

from wireroom.cli.django_ready import set_up_django

PASSWORD: Final = "quiet-harbour-9"
NAMES: Final = {"en": "Ilsa", "ar": "رنا"}
TOLD: Final = {
    "en": (
        "The ferry of Ostvik {n} sails again. It is blue.",
        "Report {n}: the harbour is open, and the harbour is busy.",
        "Nobody was hurt on the pier of report {n}.",
    ),
    "ar": (
        "عادت عبارة أوستفيك {n} إلى الإبحار. لونها أزرق.",
        "التقرير {n}: الميناء مفتوح، والميناء مزدحم.",
        "لم يصب أحد على رصيف التقرير {n}.",
    ),
}


def fill() -> dict[str, list[int]]:
    """Return the numbers of each edition's reports, and of their story."""
    # Imported here: models can be loaded only after Django is set up.
    from tests.web.newsroom import make_article, make_outlet, make_story

    from wireroom.people.services.accounts import add_person
    from wireroom.reading.models import Follow
    from wireroom.talk.services.names import choose_name

    made = {}
    for lang, told in TOLD.items():
        person = add_person(f"reader-{lang}@tidewire.example")
        person.set_password(PASSWORD)
        person.save()
        choose_name(person, NAMES[lang], now=timezone.now())
        reports = [
            make_article(
                make_outlet(f"Lamp {lang} {n}", policy="full", lang=lang), told[0].format(n=n),
                body="\n\n".join(one.format(n=n) for one in told), lang=lang, hours=9 - n,
            )
            for n in range(1, 4)
        ]  # fmt: skip
        story = make_story(reports, lang=lang)
        day_before = timezone.now() - timedelta(days=1)
        Follow.objects.create(person=person, story=story, at=day_before)
        made[lang] = [*(one.pk for one in reports), story.pk]
    return made


if __name__ == "__main__":
    set_up_django()
    print(json.dumps(fill()))
