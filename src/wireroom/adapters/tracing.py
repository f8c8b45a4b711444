"""Spans for OpenTelemetry: what the pipeline, the fetcher and the site did, when, and for how long.

Off unless OTEL_EXPORTER_OTLP_ENDPOINT names a collector; the packages come with the extra `traces`.
Names and attributes are an interface, as those of the metrics are. No span holds a text, a
reader's address or what they asked for.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from opentelemetry.trace import Span as _OpenSpan
    from opentelemetry.trace import Tracer

log = logging.getLogger(__name__)
ENDPOINT: Final = "OTEL_EXPORTER_OTLP_ENDPOINT"  # the names are OpenTelemetry's own
_SERVICE: Final = "OTEL_SERVICE_NAME"
_OFF: Final = "OTEL_SDK_DISABLED"
Fact = str | int | float | bool


class Span:
    """Something that takes time; nothing at all while nobody collects."""

    __slots__ = ("_open",)

    def __init__(self, open_span: "_OpenSpan | None" = None) -> None:
        self._open: Final = open_span

    def tell(self, name: str, fact: Fact) -> None:
        """Add what came of it, by OpenTelemetry's name where it has one."""
        if self._open is not None:
            self._open.set_attribute(name, fact)

    def end(self, error: BaseException | None = None) -> None:
        """End it now, well or with an error, of which the kind alone is told."""
        if self._open is None:
            return
        if error is not None:
            from opentelemetry.trace import StatusCode

            self._open.set_status(StatusCode.ERROR)
            self._open.set_attribute("error.type", type(error).__name__)
        self._open.end()


NOTHING: Final = Span()


def begin(name: str) -> Span:
    """Begin a span that stands by itself, to be ended by whoever has it."""
    tracer = _tracer()
    return NOTHING if tracer is None else Span(tracer.start_span(name))


@contextmanager
def traced(name: str) -> Iterator[Span]:
    """Trace what is done inside; an error that leaves it is told by its kind."""
    span = begin(name)
    try:
        yield span
    except BaseException as error:
        span.end(error)
        raise
    span.end()


@cache
def _tracer() -> "Tracer | None":
    """Return what spans are begun with, made at the first one: forked processes make their own."""
    if not os.environ.get(ENDPOINT) or os.environ.get(_OFF, "").lower() == "true":
        return None
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        log.warning("%s is set, but OpenTelemetry is missing: install wireroom[traces]", ENDPOINT)
        return None
    resource = Resource.create({"service.name": os.environ.get(_SERVICE) or "wireroom"})
    provider = TracerProvider(resource=resource)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider.get_tracer("wireroom")
