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
            "workspace average|winner|total",
            "company|office average",
            "who|whos is|was? winner|winning|leading|top|leads|leader",
            "who|whos lead|leads|loses|lost",
            "top|first 3|5|10|three|five|ten",
            "biggest|top climber|climbers|mover|movers|gainer|gainers",
            "hall of fame",
            "was|is|were for all",
            "whole office|company|floor",
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
            "each|every|all rep|reps|seller|sellers|agent|agents|broker|brokers",
            "my|the .. agents|freshers|apprentices|engineers|ladies|operators|juniors|managers",
            "cargo|sales|partner|growth|enterprise|trading|support desk",
            "melbourne|sydney|london|dublin|singapore|paris|berlin|madrid|dubai desk",
            "desk report|summary|average|numbers",
            "our|my patch|outfit|pod|bunch|squad",
            "branch|coast|east|west|north|south region|branch|team",
            "sales versus",
            "my|the crowd|course|class|intake|downline|mob|downlines",
            "my two|three|four|five|six? sales? guys|sellers|reps|people",
            "midwest|northeast|northwest|southeast|southwest|midlands",
            "north|south|east|west|central zone|area",
            "by|improved|strongest|weakest|best rep|seller|agent",
        ),
    }
)

_NOT_GROUPS = Phrases(
    {
        True: (
            "let us",
            "tell|give|show us",
            "team member|mate",
            "my|our people pillar|part|score|side|section|one|points|number",
            "microsoft|ms? teams meeting|call|chat|channel|invite",
            "comment|post|like|share|message reps",
            "left|leaving us",
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
            "per region|team",
            "am|was|is|reach|still|coming|yet i|my|me? name? coming? still? in|yet? the? top|first",
            "tell|ask|told .. juniors|agents|interns",
            "my .. give|gives me|see|endorse|endorsing",
            "join|joining|joined|leave|leaving of? this|the|my|our? team",
            "change|changed|changing|move|moved of? this|the|my|our? team",
            "before i join|joined|change|changed of? team",
            "than other .. reps",
            "our marketing|compliance|legal|hr|sync|chart|slack|crm|bot",
            "us to|not|a",
            "to|for our hr|legal|dpo",
            "endorsing|endorse|messaging|message|helping others|colleagues",
            "the colleagues say|said|says|seeing",
            "to everybody|everyone",
            "if everyone|everybody i",
            "lost the lot of",
            "dear|hi|hello data|sales|ssi? team|all|everyone|everybody",
            "are|do we standing|drilling|stand",
            "run us through",
            "my desk ^|buddy|mate|neighbour",
            "somebody|someone|anybody|anyone else wrote|types|says|liked",
            "everyone|everybody liked|noticed|loved|clapped",
            "same as everyone|everybody",
            "where|how are|is|we at|doing? we at",
            "versus|vs|against|beside|relative to? the|our|my? team|company|office|branch|average",
            "the|our|my? team|company|office mean|average in points",
            "colleague|colleagues in|from",
        )
    }
)


def subject_by_rules(words: str) -> SubjectKind:
    """Find whom plain words name; "me" is the default."""
    return _GROUPS.first(_NOT_GROUPS.without(words)) or SubjectKind.ME


SUBJECT_NAMES = _GROUPS.vocabulary()
"""The words of the phrases, for mending typos."""
