"""Continues a conversation: what a message leaves unsaid is as in the question before it.

A message that only names something ("and in brand?", "what about <@U04>?", "same for last month")
asks the same question, with what it names in the old one's place. "vs" and a name compares with
whoever is named; "vs" and days asks what lies between the ends of both periods. "The week before"
is the one before the days that were talked about. Any other message
is a question of its own: in a thread it keeps the subject and the period if it names none.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.understanding.periods.tokens import COUNTS, MONTHS, UNITS, WEEKDAYS, word_set
from bot.understanding.phrases import plain_words
from bot.understanding.preceding import days_before
from bot.understanding.question import Intent, Period, Question, Subject, SubjectKind
from bot.understanding.spelling import mend
from bot.understanding.text import PERSON, read_message

Reader = Callable[[str], Question]
"""Understands a text as Slack delivers it, by itself."""

ABOUT_SCORES = frozenset(
    {
        Intent.WHY_CHANGE, Intent.SCORE, Intent.TREND, Intent.LEADERBOARD, Intent.COMPARE,
        Intent.IMPROVE, Intent.WHATIF, Intent.TEAM_REPORT, Intent.COHORT,
    }
)  # fmt: skip
"""Questions about somebody's score: they can be continued, and can continue another."""

_CHANGES = frozenset({Intent.WHY_CHANGE, Intent.COHORT, Intent.SCORE})
"""Questions whose answer to "vs october" is how and why the score differs from October's."""

_USUAL_DAYS = 7

_LONGEST = 12
"""Words of the longest message that only names something."""

_AGAINST = re.compile(
    r"\b(?:compared? (?:it |that )?(?:to|with|against)|versus|against|than|vs)\b\.?", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:(?:what|how) about|same for)\b", re.IGNORECASE)
_ON = " on "
"""Put in the place of what opens a follow-up: after it "may" and "sat" are times."""

_OPENERS = re.compile(r"\b(?:(?:what|how) (?:about|of)|(?:the )?same (?:for|in|with))\b")
_SELF = frozenset({"i", "me", "my", "mine", "myself"})
_WHO = _SELF | {"us", "our", PERSON}
"""After "compare" they make a question: of somebody with somebody."""

_OVERALL = frozenset({"overall", "altogether", "total"})
_LINKS = word_set(
    "and or but so then now ok okay also plus about for in on at to with versus than against the a "
    "an only just please instead again thing one too well hmm compare compared comparison right "
    "her his their hers theirs him them"
)
_NAMES = word_set(
    "brand branding presence find finding people insights insight engage engaging engagement "
    "relationship relationships relations pillar posts post articles article comments comment "
    "reactions reaction likes shares share reposts profile recommendations recommendation "
    "endorsements endorsement connections connection invites invitations acceptance accepted rate "
    "rates searches search saved decision makers maker messages message outreach inmails inmail "
    "reply replies response responses team teams squad crew group region department company "
    "everyone everybody others colleagues whole rest all reps we us our"
)
_TIMES = word_set(
    "today yesterday tonight overnight weekend morning last past previous prior this current since "
    "from until till between before after during over by within ago early mid late end beginning "
    "start of first second third fourth half full entire couple few ytd mtd qtd wtd earlier "
    "preceding period that"
).union(MONTHS, WEEKDAYS, UNITS, COUNTS)
_KNOWN = _LINKS | _NAMES | _TIMES | _SELF | _OVERALL | {PERSON}


def continue_from(previous: Question, text: str, read: Reader, today: date) -> Question:
    """Understand a text that follows a question in the same thread.

    Args:
        previous: The question before it, as it was understood.
        text: What is said now, as Slack delivers it.
        read: Understands a text by itself.
        today: The date where the asker is.
    """
    now, words = in_light_of(previous, read(text), text, today), _words(text)
    if now.period is None and _ABOUT.search(text):
        now = replace(now, period=read(_ABOUT.sub(_ON, text)).period)
    if only_names(text, now, previous.intent):
        if not _AGAINST.search(text):
            return _named(previous, now, words)
        other = in_light_of(previous, read(_AGAINST.sub(_ON, text)), text, today)
        if other.period:
            return _compared_days(previous, _named(previous, other, words), other.period, today)
        if other.subject.kind is not SubjectKind.ME or not _SELF.isdisjoint(words):
            return _compared_people(previous, other)
    if now.intent not in ABOUT_SCORES:
        return now
    return replace(
        now, subject=_subject(previous, now, words), period=now.period or previous.period
    )


def in_light_of(previous: Question, now: Question, text: str, today: date) -> Question:
    """Give days to a question that names some before those of the question before it.

    Where that named no days, it is taken to be about the last seven.
    """
    talked_about = previous.period or Period(today - timedelta(days=_USUAL_DAYS - 1), today)
    period = days_before(" ".join(_words(text)), talked_about)
    return replace(now, period=period) if period else now


def only_names(text: str, now: Question, before: Intent) -> bool:
    """Tell whether a text only names what a question is about, and asks nothing itself.

    Args:
        text: The text as Slack delivers it.
        now: The text, as it is understood by itself.
        before: What was asked before: of a what-if, another number is a name, too.
    """
    words = _words(text)
    if len(words) > _LONGEST or (words[:1] == ["compare"] and _WHO.issuperset(words[1:2])):
        return False
    numbers = [word for word in words if any(sign.isdigit() for sign in word)]
    named = (
        now.pillar
        or now.period
        or now.signal
        or now.subject.kind is not SubjectKind.ME
        or not (_SELF | _OVERALL).isdisjoint(words)
        or (numbers and before is Intent.WHATIF)
    )
    return bool(named) and _KNOWN.union(numbers).issuperset(words)


def _words(text: str) -> list[str]:
    """List the plain words of a text, without those with which a follow-up opens."""
    plain = plain_words(mend(read_message(text, None).text)).replace(" . ", " ").strip(" .")
    return _OPENERS.sub(" ", plain).replace(" - ", " ").split()


def _subject(previous: Question, now: Question, words: list[str]) -> Subject:
    """Give the subject that is named; "my brand" names the asker."""
    named = now.subject.kind is not SubjectKind.ME or not _SELF.isdisjoint(words)
    return now.subject if named else previous.subject


def _named(previous: Question, now: Question, words: list[str]) -> Question:
    """Ask the same of what is named now; a pillar or a signal takes the place of either."""
    other = now.pillar or now.signal or not _OVERALL.isdisjoint(words)
    return replace(
        previous,
        subject=_subject(previous, now, words),
        pillar=now.pillar if other else previous.pillar,
        period=now.period or previous.period,
        signal=now.signal if other else previous.signal,
    )


def _compared_people(previous: Question, now: Question) -> Question:
    """Compare with whoever is named; "vs me" with whomever was talked about."""
    named = now.subject.kind is not SubjectKind.ME
    subject = now.subject if named else previous.subject
    return replace(previous, intent=Intent.COMPARE, subject=subject)


def _compared_days(previous: Question, now: Question, days: Period, today: date) -> Question:
    """Hold the days that were talked about against those named now.

    What changed since the days just before them was told already: then it is told of those days.
    """
    talked_about = previous.period or Period(today, today)
    if previous.intent is Intent.TREND:
        first, last = min(days.first, talked_about.first), max(days.last, talked_about.last)
        return replace(now, period=Period(first, last))
    if previous.intent in _CHANGES:
        between = _between(days, talked_about)
        just_before = days.last < talked_about.first and between == previous.period
        told_already = just_before and previous.intent is not Intent.SCORE
        period = days if told_already else between
        return replace(now, intent=Intent.WHY_CHANGE, period=period)
    return replace(now, intent=Intent.COMPARE)


def _between(one: Period, other: Period) -> Period:
    """Give the days after the end of the earlier period, through the end of the later one."""
    earlier, later = sorted((one, other), key=lambda period: period.last)
    if earlier.last == later.last:
        return Period(min(one.first, other.first), later.last)
    return Period(earlier.last + timedelta(days=1), later.last)
