"""New rules in walks: their text, how an admin brings them in, and what is told of them."""

from datetime import UTC, datetime
from importlib.resources import files

from bot.cli.stage import Stage
from bot.workspace import Message, Outcome, words_of
from tests.walks.conftest import NORTH, MovableClock, Someone

JANUARY = files("scoring").joinpath("rulebooks", "2026-01.toml").read_text("utf-8")
COMMENTS = 'kinds = ["comment_made"]\nwindow = 90\ntarget = 40'
FIELD = 3000


def rulebook(
    version: str = "acme-1", effective: str = "2026-07-10", comments_target: int = 80
) -> str:
    """Write January's rules with another target for comments."""
    text = JANUARY.replace('"2026-01"', f'"{version}"').replace("2026-01-01", effective)
    return text.replace(COMMENTS, COMMENTS.replace("40", str(comments_target)))


def parts(text: str) -> list[str]:
    """Break a text at ends of lines into what a field takes."""
    made = [""]
    for line in text.splitlines(keepends=True):
        if len(made[-1]) + len(line) > FIELD:
            made.append("")
        made[-1] += line
    return [part.removesuffix("\n") for part in made]


def upload(admin: Someone, text: str) -> Outcome:
    """Open the modal and paste a rulebook into its fields."""
    assert admin.actor.slash("/ssi rules upload").ok
    view = admin.actor.modal()
    assert view
    names = (f"rules_part_{number}" for number in range(1, 5))
    return admin.actor.submit(
        view, {name: {name: part} for name, part in zip(names, parts(text), strict=False)}
    )


def preview(admin: Someone, text: str) -> Message:
    return admin.answer(lambda: upload(admin, text))


def publish(admin: Someone, text: str) -> None:
    assert "are published" in words_of(admin.click(preview(admin, text), "rules_publish"))


def told(someone: Someone) -> list[str]:
    """Read what was delivered to somebody in private."""
    direct = someone.actor.messages(someone.actor.direct)
    return [words_of(message) for message in direct if message.metadata]


def posted(stage: Stage) -> list[str]:
    """Read the notices that were delivered to the team's channel."""
    messages = stage.workspace.messages(NORTH, None)
    return [words_of(message) for message in messages if "rules" in str(message.metadata)]


def at(clock: MovableClock, stage: Stage, *moment: int) -> None:
    """Let time pass until a moment, and the bot tick as often as it takes."""
    clock.now = datetime(*moment, tzinfo=UTC)
    for _ in range(4):
        stage.bot.ticker.tick()
