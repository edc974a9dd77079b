"""Recognises texts that ask nothing: plain thanks, and plain greetings."""

import re

from bot.understanding.phrases import Phrases, plain_words
from bot.understanding.spelling import mend
from bot.understanding.text import PERSON, read_message

_LONGEST = 120
"""Characters of the longest courtesy: whoever writes more says more."""

_THANKFUL_EMOJI = re.compile(
    r":(?:\+1|thumbsup|pray|ok_hand|raised_hands|clap|heart)(?:::skin-tone-\d)?:|[👍🙏👌🙌👏❤]"
)

_THANKS = Phrases(
    {
        True: (
            "thanks|thankyou|thank|tks|merci|danke|gracias|obrigado|grazie you?",
            "ok|okay|okey|k|kk|alright|cool|nice|great|perfect|awesome|brilliant|lovely|sweet",
            "excellent|wonderful|super|amazing|fantastic|understood|noted|agreed|gotcha|roger",
            "got|have it",
            "that|this|it? makes|make sense",
            "good to know",
            "fair enough",
            "sounds|all good",
            "i? appreciate|appreciated it|this|that?",
            "very|really|super? helpful|useful",
        )
    }
)
_GREETINGS = Phrases(
    {
        True: (
            "hi|hello|hey|heya|hiya|howdy|hola|hallo|bonjour|ciao|moin|yo|greetings|namaste there?",
            "good morning|afternoon|evening|day",
            "morning|evening",
            "how are you doing|today?",
        )
    }
)
_TRIMMINGS = Phrases(
    {
        True: (
            "a lot|bunch|million|ton",
            "so|very? much|many",
            "for your|the|that|this? help|answer|explanation|info|data|explaining|reply",
            "that|this is|was|helps|helped? a? lot?",
            "mate|man|bot|dude|buddy|bro|team|all|everyone|folks|guys|friend|again|so|and|then|ssi",
            "oh|ah|wow|yes|yeah|yep|please|well|now|really|very",
        )
    }
)


def is_thanks(text: str) -> bool:
    """Tell whether a text as Slack delivers it is thanks or agreement, and nothing else."""
    return _is_only(_THANKS, _THANKFUL_EMOJI.sub(" thanks ", text))


def is_greeting(text: str) -> bool:
    """Tell whether a text as Slack delivers it is a greeting, and nothing else."""
    return _is_only(_GREETINGS, text)


def _is_only(phrases: Phrases[bool], text: str) -> bool:
    if len(text) > _LONGEST or "?" in text:
        return False
    typed = read_message(text, None).text.replace(PERSON, " ")
    return any(_is_whole(phrases, plain_words(words)) for words in (typed, mend(typed)))


def _is_whole(phrases: Phrases[bool], words: str) -> bool:
    """Tell whether plain words hold one of the phrases, and nothing but them and trimmings."""
    rest = _TRIMMINGS.without(phrases.without(words))
    return phrases.first(words) is not None and not rest.replace(".", "").strip()
