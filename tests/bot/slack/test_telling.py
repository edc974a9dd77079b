"""How far an import is is told while it goes on, and Slack's pace never holds it up."""

import threading

from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse, WebClient

from bot.slack.telling import Telling

PATIENCE = 10


def too_many() -> SlackApiError:
    response = SlackResponse(
        client=WebClient(),
        http_verb="POST",
        api_url="chat.update",
        req_args={},
        data={"ok": False, "error": "ratelimited"},
        headers={"Retry-After": "0"},
        status_code=429,
    )
    return SlackApiError("too many", response)


def test_what_changed_is_told_once_each_and_the_work_is_said_to_go_on() -> None:
    told: list[int] = []
    reached, kept_alive = threading.Event(), threading.Event()

    def tell(percent: int) -> None:
        told.append(percent)
        reached.set()

    with Telling(tell, kept_alive.set, pause=0.001) as telling:
        telling.heard(42, 100)
        assert reached.wait(PATIENCE)
        assert kept_alive.wait(PATIENCE)
    telling.heard(99, 100)

    assert told == [42], "nothing is said twice, and nothing afterwards"


def test_slack_may_refuse_without_harm() -> None:
    tried = threading.Semaphore(0)

    def tell(percent: int) -> None:
        tried.release()
        raise too_many() if percent < 50 else OSError

    with Telling(tell, lambda: None, pause=0.001) as telling:
        for percent in (10, 90):
            telling.heard(percent, 100)
            assert tried.acquire(timeout=PATIENCE)
