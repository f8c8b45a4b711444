"""What the receiving server found of a letter's signatures: Authentication-Results (RFC 8601)."""

import re
from collections import defaultdict
from typing import Final

from wireroom.engine.newsletters.head import Head
from wireroom.engine.newsletters.issue import NotTaken

_COMMENT: Final = re.compile(r"\([^()]*\)")
_RESULT: Final = re.compile(r"\s*(dmarc|dkim|spf)(?:/\d+)?\s*=\s*([a-z]+)", re.IGNORECASE)


def check_authentication(head: Head) -> None:
    """Raise NotTaken where the receiving server says that the letter is not whose it says it is.

    Only what stands first is believed, and what follows it in the same server's name: a server
    writes above what came with the letter (RFC 8601 section 4.1). A letter without any is taken:
    nobody looked.
    """
    found = _results(head)
    if "pass" in found["dmarc"]:
        return
    if "fail" in found["dmarc"]:
        raise NotTaken("it does not come from where it says (DMARC fails)")
    if "pass" in found["dkim"]:
        return
    if "fail" in found["dkim"]:
        raise NotTaken("its signature is wrong (DKIM fails)")
    if "fail" in found["spf"]:
        raise NotTaken("it was sent by a server that may not send for its sender (SPF fails)")


def _results(head: Head) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    first = ""
    for told in head.raw("authentication-results"):
        server, *results = _COMMENT.sub(" ", told).split(";")
        name = "".join(server.split()[:1]).lower()
        first = first or name
        if name != first:
            break
        for match in filter(None, map(_RESULT.match, results)):
            found[match[1].lower()].add(match[2].lower())
    return found
