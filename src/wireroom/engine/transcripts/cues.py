"""A stretch of what is said in a recording, and the cleaning of its words."""

import html
import re
from dataclasses import dataclass
from typing import Final

from wireroom.engine.feeds.sanitise import drop_unwritable, fold_space

_LONGEST_NAME: Final = 80  # characters of a speaker's name; with office and house up to 60
# Tags of captions and of SubRip's descendants. Bounded, so that many openings take no square.
_TAG: Final = re.compile(r"</?[A-Za-z0-9][^<>]{0,300}>|\{\\[^{}]{0,100}\}")
_BRACKETED: Final = re.compile(r"\[[^\[\]\n]{1,60}\]|\([^()\n]{1,60}\)|（[^（）\n]{1,60}）")
_SUNG: Final = re.compile(r"[♪♫][^♪♫]{0,500}[♪♫]?")
# What captioners write of sounds, in the languages of most recordings.
_SOUND: Final = re.compile(
    r"\b(?:music|applause|laugh(?:s|ter|ing)?|chuckles?|cheer(?:s|ing)|sighs?|coughs?|silence|"
    r"inaudible|unintelligible|crosstalk|cross talk|blank_audio|noise|sound|jingle|theme|"
    r"musik|applaus|gelächter|lachen|lacht|unverständlich|musique|rires?|applaudissements|"
    r"música|risas?|aplausos|risos|musica|applausi|risate|музыка|смех|аплодисменты|"
    r"موسيقى|موسيقا|تصفيق|ضحك|صوت|غير مسموع)\b|音楽|拍手|笑|音乐|掌声",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from `start` to `end` (seconds, None where nobody tells), in lines as shown.

    `speaker` is empty where the format does not tell; `is_new` where it tells of a new speaker
    or paragraph.
    """

    lines: tuple[str, ...]
    speaker: str = ""
    start: float | None = None
    end: float | None = None
    is_new: bool = False


def clean_line(line: str) -> str:
    """Return a line without marks of captions and labels of sounds ("[MUSIC]"), space folded."""
    text = html.unescape(_TAG.sub("", line)) if "<" in line or "&" in line or "{" in line else line
    if not text.isascii():
        text = _SUNG.sub(" ", text)
    return fold_space(drop_unwritable(_BRACKETED.sub(_unless_sound, text)))


def clean_name(name: object) -> str:
    """Return a speaker's name as plain text, empty where there is none."""
    if not isinstance(name, str):
        return ""
    return fold_space(clean_line(name[:300]))[:_LONGEST_NAME].strip(" :")


def _unless_sound(label: re.Match[str]) -> str:
    inside = label[0][1:-1]
    is_shouted = label[0][0] == "[" and inside.isupper()
    return " " if is_shouted or _SOUND.search(inside) else label[0]
