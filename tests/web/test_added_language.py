"""A language of the interface is one file: its catalogue is found, filled, compiled and shown."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from wireroom.locale.languages import interface_languages, language

ROOT = Path(__file__).resolve().parents[2]
PAGE = """
import django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
settings.ALLOWED_HOSTS = ["testserver"]
print(Client().get("/he/", headers={"host": "testserver"}).content.decode())
"""


def test_there_are_english_and_arabic_each_by_its_own_name() -> None:
    assert interface_languages()[:2] == ("en", "ar")
    assert (language("ar").name, language("ar").dir) == ("العربية", "rtl")
    assert (language("en").name, language("en").opengraph) == ("English", "en_GB")
    assert (language("fr").name, language("fr").opengraph) == ("Français", "fr_FR")


def _run(folder: Path, *words: str) -> str:
    """Run Python on a copy of the package, with data of its own."""
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"} | {
        "PYTHONPATH": str(folder), "WIREROOM_VAR": str(folder / "var"),
        "DJANGO_SETTINGS_MODULE": "wireroom.conf.settings",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.slow
@pytest.mark.once
def test_an_empty_file_becomes_an_edition(tmp_path: Path) -> None:
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "wireroom", tmp_path / "wireroom", ignore=ignore)
    (tmp_path / "var").mkdir()
    path = tmp_path / "wireroom" / "locale" / "he" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.touch()

    _run(tmp_path, "-m", "wireroom.locale.update")
    with path.open("rb") as file:
        catalogue = read_po(file, locale="he")
    catalogue["Search"].string = "חיפוש"
    with path.open("wb") as file:
        write_po(file, catalogue)
    _run(tmp_path, "-m", "wireroom.locale.update")

    page = _run(tmp_path, "-c", PAGE)
    assert '<html lang="he" dir="rtl"' in page
    assert "חיפוש" in page
    assert "עברית" in page
    assert "Topics" in page  # what is not translated stands in English
