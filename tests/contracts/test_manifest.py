"""The manifest asks Slack for exactly what the code registers and calls, and nothing more."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from slack_sdk import WebClient

from bot.messages.actions import LOG_MESSAGE
from bot.slack import permissions

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "tests" / "data" / "schemas"
EVENTS_OF_THE_BOT = [ROOT / "bot" / "slack" / f"{name}.py" for name in ("events", "departures")]

SCOPES_OF_CALL: dict[str, set[str]] = {
    "apps_connections_open": set(),  # the app-level token's own connections:write
    "assistant_threads_setStatus": {"assistant:write"},
    "assistant_threads_setSuggestedPrompts": {"assistant:write"},
    "auth_test": set(),
    "chat_delete": {"chat:write"},
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "chat_startStream": {"chat:write"},
    "chat_stopStream": {"chat:write"},
    "chat_update": {"chat:write"},
    "conversations_history": {"channels:history", "groups:history"},
    "conversations_open": {"im:write"},
    "conversations_replies": {"channels:history", "groups:history"},
    "files_info": {"files:read"},
    "files_upload_v2": {"files:write"},
    "users_info": {"users:read", "users:read.email"},
    "views_open": set(),
    "views_publish": set(),
    "views_push": set(),
    "views_update": set(),
}
"""What each method of Slack's that the bot may call takes; from docs.slack.dev/reference/methods.

A method that is not here has no place in the bot until somebody looks up what it takes.
"""

SCOPES_OF_EVENT: dict[str, set[str]] = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set(),
    "link_shared": {"links:read"},
    "message.im": {"im:history"},
    "tokens_revoked": set(),
}
SCOPE_OF_COMMANDS = "commands"
SCOPE_OF_DOWNLOADS = "files:read"
"""Takes whoever fetches ``url_private_download``."""


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "manifest.yml").read_text("utf-8"))


def trees() -> Iterator[ast.Module]:
    """Parse the bot's modules, but for the demo's workspace, which is Slack's side."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        if "workspace" not in path.relative_to(ROOT).parts:
            yield ast.parse(path.read_text("utf-8"))


def calls() -> set[str]:
    """Name every method of Slack's client that the code calls or hands on."""
    methods = {name for name in dir(WebClient) if "_" in name.strip("_")} - {"api_call"}
    names = {n.attr for tree in trees() for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    return names & {name for name in methods if not name.startswith("_")}


def compared_with(tree: ast.Module, key: str) -> set[str]:
    """Find the strings that ``…[key]`` is compared with."""
    return {
        constant.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and isinstance(node.left, ast.Subscript)
        and isinstance(node.left.slice, ast.Constant)
        and node.left.slice.value == key
        for constant in node.comparators
        if isinstance(constant, ast.Constant)
    }


def test_the_manifest_is_one_that_slack_takes(manifest: dict[str, Any]) -> None:
    major = manifest["_metadata"]["major_version"]
    schema = json.loads((SCHEMAS / f"manifest.schema.{major}.0.0.json").read_text("utf-8"))

    found = Draft7Validator(schema).iter_errors(manifest)

    assert [f"{error.json_path}: {error.message}" for error in found] == []


def test_the_schema_finds_what_is_wrong(manifest: dict[str, Any]) -> None:
    schema = json.loads((SCHEMAS / "manifest.schema.2.0.0.json").read_text("utf-8"))
    wrong = {**manifest, "display_information": {"name": "A" * 36}}

    assert not Draft7Validator(schema).is_valid(wrong)


def test_the_manifest_names_the_command_as_the_bot_does(manifest: dict[str, Any]) -> None:
    (command,) = manifest["features"]["slash_commands"]

    assert (command["command"], command["description"], command["usage_hint"]) == (
        permissions.COMMAND,
        permissions.COMMAND_DESCRIPTION,
        permissions.COMMAND_USAGE,
    )
    assert command["should_escape"]


def test_the_manifest_names_the_shortcut_as_the_bot_does(manifest: dict[str, Any]) -> None:
    (shortcut,) = manifest["features"]["shortcuts"]

    assert shortcut == {
        "name": permissions.SHORTCUT_NAME,
        "type": "message",
        "callback_id": permissions.SHORTCUT,
        "description": permissions.SHORTCUT_DESCRIPTION,
    }
    assert permissions.SHORTCUT == LOG_MESSAGE


def test_the_manifest_lists_the_events_and_scopes_of_the_bot(manifest: dict[str, Any]) -> None:
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    scopes = manifest["oauth_config"]["scopes"]["bot"]

    assert (events, scopes) == (sorted(permissions.EVENTS), sorted(permissions.SCOPES))


def test_the_manifest_names_the_domains_whose_links_the_bot_hears_of(
    manifest: dict[str, Any],
) -> None:
    assert manifest["features"]["unfurl_domains"] == list(permissions.LINK_DOMAINS)


def test_it_can_be_clicked_and_written_to(manifest: dict[str, Any]) -> None:
    home = manifest["features"]["app_home"]

    assert manifest["settings"]["interactivity"]["is_enabled"]
    assert home["home_tab_enabled"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]


def test_the_bot_handles_the_events_that_it_asks_for() -> None:
    trees = [ast.parse(module.read_text("utf-8")) for module in EVENTS_OF_THE_BOT]
    handled = {each for tree in trees for each in compared_with(tree, "type")}

    assert handled == {event.split(".")[0] for event in permissions.EVENTS}


def test_it_is_known_what_each_call_takes() -> None:
    assert calls() <= set(SCOPES_OF_CALL)
    assert "chat_postMessage" in calls()


def test_the_scopes_are_what_calls_and_events_take() -> None:
    strings = {n.value for t in trees() for n in ast.walk(t) if isinstance(n, ast.Constant)}
    taken = {SCOPE_OF_COMMANDS}
    taken |= {SCOPE_OF_DOWNLOADS} if "url_private_download" in strings else set()
    taken = taken.union(*(SCOPES_OF_CALL[call] for call in calls()))
    taken = taken.union(*(SCOPES_OF_EVENT[event] for event in permissions.EVENTS))

    assert taken == permissions.SCOPES
