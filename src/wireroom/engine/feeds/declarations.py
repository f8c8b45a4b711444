"""What begins like a comment or declaration of HTML and is none: its words are not lost."""

import re
from typing import Final

# Before the last "-->" every comment is closed.
_CLOSED: Final = re.compile(r"<!--.*?-->|<!(?![A-Za-z\[>]|--)", re.DOTALL)
# After it a comment ends with the first tag's end, as in browsers before HTML 5: parsers since
# then take all that follows for its inside.
_UNCLOSED: Final = re.compile(r"<!--[^>]*+>|<!(?![A-Za-z\[>]|--)")
_UNENDED: Final = re.compile("<!(?!--)")  # where no ">" follows


def mend_declarations(markup: str) -> str:
    """Return markup whose comments and declarations end; "<!" that begins none is words."""
    if "<!" not in markup:
        return markup
    closed = markup.rfind("-->") + 3 if "-->" in markup else 0
    ended = max(closed, markup.rfind(">") + 1)
    return "".join(
        (
            _CLOSED.sub(lambda found: _as_words(found[0], found[0]), markup[:closed]),
            _UNCLOSED.sub(lambda found: _as_words(found[0], ""), markup[closed:ended]),
            _UNENDED.sub("&lt;!", markup[ended:]),
        )
    )


def _as_words(found: str, comment: str) -> str:
    return comment if found.startswith("<!--") else "&lt;!"
