"""A team's report as a file of comma-separated values, for a manager's own sheet.

A cell that begins as a formula does would be run by spreadsheets: ``=HYPERLINK(…)`` as a name can
send away what stands beside it. So texts that begin that way get an apostrophe in front, by which
spreadsheets take them as text (OWASP, *CSV Injection*), and all texts stand in quotes, so that none
can end its cell. Numbers are ours, and stay numbers.
"""

import csv
import io
from dataclasses import dataclass
from typing import Final

from bot.answers.asker import Asker
from bot.answers.desk import Desk, require_manager
from bot.answers.teams.looking import note_look
from bot.answers.teams.report import team_report
from bot.errors import NotFound
from bot.messages.contexts.managing import Exported, TeamReport, TeamRow
from bot.storage.looks import Looked
from scoring.model import Pillar

HEADINGS: Final = (
    "Member", "Score", *(pillar.value.capitalize() for pillar in Pillar), "Change in 7 days",
    "Coverage %", "Last activity",
)  # fmt: skip

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - they run, too


@dataclass(frozen=True, slots=True)
class TeamFile:
    """A file for a manager, and what is said of it."""

    name: str
    content: bytes
    said: Exported


def team_file(desk: Desk, asker: Asker, number: str) -> TeamFile:
    """Write a team's report as a file, and note that the manager has it.

    Raises:
        NotAllowed: the asker does not manage the team.
        NotFound: the team is gone.
    """
    team = desk.store.teams.get(desk.workspace_id, int(number))
    if team is None:
        raise NotFound("That team is gone. `/ssi team` reports on the one that you manage.")
    require_manager(desk, asker.slack_id, team)
    report = team_report(desk, team, desk.today(asker.zone))
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    note_look(desk, asker.slack_id, members, Looked.EXPORT)
    return TeamFile(
        name=f"team-{team.team_id}-{report.day.isoformat()}.csv",
        content=as_csv(report).encode("utf-8-sig"),  # without the mark Excel reads Latin-1
        said=Exported(team.name, len(report.rows)),
    )


def as_csv(report: TeamReport) -> str:
    """Write a report as comma-separated values, a line for each member."""
    lines = io.StringIO()
    writer = csv.writer(lines, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(HEADINGS)
    writer.writerows(_cells(row) for row in report.rows)
    return lines.getvalue()


def protected(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULAS) else text


def _cells(row: TeamRow) -> list[str | float]:
    """Give a member's cells; of who has no data they are empty."""
    numbers = (row.points, *(row.pillars or (None,) * len(Pillar)), row.change, row.coverage)
    day = row.last_activity.isoformat() if row.last_activity else ""
    return [
        protected(row.person.name),
        *("" if number is None else number / 10 for number in numbers),
        day,
    ]
