"""The translator that a setting names."""

from pathlib import Path

from yarl import URL

from wireroom.adapters.translate.argos import ArgosTranslator
from wireroom.adapters.translate.libre import LibreTranslator
from wireroom.engine.errors import BadInput
from wireroom.engine.ports import Translator


def make_translator(named: str, *, key: str = "") -> Translator | None:
    """Return the translator at a URL or of a folder of packages; None where nothing is named.

    Raises BadInput for what is neither.
    """
    if not named:
        return None
    if named.startswith(("http://", "https://")):
        if not _is_url(named):
            raise BadInput(f"WIREROOM_TRANSLATOR is no usable address: {named}")
        return LibreTranslator(named, key=key)
    folder = Path(named)
    if not folder.is_dir():
        raise BadInput(
            f"WIREROOM_TRANSLATOR is neither an address (https://…) nor a folder: {named}"
        )
    return ArgosTranslator(folder)


def _is_url(text: str) -> bool:
    try:
        url = URL(text)
        return bool(url.host) and url.user is None and url.port is not None
    except ValueError:
        return False
