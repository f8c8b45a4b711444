"""What the receiving server found of a letter's signatures: Authentication-Results (RFC 8601)."""

import re
from typing import Final

from wireroom.engine.newsletters.head import MAX_HEAD, Head
from wireroom.engine.newsletters.issue import NotTaken

_COMMENT: Final = re.compile(r"\([^()]*\)")
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')  # holds what the sender wrote
_RESULT: Final = re.compile(r"\s*(dmarc|dkim|spf)(?:/\d+)?\s*=\s*([a-z]+)", re.IGNORECASE)


def check_authentication(head: Head) -> None:
    """Raise NotTaken where the receiving server says that the letter is not whose it says it is.

    Only what stands first is believed, and what follows it in the same server's name: a server
    writes above what came with the letter (RFC 8601 section 4.1). A letter without any is taken:
    nobody looked.
    """
    fails, passes = _results(head, "fail"), _results(head, "pass")
    if "dmarc" in fails:
        raise NotTaken("it does not come from where it says (DMARC fails)")
    if "dmarc" in passes or "dkim" in passes:
        return
    if "dkim" in fails:
        raise NotTaken("its signature is wrong (DKIM fails)")
    if "spf" in fails:
        raise NotTaken("it was sent by a server that may not send for its sender (SPF fails)")


def _results(head: Head, wanted: str) -> set[str]:
    """Return the methods with this result.

    What servers quote is the sender's, who may write "; dmarc=pass" there: no pass is found in it,
    but fails are, so that a stray quotation mark hides none.
    """
    found: set[str] = set()
    first = ""
    # Whole: a sender who signs thirty times puts what is told of DMARC far behind.
    for told in head.raw("authentication-results", longest=MAX_HEAD):
        believed = _QUOTED.sub(" ", told) if wanted == "pass" else told
        server, *results = _COMMENT.sub(" ", believed).split(";")
        name = "".join(server.split()[:1]).lower()
        first = first or name
        if name != first:
            break
        for match in filter(None, map(_RESULT.match, results)):
            if match[2].lower() == wanted:
                found.add(match[1].lower())
    return found
