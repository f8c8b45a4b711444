"""Key points by a model, in one task of a worker: asked for, then judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wireroom.adapters.ai.endpoint import Endpoint
from wireroom.adapters.ai.way import read_way
from wireroom.adapters.ai.writer import OpenAIWriter
from wireroom.engine.insight.verify.claim import CitedArticle
from wireroom.engine.insight.written.gate import Judged, judge_points
from wireroom.engine.insight.written.material import Numbered
from wireroom.engine.insight.written.request import read_points, request_points
from wireroom.engine.ports import Writer
from wireroom.engine.writing import Unwritten, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsTask:
    """What a worker needs; `known` is the answer that the same request got before."""

    endpoint: Endpoint
    way: str
    material: Sequence[Numbered]
    articles: Sequence[CitedArticle]
    known: Mapping[str, Any] | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class PointsReply:
    """What came of it; nothing is judged where nothing was written."""

    reply: Written | Unwritten
    judged: Judged = field(default_factory=Judged)


def write_points(task: PointsTask) -> PointsReply:
    """Ask the model, unless its answer is known, and judge what it says."""
    reply: Written | Unwritten
    if task.known is not None:
        reply = Written(answer=task.known, model=task.endpoint.model, way=task.way)
    else:
        writer: Writer = OpenAIWriter(task.endpoint, read_way(task.way))
        reply = writer.write(request_points(task.material))
    if isinstance(reply, Unwritten):
        return PointsReply(reply)
    told = read_points(reply.answer)
    return PointsReply(reply, judge_points(told, task.material, task.articles))
