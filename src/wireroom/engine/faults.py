"""What is wrong, as a sentence with places for its values: said in English, translated elsewhere.

A page says it in the reader's language (wireroom.web.fault_words), from catalogues that hold the
sentences as they are written here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence whose values are named as `%(name)s`; `str()` gives it in English.

    Without values it stands as it is, so that a sign of percent in it is one. With a plural, the
    value `num` says which of the two is meant. A value may be a sentence itself.
    """

    sentence: str
    plural: str = ""
    values: Mapping[str, "Value"] = field(default_factory=dict)

    @classmethod
    def of(cls, sentence: str, plural: str = "", /, **values: "Value") -> Self:
        """Return what is wrong; the catalogues get its sentences from these calls."""
        return cls(sentence, plural, values)

    def __str__(self) -> str:
        is_many = self.plural and self.values.get("num") != 1
        sentence = self.plural if is_many else self.sentence
        return sentence % self.values if self.values else sentence


Value = str | int | float | Fault


def sentence(english: str) -> str:
    """Return a sentence of a fault as it is: the catalogues have it, wherever it is raised."""
    return english
