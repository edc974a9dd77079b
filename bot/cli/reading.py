"""`ssi score`, `explain`, `team` and `digest`: the same answers as in Slack, on a terminal."""

from datetime import date, datetime, timedelta
from typing import Annotated

import typer

from bot.answers.board import digest as digest_of
from bot.answers.desk import Desk
from bot.answers.scores import move
from bot.answers.team import team_report
from bot.cli.opening import JsonOption, WorkspaceOption, member_called, open_desk
from bot.cli.printing import (
    card_json,
    change_json,
    console,
    decimal,
    points,
    print_json,
    shown,
    signed,
    table,
)
from bot.errors import BadInput, NotFound
from bot.messages.render import render
from bot.storage.tables import Team
from scoring.model import Pillar

Who = Annotated[str, typer.Argument(help="E-mail, Slack id or name of a member.")]
Day = Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="YYYY-MM-DD.")]


def score(
    who: Who, *, on: Day = None, json: JsonOption = False, workspace: WorkspaceOption = None
) -> None:
    """Score a member at the end of a day (today, if none is given), with what is known now."""
    with open_desk(workspace) as desk:
        member = member_called(desk, who)
        day = _day(on, desk.today(member.zone))
        card = move(desk, member, day, day).change.after
    if json:
        signals = [
            {
                "signal": line.name,
                "pillar": line.pillar.value,
                "points": decimal(line.points),
                "cap": decimal(line.cap),
                "value": line.amount.value,
                "of": line.amount.of,
                "observed": line.observed,
            }
            for line in card.signals
        ]
        print_json(
            {
                "member": member.name,
                "rulebook": card.rulebook,
                **card_json(card),
                "signals": signals,
            }
        )
        return
    table(
        f"{member.name} on {day}: {shown(card.points)} of 100 (rulebook {card.rulebook})",
        ("Signal", "Pillar", "Amount", "Points", "Of"),
        (
            (
                line.name,
                line.pillar.value,
                str(line.amount.value)
                + (f" of {line.amount.of}" if line.amount.of is not None else ""),
                shown(line.points) if line.observed else "not seen",
                shown(line.cap),
            )
            for line in card.signals
        ),
    )
    table(
        "Pillars",
        ("Pillar", "Points", "Can be seen"),
        ((p.value, shown(card.pillar_points(p)), shown(card.pillar_seen(p))) for p in Pillar),
    )


def explain(
    who: Who,
    *,
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"])],
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"])],
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Explain a change of score from the end of one day to the end of another, exactly."""
    if first > last:
        raise BadInput("--from must not be later than --to.")
    with open_desk(workspace) as desk:
        member = member_called(desk, who)
        change = move(desk, member, first.date(), last.date()).change
    if json:
        print_json(change_json(member.name, change))
        return
    table(
        f"{member.name}: {shown(change.before.points)} on {change.before.day} → "
        f"{shown(change.after.points)} on {change.after.day} ({decimal(change.points):+.2f})",
        ("Signal", "Pillar", "Cause", "Points"),
        (
            (c.signal, c.pillar.value, c.cause.value, f"{decimal(c.points):+.2f}")
            for c in sorted(change.causes, key=lambda cause: -abs(cause.points))
        ),
    )


def team(
    name: Annotated[str, typer.Argument(help="A team's name.")],
    *,
    on: Day = None,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Report on a team's members."""
    with open_desk(workspace) as desk:
        found = _team(desk, name)
        report = team_report(desk, found, _day(on, desk.today(found.zone)))
    if json:
        print_json(
            {
                "team": report.team,
                "from": report.since.isoformat(),
                "to": report.day.isoformat(),
                "average": _tenths(report.average),
                "average_change": _tenths(report.average_change),
                "members": [
                    {
                        "member": row.person.name,
                        "score": _tenths(row.points),
                        "change": _tenths(row.change),
                        "weakest": row.weakest.value if row.weakest else None,
                        "needs_help": row.needs_help,
                    }
                    for row in report.rows
                ],
            }
        )
        return
    table(
        f"{report.team} on {report.day}, change since {report.since}",
        ("Member", "Score", "Change", "Weakest", "Needs help"),
        (
            (
                row.person.name,
                "no data" if row.points is None else points(row.points),
                "–" if row.change is None else signed(row.change),
                row.weakest.value if row.weakest else "–",
                row.needs_help or "",
            )
            for row in report.rows
        ),
    )


def digest(
    name: Annotated[str, typer.Argument(metavar="TEAM", help="A team's name.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show it, and post nothing.")] = False,
    on: Day = None,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Show the digest that would be posted on a day: the seven days before it."""
    if not dry_run:
        raise typer.BadParameter("`ssi serve` posts digests when they are due; add --dry-run.")
    with open_desk(workspace) as desk:
        found = _team(desk, name)
        day = _day(on, desk.today(found.zone))
        message = render(digest_of(desk, found, day - timedelta(days=1)))
    if json:
        print_json({"channel": found.channel_id, "text": message.text, "blocks": message.blocks})
    else:
        console.print(message.text, markup=False)


def _team(desk: Desk, name: str) -> Team:
    found = desk.store.teams.by_name(desk.workspace_id, name)
    if found is None:
        names = ", ".join(team.name for team in desk.store.teams.all(desk.workspace_id))
        hint = f"The teams are: {names}." if names else "Make one with `/ssi setup` in a channel."
        raise NotFound(f"There is no team called {name}. {hint}")
    return found


def _day(given: datetime | None, today: date) -> date:
    return given.date() if given else today


def _tenths(points: int | None) -> float | None:
    return None if points is None else points / 10
