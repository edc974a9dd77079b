"""The published rulebooks: never edited, and saying what people ask about."""

from datetime import date

import pytest

from scoring.model import Kind, Pillar
from scoring.revision import revisions
from scoring.rulebook import Rulebook, shipped

PUBLISHED = {
    "2026-01": "4d8f975442af7b6b9ee09b440b1659ac9a1934fbc962e5e34c8d913da74d3fed",
    "2026-11": "7dc0d4d6fd15b3743dd910b47547885b9bb4aff8998f41de544041e7f8272152",
}
SIGNALS_PEOPLE_NAME = {
    "posts", "articles", "comments", "reactions", "shares", "profile", "recommendations",
    "endorsements", "connections", "acceptance_rate", "searches", "saved_searches",
    "decision_makers", "messages", "inmails", "reply_rate",
}  # fmt: skip
SEEN_IN_A_LINKEDIN_EXPORT = frozenset(Kind) - {
    Kind.SEARCH_SAVED,
    Kind.LEAD_SAVED,
    Kind.ACCOUNT_SAVED,
    Kind.PROFILE_VIEWED,
    Kind.INMAIL_SENT,
    Kind.INMAIL_ANSWERED,
}
rulebook_by_rulebook = pytest.mark.parametrize("rulebook", shipped(), ids=lambda r: r.version)


def test_a_published_rulebook_is_never_edited() -> None:
    assert {rulebook.version: rulebook.digest for rulebook in shipped()} == PUBLISHED


@rulebook_by_rulebook
def test_a_rulebook_scores_at_least_16_signals_for_a_reason(rulebook: Rulebook) -> None:
    assert len(rulebook.signals) >= 16
    assert all(signal.reason.endswith(".") for signal in rulebook.signals)


@rulebook_by_rulebook
def test_every_signal_people_name_is_scored_or_its_end_is_told(rulebook: Rulebook) -> None:
    scored = {signal.name for signal in rulebook.signals}
    retired = {entry.signal for entry in rulebook.retired}

    assert scored | retired >= SIGNALS_PEOPLE_NAME


@rulebook_by_rulebook
@pytest.mark.parametrize("pillar", Pillar)
def test_a_linkedin_export_alone_shows_half_of_each_pillar(
    rulebook: Rulebook, pillar: Pillar
) -> None:
    shown = sum(
        signal.cap
        for signal in rulebook.signals
        if signal.pillar is pillar and signal.kinds & SEEN_IN_A_LINKEDIN_EXPORT
    )

    assert shown >= 1250


def test_november_retires_saved_searches_asks_for_more_posts_and_gives_less_for_reactions() -> None:
    january, november = shipped()

    changed = {
        revision.before.name: revision
        for revision in revisions(january, november)
        if revision.before
    }

    assert november.effective == date(2026, 11, 11)
    assert changed["saved_searches"].after is None
    assert changed["posts"].changed == ("target",)
    assert changed["reactions"].changed == ("cap",)
    assert [entry.signal for entry in november.retired] == ["saved_searches"]
