"""The demo's seed: a made-up sales team and 150 days of what it did, one story a person.

``people`` is who they are, ``stories`` what they do, ``calendar`` when each of it became known,
and ``plant`` writes it all into the store.
"""
