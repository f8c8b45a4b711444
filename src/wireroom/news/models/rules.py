"""What a host lets in of an outlet's entries, and how their addresses are put right."""

from django.db import models

from wireroom.news.models.outlets import Outlet


class OutletRules(models.Model):
    """The filters and rewrites of an outlet (engine.feeds.rules), as lists of their fields."""

    outlet = models.OneToOneField(
        Outlet, on_delete=models.CASCADE, related_name="rules", primary_key=True
    )
    filters = models.JSONField(default=list)
    rewrites = models.JSONField(default=list)
    updated_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{len(self.filters)} filters, {len(self.rewrites)} rewrites of {self.outlet_id}"
