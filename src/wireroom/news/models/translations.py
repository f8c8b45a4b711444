"""What a machine translated of a report on a reader's request, and how much it did in a day."""

from django.db import models

from wireroom.news.models.articles import Article


class MachineTranslation(models.Model):
    """The words that a report's page showed, in another language, as they were verified.

    `content_hash` is of those words: once the report is revised, or its outlet's terms change,
    it is another one, and this row is not shown any more. `content` is a list for each text
    (headline, standfirst, key points, paragraphs) of its sentences: [hash of the original,
    sentence as it is shown, why it stands in the original or ""].
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="translations")
    target = models.CharField(max_length=35)
    content_hash = models.CharField(max_length=32)
    service = models.CharField(max_length=200)
    content = models.JSONField(default=list)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["article", "target"], name="translation_once")
        ]

    def __str__(self) -> str:
        return f"{self.article_id} ({self.target})"


class TranslationDay(models.Model):
    """How many characters were given to the translator on a day of UTC."""

    day = models.DateField(primary_key=True)
    chars = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.day.isoformat()
