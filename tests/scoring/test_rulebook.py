"""A rulebook's text is read exactly, or refused with the line that is wrong."""

from datetime import date
from fractions import Fraction

import pytest

from scoring.model import Kind, Measure, Pillar
from scoring.revision import revisions
from scoring.rulebook import Rulebook, RulebookError, Signal, in_force

GOOD = """\
version = "2026-01"
effective = 2026-01-01

[[signal]]
name = "profile"
pillar = "brand"
measure = "state"
kinds = ["profile_headline", "profile_summary"]
target = 2
cap = 25
unit = "sections"
effort = 15
reason = "People look before they answer."

[[signal]]
name = "searches"
pillar = "people"
measure = "count"
kinds = ["search_made"]
window = 28
target = 40
cap = 20.5
unit = "searches"
reason = "Looking comes first."

[[signal]]
name = "days_active"
pillar = "people"
measure = "days_active"
kinds = ["search_made", "comment_made"]
window = 28
target = 20
cap = 4.5
unit = "days"
reason = "A little each day."

[[signal]]
name = "comments"
pillar = "insights"
measure = "count"
kinds = ["comment_made"]
window = 90
target = 40
cap = 25
unit = "comments"
reason = "A comment adds a thought."

[[signal]]
name = "reply_rate"
pillar = "relationships"
measure = "rate"
kinds = ["reply_received"]
of = ["outreach_sent"]
minimum = 10
window = 90
target = 0.3
cap = 25
unit = "replies"
reason = "Outreach counts when it is answered."

[[retired]]
signal = "saved_searches"
on = 2026-11-11
reason = "They are gone."
"""


def line_of(part: str) -> int:
    """Find the line that a part of the good text begins on."""
    return GOOD[: GOOD.index(part)].count("\n") + 1


def test_numbers_are_read_exactly() -> None:
    rulebook = Rulebook.parse(GOOD)

    assert rulebook.version == "2026-01"
    assert rulebook.effective == date(2026, 1, 1)
    assert rulebook.longest_window == 90
    assert [signal.cap for signal in rulebook.signals] == [2500, 2050, 450, 2500, 2500]
    assert rulebook.find("reply_rate") == Signal(
        name="reply_rate",
        pillar=Pillar.RELATIONSHIPS,
        measure=Measure.RATE,
        kinds=frozenset({Kind.REPLY_RECEIVED}),
        of=frozenset({Kind.OUTREACH_SENT}),
        window=90,
        target=Fraction(3, 10),
        cap=2500,
        unit="replies",
        reason="Outreach counts when it is answered.",
        minimum=10,
        effort=None,
    )
    assert rulebook.find("likes") is None


def test_a_retired_signal_says_since_when_and_why() -> None:
    (retired,) = Rulebook.parse(GOOD).retired

    assert (retired.signal, retired.on) == ("saved_searches", date(2026, 11, 11))
    assert retired.reason == "They are gone."


@pytest.mark.parametrize(
    ("good", "bad", "complaint"),
    [
        ('version = "2026-01"', "version = 2026", "“version” must be a text"),
        ("effective = 2026-01-01", 'effective = "soon"', "“effective” must be a date"),
        ("effective = 2026-01-01", "effective = 2026-01-01T00:00:00Z", "must be a date"),
        ('name = "comments"', 'name = "searches"', "another signal named “searches”"),
        ('name = "comments"', 'name = ""', "“name” must be a text"),
        ('pillar = "insights"', 'pillar = "luck"', "“luck” is not a known pillar (brand, people"),
        ('measure = "rate"', 'measure = "mean"', "“mean” is not a known measure (count"),
        ('kinds = ["comment_made"]', 'kinds = ["like"]', "“like” is not a known kind"),
        ('kinds = ["comment_made"]', "kinds = []", "a list of one or more names"),
        ('kinds = ["comment_made"]', "kinds = [4]", "must hold names only"),
        (
            'kinds = ["comment_made"]',
            'kinds = ["comment_made", "comment_made"]',
            "each of them once",
        ),
        ('kinds = ["comment_made"]', 'kinds = ["profile_skills"]', "is a state"),
        ('kinds = ["profile_headline",', 'kinds = ["post_published",', "is a happening"),
        ('kinds = ["comment_made"]', 'kinds = ["deal_won"]', "outcomes are never scored"),
        ('of = ["outreach_sent"]', 'of = ["meeting_booked"]', "outcomes are never scored"),
        ('of = ["outreach_sent"]', 'of = ["profile_skills"]', "is a state"),
        ("minimum = 10", "minimum = 0", "a whole number of at least 1"),
        ("window = 90\ntarget = 40", "window = -90\ntarget = 40", "at least 1"),
        ("window = 90\ntarget = 40", "window = 1.5\ntarget = 40", "a whole number"),
        ("target = 0.3", "target = 0.0", "“target” must be more than 0"),
        ("target = 0.3", "target = -0.3", "“target” must be more than 0"),
        ("target = 0.3", "target = inf", "a finite number"),
        ("target = 0.3", 'target = "high"', "“target” must be a number"),
        ("target = 0.3", "target = true", "“target” must be a number"),
        ("cap = 20.5", "cap = -20.5", "“cap” must not be negative"),
        ("cap = 20.5", "cap = 20.501", "two decimals at most"),
        ("cap = 4.5", "cap = 4.4", "the caps of “people” sum to 24.9 points, not 25"),
        ("effort = 15", "effort = 0", "at least 1"),
        ("effort = 15", "colour = 15", "“colour” is not a key that is known here"),
        ("effort = 15", "window = 90", "the measure “state” has no “window”"),
        ("effort = 15", "minimum = 9", "the measure “state” has no “minimum”"),
        ("minimum = 10", "effort = 10\nminimum = 10", "the measure “rate” has no “effort”"),
        ('unit = "comments"', 'of = ["search_made"]\nunit = "comments"', "has no “of”"),
        ('unit = "comments"', 'unit = """comments"""', "keep each text on one line"),
        ('unit = "comments"', "unit = comments", "this is not TOML: Invalid value"),
        ('reason = "Looking', 'unit = "x"\nreason = "Looking', "this is not TOML"),
        ('signal = "saved_searches"', 'signal = "comments"', "scored or retired above already"),
        ("on = 2026-11-11", "on = 11", "“on” must be a date"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(good: str, bad: str, complaint: str) -> None:
    assert GOOD.count(good) == 1
    wrong = line_of(good)

    with pytest.raises(RulebookError) as refused:
        Rulebook.parse(GOOD.replace(good, bad))

    assert complaint in str(refused.value)
    assert refused.value.line == wrong
    assert str(refused.value).startswith(f"Line {wrong}: ")


@pytest.mark.parametrize(
    ("missing", "table", "complaint"),
    [
        ('version = "2026-01"\n', "version", "“version” is missing here"),
        ('name = "comments"\n', '[[signal]]\nname = "comments"', "“name” is missing here"),
        ('unit = "replies"\n', '[[signal]]\nname = "reply_rate"', "“unit” is missing here"),
        ("minimum = 10\n", '[[signal]]\nname = "reply_rate"', "“rate” needs “minimum”"),
        ('of = ["outreach_sent"]\n', '[[signal]]\nname = "reply_rate"', "“rate” needs “of”"),
        ("on = 2026-11-11\n", "[[retired]]", "“on” is missing here"),
    ],
)
def test_what_is_missing_is_refused_with_the_line_of_its_table(
    missing: str, table: str, complaint: str
) -> None:
    with pytest.raises(RulebookError) as refused:
        Rulebook.parse(GOOD.replace(missing, "", 1))

    assert complaint in str(refused.value)
    assert refused.value.line == line_of(table)


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        (GOOD + "[signals]\n", GOOD.count("\n") + 1, "“signals” is not a key"),
        (GOOD + "[[bonus]]\nname = 1\n", GOOD.count("\n") + 1, "“bonus” is not a key"),
        (GOOD.replace("[[signal]]", "[[signal]", 1), 4, "this is not TOML"),
        (GOOD + 'reason = "again', GOOD.count("\n") + 1, "this is not TOML"),
        ("", 1, "“version” is missing here"),
        ('version = "1"\neffective = 2026-01-01\nsignal = [{name = "x"}]', 3, "its own [[signal]]"),
        ('version = "1"\neffective = 2026-01-01', 1, "the caps of “brand” sum to 0 points"),
    ],
)
def test_a_text_that_is_no_rulebook_is_refused_with_its_line(
    text: str, line: int, complaint: str
) -> None:
    with pytest.raises(RulebookError) as refused:
        Rulebook.parse(text)

    assert complaint in str(refused.value)
    assert refused.value.line == line


def test_the_rulebook_in_force_is_the_latest_that_is_effective() -> None:
    old = Rulebook.parse(GOOD)
    new = Rulebook.parse(
        GOOD.replace('"2026-01"', '"2026-11"').replace("= 2026-01-01", "= 2026-11-11")
    )

    chosen = [
        in_force([new, old], day).version
        for day in (date(2020, 1, 1), date(2026, 11, 10), date(2026, 11, 11), date(2027, 1, 1))
    ]

    assert chosen == ["2026-01", "2026-01", "2026-11", "2026-11"]


def test_without_rulebooks_none_is_in_force() -> None:
    with pytest.raises(ValueError, match="no rulebooks"):
        in_force([], date(2026, 1, 1))


def test_a_revision_names_what_scores_differently() -> None:
    text = GOOD.replace("minimum = 10", "minimum = 20").replace("target = 0.3", "target = 0.4")
    text = text.replace('name = "comments"', 'name = "reactions"').replace("= 15", "= 10")
    old, new = Rulebook.parse(GOOD), Rulebook.parse(text)

    found = {
        (one.before and one.before.name, one.after and one.after.name): one.changed
        for one in revisions(old, new)
    }

    assert found == {
        ("reply_rate", "reply_rate"): ("target", "minimum"),
        ("comments", None): (),
        (None, "reactions"): (),
    }
    assert revisions(old, old) == ()
