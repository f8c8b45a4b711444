"""Which editions the host names: languages of the interface, and countries in them."""

import re
from typing import Final

from wireroom.conf.kept import told
from wireroom.engine.errors import BadInput
from wireroom.locale.languages import interface_languages
from wireroom.web.countries import country_names

INTERFACE: Final = interface_languages()
_FORM: Final = re.compile(r"([a-z]{2})(?:-([a-z]{2}))?")


def read_editions() -> tuple[str, ...]:
    """Return the editions' codes, each language before its countries. Raises BadInput."""
    return parse_editions(told("WIREROOM_EDITIONS"))


def parse_editions(text: str) -> tuple[str, ...]:
    """Return the codes that a list names; of none, every language of the interface.

    A language whose country is named has an edition of its own, too: pages that are the same in
    both stand there for search engines. Raises BadInput with what to mend.
    """
    codes: dict[str, None] = {}
    for name in filter(None, (one.strip().lower().replace("_", "-") for one in text.split(","))):
        form = _FORM.fullmatch(name)
        if form is None or form[1] not in INTERFACE:
            raise BadInput(
                f"WIREROOM_EDITIONS: {name!r} is no edition; write {' or '.join(INTERFACE)}, or one"
                " of these with a country, as en-ae"
            )
        if form[2] and form[2].upper() not in country_names():
            raise BadInput(f"WIREROOM_EDITIONS: there is no country {form[2].upper()!r} ({name})")
        codes |= {form[1]: None, name: None}
    return tuple(codes) or INTERFACE
