"""What is refused is said in the page's language: all sentences in Arabic, values as text."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

import wireroom
from wireroom.engine.errors import BadInput, FetchFailed, UnreadablePage
from wireroom.engine.faults import Fault
from wireroom.locale.faults import ROOMS, find_faults
from wireroom.locale.update import read
from wireroom.web.direction import plain_text
from wireroom.web.fault_words import say_fault

SOURCES = Path(wireroom.__file__).parent
_VALUE = re.compile(r"%\(\w+\)s")
# What has no other name in Arabic: formats, protocols, examples that are to be typed as they are.
_NAMES = re.compile(
    r"https?(://)?|'\./wireroom [a-z ]+'|robots\.txt|www\.tide\.example|host:port|HOST:"
    r"|\b(RSS|Atom|HTML|JSON( Feed)?|PDF|HTTP|GB|en|ar|pt-BR)\b"
)


def carriers() -> Iterator[tuple[str, list[ast.expr]]]:
    """Yield every call in the rooms of pages that carries a sentence, and where it stands."""
    for room in ROOMS:
        for path in SOURCES.glob(room.replace("**", "**/*") if "**.py" in room else room):
            for line, told in find_faults(path.read_text()):
                yield f"{path.relative_to(SOURCES)}:{line}", told


def sentences() -> Iterator[tuple[str, str]]:
    """Yield every sentence that is written out, and where it stands."""
    for place, told in carriers():
        for one in told:
            if isinstance(one, ast.Constant):
                yield place, str(one.value)


def test_no_sentence_is_put_together_before_it_can_be_translated() -> None:
    together = [
        place
        for place, told in carriers()
        for one in told
        if any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in ast.walk(one))
    ]
    assert len(list(carriers())) > 100
    assert together == [], "write the sentence out, its values by name: it has to be translated"


def test_every_sentence_has_arabic_without_a_word_of_english() -> None:
    held = read("ar")
    for place, english in sentences():
        message = held.get(english)
        if message is None:  # a plural stands with its singular
            continue
        told = message.string if isinstance(message.string, tuple) else (message.string,)
        for form in told:
            left = _NAMES.sub("", _VALUE.sub("", str(form)))
            assert re.search(r"[\u0621-\u064a]|^[«»: ]+$", left), f"{place}: {english}"
            assert not re.search(r"[A-Za-z]{2}", left), f"{place}: {form}"


def test_the_same_values_are_said_in_every_language() -> None:
    told = UnreadablePage("empty", "the file is empty; fetch or save the page again")
    nested = BadInput("this page cannot be read as a listing: %(why)s", why=told)
    refused = FetchFailed("%(host)s redirects more than %(num)s times", host="t", num=3)
    with override("ar"):
        assert "الملف فارغ" in say_fault(nested)
        assert not re.search("[A-Za-z]", say_fault(nested))
        assert say_fault(refused) == "\u2068t\u2069 redirects more than 3 times"  # not held
    with override("en"):
        assert say_fault(nested) == str(nested)


@pytest.mark.parametrize(("num", "said"), [(1, "تقرير واحد"), (2, "تقريران"), (7, "7 تقارير")])
def test_arabic_counts_in_its_own_forms(num: int, said: str) -> None:
    told = Fault.of(
        "at most one report at once; block the outlet instead",
        "at most %(num)s reports at once; block the outlet instead",
        num=num,
    )
    with override("ar"):
        assert said in say_fault(told)


@given(
    st.text()
    | st.sampled_from(("%(x)s", "100%", "{x}", "<b>x</b>", "\u202eevil", "a\u2069b", "a\nb"))
)
def test_a_hostile_value_stays_text_and_in_its_place(value: str) -> None:
    with override("ar"):
        said = say_fault(BadInput("%(outlet)s is blocked", outlet=value))
    assert said.startswith("\u2068")
    assert said.endswith("\u2069 محظورة")
    inside = said.removeprefix("\u2068").removesuffix("\u2069 محظورة")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\n]", inside)
    assert inside == plain_text(value)


@given(st.text())
def test_what_no_catalogue_has_is_said_as_it_was_told(text: str) -> None:
    with override("ar"):
        said = say_fault(BadInput(f"no such {text}%"))
    # gettext sees every end of a line as one.
    assert said.splitlines() == f"no such {text}%".replace("\r\n", "\n").splitlines()
