"""A password that will not do is told so in the reader's language."""

import re

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import override

from wireroom.people.models import Person

pytestmark = pytest.mark.once


@pytest.mark.parametrize("password", ["short", "password123", "ostvikferry"])
def test_in_arabic_no_word_of_it_is_english(password: str) -> None:
    with override("ar"), pytest.raises(ValidationError) as wrong:
        validate_password(password, Person(email="ostvikferry@tidewire.example"))
    assert wrong.value.messages
    assert not re.search("[A-Za-z]", " ".join(wrong.value.messages))


def test_how_long_it_has_to_be_is_said() -> None:
    with override("en"), pytest.raises(ValidationError, match="at least 10 letters"):
        validate_password("short")
