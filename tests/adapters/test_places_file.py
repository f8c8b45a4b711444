"""The host's file of places as it lies on a disk, and workers that know it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wireroom.adapters import knowing
from wireroom.adapters.executors import InlineExecutor
from wireroom.adapters.knowing import KnowingExecutor
from wireroom.adapters.places_file import find_places_file, own_countries, read_places_file
from wireroom.engine.errors import BadInput
from wireroom.engine.insight.entities.gazetteer import find_places, know_places

LINES = "\ufeffname,names,country,latitude,longitude,kind\nVarland,ar:فارلاند,XV,-20,-12,country\n"


@pytest.fixture(autouse=True)
def _forgets() -> Iterator[None]:
    yield
    know_places(())
    knowing._known.clear()
    own_countries.cache_clear()


def _write(path: Path, text: str = LINES) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_a_worker_knows_the_places_before_it_looks_for_names(tmp_path: Path) -> None:
    path = _write(tmp_path / "places.csv")
    executor = KnowingExecutor(InlineExecutor(), find_places_file(path))
    (found,) = executor.submit(find_places, "فارلاند", "ar").result()
    assert found.name == "Varland"
    assert not found.is_city


def test_a_file_that_changed_is_read_again_and_no_other_time(tmp_path: Path) -> None:
    path = _write(tmp_path / "places.csv")
    before = find_places_file(path)
    knowing.know_file(before)
    _write(path, LINES + "Orme Haven,,GB,51.5,-3.9,town\n")
    knowing.know_file(before)
    assert not find_places("Orme Haven")
    knowing.know_file(find_places_file(path))
    assert find_places("Orme Haven")


def test_bytes_of_another_encoding_cost_their_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_bytes(LINES.encode() + "Gr\xfcnau,,DE,50,8,town\n".encode("latin-1"))
    read = read_places_file(path)
    assert [one.name for one in read.places] == ["Varland"]
    assert read.faults[0].startswith("line 3: ")


def test_a_file_without_places_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"cannot read .*nowhere"):
        find_places_file(tmp_path / "nowhere.csv")
    with pytest.raises(BadInput, match="holds no place: line 2: the latitude"):
        read_places_file(_write(tmp_path / "bad.csv", "name,latitude,longitude\nOrme,x,1\n"))


def test_a_site_reads_the_countries_alone(tmp_path: Path) -> None:
    path = _write(tmp_path / "places.csv", LINES + "Orme Haven,,XW,51.5,-3.9,town\n")
    assert own_countries(str(path)) == {"XV": {"en": "Varland", "ar": "فارلاند"}}
    assert own_countries(str(tmp_path / "nowhere.csv")) == {}
