"""Writes docs/gallery.md and its pictures from what the gallery took of the sample newsroom.

python -m benchmarks.gallery_docs FOLDER
"""

import sys
from pathlib import Path
from typing import Final

from PIL import Image

_DOCS: Final = Path(__file__).resolve().parents[1] / "docs"
# A screen and a half of a telephone: pages differ at their top.
_TALLEST: Final = 1300
_MOST: Final = 25
_KINDS: Final = (
    "front", "story", "article", "compare", "quotes", "perspectives", "grouping", "topic",
    "outlet", "search", "wrap-up", "mine", "desk",
)  # fmt: skip
_TEXT: Final = """# Gallery

Pages of the sample newsroom, as Chromium shows them to a telephone of 390 pixels. All outlets, people and events are invented.

    python -m benchmarks.gallery --out var/gallery --axe axe.min.js
    python -m benchmarks.gallery_docs var/gallery

The first takes every page that has an address ([the table](../benchmarks/gallery_table.py); a test holds that none is left out) in English and Arabic at 390, 768 and 1,280 pixels, light and dark, with and without JavaScript, as a stranger, the host and a newcomer see them, and exits 1 where a page leads elsewhere, scrolls sideways, says something on the console, breaks its policy, moves by more than .02, has targets under 24 pixels, has words that are cut, stand on one another or lie beyond its edge, loads more than 150 KB without photos or breaks a rule of axe. `--rows 0 1 3 500` looks at sites with so many rows of each kind, headlines of 300 letters, names of 80 without a space, both directions in one line, and pictures that do not come. `--widths`, `--schemes`, `--script`, `--kinds` and `--languages`, which takes editions of countries too, cut a run in parts; `--no-pictures` saves half of its time; with `--noted FILE` a run that was stopped goes on, and looks anew at what had a fault alone. What a reader can do is held by [tests in a browser](reference/what-a-reader-can-do.md).
"""  # noqa: E501 - a paragraph of Markdown is one line


def main() -> None:
    """Write the page and its pictures."""
    folder, kept = Path(sys.argv[1]), _DOCS / "pictures" / "gallery"
    kept.mkdir(parents=True, exist_ok=True)
    lines = [_TEXT]
    names = [f"{kind}-{lang}-390-light" for kind in _KINDS for lang in ("en", "ar")]
    taken = [name for name in names if (folder / f"sample-{name}.png").exists()][:_MOST]
    for name in taken:
        picture = Image.open(folder / f"sample-{name}.png").convert("RGB")
        width, height = picture.size
        picture.crop((0, 0, width, min(height, _TALLEST))).save(kept / f"{name}.webp", quality=70)
        kind = name.removesuffix("-390-light")
        lines.append(f"![{kind}](pictures/gallery/{name}.webp)\n")
    (_DOCS / "gallery.md").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
