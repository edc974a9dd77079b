"""LinkedIn posts shared in a channel: they count where that is wanted, once, and without a word."""

import re
from dataclasses import replace
from datetime import timedelta

from slack_sdk import WebClient

from bot.cli.stage import Stage
from bot.slack.homes import Homes
from bot.slack.links import Links, LinkShared
from bot.slack.reception import Reception
from bot.workspace import Channel, Message, User, words_of
from tests.engines import Databases
from tests.walks.conftest import ANA, BEN, CLEO, NORTH, MovableClock, Someone
from tests.walks.settling import settle
from tests.walks.test_newcomer import zipped

NUMBER = "7204001112223334445"
POST = f"https://www.linkedin.com/posts/ana-ruiz_zebras-activity-{NUMBER}-aBcD?utm_source=share"
SAME = f"https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A{NUMBER}/"
OTHER = "https://lnkd.in/p/dZebra42"


def set_up(manager: Someone, *, links: str = "on") -> None:
    """Set up the channel's team, with links that count or without."""
    assert manager.actor.slash("/ssi setup", manager.stage.workspace.channels[NORTH]).ok
    view = manager.actor.modal()
    assert view
    filled = {"name": {"name": "North"}, "links": {"links": links}}
    assert manager.actor.submit(view, filled).ok


def join(*people: Someone) -> None:
    for someone in people:
        post = next(m for m in someone.seen() if "North is set up" in words_of(m))
        someone.click(post, "join")


def say(who: Someone, text: str, place: str = NORTH) -> Message:
    """Say something in a channel, and wait for what the bot makes of it."""
    said = who.actor.say(text, who.stage.workspace.channels[place])
    who.stage.server.wait_for_events()
    settle(who.stage.bot.workers)
    return said


def offers(who: Someone) -> list[Message]:
    return [m for m in who.seen() if "shared a LinkedIn post" in words_of(m)]


def heard(stage: Stage) -> list[str]:
    """Give the events of links as the bot was sent them."""
    entries = stage.workspace.traffic.entries()
    return [str(each.body) for each in entries if each.name == "events_api link_shared"]


def own(who: Someone) -> list[str]:
    return [words_of(message) for message in who.actor.ephemerals()]


def stored(who: Someone) -> str:
    return who.command("/ssi data")


def test_a_shared_post_counts_and_others_tell_what_they_did(
    stage: Stage, ana: Someone, ben: Someone, cleo: Someone, clock: MovableClock
) -> None:
    set_up(ana)
    join(ben, cleo)

    said = say(ben, f"Zebra secrets, read this: {POST}")

    assert "Logged: 1 share on Tue 30 Jun." in own(ben)[-1]
    assert "links to LinkedIn posts count" in own(ben)[-1]
    (offer,) = offers(cleo)
    assert offer.thread_ts == said.ts
    assert "<@U0BEN0002> shared a LinkedIn post. Did you comment on it" in words_of(offer)
    counted = cleo.click(offer, "post_commented")
    assert "Logged: 1 comment on Tue 30 Jun." in words_of(counted)
    assert counted.visible_to == CLEO
    assert "That is logged already: 1 comment" in words_of(cleo.click(offer, "post_commented"))
    assert "That is logged already: 1 share" in words_of(ben.click(offer, "post_shared"))
    assert "• 1 share, 30 Jun" in stored(ben)
    assert "• 1 comment, 30 Jun" in stored(cleo)
    assert "1 new comment came in" in cleo.command("/ssi why since yesterday")
    clock.now += timedelta(minutes=59)
    assert "1 entry taken back" in words_of(cleo.click(counted, "undo"))
    assert "Logged: 1 comment" in words_of(cleo.click(offer, "post_commented"))
    clock.now += timedelta(hours=2)
    assert "more than an hour ago" in words_of(ben.click(ben.actor.ephemerals()[-3], "undo"))


def test_the_same_post_counts_once_and_is_asked_of_once_in_a_channel(
    stage: Stage, ana: Someone, ben: Someone, cleo: Someone, clock: MovableClock
) -> None:
    set_up(ana)
    join(ben, cleo)

    say(ben, f"{POST} and again {SAME}")
    clock.now += timedelta(days=2)
    say(ben, f"Did you see {SAME}?")
    say(cleo, f"I love {SAME} and {OTHER}")

    assert len(offers(ana)) == 2, "one of each post"
    assert "• 1 share, 30 Jun" in stored(ben)
    assert "• 2 shares, 2 Jul" in stored(cleo)


def test_nothing_is_kept_where_links_do_not_count(
    stage: Stage, ana: Someone, ben: Someone, clock: MovableClock
) -> None:
    set_up(ana, links="off")
    join(ben)
    aside = Channel("C0ASIDE01", "aside", members=(ANA, BEN))
    stage.workspace.keep_channel(aside)
    before = len(ben.seen())

    for place in (NORTH, aside.id):
        say(ben, f"Look: {POST}", place)

    assert len(ben.seen()) == before
    assert len(heard(stage)) == 2, "Slack tells of links in channels without the bot, too"
    assert "Nothing of yours is stored" in stored(ben)
    set_up(ana)
    for text in ("https://lnkd.in/dZebra42", "https://linkedin.com/in/zebra", POST.upper()[:20]):
        say(ben, text)
    assert offers(ben) == []
    assert "None of your channels" not in ben.command("/ssi privacy")
    say(ana, f"From somebody who is no member: {POST}")
    assert "Nothing of yours is stored" in stored(ana)
    assert "score" in words_of(ana.click(offers(ana)[0], "post_shared"))
    assert "Nothing of yours is stored" in stored(ana)


def test_a_file_takes_the_place_of_what_was_shared_even_as_a_post(
    ana: Someone, ben: Someone, clock: MovableClock
) -> None:
    set_up(ana)
    join(ben)
    say(ben, f"My own words are on LinkedIn: {POST}")
    clock.now += timedelta(days=1)
    rows = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility"
    link = "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7204001112223330000"
    export = f"{rows}\n2026-06-30 09:00:00,{link},Own words,,,MEMBER_NETWORK\n"

    report = ben.upload(zipped({"Shares.csv": export.encode()}), "export.zip")

    assert "1 share logged count" in report
    assert "• 1 post, 30 Jun" in stored(ben)
    assert "share" not in stored(ben).partition("What came in")[0]


def test_an_event_that_comes_twice_acts_once(
    stage: Stage, ana: Someone, ben: Someone, clock: MovableClock
) -> None:
    set_up(ana)
    join(ben)
    reception = Reception(stage.store, clock)
    links = Links(reception, Homes(reception))
    client = WebClient(stage.workspace.bot.bot_token, base_url=stage.server.api_url)
    event: LinkShared = {
        "user": BEN,
        "channel": NORTH,
        "message_ts": "1782820800.000100",
        "links": [{"url": POST}],
    }

    for _ in range(2):
        links.take(event, "Ev1", stage.workspace.team_id, client)

    assert len(offers(ben)) == 1
    assert [words for words in own(ben) if "Logged" in words] == own(ben)[-1:]


def test_no_word_and_no_link_of_a_message_is_stored(
    stage: Stage, ana: Someone, ben: Someone, databases: Databases
) -> None:
    set_up(ana)
    join(ben)
    say(ben, f"Zebra secrets: {POST} {OTHER}")
    assert "• 2 shares" in stored(ben)

    everything = databases.stored(stage.database_url)
    assert b"A LinkedIn post in a channel" in everything
    assert not re.search(
        rb"zebra|%b|linkedin\.com|lnkd" % NUMBER.encode(), everything, re.IGNORECASE
    )
    (event,) = heard(stage)
    assert "secrets" not in event
    say(ben, "https://linkedin.com.evil.example/posts/a-activity-1-b")
    assert len(heard(stage)) == 1


def test_german_readers_read_german(stage: Stage, clock: MovableClock) -> None:
    dora = User("U0DORA004", "dora", "Dora Weiß", "dora@example.com", tz="UTC", locale="de-DE")
    stage.workspace.add_user(dora)
    channel = stage.workspace.channels[NORTH]
    stage.workspace.keep_channel(replace(channel, members=(*channel.members, dora.id)))
    someone = Someone(stage, stage.server.act_as(dora.id))
    set_up(someone)
    someone.click(someone.seen()[-1], "join")

    say(someone, POST)

    assert "Eingetragen: 1" in own(someone)[-1]
    offer = someone.seen()[-2] if someone.seen()[-1].visible_to else someone.seen()[-1]
    assert "hat einen LinkedIn-Beitrag geteilt" in words_of(offer)
