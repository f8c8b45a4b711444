"""Whether a port is free, said before anything is started."""

import errno
import socket

from wireroom.engine.errors import BadInput


def check_port(host: str, port: int, *, option: str) -> None:
    """Raise BadInput when nothing can listen there, with what to do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OverflowError as error:
            raise BadInput(f"port {port} does not exist; {option} takes 1 to 65535") from error
        except OSError as error:
            raise BadInput(_advice(host, port, option, error)) from error


def _advice(host: str, port: int, option: str, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; stop what uses it or choose another: {option} {port + 1}"
    if error.errno == errno.EACCES:
        return f"port {port} needs more rights; choose one above 1023: {option} 8000"
    return f"cannot listen on {host} port {port}: {error.strerror}"
