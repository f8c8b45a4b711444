"""What services and the engine refuse, in the language of the page that shows it."""

from typing import Final

from django.utils.translation import gettext, ngettext

from wireroom.engine.errors import WireroomError
from wireroom.engine.faults import Fault, Value
from wireroom.web.direction import plain_text

# UAX 9: FSI and PDI.
_APART: Final = "\u2068{}\u2069"


def say_fault(told: WireroomError | Fault) -> str:
    """Return what is wrong as a sentence of the page's language, as text and not as markup.

    A sentence that the catalogues do not have is said as it was told.
    """
    fault = told.fault if isinstance(told, WireroomError) else told
    if not fault.values:
        return gettext(fault.sentence)
    num = fault.values.get("num")
    if fault.plural and isinstance(num, int):
        said = ngettext(fault.sentence, fault.plural, num)
    else:
        said = gettext(fault.sentence)
    return said % {name: _say_value(value) for name, value in fault.values.items()}


def _say_value(value: Value) -> str:
    if isinstance(value, Fault):
        return say_fault(value)
    return apart(value) if isinstance(value, str) else str(value)


def apart(value: str) -> str:
    """Return a value kept apart from the direction of the sentence around it."""
    return _APART.format(plain_text(value))
