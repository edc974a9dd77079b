"""`/ssi rules`: the rulebook in force, what it changed, and what the next one will do."""

from datetime import date

from bot.answers.desk import Desk
from bot.answers.rules.differences import difference, setting
from bot.answers.rules.impact import impacts, own_impact, shared_impact
from bot.answers.rules.rulebooks import before, upcoming
from bot.messages.contexts import OwnImpact, RuleRow, Rules, RulesAhead
from scoring.rounding import to_tenths
from scoring.rulebook import Rulebook


def rules(desk: Desk, day: date, reader: str) -> Rules:
    """Show the rulebook in force on a day, and the next one with what it does to the reader."""
    rulebook = desk.rulebook(day)
    former = before(desk.rulebooks, rulebook)
    coming = upcoming(desk.rulebooks, day)
    return Rules(
        version=rulebook.version,
        effective=rulebook.effective,
        rows=_rows(rulebook),
        changed=difference(former, rulebook) if former else None,
        ahead=_ahead(desk, rulebook, coming[0], day, reader) if coming else None,
    )


def _rows(rulebook: Rulebook) -> tuple[RuleRow, ...]:
    return tuple(
        RuleRow(
            pillar=signal.pillar,
            signal=signal.name,
            target=setting(signal, "target"),
            unit=signal.unit,
            cap=to_tenths(signal.cap),
            window=signal.window,
            reason=signal.reason,
        )
        for signal in rulebook.signals
    )


def _ahead(desk: Desk, old: Rulebook, new: Rulebook, day: date, reader: str) -> RulesAhead:
    teams = desk.store.teams
    return RulesAhead(
        changes=difference(old, new),
        mine=_mine(desk, old, new, day, reader),
        teams=tuple(
            (
                team.name,
                shared_impact(
                    impacts(desk, teams.members(desk.workspace_id, team.team_id), old, new, day),
                    desk.workspace.smallest_team,
                ),
            )
            for team in teams.managed_by(desk.workspace_id, reader)
        ),
    )


def _mine(desk: Desk, old: Rulebook, new: Rulebook, day: date, reader: str) -> OwnImpact | None:
    member = desk.store.members.by_slack_id(desk.workspace_id, reader)
    found = impacts(desk, [member], old, new, day) if member else []
    return own_impact(old, new, found[0]) if found else None
