"""The impact of other rules: each part adds up, and small groups show no average."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.rules.impact import Impact, largest, own_impact, shared_impact
from bot.storage.tables import Member
from scoring.model import Kind, Tally
from scoring.rulebook import shipped
from scoring.score import score

JANUARY, NOVEMBER = shipped()
DAY = date(2026, 11, 1)
SIGNALS = sorted({signal.name for book in shipped() for signal in book.signals})

amounts = st.integers(0, 70)
tallies = st.dictionaries(
    st.sampled_from(SIGNALS),
    st.builds(Tally, total=amounts, people=amounts, days=amounts, standing=amounts, of=amounts),
)


def impact(held: dict[str, Tally], number: int = 1) -> Impact:
    member = Member(
        workspace_id=1, member_id=number, slack_id=f"U{number}", name=f"M{number}",
        email=None, zone="UTC", joined_at=0,
    )  # fmt: skip
    cards = (score(book, held, DAY, frozenset(Kind)) for book in (JANUARY, NOVEMBER))
    return Impact(member, *cards)


@given(tallies)
def test_what_each_rule_does_adds_up_to_what_is_shown(held: dict[str, Tally]) -> None:
    own = own_impact(JANUARY, NOVEMBER, impact(held))

    assert sum(cause.points for cause in own.rules.causes) == own.after - own.before
    assert own.rules.points == own.after - own.before


def test_only_rules_that_did_something_are_told_largest_first() -> None:
    own = own_impact(
        JANUARY, NOVEMBER, impact({"saved_searches": Tally(total=5), "posts": Tally(total=12)})
    )

    told = [(cause.signal, cause.what, cause.points) for cause in own.rules.causes]
    assert told == [("saved_searches", "retired", -40), ("posts", "target", -20)]
    assert own.rules.causes[0].reason.startswith("The platform took saved searches away")


def test_members_are_counted_by_what_the_rules_do_to_them() -> None:
    found = [
        impact({"posts": Tally(total=12)}, 1),  # 6 points → 4
        impact({"comments": Tally(total=40)}, 2),  # 8 points → 9
        impact({"articles": Tally(total=3)}, 3),  # 4 points → 4
    ]

    shared = shared_impact(found, 5)

    assert (shared.members, shared.rise, shared.fall, shared.median) == (3, 1, 1, 0)
    assert (shared.before, shared.after) == (None, None)
    assert [(row.person.name, row.change) for row in largest(found)] == [("M1", -20), ("M2", 10)]


def test_five_members_have_an_average() -> None:
    shared = shared_impact([impact({"posts": Tally(total=12)}, n) for n in range(5)], 5)

    assert (shared.before, shared.after) == (60, 40)


def test_of_nobody_nothing_is_told() -> None:
    shared = shared_impact([], 5)

    assert (shared.members, shared.median, shared.before) == (0, 0, None)
