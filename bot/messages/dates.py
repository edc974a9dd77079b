"""Days as people say them: "Mon 9 Nov", "10–14 Aug", "28 Oct – 3 Nov", with a year when needed.

A day is a calendar date, the same for everybody. An instant is shown in the reader's own zone.
"""

from datetime import UTC, date, datetime

from markupsafe import Markup

from bot.messages.mrkdwn import moment
from bot.messages.words import DateWords


def day(when: date, today: date, words: DateWords) -> str:
    """Say a day without its weekday; its year is told when it is not the present one."""
    month = words.months[when.month - 1]
    pattern = words.day if when.year == today.year else words.day_of_year
    return pattern.format(day=when.day, month=month, year=when.year)


def weekday(when: date, today: date, words: DateWords) -> str:
    """Say a day with its weekday in front."""
    name = words.weekdays_short[when.weekday()]
    return words.weekday.format(weekday=name, date=day(when, today, words))


def span(first: date, last: date, today: date, words: DateWords) -> str:
    """Say a run of days in as few words as leave no doubt."""
    if first == last:
        return day(first, today, words)
    end = day(last, today, words)
    if (first.year, first.month) == (last.year, last.month):
        return words.within_month.format(first=first.day, last=end)
    start = day(first, first if first.year == last.year else today, words)
    return words.across_months.format(first=start, last=end)


def instant(when: datetime, words: DateWords) -> Markup:
    """Say when something happened; Slack puts it into the zone of whoever reads it.

    What cannot show that, such as a notification, says it in UTC.
    """
    there = when.astimezone(UTC)
    plainly = f"{day(there.date(), date.min, words)}, {there:%H:%M} UTC"
    return moment(int(when.timestamp()), words.instant, plainly)
