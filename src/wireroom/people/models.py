"""A person's account, and the counts that limit how often somebody may try."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone


class Accounts(BaseUserManager["Person"]):
    """Making accounts and finding them by their address, whatever its capitals."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """File a person; without a password nobody signs in until one is set."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """File a person who may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Return the person of an address."""
        return self.get(email__iexact=username or "")


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account; the e-mail address is the name to sign in with."""

    email = models.EmailField(max_length=254, unique=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.email

    def clean(self) -> None:
        """Keep addresses in small letters: two spellings of one are no two accounts."""
        super().clean()
        self.email = self.email.lower()


class Tried(models.Model):
    """How often somebody tried: the table of Django's database cache, shared by all workers."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "people_tried"

    def __str__(self) -> str:
        return self.cache_key


class AppKey(models.Model):
    """What a reader app shows in place of a password: it opens what its person reads, no account.

    `digest` is the key's SHA-256: the key itself is shown once, and kept nowhere. `edition` is
    where it was made: the app shows that edition's front.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    edition = models.CharField(max_length=5)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    used_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.name} of {self.person_id}"
