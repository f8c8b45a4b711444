"""Secrets: the site's key, made once and kept in a file only we can read, and /metrics' token."""

import os
import secrets
from pathlib import Path

from wireroom.engine.errors import BadInput

_SHORTEST_TOKEN = 16  # letters that nobody guesses over the network


def metrics_token() -> str:
    """Return WIREROOM_METRICS_TOKEN, empty where there is none. Raises BadInput if it is short."""
    token = os.environ.get("WIREROOM_METRICS_TOKEN", "").strip()
    if token and len(token) < _SHORTEST_TOKEN:
        raise BadInput(f"WIREROOM_METRICS_TOKEN has fewer than {_SHORTEST_TOKEN} letters")
    return token


def secret_key(var: Path) -> str:
    """Return WIREROOM_SECRET_KEY, or the key kept in `var`/secret_key, made on first use.

    Raises BadInput when the folder cannot be written.
    """
    stated = os.environ.get("WIREROOM_SECRET_KEY")
    if stated:
        return stated
    path = var / "secret_key"
    try:
        return _kept(path) or _made(path)
    except OSError as error:
        raise BadInput(
            f"cannot write {path}: {error.strerror}; make the folder writable"
            " or name another one in WIREROOM_VAR"
        ) from error


def _kept(path: Path) -> str:
    return path.read_text("ascii").strip() if path.exists() else ""


def _made(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(50)
    # Written whole beside its place, then linked: of two first starts at once, one key wins.
    beside = path.with_name(f"secret_key.{secrets.token_hex(4)}")
    beside.touch(mode=0o600)
    beside.write_text(key, "ascii")
    try:
        os.link(beside, path)
    except FileExistsError:
        key = _kept(path)
    finally:
        beside.unlink()
    return key
