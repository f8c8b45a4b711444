"""Whether outlets' pictures are shown, from where, and how much disk they may fill."""

import os

from wireroom.engine.errors import BadInput

_MB = "500"  # some 4,000 pictures in three widths: the fronts and stories of a month or two


def read_images() -> str:
    """Return proxy, direct or off. Raises BadInput for anything else."""
    told = os.environ.get("WIREROOM_IMAGES", "").strip().lower() or "proxy"
    if told not in ("proxy", "direct", "off"):
        raise BadInput(f"WIREROOM_IMAGES is proxy, direct or off, not {told!r}")
    return told


def read_images_mb() -> int:
    """Return how many megabytes of pictures are kept. Raises BadInput where that is no number."""
    told = os.environ.get("WIREROOM_IMAGES_MB", "").strip() or _MB
    if not told.isascii() or not told.isdecimal():
        raise BadInput(f"WIREROOM_IMAGES_MB is a number of megabytes, not {told!r}")
    return int(told)


def image_sources(images: str) -> list[str]:
    """Return from where pages may load pictures (img-src of the content security policy)."""
    return ["'self'", "https:", "http://127.0.0.1:*"] if images == "direct" else ["'self'"]
