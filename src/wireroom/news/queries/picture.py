"""The picture of an article, as far as it may be shown today."""

from dataclasses import dataclass

from wireroom.news.models import Article
from wireroom.news.pictures import shown_image
from wireroom.news.publication import lower_level, read_policy, shows_image


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """Its address at the outlet, and the page that named it."""

    url: str
    page_url: str


def read_picture(article_id: int) -> ShownPicture | None:
    """Return an article's picture; None where it has none, was withdrawn, or its outlet forbids."""
    row = (
        Article.objects.filter(pk=article_id, spiked_at=None)
        .values_list(
            "image_url", "health", "page__url", "most_shown",
            "outlet__policy", "outlet__excerpt_words", "outlet__images_allowed",
        )
        .first()
    )  # fmt: skip
    if row is None:
        return None
    image_url, health, page_url, most, level, words, images = row
    policy = read_policy(lower_level(level, most), words, images=images)
    url = shown_image(image_url) if shows_image(policy, health=health) else ""
    return ShownPicture(url=url, page_url=page_url) if url else None
