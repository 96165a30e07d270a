"""What the server has done, counted for Prometheus. Never what was asked, nor by whom."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

MEDIA_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


@dataclass(slots=True)
class Asked:
    """A question on its way; whoever answers it sets ``outcome``."""

    outcome: str = "failed"


class Metrics:
    """The counts of one application."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        self._requests = Counter(
            "ontherecord_requests",
            "Requests by kind of address and status",
            ["kind", "status"],
            registry=registry,
        )
        self._questions = Counter(
            "ontherecord_questions",
            "Questions by outcome: answered, abstained, refused, busy, failed",
            ["outcome"],
            registry=registry,
        )
        self._inside = Gauge(
            "ontherecord_questions_inside", "Questions that wait or are being answered", registry=registry
        )
        self._seconds = Histogram(
            "ontherecord_question_seconds",
            "Seconds a question took, its waiting included",
            buckets=_SECONDS,
            registry=registry,
        )

    @contextmanager
    def question(self) -> Iterator[Asked]:
        """Count one question, and how long it took where it was answered."""
        asked = Asked()
        started = time.perf_counter()
        with self._inside.track_inprogress():
            try:
                yield asked
                self._seconds.observe(time.perf_counter() - started)
            finally:
                self._questions.labels(asked.outcome).inc()

    def answered(self, kind: str, status: int) -> None:
        """Count one request."""
        self._requests.labels(kind, status).inc()

    def text(self) -> bytes:
        """All of it in Prometheus' format."""
        return generate_latest(self._registry)
