"""A language model as forms name it: whether it may be asked from here, and whether it answers."""

from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _

from wireroom.adapters.ai.endpoint import Endpoint, exceptions_for
from wireroom.adapters.ai.reach import check_reach
from wireroom.engine.errors import BadInput
from wireroom.engine.writing import Price, Unwritten
from wireroom.pipeline.model_trial import try_model
from wireroom.web.model_words import say_failure, say_no_server

# How the model is reached: not at all, on this machine, or anywhere on the internet.
MODELS: Final = ("off", "local", "endpoint")


def named_model(kind: str, *, url: str, name: str, key: str) -> Endpoint | None:
    """Return the model's server, None where there is none. Raises BadInput."""
    if kind == "off":
        return None
    if not url or not name:
        raise BadInput(_("Name the model’s server and the model, or choose none."))
    allowed = tuple(settings.WIREROOM_ALLOW)
    allow = exceptions_for(url, allowed) if kind == "local" else allowed
    try:
        sound = check_reach(url, allow=allow)
    except BadInput as error:
        raise BadInput(say_no_server(url)) from error
    return Endpoint(url=sound, model=name, key=key, allow=allow)


def have_answered(endpoint: Endpoint | None) -> Endpoint | None:
    """Return the model's server once it has answered. Raises BadInput with what to mend."""
    if endpoint is None:
        return None
    reply = try_model(endpoint, Price()).reply
    if isinstance(reply, Unwritten):
        raise BadInput(say_failure(reply.failure, reply.why))
    return endpoint
