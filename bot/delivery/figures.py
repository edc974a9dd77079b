"""Figures: what is owed and how late it is, told beside what this process measures of its work."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from time import monotonic

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.clock import Clock
from bot.measures import REGISTRY
from bot.storage.deliveries import DeliveryState
from bot.storage.health import Health

A_WEEK = timedelta(weeks=1)

FRESH_SECONDS = 10.0
"""The database is asked no more often than this, however many collectors come."""


class Figures(Collector):
    """Gives the page that Prometheus reads."""

    def __init__(
        self, health: Health, since_tick: Callable[[], float | None], clock: Clock
    ) -> None:
        """Tell of these deliveries, and of the seconds since the last tick ended, if one did."""
        self._health = health
        self._since_tick = since_tick
        self._clock = clock
        self._asked_at = -FRESH_SECONDS
        self._deliveries: list[GaugeMetricFamily] = []
        self._registry = CollectorRegistry()
        self._registry.register(self)

    def page(self) -> bytes:
        """Write every figure in Prometheus' text format."""
        return generate_latest(REGISTRY) + generate_latest(self._registry)

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Give the figures that stand in no counter of this process."""
        seconds = self._since_tick()
        if seconds is not None:
            name = "openssi_seconds_since_tick"
            yield GaugeMetricFamily(name, "Since the last tick of this process ended.", seconds)
        if monotonic() - self._asked_at >= FRESH_SECONDS:
            self._deliveries = self._ask()
            self._asked_at = monotonic()
        yield from self._deliveries

    def describe(self) -> list[GaugeMetricFamily]:
        """Promise nothing, so that the database is not asked before anybody wants to know."""
        return []

    def _ask(self) -> list[GaugeMetricFamily]:
        now = self._clock()
        counts = self._health.all_deliveries(now - A_WEEK)
        by_state = GaugeMetricFamily(
            "openssi_deliveries",
            "Deliveries that wait, and those of a week that ended, by state; the same everywhere.",
            labels=["state"],
        )
        for state in DeliveryState:
            by_state.add_metric([state], counts.get(state, 0))
        oldest = self._health.waits_longest()
        late = max(0.0, (now - oldest).total_seconds()) if oldest else 0.0
        name = "openssi_delivery_lag_seconds"
        return [by_state, GaugeMetricFamily(name, "How late the longest waiting one is.", late)]
