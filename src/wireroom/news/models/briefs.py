"""What the machine found in texts and chose of them, every piece with its place."""

from django.db import models

from wireroom.news.models.articles import Article
from wireroom.news.models.stories import Story
from wireroom.news.models.work import Work, dead_index, due_index


class ArticleInsight(models.Model):
    """What one state of an article's text holds; made anew when the text has changed."""

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="insight", primary_key=True
    )
    revision = models.PositiveSmallIntegerField()
    quotes = models.JSONField(default=list)  # news/briefs.keep_quotes

    def __str__(self) -> str:
        return f"{self.article_id} ({self.revision})"


class Brief(Work):
    """What is shown of a story's reports beside them; `step` is "brief" when they changed.

    `content` is news/briefs.keep_brief; empty until it is made. `differs` says of it, for lists,
    that its reports give different values of one fact (news/briefs.as_columns).
    """

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="brief")
    content = models.JSONField(default=dict)
    differs = models.BooleanField(default=False)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [  # noqa: RUF012
            due_index("brief_due"),
            dead_index("brief_dead"),
            # Fronts ask it of each story: of a row itself they would read past its content.
            models.Index(
                fields=["story", "differs"], name="brief_differs", condition=models.Q(differs=True)
            ),
        ]

    def __str__(self) -> str:
        return f"brief of {self.story_id}"
