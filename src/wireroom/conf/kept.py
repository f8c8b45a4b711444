"""A setting as the host tells it: in the environment, else as the assistant kept it."""

import os
from pathlib import Path
from typing import Final

from wireroom.adapters.kept_settings import read_kept

_ROOT: Final = Path(__file__).resolve().parents[3]


def var_folder() -> Path:
    """Return the folder of what must outlive a restart."""
    return Path(os.environ.get("WIREROOM_VAR") or _ROOT / "var").absolute()


def told(name: str, default: str = "") -> str:
    """Return a setting: the environment goes before what was kept. Raises BadInput."""
    stated = os.environ.get(name)
    return read_kept(var_folder()).get(name, default) if stated is None else stated
