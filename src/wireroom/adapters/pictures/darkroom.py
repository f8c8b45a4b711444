"""Makes a picture anew: bytes of a stranger in, WebP of each width out, nothing else kept.

It runs as a program of its own (`develop.py` starts it): decoders are where pictures attack, and
here one that is taken over or eats memory has no secrets, no files to write and seconds to live.
It imports nothing of Wireroom, so that it starts in a tenth of a second.
"""

import resource
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image

WIDTHS: Final = (320, 640, 1280)
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")  # SVG is a document: scripts, fonts, addresses
_MOST_PIXELS: Final = 50_000_000  # cameras have 20 to 45 million, and some outlets publish them so
_LEAST_SIDE: Final = 16  # counting pixels and spacers are 1 by 1
_MOST_RATIO: Final = 8  # a strip is an ornament, and 320 wide it would be endless
_QUALITY: Final = 76  # where photographs of the sizes shown begin to look no better
_EFFORT: Final = 3  # of 6: half the time of the default, files some 3% larger
# 50 million pixels of four bytes, twice, and what libraries take.
_MOST_MEMORY: Final = 900_000_000
_MOST_CPU_S: Final = 8


class Refused(Exception):  # noqa: N818 - reads as what it is
    """The picture is not shown, and why."""


def main() -> int:
    """Read a picture from standard input; write each width's size in a line, then the files."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_CPU_S, _MOST_CPU_S))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    content = sys.stdin.buffer.read()
    try:
        files = develop(content)
    except Exception as error:  # noqa: BLE001 - whatever a decoder raises, the picture is bad
        reason = f"it cannot be read as a picture ({type(error).__name__})"
        sys.stderr.write(str(error) if isinstance(error, Refused) else reason)
        return 1
    sys.stdout.buffer.write(" ".join(str(len(file)) for file in files).encode() + b"\n")
    sys.stdout.buffer.write(b"".join(files))
    return 0


def develop(content: bytes) -> list[bytes]:
    """Return the picture in WebP for each of WIDTHS, never larger than it came.

    Turned as its camera stood and in sRGB, as nothing else of what it tells of itself is kept.
    Raises Refused, or whatever a decoder raises.
    """
    # Imported here: only after the limits of main() are set.
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # _check() says how many; Pillow's own limit knows no reason
    with Image.open(BytesIO(content), formats=_FORMATS) as opened:
        _check(*opened.size)
        opened.draft("RGB", (WIDTHS[-1], WIDTHS[-1]))
        turned = ImageOps.exif_transpose(opened)
        profile = opened.info.get("icc_profile")
        plain = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
    picture: Image.Image = _in_srgb(plain, profile) if turned.mode in ("RGB", "RGBA") else plain
    files: list[bytes] = []
    for width in reversed(WIDTHS):
        if picture.width > width:
            height = max(1, round(picture.height * width / picture.width))
            picture = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        picture.info.clear()
        file = BytesIO()
        picture.save(file, "WEBP", quality=_QUALITY, method=_EFFORT)
        files.insert(0, file.getvalue())
    return files


def _check(width: int, height: int) -> None:
    if width * height > _MOST_PIXELS:
        raise Refused(f"it has {width} by {height} pixels, more than {_MOST_PIXELS:,}")
    if min(width, height) < _LEAST_SIDE:
        raise Refused(f"it has {width} by {height} pixels: a counter or a spacer")
    if max(width, height) > _MOST_RATIO * min(width, height):
        raise Refused(f"it has {width} by {height} pixels: a strip")


def _in_srgb(picture: "Image.Image", profile: bytes | None) -> "Image.Image":
    """Return a picture in the colours of the web; as it is where its profile cannot be read."""
    # Imported here: only after the limits of main() are set.
    from PIL import ImageCms

    if not profile:
        return picture
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB")) or picture
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


if __name__ == "__main__":
    sys.exit(main())
