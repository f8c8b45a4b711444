"""A mailbox is read over IMAP within limits, and left as it was."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.adapters.letter_box import Box, open_box

from wireroom.adapters import bounded_imap, mailbox
from wireroom.adapters.mailbox import Look, Wish, look_into
from wireroom.engine.errors import FetchFailed

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def box() -> Iterator[Box]:
    with open_box() as opened:
        yield opened


def raw_letter(number: int, *, size: int = 10) -> bytes:
    return f"Subject: {number}\r\nFrom: a@b.example\r\n\r\n{'x' * size}\r\n".encode()


def wish(
    *,
    validity: int = 0,
    last_uid: int = 0,
    wants: Callable[[bytes, datetime], bool] = lambda head, at: True,
    again: tuple[int, ...] = (),
) -> Wish:
    return Wish(
        validity=validity, last_uid=last_uid, since=NOW - timedelta(days=7), wants=wants,
        again=again, longest=100_000,
    )  # fmt: skip


def test_new_letters_are_read_and_nothing_is_changed(box: Box) -> None:
    box.add(raw_letter(1), at=NOW - timedelta(days=30))
    box.add(raw_letter(2), at=NOW)
    look = look_into(box.account, wish(wants=lambda head, at: b"Subject: 2" in head))
    assert [one.uid for one in look.letters] == [2]  # the first look goes back a week
    assert look.letters[0].whole == raw_letter(2)
    assert look.letters[0].arrived_at == NOW
    assert (look.validity, look.last_uid, look.has_more) == (7, 2, False)

    box.add(raw_letter(3), at=NOW)
    look = look_into(box.account, wish(validity=7, last_uid=2, wants=lambda head, at: False))
    assert [(one.uid, one.whole) for one in look.letters] == [(3, None)]
    nothing = look_into(box.account, wish(validity=7, last_uid=3))
    assert (nothing.letters, nothing.last_uid) == ((), 3)
    verbs = {command.split(" ")[0] for command in box.commands}
    assert verbs <= {"CAPABILITY", "LOGIN", "EXAMINE", "UID", "LOGOUT"}
    assert all(" BODY[" not in command for command in box.commands)


def test_a_mailbox_without_new_letters_is_not_read_from_its_beginning(box: Box) -> None:
    for number in range(1, 4):
        box.add(raw_letter(number), at=NOW - timedelta(days=400))
    first = look_into(box.account, wish())
    assert (first.letters, first.last_uid, first.has_more) == ((), 3, False)
    box.add(raw_letter(4), at=NOW)
    look = look_into(box.account, wish(validity=first.validity, last_uid=first.last_uid))
    assert [one.uid for one in look.letters] == [4]


def test_a_look_ends_before_what_is_too_much_and_goes_on_there(box: Box) -> None:
    for number in range(1, 31):
        box.add(raw_letter(number), at=NOW)
    box.claims[2] = 50_000_000
    read: list[int] = []
    last, looks = 0, 0
    while True:
        look = look_into(box.account, wish(validity=7, last_uid=last))
        assert look.last_uid > last
        last, looks = look.last_uid, looks + 1
        read += [one.uid for one in look.letters]
        assert sum(one.whole is not None for one in look.letters) <= mailbox.MOST_WHOLE
        if not look.has_more:
            break
    assert read == list(range(1, 31))
    assert looks == 3
    assert not any("FETCH 2 (" in command for command in box.commands)


def test_large_letters_are_spread_over_looks(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "_MOST_AT_ONCE", 50_000)
    for number in range(1, 6):
        box.add(raw_letter(number, size=30_000), at=NOW)
    first = look_into(box.account, wish(validity=7))
    assert [one.uid for one in first.letters] == [1, 2]
    assert (first.last_uid, first.has_more) == (2, True)
    second = look_into(box.account, wish(validity=7, last_uid=2))
    assert [one.uid for one in second.letters] == [3, 4]


def test_letters_are_read_a_second_time_where_asked(box: Box) -> None:
    for number in range(1, 4):
        box.add(raw_letter(number), at=NOW)
    look = look_into(box.account, wish(validity=7, last_uid=3, again=(2,)))
    assert [one.uid for one in look.letters] == [2]
    assert look.last_uid == 3
    box.validity = 8  # numbers mean other letters now
    look = look_into(box.account, wish(validity=7, last_uid=3, again=(2,)))
    assert [one.uid for one in look.letters] == [1, 2, 3]
    assert look.validity == 8


@pytest.mark.parametrize(
    "answer",
    [b"* SEARCH " + b"1 " * 600_000, b"* SEARCH 1\r\n* 1 FETCH (UID 1 BODY[] {9999999999}\r\n"],
)
def test_a_server_sends_no_more_than_a_look_may_bring(box: Box, answer: bytes) -> None:
    box.answer = answer
    with pytest.raises(FetchFailed):
        look_into(box.account, wish())


def test_a_server_takes_no_longer_than_a_look_may(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_imap, "LOOK_S", 0.5)
    box.add(raw_letter(1, size=1_000), at=NOW)
    box.drip_s = 0.02
    with pytest.raises(FetchFailed, match="took too long"):
        look_into(box.account, wish())


@pytest.mark.parametrize("ailment", ["slow", "refused", "endless"])
def test_a_letter_that_cannot_be_had_keeps_no_other_from_being_read(
    box: Box, monkeypatch: pytest.MonkeyPatch, ailment: str
) -> None:
    monkeypatch.setattr(bounded_imap, "LOOK_S", 0.5)
    for number in range(1, 4):
        box.add(raw_letter(number, size=100), at=NOW)
    getattr(box, ailment).add(2)
    found: list[Look] = []
    last = 0
    while not found or found[-1].has_more:
        found.append(look_into(box.account, wish(validity=7, last_uid=last)))
        assert found[-1].last_uid > last
        last = found[-1].last_uid
    letters = [one for look in found for one in look.letters]
    assert [one.uid for one in letters] == [1, 2, 3]
    assert [one.uid for one in letters if one.whole is None] == [2]
    assert [one.uid for one in letters if one.trouble] == [2]
    assert len(found) <= 3


def test_a_server_that_gives_nothing_for_now_is_asked_again(box: Box) -> None:
    box.add(raw_letter(1), at=NOW)
    box.refused.add(1)
    box.refusal = "[UNAVAILABLE] come back later"
    with pytest.raises(FetchFailed, match="come back later"):
        look_into(box.account, wish(validity=7))


def test_what_a_look_that_was_cut_did_not_come_to_is_not_gone(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_imap, "LOOK_S", 0.5)
    for number in range(1, 5):
        box.add(raw_letter(number, size=100), at=NOW)
    box.slow.add(2)
    look = look_into(box.account, wish(validity=7, last_uid=3, again=(1, 2, 3)))
    assert (look.again, look.last_uid, look.has_more) == ((1,), 3, True)
    look = look_into(box.account, wish(validity=7, last_uid=3, again=(2, 3)))
    assert [one.trouble != "" for one in look.letters] == [True]


def test_no_error_repeats_the_password(box: Box) -> None:
    with pytest.raises(FetchFailed) as caught:
        look_into(replace(box.account, user="somebody"), wish())
    assert "refuses user or password" in str(caught.value)
    assert "quoted" not in str(caught.value)
    with pytest.raises(FetchFailed, match="no such folder"):
        look_into(replace(box.account, folder="Elsewhere"), wish())
    with pytest.raises(FetchFailed, match="mailbox"):
        look_into(replace(box.account, port=1), wish())
    with pytest.raises(FetchFailed, match="mailbox"):
        look_into(replace(box.account, tls="start"), wish())
