"""What is kept beside the database: the assistant's settings, its one-time key, an address."""

import fcntl
import hmac
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from wireroom.engine.errors import BadInput
from wireroom.engine.faults import Fault
from wireroom.engine.os_faults import os_fault

# What a host decides on pages, by the names that it has in the environment.
KEPT: Final = (
    "WIREROOM_NAME",
    "WIREROOM_EDITIONS",
    "WIREROOM_COUNTRIES",
    "WIREROOM_COMMENTS",
    "WIREROOM_ACCOUNTS",
    "WIREROOM_AI",
    "WIREROOM_AI_URL",
    "WIREROOM_AI_MODEL",
    "WIREROOM_AI_KEY",
    "WIREROOM_AI_KEY_FILE",
)
_SETTINGS: Final = "site.json"
_LOCK: Final = "site.lock"
_START_KEY: Final = "start_key"
_AI_KEY: Final = "ai_key"
_ADDRESS: Final = "site_url"


def kept_path(var: Path) -> Path:
    """Return where settings are kept."""
    return var / _SETTINGS


def read_kept(var: Path) -> Mapping[str, str]:
    """Return kept settings by the names that they have in the environment. Raises BadInput."""
    path = kept_path(var)
    try:
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    except (OSError, ValueError) as error:
        raise BadInput(
            "cannot read %(path)s: %(why)s; mend it, or delete it", path=str(path), why=_why(error)
        ) from error
    if not isinstance(kept, dict) or not all(isinstance(one, str) for one in kept.values()):
        raise BadInput(
            "%(path)s holds no settings: write names and texts, or delete it", path=str(path)
        )
    return kept


def _why(error: OSError | ValueError) -> Fault:
    if isinstance(error, OSError):
        return os_fault(error)
    if isinstance(error, json.JSONDecodeError):
        return Fault.of("it is no JSON from line %(line)s on", line=error.lineno)
    return Fault.of("it holds bytes that are no text")


def keep_settings(var: Path, settings: Mapping[str, str]) -> None:
    """Keep settings in place of those before. Raises OSError."""
    _write_whole(kept_path(var), json.dumps(dict(settings), ensure_ascii=False, indent=1))


@contextmanager
def hold_settings(var: Path) -> Iterator[None]:
    """Let nobody else of this site change the settings meanwhile. Raises OSError."""
    descriptor = os.open(var / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def drop_ai_key(var: Path) -> None:
    """Forget the key of a model's server. Raises OSError."""
    (var / _AI_KEY).unlink(missing_ok=True)


def keep_ai_key(var: Path, key: str) -> Path:
    """Keep the key of a model's server in a file that only we can read. Raises OSError."""
    _write_whole(var / _AI_KEY, key)
    return var / _AI_KEY


def keep_address(var: Path, url: str) -> None:
    """Keep where the site answers, for commands that print links to it. Raises OSError."""
    _write_whole(var / _ADDRESS, url)


def read_address(var: Path) -> str:
    """Return where the site answered last; empty where it never did."""
    return _read_line(var / _ADDRESS)


def make_start_key(var: Path) -> str:
    """Return the key of the assistant's link, the same until it is used. Raises OSError."""
    kept = read_start_key(var)
    if kept:
        return kept
    key = secrets.token_urlsafe(24)
    _write_whole(var / _START_KEY, key)
    return key


def read_start_key(var: Path) -> str:
    """Return the key that opens the assistant; empty where there is none."""
    return _read_line(var / _START_KEY)


def opens_start(var: Path, key: str) -> bool:
    """Tell whether a key opens the assistant."""
    kept = read_start_key(var)
    return bool(kept) and hmac.compare_digest(kept.encode(), key.encode())


@contextmanager
def use_up_start_key(var: Path) -> Iterator[None]:
    """Take the key away for what follows, and give it back where that fails.

    Of two who use it at once, one does. Raises BadInput for the other, before it did anything.
    """
    key, aside = var / _START_KEY, var / f"{_START_KEY}.used"
    try:
        key.replace(aside)  # no new file: it works, there and back, where the disk is full
    except FileNotFoundError as error:
        raise BadInput("this link was used just now") from error
    try:
        yield
    except BaseException:
        aside.replace(key)
        raise
    aside.unlink()


def _read_line(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _write_whole(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    beside.touch(mode=0o600)
    beside.write_text(text, "utf-8")
    beside.replace(path)
