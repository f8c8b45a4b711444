"""Names that no table knows, told by the nouns, verbs and prepositions that stand beside them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.entities.entity import SURE, Entity, Kind
from wireroom.engine.insight.entities.find import find_entities


def _kinds(body: str, lang: str = "en") -> dict[str, Kind]:
    return {each.name: each.kind for each in find_entities("", body, lang)}


def _one(body: str, name: str) -> Entity:
    return next(each for each in find_entities("", body, "en") if each.name == name)


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        ("Nets were torn in the villages of Quarn and Lower Stell.", "Quarn", Kind.PLACE),
        ("Nets were torn in the villages of Quarn and Lower Stell.", "Lower Stell", Kind.PLACE),
        ("It was signed in the capital, and Dravonia's parliament agreed.", "Dravonia", Kind.PLACE),
        ("The barges came down the Ulber with grain.", "Ulber", Kind.PLACE),
        ("The Republic of Dravonia sent two ships.", "Republic of Dravonia", Kind.PLACE),
        ("Blue Kettle, a relief agency, counted the dead.", "Blue Kettle", Kind.ORGANISATION),
        ("The retailer Quarnby said it would close.", "Quarnby", Kind.ORGANISATION),
        ("The owner, Heron Line, opened a telephone.", "Heron Line", Kind.ORGANISATION),
        ("Stell Wanderers won again.", "Stell Wanderers", Kind.ORGANISATION),
        ("Harbour Warden Holger Prynn kept the keys.", "Holger Prynn", Kind.PERSON),
        ("Sixteen-year-old Petra Quarnby won.", "Petra Quarnby", Kind.PERSON),
        ("The co-host Gayla King asked him.", "Gayla King", Kind.PERSON),
        ("It sank north of Tor Brann. A school in Tor Brann is shut.", "Tor Brann", Kind.PLACE),
        (
            "Doubts in Petra Quarnby’s case grew, and Petra Quarnby left.",
            "Petra Quarnby",
            Kind.PERSON,
        ),
    ],
)
def test_what_stands_beside_a_name_says_what_it_is(body: str, name: str, kind: Kind) -> None:
    assert _kinds(body).get(name) is kind


@pytest.mark.parametrize(
    "body",
    [
        "The night ferry Grey Heron left late. All aboard the Grey Heron slept.",
        "Hurricane Petra came ashore. After Petra, nothing stood.",
        "Follow @PetraQuarnby and #PetraNow at q.example/QuarnbyPetra for more.",
        "The North Stellians, and many South Koreans, agreed.",
    ],
)
def test_ships_storms_and_accounts_are_no_names_of_people(body: str) -> None:
    assert Kind.PERSON not in _kinds(body).values()


def test_a_surname_is_known_behind_junior() -> None:
    body = "Walter Quarnby Jr was there. Later Quarnby left, and nobody saw Quarnby again."

    assert len(_one(body, "Walter Quarnby Jr").spans) == 3


@pytest.mark.parametrize(
    ("body", "lang", "name"),
    [
        ("Le texte de la Commission européenne est prêt.", "fr", "Commission européenne"),
        ("Elle a saisi la Cour des comptes hier.", "fr", "Cour des comptes"),
        ("Lo dijo el Tribunal de cuentas ayer.", "es", "Tribunal de cuentas"),
    ],
)
def test_bodies_whose_words_are_small(body: str, lang: str, name: str) -> None:
    assert _kinds(body, lang) == {name: Kind.ORGANISATION}


def test_one_that_much_speaks_for_is_sure_and_one_that_little_does_is_not() -> None:
    sure = _one("Mayor Petra Quarnby, 52, told reporters that she would stay.", "Petra Quarnby")
    unsure = _one("People spoke of Orvel Quarnby at the harbour.", "Orvel Quarnby")

    assert sure.confidence >= SURE > unsure.confidence


_NOUNS = st.sampled_from(["town", "ferry", "charity", "striker", "people of", "the", "’s", "and"])
_WORDS = st.sampled_from(["Quarn", "Stell", "Petra", ",", ".", "(", "@", "aboard", "in", "a", "\n"])


@settings(deadline=None, max_examples=100)
@given(st.lists(st.one_of(_NOUNS, _WORDS), max_size=40).map(" ".join))
def test_any_order_of_cues_gives_names_that_the_text_holds(body: str) -> None:
    for entity in find_entities("", body, "en"):
        assert all(body[span.start : span.end].strip() for span in entity.spans)
