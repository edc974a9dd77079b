"""Parts of examples: as many as asked for, and names as people may well type them."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from bot.activity import Source
from bot.messages import contexts as c
from scoring.model import CauseKind, Evidence, Kind, Pillar
from scoring.reported import Whose

Makers: TypeAlias = Mapping[type[c.Context], Callable[[int], c.Context]]
"""By context, what makes an example of it with so many of everything that there can be many of."""

HOSTILE = "<!channel> & *b* `x` _i_ ~s~ <@U666> \u202etxt\u2028\x00"
TODAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 14, 5, tzinfo=UTC)
REFERENCE = "2026-11/42/7f3a9c1e"
SIGNALS = ("comments", "articles", "reply_rate", "my_own_signal", "profile")


def a_person(number: int) -> c.Person:
    return c.Person(HOSTILE, f"U{number:08}" if number % 3 else None)


def a_signal(number: int) -> str:
    return SIGNALS[number % len(SIGNALS)]


def some_evidence(number: int) -> tuple[Evidence, ...]:
    first = TODAY - timedelta(days=400 - number % 400)
    return (
        Evidence(Kind.COMMENT_MADE, -1 - number % 7, first, first + timedelta(days=number % 40)),
        Evidence(Kind.COMMENT_MADE, 2, TODAY, TODAY),
        Evidence(Kind.PROFILE_SKILLS, 1 - 2 * (number % 2), date(1970, 1, 1), date(1970, 1, 1)),
    )


def some_leaving(rows: int) -> tuple[c.LeavingLine, ...]:
    return tuple(c.LeavingLine(a_signal(n), -n, some_evidence(n)) for n in range(rows))


def some_actions(rows: int) -> tuple[c.ActionLine, ...]:
    return tuple(c.ActionLine(a_signal(n), n + 1, 10 * n) for n in range(rows))


def some_causes(rows: int) -> tuple[c.ActivityCause, ...]:
    kinds = (CauseKind.NEW, CauseKind.AGED_OUT, CauseKind.CORRECTED)
    return tuple(
        c.ActivityCause(
            Pillar.INSIGHTS,
            a_signal(n),
            kinds[n % 3],
            n - 2,
            some_evidence(n),
            (12, 30) if n % 2 else None,
            (13, 52) if n % 2 else None,
        )
        for n in range(min(rows, 4))
    )


def rules_line(rows: int) -> c.RulesLine | None:
    whats = ("target", "cap", "window", "minimum", "kinds", "added", "retired")
    causes = tuple(
        c.RuleCause(Pillar.BRAND, a_signal(n), -n, whats[n % 7], "5", "3", "a week", HOSTILE)
        for n in range(rows)
    )
    return c.RulesLine("2026-01", HOSTILE, TODAY, -sum(range(rows)), causes) if rows else None


def changes_of(rows: int) -> c.RulesLine:
    return rules_line(rows) or c.RulesLine("2026-01", HOSTILE, TODAY, 0, ())


def own_impact(rows: int) -> c.OwnImpact:
    return c.OwnImpact(684, 684 - sum(range(rows)), changes_of(rows))


def shared_impact(rows: int) -> c.SharedImpact:
    enough = rows >= 5
    return c.SharedImpact(
        rows, rows // 2, rows // 3, -3, 684 if enough else None, 642 if enough else None
    )


def rules_ahead(rows: int) -> c.RulesAhead | None:
    if not rows:
        return None
    teams = tuple((HOSTILE, shared_impact(n)) for n in range(rows))
    return c.RulesAhead(changes_of(rows), own_impact(rows) if rows % 2 else None, teams)


def shared_cause(rows: int) -> c.SharedCause | None:
    if not rows:
        return None
    odd = bool(rows % 2)
    return c.SharedCause(rows // 2, rows, -60, fell=True, by_rules=odd, beyond_usual=not odd)


def some_sights(rows: int) -> tuple[c.Sight, ...]:
    kinds = tuple(Kind)
    return tuple(
        c.Sight(kinds[: n % len(kinds) + 1], HOSTILE, TODAY, gone=bool(n % 2)) for n in range(rows)
    )


def a_way_back(rows: int) -> c.WayBack | None:
    return c.WayBack(720, 720 - rows % 2, some_actions(min(rows, 4))) if rows else None


def board_rows(rows: int) -> tuple[c.BoardRow, ...]:
    return tuple(
        c.BoardRow(
            n + 1,
            a_person(n),
            1000 - n,
            n - 3 if n % 5 else None,
            tied=n % 4 > 1,
            weeks=(None, 590, None, 612 + n)[n % 5 :],
        )
        for n in range(rows)
    )


def some_weeks(rows: int) -> tuple[c.TrendPoint, ...]:
    return tuple(
        c.TrendPoint(TODAY - timedelta(weeks=n), 612 - n) for n in range(min(rows, 12), -1, -1)
    )


def some_names(rows: int) -> tuple[str, ...]:
    return tuple(f"U{n:08}" if n % 2 else HOSTILE for n in range(rows))


def a_trend(rows: int) -> c.Trend:
    points = tuple(
        c.TrendPoint(TODAY - timedelta(days=7 * n), 684 - n, n - 2 if n else None)
        for n in range(min(rows, 19), -1, -1)
    )
    return c.Trend(
        person=a_person(rows) if rows % 2 else None,
        pillar=Pillar.PEOPLE if rows == 5 else None,
        first=points[0],
        last=points[-1],
        rows=points,
        high=points[-1],
        low=points[0],
        rules=(changes_of(rows),) * (rows % 4),
        told=rows,
        days=6,
        today=TODAY,
        reference=REFERENCE,
    )


def a_comparison(rows: int) -> c.Compare:
    compared = tuple(
        c.ComparedRow(pillar, 171 if rows % 2 else None, 160 if rows > 1 else None)
        for pillar in (*Pillar, None)
    )
    return c.Compare(
        person=a_person(rows) if rows == 5 else None,
        day=TODAY,
        points=684 if rows else None,
        against=a_person(rows + 1) if rows % 2 else None,
        team=HOSTILE if rows else None,
        rows=compared if rows > 1 else (),
        scored=rows,
        minimum=5,
        place=c.Place(rows if rows % 2 else None, 2 * rows) if rows else None,
        then=c.TrendPoint(TODAY - timedelta(days=30), 600, 84 * (rows % 2)) if rows else None,
        groups=tuple(
            c.GroupLine(whose, TODAY, 5300, 4100 if rows % 2 else None, 9)
            for whose in tuple(Whose)[1 : rows % 5]
        ),
        refused=a_person(rows) if rows == 6 else None,
        reference=REFERENCE if rows else None,
    )


def rank_move(rows: int) -> c.RankMove | None:
    if not rows:
        return None
    names = tuple(a_person(n) for n in range(min(rows, 3)))
    return c.RankMove(rows, 1 - rows % 3, rows, rows, rows % 2, rows % 3, names, names[:1])


def some_data(rows: int) -> c.Data:
    kinds = tuple(c.KindLine(kind, rows, date(2019, 3, 1), TODAY) for kind in tuple(Kind)[:rows])
    return c.Data(
        today=TODAY,
        sources=tuple((source.label, kinds) for source in tuple(Source)[: rows % 8]),
        sections=rows % 9,
        readings=rows,
        first_reading=TODAY if rows else None,
        last_reading=TODAY if rows else None,
        imports=tuple(c.ImportLine(n, NOW, HOSTILE, n, may_undo=n > 0) for n in range(rows)),
        questions=rows,
        has_goal=bool(rows % 2),
        weeks_off=rows,
        tips=rows,
        consents=rows,
        looks=rows,
        disputes=rows,
    )
