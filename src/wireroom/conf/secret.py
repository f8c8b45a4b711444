"""Secrets: from the environment, else made once and kept in files only we can read."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final

from wireroom.engine.errors import BadInput

# How many points P-256 has (SEC 2, 2.4.2): a private key is a number below it.
_P256_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_ED25519_BYTES: Final = 32
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
    return stated or _kept_secret(var / "secret_key", lambda: secrets.token_urlsafe(50))


def push_key(var: Path) -> int:
    """Return the key that signs push messages: WIREROOM_PUSH_KEY, or the one in `var`/push_key.

    Browsers know the site by it: with another one no alert reaches whoever subscribed before.
    Raises BadInput.
    """
    told = os.environ.get("WIREROOM_PUSH_KEY", "").strip()
    told = told or _kept_secret(var / "push_key", lambda: f"{_random_key():064x}")
    try:
        key = int(told, 16)
    except ValueError:
        key = 0
    if not 0 < key < _P256_ORDER:
        raise BadInput("WIREROOM_PUSH_KEY is a private key of P-256: 64 hexadecimal digits")
    return key


def signing_key(var: Path) -> bytes:
    """Return the key that signs exports: WIREROOM_SIGNING_KEY, or the one in `var`/signing_key.

    32 bytes, a private key of Ed25519 (RFC 8032). Raises BadInput.
    """
    told = os.environ.get("WIREROOM_SIGNING_KEY", "").strip()
    told = told or _kept_secret(var / "signing_key", lambda: secrets.token_hex(_ED25519_BYTES))
    try:
        key = bytes.fromhex(told)
    except ValueError:
        key = b""
    if len(key) != _ED25519_BYTES:
        raise BadInput("WIREROOM_SIGNING_KEY is a private key of Ed25519: 64 hexadecimal digits")
    return key


def _random_key() -> int:
    return 1 + secrets.randbelow(_P256_ORDER - 1)


def _kept_secret(path: Path, make: Callable[[], str]) -> str:
    try:
        return _kept(path) or _made(path, make())
    except OSError as error:
        raise BadInput(
            f"cannot write {path}: {error.strerror}; make the folder writable"
            " or name another one in WIREROOM_VAR"
        ) from error


def _kept(path: Path) -> str:
    return path.read_text("ascii").strip() if path.exists() else ""


def _made(path: Path, key: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written whole beside its place, then linked: of two first starts at once, one key wins.
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    beside.touch(mode=0o600)
    beside.write_text(key, "ascii")
    try:
        os.link(beside, path)
    except FileExistsError:
        key = _kept(path)
    finally:
        beside.unlink()
    return key
