"""The scorer of intents that the settings choose: the small one unless SSI_SENTENCES is on."""

from functools import cache

from bot.settings import read_settings
from bot.understanding.intents import Scorer
from bot.understanding.model import score_by_model
from bot.understanding.sentences import score_by_sentences, sentence_encoder


@cache
def chosen_scorer() -> Scorer:
    """Tell the scorer chosen, ready to score.

    Raises:
        NotReady: the sentence model is asked for and not installed, or a setting cannot be used.
    """
    if not read_settings().sentences:
        return score_by_model
    sentence_encoder()
    return score_by_sentences
