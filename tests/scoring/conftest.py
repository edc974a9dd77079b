"""Teaches hypothesis to make facts, rulebooks and views small enough to collide often."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import strategies as st

from scoring.explain import View
from scoring.model import PILLAR_POINTS, Fact, Kind, Measure, Pillar
from scoring.rulebook import Rulebook, Signal

HAPPENINGS = (
    Kind.COMMENT_MADE,
    Kind.CONNECTION_MADE,
    Kind.OUTREACH_SENT,
    Kind.REPLY_RECEIVED,
)
STATES = (Kind.PROFILE_HEADLINE, Kind.PROFILE_SKILLS, Kind.PROFILE_MEDIA)
LAST_RECORDING = 5

days = st.integers(0, 40).map(lambda ahead: date(2026, 3, 1) + timedelta(days=ahead))
recordings = st.integers(1, LAST_RECORDING)


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    kind = draw(st.sampled_from(HAPPENINGS + STATES))
    known_from = draw(recordings)
    return Fact(
        kind=kind,
        day=draw(days),
        quantity=draw(st.integers(0 if kind.is_state else 1, 4)),
        counterpart=draw(st.none() | st.integers(1, 4)),
        known_from=known_from,
        known_until=draw(st.none() | st.integers(known_from + 1, LAST_RECORDING + 1)),
    )


def make_signal(random: Random, name: str, pillar: Pillar, cap: int) -> Signal:
    measure = random.choice(list(Measure))
    rate, state = measure is Measure.RATE, measure is Measure.STATE
    kinds = STATES if state else HAPPENINGS
    return Signal(
        name=name,
        pillar=pillar,
        measure=measure,
        kinds=frozenset(random.sample(kinds, random.randint(1, 3))),
        of=frozenset(random.sample(kinds, random.randint(1, 3))) if rate else frozenset(),
        window=None if state else random.randint(1, 30),
        target=Fraction(random.randint(1, 12), random.choice((1, 2, 7))),
        cap=cap,
        unit="things",
        reason="Because.",
        minimum=random.randint(1, 12) if rate else 1,
        effort=None if rate else random.choice((None, 1, 5)),
    )


def make_rulebook(seed: int) -> Rulebook:
    """Make a rulebook of one to three signals a pillar, one of which roams between pillars.

    A seed is one draw where drawing every number would be a hundred, which makes the laws slow.
    """
    random = Random(seed)  # noqa: S311 — these rulebooks guard no secret
    home_of_the_roaming = random.choice(list(Pillar))
    signals = []
    for pillar in Pillar:
        names = [f"{pillar}_first", f"{pillar}_second"][: random.randint(1, 2)]
        names += ["roaming"] if pillar is home_of_the_roaming else []
        inner = sorted(random.randint(0, PILLAR_POINTS) for _ in names[1:])
        for name, (low, high) in zip(names, pairwise([0, *inner, PILLAR_POINTS]), strict=True):
            signals.append(make_signal(random, name, pillar, cap=high - low))
    return Rulebook(version=f"seed {seed}", effective=date(2026, 1, 1), signals=tuple(signals))


rulebooks = st.integers(0, 2**32).map(make_rulebook)

st.register_type_strategy(Fact, facts())
st.register_type_strategy(Rulebook, rulebooks)
st.register_type_strategy(View, st.builds(View, rulebooks, days, recordings))


@pytest.fixture(scope="session")
def rulebook_of() -> Callable[[int], Rulebook]:
    """Make the rulebook of a seed."""
    return make_rulebook
