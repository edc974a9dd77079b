"""Trust: how calls know that it is Slack that answers them."""

import ssl
from functools import cache


@cache
def trusted() -> ssl.SSLContext:
    """Give what checks Slack's certificate: read once, for that takes as long as an answer.

    Left to itself, slack_sdk reads the system's certificates again for each call.
    """
    return ssl.create_default_context()
