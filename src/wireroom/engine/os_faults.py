"""What an operating system refuses, as a sentence that pages can say in their language."""

import errno
from typing import Final

from wireroom.engine.faults import Fault, sentence

# What befalls a host's folders and servers; for the rest the system's own words, in English.
_SENTENCES: Final = {
    errno.EACCES: sentence("permission is denied"),
    errno.EPERM: sentence("permission is denied"),
    errno.EROFS: sentence("it can only be read there"),
    errno.ENOSPC: sentence("the disk is full"),
    errno.EDQUOT: sentence("the disk is full"),
    errno.ENOENT: sentence("there is no such file or folder"),
    errno.ENOTDIR: sentence("there is no such file or folder"),
    errno.EISDIR: sentence("a folder stands in its place"),
    errno.EIO: sentence("the disk fails"),
    errno.ECONNREFUSED: sentence("the connection was refused"),
    errno.ECONNRESET: sentence("the connection broke off"),
    errno.EPIPE: sentence("the connection broke off"),
    errno.EHOSTUNREACH: sentence("there is no way to the server"),
    errno.ENETUNREACH: sentence("there is no way to the server"),
}


def os_fault(error: OSError) -> Fault:
    """Return why the system refused."""
    if isinstance(error, TimeoutError):
        return Fault.of("no answer came in time")
    known = _SENTENCES.get(error.errno or 0)
    return Fault(known) if known else Fault(error.strerror or str(error) or type(error).__name__)
