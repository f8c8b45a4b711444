"""The sample newsroom: invented outlets on invented events, served over real HTTP on loopback."""

from wireroom.sample.content import Newsroom, Outlet, Report
from wireroom.sample.reading import BadContent, load_newsroom
from wireroom.sample.truth import build_truth, sample_outlets

__all__ = [
    "BadContent",
    "Newsroom",
    "Outlet",
    "Report",
    "build_truth",
    "load_newsroom",
    "sample_outlets",
]
