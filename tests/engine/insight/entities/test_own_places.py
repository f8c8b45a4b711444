"""A host's own places: every good row is read, and what they mean in a story."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.errors import BadInput
from wireroom.engine.insight.entities.entity import Kind
from wireroom.engine.insight.entities.find import find_entities
from wireroom.engine.insight.entities.gazetteer import find_places, know_places
from wireroom.engine.insight.entities.own_places import MOST_PLACES, OwnPlace, read_places
from wireroom.engine.insight.story_brief import StoryReport
from wireroom.engine.insight.topics.choose import choose_topics
from wireroom.engine.insight.topics.topic import Spot, TopicKind

HEAD = "name,names,country,latitude,longitude,kind,population"
GOOD = "Orme Haven,ar:ميناء أورم; fr:Port-d'Orme; Old Orme,GB,51.48,-3.91,town,8400"
ORME = OwnPlace(
    "Orme Haven", "GB", 51.48, -3.91, "town", 8400,
    {"ar": "ميناء أورم", "fr": "Port-d'Orme"}, ("Old Orme",),
)  # fmt: skip


@pytest.fixture
def _knows() -> Iterator[None]:
    rows = [
        HEAD,
        GOOD,
        "Tell Marwa,ar:تل مروة,EG,30.2,31.1,village,",
        "Bramcote,,XV,-22.5,-12.5,city,",
        "Varland,ar:فارلاند,XV,-20,-12,country,",
        "Paris,,US,33.66,-95.55,town,24000",
        "Berlin,ar:برلين الجميلة,DE,52.5,13.4,city,",
    ]
    know_places(read_places(rows).places)
    yield
    know_places(())


def test_a_row_is_read_with_its_names_by_language() -> None:
    assert read_places(["# ours", "", HEAD, GOOD]).places == (ORME,)


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_columns_stand_in_any_order_with_other_marks(mark: str) -> None:
    lines = [mark.join(("longitude", "name", "latitude")), mark.join(("-3.91", "Orme", "51.48"))]
    assert read_places(lines).places == (OwnPlace("Orme", "", 51.48, -3.91, "town", 20_000),)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Orme,,GB,95,0,town,", "the latitude is degrees from -90 to 90"),
        ("Orme,,GB,51,nan,town,", "the longitude is degrees"),
        ("Orme,,GB,51", "the longitude is degrees"),
        ("Orme,,Wales,51,0,town,", "the country is two letters"),
        ("Orme,,GB,51,0,hamlet,", "the kind is one of country, region"),
        ("Orme,,GB,51,0,town,many", "the population is a whole number"),
        ("7,,GB,51,0,town,", "the name has letters"),
        ("Orm\ufffd,,GB,51,0,town,", "save the file as UTF-8"),
    ],
)
def test_a_bad_row_is_told_by_its_line_and_costs_no_other(row: str, says: str) -> None:
    read = read_places([HEAD, row, GOOD])
    assert read.places == (ORME,)
    (fault,) = read.faults
    assert fault.startswith("line 2: ")
    assert says in fault


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=30), st.just('"Orme,,GB,1,2')), max_size=5))
def test_whatever_stands_around_it_a_good_row_is_read(lines: list[str]) -> None:
    around = ["".join(each.splitlines()) for each in lines]
    assert ORME in read_places([HEAD, *around, GOOD, *around]).places


def test_a_file_of_geonames_is_read_as_it_is() -> None:
    row = ["1", "Orme Haven", "Orme Haven", "Port Orme,Orme", "51.48", "-3.91", "P", "PPL", "GB"]
    row += ["", "", "", "", "", "8400", "", "", "Europe/London", "2020-01-01"]
    hotel = [*row[:6], "S", "HTL", *row[8:]]
    read = read_places(["\t".join(row), "\t".join(hotel), "\t".join(row[:9])])
    (one,) = read.places
    assert (one.name, one.population, one.all_names[1:]) == (
        "Orme Haven",
        8400,
        ("Port Orme", "Orme"),
    )
    assert read.faults == ("line 3: it has 9 columns: GeoNames has 19",)


def test_what_is_no_table_says_what_to_write() -> None:
    for lines in ([], ["Orme,51,3"], ["\0n\0a\0m\0e"]):
        with pytest.raises(BadInput, match="name the columns"):
            read_places(lines)


def test_what_is_over_the_limit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wireroom.engine.insight.entities.own_places.MOST_PLACES", 2)
    read = read_places([HEAD, GOOD, GOOD, GOOD, GOOD])
    assert len(read.places) == 2 < MOST_PLACES
    assert read.faults[0].startswith("line 4 and those after it")


def spots(*bodies: str, lang: str = "en") -> dict[str, Spot]:
    reports = [
        StoryReport(str(n), 1, f"Outlet {n}", str(n), body, lang=lang)
        for n, body in enumerate(bodies)
    ]
    return {
        one.names["en"]: one.where
        for one in choose_topics(reports)
        if one.kind is TopicKind.PLACE and one.where
    }


@pytest.mark.usefixtures("_knows")
def test_a_village_of_the_host_is_a_place_in_both_languages() -> None:
    english = spots(*["The bridge at Orme Haven was closed, and Orme Haven waited."] * 2)
    arabic = spots(
        *["أغلقت السلطات الجسر في تل مروة صباح اليوم بعد انهيار جزء منه."] * 2, lang="ar"
    )
    assert (english["Orme Haven"].latitude, english["Orme Haven"].country) == (51.48, "GB")
    assert arabic["Tell Marwa"].is_city


@pytest.mark.usefixtures("_knows")
def test_maps_find_their_way_by_the_hosts_own_cities() -> None:
    told = spots(*["Ferries left Varland on Monday, and Varland waited for news."] * 2)
    assert not told["Varland"].is_city
    assert [city.names["en"] for city in told["Varland"].near] == ["Bramcote"]
    assert {each.name for each in find_places("فارلاند", "ar")} == {"Varland"}


@pytest.mark.usefixtures("_knows")
def test_a_larger_place_of_the_name_stays_what_is_meant() -> None:
    assert [each.country for each in find_places("Paris")][:2] == ["FR", "US"]


@pytest.mark.usefixtures("_knows")
def test_a_city_that_the_table_knows_gains_a_name_and_stays_the_same() -> None:
    (one,) = find_places("برلين الجميلة", "ar")
    assert one == find_places("Berlin")[0]
    assert not one.is_own


@pytest.mark.usefixtures("_knows")
def test_what_a_person_seems_to_be_called_is_the_hosts_town() -> None:
    (one,) = find_entities("", "A teacher from Orme Haven, Anna Roe, said so.", "en")[:1]
    assert (one.name, one.kind) == ("Orme Haven", Kind.PLACE)


def test_nothing_stays_known() -> None:
    assert not find_places("Orme Haven")
