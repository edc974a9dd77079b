"""Answers about the rules, as examples."""

from datetime import date

from bot.messages import contexts as c
from scoring.model import Pillar
from tests.bot.messages.samples import (
    HOSTILE,
    TODAY,
    Makers,
    a_person,
    a_signal,
    changes_of,
    own_impact,
    rules_ahead,
    rules_line,
    shared_impact,
)


def _rule_rows(rows: int) -> tuple[c.RuleRow, ...]:
    return tuple(
        c.RuleRow(Pillar.BRAND, a_signal(n), "40", HOSTILE, 80, 90 if n % 2 else None, HOSTILE)
        for n in range(rows)
    )


RULES: Makers = {
    c.Rules: lambda rows: c.Rules(
        "2026-01", date(2026, 1, 1), _rule_rows(rows), rules_line(rows), rules_ahead(rows)
    ),
    c.RulesNotice: lambda rows: c.RulesNotice(HOSTILE, changes_of(rows), shared_impact(rows)),
    c.RulesForYou: lambda rows: c.RulesForYou(own_impact(rows), 14),
    c.RulesUpload: lambda rows: c.RulesUpload(HOSTILE, TODAY, rows % 5 + 1),
    c.RulesPreview: lambda rows: c.RulesPreview(
        "0" * 64, changes_of(rows), shared_impact(rows),
        tuple(c.ImpactRow(a_person(n), n - 3) for n in range(min(rows, 5))),
    ),
    c.RulesDecided: lambda rows: c.RulesDecided(HOSTILE, TODAY, published=bool(rows)),
}  # fmt: skip
