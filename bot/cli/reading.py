"""`ssi score`, `explain`, `team` and `digest`: the same answers as in Slack, on a terminal."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Annotated

import typer

from bot.answers.desk import Desk
from bot.answers.score.as_json import change_json, decimal, score_json
from bot.answers.score.scores import move
from bot.answers.teams.board import digest as digest_of
from bot.answers.teams.report import team_report
from bot.answers.teams.story import story as story_of
from bot.answers.teams.team_file import as_csv
from bot.cli.opening import member_called, open_desk
from bot.cli.options import (
    JsonOption,
    OnOption,
    ReferenceOption,
    Who,
    WorkspaceOption,
    read_day,
)
from bot.cli.printing import (
    exact_change,
    points,
    print_json,
    say,
    shown,
    signed,
    table,
)
from bot.cli.references import check_reference, tell_reference
from bot.errors import NotFound
from bot.messages.message import Json
from bot.messages.render import Block, plain, render
from bot.storage.tables import Team
from scoring.model import Pillar
from scoring.reference import Reference, refer_to

MENTION = re.compile(r"<@(\w+)>")


def score(
    who: Who,
    *,
    on: OnOption = None,
    reference: ReferenceOption = None,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Score a member at the end of a day (today, if none is given), with what is known now."""
    with open_desk(workspace, reference) as desk:
        member = member_called(desk, who)
        day = on or desk.today(member.zone)
        card = move(desk, member, day, day).change.after
        found = refer_to([card], desk.known())
    if json:
        print_json(score_json(member.name, card, found))
        check_reference(reference, found)
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
        numbers=("Amount", "Points", "Of"),
    )
    table(
        "Pillars",
        ("Pillar", "Points", "Can be seen"),
        ((p.value, shown(card.pillar_points(p)), shown(card.pillar_seen(p))) for p in Pillar),
        numbers=("Points", "Can be seen"),
    )
    tell_reference(reference, found)


def explain(  # noqa: PLR0913 - a command has as many options
    who: Who,
    *,
    first: Annotated[
        date, typer.Option("--from", parser=read_day, metavar="DATE", help="The day it starts on.")
    ],
    last: Annotated[
        date, typer.Option("--to", parser=read_day, metavar="DATE", help="The day it ends on.")
    ],
    reference: ReferenceOption = None,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Explain a change of score from the end of one day to the end of another, exactly."""
    if first > last:
        raise typer.BadParameter("--from must not be later than --to.")
    with open_desk(workspace, reference) as desk:
        member = member_called(desk, who)
        change = move(desk, member, first, last).change
        found = refer_to([change.before, change.after], desk.known())
    if json:
        print_json(change_json(member.name, change, found))
        check_reference(reference, found)
        return
    table(
        f"{member.name}: {decimal(change.before.points):.2f} on {change.before.day} → "
        f"{decimal(change.after.points):.2f} on {change.after.day} "
        f"({exact_change(change.points)})",
        ("Signal", "Pillar", "Cause", "Points"),
        (
            (c.signal, c.pillar.value, c.cause.value.replace("_", " "), exact_change(c.points))
            for c in sorted(change.causes, key=lambda cause: -abs(cause.points))
            if c.points
        ),
        numbers=("Points",),
    )
    tell_reference(reference, found)


def team(  # noqa: PLR0913 - a command has as many options
    name: Annotated[str, typer.Argument(help="A team's name.")],
    *,
    on: OnOption = None,
    csv: Annotated[
        bool, typer.Option("--csv", help="Comma-separated values, protected as for Slack.")
    ] = False,
    reference: ReferenceOption = None,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Report on a team's members."""
    with open_desk(workspace, reference) as desk:
        found = _team(desk, name)
        report = team_report(desk, found, on or desk.today(found.zone))
    referred = Reference.parse(report.reference) if report.reference else None
    if csv:
        typer.echo(as_csv(report), nl=False)
        check_reference(reference, referred)
        return
    if json:
        print_json(
            {
                "team": report.team,
                "from": report.since.isoformat(),
                "to": report.day.isoformat(),
                "average": _tenths(report.average),
                "average_change": _tenths(report.average_change),
                "reference": report.reference,
                "members": [
                    {
                        "member": row.person.name,
                        "score": _tenths(row.points),
                        "change": _tenths(row.change),
                        "weakest": row.weakest.value if row.weakest else None,
                        "coverage": _tenths(row.coverage),
                        "needs_help": row.needs_help,
                    }
                    for row in report.rows
                ],
            }
        )
        check_reference(reference, referred)
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
                (row.needs_help or "").replace("_", " "),
            )
            for row in report.rows
        ),
        numbers=("Score", "Change"),
    )
    tell_reference(reference, referred)


def digest(
    name: Annotated[str, typer.Argument(metavar="TEAM", help="A team's name.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show it, and post nothing.")] = False,
    on: OnOption = None,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Show the digest that would be posted on a day, and the story in its thread."""
    if not dry_run:
        raise typer.BadParameter("`ssi serve` posts digests when they are due; add --dry-run.")
    with open_desk(workspace) as desk:
        found = _team(desk, name)
        day = on or desk.today(found.zone)
        last = day - timedelta(days=1)
        message, reply = render(digest_of(desk, found, last)), render(story_of(desk, found, last))
        names = {m.slack_id: m.name for m in desk.store.members.all(desk.workspace_id)}
    if json:
        print_json(
            {
                "channel": found.channel_id,
                "text": message.text,
                "blocks": message.blocks,
                "story": {"text": reply.text, "blocks": reply.blocks},
            }
        )
        return
    for words in _words([*plain(message).blocks, *plain(reply).blocks]):
        say(MENTION.sub(lambda mention: names.get(mention[1], mention[0]), words))


def _team(desk: Desk, name: str) -> Team:
    found = desk.store.teams.by_name(desk.workspace_id, name)
    if found is None:
        names = ", ".join(team.name for team in desk.store.teams.all(desk.workspace_id))
        hint = f"The teams are: {names}." if names else "Make one with `/ssi setup` in a channel."
        raise NotFound(f"There is no team called {name}. {hint}")
    return found


def _tenths(points: int | None) -> float | None:
    return None if points is None else points / 10


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the texts of a message's blocks, but for what is written on buttons."""
    for block in blocks:
        if block["type"] != "actions":
            yield from _texts(block)


def _texts(part: Json) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(text := part.get("text"), str):
            yield text
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from _texts(inner)
