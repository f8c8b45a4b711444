"""Fill empty tables with invented reports of two languages: run as a script, prints numbers.

usage: python -m tests.e2e.listening_desk
"""

import json
from datetime import UTC, datetime, timedelta

from wireroom.cli.django_ready import set_up_django

HEADLINE = "Odile Garrand promet 14 écoles"
FIRST = "Le maire, Odile Garrand, a promis 14 écoles."
SECOND = "La mairie comptait 3 000 habitants de plus."
TOLD = {
    HEADLINE: "Odile Garrand promises 14 schools",
    FIRST: "The mayor, Odile Garrand, promised 14 schools.",
    SECOND: "The town hall counted 2,000 more inhabitants.",  # a number went wrong
}


def fill() -> dict[str, int | str]:
    """Make one story each of today and yesterday."""
    from tests.web.newsroom import make_article, make_outlet, make_story

    from wireroom.engine.stories.rank import rank_of_time
    from wireroom.news.models import Brief

    yesterday = datetime.now(UTC) - timedelta(days=1)
    lamp = make_outlet("The Lamp", policy="full")
    english = make_article(
        lamp, "The ferry sails again", standfirst="It had been in dock.", sort_at=yesterday,
        body="The ferry sails again. It is blue.\n\nThe harbour is open.", key_points=["It sails"],
    )  # fmt: skip
    story = make_story([english], rank=rank_of_time(yesterday))
    point = {"saying": ["The ferry sails again.", english.pk, 1, 0, 22], "independent": 1}
    Brief.objects.create(story=story, content={"points": [point]})
    mirror = make_outlet("المرآة", name_en="The Mirror", policy="full", lang="ar")
    arabic = make_article(mirror, "عادت العبارة إلى الإبحار", body="لونها أزرق.", dir="rtl")
    beacon = make_outlet("Le Phare", policy="full", lang="fr", country="FR")
    french = make_article(beacon, HEADLINE, body=f"{FIRST}\n\n{SECOND}")
    day = yesterday.date().isoformat()
    return {
        "english": english.pk, "arabic": arabic.pk, "french": french.pk, "story": story.pk,
        "day": day,
    }  # fmt: skip


if __name__ == "__main__":
    set_up_django()
    print(json.dumps(fill()))
