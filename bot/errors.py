"""The one tree of errors whose sentences people may read, in Slack or on a terminal."""


class OpenSSIError(Exception):
    """Something a person can mend; its text says what is wrong and the way out."""


class BadInput(OpenSSIError):
    """What came in cannot be used as it is."""


class NotFound(OpenSSIError):
    """What was asked for is not here."""


class NotAllowed(OpenSSIError):
    """The asker may not see or do this."""


class NotReady(OpenSSIError):
    """The product lacks a setting, a migration or a permission to go on."""
