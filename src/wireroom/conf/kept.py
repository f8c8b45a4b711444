"""A setting as the host tells it: in the environment, else as the assistant kept it."""

import os
from pathlib import Path
from typing import Final

from wireroom.adapters.kept_settings import KEPT, read_address, read_kept

_FIRST_ADDRESS: Final = "http://localhost:8000/"  # where `up` answers unless told otherwise
_ROOT: Final = Path(__file__).resolve().parents[3]


def var_folder() -> Path:
    """Return the folder of what must outlive a restart."""
    return Path(os.environ.get("WIREROOM_VAR") or _ROOT / "var").absolute()


def told(name: str, default: str = "") -> str:
    """Return a setting: the environment goes before what was kept. Raises BadInput."""
    stated = os.environ.get(name)
    return read_kept(var_folder()).get(name, default) if stated is None else stated


def stated_names() -> frozenset[str]:
    """Return which of the settings that pages decide are told by the environment instead."""
    return frozenset(name for name in KEPT if name in os.environ)


def site_url(var: Path) -> str:
    """Return where this instance is found: as the host tells it, else where `up` answered last."""
    stated = os.environ.get("WIREROOM_URL")
    return (read_address(var) or _FIRST_ADDRESS) if stated is None else stated
