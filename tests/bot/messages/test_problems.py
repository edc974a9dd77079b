"""Problems in the reader's language: their facts stay, and an unknown sentence stays English."""

from bot.messages.problems import in_language


def test_english_stays_as_it_was_said() -> None:
    assert in_language("How many is a whole number.", "en") == "How many is a whole number."


def test_facts_take_their_places_in_the_other_sentence() -> None:
    meant = in_language(
        "Ana's score is for Ana and the managers of their team. "
        "You can see your own with `/ssi me`.",
        "de",
    )
    assert meant.startswith("Den Wert von Ana sehen nur Ana und die zuständige Teamleitung.")
    assert "`/ssi me`" in meant


def test_a_sentence_within_a_sentence_is_said_likewise() -> None:
    said = "I could not read that goal. Write it like `/ssi goal 70 by 31 Dec`, or `/ssi goal off`."
    assert in_language(said, "de") == (
        "Dieses Ziel konnte ich nicht lesen. "
        "Schreib es so: `/ssi goal 70 by 31 Dec`, oder `/ssi goal off`."
    )


def test_what_is_typed_is_no_pattern() -> None:
    said = "There is a team called {0} (.*) already. Choose another name."
    assert in_language(said, "de") == (
        "Ein Team namens {0} (.*) gibt es schon. Wähl einen anderen Namen."
    )


def test_an_unknown_sentence_stays_english() -> None:
    assert in_language("The moon is full.", "de") == "The moon is full."
