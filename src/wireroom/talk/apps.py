"""The talk app: comments on stories."""

from django.apps import AppConfig


class TalkConfig(AppConfig):
    """Tables of comments; an account that goes takes its words along."""

    name = "wireroom.talk"

    def ready(self) -> None:
        """Blank a person's comments before their account is deleted, whoever deletes it."""
        # Imported here: models can be loaded only after all apps are.
        from django.db.models.signals import pre_delete

        from wireroom.people.models import Person
        from wireroom.talk.services.leaving import forget_deleted

        pre_delete.connect(forget_deleted, sender=Person, dispatch_uid="talk")
