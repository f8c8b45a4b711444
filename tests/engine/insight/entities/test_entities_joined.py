"""Entities over a story, over languages, and on the map."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.insight.entities.across import is_same, join_entities
from wireroom.engine.insight.entities.coordinates import coordinates_of
from wireroom.engine.insight.entities.entity import Entity, Kind, NameSpan
from wireroom.engine.insight.entities.subjects import subjects_of


def _entity(name: str, kind: Kind = Kind.PERSON, lang: str = "en") -> Entity:
    return Entity(kind, name, (NameSpan(0, len(name)),), 0.9, (), lang)


def _names(*articles: list[Entity]) -> list[tuple[str, int]]:
    return [(each.name, len(each.members)) for each in join_entities(articles)]


def test_a_surname_joins_the_one_full_name_of_the_story() -> None:
    assert _names([_entity("Jane Roe")], [_entity("Roe")]) == [("Jane Roe", 2)]


def test_a_surname_of_two_people_joins_neither() -> None:
    found = _names([_entity("Jane Roe"), _entity("John Roe")], [_entity("Roe")])

    assert sorted(found) == [("Jane Roe", 1), ("John Roe", 1), ("Roe", 1)]


def test_arabic_and_english_names_join_by_sound() -> None:
    english = [_entity("Bashar Velmori"), _entity("Damascus", Kind.PLACE)]
    arabic = [_entity("بشار فيلموري", lang="ar"), _entity("دمشق", Kind.PLACE, "ar")]

    assert sorted(_names(english, arabic)) == [("Bashar Velmori", 2), ("Damascus", 2)]


def test_other_names_of_another_script_stay_apart() -> None:
    assert len(_names([_entity("Jane Roebuck")], [_entity("سامي الحداد", lang="ar")])) == 2


def test_letters_join_the_body_they_stand_for() -> None:
    body, short = "Northern Fisheries Authority", "NFA"
    found = _names([_entity(body, Kind.ORGANISATION)], [_entity(short, Kind.ORGANISATION)])

    assert found == [(body, 2)]


def test_a_city_lies_in_the_country_that_is_named_beside_it() -> None:
    paris = _entity("Paris", Kind.PLACE)

    alone = coordinates_of(paris)
    beside = coordinates_of(paris, [paris, _entity("Texas", Kind.PLACE)])

    assert alone is not None
    assert (alone.country, round(alone.latitude or 0)) == ("FR", 49)
    assert beside is not None
    assert (beside.country, round(beside.latitude or 0)) == ("US", 34)


def test_people_and_unknown_places_lie_nowhere() -> None:
    assert coordinates_of(_entity("Paris")) is None
    assert coordinates_of(_entity("Velmoraville", Kind.PLACE)) is None


def test_subjects_are_told_by_words_and_kept_back_without() -> None:
    match = "The striker scored two goals in the league match, and the coach praised his players."
    arabic = "فاز الفريق في مباراة الدوري وسجل اللاعب هدفين وأشاد المدرب بلاعبي المنتخب في الملعب"

    assert [each.name for each in subjects_of("Late goal wins the cup", match, "en")] == ["sport"]
    assert [each.name for each in subjects_of("", arabic, "ar")] == ["sport"]
    assert subjects_of("A quiet day", "Nothing much was said by anyone.", "en") == []
    assert subjects_of("Titel", "Das Spiel endete mit einem Tor.", "de") == []


_NAMES = (
    "Jane Roe", "J. Roe", "Roe", "John Roe", "Roebuck", "بشار فيلموري", "Bashar Velmori", "Velmori",
    "Northern Fisheries Authority", "NFA", "N.F.A.", "the Authority", "دمشق", "Damascus", "Paris",
    "United States", "US", "Élise Roe", "Lyon-Sud", "هيئة المصايد الشمالية",
)  # fmt: skip
_ENTITIES = st.builds(
    lambda name, kind, alias, lang: Entity(kind, name, (), 0.9, alias, lang),
    st.sampled_from(_NAMES),
    st.sampled_from(Kind),
    st.lists(st.sampled_from(_NAMES), max_size=2).map(tuple),
    st.sampled_from(("en", "ar", "fr")),
)


@given(st.lists(_ENTITIES, max_size=9))
def test_what_is_the_same_as_one_thing_alone_joins_it(entities: list[Entity]) -> None:
    """Each is looked up by marks; comparing it with all before it has to give the same."""
    ranked = sorted(entities, key=lambda each: -len(each.name.split()))
    groups: list[list[Entity]] = []
    for one in ranked:
        fitting = [group for group in groups if any(is_same(one, other) for other in group)]
        is_bare = one.kind is Kind.PERSON and " " not in one.name
        if fitting and (len(fitting) == 1 or not is_bare):
            fitting[0].append(one)
        else:
            groups.append([one])

    found = [[each for _, each in shared.members] for shared in join_entities([entities])]

    assert sorted(map(repr, found)) == sorted(map(repr, groups))
