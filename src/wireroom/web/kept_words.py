"""What somebody typed before they turned out to be signed out: kept until they are back."""

from collections.abc import Mapping
from typing import Final

from django.contrib.auth.views import redirect_to_login
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from wireroom.engine.talk.cleaning import MOST_TYPED
from wireroom.people.clients import may_ask

_KEY: Final = "kept_words"
# Of one address in an hour: somebody whose session ran out sends once, or twice.
_HOURLY: Final = 30
_KEPT_S: Final = 3600


def keep_words(request: HttpRequest, words: Mapping[str, str]) -> HttpResponse | None:
    """Keep a form's words in the session and lead to signing in, and from there back to the form.

    None where they cannot be kept: the form has to be shown again as it was sent.
    """
    length = sum(map(len, words.values()))
    if not 0 < length <= 2 * MOST_TYPED or not may_ask(request, "kept-words", hourly=_HOURLY):
        return None
    request.session[_KEY] = {"path": request.get_full_path(), "words": dict(words)}
    request.session.set_expiry(_KEPT_S)  # it outlives signing in, and no more
    try:
        request.session.save()
    except DatabaseError:  # the database is read-only for a while
        request.session.modified = False
        return None
    return redirect_to_login(request.get_full_path())


def take_words(request: HttpRequest) -> dict[str, str]:
    """Return, once, the words that were kept of this form."""
    kept = request.session.get(_KEY)
    if not kept or kept["path"] != request.get_full_path():
        return {}
    del request.session[_KEY]
    if request.session.get_expiry_age() == _KEPT_S:
        request.session.set_expiry(None)  # whoever signed in by a key stays as long as others
    return {str(name): str(value) for name, value in kept["words"].items()}
