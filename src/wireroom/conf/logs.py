"""How the log is written: lines for people, or a JSON object a line for machines."""

import json
import logging
import os
from datetime import UTC, datetime
from typing import Any, Final

from wireroom.engine.errors import BadInput

_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
# What a line may say beside its message; the pipeline names the row a failure was about.
_ABOUT: Final = ("stage", "row")


class JsonLines(logging.Formatter):
    """One object a line, its keys an interface: time, level, logger, message, process.

    Where there is any, `stage` and `row`, `error` (the exception's kind) and `trace`.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as a line of JSON in ASCII, whatever its message holds."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "process": record.process,
        }
        told |= {name: str(getattr(record, name)) for name in _ABOUT if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            told["error"] = record.exc_info[0].__name__
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told)


def log_settings() -> dict[str, Any]:
    """Return Django's LOGGING. Raises BadInput with what to mend."""
    shape = os.environ.get("WIREROOM_LOG_FORMAT", "").strip().lower() or "line"
    if shape not in ("line", "json"):
        raise BadInput(f"WIREROOM_LOG_FORMAT is line or json, not {shape!r}")
    level = os.environ.get("WIREROOM_LOG", "").strip().upper() or "WARNING"
    if level not in _LEVELS:
        raise BadInput(f"WIREROOM_LOG is one of {', '.join(_LEVELS)}, not {level!r}")
    line = {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": line, "json": {"()": JsonLines}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": shape}},
        "root": {
            "handlers": ["stderr"],
            "level": level,
        },
    }
