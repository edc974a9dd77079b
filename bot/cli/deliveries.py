"""`ssi deliveries`: what is owed, sent, failed or in doubt, and which digests come next."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.answers.upkeep.deliveries import LOOKS_BACK, all_lines, next_digests
from bot.cli.opening import open_desk
from bot.cli.options import JsonOption, WorkspaceOption
from bot.cli.printing import print_json, say, table
from bot.messages.contexts.deliveries import DeliveryLine, NextDigest
from bot.storage.deliveries import DeliveryState

DIGESTS_AHEAD = 20


def deliveries(*, json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Tell how the messages of seven days fare, and which of them somebody should look at."""
    with open_desk(workspace) as desk:
        since = desk.now - LOOKS_BACK
        found = desk.store.health.deliveries(desk.workspace_id, since)
        lines, ahead = all_lines(desk), next_digests(desk, DIGESTS_AHEAD)
        zone = ZoneInfo(desk.workspace.zone)
    counts = {str(state): found.get(state, 0) for state in DeliveryState}
    if json:
        print_json(
            {
                "days": LOOKS_BACK.days,
                "counts": counts,
                "to_look_at": [_line_as_json(line) for line in lines],
                "next": [_next_as_json(one) for one in ahead],
            }
        )
    else:
        say(", ".join(f"{number} {state}" for state, number in counts.items()) + " in 7 days.")
        _print_lines(lines, zone)
        _print_ahead(ahead)


def _print_lines(lines: list[DeliveryLine], zone: ZoneInfo) -> None:
    if not lines:
        say("Nothing needs you.")
        return
    table(
        "To look at",
        ("Kind", "Where", "Due", "State", "Since", "Why"),
        [
            (
                line.kind,
                f"{line.team}, {line.channel_id}" if line.channel_id else "a direct message",
                _local(line.due, zone),
                line.state.replace("_", " "),
                _local(line.since, zone) if line.since else "–",
                line.error or "–",
            )
            for line in lines
        ],
    )
    say("In Slack, `/ssi deliveries` tells the way out of each, and sends failed ones again.")


def _print_ahead(ahead: tuple[NextDigest, ...]) -> None:
    if ahead:
        rows = [(one.team, f"{one.day} {_clock(one.minute)}", one.zone) for one in ahead]
        table("Next digests", ("Team", "Due", "Zone"), rows)


def _line_as_json(line: DeliveryLine) -> dict[str, object]:
    return {
        "kind": line.kind,
        "team": line.team,
        "channel": line.channel_id,
        "due": line.due.astimezone(UTC).isoformat(),
        "state": line.state,
        "since": line.since.astimezone(UTC).isoformat() if line.since else None,
        "error": line.error,
    }


def _next_as_json(one: NextDigest) -> dict[str, str]:
    at = f"{one.day}T{_clock(one.minute)}"
    return {"team": one.team, "at": at, "zone": one.zone}


def _local(when: datetime, zone: ZoneInfo) -> str:
    return when.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
