"""Trust: how calls know that it is Slack that answers them, and that they find this out cheaply."""

import ssl
from functools import cache
from urllib.request import HTTPSHandler, build_opener, getproxies, install_opener


@cache
def trusted() -> ssl.SSLContext | None:
    """Give what slack_sdk's clients are told to check Slack's certificate with.

    The system's certificates are read once: slack_sdk, left to itself, reads them for each call,
    which takes as long as an answer. A client that is given a context makes an opener for each
    call, which takes longer than the call. So one opener is made here that has the context, for all
    calls of the process, and clients are given none; but slack_sdk takes no opener through a proxy.
    """
    context = ssl.create_default_context()
    if getproxies():
        return context
    install_opener(build_opener(HTTPSHandler(context=context)))
    return None
