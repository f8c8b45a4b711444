"""Every link to report an error says in which part of a page it stands, in words for editors."""

import re
from pathlib import Path

import wireroom.web
from wireroom.news.models import ReportedError
from wireroom.web.desk_words import ROOMS

_PLACE = re.compile(r"\{\{ (?:b\.)?place\(([^()]*)\) \}\}")


def test_every_place_on_a_page_names_its_part() -> None:
    templates = Path(wireroom.web.__file__).parent / "templates"
    named = {
        call.partition(", ")[2].strip('"')
        for path in templates.glob("*.jinja")
        for call in _PLACE.findall(path.read_text("utf-8"))
    }
    assert len(named) > 5
    assert named <= set(ROOMS)


def test_parts_fit_their_column() -> None:
    most = ReportedError._meta.get_field("room").max_length
    assert most
    assert max(map(len, ROOMS)) <= most
