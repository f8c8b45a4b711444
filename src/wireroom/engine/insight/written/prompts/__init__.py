"""Prompts are files with versions: a changed wording is a new file, and asks anew."""

from functools import cache
from importlib.resources import files


@cache
def read_prompt(name: str) -> str:
    """Return what a model is told, by name and version ("key_points-1")."""
    return files(__name__).joinpath(f"{name}.txt").read_text("utf-8").strip()
