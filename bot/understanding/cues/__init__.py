"""What gives an intent away: phrases by weight, in the language of ``phrases``.

A weight is about the logarithm of how much likelier the phrase makes the intent. Weights from 5 on
are for phrases that settle the matter; those of 1 only tip a balance.
"""

from bot.understanding.cues.people import PEOPLE_CUES
from bot.understanding.cues.score import SCORE_CUES
from bot.understanding.cues.service import SERVICE_CUES
from bot.understanding.cues.ways import WAYS_CUES

CUES = SCORE_CUES | PEOPLE_CUES | WAYS_CUES | SERVICE_CUES
"""Phrases by weight, by intent."""
