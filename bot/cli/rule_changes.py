"""`ssi rules diff` and `upload`: what other rules would change, and how they come in."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.answers.desk import Desk
from bot.answers.rules.differences import difference
from bot.answers.rules.impact import Impact, impacts, shared_impact
from bot.answers.rules.rulebooks import own_rulebooks
from bot.answers.rules.uploading import checked, draft, preview, publish_draft
from bot.answers.score.as_json import decimal
from bot.cli.opening import open_desk
from bot.cli.options import JsonOption, WorkspaceOption
from bot.cli.printing import points, print_json, say, shown, signed, table
from bot.errors import BadInput, NotFound
from bot.messages.contexts import RulesLine, SharedImpact
from bot.messages.rule_words import in_words
from bot.storage.tables import Member
from scoring.rulebook import Rulebook, RulebookError, shipped

Version = Annotated[str, typer.Argument(help="A rulebook's version, such as 2026-01.")]
BY_COMMAND = "ssi"
"""Who brought a rulebook in, where it was a command."""


def diff(
    old: Version,
    new: Version,
    *,
    team: Annotated[str | None, typer.Option(help="Only the members of this team.")] = None,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Tell what differs between two rulebooks, and what that does to each member today."""
    with open_desk(workspace) as desk:
        known = known_rulebooks(desk)
        before, after = called(known, old), called(known, new)
        today = desk.today(desk.workspace.zone)
        found = impacts(desk, _members(desk, team), before, after, today)
    found.sort(key=lambda impact: impact.points)
    changes, impact = difference(before, after), shared_impact(found, desk.workspace.smallest_team)
    if json:
        print_json(
            {
                "day": today.isoformat(),
                "changes": _changes_json(changes),
                "members": [_member_json(each) for each in found],
                "impact": _impact_json(impact),
            }
        )
        return
    _print_changes(changes)
    _print_impact(impact)
    if found:
        table(
            f"Scores on {today}",
            ("Member", old, new, "Change"),
            (
                (
                    each.member.name,
                    shown(each.before.points),
                    shown(each.after.points),
                    signed(each.tenths),
                )
                for each in found
            ),
            numbers=(old, new, "Change"),
        )


def upload(
    file: Annotated[Path, typer.Argument(help="A rulebook in TOML.")],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what it would do, and keep nothing.")
    ] = False,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Publish a workspace's own rulebook, in force from a day to come."""
    text = read_text(file)
    with open_desk(workspace) as desk:
        try:
            rulebook = checked(desk, text)
            found = (
                preview(desk, rulebook) if dry_run else draft(desk, text, uploaded_by=BY_COMMAND)
            )
        except RulebookError as error:
            raise BadInput(f"{file}: {error}") from None
        if not dry_run:
            publish_draft(desk, found.digest)
    if json:
        print_json(
            {
                "version": rulebook.version,
                "effective": rulebook.effective.isoformat(),
                "published": not dry_run,
                "changes": _changes_json(found.changes),
                "impact": _impact_json(found.impact),
            }
        )
        return
    _print_changes(found.changes)
    _print_impact(found.impact)
    for row in found.largest:
        say(f"  {row.person.name}: {signed(row.change)}")
    did = "would take effect" if dry_run else "is published and takes effect"
    say(f"{rulebook.version} {did} on {rulebook.effective}.")


def read_text(file: Path) -> str:
    """Read a file's text.

    Raises:
        BadInput: it cannot be read as text.
    """
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"{file} cannot be read as text. Give a rulebook in TOML.") from None


def known_rulebooks(desk: Desk) -> tuple[Rulebook, ...]:
    """Give all rulebooks that travel with the product or that a workspace has published."""
    return (*shipped(), *own_rulebooks(desk.store, desk.workspace_id))


def called(known: Sequence[Rulebook], version: str) -> Rulebook:
    """Find a rulebook by its version.

    Raises:
        NotFound: there is none; the sentence names those there are.
    """
    for rulebook in known:
        if rulebook.version == version:
            return rulebook
    versions = ", ".join(rulebook.version for rulebook in known)
    raise NotFound(f"There is no rulebook {version}. There are: {versions}.")


def _members(desk: Desk, team: str | None) -> Iterable[Member]:
    if team is None:
        return desk.store.members.all(desk.workspace_id)
    found = desk.store.teams.by_name(desk.workspace_id, team)
    if found is None:
        raise NotFound(f"There is no team called {team}.")
    return desk.store.teams.members(desk.workspace_id, found.team_id)


def _print_changes(changes: RulesLine) -> None:
    say(f"{changes.old} → {changes.new}, from {changes.on} on")
    for cause in changes.causes:
        reason = f" ({cause.reason})" if cause.what == "retired" and cause.reason else ""
        say(f"  {in_words(cause)}{reason}")
    if not changes.causes:
        say("  Only words differ: every point is earned as before.")


def _print_impact(impact: SharedImpact) -> None:
    say(
        f"Members with a score: {impact.members}. Rise: {impact.rise}, fall: {impact.fall}, "
        f"median {signed(impact.median)}."
    )
    if impact.before is not None and impact.after is not None:
        say(f"Average: {points(impact.before)} → {points(impact.after)}.")


def _changes_json(changes: RulesLine) -> list[dict[str, str]]:
    return [
        {
            "signal": cause.signal,
            "setting": cause.what,
            "old": cause.old,
            "new": cause.new,
            "words": in_words(cause),
            "reason": cause.reason,
        }
        for cause in changes.causes
    ]


def _member_json(impact: Impact) -> dict[str, object]:
    return {
        "member": impact.member.name,
        "before": decimal(impact.before.points),
        "after": decimal(impact.after.points),
        "change": decimal(impact.points),
    }


def _impact_json(impact: SharedImpact) -> dict[str, object]:
    return {
        "members": impact.members,
        "rise": impact.rise,
        "fall": impact.fall,
        "median": impact.median / 10,
        "average_before": None if impact.before is None else impact.before / 10,
        "average_after": None if impact.after is None else impact.after / 10,
    }
