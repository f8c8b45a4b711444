"""Why a model's server is not asked or gave no answer, in words for the form that names it."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wireroom.engine.writing import Failure
from wireroom.web.fault_words import apart

_WORDS: Final[dict[Failure, Promise | str]] = {
    Failure.TIMEOUT: _("The model’s server did not answer in time."),
    Failure.UNREACHABLE: _("No server answers at this address. Start it, or mend the address."),
    Failure.BUSY: _("The model’s server asks to be left alone for a while."),
    Failure.SERVER: _("The model’s server failed. Its own log says why."),
    Failure.KEY: _("The model’s server does not accept the key."),
    Failure.REFUSED: _("The model’s server refuses the request. See whether it has this model."),
    Failure.NONSENSE: _("What answers at this address is no server of models."),
    Failure.CUT: _("The model’s answer broke off. Give it more room for an answer."),
}


def say_failure(failure: Failure, why: str) -> str:
    """Return what failed and what to mend; as it was told where there are no words for it."""
    words = _WORDS.get(failure)
    return str(words) if words else gettext("The model failed: %(why)s") % {"why": why}


def say_no_server(url: str) -> str:
    """Return what to write in place of an address that may not be asked, whatever is wrong.

    Which setting it is would tell nothing to who fills in a form.
    """
    said = gettext(
        "“%(url)s” leads to no server that may be asked from here. Write its address as"
        " http://127.0.0.1:8080/v1, and say whether it is on this machine or on the internet."
        " One elsewhere in your own network can be named in Wireroom’s settings only."
    )
    return said % {"url": apart(url)}
