"""Finds whom a text names: a team, everyone, or nobody but the asker."""

from bot.understanding.phrases import Phrases
from bot.understanding.question import SubjectKind

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
            "whole linkedin|world|place|continent|platform",
            "platform - wide",
            "half the office|company|floor",
            "how many members|people|users|colleagues|employees",
            "share|proportion of? members",
            "other teams|departments|companies|agencies",
        ),
        SubjectKind.TEAM: (
            "team|teams|squad|crew|gang|reps|region|group|department|pod|unit|troops",
            "we|our|ours|us",
            "my|our people|folks|guys|sellers|sdrs|aes|bdrs|lads|direct|directs|salespeople|staff",
            "my sales|account people|reps|team|executives|guys",
            "aes|sdrs|bdrs",
            "my|the .. lot|bunch|boys|girls|grads|interns|hires",
            "my agency|org|desk|pod|office|branch|shop|territory|platoon|department|group",
            "the|whole|entire desk|floor|office|pod|shop|house|territory",
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
            "team member|mate",
            "group|groups joined",
            "join|joined|joining a? group|groups",
            "the other|others teams|team",
            "anyone|anybody|everyone|everybody|someone on|in|of|from",
            "i .. answered|answer|messaged|replied everyone|everybody|to",
            "my|our boss|manager|chef|lead|ceo|dpo|customers|clients|prospects|director",
            "our own? ceo|posts",
            "team leader|lead|manager",
            "everyone|everybody to see",
            "anyone|everyone .. i know|met",
        )
    }
)


def subject_by_rules(words: str) -> SubjectKind:
    """Find whom plain words name; "me" is the default."""
    return _GROUPS.first(_NOT_GROUPS.without(words)) or SubjectKind.ME


SUBJECT_NAMES = _GROUPS.vocabulary()
"""The words of the phrases, for mending typos."""
