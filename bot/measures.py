"""What this process measures of its own work, as Prometheus reads it at `/metrics`.

Labels name kinds of work: intents, words of ours, buttons, sources. Never a person, a text, a
workspace or anything else that comes from outside.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
)

from bot.errors import OpenSSIError

REGISTRY = CollectorRegistry()
"""What is measured in this process; memory and processor time are, too."""

ProcessCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

ANSWERS = Histogram(
    "openssi_answer_seconds",
    "How long it took to put an answer together, by what was asked and how it ended.",
    ["asked", "outcome"],
    buckets=SECONDS,
    registry=REGISTRY,
)
UNDERSTANDING = Histogram(
    "openssi_understanding_seconds",
    "How long it took to understand what somebody said.",
    buckets=SECONDS,
    registry=REGISTRY,
)
WAITING = Gauge(
    "openssi_work_waiting",
    "Requests that were acknowledged and wait for a worker.",
    registry=REGISTRY,
)
WAITED = Histogram(
    "openssi_work_waited_seconds",
    "How long requests waited for a worker.",
    buckets=SECONDS,
    registry=REGISTRY,
)
TURNED_AWAY = Counter(
    "openssi_work_turned_away",
    "Requests that were not taken on, because too many waited.",
    registry=REGISTRY,
)
RECORDINGS = Counter(
    "openssi_recordings",
    "Imports and what was logged by hand, by source; what brought nothing new does not count.",
    ["source"],
    registry=REGISTRY,
)
ACTIVITIES = Counter(
    "openssi_activities",
    "Activities that recordings brought in, by source.",
    ["source"],
    registry=REGISTRY,
)
API_CALLS = Histogram(
    "openssi_api_seconds",
    "How long calls of the API took, by call and status.",
    ["call", "status"],
    buckets=SECONDS,
    registry=REGISTRY,
)


def count_recording(source: str, activities: int) -> None:
    """Count a recording, and what it brought in."""
    RECORDINGS.labels(source).inc()
    ACTIVITIES.labels(source).inc(activities)


@contextmanager
def answering(asked: str) -> Iterator[None]:
    """Measure an answer: it is answered, refused in a sentence of ours, or failed."""
    began = perf_counter()
    outcome = "failed"
    try:
        yield
        outcome = "answered"
    except OpenSSIError:
        outcome = "refused"
        raise
    finally:
        ANSWERS.labels(asked, outcome).observe(perf_counter() - began)
