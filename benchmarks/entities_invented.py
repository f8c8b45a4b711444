"""Names in the sample newsroom, all of them invented, against what `find_entities` finds.

    python -m benchmarks.entities_invented [--held] [--misses]

Names that no table knows show whether rules or tables find them. `entities_invented.toml` says
who and what is named; where they stand is looked up in the reports' own words.
"""

import argparse
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from benchmarks.entities import Tally, count_names, print_tally

TRUTH: Final = Path(__file__).with_name("entities_invented.toml")
_CLASSES: Final = {"people": "person", "places": "place", "organisations": "organisation"}
_SHORTEST_SURNAME: Final = 4  # letters; shorter Arabic ones are parts of other words
_DAYS: Final = {"en": "Tuesday", "ar": "الثلاثاء"}  # what a report's {{weekday}} becomes
_MACRO: Final = re.compile(r"\{\{[^}]*\}\}")
# Arabic writes "and", "in", "for" in one with a name.
_BEFORE: Final = {"en": r"(?<![\w-])", "ar": r"(?<![^\W_])[وف]?[بلك]?"}


def main() -> None:
    """Print precision, recall and F1 by class and language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="events put aside, not the others")
    parser.add_argument("--misses", action="store_true", help="show what is wrong")
    args = parser.parse_args()
    truth = tomllib.loads(TRUTH.read_text("utf-8"))
    tally = Tally()
    for lang in ("en", "ar"):
        kinds = _kinds(truth[lang])
        pattern = _pattern(kinds, lang)
        for event, title, body in _reports(lang):
            if (event in truth["held"]) is args.held:
                spans = {
                    (in_title, *span): kinds[name]
                    for in_title, text in ((True, title), (False, body))
                    for span, name in _find(pattern, text)
                }
                true = {span: kind for span, kind in spans.items() if kind not in ("", "unsure")}
                unsure = [span for span, kind in spans.items() if kind == "unsure"]
                count_names(tally, lang, (title, body), (true, unsure), show=args.misses)
    print_tally("invented, held" if args.held else "invented", tally)


def _kinds(truth: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the class by name: empty for things that are none, "unsure" to pass over."""
    kinds = {
        name.split()[-1]: "person"
        for name in truth["people"]
        if len(name.split()[-1]) >= _SHORTEST_SURNAME
    }
    kinds |= {name: kind for key, kind in _CLASSES.items() for name in truth[key]}
    return kinds | dict.fromkeys(truth["none"], "") | dict.fromkeys(truth["unsure"], "unsure")


def _pattern(names: Iterable[str], lang: str) -> re.Pattern[str]:
    either = "|".join(re.escape(name) for name in sorted(names, key=lambda name: -len(name)))
    return re.compile(rf"{_BEFORE[lang]}({either})(?!\w)")


def _find(pattern: re.Pattern[str], text: str) -> Iterator[tuple[tuple[int, int], str]]:
    for match in pattern.finditer(text):
        yield match.span(1), match[1]


def _reports(lang: str) -> Iterator[tuple[str, str, str]]:
    """Yield (event, title, body) of the reports that are written out."""
    for file in sorted((files("wireroom.sample") / "events").iterdir(), key=lambda each: each.name):
        if file.name.startswith(lang):
            event: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
            for report in event["report"]:
                if "body" in report:
                    body = _MACRO.sub(_DAYS[lang], report["body"]).strip()
                    yield event["id"], report.get("headline", ""), body


if __name__ == "__main__":
    main()
