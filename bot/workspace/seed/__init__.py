"""The demo's seed: a made-up sales team and half a year of what it did, one story a member.

``people`` is who they are and ``talk`` what they wrote in channels; ``stories`` is what they do
and ``habits`` how that spreads over days; ``chronicle`` tells when each of it became known, and
``plant`` writes it all into the store.
"""
