"""Speakers who are nobody in particular: known in several languages, and no person of a ledger."""

import pytest

from wireroom.engine.insight.ledger.build import build_ledger
from wireroom.engine.insight.ledger.entry import Entry, Telling
from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.generic import is_generic

LONG = "We have waited far too long for this line between our two coasts"


def ledger(*bodies: str) -> list[Entry]:
    return build_ledger(
        [
            Telling(str(number), 1, f"Outlet {number}", str(number), find_quotes(body, "en"))
            for number, body in enumerate(bodies)
        ]
    )


@pytest.mark.parametrize(
    "name",
    [
        "one of them",
        "some",
        "Residents",
        "Alderne residents",
        "several family members",
        "a witness",
        "sources",
        "einer der Forscher",
        "Anwohner",
        "plusieurs riverains",
        "أحدهم",
        "شهود عيان",
        "بعض السكان",
    ],
)
def test_nobody_in_particular_is_generic(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ilsa Corran",
        "Anna Mann",
        "Mann",
        "the mayor",
        "a spokesman for the port",
        "One Coast Alliance",
        "ein Feuerwehrsprecher",
        "وزارة النقل",
    ],
)
def test_names_and_roles_are_somebody(name: str) -> None:
    assert not is_generic(name)


def test_residents_are_shown_unnamed_in_a_ledger() -> None:
    (entry,) = ledger(f"“{LONG},” residents said.")
    assert entry.speakers == ()
    assert entry.saying.text == LONG


def test_a_report_that_names_the_speaker_tells_whom_another_calls_one_of_them() -> None:
    (entry,) = ledger(
        f"Workers were at the gate. “{LONG},” one of them said.",
        f"“{LONG},” said Ilsa Corran, a welder.",
    )
    assert entry.speakers == ("Ilsa Corran",)


def test_a_quote_of_which_no_report_tells_anything_is_still_left_out() -> None:
    assert ledger(f"“{LONG}.” It was raining.") == []
