"""What a host decides of the newsroom on a page: kept beside the database, and logged."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from django.db import transaction

from wireroom.adapters.kept_settings import (
    drop_ai_key,
    hold_settings,
    keep_ai_key,
    keep_settings,
    read_kept,
)
from wireroom.engine.errors import BadInput
from wireroom.engine.os_faults import os_fault
from wireroom.engine.versions import check_version, version_of
from wireroom.news.services.deed_log import By, Done, log_deed

_KEY_FILE: Final = "WIREROOM_AI_KEY_FILE"


def settings_version(kept: Mapping[str, str]) -> str:
    """Return the mark of the settings that a form shows."""
    return version_of(sorted(kept.items()))


def change_settings(
    wished: Mapping[str, str], *, ai_key: str | None, seen: str, by: By, var: Path
) -> bool:
    """Keep settings and tell whether any changed; an empty one has its default from now on.

    `ai_key` is the key of the model's server: None leaves the one that is kept, "" forgets it.
    Raises Overtaken where somebody else kept others than the form showed, and BadInput with what
    to mend; nothing was done then.
    """
    try:
        with hold_settings(var), transaction.atomic():
            kept = read_kept(var)
            check_version(seen, sorted(kept.items()))
            return _change(kept, wished, ai_key, by=by, var=var)
    except OSError as error:
        raise BadInput(
            "cannot write in %(folder)s: %(why)s", folder=str(var), why=os_fault(error)
        ) from error


def _change(
    kept: Mapping[str, str], wished: Mapping[str, str], ai_key: str | None, *, by: By, var: Path
) -> bool:
    new = {name: value for name, value in {**kept, **wished}.items() if value}
    if ai_key == "":
        new.pop(_KEY_FILE, None)
    changed = sorted(name for name in {*kept, *new} if kept.get(name) != new.get(name))
    if not changed and not ai_key:
        return False
    shown = [name for name in changed if name != _KEY_FILE]
    before = {name: kept.get(name, "") for name in shown}
    after: dict[str, object] = {name: new.get(name, "") for name in shown}
    if ai_key is not None:
        after["key"] = bool(ai_key)  # whether there is one: no log holds a key
    log_deed(Done(deed="site.settings", before=before, after=after), by=by)
    if ai_key:
        new[_KEY_FILE] = str(keep_ai_key(var, ai_key))
    keep_settings(var, new)  # last: what fails before it leaves everything as it was
    if ai_key == "":
        drop_ai_key(var)
    return True
