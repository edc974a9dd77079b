"""Finds whom a text asks about: me, a team, everyone or a mentioned person."""

from bot.understanding.phrases import Phrases
from bot.understanding.question import Subject, SubjectKind

_GROUPS = Phrases(
    {
        SubjectKind.EVERYONE: (
            "everyone|everybody|anyone|anybody|companywide|globally|systemic",
            "for|of|with all ^|since|of|over",
            "lot|lots|most of? people|members|users|colleagues",
            "every one else|dropped|drops|fell",
            "anyone|everyone|everybody|someone|somebody else",
            "company|org|organisation|organization - wide",
            "company|org|organisation|organization wide",
            "the|whole|entire|our|across company|firm|business|organisation|organization|industry",
            "all people|users|members|employees|staff|colleagues|scores|accounts|persons",
            "all the people|users|members|employees|staff|colleagues|scores",
            "other|others people|members|users|colleagues|reps|accounts|persons|guys|folks",
            "others|colleagues|coworkers",
            "the|my|our industry|branch|sector|market",
            "across the board|company",
            "share|how many of? members|people|users|us",
            "all of linkedin",
            "whole linkedin|world|place",
        ),
        SubjectKind.TEAM: (
            "team|teams|squad|crew|gang|reps|region|group|department|pod|unit|troops",
            "we|our|ours|us",
            "my|our people|folks|guys|sellers|sdrs|aes|bdrs|lads|direct|directs|salespeople|staff",
            "my sales|account people|reps|team|executives|guys",
            "emea|apac|dach|amer|latam|nordics|benelux|anz",
            "sales org|force|floor|team|department",
            "each|every rep|seller",
        ),
    }
)

_NOT_GROUPS = Phrases(
    {
        True: (
            "let us",
            "tell|give|show us",
            "team member|mate|lead|leader",
            "group|groups joined",
            "join|joined|joining a? group|groups",
            "the other|others teams|team",
            "anyone|anybody|everyone|everybody|someone on|in|of|from",
            "i .. answered|answer|messaged|replied everyone|everybody|to",
            "my boss|manager|chef|lead",
        )
    }
)


def find_subject(words: str, mentions: tuple[str, ...]) -> Subject:
    """Find whom the words ask about; the first mention wins, "me" is the default.

    Args:
        words: The text's plain words.
        mentions: Slack ids of mentioned people, the bot's own left out.
    """
    if mentions:
        return Subject(SubjectKind.PERSON, mentions[0])
    return Subject(_GROUPS.first(_NOT_GROUPS.without(words)) or SubjectKind.ME)


SUBJECT_NAMES = _GROUPS.vocabulary()
"""The words of the phrases, for mending typos."""
