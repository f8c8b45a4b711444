"""Paragraphs as most feeds have them, made safe without a parser: no attribute but addresses."""

import re
from typing import Final

REL: Final = "nofollow noopener noreferrer"
_WORDS: Final = r"(?:[^<>&\r\xa0]++|&(?:amp|lt|gt);)*+"
# Spelled out: a group would have to be remembered in what is never tried twice.
_EMPHASIS: Final = "|".join(
    f"<{name}>{_WORDS}</{name}>"
    for name in ("b", "i", "em", "strong", "q", "small", "sub", "sup", "cite", "code")
)
# Without port, punycode or a number for a host: some of those are no addresses.
_HOST: Final = r"https?://(?:(?!xn--)[a-z0-9-]++\.)++(?!xn--)[a-z][a-z0-9-]*+"
_FAR: Final = rf"{_HOST}(?:[/?#](?:[A-Za-z0-9_.~/?#=%:,;@!$()*+-]++|&amp;)*+)?+"
# Of "." and ".." between slashes, and of two slashes, a parser makes something else.
_NEAR: Final = r"(?:/(?!/|\.{1,2}[/\"'])[A-Za-z0-9_.~-]*+)++"
_ADDRESS: Final = rf"""=(?:"(?:{_FAR}|{_NEAR})"|'(?:{_FAR}|{_NEAR})')"""
_LINK: Final = rf"<a href{_ADDRESS}>{_WORDS}</a>"
_PICTURE: Final = rf"<img src{_ADDRESS}(?: ?/)?+>"
# Allowed elements, none inside its like, all closed.
_PARAGRAPHS: Final = re.compile(
    rf"(?:[ \t\n]*+<p>{_WORDS}(?:(?:<br>|{_EMPHASIS}|{_LINK}|{_PICTURE}){_WORDS})*+</p>)*+[ \t\n]*+"
)
_ORIGIN: Final = re.compile(rf"({_HOST})(?:[/?#]|\Z)")
_TO_WRITE: Final = re.compile(r"""<(a href|img src)=["']([^"'<>]*+)["'] ?/?>""")


def safe_paragraphs(markup: str, base: str | None) -> str | None:
    """Return what the sanitiser makes of paragraphs with emphasis, links and pictures.

    None where there is anything else, or where an address cannot be told without a parser.
    """
    if not _PARAGRAPHS.fullmatch(markup):
        return None
    if "<a" not in markup and "<img" not in markup:
        return markup.strip()
    origin = _ORIGIN.match(base) if base else None
    if origin is None:
        return None
    host = origin[1]

    def written(found: re.Match[str]) -> str:
        kind, address = found.groups()
        if address[0] == "/":
            address = host + address
        return f'<a href="{address}" rel="{REL}">' if kind[0] == "a" else f'<img src="{address}">'

    return _TO_WRITE.sub(written, markup).strip()
