"""The planted set of perspectives: what it says was planted stands in its texts."""

from benchmarks.perspectives import score
from benchmarks.planted_set import Plant, load_events

from wireroom.engine.insight.perspectives.find import find_perspectives


def test_events_are_the_same_every_time() -> None:
    assert load_events("tuned", planted=True, most=2) == load_events("tuned", planted=True, most=2)


def test_lines_of_a_kernel_stand_where_they_are_said_to() -> None:
    for event in load_events("tuned", planted=True, most=4):
        for teller in event.tellers:
            for line, start, end in event.lines[teller.article]:
                assert event.line_at(teller.article, start) == line
                assert teller.body[start:end].strip() == teller.body[start:end]


def test_a_speaker_whom_one_group_quotes_is_there_more_often_than_elsewhere() -> None:
    for event in load_events("tuned", planted=True, most=8):
        for one in event.planted:
            if one.plant is Plant.QUOTES:
                told = {True: [0, 0], False: [0, 0]}
                for teller in event.tellers:
                    lines = [line for line, _, _ in event.lines[teller.article]]
                    counts = told[teller.country == one.group]
                    counts[0] += one.line in lines
                    counts[1] += 1
                assert told[True][0] / told[True][1] > 0.6 > 0.3 > told[False][0] / told[False][1]


def test_what_is_found_is_counted_and_never_more_than_planted() -> None:
    (event,) = load_events("tuned", planted=True, most=1)
    count = score(event, find_perspectives(event.tellers))
    assert count["planted"] == 2
    assert count["found"] <= count["planted"]
    assert count["right"] <= count["told"]
    assert score(event, ())["found"] == 0
