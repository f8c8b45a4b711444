"""How benchmarks take the scorer that lies beside a corpus: imported where it is, never copied."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from wireroom.engine.errors import BadInput


def load_scorer(path: Path) -> Any:
    """Return a corpus's score.py as a module. Raises BadInput that says what to do."""
    if not path.is_file():
        raise BadInput(f"no {path}: the corpus carries its own scorer; put it there")
    spec = importlib.util.spec_from_file_location("corpus_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    kept, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # the folder is not ours
    try:
        spec.loader.exec_module(scorer)
    except Exception as error:
        raise BadInput(f"{path} cannot be loaded: {type(error).__name__}: {error}") from error
    finally:
        sys.dont_write_bytecode = kept
    return scorer


def check_has(scorer: Any, path: Path, *names: str) -> None:
    """Raise BadInput unless the scorer offers the functions."""
    missing = [name for name in names if not callable(getattr(scorer, name, None))]
    if missing:
        raise BadInput(f"{path} has no {', '.join(missing)}(): is it the scorer of this corpus?")
