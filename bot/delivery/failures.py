"""What to tell whoever set a digest up when Slack refuses it: what is wrong, and the way out."""

from bot.storage.tables import Delivery

UNVERIFIED = "unverified:"
"""Precedes the error where the message may have been posted, but could not be looked for."""

_NO_WAY_IN = (
    "Slack no longer accepts my token, so I could not post the digest in {channel}: "
    "ask who runs me to install the app again, and the next digest will come."
)
_NOT_READABLE = (
    "Slack could not read the digest that I made for {channel}. That is my mistake, not yours; "
    "`/ssi team` shows the same figures meanwhile."
)
_SENTENCES = {
    "not_in_channel": (
        "I'm not in {channel} any more: invite me with `/invite @OpenSSI`, "
        "and the next digest will come."
    ),
    "channel_not_found": (
        "I can't see {channel} any more. If it is private now, invite me with "
        "`/invite @OpenSSI`; if it is gone, run `/ssi setup` in another channel."
    ),
    "is_archived": (
        "{channel} is archived, so its digest has nowhere to go: unarchive it, "
        "or run `/ssi setup` in another channel."
    ),
    "restricted_action": (
        "I may not post in {channel}: ask a workspace admin to let apps post there, "
        "and the next digest will come."
    ),
    "missing_scope": (
        "I lack a permission to post the digest in {channel}: ask who runs me to install the app "
        "again from its manifest, and the next digest will come."
    ),
    "account_inactive": _NO_WAY_IN,
    "invalid_auth": _NO_WAY_IN,
    "not_authed": _NO_WAY_IN,
    "token_expired": _NO_WAY_IN,
    "token_revoked": _NO_WAY_IN,
    "invalid_blocks": _NOT_READABLE,
    "invalid_blocks_format": _NOT_READABLE,
    "msg_blocks_too_long": _NOT_READABLE,
    "msg_too_long": _NOT_READABLE,
}


def explain(delivery: Delivery, error: str) -> str:
    """Say in a sentence for Slack why a delivery failed and what mends it."""
    channel = f"<#{delivery.channel_id}>"
    if error.startswith(UNVERIFIED):
        return (
            f"I can't tell whether this week's digest reached {channel}, for I may not read that "
            "channel. I did not post it again; if it is missing, `/ssi team` shows the figures. "
            "Invite me with `/invite @OpenSSI`, and the next digest will come."
        )
    unknown = (
        f"Slack refused the digest in {{channel}} (`{error}`). "
        "I'll try again with the next one; if that fails too, run `/ssi setup` there again."
    )
    return _SENTENCES.get(error, unknown).format(channel=channel)
