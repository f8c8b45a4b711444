"""The small map: everything within its box, labels apart, the short way round the world."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.web.map_plot import Mark, Pin, plot_map

PINS = st.builds(
    Pin,
    st.text("abcdefgh ", min_size=1, max_size=30),
    st.floats(-75, 75),
    st.floats(-180, 180),
    st.sampled_from(["city", "area"]),
)
NEAR = st.builds(Pin, st.text("xyz", min_size=1, max_size=12), st.floats(-75, 75),
                 st.floats(-180, 180), st.just("near"))  # fmt: skip


@given(st.lists(PINS, min_size=1, max_size=12), st.lists(NEAR, max_size=12))
def test_marks_stand_within_the_box_and_labels_apart(places: list[Pin], near: list[Pin]) -> None:
    plot = plot_map(places, near)
    assert plot is not None
    assert 100 <= plot.height <= 231
    assert {mark.pin for mark in plot.marks if mark.pin.mark != "near"} == set(places)
    for mark in plot.marks:
        assert -0.1 <= mark.x <= plot.width + 0.1
        assert -0.1 <= mark.y <= plot.height + 0.1
    boxes = [_box(mark) for mark in plot.marks if mark.label]
    for number, one in enumerate(boxes):
        assert all(not _overlap(one, other) for other in boxes[:number])


def _box(mark: Mark) -> tuple[float, float, float, float]:
    wide = len(mark.label.strip("\u2068\u2069")) * 6.4
    left = {"start": 0.0, "end": wide, "middle": wide / 2}[mark.anchor]
    return mark.label_x - left, mark.label_y - 10, mark.label_x - left + wide, mark.label_y + 2


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    # Positions are rounded to a tenth.
    return (
        one[0] + 0.2 < other[2] and other[0] + 0.2 < one[2]
        and one[1] + 0.2 < other[3] and other[1] + 0.2 < one[3]
    )  # fmt: skip


def test_no_place_is_no_map() -> None:
    assert plot_map([], []) is None


def test_two_places_on_either_side_of_the_date_line_are_neighbours() -> None:
    plot = plot_map([Pin("a", 0, 179, "city"), Pin("b", 0, -179, "city")], [])
    assert plot is not None
    west, east = (mark.x for mark in plot.marks)
    assert 0 < east - west < plot.width


def test_north_is_up_and_east_is_right() -> None:
    plot = plot_map([Pin("south", 10, 10, "city"), Pin("north", 20, 30, "city")], [])
    assert plot is not None
    south, north = plot.marks
    assert north.y < south.y
    assert north.x > south.x
