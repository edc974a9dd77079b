"""References on a terminal: an answer that was given is computed again, and held against it."""

from bot.cli.printing import say
from bot.errors import BadInput
from scoring.reference import Reference


def tell_reference(given: Reference | None, found: Reference | None) -> None:
    """Tell an answer's reference, or that it is the answer that was given.

    Raises:
        BadInput: it is not.
    """
    check_reference(given, found)
    if given:
        say(f"Reproduced: this is the answer {given}, from the same inputs.")
    elif found:
        say(f"Reference {found}")


def check_reference(given: Reference | None, found: Reference | None) -> None:
    """Check that an answer comes out as it was given, where its reference was told.

    Raises:
        BadInput: its inputs differ.
    """
    if given and given != found:
        raise BadInput(
            f"This is not the answer {given}: what is stored gives {found or 'no score'}. "
            "The question was another (its days, or whom it is about), or stored activities were "
            "changed outside OpenSSI, which `ssi verify` would tell."
        )
