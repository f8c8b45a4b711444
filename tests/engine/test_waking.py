"""Of a host behind which pages wait as many are woken as it may be asked for, new ones first."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.pages.waking import AT_ONCE, LOOK_AGAIN_S, HostRoom, Room, decide_waking

ROOMS = st.builds(Room, requests=st.integers(0, 10_000), closed_s=st.floats(0, 1e6))
WAITING = st.integers(0, 1_000_000)


@given(ROOMS, ROOMS, WAITING, WAITING, st.integers(0, 200))
def test_no_more_is_woken_than_there_is_room_for_and_new_pages_come_first(
    for_new: Room, for_known: Room, new: int, known: int, under_way: int
) -> None:
    room = HostRoom(new=for_new, known=for_known, interval_s=1.0)
    turn = decide_waking(room, new=new, known=known, under_way=under_way)
    assert 0 <= turn.new <= new
    assert 0 <= turn.known <= known
    woken = turn.new + turn.known
    if woken:
        assert woken + under_way <= AT_ONCE
    if turn.new:
        assert turn.new + under_way <= for_new.requests
    if turn.known:
        assert woken + under_way <= for_known.requests
        assert turn.new in {new, max(for_new.requests - under_way, 0)}
    assert 1 <= turn.next_s <= max(LOOK_AGAIN_S, woken + under_way)


def test_a_closed_host_is_looked_at_again_within_the_hour() -> None:
    none = Room(requests=0, closed_s=80_000)
    turn = decide_waking(HostRoom(new=none, known=none, interval_s=1.0), new=9, known=9)
    assert (turn.new, turn.known, turn.next_s) == (0, 0, LOOK_AGAIN_S)


def test_a_slow_host_gets_as_long_as_it_asks_for() -> None:
    free = Room(requests=500)
    turn = decide_waking(HostRoom(new=free, known=free, interval_s=10.0), new=3, known=2)
    assert (turn.new, turn.known, turn.next_s) == (3, 2, 50)
