"""The conversation: what people say, type after `/ssi` or click goes to its one answer."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.answers.asking.answering import BY_INTENT, COMMANDS, MEANING, WORDS, plain_word
from bot.answers.asking.echo import echo
from bot.answers.asking.feedback import rateable
from bot.answers.asking.nearest import nearest_command
from bot.answers.asking.thread import asked, remember
from bot.answers.score.reported import linkedin
from bot.answers.turn import Turn, understood
from bot.intake.reported import is_pasted
from bot.measures import answering
from bot.messages.contexts import (
    CommandHelp,
    Compare,
    Context,
    DidYouMean,
    Greeting,
    Thanks,
    Unsure,
)
from bot.understanding import SURE, Intent, Question, is_greeting, is_thanks

READINGS = 3

FOR_HELP = frozenset({"help", "?", "-h", "--help"})
"""What asks, after a word, how the word is used."""


def replies_to(turn: Turn) -> list[Callable[[], Context]]:
    """Prepare the answers to what somebody says, in order: to one question, or to two.

    Each of them raises OpenSSIError where there is no answer, or not for this asker.
    """
    if is_pasted(turn.text):
        return [partial(linkedin, turn.desk, turn.asker, turn.text)]
    if is_thanks(turn.text):
        return [Thanks]
    if is_greeting(turn.text):
        return [Greeting]
    return [partial(_reply, replace(turn, text=part.text), part.question) for part in asked(turn)]


def _reply(turn: Turn, question: Question) -> Context:
    """Answer a question; when unsure what is meant, offer the likeliest readings.

    What may have nothing to do with the score is refused only when that is sure, too.
    """
    if question.confidence < SURE:
        likeliest = dict.fromkeys((question.intent, *question.alternatives))
        readings = [intent.value for intent in likeliest if intent is not Intent.OUT_OF_SCOPE]
        return Unsure(turn.text, tuple(readings[:READINGS]))
    return rateable(answer(turn, question), question)


def replies_to_command(turn: Turn) -> list[Callable[[], Context]]:
    """Prepare the answers to what follows `/ssi`: a known word with what belongs to it, or text.

    A single word that is almost a known one is asked about. Each answer raises OpenSSIError where
    there is none, or not for this asker.
    """
    first, _, rest = turn.text.strip().partition(" ")
    word, rest = plain_word(first), rest.strip()
    if word in WORDS and rest.lower() in FOR_HELP:
        return [partial(CommandHelp, word)]
    if word in COMMANDS and (word or not first):
        return [partial(run, replace(turn, text=rest), word)]
    small_talk = is_thanks(turn.text) or is_greeting(turn.text)
    nearest = None if rest or small_talk else nearest_command(word)
    return [partial(DidYouMean, first, nearest)] if nearest else replies_to(turn)


def run(turn: Turn, word: str) -> Context:
    """Do what a known word after `/ssi` stands for, with what follows it as the turn's text.

    Raises:
        OpenSSIError: there is no answer, or not for this asker; the sentence says why.
    """
    question = understood(turn)
    with answering(word or "help"), turn.desk.one_state():
        context = COMMANDS[word](turn, question)
    if word in MEANING:
        _keep(turn, replace(question, intent=MEANING[word]), context)
    return echo(context, question, turn.today)


def answer(turn: Turn, question: Question) -> Context:
    """Answer a question of which the intent is certain; what was answered, may be continued.

    Raises:
        OpenSSIError: there is no answer, or not for this asker; the sentence says why.
    """
    with answering(question.intent), turn.desk.one_state():
        context = BY_INTENT[question.intent](turn, question)
    _keep(turn, question, context)
    return echo(context, question, turn.today)


def _keep(turn: Turn, question: Question, context: Context) -> None:
    """Remember what was answered, for what may follow; what was refused changes nothing."""
    if not (isinstance(context, Compare) and context.refused):
        remember(turn, question)
