"""Names in articles: people, places and organisations with the spans that name them."""

import pytest

from wireroom.engine.insight.entities.entity import Entity, Kind
from wireroom.engine.insight.entities.find import find_entities


def _named(body: str, lang: str = "en", title: str = "") -> dict[str, Kind]:
    return {each.name: each.kind for each in find_entities(title, body, lang)}


def _one(entities: list[Entity], name: str) -> Entity:
    return next(each for each in entities if each.name == name)


def test_the_three_classes_are_told_apart_in_running_text() -> None:
    body = (
        "Mayor Jane Roebuck told the Harbour Council in Marseille on Tuesday that Velmora Energy "
        "would leave. “It is over,” Roebuck said."
    )

    assert _named(body) == {
        "Jane Roebuck": Kind.PERSON,
        "Harbour Council": Kind.ORGANISATION,
        "Marseille": Kind.PLACE,
        "Velmora Energy": Kind.ORGANISATION,
    }


def test_a_surname_with_a_title_is_an_alias_of_the_full_name() -> None:
    body = "Jane Roebuck arrived. Later Ms Roebuck spoke, and people listened to Roebuck."

    roebuck = _one(find_entities("", body, "en"), "Jane Roebuck")

    assert [body[span.start : span.end] for span in roebuck.spans] == [
        "Jane Roebuck",
        "Roebuck",
        "Roebuck",
    ]
    assert roebuck.aliases == ("Roebuck",)


def test_letters_stand_for_the_body_whose_words_they_begin() -> None:
    body = "The Northern Fisheries Authority (NFA) met. The NFA said no. Lawyers sued the NFA."

    authority = _one(find_entities("", body, "en"), "Northern Fisheries Authority")

    assert authority.aliases == ("NFA",)
    assert len(authority.spans) == 4


def test_two_people_of_one_surname_stay_apart() -> None:
    body = (
        "John Roebuck and Jane Roebuck were there. Mr Roebuck left early. Ms Roebuck stayed until "
        "the end, when the doors were closed."
    )

    entities = find_entities("", body, "en")

    assert len(_one(entities, "John Roebuck").spans) == 2
    assert len(_one(entities, "Jane Roebuck").spans) == 2


def test_names_of_one_country_are_one_entity() -> None:
    body = "Ships from the United States came. The U.S. fleet left, and the US waits."

    assert len(find_entities("", body, "en")) == 1


@pytest.mark.parametrize(
    ("body", "lang", "name", "kind"),
    [
        ("Das sagte Petra Lindqvist in Leipzig.", "de", "Petra Lindqvist", Kind.PERSON),
        ("In Teilen Deutschlands war es heiß.", "de", "Deutschlands", Kind.PLACE),
        ("Le ministre est arrivé d’Irlande avec eux.", "fr", "Irlande", Kind.PLACE),
        ("El juez habló en Nueva York con todos.", "es", "Nueva York", Kind.PLACE),
        ("Он жил в Киеве много лет.", "ru", "Киеве", Kind.PLACE),
        ("وصل الرئيس سامي الحداد إلى دمشق صباحا.", "ar", "سامي الحداد", Kind.PERSON),
        ("وصل الرئيس سامي الحداد إلى دمشق صباحا.", "ar", "دمشق", Kind.PLACE),
        ("وقالت وزارة الصحة إن الوضع مستقر.", "ar", "وزارة الصحة", Kind.ORGANISATION),
    ],
)
def test_other_languages(body: str, lang: str, name: str, kind: Kind) -> None:
    assert _named(body, lang).get(name) is kind


@pytest.mark.parametrize(
    "body",
    [
        "Since Tuesday the weather has been fine, and everybody went outside.",
        "The French and the Germans agreed with Russian and Chinese visitors.",
        "She won the Harbour Cup. He lost the Harbour Cup.",
        "",
    ],
)
def test_what_is_no_name_is_not_told(body: str) -> None:
    assert _named(body) == {}


def test_a_headline_in_capitals_names_what_the_body_names() -> None:
    entities = find_entities(
        "Mayor Roebuck Leaves Council In Anger", "Jane Roebuck left. Roebuck was angry.", "en"
    )

    assert [span.in_title for span in entities[0].spans] == [True, False, False]
