"""Each story of the demo can be seen, on whatever day the demo is run."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.answers.desk import Desk
from bot.answers.score.scores import cards, end_of, known_then, move
from bot.storage import Database, Store
from bot.storage.tables import Member
from bot.storage.times import to_day
from bot.workspace.seed.chronicle import day_in_demo
from bot.workspace.seed.people import CAST, INGRID, ZONE, Role
from bot.workspace.seed.plant import Planted, plant
from bot.workspace.seed.stories import CONNECTED
from scoring.model import Amount, CauseKind, Change, Pillar, Scorecard
from scoring.rulebook import shipped
from tests.engines import Databases

SATURDAY_NIGHT = datetime(2026, 11, 21, 20, 15, tzinfo=UTC)
MONDAY_MORNING = datetime(2026, 11, 23, 6, 5, tzinfo=UTC)
A_THURSDAY_LATER = datetime(2027, 4, 1, 23, 59, tzinfo=UTC)
DAYS = (SATURDAY_NIGHT, MONDAY_MORNING, A_THURSDAY_LATER)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Demo:
    desk: Desk
    planted: Planted

    @property
    def today(self) -> date:
        return day_in_demo(self.desk.now)

    def member(self, handle: str) -> Member:
        found = self.desk.store.members.get(self.desk.workspace_id, self.planted.members[handle])
        assert found
        return found

    def change(self, handle: str, since: date | None = None) -> Change:
        """Explain a change since the end of a day, as `/ssi why` does; by default of 7 days."""
        first = since or self.today - WEEK
        return move(self.desk, self.member(handle), first, self.today).change

    def cards(self, day: date, known: int) -> dict[str, Scorecard]:
        scored = cards(self.desk, self.planted.members.values(), day, known)
        numbers = self.planted.members.items()
        return {handle: scored[number] for handle, number in numbers if number in scored}

    def cards_today(self) -> dict[str, Scorecard]:
        known = self.desk.store.recordings.latest(self.desk.workspace_id)
        return self.cards(self.today, known)


@pytest.fixture(scope="module", params=DAYS, ids=lambda day: f"{day:%a-%d-%b-%Y}")
def demo(request: pytest.FixtureRequest, lasting_databases: Databases) -> Iterator[Demo]:
    yield from planted_at(request.param, lasting_databases.new())


@pytest.fixture(scope="module")
def november(lasting_databases: Databases) -> Iterator[Demo]:
    yield from planted_at(SATURDAY_NIGHT, lasting_databases.new())


def planted_at(now: datetime, url: str) -> Iterator[Demo]:
    database = Database(url)
    store = Store(database)
    planted = plant(
        store,
        shipped(),
        now=now,
        slack_team_id="T0DEMO0001",
        team_channel="C0SALES001",
        next_digest_at=now,
    )
    workspace = store.workspaces.get(planted.workspace_id)
    yield Demo(Desk(store, shipped(), workspace, now), planted)
    database.close()


def points(change: Change, cause: CauseKind, *signals: str) -> int:
    return sum(
        part.points
        for part in change.causes
        if part.cause is cause and (not signals or part.signal in signals)
    )


def amount(card: Scorecard, name: str) -> Amount:
    return next(signal.amount for signal in card.signals if signal.name == name)


# The stories


def test_maya_falls_only_because_a_busy_week_left_the_window(demo: Demo) -> None:
    change = demo.change("maya")
    left = points(change, CauseKind.AGED_OUT, "comments", "articles")
    assert -600 < change.points <= -300
    assert left < -400
    rest = [p for p in change.causes if p.signal not in {"comments", "articles"}]
    assert abs(sum(part.points for part in rest)) < 150
    comments = [
        evidence
        for part in change.causes
        if part.signal == "comments" and part.cause is CauseKind.AGED_OUT
        for evidence in part.evidence
    ]
    assert all(demo.today - evidence.first > timedelta(days=89) for evidence in comments)
    assert sum(evidence.amount for evidence in comments) <= -13


def test_maya_does_as_much_as_in_the_week_before(demo: Demo) -> None:
    def done(first: date) -> int:
        return sum(
            fact.quantity
            for fact in demo.desk.store.activities.facts(
                demo.desk.workspace_id, demo.planted.members["maya"], first
            )
            if first <= fact.day < first + WEEK and not fact.kind.is_state
        )

    this_week = done(demo.today - WEEK + timedelta(days=1))
    week_before = done(demo.today - 2 * WEEK + timedelta(days=1))
    assert abs(this_week - week_before) <= 0.1 * week_before


def test_jonas_writes_more_and_his_reply_rate_falls(demo: Demo) -> None:
    change = demo.change("jonas")
    before, after = amount(change.before, "reply_rate"), amount(change.after, "reply_rate")
    assert before.of
    assert after.of
    assert after.of >= before.of + 25
    assert abs(after.value - before.value) <= 2
    assert points(change, CauseKind.NEW, "reply_rate") < -100
    assert points(change, CauseKind.NEW, "inmails") < -50
    assert change.points < -200


def test_priya_climbs_week_after_week_under_the_same_rules(demo: Demo) -> None:
    desk, member = demo.desk, demo.member("priya")
    weeks = [demo.today - number * WEEK for number in range(CONNECTED // 7, -1, -1)]
    rulebook = desk.rulebook(demo.today)
    known = desk.store.recordings.latest(desk.workspace_id)
    scores = [
        cards(desk, [member.member_id], day, known, rulebook)[member.member_id].points
        for day in weeks
    ]
    assert all(later > earlier for earlier, later in pairwise(scores))
    assert scores[-1] - scores[0] > 2500
    assert demo.change("priya").points > 100


def test_tomas_lost_his_saved_searches_to_the_new_rules(november: Demo) -> None:
    change = november.change("tomas", date(2026, 10, 31))
    by_rules = points(change, CauseKind.RULES)
    assert (change.before.rulebook, change.after.rulebook) == ("2026-01", "2026-11")
    assert points(change, CauseKind.RULES, "saved_searches") <= -380
    assert by_rules < -350
    assert abs(change.points - by_rules) < abs(by_rules)


def test_the_new_rules_touch_the_whole_team_and_others_less_than_tomas(november: Demo) -> None:
    since = date(2026, 10, 31)
    rules = {
        handle: points(november.change(handle, since), CauseKind.RULES)
        for handle in november.planted.members
        if handle != "nour"
    }
    assert all(rules.values())
    assert min(rules, key=lambda handle: rules[handle]) == "tomas"


def test_nour_is_known_for_two_weeks_and_only_in_part(demo: Demo) -> None:
    member = demo.member("nour")
    number = member.member_id
    first, *_ = demo.desk.store.activities.shown(demo.desk.workspace_id, (number,))[number]
    joined = demo.today - timedelta(days=13)
    stored = demo.desk.store.snapshots.of(
        demo.desk.workspace_id, member.member_id, date(2026, 1, 1), demo.today
    )
    card = demo.cards_today()["nour"]
    assert day_in_demo(first.at) == joined
    assert len(stored) == 13
    assert card.points < 3500
    assert card.pillar_seen(Pillar.BRAND) == 2500
    assert card.pillar_seen(Pillar.INSIGHTS) < 1000


def test_a_late_import_corrects_lucas_and_nobody_else(demo: Demo) -> None:
    corrected = {
        handle: points(demo.change(handle), CauseKind.CORRECTED) for handle in demo.planted.members
    }
    assert corrected.pop("lucas") > 200
    assert set(corrected.values()) == {0}


def test_what_lucas_did_on_the_road_was_unknown_until_three_days_ago(demo: Demo) -> None:
    day = demo.today - timedelta(days=11)
    store = demo.desk.store
    before = known_then(demo.desk, demo.today - timedelta(days=4))
    learned = known_then(demo.desk, demo.today - timedelta(days=3))
    facts = store.activities.facts(
        demo.desk.workspace_id, demo.planted.members["lucas"], demo.today - timedelta(days=17)
    )
    on_the_road = [
        fact
        for fact in facts
        if fact.day < day and not (fact.kind.is_state or fact.kind.is_outcome)
    ]
    assert len(on_the_road) > 10
    assert all(before < fact.known_from <= learned for fact in on_the_road)


def test_only_grace_and_nour_cannot_be_seen_wholly(demo: Demo) -> None:
    seen = {
        handle: [card.pillar_seen(pillar) for pillar in Pillar]
        for handle, card in demo.cards_today().items()
    }
    in_part = {handle for handle, pillars in seen.items() if pillars != [2500] * 4}
    assert in_part == {"grace", "nour"}
    brand, people, insights, relationships = seen["grace"]
    assert (brand, relationships) == (2500, 2500)
    assert people < 1250
    assert insights == 2000


def test_sunhee_leads_with_a_full_pillar(demo: Demo) -> None:
    board = demo.cards_today()
    assert max(board, key=lambda handle: board[handle].points) == "sunhee"
    assert board["sunhee"].pillar_points(Pillar.BRAND) == 2500


def test_scores_lie_far_apart_and_no_two_are_the_same(demo: Demo) -> None:
    scores = sorted(card.points for card in demo.cards_today().values())
    assert scores[0] < 3000
    assert scores[-1] > 8000
    assert len(set(scores)) == 8


# What stands in the store


def test_a_team_of_eight_has_a_manager_who_is_not_scored(demo: Demo) -> None:
    store, workspace_id = demo.desk.store, demo.desk.workspace_id
    team = store.teams.by_channel(workspace_id, "C0SALES001")
    assert team
    assert team.team_id == demo.planted.team_id
    scored = {member.slack_id for member in store.teams.members(workspace_id, team.team_id)}
    assert scored == {person.slack_id for person in CAST if person.role is Role.MEMBER}
    assert len(scored) == 8
    assert store.teams.managers(workspace_id, team.team_id) == [INGRID.slack_id]
    assert store.members.by_slack_id(workspace_id, INGRID.slack_id) is None


def test_at_least_150_days_are_there_and_nothing_is_later_than_now(demo: Demo) -> None:
    extents = [
        demo.desk.store.activities.extent(demo.desk.workspace_id, number)
        for number in demo.planted.members.values()
    ]
    firsts = [first for _, first, _ in extents if first]
    lasts = [last for _, _, last in extents if last]
    assert all(demo.today - first >= timedelta(days=150) for first in firsts)
    assert max(lasts) <= demo.today
    assert all(demo.today - last <= timedelta(days=4) for last in lasts)


def test_every_past_night_is_scored_with_what_was_known_then(demo: Demo) -> None:
    desk = demo.desk
    for days_ago in (1, 6, 13, 20, 55, CONNECTED):
        day = demo.today - timedelta(days=days_ago)
        kept = desk.store.snapshots.on(desk.workspace_id, day)
        known = desk.store.recordings.known_at(desk.workspace_id, end_of(day, ZONE))
        expected = demo.cards(day, known)
        assert len(kept) == (8 if days_ago <= 13 else 7)
        assert {row.known_at for row in kept.values()} == {known}
        for handle, number in demo.planted.members.items():
            if number in kept:
                card = expected[handle]
                assert (kept[number].points, kept[number].rulebook) == (card.points, card.rulebook)


def test_the_nights_are_scored_up_to_yesterday(demo: Demo) -> None:
    desk = demo.desk
    nights = desk.store.snapshots.days(desk.workspace_id)
    workspace = desk.store.workspaces.get(desk.workspace_id)
    assert len(nights) == CONNECTED
    assert max(nights) == demo.today - timedelta(days=1)
    assert workspace.scored_through == to_day(max(nights))
    assert not desk.store.snapshots.on(desk.workspace_id, demo.today)
