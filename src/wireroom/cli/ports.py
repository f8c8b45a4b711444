"""Whether a port is free, said before anything is started."""

import errno
import socket
import time
from typing import Final

from wireroom.engine.errors import BadInput

# The children of an `up` that was killed end by themselves, half a second after it and, on a busy
# machine, a few: whoever starts it anew at once need not fail over them.
PATIENCE_S: Final = 5.0
_LOOK_EVERY_S: Final = 0.1


def check_port(host: str, port: int, *, option: str, patience_s: float = PATIENCE_S) -> None:
    """Raise BadInput when nothing can listen there for a while, with what to do."""
    until = time.monotonic() + patience_s
    while (error := _tried(host, port)) is not None:
        if error.errno != errno.EADDRINUSE or time.monotonic() >= until:
            raise BadInput(_advice(host, port, option, error)) from error
        time.sleep(_LOOK_EVERY_S)


def _tried(host: str, port: int) -> OSError | None:
    """Return what keeps one from listening there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error
    return None


def _advice(host: str, port: int, option: str, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; stop what uses it or choose another: {option} {port + 1}"
    if error.errno == errno.EACCES:
        return f"port {port} needs more rights; choose one above 1023: {option} 8000"
    return f"cannot listen on {host} port {port}: {error.strerror}"
