"""Copies of a text that was revised since say nothing of their own; its new values are later."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.insight.differences.telling import MORNING, report, shown

from wireroom.engine.insight.differences.find import differences
from wireroom.engine.insight.differences.report import Difference, Kind, Report

_REST = "The barge Marit had left Sele for Orrin with timber on its deck.\n\nNo cause is known."


def _told(count: str) -> str:
    return f"{count} people died when the barge Marit burnt off Sele.\n\n{_REST}"


def _origin(*, hour: float = 4, now: str = "Four", was: str = "Six") -> Report:
    return report(_told(now), outlet="Lohm Wire", article="o", former=[(_told(was), hour)])


def _copy(outlet: str, hour: float, count: str = "Six") -> Report:
    return report(_told(count), outlet=outlet, hour=hour, copy_of="o")


def _one(*reports: Report) -> Difference:
    found = differences(reports)
    assert len(found) == 1, [shown(one) for one in found]
    return found[0]


def test_copies_of_the_first_text_are_one_former_value() -> None:
    found = _one(_origin(), _copy("Sele Post", 1), _copy("Orrin Day", 2, "At least six"))
    assert found.kind is Kind.UPDATE
    assert shown(found) == ["Six", "Four"]
    assert [tuple(value.carriers) for value in found.values] == [("Orrin Day",), ()]
    assert [value.at for value in found.values] == [MORNING, MORNING + timedelta(hours=4)]


def test_a_copy_filed_after_the_revision_is_stale_too() -> None:
    found = _one(_origin(hour=1), _copy("Sele Post", 6))
    assert (found.kind, shown(found)) == (Kind.UPDATE, ["Six", "Four"])


def test_others_who_follow_a_correction_do_not_disagree() -> None:
    own = report("Four people died in the fire on the Marit.", outlet="Radio Orrin", hour=5)
    assert _one(_origin(), _copy("Sele Post", 1), own).kind is Kind.UPDATE


def test_an_own_voice_that_repeats_the_former_value_disagrees() -> None:
    own = report("The fire on the Marit killed six people.", outlet="Radio Orrin", hour=6)
    assert _one(_origin(), _copy("Sele Post", 1), own).kind is Kind.CONTRADICTION


def test_a_value_that_its_desk_changed_speaks_for_itself() -> None:
    found = _one(_origin(), _copy("Sele Post", 1, "Nine"))
    assert found.kind is Kind.CONTRADICTION
    assert shown(found) == ["Nine", "Four"]


def test_a_value_untouched_by_a_revision_keeps_its_time() -> None:
    former = _told("Four").replace("No cause is known.", "It burns.")
    origin = report(_told("Four"), article="o", former=[(former, 4)])
    own = report("Six people died in the fire on the Marit.", outlet="Radio Orrin", hour=1.5)
    assert _one(origin, own).values[0].at == MORNING


@given(st.lists(st.integers(2, 60), min_size=2, max_size=4, unique=True), st.integers(1, 3))
def test_stale_copies_of_any_state_never_disagree(counts: list[int], copies: int) -> None:
    *old, now = (_told(str(count)) for count in counts)
    former = [(body, hour) for hour, body in enumerate(old, start=1)]
    origin = report(now, article="o", outlet="Lohm Wire", former=former)
    stale = [
        report(body, outlet=f"Desk {place} {number}", hour=8, copy_of="o")
        for place, body in enumerate(old)
        for number in range(copies)
    ]
    for found in differences([origin, *stale]):
        assert found.kind is Kind.UPDATE
        assert len(found.values) <= len(counts)
        assert sum(value.is_latest for value in found.values) <= 1
